package echo

import (
	"fmt"

	"rashomon"
)

// heldInCommon returns links between statements of two accounts that lay the same to the same holder.
func heldInCommon(a, b *account) []link {
	var links []link
	for _, p := range a.credits {
		for _, q := range b.credits {
			if p.statement == rashomon.None || q.statement == rashomon.None || !a.tells(p.sentence) || !b.tells(q.sentence) {
				continue
			}
			s := a.tellings[p.sentence].share(&b.tellings[q.sentence])
			if like := p.same(q.name); !isOneClaim(like, s) {
				continue
			}
			links = append(links, link{
				a: a.passage(p.sentence), b: b.passage(q.sentence), kind: rashomon.EchoSharedSource, rule: "holder",
				reason: fmt.Sprintf("Both lay it to the same holder: %q and %q.", p.text, q.text),
				score:  min(0.9, 0.5+float64(s.weight())/10),
			})
		}
	}
	return links
}

// isOneClaim reports whether what two statements of one holder share makes them one claim.
func isOneClaim(like likeness, s shared) bool {
	switch like {
	case full:
		return s.exact() > 0 && len(s.terms) > 0 || len(s.terms) >= 3
	case bare:
		return s.exact() > 0 && len(s.terms) > 0
	}
	return false
}
