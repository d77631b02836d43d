package point

import (
	"fmt"
	"strings"

	"rashomon"
)

// A precedent is two places named in one breath for what went wrong there before: "after the ruin of Tarsia and Belmar".
type precedent struct {
	parties [2]int // the smaller first
	side    rashomon.Side
	names   string
}

// mostMentions is how often a document may name a place that it speaks of only for comparison.
const mostMentions = 6

// precedents returns the precedents that a document names. names are those that stand in it, in order.
func precedents(s *shelf, names []naming) []precedent {
	often := map[int]int{}
	for _, name := range names {
		often[name.party]++
	}
	var found []precedent
	for i := 1; i < len(names); i++ {
		x, y := names[i-1], names[i]
		if x.party == y.party || often[x.party] > mostMentions || often[y.party] > mostMentions || !s.isCoordinated(x, y) {
			continue
		}
		if extent, statement, told := s.debacleAround(x, y); told {
			found = append(found, precedent{
				parties: [2]int{min(x.party, y.party), max(x.party, y.party)}, side: s.digest.Side(extent, statement),
				names: s.digest.Quote(x.extent) + " and " + s.digest.Quote(y.extent),
			})
		}
	}
	return found
}

// isCoordinated reports whether two names of places stand beside each other with "and".
func (s *shelf) isCoordinated(x, y naming) bool {
	if x.party == rashomon.None || y.party == rashomon.None || x.extent.End > y.extent.Start || !x.isPlace || !y.isPlace {
		return false
	}
	between := strings.Fields(s.digest.Text[x.extent.End:y.extent.Start])
	return len(between) > 0 && len(between) <= 3 && between[0] == "and"
}

// debacleAround returns the clause around two names, if its sentence tells of a war or a failure.
func (s *shelf) debacleAround(x, y naming) (rashomon.Extent, int, bool) {
	for i := range s.digest.Clauses {
		c := &s.digest.Clauses[i]
		if !c.Extent.Contains(x.extent) || !c.Extent.Contains(y.extent) {
			continue
		}
		for _, term := range s.digest.Sentences[c.Sentence].Terms {
			if words().classes.Has("debacle", term) {
				return c.Extent, c.Statement, true
			}
		}
	}
	return rashomon.Extent{}, rashomon.None, false
}

// precedentsAgree finds that two name the same precedent.
func precedentsAgree(a, b precedent) (finding, bool) {
	if a.parties != b.parties {
		return finding{}, false
	}
	return finding{
		kind: rashomon.PointWhat, a: a.side, b: b.side, rule: "agree/precedent", strength: 1,
		why: fmt.Sprintf("Both set it beside what went before in %s.", a.names),
	}, true
}
