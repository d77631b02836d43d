package echo

import "rashomon"

// exacts counts what a telling gives that is hardly given by chance.
func (t *telling) exacts() int { return len(t.figures) + len(t.clocks) }

// recorded returns links between sentences of two accounts that give the same figure or time from something written:
// "five past four, says the log".
func recorded(a, b *account) []link {
	var links []link
	for i := range a.tellings {
		t := &a.tellings[i]
		if !a.tells(i) || len(t.records) == 0 || t.exacts() == 0 {
			continue
		}
		for j := range b.tellings {
			u := &b.tellings[j]
			if !b.tells(j) || len(intersect(t.records, u.records)) == 0 {
				continue
			}
			if s := t.share(u); s.exact() > 0 {
				links = append(links, link{
					a: a.passage(i), b: b.passage(j), kind: rashomon.EchoSharedSource, rule: "record",
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
	for _, c := range origin.credits {
		if !c.says || !origin.tells(c.sentence) || words().classes.Has("anybody", c.head) {
			continue
		}
		t := &origin.tellings[c.sentence]
		for i := range a.tellings {
			u := &a.tellings[i]
			if !a.tells(i) || a.Sentences[i].Statement != rashomon.None || u.exacts() == 0 || !contains(u.names, c.who) {
				continue
			}
			if s := t.share(u); s.exact() > 0 && len(s.terms) > 0 {
				links = append(links, link{
					a: origin.passage(c.sentence), b: a.passage(i), kind: rashomon.EchoSharedSource, rule: "adopted",
					reason: "The one tells as so, of the same person, what the other has on his word.", score: 0.6, weak: true,
					origin: origin.Document,
				})
			}
		}
	}
	return links
}

// contains reports whether a sorted set has a number.
func contains(set []int32, number int32) bool { return len(intersect(set, []int32{number})) > 0 }

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
