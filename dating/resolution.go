package dating

import (
	"fmt"
	"slices"
	"strconv"

	"rashomon"
)

// resolutions takes a resolution of the Security Council by its number: it was written when there was one.
func (r *reading) resolutions() {
	for i := range r.doc.Tokens {
		number, err := strconv.Atoi(r.doc.Quote(r.doc.Tokens[i].Extent))
		if err != nil || !r.isResolution(i) {
			continue
		}
		at := slices.IndexFunc(known().resolutions, func(one resolution) bool { return one.last >= number })
		if at < 0 {
			continue
		}
		year := known().resolutions[at].year
		r.add(rashomon.Span{Start: i, End: i + 1}, from(dayOf(year, 1, 1)), "resolution",
			fmt.Sprintf("resolution %d of the UN Security Council was adopted in %d", number, year))
	}
}

// isResolution reports whether a number is that of a resolution of the Security Council.
func (r *reading) isResolution(token int) bool {
	before := r.word(token - 1)
	if before == "council" && r.word(token-2) == "security" {
		return true
	}
	if before != "resolution" {
		return false
	}
	sentence := r.doc.Sentences[r.doc.SentenceOf(token)].Span
	for i := sentence.Start; i < sentence.End; i++ {
		if r.word(i) == "council" && r.word(i-1) == "security" || r.word(i) == "un" || r.word(i) == "u.n." {
			return true
		}
	}
	return false
}
