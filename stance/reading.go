package stance

import (
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

	// What follows is filled for the tokens that are seen from some target.

	prepared []bool
	forms    []string // those of names masked
	own      []uint8  // categories, those that depend on the target 0
	climb    climb    // from the target at hand
}

// read begins with a document, in the memory of the one before.
func (r *reading) read(doc *rashomon.Document) {
	r.doc = doc
	n := len(doc.Tokens)
	network.Resize(&r.forms, n)
	clear(network.Resize(&r.prepared, n))
	clear(network.Resize(&r.own, n*categories))
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
	names, shortest := fill(&r.names, len(r.doc.Tokens), rashomon.None), fill(&r.entities, len(r.doc.Tokens), rashomon.None)
	clear(network.Resize(&r.titles, len(r.doc.Tokens)))
	for i, m := range mentions {
		for token := m.Title.Start; token < m.Title.End; token++ {
			r.titles[token] = true
		}
		for token := m.Span.Start; token < m.Span.End; token++ {
			if m.Kind == rashomon.MentionName && (names[token] == rashomon.None || mentions[names[token]].Span.Len() < m.Span.Len()) {
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

// prepare fills the forms and own categories of tokens that some target sees.
func (r *reading) prepare(span rashomon.Span) {
	for token := span.Start; token < span.End; token++ {
		if !r.prepared[token] {
			r.prepared[token] = true
			r.forms[token] = r.form(token)
			r.setOwn(r.own[token*categories:(token+1)*categories], token)
		}
	}
}
