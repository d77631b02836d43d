package echo

import (
	"slices"

	"rashomon"
)

// exacts counts what a telling gives that is hardly given by chance.
func (t *telling) exacts() int { return len(t.figures) + len(t.clocks) }

// readExact finds the sentences with figures or times that tell of something written, and those that tell on nobody's word.
func (a *account) readExact() {
	for i := range a.tellings {
		if t := &a.tellings[i]; a.tells(i) && t.exacts() > 0 {
			if len(t.records) > 0 {
				a.written = append(a.written, int32(i))
			}
			if a.Sentences[i].Statement == rashomon.None {
				a.asSo = append(a.asSo, int32(i))
			}
		}
	}
}

// recorded returns links between sentences of two accounts that give the same figure or time from something written:
// "five past four, says the log".
func recorded(a, b *account) []link {
	var links []link
	for _, i := range a.written {
		t := &a.tellings[i]
		for _, j := range b.written {
			u := &b.tellings[j]
			if common(t.records, u.records) > 0 && t.shareExact(u) {
				links = append(links, link{
					a: a.passage(int(i)), b: b.passage(int(j)), kind: rashomon.EchoSharedSource, rule: "record",
					reason: "Both give the same figure or time from something written, by the same word for it.",
					score:  0.6, weak: true,
				})
			}
		}
	}
	return links
}

// adopted returns links from what one account lays to somebody to what a later one tells of him as so, with the same
// figure or time: "residents had been warned at six, the director said", "the director warned the city at six".
func adopted(a, origin *account) []link {
	var links []link
	if a.before(origin) {
		return nil
	}
	for _, said := range origin.said {
		t := &origin.tellings[said.sentence]
		if t.exacts() == 0 {
			continue
		}
		for _, i := range a.asSo {
			u := &a.tellings[i]
			if !contains(u.names, said.head) {
				continue
			}
			if s := t.share(u); s.exact() > 0 && s.terms > 0 {
				links = append(links, link{
					a: origin.passage(int(said.sentence)), b: a.passage(int(i)), kind: rashomon.EchoSharedSource, rule: "adopted",
					reason: "The one tells as so, of the same person, what the other has on his word.", score: 0.6, weak: true,
					origin: origin.Document,
				})
			}
		}
	}
	return links
}

// contains reports whether a sorted set has a number.
func contains(set []int32, number int32) bool {
	_, found := slices.BinarySearch(set, number)
	return found
}

// What two sentences that are laid to one holder share word for word, so that the one quotes the other without marks:
// so many words in a row, so many of them of content.
const spoken, spokenPlain = 5, 2

// hasRun reports whether two sentences share so many words in a row.
func (a *account) hasRun(i int, b *account, j int) bool {
	words := b.words[b.starts[j]:b.starts[j+1]]
	for at := int(a.starts[i]); at+spoken <= int(a.starts[i+1]); at++ {
		if count(a.plain[at:at+spoken]) >= spokenPlain && index(words, a.words[at:at+spoken]) >= 0 {
			return true
		}
	}
	return false
}
