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

// A laid bag has the rarity of each of its words put down at the word, so that it is quickly found what many others share with it.
type laid struct {
	words  bag
	rarity []int32 // of each word: 0 where it is none of the bag
}

// lay puts a bag in the place of the one that is laid.
func (l *laid) lay(w *Words, words bag) {
	for _, word := range l.words {
		l.rarity[word] = 0
	}
	if more := len(w.rarity) - len(l.rarity); more > 0 {
		l.rarity = append(l.rarity, make([]int32, more)...)
	}
	l.words = words
	for _, word := range words {
		l.rarity[word] = w.rarity[word]
	}
}

// overlap is how a bag with a sum of squares compares with another.
func (l *laid) overlap(square int64, other weighed) overlap {
	var o overlap
	var product int64
	for _, word := range other.bag {
		r := l.rarity[word]
		product += int64(r) * int64(r)
		o.rarest = max(o.rarest, r)
		if r >= shareFrom {
			o.shared++
		}
	}
	if product > 0 {
		o.cosine = float64(product) / math.Sqrt(float64(square)*float64(other.square))
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
