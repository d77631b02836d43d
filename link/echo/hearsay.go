package echo

import "rashomon"

// heard returns links from hearsay in one account ("they say on the wireless that ...") to what another account tells. Hearsay
// names no source, so that a figure or a time must be shared, or many words.
func heard(a, origin *account) []link {
	var links []link
	for _, credit := range a.credits {
		if !a.isHearsay(credit) || a.Published != "" && a.before(origin) {
			continue
		}
		at, s := origin.nearest(&a.tellings[credit.sentence])
		if at < 0 || !(s.exact() > 0 && len(s.terms) >= 2 || len(s.terms) >= 4) {
			continue
		}
		links = append(links, link{
			a: origin.passage(at), b: a.passage(credit.sentence), kind: rashomon.EchoSharedSource, rule: "hearsay",
			reason: "The one gives by hearsay what the other tells.", score: 0.6, weak: true, origin: origin.Document,
		})
	}
	return links
}

func (a *account) isHearsay(c credit) bool {
	if c.statement == rashomon.None || !a.tells(c.sentence) {
		return false
	}
	s := a.Statements[c.statement]
	if s.SourceKind == rashomon.SourceNobody {
		return true
	}
	return words().classes.Has("hearsay", newName(a.Quote(s.Source), false, false).head) ||
		words().classes.Has("hearsay", fold(a.Quote(s.Source)))
}
