// Package timex finds expressions of time in a document and says when they are: dates, times of day, durations and
// sets, with the values of TIMEX3 and the interval that each stands for.
//
// It works in three steps that know nothing of each other:
//
//	tokens ─ atoms ─ rules ─> meanings      "two days ago": count 2, unit day, backwards, from now
//	meanings ─ choice ─> meanings           what overlaps: the longest is meant
//	meanings ─ resolution ─> Timexes        2 days before the day of publication: 2011-07-03
//
// The words stand in data/words.txt, the rules in data/rules.txt, the holidays in data/holidays.txt; the engine
// (atom.go, grammar.go, machine.go) knows none of them. The rules write about meaning only: which day "Friday" is, or
// which year "in July" belongs to, is decided by the resolution, from the day of publication, the tense of the verb,
// and the times that were told before it (resolve.go, narrative.go, tense.go).
//
// Values follow ISO-TimeML (TimeML Annotation Guidelines 1.2.1), and where it leaves a choice the WikiWars corpus
// (Mazur and Dale 2010): "187" is a decade, "18" the nineteenth century, "BC0264" a year before our era.
package timex

import "rashomon"

// Find returns the time expressions of a document, in order. It uses tags and trees where the document has them.
func Find(doc *rashomon.Document) []rashomon.Timex {
	r := newResolver(doc, newFinder(english(), doc).find())
	if len(r.found) == 0 {
		return nil
	}
	return r.resolveAll()
}
