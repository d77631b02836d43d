package pair

import "math"

// A focus is a document that is compared with many, with the words of which it is quickly found what another shares.
type focus struct {
	account *Account
	words   []int32 // of each word: the square of its rarity where it is one of the document's, else 0
	names   []int32 // the same of words of names
}

// on turns to a document.
func (f *focus) on(w *Words, a *Account) {
	if f.account != nil {
		for _, word := range f.account.words {
			f.words[word] = 0
		}
		for _, word := range f.account.names {
			f.names[word] = 0
		}
	}
	f.account = a
	f.words, f.names = w.squares(f.words, a.words), w.squares(f.names, a.names)
}

// squares puts down the squares of the rarities of some words.
func (w *Words) squares(out []int32, words bag) []int32 {
	if len(out) < len(w.rarity) {
		out = append(out, make([]int32, len(w.rarity)-len(out))...)
	}
	for _, word := range words {
		out[word] = w.rarity[word] * w.rarity[word]
	}
	return out
}

// between returns the focus, on one of two documents, and the other. It stays where it is if it is on one of them.
func (w *Words) between(a, b *Account) (*focus, *Account) {
	f := w.focus
	if f.account == b {
		a, b = b, a
	}
	if f.account != a || len(f.words) < len(w.rarity) {
		f.on(w, a)
	}
	return f, b
}

// cosine returns that of two bags with rarities as weights, the one by what it has put down, and the squares of both.
func cosine(squares []int32, words bag, a, b int64) float64 {
	var product int64
	for _, word := range words {
		product += int64(squares[word])
	}
	if product == 0 {
		return 0
	}
	return float64(product) / math.Sqrt(float64(a)*float64(b))
}

// wordCosine returns how alike all words of two documents are.
func (w *Words) wordCosine(a, b *Account) float64 {
	f, other := w.between(a, b)
	return cosine(f.words, other.words, a.wordSquare, b.wordSquare)
}

// nameCosine returns how alike the names in two documents are.
func (w *Words) nameCosine(a, b *Account) float64 {
	f, other := w.between(a, b)
	return cosine(f.names, other.names, a.nameSquare, b.nameSquare)
}

// shareName reports whether two documents share a word of a name that is no mere "of" or "the".
func (w *Words) shareName(a, b *Account) bool {
	f, other := w.between(a, b)
	for _, word := range other.names {
		if f.names[word] >= someRarity*someRarity {
			return true
		}
	}
	return false
}
