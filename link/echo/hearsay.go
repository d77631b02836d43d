package echo

import "rashomon"

// heard returns links from hearsay in one account ("they say on the wireless that ...") to what another account tells.
// Hearsay names no source, so that a figure or a time must be shared, or many words.
func heard(a, origin *account) []link {
	var links []link
	if a.Published != "" && a.before(origin) {
		return nil
	}
	for _, sentence := range a.heard {
		at, s := origin.nearest(&a.tellings[sentence])
		if at < 0 || !(s.exact() > 0 && s.terms >= 2 || s.terms >= 4) {
			continue
		}
		links = append(links, link{
			a: origin.passage(at), b: a.passage(int(sentence)), kind: rashomon.EchoSharedSource, rule: "hearsay",
			reason: "The one gives by hearsay what the other tells.", score: 0.6, weak: true, origin: origin.Document,
		})
	}
	return links
}

// readHearsay finds the sentences that tell something by hearsay.
func (a *account) readHearsay() {
	for _, s := range a.Statements {
		source, sentence := a.Quote(s.Source), a.sentenceAt(s.Source.Start)
		heard := words().classes.Has("hearsay", fold(source)) || words().classes.Has("hearsay", newName(source, false, false).head)
		if heard && a.tells(sentence) {
			a.heard = append(a.heard, int32(sentence))
		}
	}
}
