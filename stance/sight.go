package stance

import (
	"rashomon"
	"rashomon/network"
)

// A Sight is what the network sees of a sentence from a target, word by word.
type Sight struct {
	Forms      []string
	Categories []uint8 // of each word as many as [Categories] has
	Voters     []bool  // whose votes count
}

// Look returns what the network sees of a document from a target, a span of tokens that is not empty. It is what the
// network learns from.
func Look(doc *rashomon.Document, target rashomon.Span) Sight {
	var w work
	w.reading.read(doc)
	w.look(target, rashomon.None)
	return Sight{w.forms, w.categories, w.voters}
}

// longestSide is the number of tokens that are read on either side of a target, so that the cost of a target is bounded. Of
// the sentences of NewsMTSC 7 in 1,000 have more than 64 tokens.
const longestSide = 64

// A sight is a target and the tokens that are seen from it, all of one sentence.
type sight struct {
	mention int // or None
	span    rashomon.Span
	target  rashomon.Span
	head    int // of the target
	entity  int // that the target speaks of, or None
}

// isTarget reports whether a token is of the target.
func (s sight) isTarget(token int) bool { return s.target.Start <= token && token < s.target.End }

// look adds what the network sees from a target, which is a mention or None, to what is waiting for it.
func (w *work) look(target rashomon.Span, mention int) {
	s := w.reading.sight(target, mention)
	w.reading.climb = appendClimb(w.reading.climb[:0], w.reading.doc, s.head)
	w.sights = append(w.sights, s)
	w.sequences = append(w.sequences, network.Sequence{First: len(w.forms), Length: s.span.Len()})
	for token := s.span.Start; token < s.span.End; token++ {
		w.forms = append(w.forms, w.reading.forms[token])
		w.categories = append(w.categories, w.reading.own[token*categories:(token+1)*categories]...)
		w.reading.setSeen(w.categories[len(w.categories)-categories:], token, s)
	}
	w.voters = w.reading.appendVoters(w.voters, s)
}

func (r *reading) sight(target rashomon.Span, mention int) sight {
	sentence := r.doc.Sentences[r.doc.SentenceOf(target.Start)].Span
	target.End = min(target.End, sentence.End)
	head := headOf(r.doc, target)
	span := rashomon.Span{Start: max(sentence.Start, target.Start-longestSide), End: min(sentence.End, target.End+longestSide)}
	r.prepare(span)
	return sight{mention, span, target, head, r.entities[head]}
}

// headOf returns the token of a span that the others hang on: the first whose head stands outside.
func headOf(doc *rashomon.Document, span rashomon.Span) int {
	for i := span.Start; i < span.End; i++ {
		head := i + doc.Tokens[i].Head
		if head == i || head < span.Start || head >= span.End {
			return i
		}
	}
	return span.Start
}
