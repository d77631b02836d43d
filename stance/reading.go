package stance

import (
	"slices"

	"rashomon"
	"rashomon/network"
)

// A reading is a document on its way to stances. The slices are of its tokens.
type reading struct {
	doc        *rashomon.Document
	titles     []bool  // whether it is one, beside a name
	names      []int   // the longest name that the token is part of, a mention, or None
	entities   []int   // whom the shortest mention speaks of that the token is part of, or None
	loaded     []uint8 // whether it takes sides
	statements []int   // the innermost statement in whose words it stands, or None
	lengths    []int   // of the stretch of that statement
	acting     []bool  // of entities: whether the document knows that they do or say something
	blocks     []network.Block
	climb      climb // from the target at hand
}

// read begins with a document, in the memory of the one before.
func (r *reading) read(doc *rashomon.Document) {
	r.doc = doc
	r.blocks = slices.AppendSeq(r.blocks[:0], network.Blocks(doc))
	r.markMentions()
	r.markLoaded()
	r.markStatements()
	r.markActing()
}

// fill returns n times a value in the memory of s.
func fill(s *[]int, n, value int) []int {
	filled := network.Resize(s, n)
	for i := range filled {
		filled[i] = value
	}
	return filled
}

// markMentions fills names and entities.
func (r *reading) markMentions() {
	mentions := r.doc.Mentions
	n := len(r.doc.Tokens)
	names, shortest := fill(&r.names, n, rashomon.None), fill(&r.entities, n, rashomon.None)
	clear(network.Resize(&r.titles, n))
	for i, m := range mentions {
		for token := m.Title.Start; token < m.Title.End; token++ {
			r.titles[token] = true
		}
		for token := m.Span.Start; token < m.Span.End; token++ {
			name := names[token]
			if m.Kind == rashomon.MentionName && (name == rashomon.None || mentions[name].Span.Len() < m.Span.Len()) {
				names[token] = i
			}
			if shortest[token] == rashomon.None || m.Span.Len() < mentions[shortest[token]].Span.Len() {
				shortest[token] = i
			}
		}
	}
	for token, mention := range shortest {
		if mention != rashomon.None {
			shortest[token] = mentions[mention].Entity
		}
	}
}
