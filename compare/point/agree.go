package point

import (
	"fmt"
	"strings"

	"rashomon"
)

// agree tells on what point two tellings say the same, if they do.
func agree(a, b *telling, l likeness) (finding, bool) {
	if a.denied != b.denied || a.open || b.open || otherThing(a, b) {
		return finding{}, false
	}
	f := finding{a: a.side(), b: b.side(), strength: l.content}
	x, y := a.time(), b.time()
	switch {
	case matched(a, b, l) && x != nil && y != nil && clock(x) >= 0 && clock(y) >= 0 && !apart(x, y):
		f.kind, f.rule, f.why = rashomon.PointWhen, "agree/when", "both at "+a.digest.Quote(x.Extent)
	case matched(a, b, l) && l.content >= 0.5 && l.weight >= 1.8 && wordWeight(l.named()) >= 1 || l.predicate >= 0.8 && sameUndergoer(a, b):
		f.kind, f.rule, f.why = rashomon.PointWhether, "agree/whether", fmt.Sprintf("both tell it: %s", strings.Join(l.named(), ", "))
	default:
		return finding{}, false
	}
	return f, true
}

// named returns the words that two tellings share, without parties.
func (l likeness) named() []string {
	var out []string
	for _, key := range l.shared {
		if !strings.HasPrefix(key, "@") {
			out = append(out, key)
		}
	}
	return out
}

// wordWeight tells how much words say together.
func wordWeight(shared []string) float64 {
	total := 0.0
	for _, word := range shared {
		total += words().weight(word)
	}
	return total
}
