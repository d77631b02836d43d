package stance

import "rashomon"

// otherMask stands in the place of the words of a name of which no type is known. No word is written so.
const otherMask = "<name>"

// maskOf returns what stands in the place of the words of a name.
func maskOf(t rashomon.EntityType) string {
	switch t {
	case rashomon.EntityPerson:
		return "<person>"
	case rashomon.EntityOrganization:
		return "<organization>"
	case rashomon.EntityGroup:
		return "<group>"
	case rashomon.EntityPlace:
		return "<place>"
	}
	return otherMask
}

// form returns the form of a token as the network sees it: of a word of a name only what kind of thing is so called, so
// that no stance can hang on who bears it. A title is no part of the name.
func (r *reading) form(token int) string {
	switch name := r.names[token]; {
	case !r.isMasked(token):
		return r.doc.Quote(r.doc.Tokens[token].Extent)
	case name != rashomon.None:
		return maskOf(r.doc.Entities[r.doc.Mentions[name].Entity].Type)
	}
	return otherMask
}

// isMasked reports whether the network sees no word of a token.
func (r *reading) isMasked(token int) bool {
	return !r.titles[token] && (r.names[token] != rashomon.None || r.doc.Tokens[token].UPOS == "PROPN")
}
