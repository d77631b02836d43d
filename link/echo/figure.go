package echo

import "rashomon"

// knows reports whether who cites a publisher so can be taken to have read it.
func knows(citings map[int]citing) bool {
	for _, how := range citings {
		if how.likeness > kindred || how.says {
			return true
		}
	}
	return false
}

// figuresOf returns links between the sentences of an account and of one whose publisher it cites elsewhere that give the same
// figure or time of the same thing.
func figuresOf(a, origin *account) []link {
	var links []link
	for _, i := range a.asSo {
		t := &a.tellings[i]
		if len(t.records) > 0 {
			continue // it has that from something written
		}
		for at := range origin.tellings {
			u := &origin.tellings[at]
			if !origin.tells(at) || u.exacts() == 0 {
				continue
			}
			if t.shareExact(u) && common(t.things, u.things) > 0 {
				links = append(links, link{
					a: origin.passage(at), b: a.passage(int(i)), kind: rashomon.EchoSharedSource, rule: "credit/figure",
					reason: "The one gives a figure or time that the other gives, of the same thing, and cites the other's publisher elsewhere.",
					score:  min(0.7, 0.4+float64(t.share(u).weight())/20), weak: true, origin: origin.Document,
				})
			}
		}
	}
	return links
}
