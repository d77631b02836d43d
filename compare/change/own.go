package change

import (
	"fmt"
	"slices"
	"strings"

	"rashomon"
	"rashomon/compare/figure"
	"rashomon/compare/ground"
	"rashomon/digest"
)

// Own finds where documents put right or take back what an earlier one of their source told, once it has visited them: "The report said
// that the mine had been empty. It had not."
func (x *Index) Own(g *ground.Ground) (found [][]rashomon.Change, visit func(document string)) {
	return x.own.Visit(g, g.Regrouped, func(document string) []rashomon.Change {
		var found []rashomon.Change
		d := g.Digest(document)
		for _, w := range wrongs(d) {
			if first, known := origin(g, d, w); known {
				found = append(found, w.change(g, d, first))
			}
		}
		return found
	})
}

// A wrong is what a document says that its source told before, and was wrong.
type wrong struct {
	sentence int      // that tells it again
	terms    []string // content words of it
	right    int      // sentence that tells what is right; that itself where none does
	kind     rashomon.ReportKind
}

// wrongs returns what a document takes back, and then what it puts right.
func wrongs(d *digest.Digest) []wrong {
	var found []wrong
	for _, c := range d.Clauses {
		if takesBack(d, c) {
			behind := rashomon.Extent{Start: c.Head.End, End: d.Sentences[c.Sentence].Extent.End}
			found = append(found, wrong{c.Sentence, termsIn(d, c.Sentence, behind), c.Sentence, rashomon.ReportRetraction})
		}
	}
	for _, s := range d.Statements {
		if len(s.Content) == 0 || !isOwn(d, d.Quote(s.Source)) {
			continue
		}
		told := sentenceOf(d, s.Content[0])
		if told+1 < len(d.Sentences) && figure.TakesBack(d, told) {
			found = append(found, wrong{told, termsIn(d, told, s.Content[0]), told + 1, rashomon.ReportCorrection})
		}
	}
	return found
}

// takesBack reports whether a clause takes a report of its source back: "We have withdrawn our report of 3 May".
func takesBack(d *digest.Digest, c digest.Clause) bool {
	if c.Negated || c.Modal != "" || !words().Has("takes back", c.Predicate) {
		return false
	}
	isReport := func(r digest.Role) bool {
		return (r.Relation == "obj" || r.Relation == "nsubj:pass") && words().Has("report", r.Head)
	}
	isOther := func(r digest.Role) bool { return r.Relation == "nsubj" && !isOwn(d, d.Quote(r.Extent)) }
	return slices.ContainsFunc(c.Roles, isReport) && !slices.ContainsFunc(c.Roles, isOther)
}

// isOwn reports whether words name the source of a document, or a report of its own: "we", "our bulletin", "the
// report".
func isOwn(d *digest.Digest, name string) bool {
	name = strings.ToLower(strings.TrimSpace(name))
	if publisher := strings.ToLower(d.Publisher()); publisher != "" && bare(name) == bare(publisher) {
		return true
	}
	fields := strings.Fields(name)
	switch {
	case len(fields) == 1:
		return words().Has("self", fields[0])
	case len(fields) < 2 || !words().Has("report", fields[1]):
		return false
	}
	isDated := strings.ContainsAny(name, "0123456789") // "the report of 3 May", not that of a commission
	return fields[0] == "our" || fields[0] == "the" && (len(fields) == 2 || isDated)
}

// bare returns a name without its article.
func bare(name string) string { return strings.TrimPrefix(name, "the ") }

// termsIn returns the content words of a sentence that stand in a stretch of it.
func termsIn(d *digest.Digest, sentence int, content rashomon.Extent) []string {
	said := strings.ToLower(d.Quote(content))
	return slices.DeleteFunc(slices.Clone(d.Sentences[sentence].Terms), func(term string) bool {
		return !strings.Contains(said, term[:min(len(term), stem)])
	})
}

// stem is how many letters a lemma shares with its forms.
const stem = 4

// origin returns the sentence of an earlier document of the same source that told what is taken back: the one with
// most of its words.
func origin(g *ground.Ground, d *digest.Digest, w wrong) (rashomon.Side, bool) {
	var first rashomon.Side
	most := max(fewestWords, (len(w.terms)+1)/2) - 1
	for _, document := range g.Neighbours([]string{d.Document}) {
		if !mayReplace(g.Head(document), d) {
			continue
		}
		earlier := g.Digest(document)
		for _, sentence := range earlier.Sentences {
			if n := inCommon(sentence.Terms, w.terms); n > most {
				most, first = n, earlier.Side(sentence.Extent, sentence.Statement)
			}
		}
	}
	return first, first.Document != ""
}

// fewestWords is how many content words a report and what is said of it have in common.
const fewestWords = 3

func inCommon(a, b []string) int {
	n := 0
	for _, term := range slices.Compact(slices.Sorted(slices.Values(b))) {
		if slices.Contains(a, term) {
			n++
		}
	}
	return n
}

func (w wrong) change(g *ground.Ground, d *digest.Digest, first rashomon.Side) rashomon.Change {
	sentence := d.Sentences[w.right]
	how := "put it right"
	if w.kind == rashomon.ReportRetraction {
		how = "took it back"
	}
	return replaced(g, first, d.Side(sentence.Extent, sentence.Statement), w.kind, rashomon.Change{
		Kind: rashomon.PointWhether, Question: asks[rashomon.PointWhether], Rule: "change/" + string(w.kind),
		Why: fmt.Sprintf("%s told it on %s and %s on %s.", d.By(), g.Digest(first.Document).Day(), how, d.Day()),
	})
}
