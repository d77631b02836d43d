package happening

import (
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// A sketch is what happenings tell of an event, drawn once, so that nobody unfolds a digest for it.
type sketch struct {
	lemma, kind int32 // labels; kind is the type
	place       int32 // index into the entities of the document, or None
	from, to    int32 // labels of the days, where they are told, or none
	sentence    int32
	title       heading // what its title is made of
	placeFrom   uint8   // place in origins
	timeFrom    uint8
	clarity     int8
}

// A span is bytes of a text.
type span struct{ start, end int32 }

func (s span) extent() rashomon.Extent { return rashomon.Extent{Start: int(s.start), End: int(s.end)} }

// origins are how an event comes to its place and time, the surest first.
var origins = []rashomon.Origin{rashomon.OriginTree, rashomon.OriginSentence, rashomon.OriginFrame, ""}

func (x *Index) sketches(d *digest.Digest) []sketch {
	out := make([]sketch, len(d.Events))
	for i := range d.Events {
		event := &d.Events[i]
		title := headingOf(d, event)
		out[i] = sketch{
			lemma: x.labels.number(event.Lemma), kind: x.labels.number(event.Type), place: int32(event.Place), from: none, to: none,
			sentence: int32(event.Sentence), title: title,
			placeFrom: uint8(slices.Index(origins, event.PlaceFrom)), timeFrom: uint8(slices.Index(origins, event.TimeFrom)),
			clarity: int8(clarity(d, event, title)),
		}
		if event.Time == rashomon.None {
			continue
		}
		if t := d.Timexes[event.Time]; t.From != "" && t.To != "" && t.Type != rashomon.TimexSet {
			out[i].from, out[i].to = x.labels.number(t.From), x.labels.number(t.To)
		}
	}
	return out
}

// labels are words that many events share, each kept once.
type labels struct {
	numbers map[string]int32
	words   []string
}

func (l *labels) number(word string) int32 {
	n, known := l.numbers[word]
	if !known {
		word = strings.Clone(word) // else all that it was cut from would be kept
		n = int32(len(l.words))
		l.numbers[word] = n
		l.words = append(l.words, word)
	}
	return n
}
