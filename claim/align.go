package claim

import (
	"math"
	"strings"

	"rashomon"
)

// An Alignment tells how much of what one wording says is told in another.
type Alignment struct {
	// Cover is the part of the first one's meaning, by the weight of its words, that the second one tells: 0 to 1. Of
	// the headlines of Emergent nine in ten tell 0.27 of their claim or more, and of those on other claims one in 25.
	Cover float64
	// Back is the same the other way round.
	Back  float64
	Pairs []Pair // in the order of the first one
}

// A Pair is two words that say the same or the opposite, as tokens of their documents.
type Pair struct {
	A, B  int
	Kind  PairKind
	Score float64 // 0 to 1: how near they are
}

// A PairKind tells why two words are held to go together.
type PairKind string

// The kinds of pair.
const (
	PairSame     PairKind = "same"     // the same word, number or place
	PairMeaning  PairKind = "meaning"  // words of one meaning, by data/equivalents.txt
	PairStem     PairKind = "stem"     // words of one stem: "protest", "protesters"
	PairVector   PairKind = "vector"   // words that keep the same company
	PairOpposite PairKind = "opposite" // words that cannot both be true, by data/opposites.txt
)

// What pairs that are not the same word count for. Judgements hardly hang on these numbers: with any least cosine from
// 0.45 to 0.7 as many accounts of other claims are judged rightly, within two in a thousand.
const (
	meaningScore = 0.9
	stemScore    = 0.8
	leastCosine  = 0.55
	stemLetters  = 4
)

// Align finds for every word of one wording that has a meaning the word of the other that is nearest to it.
func Align(a, b *Wording) Alignment {
	var out Alignment
	told := make([]float64, len(b.words)) // of each word of b: how near the nearest word of a is
	sum, all := 0.0, 0.0
	for i := range a.words {
		if a.words[i].weight == 0 {
			continue
		}
		pair, found := nearest(a, i, b)
		all += a.words[i].weight
		if !found {
			continue
		}
		sum += a.words[i].weight * pair.Score
		at := pair.B - b.span.Start
		told[at] = max(told[at], pair.Score)
		out.Pairs = append(out.Pairs, pair)
	}
	out.Cover, out.Back = ratio(sum, all), b.told(told)
	return out
}

// told returns the part of a wording's meaning that is told elsewhere, where told says how far each of its words is.
func (w *Wording) told(told []float64) float64 {
	sum, all := 0.0, 0.0
	for i := range w.words {
		sum += w.words[i].weight * told[i]
		all += w.words[i].weight
	}
	return ratio(sum, all)
}

func ratio(part, whole float64) float64 {
	if whole == 0 {
		return 0
	}
	return part / whole
}

// nearest returns the pair of a word with the nearest of another wording; of several the first.
func nearest(a *Wording, i int, b *Wording) (Pair, bool) {
	best := Pair{A: a.span.Start + i, B: rashomon.None}
	for j := range b.words {
		if b.words[j].weight == 0 {
			continue
		}
		if kind, score := compareWords(&a.words[i], &b.words[j]); score > best.Score {
			best.B, best.Kind, best.Score = b.span.Start+j, kind, score
		}
	}
	return best, best.B != rashomon.None
}

// compareWords tells how two words go together.
func compareWords(a, b *word) (PairKind, float64) {
	switch {
	case a.number != nil && b.number != nil:
		if a.number.low <= b.number.high && b.number.low <= a.number.high {
			return PairSame, 1
		}
		return "", 0
	case a.lemma == b.lemma || a.form == b.form || a.place != 0 && a.place == b.place:
		return PairSame, 1
	case areOpposite(a.lemma, b.lemma):
		return PairOpposite, meaningScore
	case areEquivalent(a.lemma, b.lemma):
		return PairMeaning, meaningScore
	case shareStem(a.lemma, b.lemma):
		return PairStem, stemScore
	case a.isParty() || b.isParty(): // nobody is told by speaking of another
		return "", 0
	}
	if c := cosine(a.row, b.row); c >= leastCosine {
		return PairVector, c
	}
	return "", 0
}

// shareStem reports whether two words begin with the same letters, all but the endings.
func shareStem(a, b string) bool {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n >= stemLetters && n >= max(len(a), len(b))-stemLetters && n >= min(len(a), len(b))-1 &&
		!strings.ContainsAny(a+b, "0123456789")
}

// cosine returns how near the vectors of two words are.
func cosine(a, b int32) float64 {
	if a < 0 || b < 0 {
		return 0
	}
	v := vectors()
	x, y := v.Numbers[int(a)*v.Width:][:v.Width], v.Numbers[int(b)*v.Width:][:v.Width]
	var xy, xx, yy int32
	for i := range x {
		p, q := int32(int8(x[i])), int32(int8(y[i]))
		xy, xx, yy = xy+p*q, xx+p*p, yy+q*q
	}
	if xx == 0 || yy == 0 {
		return 0
	}
	return float64(xy) / math.Sqrt(float64(xx)*float64(yy))
}
