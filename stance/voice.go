package stance

import "rashomon"

// The values of the category that tells in whose words a token stands.
const (
	voiceOwn    = iota // the document's
	voiceTarget        // those of whom the target is
	voiceOther
	voiceCount
)

func (r *reading) voice(token, entity int) uint8 {
	statement := r.statements[token]
	switch {
	case statement == rashomon.None:
		return voiceOwn
	case entity != rashomon.None && r.doc.Statements[statement].Holder == entity:
		return voiceTarget
	}
	return voiceOther
}

// markStatements fills statements. Of two of the same words the later one stands within the other.
func (r *reading) markStatements() {
	lengths := fill(&r.lengths, len(r.doc.Tokens), len(r.doc.Tokens))
	fill(&r.statements, len(r.doc.Tokens), rashomon.None)
	for i, statement := range r.doc.Statements {
		for _, span := range statement.Content {
			for token := span.Start; token < span.End; token++ {
				if span.Len() <= lengths[token] {
					r.statements[token], lengths[token] = i, span.Len()
				}
			}
		}
	}
}
