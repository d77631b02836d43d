package prediction

import (
	"slices"
	"strings"
	"unicode/utf8"

	"rashomon"
	"rashomon/digest"
)

// longest is how many bytes a passage may have: what is longer is not read at a glance.
const longest = 400

// passage returns the clause that foretells, with what hangs on the clause of what is to come, as far as it is not too
// long.
func (s *scan) passage(cue, at int) rashomon.Extent {
	extent := s.d.Clauses[at].Extent
	if cue != at {
		extent = join(s.d.Clauses[cue].Extent, extent)
	}
	if extent.Len() > longest {
		extent = s.d.Clauses[at].Extent
	}
	if c := &s.d.Clauses[cue]; c.Above != rashomon.None && c.Mark == "to" {
		extent = s.widened(extent, &s.d.Clauses[c.Above]) // "they were preparing to enter it on Sunday"
	}
	for _, i := range []int{cue, at} {
		for _, child := range s.children[i] {
			extent = s.widened(extent, &s.d.Clauses[child])
		}
	}
	if c := &s.d.Clauses[cue]; c.Relation == "acl:relcl" && c.Above != rashomon.None {
		extent = s.widened(extent, &s.d.Clauses[c.Above]) // "the day on which it would start"
	}
	return s.trimmed(s.unlinked(extent))
}

// unlinked cuts from the front of an extent the words that link it to what stands before.
func (s *scan) unlinked(extent rashomon.Extent) rashomon.Extent {
	for {
		word, _, found := strings.Cut(s.d.Quote(extent), " ")
		if !found || !inClass("linking", strings.ToLower(strings.TrimRight(word, ","))) {
			return extent
		}
		extent.Start += len(word) + len(" ")
	}
}

// complements are the relations of clauses that belong to what another one says.
var complements = []string{"xcomp", "ccomp", "advcl", "acl", "acl:relcl", "csubj", "root"}

// widened adds a clause to an extent where that is not too long then.
func (s *scan) widened(extent rashomon.Extent, c *digest.Clause) rashomon.Extent {
	wider := join(extent, c.Extent)
	if !slices.Contains(complements, c.Relation) || wider.Len() > longest {
		return extent
	}
	return wider
}

func join(a, b rashomon.Extent) rashomon.Extent {
	return rashomon.Extent{Start: min(a.Start, b.Start), End: max(a.End, b.End)}
}

// trimmed cuts an extent that is too long, between two words where it has any.
func (s *scan) trimmed(extent rashomon.Extent) rashomon.Extent {
	if extent.Len() <= longest {
		return extent
	}
	end := extent.Start + longest
	for !utf8.RuneStart(s.d.Text[end]) {
		end--
	}
	if blank := strings.LastIndexByte(s.d.Text[extent.Start:end], ' '); blank > 0 {
		end = extent.Start + blank
	}
	return rashomon.Extent{Start: extent.Start, End: end}
}
