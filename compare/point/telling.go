package point

import (
	"slices"
	"strconv"
	"strings"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/digest"
)

// A telling is a clause made ready to be set beside others.
type telling struct {
	ground *ground.Ground
	digest *digest.Digest
	clause *digest.Clause
	index  int           // of the clause
	event  *digest.Event // whose trigger the predicate is, or nil

	core      string // the lemma that says what happened: the verb, or what follows a copula
	coreWord  *word
	keys      []*word  // lemmas and parties that it holds, sorted
	places    []string // by which it is found, see [telling.findPlaces]
	happening int      // its number, or None
	subject   *term    // nil where there is none
	others    []term   // objects, obliques, complements
	denied    bool     // it is told as not so
	none      bool     // what happened is told by a noun with "no": "there was no warning"
	open      bool     // told as possible, future or hypothetical, or asked
	claimed   bool     // it is what a noun that stands with it calls a claim: "the line that they are winning"
	namings   []naming
	readings  []reading          // times of the clock in the passage
	figures   []*digest.Quantity // in the clause, with a lower bound
	spans     []string           // of time in the clause, as values
	series    []string           // nouns with numbers behind them: "gate three four"
	rebutted  bool               // the document says that it is not so

	prepared          bool  // so that the following are known
	doing, undergoing *term // what doer and undergoer return
	traits            traits
	together          []term // the subject and, at once behind it, the others

	shelf  *shelf           // that it stands on
	root   string           // what origin returns, once it was asked for
	hourly *[]*digest.Timex // what hours returns, once it was asked for
	hand   *advantage       // what upper returns, once it was asked for

	number     int     // on its shelf
	numbers    []int32 // of the keys, in the shelf's vocabulary
	coreNumber int32   // of the core

	near   []*word          // what termsAround returns, once it was asked for
	said   []string         // what wordsSaid returns, once it was asked for
	within *[]*digest.Timex // what timexes returns, once it was asked for
	loaded *int             // what sympathy returns, once it was asked for
}

// Traits are what is asked of a telling with every other.
type traits struct {
	fortune         string
	time            *digest.Timex
	place           *term
	topics          []*term
	empty, question bool
	rebuttal        bool
	nominal         bool
	hopeless        bool // there is no chance for it
	had, there      bool // it is of having something; of being there
	ofThings        bool // it is of having something or of being there, which is denied of things that any predicate may tell of
}

// A term is what stands in one role of a telling.
type term struct {
	role    digest.Role
	party   int    // its number, or None
	word    string // lemma of the head
	lexical *word  // what is known of it; nil where it was not looked up
	owner   int    // the party whose it is, or None
	named   bool   // the document calls the party by a name
	kind    rashomon.EntityType

	ownerWord  string
	ownerNamed bool
	ownerKind  rashomon.EntityType
}

// key names what a term stands for: the party where it has a name, else the word.
func (t *term) key() *word {
	if t.named {
		return partyKey(t.party)
	}
	return t.entry()
}

// entry returns what is known of the word.
func (t *term) entry() *word {
	if t.lexical == nil {
		return words().word(t.word)
	}
	return t.lexical
}

// partyKey returns the key of a party, which says more than most words.
func partyKey(party int) *word {
	text := "@" + strconv.Itoa(party)
	if known, found := words().parties.load(text); found {
		return known
	}
	w := &word{text: text, weight: 1, mark: uint8(hash(text) >> 56)}
	words().parties.store(w)
	return w
}

// same reports whether two terms stand for the same party, or for things of like words. Parties without a name ("the
// police") are the same by their words.
func (t *term) same(other *term) bool {
	if t.party != rashomon.None && t.party == other.party {
		return true
	}
	if t.named && other.named {
		return false
	}
	return t.word == other.word || t.entry().akin(other.entry()) >= 0.5
}

// tellings returns the clauses of a document that tell something.
func tellings(g *ground.Ground, d *digest.Digest) []telling {
	out := make([]telling, 0, len(d.Clauses))
	for i := range d.Clauses {
		if t, tells := newTelling(g, d, i); tells {
			out = append(out, t)
		}
	}
	return out
}

func newTelling(g *ground.Ground, d *digest.Digest, i int) (telling, bool) {
	c := &d.Clauses[i]
	t := telling{ground: g, digest: d, clause: c, index: i, core: core(c), happening: rashomon.None}
	if event := t.findEvent(); event != rashomon.None {
		t.event = &d.Events[event]
		t.happening = g.Happening(d.Document, event)
	}
	t.add(c.Roles)
	t.judge()
	t.absorb()
	t.claimed = t.isClaimed(t.clause)
	t.coreWord = words().word(t.core)
	t.keys = t.findKeys()
	return t, (len(c.Roles) > 0 || t.isExclamation()) && d.Sentences[c.Sentence].Part != rashomon.PartBoilerplate && !t.reports()
}

// reports reports whether the clause does no more than bring in a statement: what is said is compared, not that it is.
func (t *telling) reports() bool {
	if t.notices() || words().classes.Has("orders", first(t.core)) || t.isOf("shun") || t.isOf("blame") {
		return false
	}
	if t.subject != nil && words().classes.Has("clock", t.subject.word) && len(t.hours()) > 0 {
		return false // "the clock in the street said twenty past four"
	}
	for _, statement := range t.digest.Statements {
		if statement.Cue.Start <= t.clause.Head.Start && t.clause.Head.End <= statement.Cue.End {
			return true
		}
	}
	return words().classes.Has("report", first(t.core))
}

// add adds what stands in roles: the first subject, and the others behind it.
func (t *telling) add(roles []digest.Role) {
	t.together = make([]term, 0, len(roles))
	subject := slices.IndexFunc(roles, func(r digest.Role) bool { return strings.HasPrefix(r.Relation, "nsubj") })
	if subject >= 0 {
		t.together = append(t.together, t.term(roles[subject]))
		t.subject = &t.together[0]
	}
	for i, role := range roles {
		if i != subject {
			t.together = append(t.together, t.term(role))
		}
	}
	t.others = t.together[min(subject+1, 1):]
}

// term returns what stands in a role.
func (t *telling) term(role digest.Role) term {
	filled := term{
		role: role, party: t.party(role.Entity), word: role.Head, owner: t.party(role.Owner), named: t.isNamed(role.Entity),
		kind: t.kindOf(role.Entity), ownerWord: t.wordOf(role.Owner), ownerNamed: t.isNamed(role.Owner), ownerKind: t.kindOf(role.Owner),
	}
	filled.word = t.standsFor(role)
	filled.lexical = words().word(filled.word)
	if filled.owner != rashomon.None && words().classes.Has("own", role.Head) {
		filled.party, filled.named, filled.kind = filled.owner, t.isNamed(role.Owner), t.kindOf(role.Owner)
	}
	return filled
}

// findEvent returns the event that the clause tells of: that of its predicate or, where the predicate says only that
// something began or went on ("the shooting began at seven"), that of its subject.
func (t *telling) findEvent() int {
	if t.clause.Event != rashomon.None || !words().classes.Has("aspect", first(t.core)) {
		return t.clause.Event
	}
	for _, role := range t.clause.Roles {
		if !strings.HasPrefix(role.Relation, "nsubj") {
			continue
		}
		for i, event := range t.digest.Events {
			if role.Extent.Contains(event.Extent) && event.Clause == t.clause.Extent {
				return i
			}
		}
	}
	return rashomon.None
}

// core returns the lemma that says what happened: what follows a copula, unless it only tells where.
func core(c *digest.Clause) string {
	for _, role := range c.Roles {
		if role.Relation == "cop" && role.Preposition != "" {
			if inside := "be " + role.Preposition; words().families[inside] != nil {
				return inside
			}
			return "be"
		}
	}
	return strings.TrimPrefix(c.Predicate, "be ")
}

// party returns the party of an entity of the document, or None.
func (t *telling) party(entity int) int {
	if entity == rashomon.None {
		return rashomon.None
	}
	return t.ground.Party(t.digest.Document, entity)
}

// standsFor returns the noun that says most of what stands in a role: for a pronoun that by which the document speaks of the
// same, for a noun of number ("three of the miners", "a group of miners") the one behind it.
func (t *telling) standsFor(role digest.Role) string {
	switch {
	case words().classes.Has("pronoun", role.Head):
		if noun := t.wordOf(role.Entity); noun != "" {
			return noun
		}
	case words().classes.Has("collective", role.Head), words().classes.Has("numeral", role.Head):
		if strings.Contains(t.digest.Quote(role.Extent), " of ") {
			at := slices.Index(t.clause.Terms, role.Head)
			if at >= 0 && at+1 < len(t.clause.Terms) {
				return t.clause.Terms[at+1]
			}
		}
	}
	return role.Head
}

// wordOf returns the lemma of the head of the first name or noun by which an entity is spoken of, or "".
func (t *telling) wordOf(entity int) string {
	if entity == rashomon.None {
		return ""
	}
	for _, mention := range t.digest.Entities[entity].Mentions {
		if mention.Kind != rashomon.MentionPronoun {
			return mention.Head
		}
	}
	return ""
}

// isNamed reports whether the document calls an entity by a name.
func (t *telling) isNamed(entity int) bool {
	return entity != rashomon.None && slices.ContainsFunc(t.digest.Entities[entity].Mentions, func(m digest.Mention) bool {
		return m.Kind == rashomon.MentionName
	})
}

func (t *telling) kindOf(entity int) rashomon.EntityType {
	if entity == rashomon.None {
		return ""
	}
	return t.digest.Entities[entity].Type
}

// judge decides whether the clause is told as so. Where an event stands in it, the event's status tells.
func (t *telling) judge() {
	t.denied = t.clause.Negated || t.isDeniedAbove()
	t.open = t.clause.Modal != "" || t.clause.Mark == "if" || t.isQuestion()
	if t.event == nil {
		t.open = t.open || t.isIntended() && !t.denied
		return
	}
	switch t.event.Status {
	case rashomon.StatusDenied:
		t.denied = true
	case rashomon.StatusPossible, rashomon.StatusFuture, rashomon.StatusHypothetical:
		t.open = !t.isUnnoticed()
	}
}

// isUnnoticed reports whether the clause is what somebody says that he did not see or hear.
func (t *telling) isUnnoticed() bool {
	return t.isDeniedAbove() && words().classes.Has("notice", first(t.digest.Clauses[t.clause.Above].Predicate))
}

// isClaimed reports whether a clause, or one that it hangs on, stands behind a noun for what somebody claims.
func (t *telling) isClaimed(c *digest.Clause) bool {
	for ; c.Above != rashomon.None; c = &t.digest.Clauses[c.Above] {
		above := &t.digest.Clauses[c.Above]
		if strings.HasPrefix(c.Relation, "acl") && c.Mark == "that" && slices.ContainsFunc(above.Roles, func(r digest.Role) bool {
			return words().classes.Has("claim", r.Head)
		}) {
			return true
		}
	}
	return false
}

// otherVoice reports whether two tellings of one document are in different words: those of different holders, or those of
// somebody whose claim it is called.
func otherVoice(a, b *telling) bool {
	return a.claimed != b.claimed || !slices.Equal(a.side().Holders, b.side().Holders)
}

// isDeniedAbove reports whether the clause is what somebody did not do, or what nobody asked for: "nobody asked them to
// switch it off", "we found no sign that anyone fired".
func (t *telling) isDeniedAbove() bool {
	above := t.clause.Above
	if above == rashomon.None || words().classes.Has("orders", first(t.digest.Clauses[above].Predicate)) || t.isContentOfOrder() {
		return false
	}
	switch relation, _, _ := strings.Cut(t.clause.Relation, ":"); relation {
	case "ccomp", "xcomp", "acl":
		return t.digest.Clauses[above].Negated && (t.clause.Relation != "acl:relcl" || t.clause.Mark == "that")
	}
	return false
}

// isContentOfOrder reports whether the clause tells what was ordered: "he gave no order to lock the doors". That nobody
// ordered it does not tell that it was not done.
func (t *telling) isContentOfOrder() bool {
	for _, role := range t.digest.Clauses[t.clause.Above].Roles {
		if words().classes.Has("order", role.Head) {
			return true
		}
	}
	return false
}

// isIntended reports whether the clause is an infinitive, which tells what somebody wants or is to do.
func (t *telling) isIntended() bool {
	return t.clause.Mark == "to" || strings.HasPrefix(t.clause.Relation, "xcomp")
}

func (t *telling) isQuestion() bool {
	if t.prepared {
		return t.traits.question
	}
	sentence := t.digest.Sentences[t.clause.Sentence].Extent
	return strings.HasSuffix(strings.TrimRight(t.digest.Quote(sentence), `"'”’)`), "?")
}

// findKeys returns what the telling is found by: its content words and its parties.
func (t *telling) findKeys() []*word {
	terms := t.terms()
	keys := append(make([]*word, 0, 1+len(t.clause.Terms)+len(terms)), t.coreWord)
	for _, term := range t.clause.Terms {
		keys = append(keys, words().word(term))
	}
	for i := range terms {
		keys = append(keys, terms[i].key())
	}
	return sortedWords(keys)
}

func sortedWords(keys []*word) []*word {
	slices.SortFunc(keys, compareWords)
	return slices.CompactFunc(keys, func(a, b *word) bool { return a.text == b.text })
}

// terms returns the subject and the others. They must not be changed.
func (t *telling) terms() []term {
	if t.subject == nil {
		return t.others
	}
	end := 1 + len(t.others)
	return t.together[:end:end]
}

// undergoer returns the term of what the deed is done to: the subject of a passive, else the object.
func (t *telling) undergoer() *term {
	if t.prepared {
		return t.undergoing
	}
	if t.clause.Passive || t.undergoes() {
		return t.subject
	}
	for i := range t.others {
		if t.others[i].role.Relation == "obj" {
			return &t.others[i]
		}
	}
	return nil
}

// side returns the clause with whose word it is.
func (t *telling) side() rashomon.Side { return t.digest.Side(t.extent(), t.clause.Statement) }

func (t *telling) text() string { return t.digest.Quote(t.extent()) }

// longestPassage is how many bytes a clause may have together with the one above it.
const longestPassage = 300

// extent returns where the clause stands. One that says little without the clause above it, as "to switch it off" behind
// "nobody asked them", stands there with it.
func (t *telling) extent() rashomon.Extent {
	own := t.clause.Extent
	if t.clause.Above == rashomon.None || !t.isDeniedAbove() && !t.isIntended() && !t.hangsOn("imminent") {
		return own
	}
	above := t.digest.Clauses[t.clause.Above].Extent
	whole := rashomon.Extent{Start: min(own.Start, above.Start), End: max(own.End, above.End)}
	if whole.Len() > longestPassage {
		return own
	}
	return whole
}

// first returns the first word of a predicate: "switch" of "switch off".
func first(predicate string) string {
	word, _, _ := strings.Cut(predicate, " ")
	return word
}
