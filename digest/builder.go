package digest

import (
	"cmp"
	"slices"

	"rashomon"
)

// A builder draws one digest. Its maps lead from tokens to what stands on them, so that a long document costs no more a
// word than a short one.
type builder struct {
	doc        *rashomon.Document
	tree       *rashomon.Tree
	mentions   map[int]int   // token -> the longest mention whose head it is, or whose title holds it
	triggers   map[int]int   // token -> the first event whose trigger holds it
	quantities map[int]int   // token -> the first quantity that it is the head of, or whose head hangs on it
	timexes    map[int]int   // token -> the time expression that holds it
	counting   map[int][]int // quantity -> the events that count it
	voices     []int         // token -> the innermost statement whose content holds it, or None
	clauseOf   []int         // token -> clause, or None
	stray      map[int]stray // tokens that the tree hangs on another clause than their own
	drawn      []Clause
}

func newBuilder(doc *rashomon.Document) *builder {
	b := &builder{
		doc: doc, tree: doc.Tree(), mentions: map[int]int{}, triggers: map[int]int{}, quantities: map[int]int{},
		timexes: map[int]int{}, counting: map[int][]int{},
	}
	for i, mention := range doc.Mentions {
		if at, taken := b.mentions[mention.Head]; !taken || doc.Mentions[at].Span.Len() < mention.Span.Len() {
			b.mentions[mention.Head] = i
		}
	}
	for i, mention := range doc.Mentions {
		mark(b.mentions, mention.Title, i) // "Ms" is what the name hangs on in "Ms Tirel"
	}
	for i, event := range doc.Events {
		mark(b.triggers, event.Trigger, i)
		for _, quantity := range event.Quantities {
			b.counting[quantity] = append(b.counting[quantity], i)
		}
	}
	for i, timex := range doc.Timexes {
		mark(b.timexes, timex.Span, i)
	}
	for i, quantity := range doc.Quantities {
		head := b.tree.HeadOf(quantity.Span)
		markOne(b.quantities, head, i)
		markOne(b.quantities, b.tree.Head(head), i)
	}
	b.voices = voices(doc)
	return b
}

func mark(tokens map[int]int, span rashomon.Span, i int) {
	for t := span.Start; t < span.End; t++ {
		markOne(tokens, t, i)
	}
}

func markOne(tokens map[int]int, t, i int) {
	if _, taken := tokens[t]; !taken {
		tokens[t] = i
	}
}

// voices returns of each token whose words it is in. Outer statements are laid down first, so that the innermost stays.
func voices(doc *rashomon.Document) []int {
	type content struct {
		statement int
		span      rashomon.Span
	}
	var contents []content
	for i, statement := range doc.Statements {
		for _, span := range statement.Content {
			contents = append(contents, content{i, span})
		}
	}
	slices.SortStableFunc(contents, func(x, y content) int {
		return cmp.Or(cmp.Compare(y.span.Len(), x.span.Len()), within(doc, x.statement, y.statement))
	})
	voices := make([]int, len(doc.Tokens))
	for i := range voices {
		voices[i] = rashomon.None
	}
	for _, content := range contents {
		for t := content.span.Start; t < content.span.End; t++ {
			voices[t] = content.statement
		}
	}
	return voices
}

// within orders a statement behind the one that it stands in, where both hold the same words.
func within(doc *rashomon.Document, x, y int) int {
	switch {
	case doc.Statements[x].Within == y:
		return 1
	case doc.Statements[y].Within == x:
		return -1
	}
	return 0
}

// voice returns whose words a span is in as a whole, or None.
func (b *builder) voice(span rashomon.Span) int {
	if first := b.voices[span.Start]; first == b.voices[span.End-1] {
		return first
	}
	return rashomon.None
}

// find returns what a map has of a token, or None.
func find(tokens map[int]int, token int) int {
	if i, found := tokens[token]; found {
		return i
	}
	return rashomon.None
}
