package party_test

import (
	"bytes"
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rashomon"
	"rashomon/digest"
	"rashomon/link/party"
	"rashomon/rashomontest"
)

// The company in which the two names of a case stand.
var companies = map[string][2][]string{
	"shared": {harbour, harbour},
	"none":   {harbour, {"PERSON Petra Quandt", "PLACE Millhaven", "ORGANIZATION Brook Valley Choir"}},
}

var harbour = []string{"PERSON Ilmar Vostrup", "PLACE Dorenta", "ORGANIZATION Oskel Harbour Trust"}

// TestCases links two documents of which each names one of two parties, in company that they share or not.
func TestCases(t *testing.T) {
	t.Parallel()
	for _, path := range rashomontest.CaseFiles(t) {
		rashomontest.RunCases(t, path, func(c rashomontest.Case) []rashomontest.Finding {
			return []rashomontest.Finding{{Start: 0, End: len(c.Phrase), Value: verdict(t, c)}}
		})
	}
}

// verdict tells whether the two parties of a case are one, and by which rule.
func verdict(t testing.TB, c rashomontest.Case) string {
	a, b, found := strings.Cut(c.Phrase, " ~ ")
	company, known := companies[c.Given["company"]]
	if !found || !known {
		t.Fatalf("%s:%d: want company, shared or none, and two names with ~ between", c.File, c.Line)
	}
	kind, other := c.Given["type"], c.Given["and"]
	first := document(t, "a", slices.Concat([]string{kind + " " + a}, company[0])...)
	second := document(t, "b", slices.Concat([]string{cmp.Or(other, kind) + " " + b}, company[1])...)
	for _, p := range party.Link([]*digest.Digest{first, second}) {
		if p.Entities[0] == (rashomon.Element{Document: "a"}) {
			for _, join := range p.Joins {
				if join.B == (rashomon.Element{Document: "b"}) {
					return "same by " + join.Rule
				}
			}
		}
	}
	return "different"
}

// TestAccuracy keeps how many of the pairs of the cases come out right, those among them that are not yet to.
func TestAccuracy(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	for _, path := range rashomontest.CaseFiles(t) {
		var same, found, different, joined int
		for _, c := range rashomontest.LoadCases(t, path) {
			isSame := strings.HasPrefix(verdict(t, c), "same")
			if strings.HasPrefix(c.Value, "same") {
				same++
				found += count(isSame)
			} else {
				different++
				joined += count(isSame)
			}
		}
		fmt.Fprintf(&out, "%s: %d of %d pairs that are one joined, ", filepath.Base(path), found, same)
		fmt.Fprintf(&out, "%d of %d that are two\n", joined, different)
	}
	rashomontest.Golden(t, "testdata/accuracy.golden", out.Bytes())
}

func count(is bool) int {
	if is {
		return 1
	}
	return 0
}
