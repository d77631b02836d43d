package echo

// readOwn finds where a text speaks of what its own publisher wrote before: "we wrote that ninety had been saved", "the picture
// on our front page". That is laid to the publisher as what anybody else lays to it.
func (a *account) readOwn(v *vocabulary) {
	for i := range a.tellings {
		if !a.tells(i) || !a.speaksOfOwn(i, v) {
			continue
		}
		for _, publisher := range a.publishers {
			n := v.name(publisher.text, true, publisher.person)
			a.credits = append(a.credits, credit{cited: n, sentence: i, who: v.number(n.head), says: true, own: true})
		}
	}
}

// nearOwn is how many words may stand between "we" and what it did: "we have, in yesterday's issue, reported".
const nearOwn = 3

// speaksOfOwn reports whether a sentence says "we" and soon behind it speaks of publishing, before the author's own words end.
func (a *account) speaksOfOwn(sentence int, v *vocabulary) bool {
	since := nearOwn + 1
	for _, w := range a.words[a.starts[sentence]:a.starts[sentence+1]] {
		if words().classes.Has("own", v.forms[w]) {
			since = 0
			continue
		}
		if since <= nearOwn && words().classes.Has("published before", v.forms[w]) {
			return true
		}
		since++
	}
	return false
}
