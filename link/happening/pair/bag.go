package pair

import (
	"math"
	"slices"
)

// A bag is the words of a stretch of text, each once, by their numbers. Sums over bags are taken in whole numbers, so that
// they do not hang on the order of the words.
type bag []int32

func newBag(words []int32) bag {
	slices.Sort(words)
	words = slices.Compact(words)
	if len(words) > 0 && words[0] == none {
		words = words[1:]
	}
	return slices.Clip(words)
}

// each calls what a word of both bags is for.
func (b bag) each(other bag, shared func(word int32)) {
	for i, j := 0, 0; i < len(b) && j < len(other); {
		switch {
		case b[i] < other[j]:
			i++
		case b[i] > other[j]:
			j++
		default:
			shared(b[i])
			i, j = i+1, j+1
		}
	}
}

// weighed is a bag with the sum of the squares of the rarities of its words.
type weighed struct {
	bag
	square int64
}

func (w *Words) weighed(words []int32) weighed {
	b := newBag(words)
	return weighed{b, w.square(b)}
}

// overlap is how two bags compare.
type overlap struct {
	cosine float64 // of the bags with rarities as weights
	rarest int32   // rarity of the rarest word they share
	shared int     // words they share that are no common ones
}

// shareFrom is the rarity from which a word is worth counting: those beyond the first 1,200 words.
const shareFrom = 300

func (w *Words) overlap(a, b weighed) overlap {
	var o overlap
	var product int64
	a.each(b.bag, func(word int32) {
		r := w.rarity[word]
		product += int64(r) * int64(r)
		o.rarest = max(o.rarest, r)
		if r >= shareFrom {
			o.shared++
		}
	})
	if product > 0 {
		o.cosine = float64(product) / math.Sqrt(float64(a.square)*float64(b.square))
	}
	return o
}

func (w *Words) square(b bag) int64 {
	var sum int64
	for _, word := range b {
		r := int64(w.rarity[word])
		sum += r * r
	}
	return sum
}
