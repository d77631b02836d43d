package prediction

import (
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// A cue is a way in which a clause tells that something is to come. It returns the clause that tells what, or None.
type cue struct {
	rule string
	find func(*scan, int) int
}

// cues are tried in this order.
var cues = []cue{
	{"prediction/elided", (*scan).leftOut},
	{"prediction/will", (*scan).will},
	{"prediction/would", (*scan).would},
	{"prediction/must", (*scan).must},
	{"prediction/might", (*scan).might},
	{"prediction/infinitive", (*scan).infinitive},
	{"prediction/near", (*scan).near},
	{"prediction/forecast", (*scan).forecast},
	{"prediction/prepared", (*scan).prepared},
	{"prediction/date", (*scan).dated},
}

// will finds "will resign", "shall resign" and "will have resigned".
func (s *scan) will(i int) int {
	if c := &s.d.Clauses[i]; !inClass("will", c.Modal) || c.Modal == "shall" && !s.isPledge(c) {
		return rashomon.None
	}
	return s.carried(i)
}

// isPledge reports whether "shall" tells what will be, not what is law: it is said of the speaker, or of a day.
func (s *scan) isPledge(c *digest.Clause) bool {
	words := strings.Fields(strings.ToLower(s.d.Quote(c.Extent)))
	shall := slices.Index(words, "shall")
	return s.dayIn(c.Extent) != rashomon.None || shall > 0 && inClass("writing", words[shall-1])
}

// would finds what somebody said would be, and what the author says would be if something else were so.
func (s *scan) would(i int) int {
	c := &s.d.Clauses[i]
	if !inClass("would", c.Modal) || c.Perfect || slices.ContainsFunc(c.Adverbs, isHabit) {
		return rashomon.None
	}
	reported := c.Statement != rashomon.None && s.d.Statements[c.Statement].Kind != rashomon.StatementDirect || s.isSaid(c)
	switch {
	case c.Modal == "should" && !(reported && s.dayIn(c.Extent) != rashomon.None):
		return rashomon.None
	case !reported && !s.isConditional(i):
		return rashomon.None
	}
	return s.carried(i)
}

// isSaid reports whether a clause is what the verb above it says: "told us that stocks would last".
func (s *scan) isSaid(c *digest.Clause) bool {
	return c.Relation == "ccomp" && c.Above != rashomon.None && inClass("saying", s.d.Clauses[c.Above].Predicate)
}

func isHabit(adverb string) bool { return inClass("habit", adverb) }

// isConditional reports whether a clause holds if another one does.
func (s *scan) isConditional(i int) bool {
	return slices.ContainsFunc(s.children[i], func(child int) bool { return s.isCondition(&s.d.Clauses[child]) })
}

// isCondition reports whether a clause is a condition or an open question: "if they come", "if they were to come".
func (s *scan) isCondition(c *digest.Clause) bool {
	first, _, _ := strings.Cut(s.d.Quote(c.Extent), " ")
	return inClass("conditional", c.Mark) || inClass("conditional", strings.ToLower(first))
}

// must finds what must or should come by a day that is still to come.
func (s *scan) must(i int) int {
	if c := &s.d.Clauses[i]; !inClass("must", c.Modal) || c.Perfect || !s.isToCome(c) {
		return rashomon.None
	}
	return s.carried(i)
}

// might finds what may come: an event, or what is said to come soon or under a condition.
func (s *scan) might(i int) int {
	c := &s.d.Clauses[i]
	if !inClass("might", c.Modal) || c.Perfect || c.Negated {
		return rashomon.None
	}
	soon := s.isToCome(c) || slices.ContainsFunc(c.Adverbs, func(a string) bool { return inClass("coming", a) })
	if soon || c.Modal != "could" && (c.Event != rashomon.None || s.isConditional(i)) {
		return s.carried(i)
	}
	return rashomon.None
}

// infinitive finds what somebody is going, expected, likely or resolved to do.
func (s *scan) infinitive(i int) int {
	c := &s.d.Clauses[i]
	if c.Modal != "" || c.Negated {
		return rashomon.None
	}
	if c.Mark == "to" && strings.HasPrefix(c.Predicate, "be ") && c.Tense == digest.TensePresent {
		if s.isWilling(c) || slices.ContainsFunc(c.Adverbs, isLikely) || s.dayIn(c.Extent) != rashomon.None {
			return i // "the court is to hear the case"
		}
		return rashomon.None // "the aim is to win"
	}
	bare, copular := strings.CutPrefix(c.Predicate, "be ")
	below := s.infinitiveBelow(i)
	switch past := s.mayHaveCome(c); {
	case inClass("deciding", c.Predicate) && !c.Passive && below != rashomon.None && s.isToCome(&s.d.Clauses[below]):
		return below
	case past && !(c.Passive && inClass("expected", c.Predicate)):
		return rashomon.None
	case c.Passive && inClass("expected", c.Predicate), c.Ongoing && inClass("under way", c.Predicate),
		copular && isLikely(bare), inClass("intending", c.Predicate) && !c.Passive && !c.Perfect && c.Tense == digest.TensePresent:
		if below == rashomon.None && strings.HasPrefix(s.d.Text[c.Head.End:], " to ") {
			return i // its infinitive was not taken for a clause
		}
		return below
	}
	return rashomon.None
}

func isLikely(word string) bool { return inClass("likely", word) }

// isWilling reports whether the subject of a clause is somebody, who can be said to be to do something.
func (s *scan) isWilling(c *digest.Clause) bool {
	for _, role := range c.Roles {
		if strings.HasPrefix(role.Relation, "nsubj") {
			return c.Passive || role.Entity != rashomon.None && slices.Contains(willing, s.d.Entities[role.Entity].Type)
		}
	}
	return false
}

// willing are the types of what can be said to be to do something; an aim or a wish cannot.
var willing = []rashomon.EntityType{
	rashomon.EntityPerson, rashomon.EntityOrganization, rashomon.EntityGroup, rashomon.EntityFacility, rashomon.EntityEvent,
}

// infinitiveBelow returns what the infinitive that hangs on a clause tells, or None.
func (s *scan) infinitiveBelow(i int) int {
	for _, child := range s.children[i] {
		c := s.d.Clauses[child]
		if slices.Contains(infinitives, c.Relation) && (c.Mark == "to" || c.Mark == "for") {
			return s.carried(child)
		}
	}
	return rashomon.None
}

// infinitives are the relations by which an infinitive hangs on the word that foretells it.
var infinitives = []string{"xcomp", "ccomp", "advcl", "acl"}

// mayHaveCome reports whether what was to come when a clause tells of may have come since: in the past tense it is to come only for whoever
// said so, and not where it is why something was done.
func (s *scan) mayHaveCome(c *digest.Clause) bool {
	return c.Tense == digest.TensePast && (c.Statement == rashomon.None || inClass("reason", c.Mark))
}

// near finds what somebody is on the verge of, and what is inevitable.
func (s *scan) near(i int) int {
	c := &s.d.Clauses[i]
	bare, copular := strings.CutPrefix(c.Predicate, "be ")
	if c.Negated || c.Tense != digest.TensePresent && (c.Statement == rashomon.None || s.mayHaveCome(c)) ||
		!inClass("near", bare) || !copular && bare != "loom" {
		return rashomon.None
	}
	for _, child := range s.children[i] {
		if relation := s.d.Clauses[child].Relation; relation == "acl" || relation == "xcomp" || relation == "advcl" {
			return child
		}
	}
	return i
}

// forecast finds "forecasts a flood" and "a flood is forecast".
func (s *scan) forecast(i int) int {
	c := &s.d.Clauses[i]
	if !inClass("forecasting", c.Predicate) || c.Negated || c.Modal != "" {
		return rashomon.None
	}
	if at := s.infinitiveBelow(i); at != rashomon.None {
		return at
	}
	if slices.ContainsFunc(s.children[i], func(child int) bool { return s.d.Clauses[child].Relation == "ccomp" }) {
		return rashomon.None // its modal verb tells it
	}
	return i
}

// prepared finds "a new war is being prepared".
func (s *scan) prepared(i int) int {
	c := &s.d.Clauses[i]
	if c.Passive && s.isProgressive(c) && c.Tense == digest.TensePresent && inClass("preparing", c.Predicate) {
		return i
	}
	return rashomon.None
}

// isProgressive reports whether a passive clause tells of what is being done.
func (s *scan) isProgressive(c *digest.Clause) bool {
	return slices.Contains(strings.Fields(strings.ToLower(s.d.Quote(c.Extent))), "being")
}

// dated finds what is told of a day to come without a modal verb: "the court meets on Friday".
func (s *scan) dated(i int) int {
	c := &s.d.Clauses[i]
	if c.Modal != "" || c.Tense == digest.TensePast || c.Perfect || !s.isToCome(c) || !slices.ContainsFunc(c.Roles, s.isDay) ||
		inClass("unchanging", s.d.Quote(c.Head)) {
		return rashomon.None
	}
	return i
}

func (s *scan) isDay(r digest.Role) bool {
	return r.Timex != rashomon.None && strings.HasPrefix(r.Relation, "obl") && !inClass("start", r.Preposition) &&
		s.d.Timexes[r.Timex].From > day(s.d.Published) && !s.isOfLate(&s.d.Timexes[r.Timex])
}

// lately is how many days back a day without its year is still taken for one that has been: "the rolls show 540 men
// absent on 21 May", said in June.
const lately = 120

// isOfLate reports whether a day of the year that is said to be to come was not long ago.
func (s *scan) isOfLate(t *digest.Timex) bool {
	before := shifted(day(t.From), -365)
	return t.Grain == rashomon.GrainDay && before <= day(s.d.Published) && before > shifted(day(s.d.Published), -lately)
}

// isToCome reports whether a clause tells of a day after the publication.
func (s *scan) isToCome(c *digest.Clause) bool {
	at := s.dayIn(c.Extent)
	return at != rashomon.None && s.d.Published != "" && s.d.Timexes[at].From > day(s.d.Published)
}

// carried returns the clause that another one carries, as "strike" in "will have to strike", else that one.
func (s *scan) carried(i int) int {
	for range len(s.d.Clauses) {
		c := s.d.Clauses[i]
		if bare := strings.TrimPrefix(c.Predicate, "be "); !inClass("carrying", bare) || bare == "go" && !c.Ongoing {
			return i // "go back to work" is what is done, "going to strike" is not
		}
		below := rashomon.None
		for _, child := range s.children[i] {
			if s.d.Clauses[child].Relation == "xcomp" {
				below = child
				break
			}
		}
		if below == rashomon.None {
			return i
		}
		i = below
	}
	return i
}
