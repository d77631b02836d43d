package figure

import (
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// takeBack marks the answers that a document gives as its source's own earlier report and takes back: "we also reported
// that sixty had been arrested".
func (r *reader) takeBack() {
	for _, a := range r.answers {
		a.withdrawn = r.isOwnReport(a) && r.isTakenBack(a.sentence)
	}
}

// isOwnReport reports whether a figure stands in what the source of the document says that it has told before.
func (r *reader) isOwnReport(a *answer) bool {
	if s := a.side.Statement; s != rashomon.None && r.isSelf(r.d.Statements[s].HolderName) {
		return true
	}
	for _, i := range r.clausesIn[a.sentence] {
		c := &r.d.Clauses[i]
		if c.Extent.Start > a.side.Extent.Start || !known().words.Has("reports", c.Predicate) {
			continue
		}
		for _, role := range c.Roles {
			if role.Relation == "nsubj" && r.isSelf(r.d.Quote(role.Extent)) {
				return true
			}
		}
	}
	return false
}

// isSelf reports whether a holder is the source of the document.
func (r *reader) isSelf(name string) bool {
	name = strings.ToLower(name)
	return known().words.Has("we", name) || name != "" && name == strings.ToLower(publisher(r.d))
}

// publisher returns who answers for the figures of a document: its source or, without one, the agency that it credits.
func publisher(d *digest.Digest) string {
	if d.Source != "" {
		return d.Source
	}
	return d.Agency
}

// isTakenBack reports whether a sentence, or one of those behind it, or the head of the document, says that something
// was wrong.
func (r *reader) isTakenBack(sentence int) bool {
	if anyOf("taken back", split(r.d.Title)) {
		return true
	}
	for i := sentence; i < min(len(r.d.Sentences), sentence+farthestCorrection); i++ {
		if anyOf("taken back", r.words(i)) {
			return true
		}
	}
	return false
}

// farthestCorrection is in how many sentences, from the one that tells it again, a report is taken back and put right.
const farthestCorrection = 5

// replacement returns the answer that a document gives in place of one that it takes back, or nil.
func replacement(answers []*answer, withdrawn *answer) *answer {
	i := slices.Index(answers, withdrawn)
	for _, a := range answers[i+1:] {
		if a.sentence-withdrawn.sentence >= farthestCorrection {
			return nil
		}
		if !a.withdrawn && a.question == withdrawn.question && a.question != nil {
			return a
		}
	}
	return nil
}

// sameWord reports whether one document may take back the figures of another: it has the same source, or the other
// credits its agency.
func sameWord(earlier, correcting *digest.Digest) bool {
	word := publisher(correcting)
	return word != "" && (publisher(earlier) == word || earlier.Agency == word)
}
