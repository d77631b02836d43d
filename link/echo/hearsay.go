package echo

import "rashomon"

// heard returns links from hearsay in one account ("they say on the wireless that ...") to what another account tells.
// Hearsay names no source, so that a figure or a time must be shared, or many words.
func heard(a, origin *account) []link {
	var links []link
	if a.Published != "" && a.before(origin) {
		return nil
	}
	for _, sentence := range a.hearsay() {
		at, s := origin.nearest(&a.tellings[sentence])
		if at < 0 || !(s.exact() > 0 && len(s.terms) >= 2 || len(s.terms) >= 4) {
			continue
		}
		links = append(links, link{
			a: origin.passage(at), b: a.passage(sentence), kind: rashomon.EchoSharedSource, rule: "hearsay",
			reason: "The one gives by hearsay what the other tells.", score: 0.6, weak: true, origin: origin.Document,
		})
	}
	return links
}

// hearsay returns the sentences that tell something by hearsay.
func (a *account) hearsay() []int {
	var out []int
	for _, s := range a.Statements {
		heard := words().classes.Has("hearsay", fold(a.Quote(s.Source))) ||
			words().classes.Has("hearsay", newName(a.Quote(s.Source), false, false).head)
		if sentence := a.sentenceAt(s.Source.Start); heard && a.tells(sentence) {
			out = append(out, sentence)
		}
	}
	return out
}
