package compare

import (
	"slices"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/digest"
)

// silent returns the documents that could have told of a happening and do not: they tell of what happened besides, and
// were published on a later day than that on which the happening was first told. A document without a date of publication
// is never called silent, nor is any while no account of the happening has one. What one account alone tells is no
// matter of silence: nobody else need have known it.
func silent(g *ground.Ground, happening rashomon.Happening) []string {
	first := firstTold(g, happening)
	if first == "" || len(happening.Accounts) < 2 {
		return nil
	}
	var out []string
	for _, document := range g.Neighbours(happening.Accounts) {
		d := g.Digest(document)
		if day := day(d); day > first && day > happening.From && !slices.Contains(happening.Accounts, document) && !names(g, happening, d) {
			out = append(out, document)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// names reports whether a document uses a noun by which an account speaks of the happening: then it may tell of it in a way
// that was not seen, and is not called silent.
func names(g *ground.Ground, happening rashomon.Happening, d *digest.Digest) bool {
	for _, element := range happening.Events {
		_, event := g.Event(element)
		if !event.Verbal && slices.ContainsFunc(d.Sentences, func(s digest.Sentence) bool { return slices.Contains(s.Terms, event.Lemma) }) {
			return true
		}
	}
	return false
}

// firstTold returns the earliest day on which an account of a happening was published, or "".
func firstTold(g *ground.Ground, happening rashomon.Happening) string {
	var first string
	for _, document := range happening.Accounts {
		if day := day(g.Digest(document)); day != "" && (first == "" || day < first) {
			first = day
		}
	}
	return first
}

// day returns the day of publication, or "" where it is not known to the day.
func day(d *digest.Digest) string {
	const length = len("2011-07-05")
	if len(d.Published) < length {
		return ""
	}
	return d.Published[:length]
}
