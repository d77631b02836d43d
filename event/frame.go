package event

import "rashomon"

// What a text is about at a place is the day that it spoke of last, but for asides, which date their own sentences alone: a month, a
// season, a year that lies before that day or around it ("it had been laid in the autumn", "the third this year"), a day that was
// still to come when the text was written, and its own day where it looks back on others.

// framesOf returns of each time expression: the one that dates what is told behind it without a time of its own, or None.
func framesOf(doc *rashomon.Document) []int {
	published := doc.Published()
	looksBack := rashomon.LooksBack(published, doc.Timexes)
	frames, frame := make([]int, len(doc.Timexes)), rashomon.None
	for i := range doc.Timexes {
		t := &doc.Timexes[i]
		switch {
		case !t.IsDate(), looksBack && t.IsOwnDay(published):
		case frame == rashomon.None, !isAside(t, &doc.Timexes[frame], published):
			frame = i
		}
		frames[i] = frame
	}
	return frames
}

// isAside reports whether a time leaves what the text is about where it was. Days are compared as they are written: ISO 8601 sorts.
func isAside(t, frame *rashomon.Timex, published string) bool {
	if published != "" && t.From > published+"~" { // behind all hours of the day
		return true
	}
	return t.Grain.LongerThan(rashomon.GrainWeek) && !frame.Grain.LongerThan(rashomon.GrainWeek) && t.From <= frame.To
}
