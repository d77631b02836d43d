package prediction

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/digest"
)

// A gist is what a clause says, as far as it can be set against what another one says.
type gist struct {
	predicate []string // the predicate, and each of its words
	subject   thing
	object    thing
	words     []string // of the clause, with those of the predicate and its adverbs
	parties   []int    // that the clause names
	negated   bool
	// taking is what takes place, or with failing what does not: "march" of "the march was called off".
	taking  string
	failing bool
	// around is what the sentence before speaks of, where the clause has a word that stands for it: "nobody will see
	// them".
	around []string
}

// A thing is who does what a clause says, or to whom.
type thing struct {
	head  string
	party int
	name  string // by which the document calls it, or ""
	none  bool   // "no patient"
	low   float64
	high  float64 // how many there are, where a figure tells it; else 0
}

// nothing is the thing that is not there.
var nothing = thing{party: rashomon.None}

// gistOf draws the gist of a clause.
func gistOf(g *ground.Ground, s *scan, clause int) gist {
	c := &s.d.Clauses[clause]
	out := gist{subject: nothing, object: nothing, negated: c.Negated}
	out.predicate = predicateWords(s.predicateOf(c))
	form := strings.ToLower(s.d.Quote(c.Head)) // "gone" says more than "go"
	out.words = slices.Concat(out.predicate, c.Adverbs, c.Terms, []string{form})
	out.predicate = append(out.predicate, form)
	for _, role := range c.Roles {
		t := thing{head: s.nounOf(role), party: rashomon.None, none: role.Negated}
		if quantity := s.quantityIn(role); quantity != rashomon.None {
			t.low, t.high = bounds(s.d.Quantities[quantity])
		} else if n, is := number(role.Head); is {
			t.low, t.high = n, n // "52 of the nurses"
		}
		if role.Entity != rashomon.None {
			t.party, t.name = g.Party(s.d.Document, role.Entity), nameOf(s.d.Entities[role.Entity])
			out.parties = append(out.parties, t.party)
		}
		switch {
		case strings.HasPrefix(role.Relation, "nsubj") && out.subject == nothing:
			out.subject = t
		case (role.Relation == "obj" || role.Relation == "obl:unmarked" && role.Quantity != rashomon.None) &&
			role.Timex == rashomon.None && out.object == nothing:
			out.object = t
		}
		if role.Shared {
			out.words = append(out.words, role.Head)
		}
	}
	for _, child := range s.children[clause] {
		if below := &s.d.Clauses[child]; below.Relation == "xcomp" {
			out.words = append(append(out.words, below.Predicate), below.Terms...)
		}
	}
	if c.Passive && out.object == nothing {
		out.subject, out.object = nothing, out.subject
	}
	out.taking, out.failing = out.takesPlace()
	if out.taking == "" && inClass("returning", out.core()) {
		out.taking = s.returnedTo(c)
	}
	return out
}

// number returns the number that a word is written as. That most words are none is told by how they begin.
func number(word string) (float64, bool) {
	if word == "" || !strings.ContainsRune("0123456789+-.inIN", rune(word[0])) {
		return 0, false
	}
	n, err := strconv.ParseFloat(word, 64)
	return n, err == nil
}

// returnedTo returns to what somebody or something is back: "work" of "will be back at work".
func (s *scan) returnedTo(c *digest.Clause) string {
	for _, role := range c.Roles {
		if strings.HasPrefix(role.Relation, "obl") && (role.Preposition == "to" || role.Preposition == "at") &&
			role.Timex == rashomon.None &&
			role.Entity == rashomon.None && !inClass("slight", role.Head) {
			return role.Head
		}
	}
	return ""
}

// predicateOf returns the predicate of a clause or, where that declares what something is, what it is declared: "be
// safe" of "was declared safe".
func (s *scan) predicateOf(c *digest.Clause) string {
	if !inClass("declaring", c.Predicate) {
		return c.Predicate
	}
	next, _, _ := strings.Cut(strings.TrimPrefix(s.d.Text[c.Head.End:c.Extent.End], " "), " ")
	if c.Passive && slices.Contains(c.Terms, next) {
		return "be " + next
	}
	return c.Predicate
}

// nounOf returns the noun of a role, of a pronoun that of the first mention of whom or what it stands for that has one.
func (s *scan) nounOf(role digest.Role) string {
	if role.Entity == rashomon.None || !inClass("slight", role.Head) {
		return role.Head
	}
	for _, m := range s.d.Entities[role.Entity].Mentions {
		if m.Kind == rashomon.MentionNominal && !inClass("slight", m.Head) {
			return m.Head
		}
	}
	return role.Head
}

// isExisting reports whether a predicate is that of "there is".
func isExisting(predicate []string) bool {
	return !slices.ContainsFunc(predicate, func(word string) bool { return !inClass("being", word) })
}

// takesPlace returns what a clause says takes place, or does not.
func (s gist) takesPlace() (what string, fails bool) {
	head := s.object.head
	if isExisting(s.predicate) {
		return s.subject.head, s.negated
	}
	switch core := strings.ReplaceAll(s.core(), " ", "_"); {
	case inClass("cancelling", core):
		fails = true
	case !inClass("occurring", core):
		return "", false
	case core == "take" && head == "place", head == "":
		head = s.subject.head
	case core == "take":
		return "", false
	}
	if inClass("slight", head) {
		return "", false
	}
	return head, fails != s.negated
}

// quantityIn returns the quantity of a role, or the one that it begins with: "ten thousand will march".
func (s *scan) quantityIn(role digest.Role) int {
	if role.Quantity != rashomon.None {
		return role.Quantity
	}
	at := sort.Search(len(s.d.Quantities), func(i int) bool { return s.d.Quantities[i].Extent.Start >= role.Extent.Start })
	if at == len(s.d.Quantities) || s.d.Quantities[at].Extent.Start != role.Extent.Start {
		return rashomon.None
	}
	return at
}

// bounds returns the bounds of a figure, 0 where it has none.
func bounds(q digest.Quantity) (low, high float64) {
	if q.Low != nil {
		low = *q.Low
	}
	if q.High != nil {
		high = *q.High
	}
	return low, high
}

// nameOf returns the name by which a document calls an entity, or "".
func nameOf(entity digest.Entity) string {
	if slices.ContainsFunc(entity.Mentions, func(m digest.Mention) bool { return m.Kind == rashomon.MentionName }) {
		return entity.Name
	}
	return ""
}

// predicateWords returns a predicate and, where it is of several words, each of them: "be calm", "be", "calm".
func predicateWords(predicate string) []string {
	words := strings.Fields(predicate)
	if len(words) == 1 {
		return words
	}
	return append([]string{predicate}, words...)
}

// core returns the word that says what the predicate says: "calm" of "be calm", "stay" of "stay out".
func (s gist) core() string {
	switch {
	case len(s.predicate) == 0:
		return ""
	case strings.HasPrefix(s.predicate[0], "be "):
		return s.predicate[len(s.predicate)-2]
	}
	return s.predicate[0]
}

// mark returns where a gist stands on each scale: at +1 or -1, and on which it stands at both ends at 0.
func (s gist) mark() map[string]int {
	var marks map[string]int // most words stand on no scale
	for _, word := range s.words {
		for _, e := range known().entries[word] {
			if !s.fits(e) {
				continue
			}
			if end, seen := marks[e.scale]; seen && end != e.end {
				marks[e.scale] = 0
			} else if !seen {
				if marks == nil {
					marks = map[string]int{}
				}
				marks[e.scale] = e.end
			}
		}
	}
	if s.negated {
		for scale := range marks {
			marks[scale] = -marks[scale]
		}
	}
	return marks
}

// fits reports whether the words of an entry stand in a clause where their form asks for them.
func (s gist) fits(e entry) bool {
	switch e.form {
	case formVerb:
		return s.core() == e.words[0]
	case formThing:
		return s.isThing(e.words[0])
	}
	for _, word := range e.words {
		if !slices.Contains(s.words, word) && !s.isThing(word) {
			return false
		}
	}
	return true
}

func (s gist) isThing(word string) bool {
	return s.subject.head == word || s.object.head == word || s.core() == word
}

// anybody reports whether a gist speaks of no one in particular: "nobody has been charged".
func (s gist) anybody() bool {
	isNothing := s.subject != nothing && s.object.none && !isPeople(s.object.head) // "I signed no paper"
	return s.subject.isAnybody() || s.object.isAnybody() && !isNothing
}

func (t thing) isAnybody() bool { return t.none || inClass("anybody", t.head) }

// kinship tells how far two gists speak of the same thing, by what they share: who does it, what it is done to, other
// parties, other words. Different people at the same place in both speak against it.
func (s gist) kinship(other gist) float64 {
	score, object := s.subject.kin(other.subject), s.object.kin(other.object)
	if s.object.high > 0 && other.object.high > 0 && s.object.low != other.object.low {
		object = min(object, otherNumber)
	}
	score += object
	if score <= 0 {
		score += max(s.subject.kin(other.object), s.object.kin(other.subject), 0)
	}
	for _, party := range s.parties {
		if slices.Contains(other.parties, party) && party != s.subject.party && party != s.object.party {
			score++
			break
		}
	}
	if score <= 0 && (s.isAround(other.subject) || s.isAround(other.object)) {
		score = least
	}
	return score + float64(min(s.shared(other), 2))
}

// isAround reports whether the sentence before speaks of a thing.
func (s gist) isAround(t thing) bool {
	return t.head != "" && !inClass("slight", t.head) && slices.Contains(s.around, t.head)
}

// isOtherDeed reports whether two gists tell of the same verb done to different things: "addressed the judges",
// "addressed the miners".
func (s gist) isOtherDeed(other gist) bool {
	a, b := s.object, other.object
	if a.isAnybody() || b.isAnybody() {
		return false
	}
	return a.head != "" && b.head != "" && a.head != b.head && a.kin(b) <= 0 && s.shared(other) == 0
}

// shared counts the words that two gists have in common, without their predicates and what stands in the same place in
// both.
func (s gist) shared(other gist) int {
	shared := 0
	for i, word := range s.words {
		counted := word == s.subject.head && word == other.subject.head || word == s.object.head && word == other.object.head
		if slices.Index(s.words, word) == i && !counted && !inClass("slight", word) && !slices.Contains(s.predicate, word) &&
			slices.Contains(other.words, word) {
			shared++
		}
	}
	return shared
}

// isPartOf reports whether all words of a name are among those of another one: "Tirel" of "Ana Tirel".
func isPartOf(name, other string) bool {
	words := strings.Fields(other)
	for word := range strings.FieldsSeq(name) {
		if !slices.Contains(words, word) {
			return false
		}
	}
	return true
}

// actor returns who does what a gist says, or in the passive to whom it is done.
func (s gist) actor() thing {
	if s.subject == nothing {
		return s.object
	}
	return s.subject
}

// otherNumber is at most how far objects are the same of which there are not as many: 4 million crowns may be another
// payment than 50,000 crowns.
const otherNumber = 0.5

// kin tells how far two things are the same: 2 where they are one party or go by one noun, -1 where both have names
// and these are different.
func (t thing) kin(other thing) float64 {
	switch {
	case t.head == "" || other.head == "" || inClass("anybody", t.head) || inClass("anybody", other.head):
		return 0
	case t.party != rashomon.None && t.party == other.party:
		return 2
	case t.head == other.head && !inClass("slight", t.head) && !inClass("writing", t.head):
		return 2
	case t.name != "" && other.name != "":
		if isPartOf(t.name, other.name) || isPartOf(other.name, t.name) {
			return 2
		}
		return -1
	case t.name == "" && other.name == "" && meaning(t.head).Kind(meaning(other.head), kindSteps):
		return nearKin
	}
	return 0
}

// nearKin is how far two things are the same whose nouns mean the same, or of which the one is a kind of the other: "agreement",
// "treaty".
const nearKin = 1

// kindSteps is how many steps may lie between the two in WordNet: a treaty is a written agreement, and that an agreement.
const kindSteps = 2
