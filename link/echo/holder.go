package echo

import (
	"cmp"
	"fmt"
	"slices"

	"rashomon"
)

// A match is two credits of two accounts that lay the same to the same holder.
type match struct {
	p, q credit
	shared
}

// heldInCommon returns links between statements of two accounts that lay the same to the same holder. Of several
// statements of a holder, the two that share most belong together.
func heldInCommon(a, b *account) []link {
	var matches []match
	for _, p := range a.credits {
		for _, q := range b.credits {
			if !p.says || !q.says || !a.tells(p.sentence) || !b.tells(q.sentence) {
				continue
			}
			like := p.same(*q.name)
			if like == unlike {
				continue
			}
			t, u := &a.tellings[p.sentence], &b.tellings[q.sentence]
			s := t.share(u)
			claim := isOneClaim(like, s) && 3*len(s.terms) >= min(len(t.terms), len(u.terms))
			if claim || a.hasRun(p.sentence, b, q.sentence) {
				matches = append(matches, match{p, q, s})
			}
		}
	}
	slices.SortStableFunc(matches, func(x, y match) int { return cmp.Compare(y.weight(), x.weight()) })
	paired, pairedToo := map[int]bool{}, map[int]bool{}
	var links []link
	for _, m := range matches {
		if paired[m.p.sentence] || pairedToo[m.q.sentence] {
			continue
		}
		paired[m.p.sentence], pairedToo[m.q.sentence] = true, true
		links = append(links, link{
			a: a.passage(m.p.sentence), b: b.passage(m.q.sentence), kind: rashomon.EchoSharedSource, rule: "holder",
			reason: fmt.Sprintf("Both lay it to the same holder: %q and %q.", m.p.text, m.q.text),
			score:  min(0.9, 0.5+float64(m.weight())/20), weak: true,
		})
	}
	return links
}

// isOneClaim reports whether what two statements of one holder share makes them one claim.
func isOneClaim(like likeness, s shared) bool {
	if like == bare || len(s.terms) < 3 {
		return s.exact() > 0 && len(s.terms) > 0
	}
	return like == full
}
