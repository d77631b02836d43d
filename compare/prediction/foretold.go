package prediction

import (
	"slices"
	"sort"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// A foretelling is what a document says will be.
type foretelling struct {
	extent    rashomon.Extent
	clause    int // that tells of what is to come
	statement int
	rule      string
	ought     bool // it tells what should have been by now: "that should have begun on Monday"
	near      bool // it was about to come: "on the verge of"
}

// A scan reads one document for what it foretells.
type scan struct {
	d        *digest.Digest
	children [][]int   // of each clause, the clauses that hang on it
	first    []int     // of each sentence, its first clause; and at the end the number of clauses
	mentions []mention // what mentions returns, once it was asked for
}

func newScan(d *digest.Digest) *scan {
	s := &scan{d: d, children: make([][]int, len(d.Clauses)), first: make([]int, len(d.Sentences)+1)}
	for sentence := range s.first {
		s.first[sentence] = sort.Search(len(d.Clauses), func(i int) bool { return d.Clauses[i].Sentence >= sentence })
	}
	for i, c := range d.Clauses {
		if c.Above != rashomon.None && c.Above != i {
			s.children[c.Above] = append(s.children[c.Above], i)
		}
	}
	return s
}

// foretold returns what a document foretells, in the order of the text, and nothing twice.
func (s *scan) foretold() []foretelling {
	var out []foretelling
	taken := map[int]bool{}
	for i := range s.d.Clauses {
		if !s.isProse(s.d.Clauses[i].Sentence) {
			continue
		}
		f, found := s.foretelling(i)
		if found && !taken[f.clause] {
			taken[f.clause] = true
			out = append(out, f)
		}
	}
	return s.withPromises(out)
}

// isProse reports whether a sentence stands in the text proper: lines with names and dates foretell nothing.
func (s *scan) isProse(sentence int) bool {
	switch s.d.Sentences[sentence].Part {
	case rashomon.PartByline, rashomon.PartBoilerplate:
		return false
	}
	return true
}

func (s *scan) foretelling(i int) (foretelling, bool) {
	c := &s.d.Clauses[i]
	if c.Modal == "should" && c.Perfect && s.dayIn(c.Extent) != rashomon.None {
		f := foretelling{clause: i, extent: s.passage(i, i), statement: c.Statement, rule: "prediction/should", ought: true}
		return f, true
	}
	if s.isIdle(c) {
		return foretelling{}, false
	}
	for _, cue := range cues {
		if at := cue.find(s, i); at != rashomon.None {
			rule := cue.rule
			if s.isQuestion(c.Sentence) {
				rule = "prediction/question"
			}
			return foretelling{
				clause: at, extent: s.passage(i, at), statement: s.d.Clauses[at].Statement, rule: rule,
				near: cue.rule == "prediction/near" && at != i,
			}, true
		}
	}
	return foretelling{}, false
}

// isIdle reports whether a clause foretells nothing, whatever its verb: a condition, a purpose, a habit, or a writer's
// word on his own text or to his reader.
func (s *scan) isIdle(c *digest.Clause) bool {
	if s.isCondition(c) || s.isIndirectQuestion(c) || c.Negated && inClass("silent", c.Predicate) ||
		c.Relation == "advcl" && inClass("circumstance", c.Mark) {
		return true
	}
	for _, role := range c.Roles {
		if strings.HasPrefix(role.Relation, "nsubj") {
			if inClass("addressed", role.Head) ||
				inClass("writing", role.Head) && c.Statement == rashomon.None && inClass("telling", c.Predicate) && !goes(c) {
				return true
			}
		}
		if role.Timex != rashomon.None && s.d.Timexes[role.Timex].Type == rashomon.TimexSet {
			return true
		}
	}
	return false
}

// goes reports whether whoever writes goes somewhere, and not to another point of his text.
func goes(c *digest.Clause) bool {
	return inClass("going", c.Predicate) && !slices.ContainsFunc(c.Roles, func(r digest.Role) bool {
		return !strings.HasPrefix(r.Relation, "nsubj") && r.Entity == rashomon.None && r.Timex == rashomon.None
	})
}

// isIndirectQuestion reports whether a clause asks when, where or why: "they will not say when it will appear".
func (s *scan) isIndirectQuestion(c *digest.Clause) bool {
	return (c.Relation == "ccomp" || strings.HasPrefix(c.Relation, "ad") || c.Relation == "acl") &&
		slices.ContainsFunc(c.Adverbs, func(a string) bool { return inClass("asking", a) })
}

func (s *scan) isQuestion(sentence int) bool {
	return strings.HasSuffix(strings.TrimRight(s.d.Quote(s.d.Sentences[sentence].Extent), ` "'”’)`), "?")
}

// withPromises adds what somebody predicts, promises or threatens in words that have no verb of their own.
func (s *scan) withPromises(out []foretelling) []foretelling {
	for i, statement := range s.d.Statements {
		switch statement.Act {
		case rashomon.ActPredict, rashomon.ActPromise, rashomon.ActThreaten:
		default:
			continue
		}
		extent := statement.Content[0]
		at := s.clauseIn(extent)
		if at == rashomon.None || inClass("until", s.d.Clauses[at].Mark) || !strings.Contains(s.d.Quote(extent), " ") ||
			extent.Len() > longest ||
			slices.ContainsFunc(out, func(f foretelling) bool { return meet(f.extent, extent) }) {
			continue
		}
		whole := join(extent, statement.Cue)
		if !statement.Cue.Empty() && whole.Len() <= longest && !strings.Contains(s.d.Quote(whole), "\n") {
			extent = whole
		}
		out = append(out, foretelling{extent: extent, clause: at, statement: i, rule: "prediction/" + string(statement.Act)})
	}
	slices.SortStableFunc(out, byPlace)
	return out
}

func byPlace(a, b foretelling) int { return a.extent.Start - b.extent.Start }

// clauseIn returns the first clause whose predicate an extent holds, else the one that the extent stands in, or None.
func (s *scan) clauseIn(extent rashomon.Extent) int {
	around := rashomon.None
	sentence := s.sentenceAt(extent.Start)
	if sentence == len(s.d.Sentences) {
		return rashomon.None
	}
	for i := s.first[sentence]; i < s.first[sentence+1]; i++ {
		c := &s.d.Clauses[i]
		if extent.Contains(c.Head) {
			return i
		}
		if c.Extent.Contains(extent) {
			around = i
		}
	}
	return around
}

// sentenceAt returns the first sentence that ends behind a byte of the text, or the number of sentences.
func (s *scan) sentenceAt(offset int) int {
	return sort.Search(len(s.d.Sentences), func(i int) bool { return s.d.Sentences[i].Extent.End > offset })
}

func meet(a, b rashomon.Extent) bool { return a.Start < b.End && b.Start < a.End }
