package position

import (
	"fmt"
	"slices"
	"strings"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/digest"
)

// evidence is one sign that a document stands to a party in some way.
type evidence struct {
	extent rashomon.Extent
	sign   int
	weight float64
	own    bool   // in the document's own voice
	self   bool   // it is its own word
	weak   bool   // it weighs more where the document takes sides openly
	seen   bool   // a model sees it: whom it went badly for is in a bad light too
	reason string // for people: `it calls it "murderers"`
}

// What signs weigh. A plain word of praise or blame takes a side by itself; what a trained model sees in a sentence does
// so where it is very sure; loaded words and quotations only add up.
const (
	weightName    = 1.0
	weightVerdict = 1.0
	weightSelf    = 1.2 // a party speaks for itself
	weightHarm    = 1.0 // harm done to the writer's own people
	weightLoaded  = 0.5
	weightFate    = 0.65 // it foretells its rise or its fall
	weightQuoted  = 0.25
	// A model's view of sentences takes no side by itself: it shows the murdered in a bad light, and the murderer. It adds
	// to what the document says.
	weightSure   = 0.3
	weightSurest = 0.6
	sure         = 0.75
	surest       = 0.9
	// partisan is by how much more weak signs weigh in a document that praises or blames anybody in plain words: who takes
	// one side openly takes the other with them.
	partisan = 1.5
)

// A witness reads one document for evidence.
type witness struct {
	g     *ground.Ground
	d     *digest.Digest
	self  map[int]bool // parties whose own word the document is
	voice int          // the entity in whose words the document is as a whole, or None
	found map[int][]evidence

	places places
}

func newWitness(g *ground.Ground, d *digest.Digest) *witness {
	w := &witness{g: g, d: d, self: map[int]bool{}, found: map[int][]evidence{}, places: placesOf(d)}
	w.voice = w.speaker()
	w.findSelf()
	return w
}

// evidence returns all evidence by party, each in the order in which it is looked for.
func (w *witness) evidence() map[int][]evidence {
	w.names()
	for i := range w.d.Clauses {
		w.verdicts(i)
		w.selfStyled(&w.d.Clauses[i])
		w.harm(&w.d.Clauses[i])
	}
	w.loaded()
	w.stances()
	w.sharpen()
	for party := range w.self {
		w.found[party] = append(w.found[party], evidence{
			extent: w.selfExtent(party), sign: 1, weight: weightSelf, own: true, self: true, reason: "it speaks for itself",
		})
	}
	return w.found
}

// sharpen makes weak signs weigh more where the document has strong ones in its own voice.
func (w *witness) sharpen() {
	strong := false
	for _, all := range w.found {
		strong = strong || slices.ContainsFunc(all, func(e evidence) bool { return e.own && e.weight >= enough })
	}
	if !strong {
		return
	}
	for _, all := range w.found {
		for i := range all {
			if all[i].weak {
				all[i].weight *= partisan
			}
		}
	}
}

// add notes evidence about an entity. What stands in somebody else's words weighs less.
func (w *witness) add(entity, statement int, e evidence) {
	party := w.party(entity)
	if party == rashomon.None {
		return
	}
	if e.own = w.isOwn(statement); !e.own {
		e.weight *= weightQuoted
	}
	e.extent = w.around(e.extent)
	for _, before := range w.found[party] {
		if before.extent == e.extent && before.sign == e.sign {
			return // one sentence says it once
		}
	}
	w.found[party] = append(w.found[party], e)
}

// party returns the party of an entity that can take part in what is told: things stand for nobody.
func (w *witness) party(entity int) int {
	if entity == rashomon.None {
		return rashomon.None
	}
	switch w.d.Entities[entity].Type {
	case rashomon.EntityFacility, rashomon.EntityWeapon, rashomon.EntityWork, rashomon.EntityEvent:
		return rashomon.None
	}
	if isAnybody(&w.d.Entities[entity]) {
		return rashomon.None
	}
	return w.g.Party(w.d.Document, entity)
}

// isAnybody reports whether an entity is one person of whom a text says neither a name nor which one it is: "one man", "another driver".
// Nobody can tell who that is, and so nobody stands for it or against it.
func isAnybody(entity *digest.Entity) bool {
	if entity.Type != rashomon.EntityPerson || slices.ContainsFunc(entity.Mentions, func(m digest.Mention) bool { return m.Kind == rashomon.MentionName }) {
		return false
	}
	for _, m := range entity.Mentions {
		if m.Kind == rashomon.MentionNominal {
			first, _, _ := strings.Cut(strings.ToLower(m.Text), " ")
			return inClass("indefinite", first)
		}
	}
	return false
}

// around returns the clause that holds an extent, which is what a reader wants to see, or the extent itself.
func (w *witness) around(extent rashomon.Extent) rashomon.Extent {
	if clause := w.clauseAt(extent); clause != rashomon.None {
		return w.d.Clauses[clause].Extent
	}
	return extent
}

// names finds hostile and friendly names, and names held at a distance.
func (w *witness) names() {
	for _, label := range w.d.Labels {
		if label.Valence == 0 {
			continue
		}
		reason := fmt.Sprintf("it says %q", w.d.Quote(label.Extent))
		e := evidence{extent: label.Extent, sign: label.Valence, weight: weightName, reason: reason}
		statement := w.statementAt(label.Extent)
		for _, entity := range w.meant(label) {
			w.add(entity, statement, e)
		}
	}
	for i, entity := range w.d.Entities {
		for _, m := range entity.Mentions {
			if isCriminal(entity) && m.Kind == rashomon.MentionNominal {
				w.add(w.tied(m.Extent.End), w.statementAt(m.Extent), evidence{
					extent: m.Extent, sign: -1, weight: weightName, reason: fmt.Sprintf("it says %q", m.Text),
				})
			}
			if m.Distancing {
				w.add(i, w.statementAt(m.Extent), evidence{
					extent: m.Extent, sign: -1, weight: weightName, reason: fmt.Sprintf("it holds the name %q at a distance", m.Text),
				})
			}
		}
	}
}

func isServant(word string) bool {
	return inClass("servant", word) || inClass("servant", strings.TrimSuffix(word, "s"))
}

func isCriminal(entity digest.Entity) bool {
	return slices.ContainsFunc(entity.Codes, func(code string) bool { return inClass("criminal", code) })
}

// meant returns whom a name means: who bears it, the party whose name is part of the mention ("the criminal men of the
// Harbour Guard"), and the one that it is tied to.
func (w *witness) meant(label digest.Label) []int {
	out := []int{label.Entity, w.tied(label.Extent.End)}
	if slices.ContainsFunc(strings.Fields(strings.ToLower(w.d.Quote(label.Extent))), isServant) {
		return out[:1]
	}
	for _, m := range w.d.Entities[label.Entity].Mentions {
		if m.Extent.Contains(label.Extent) {
			out = append(out, w.namedIn(m.Extent, label.Entity)...)
		}
	}
	return out
}

// tied returns the entity whose name stands behind a byte of the text with nothing but a tie between: "thieves at the
// Company".
func (w *witness) tied(end int) int {
	for _, m := range w.mentionsIn(rashomon.Extent{Start: end + 1, End: end + longestTie}) {
		if m.Kind == rashomon.MentionName && w.isTie(w.d.Text[end:m.Extent.Start]) {
			return m.entity
		}
	}
	return rashomon.None
}

// longestTie is how many bytes stand between two names that are tied, "at the" with its blanks and some more.
const longestTie = 16

func (w *witness) isTie(between string) bool {
	words := strings.Fields(between)
	return len(words) > 0 && !slices.ContainsFunc(words, func(word string) bool { return !inClass("tie", word) })
}

// selfStyled finds names that the text lays to those who bear them: "a group which calls itself the League".
func (w *witness) selfStyled(c *digest.Clause) {
	isItself := func(r digest.Role) bool { return inClass("itself", r.Head) }
	if !inClass("calling", c.Predicate) || !slices.ContainsFunc(c.Roles, isItself) {
		return
	}
	for _, role := range c.Roles {
		if role.Entity != rashomon.None && !inClass("itself", role.Head) && strings.Contains(role.Relation, "obj") {
			w.add(role.Entity, c.Statement, evidence{
				extent: c.Extent, sign: -1, weight: weightName,
				reason: fmt.Sprintf("it says that it only calls itself %q", w.d.Quote(role.Extent)),
			})
		}
	}
}

// harm finds what is told to have been done to the writer's own people.
func (w *witness) harm(c *digest.Clause) {
	if c.Negated || c.Modal != "" || !w.isHarm(c) || !slices.ContainsFunc(c.Roles, w.isOurs) {
		return
	}
	for _, role := range c.Roles {
		if isSubject(role) && !c.Passive || role.Relation == "obl:agent" {
			w.add(role.Entity, c.Statement, evidence{
				extent: c.Extent, sign: -1, weight: weightHarm,
				reason: fmt.Sprintf("it tells what was done to its own people (%q)", w.d.Quote(c.Head)),
			})
		}
	}
}

// isHarm reports whether a clause tells of harm done.
func (w *witness) isHarm(c *digest.Clause) bool {
	if c.Event != rashomon.None {
		if event := &w.d.Events[c.Event]; event.Status != rashomon.StatusActual {
			return false
		} else if inClass("harm", event.Type) {
			return true
		}
	}
	return inClass("harming", strings.ReplaceAll(c.Predicate, " ", "_"))
}

// mostOurs is how many words may stand around "our" for what is done to be done to the writer's own: "the door of our
// office in the street of the tanners".
const mostOurs = 12

// isOurs reports whether a role is the writer, or what is his, and suffers what is done.
func (w *witness) isOurs(r digest.Role) bool {
	words := strings.Fields(strings.ToLower(w.d.Quote(r.Extent)))
	suffers := strings.Contains(r.Relation, "obj") || r.Relation == "nsubj:pass" || inClass("onto", r.Preposition)
	return suffers && len(words) <= mostOurs &&
		slices.ContainsFunc(words, func(word string) bool { return inClass("ours", word) })
}

// loaded finds loaded words that stand with somebody, or that say what he does.
func (w *witness) loaded() {
	for _, word := range w.d.Loaded {
		if word.Valence == 0 {
			continue
		}
		weight := weightLoaded
		if inClass("distancing", strings.ToLower(w.d.Quote(word.Extent))) {
			weight = weightName
		}
		from, to := w.clausesAt(word.Extent)
		for i := from; i < to; i++ {
			c := &w.d.Clauses[i]
			if !c.Extent.Contains(word.Extent) || c.Negated {
				continue
			}
			for _, role := range c.Roles {
				if w.phrase(role).Contains(word.Extent) || isSubject(role) && !c.Passive && c.Head.Contains(word.Extent) {
					w.add(role.Entity, word.Statement, evidence{
						extent: c.Extent, sign: word.Valence, weight: weight, weak: true,
						reason: fmt.Sprintf("it says %q with it", w.d.Quote(word.Extent)),
					})
				}
			}
		}
	}
}

// stances takes what the model of stances is sure of.
func (w *witness) stances() {
	for _, s := range w.d.Stances {
		if s.Probability < sure {
			continue
		}
		weight := weightSure
		if s.Probability >= surest {
			weight = weightSurest
		}
		light := "a good light"
		if s.Value < 0 {
			light = "a bad light"
		}
		w.add(s.Entity, s.Statement, evidence{extent: s.Mention, sign: s.Value, weight: weight, seen: true, reason: "its sentences show it in " + light})
	}
}

func isSubject(r digest.Role) bool { return strings.HasPrefix(r.Relation, "nsubj") }
