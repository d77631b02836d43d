package event

import (
	"sort"

	"rashomon"
)

// time returns when an event was: what hangs on it, else the time that stands nearest in its sentence, else the day that
// the text spoke of last.
func (r *reading) time(d draft) (timex int, from rashomon.Origin) {
	for _, head := range r.tellingOf(d.head) {
		for child := range r.tree.Dependents(head) {
			if timex := r.times[child]; timex != rashomon.None && r.isDate(timex) {
				return timex, rashomon.OriginTree
			}
		}
	}
	sentence := r.doc.Sentences[r.doc.SentenceOf(d.head)].Span
	best, distance := rashomon.None, widest
	for i := max(sentence.Start, d.head-widest); i < min(sentence.End, d.head+widest); i++ {
		if away := max(i-d.head, d.head-i); away < distance && r.times[i] != rashomon.None && r.isDate(r.times[i]) {
			best, distance = r.times[i], away
		}
	}
	if best != rashomon.None {
		return best, rashomon.OriginSentence
	}
	return r.frameTime(sentence.Start)
}

// frameTime returns the day that the text before a token spoke of last.
func (r *reading) frameTime(before int) (timex int, from rashomon.Origin) {
	behind := sort.Search(len(r.doc.Timexes), func(i int) bool { return r.doc.Timexes[i].Span.End > before })
	if behind == 0 || r.frames[behind-1] == rashomon.None {
		return rashomon.None, ""
	}
	return r.frames[behind-1], rashomon.OriginFrame
}

func (r *reading) isDate(timex int) bool { return r.doc.Timexes[timex].IsDate() }
