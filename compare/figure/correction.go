package figure

import (
	"fmt"
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// takeBack marks the answers that a document gives as its source's own earlier report and takes back: "we also reported
// that sixty had been arrested".
func (r *reader) takeBack() {
	for _, a := range r.answers {
		a.withdrawn = r.isOwnReport(a) && TakesBack(r.d, a.sentence)
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
	return known().words.Has("we", name) || name != "" && name == strings.ToLower(r.d.Publisher())
}

// TakesBack reports whether a sentence, or one of those behind it, or the head of the document, says that something was
// wrong.
func TakesBack(d *digest.Digest, sentence int) bool {
	if anyOf("taken back", split(d.Title)) {
		return true
	}
	for _, s := range d.Sentences[sentence:min(len(d.Sentences), sentence+farthestCorrection)] {
		if anyOf("taken back", split(d.Quote(s.Extent))) {
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

// corrected finds where a document takes back a figure of its source that an earlier one gives which names a party with
// it.
func (c *comparer) corrected() {
	takenBack := map[correction]map[int][]*answer{} // by party
	publishers := map[string]bool{}
	for _, d := range c.g.Digests {
		for _, w := range c.told(d.Document) {
			if !w.withdrawn || w.question == nil {
				continue
			}
			key := w.correction(d.Publisher())
			publishers[key.publisher] = true
			if takenBack[key] == nil {
				takenBack[key] = map[int][]*answer{}
			}
			for _, party := range c.parties[d.Document] {
				takenBack[key][party] = append(takenBack[key][party], w)
			}
		}
	}
	if len(takenBack) == 0 {
		return
	}
	for _, d := range c.g.Digests {
		if !slices.ContainsFunc(names(d), func(name string) bool { return publishers[name] }) {
			continue
		}
		for _, a := range c.told(d.Document) {
			for _, w := range a.takenBackBy(takenBack, c.parties[d.Document]) {
				c.correct(a, w)
			}
		}
	}
}

// A correction is what one and the figure that it takes back have in common.
type correction struct {
	publisher string
	question  *question
	value     float64
}

func (a *answer) correction(publisher string) correction {
	return correction{publisher, a.question, a.value()}
}

// names returns whose word a document is.
func names(d *digest.Digest) []string {
	return slices.DeleteFunc(slices.Compact([]string{digest.AsName(d.Source), digest.AsName(d.Agency)}), func(name string) bool { return name == "" })
}

// takenBackBy returns the answers of other documents that take one back, each once.
func (a *answer) takenBackBy(takenBack map[correction]map[int][]*answer, parties []int) []*answer {
	var out []*answer
	if a.question == nil || a.withdrawn {
		return nil
	}
	for _, name := range names(a.d) {
		by := takenBack[a.correction(name)]
		for _, party := range parties {
			for _, w := range by[party] {
				if !w.d.Is(a.d) && daysApart(a.d, w.d) <= longestCorrection && !slices.Contains(out, w) {
					out = append(out, w)
				}
			}
		}
	}
	return out
}

// longestCorrection is within how many days a source corrects itself.
const longestCorrection = 90

// correct keeps that a document takes a figure back, where it gives another in its place.
func (c *comparer) correct(a, w *answer) {
	instead := replacement(c.told(w.d.Document), w)
	if instead == nil || !a.same(w.bounds) {
		return
	}
	p := &pair{a: a, b: instead, story: story{
		happening: sharedHappening(a, instead),
		parties:   common(c.parties[a.d.Document], c.parties[w.d.Document]),
	}}
	why := fmt.Sprintf("%s: %s gave %s and takes it back: “%s”.", sentenceCase(a.label()), w.d.Publisher(),
		strings.ToLower(a.said), w.d.Quote(instead.side.Extent))
	f := p.finding("figure/correction", why)
	f.strength = p.sure()
	c.keep(f)
}

// SameWord reports whether one document may take back the figures of another: it has the same source, or the other
// credits its agency.
func SameWord(earlier, correcting *digest.Digest) bool {
	word := correcting.Publisher()
	return word != "" && (earlier.Publisher() == word || digest.AsName(earlier.Agency) == word)
}
