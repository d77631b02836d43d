package echo

import "rashomon"

// What makes an account a rewriting of another without credit: two reports of one event that were written apart share a figure or
// an hour here and there, but neither words in a row nor so many sentences that tell the same.
const (
	rewrittenWeight    = 5 // of what two sentences share
	rewrittenSentences = 3
)

// rewritten returns links between the sentences of two accounts that tell the same in other words, where the accounts share
// words in a row besides.
func rewritten(a, b *account) []link {
	origin, other := a, b
	if b.before(a) {
		origin, other = b, a
	}
	var links []link
	for i := range other.tellings {
		if !other.tells(i) || !other.tellings[i].shareExact(&origin.all) {
			continue
		}
		at, s := origin.nearest(&other.tellings[i])
		if at < 0 || s.exact() == 0 || s.terms < 2 || s.weight() < rewrittenWeight {
			continue
		}
		if back, _ := other.nearest(&origin.tellings[at]); back != i {
			continue
		}
		kind := rashomon.EchoSharedSource
		if origin.owned {
			kind = rashomon.EchoAgency
		}
		links = append(links, link{
			a: origin.passage(at), b: other.passage(i), kind: kind, rule: "rewriting",
			reason: "The one tells in other words what the other tells, as it does elsewhere word for word.",
			score:  min(0.8, 0.4+float64(s.weight())/20), weak: true, origin: origin.Document,
		})
	}
	if len(links) < rewrittenSentences {
		return nil
	}
	return links
}
