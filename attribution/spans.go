package attribution

import (
	"cmp"
	"slices"

	"rashomon"
)

// spans are stretches of tokens in order, without overlap.
type spans []rashomon.Span

func single(s rashomon.Span) spans {
	if s.Empty() {
		return nil
	}
	return spans{s}
}

// with returns the union with a span. Stretches that touch become one.
func (all spans) with(s rashomon.Span) spans {
	if s.Empty() {
		return all
	}
	out := append(slices.Clone(all), s)
	slices.SortFunc(out, func(a, b rashomon.Span) int { return cmp.Compare(a.Start, b.Start) })
	merged := out[:1]
	for _, next := range out[1:] {
		last := &merged[len(merged)-1]
		if next.Start <= last.End {
			last.End = max(last.End, next.End)
		} else {
			merged = append(merged, next)
		}
	}
	return merged
}

// without returns what is left when a span is taken out.
func (all spans) without(s rashomon.Span) spans {
	if s.Empty() {
		return all
	}
	var out spans
	for _, one := range all {
		if one.End <= s.Start || s.End <= one.Start {
			out = append(out, one)
			continue
		}
		if one.Start < s.Start {
			out = append(out, rashomon.Span{Start: one.Start, End: s.Start})
		}
		if s.End < one.End {
			out = append(out, rashomon.Span{Start: s.End, End: one.End})
		}
	}
	return out
}

// within returns what lies within a span.
func (all spans) within(s rashomon.Span) spans {
	var out spans
	for _, one := range all {
		if both := (rashomon.Span{Start: max(one.Start, s.Start), End: min(one.End, s.End)}); !both.Empty() {
			out = append(out, both)
		}
	}
	return out
}

// holds reports whether a token lies in one of the stretches.
func (all spans) holds(i int) bool {
	return slices.ContainsFunc(all, func(s rashomon.Span) bool { return contains(s, i) })
}

func (all spans) len() int {
	n := 0
	for _, s := range all {
		n += s.Len()
	}
	return n
}

func contains(s rashomon.Span, i int) bool { return s.Start <= i && i < s.End }
