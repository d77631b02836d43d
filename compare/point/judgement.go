package point

import (
	"fmt"
	"slices"
	"strings"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/digest"
)

// A judgement is a clause that calls a deed right ("at the request of the court") or wrong ("a crime"), or calls for its end.
type judgement struct {
	by        telling
	statement int
	right     bool
	quote     string // by which it judges
	deeds     []*word
}

// judgements returns the judgements of a document.
func judgements(s *shelf, g *ground.Ground) []judgement {
	var found []judgement
	d := s.digest
	for i := range d.Clauses {
		c := &d.Clauses[i]
		if c.Negated || c.Mark == "if" || d.Sentences[c.Sentence].Part == rashomon.PartBoilerplate {
			continue
		}
		j := judgement{by: telling{ground: g, digest: d, clause: c, index: i, shelf: s}}
		if j.judges() || j.callsForEnd() {
			j.statement, j.deeds = statementOf(d, c), j.findDeeds()
			found = append(found, j)
		}
	}
	return found
}

// judges looks for a phrase that calls a deed right or wrong, and reports whether there is one.
func (j *judgement) judges() bool {
	said := j.by.wordsSaid()
	if !slices.ContainsFunc(said, func(word string) bool { return words().judging[word] }) {
		return false
	}
	text := " " + strings.Join(said, " ") + " "
	for _, known := range words().judgements {
		if strings.Contains(text, known.phrase) {
			j.right, j.quote = known.right, strings.TrimSpace(known.phrase)
			return true
		}
	}
	return false
}

// callsForEnd reports whether the clause is a call to end a deed: "stop bombing the town".
func (j *judgement) callsForEnd() bool {
	c := j.by.clause
	hasSubject := slices.ContainsFunc(c.Roles, func(r digest.Role) bool { return strings.HasPrefix(r.Relation, "nsubj") })
	j.quote = strings.ToLower(j.by.digest.Quote(c.Head))
	return words().classes.Has("end", c.Predicate) && !hasSubject && c.Tense == digest.TenseNone && c.Head.Start == c.Extent.Start &&
		(c.Relation == "root" || c.Relation == "parataxis")
}

// statementOf returns in whose words a clause is: where its own predicate is what brings in what is said, in those of the one
// who says it.
func statementOf(d *digest.Digest, c *digest.Clause) int {
	if c.Statement != rashomon.None {
		return c.Statement
	}
	for i, statement := range d.Statements {
		for _, content := range statement.Content {
			common := min(c.Extent.End, content.End) - max(c.Extent.Start, content.Start)
			if 2*common >= c.Extent.Len() {
				return i
			}
		}
	}
	return rashomon.None
}

// findDeeds returns the words of what is judged: those of the clause, and with a call to end a deed those of the clauses that
// hang on it.
func (j *judgement) findDeeds() []*word {
	terms := slices.Clone(j.by.clause.Terms)
	for _, c := range j.by.digest.Clauses {
		if c.Above == j.by.index && c.Sentence == j.by.clause.Sentence && strings.HasPrefix(c.Relation, "xcomp") {
			terms = append(terms, c.Terms...)
		}
	}
	var deeds []*word
	for _, text := range terms {
		if w := words().word(text); w.saysMuch() && !strings.Contains(j.quote, text) && !words().classes.Has("stop", text) {
			deeds = append(deeds, w)
		}
	}
	return sortedWords(deeds)
}

// judgementsDiffer finds that one calls right what the other calls wrong.
func judgementsDiffer(a, b judgement) (finding, bool) {
	if a.right == b.right || a.by.digest.Is(b.by.digest) && slices.Equal(a.side().Holders, b.side().Holders) {
		return finding{}, false
	}
	if slices.Contains(words().opposites[core(a.by.clause)], core(b.by.clause)) {
		return finding{}, false // the opposites tell it
	}
	deed := sharedDeed(a, b)
	if deed == "" || !sharePassage(&a.by, &b.by) {
		return finding{}, false
	}
	return finding{
		kind: rashomon.PointPosition, a: a.side(), b: b.side(), rule: "position/judgement", strength: 0.6,
		why: fmt.Sprintf("whether it is right (%s): %q, or %q", deed, a.quote, b.quote),
	}, true
}

// side returns the clause with whose word it is, of a short sentence the whole.
func (j *judgement) side() rashomon.Side {
	extent := j.by.extent()
	if whole := j.by.digest.Sentences[j.by.clause.Sentence].Extent; whole.Len() <= shortSentence {
		extent = whole
	}
	return j.by.digest.Side(extent, j.statement)
}

// shortSentence is how many bytes a sentence may have to be shown as a whole.
const shortSentence = 120

// sharedDeed returns the word for a deed that two judgements share, or "": a word of a family of deeds, or two words at once.
func sharedDeed(a, b judgement) string {
	var common []*word
	for _, x := range a.deeds {
		if slices.ContainsFunc(b.deeds, func(y *word) bool { return x.akin(y) >= 0.8 }) {
			common = append(common, x)
		}
	}
	for _, x := range common {
		isViolent := func(family string) bool { return words().classes.Has("violent", family) }
		if len(common) > 1 || isDeed(x.text) || slices.ContainsFunc(x.families, isViolent) {
			return x.text
		}
	}
	return ""
}
