package position

import (
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// mostWords is the share of a text above which it is in somebody's words as a whole: a speech, a briefing.
const mostWords = 0.4

// speaker returns the entity in whose words a text is as a whole, or None.
func (w *witness) speaker() int {
	length := map[int]int{}
	for _, s := range w.d.Statements {
		if s.Holder != rashomon.None && s.Within == rashomon.None {
			for _, content := range s.Content {
				length[s.Holder] += content.Len()
			}
		}
	}
	longest := rashomon.None
	for holder := range w.d.Entities {
		if n := length[holder]; float64(n) > mostWords*float64(len(w.d.Text)) && n > length[longest] {
			longest = holder
		}
	}
	return longest
}

// isOwn reports whether a statement is in the document's own voice: in none, in that of its author, or in that of whoever
// speaks in it throughout.
func (w *witness) isOwn(statement int) bool {
	if statement == rashomon.None {
		return true
	}
	s := &w.d.Statements[statement]
	if s.Holder == rashomon.None || s.Within != rashomon.None {
		return false
	}
	return s.Holder == w.voice || w.self[w.g.Party(w.d.Document, s.Holder)]
}

// findSelf finds the parties whose own word the document is: somebody who publishes it and, as his codes tell, is a party to
// what happens, or the party whose paper it is.
func (w *witness) findSelf() {
	for i, entity := range w.d.Entities {
		switch entity.Type {
		case rashomon.EntityOrganization, rashomon.EntityGroup, rashomon.EntityPerson:
		default:
			continue
		}
		if isPress(entity) {
			continue
		}
		if len(entity.Codes) > 0 && (w.publishes(entity) || w.heads(entity)) || w.hasOrgan(entity) {
			if party := w.g.Party(w.d.Document, i); party != rashomon.None {
				w.self[party] = true
			}
		}
	}
}

func isPress(entity digest.Entity) bool {
	for word := range strings.FieldsSeq(strings.ToLower(entity.Name)) {
		if inClass("outlet", word) {
			return true
		}
	}
	for _, code := range entity.Codes {
		if inClass("press", code) {
			return true
		}
	}
	return false
}

// publishes reports whether an entity goes by the name of the document's source.
func (w *witness) publishes(entity digest.Entity) bool {
	for _, m := range entity.Mentions {
		if m.Kind == rashomon.MentionName && strings.EqualFold(m.Text, w.d.Source) {
			return true
		}
	}
	return strings.EqualFold(entity.Name, w.d.Source)
}

// heads reports whether the first line of a document that names no source is an entity, and the writer speaks for more than
// himself: a leaflet tells whose it is, an article on somebody does not say "we".
func (w *witness) heads(entity digest.Entity) bool {
	first, _, _ := strings.Cut(w.d.Text, "\n")
	isFirst := func(m digest.Mention) bool { return m.Extent.Start == 0 && m.Extent.End == len(first) }
	speaksForMany := func(c digest.Clause) bool {
		return c.Statement == rashomon.None && slices.ContainsFunc(c.Roles, func(r digest.Role) bool { return inClass("ours", r.Head) })
	}
	return w.d.Source == "" && slices.ContainsFunc(entity.Mentions, isFirst) && slices.ContainsFunc(w.d.Clauses, speaksForMany)
}

// hasOrgan reports whether a line at the head of the document says that it is an entity's: "Paper of the Harbour League".
func (w *witness) hasOrgan(entity digest.Entity) bool {
	for _, m := range entity.Mentions {
		if m.Kind != rashomon.MentionName || !slices.Contains(heads, w.partAt(m.Extent)) && !w.endsLineAtTop(m.Extent) {
			continue
		}
		words := strings.Fields(strings.ToLower(w.lineBefore(m.Extent.Start)))
		if n := len(words); n > 0 && words[n-1] == "the" {
			words = words[:n-1]
		}
		if n := len(words); n >= 2 && inClass("of", words[n-1]) && inClass("organ", words[n-2]) {
			return true
		}
	}
	return false
}

// heads are the parts in which a document says whose it is.
var heads = []rashomon.PartKind{rashomon.PartByline, rashomon.PartHeadline, rashomon.PartHeading}

// topLines is among how many lines, empty ones too, a document says whose it is.
const topLines = 4

// endsLineAtTop reports whether an extent is the end of one of the first lines of the text, whatever part that was taken for.
func (w *witness) endsLineAtTop(extent rashomon.Extent) bool {
	rest, _, _ := strings.Cut(w.d.Text[extent.End:], "\n")
	return strings.TrimSpace(rest) == "" && strings.Count(w.d.Text[:extent.Start], "\n") < topLines
}

// lineBefore returns what stands before a byte of the text on its line.
func (w *witness) lineBefore(at int) string {
	before := w.d.Text[:at]
	return before[strings.LastIndexByte(before, '\n')+1:]
}

func (w *witness) partAt(extent rashomon.Extent) rashomon.PartKind {
	if sentence := w.sentenceAt(extent.Start); sentence != rashomon.None {
		return w.d.Sentences[sentence].Part
	}
	return ""
}

// selfExtent returns where the document first names a party whose own word it is.
func (w *witness) selfExtent(party int) rashomon.Extent {
	first := rashomon.Extent{}
	for i, entity := range w.d.Entities {
		if w.g.Party(w.d.Document, i) != party {
			continue
		}
		for _, m := range entity.Mentions {
			if first.Empty() || m.Extent.Start < first.Start {
				first = m.Extent
			}
		}
	}
	return first
}
