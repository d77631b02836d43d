package attribution

import (
	"strings"

	"rashomon"
)

// extend adds to the content of a verb what stands right behind it and hangs on the verb only because the tree has two
// readings: a phrase or a clause with a conjunction ("said the plan failed because nobody came"), and a further clause
// that begins like the first ("said that it failed and that nobody came").
func (r *reading) extend(content spans, verb int) spans {
	if len(content) == 0 || content[len(content)-1].Start < verb {
		return content
	}
	last := &content[len(content)-1]
	for {
		next := r.continuation(*last, verb)
		if next <= last.End {
			return content
		}
		last.End = next
	}
}

// continuation returns the end of what goes on a content, or 0.
func (r *reading) continuation(content rashomon.Span, verb int) int {
	for child := range r.tree.Dependents(verb) {
		inner := r.tree.Span(child)
		if inner.Start != content.End || child <= verb {
			continue
		}
		if r.tree.Is(child, "obl") || r.tree.Is(child, "nmod") || r.tree.Is(child, "advcl") && !r.isGerund(child) && r.marker(child) != "as" {
			return inner.End
		}
	}
	return r.secondThat(content)
}

// secondThat returns the end of a clause that is joined to a content by "and that" or the like, or 0.
func (r *reading) secondThat(content rashomon.Span) int {
	if r.words[content.Start] != "that" {
		return 0
	}
	i := content.End
	for i < len(r.words) && (r.words[i] == "," || strings.Contains(" and but or ", " "+r.words[i]+" ")) {
		i++
	}
	if i == content.End || i >= len(r.words) || r.words[i] != "that" || !r.tree.Is(i, "mark") || !r.sameSentence(content.Start, i) {
		return 0
	}
	return r.tree.Span(r.tree.Head(i)).End
}
