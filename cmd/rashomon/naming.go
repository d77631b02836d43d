package main

import (
	"fmt"
	"strings"

	"rashomon"
	"rashomon/view"
)

// describeTarget tells what a target of a correction is, with the words that it stands in.
func describeTarget(v *view.View, t rashomon.Target) string {
	var words []string
	for _, p := range t.Passages {
		d := v.Digest(p.Document)
		switch {
		case d == nil:
			words = append(words, "in document "+p.Document+", which is not in the archive")
		case p.Extent.Empty():
			words = append(words, v.Name(p.Document)+" ("+p.Document+")")
		case p.Extent.End > len(d.Text):
			words = append(words, "beyond the end of "+p.Document)
		default:
			quote := cut(clean(d.Quote(p.Extent)), 60)
			where := fmt.Sprintf("%s/%d-%d", p.Document, p.Extent.Start, p.Extent.End)
			words = append(words, fmt.Sprintf("%q in %s (%s)", quote, v.Name(p.Document), where))
		}
	}
	return string(t.Kind) + " " + strings.Join(words, "; ")
}
