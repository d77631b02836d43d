package quantity

import "math"

// hedge takes the qualifiers before and after a figure into its span, and loosens its bounds by them.
func (f *finder) hedge(fig *figure) {
	if before := f.lower(fig.Span.Start - 1); before == "between" && fig.low != fig.high && fig.Span.Start > f.floor {
		fig.Span.Start--
		if !fig.vague {
			fig.Qualifier = before
		}
	}
	bounded := false
	for {
		hedge, ok := f.ending(hedgesBefore, fig.Span.Start)
		if !ok {
			break
		}
		fig.Span.Start -= len(hedge.words)
		fig.qualify(hedge)
		bounded = bounded || hedge.head[2] != "both"
	}
	for bounded {
		degree, ok := f.ending(degrees, fig.Span.Start)
		if !ok {
			break
		}
		fig.Span.Start -= len(degree.words)
	}
	if hedge, ok := f.starting(hedgesAfter, fig.Span.End); ok && f.isAfter(fig, hedge) {
		fig.Span.End += len(hedge.words)
		fig.qualify(hedge)
	}
}

// isAfter reports whether a hedge behind a figure belongs to it: "20 or more", and not "20 more than before", "20 at
// least 30", "20 plus 30".
func (f *finder) isAfter(fig *figure, hedge phrase) bool {
	end := fig.Span.End + len(hedge.words)
	if f.isDigits(end) || hedge.words[0] == "+" && !f.glued(fig.Span.End) || hedge.words[0] == "plus" {
		return false
	}
	return hedge.words[0] != "-" || f.glued(fig.Span.End)
}

// qualify applies a hedge. What bounds a figure on one side says more than what makes it vague.
func (fig *figure) qualify(hedge phrase) {
	name, bound := hedge.head[1], hedge.head[2]
	if fig.Qualifier == "" || bound != "both" {
		fig.Qualifier = name
	}
	switch bound {
	case "low":
		fig.high = math.Inf(1)
	case "high":
		fig.low = math.Inf(-1)
	}
}
