package point

import (
	"math"
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// A line is a sentence with what is told in it, to be set beside the sentences of others.
type line struct {
	sentence int
	first    int // number of the first of its tellings
	tellings []telling
	keys     []*word   // what they hold, sorted
	numbers  []int32   // of the keys, in the shelf's vocabulary
	weights  []float64 // of the keys, each the less the more lines of the document hold it
	whole    float64   // the sum of the weights
	traits   lineTraits
	claimed  *claim // what claim returns, once it was asked for

	happenings []int // that are told in it
}

// LineTraits are what is asked of a line with every other.
type lineTraits struct {
	denies, absolute, quoted, open, counts, dates, clocks, timed, asks, heads, lists bool

	opposable, rebuts, friendly, hostile bool // by the words of a telling in it, there may be a clash
}

// findLines returns the sentences of a shelf in which something is told, in order. Its vocabulary must be known.
func (s *shelf) findLines() []line {
	var lines []line
	for at := 0; at < len(s.tellings); {
		sentence, end := s.tellings[at].clause.Sentence, at
		for end < len(s.tellings) && s.tellings[end].clause.Sentence == sentence {
			end++
		}
		l := line{sentence: sentence, first: at, tellings: s.tellings[at:end]}
		for i := range l.tellings {
			l.numbers = append(l.numbers, l.tellings[i].numbers...)
			if happening := l.tellings[i].happening; happening != rashomon.None {
				l.happenings = append(l.happenings, happening)
			}
		}
		slices.Sort(l.numbers)
		l.numbers = slices.Clip(slices.Compact(l.numbers))
		l.traits = s.lineTraits(&l)
		lines, at = append(lines, l), end
	}
	s.holding = make([]int, len(s.words.words))
	for i := range lines {
		for _, number := range lines[i].numbers {
			s.holding[number]++
		}
	}
	for i := range lines {
		lines[i].weigh(s)
	}
	return lines
}

// weigh looks up the keys of a line, and what they weigh.
func (l *line) weigh(s *shelf) {
	l.keys, l.weights = make([]*word, len(l.numbers)), make([]float64, len(l.numbers))
	for i, number := range l.numbers {
		l.keys[i] = s.words.words[number]
		l.weights[i] = l.keys[i].weight / math.Sqrt(float64(s.holding[number]))
		l.whole += l.weights[i]
	}
}

// lineTraits finds the traits of a line.
func (s *shelf) lineTraits(l *line) lineTraits {
	sentence := &s.digest.Sentences[l.sentence]
	traits := lineTraits{
		asks: l.tellings[0].isQuestion(), heads: sentence.Part == rashomon.PartHeadline, lists: sentence.Part == rashomon.PartItem,
	}
	for i := range l.tellings {
		t := &l.tellings[i]
		traits.denies = traits.denies || t.isNegative()
		traits.quoted = traits.quoted || t.clause.Statement != rashomon.None
		traits.open = traits.open || t.open
		traits.counts = traits.counts || len(t.figures) > 0
		traits.dates = traits.dates || len(t.timexes()) > 0
		traits.clocks = traits.clocks || len(t.readings) > 0
		traits.timed = traits.timed || t.time() != nil || len(t.readings)+len(t.spans) > 0
		traits.opposable = traits.opposable || slices.ContainsFunc(t.keys, (*word).mayOppose)
		traits.rebuts = traits.rebuts || t.isRebuttal()
		traits.friendly, traits.hostile = traits.friendly || t.sympathy() > 0, traits.hostile || t.sympathy() < 0
	}
	traits.absolute = traits.denies || slices.ContainsFunc(strings.FieldsFunc(s.digest.Quote(sentence.Extent), isNoLetter), isAbsolute)
	return traits
}

func isNoLetter(r rune) bool { return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') }

// isAbsolute reports whether a word says that there is no exception.
func isAbsolute(said string) bool { return words().classes.Has("absolute", strings.ToLower(said)) }

// side returns a line as a side of a difference. It is in the words of whoever says all that is told in it.
func (l *line) side() rashomon.Side {
	d := l.tellings[0].digest
	statement := l.tellings[0].clause.Statement
	for i := range l.tellings {
		if l.tellings[i].clause.Statement != statement {
			statement = d.Sentences[l.sentence].Statement
		}
	}
	return d.Side(trimmed(d, d.Sentences[l.sentence].Extent), statement)
}

// trimmed returns an extent without the space at its ends.
func trimmed(d *digest.Digest, e rashomon.Extent) rashomon.Extent {
	text := d.Quote(e)
	e.Start += len(text) - len(strings.TrimLeft(text, " \n\t"))
	e.End -= len(text) - len(strings.TrimRight(text, " \n\t"))
	return e
}
