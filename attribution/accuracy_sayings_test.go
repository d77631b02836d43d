package attribution_test

import (
	"fmt"
	"io"
	"slices"
	"testing"

	"rashomon"
	"rashomon/rashomontest"
	"rashomon/score"
)

// A saying is a statement as whole readings are compared: by extents of the text.
type saying struct {
	content rashomon.Extent // from the first word to the last
	source  rashomon.Extent
	holder  []rashomon.Extent // its mentions
	within  *saying
}

// The rules by which a saying found is one that is wanted, each stricter than the one before.
var sayingRules = []struct {
	name string
	fit  func(wanted, found *saying) bool
}{
	{"sayings", (*saying).fitsContent},
	{"sayings and holder", (*saying).fitsHolder},
	{"sayings and nesting", (*saying).fitsNesting},
}

// fitsContent: the contents share half or more of the shorter one.
func (s *saying) fitsContent(found *saying) bool {
	shorter := min(s.content.Len(), found.content.Len())
	return shorter > 0 && 2*common(s.content, found.content) >= shorter
}

// fitsHolder: besides, the sources overlap, or mentions of the holders do, or neither has a source.
func (s *saying) fitsHolder(found *saying) bool {
	return s.fitsContent(found) && (s.source.Empty() && found.source.Empty() ||
		common(s.source, found.source) > 0 || overlapping(s.holder, found.holder))
}

func overlapping(some, others []rashomon.Extent) bool {
	return slices.ContainsFunc(some, func(a rashomon.Extent) bool {
		return slices.ContainsFunc(others, func(b rashomon.Extent) bool { return common(a, b) > 0 })
	})
}

// fitsNesting: besides, neither stands within another, or both do, within such as fit by their contents.
func (s *saying) fitsNesting(found *saying) bool {
	return s.fitsHolder(found) && (s.within == nil) == (found.within == nil) &&
		(s.within == nil || s.within.fitsContent(found.within))
}

// measureSayings compares what is found in the accounts with each of two readings of them.
func measureSayings(t *testing.T, out io.Writer) {
	t.Helper()
	var a, b [3]score.Count // in the order of sayingRules
	seconds := rashomontest.Readings(t, "b")
	for n, first := range rashomontest.Readings(t, "a") {
		second := seconds[n]
		if first.Text != second.Text {
			t.Fatalf("%s: the two readings are of different texts", first.Account)
		}
		found := foundSayings(readOriginal(t, first.Original(t), first.Text))
		for i, rule := range sayingRules {
			a[i].Add(countSayings(wantedSayings(first), found, rule.fit))
			b[i].Add(countSayings(wantedSayings(second), found, rule.fit))
		}
	}
	fmt.Fprintf(out, "\n# accounts: F1 against each of two readings, and the mean\n")
	for i, rule := range sayingRules {
		f, g := 100*a[i].F1(), 100*b[i].F1()
		fmt.Fprintf(out, "%-34s a %.2f  b %.2f  mean %.2f\n", rule.name, f, g, (f+g)/2)
	}
}

func countSayings(wanted, found []*saying, fit func(wanted, found *saying) bool) score.Count {
	return score.Count{Right: len(score.PairMost(wanted, found, fit)), Found: len(found), Wanted: len(wanted)}
}

func foundSayings(doc *rashomon.Document) []*saying {
	out := make([]*saying, len(doc.Statements))
	for i, s := range doc.Statements {
		out[i] = &saying{
			content: whole(contentExtents(doc, s)), source: doc.Extent(s.Source), holder: holderMentions(doc, s),
		}
	}
	for i, s := range doc.Statements {
		if s.Within != rashomon.None {
			out[i].within = out[s.Within]
		}
	}
	return out
}

// whole returns the extent from the first of some to the last.
func whole(extents []rashomon.Extent) rashomon.Extent {
	all := extents[0]
	for _, e := range extents[1:] {
		all = rashomon.Extent{Start: min(all.Start, e.Start), End: max(all.End, e.End)}
	}
	return all
}

// wantedSayings returns the statements of a reading that have a content.
func wantedSayings(r rashomontest.Reading) []*saying {
	mentions := r.Mentions()
	var out []*saying
	named := map[string]*saying{}
	for _, s := range r.Statements {
		if len(s.Content) == 0 {
			continue
		}
		said := &saying{content: whole(rashomontest.InBytes(r.Text, s.Content...)), holder: mentions[s.Holder]}
		if source := rashomontest.InBytes(r.Text, s.Source); len(source) > 0 {
			said.source = source[0]
		}
		out, named[s.ID] = append(out, said), said
	}
	for _, s := range r.Statements {
		if said := named[s.ID]; said != nil {
			said.within = named[s.Within]
		}
	}
	return out
}
