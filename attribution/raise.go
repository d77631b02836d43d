package attribution

import (
	"slices"

	"rashomon"
)

// raise mends what the tree puts too deep: a second verb of speech that is joined to the first, or follows it as a participle,
// and which the tree has inside what the first says:
//
//	Brandt said the bridge was gone and added that the ferry had sunk.
//	The minister said the dam was safe, adding that repairs had begun.
//
// It returns whose the second verb is, and ends the content of the first before it; None where nothing is to be mended, as where the
// second verb has nothing that it says: "two men came out and shot back".
func (r *reading) raise(verb int, group rashomon.Span, lines []entry, cueEnd int) int {
	if len(r.drafts) == 0 || !r.isJoined(verb, group) || !r.saysSomething(verb, group, lines, cueEnd) {
		return rashomon.None
	}
	first := &r.drafts[len(r.drafts)-1]
	if !first.clausal || first.speaker == rashomon.None || !first.content.holds(verb) || !r.isVerb(first.head) ||
		first.head > verb || r.quoted[first.head] != r.quoted[verb] {
		return rashomon.None
	}
	if r.doc.Tokens[verb].XPOS != "VBG" && r.doc.Tokens[verb].XPOS != r.doc.Tokens[first.head].XPOS {
		return rashomon.None
	}
	last := len(first.content) - 1
	if !contains(first.content[last], verb) || first.content[last].Start >= group.Start-1 {
		return rashomon.None
	}
	first.content[last].End = group.Start - 1
	return first.speaker
}

// saysSomething reports whether a verb of speech has what it says behind it: in the tree, or in quotation marks.
func (r *reading) saysSomething(verb int, group rashomon.Span, lines []entry, last int) bool {
	_, _, found := r.verbContent(verb, lines, last)
	sentence := r.sentence(verb)
	return found || slices.ContainsFunc(r.quotations, func(q quotation) bool {
		return group.End <= q.span.Start && q.span.Start < sentence.End
	})
}

// isJoined reports whether a verb without a subject stands behind "and" or "but", or is a participle behind a comma.
func (r *reading) isJoined(verb int, group rashomon.Span) bool {
	if group.Start == 0 || r.tree.Dependent(verb, "nsubj", "nsubj:pass", "expl") != rashomon.None {
		return false
	}
	before := group.Start - 1
	if r.doc.Tokens[verb].XPOS == "VBG" {
		return r.words[before] == "," && r.tree.Is(verb, "advcl")
	}
	return r.doc.Tokens[before].UPOS == "CCONJ" && r.tree.Is(verb, "conj") && r.isFinite(verb)
}

func (r *reading) isVerb(i int) bool { return r.doc.Tokens[i].UPOS == "VERB" }
