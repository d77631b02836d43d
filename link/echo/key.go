package echo

import (
	"cmp"
	"hash/fnv"
	"slices"

	"rashomon"
)

// A key is something that two accounts must share to be compared: the kind of key, a hash of it, whether the account
// asks for it, has it or both, and the account's place in the index. Sorted keys stand together by what they are keys
// of.
type key uint64

// A keyKind tells what two accounts that share a key are compared by.
type keyKind uint64

const (
	keyWords  keyKind = iota // five words in a row, or four of a quotation
	keyCredit                // a word of a publisher's name, and of a name that a text cites
	keyHolder                // a holder and what is laid to him
	keyTold                  // a figure or time with a word, told and heard
	keyKinds
)

// Asked and had: a key of both sides joins any two accounts, the others one that asks and one that has.
const (
	sideBoth uint64 = iota
	sideAsks
	sideHas
)

// The bits of a key, from the highest: 2 of kind, 36 of hash, 2 of side, 24 of account. Sixteen million documents are
// more than a machine reads.
const (
	kindShift = 62
	hashShift = 26
	hashBits  = 36
	sideShift = 24
)

func newKey(kind keyKind, hash uint64, side uint64, account int) key {
	return key(uint64(kind)<<kindShift | hash&(1<<hashBits-1)<<hashShift | side<<sideShift | uint64(account))
}

func (k key) kind() keyKind { return keyKind(k >> kindShift) }
func (k key) side() uint64  { return uint64(k) >> sideShift & 3 }
func (k key) account() int  { return int(k & (1<<sideShift - 1)) }
func (k key) bucket() key   { return k >> hashShift }

// mix joins hashes in an order.
func mix(hashes ...uint64) uint64 {
	out := uint64(14695981039346656037) // offset and prime of FNV-1a, on words in place of bytes
	for _, h := range hashes {
		out = (out ^ h) * 1099511628211
		out ^= out >> 29
	}
	return out
}

func hashOf(form string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(form))
	return h.Sum64()
}

// keys returns the keys of an account at a place of the index. They hang on its words, not on their numbers, for those
// tell what came before.
func (a *account) keys(at int, v *vocabulary) []key {
	var out []key
	add := func(kind keyKind, side uint64, hash uint64) { out = append(out, newKey(kind, hash, side, at)) }
	for _, h := range a.fingerprints(v) {
		add(keyWords, sideBoth, h)
	}
	for _, q := range a.quotes {
		for forms := a.forms(q); len(forms) >= shortestQuote; forms = forms[1:] {
			h := uint64(0)
			for _, w := range forms[:shortestQuote] {
				h = mix(h, v.hashes[w])
			}
			add(keyWords, sideBoth, h)
		}
	}
	a.creditKeys(add)
	a.holderKeys(v, add)
	a.ownKeys(v, add)
	a.runKeys(v, add)
	a.toldKeys(v, add)
	slices.Sort(out)
	return slices.Compact(out)
}

const (
	// A run of taken over words, seven, holds three shingles, of which one is kept: of every window the one with the
	// least hash (Schleimer, Wilkerson and Aiken, Winnowing, SIGMOD 2003).
	shingle = 5
	window  = takenOver - shingle + 1
	// plainShingle is how many plain words a shingle must hold: as many as are left when two words are taken off a run
	// that is long and plain enough.
	plainShingle = plainWords - (takenOver - shingle)
)

// fingerprints returns hashes of some of the runs of five words.
func (a *account) fingerprints(v *vocabulary) []uint64 {
	var hashes []uint64
	for i := range len(a.words) - shingle + 1 {
		h := ^uint64(0)
		if count(a.plain[i:i+shingle]) >= plainShingle {
			h = 0
			for _, w := range a.words[i : i+shingle] {
				h = mix(h, v.hashes[w])
			}
		}
		hashes = append(hashes, h)
	}
	var out []uint64
	for i := range hashes {
		if least := slices.Min(hashes[i:min(i+window, len(hashes))]); least != ^uint64(0) {
			out = append(out, least)
		}
	}
	return out
}

func count(set []bool) int {
	n := 0
	for _, is := range set {
		if is {
			n++
		}
	}
	return n
}

// creditKeys adds the words of its publishers' names and of the names that it cites.
func (a *account) creditKeys(add func(keyKind, uint64, uint64)) {
	for _, stem := range a.cited {
		add(keyCredit, sideHas, uint64(stem))
	}
	for _, c := range a.citing {
		add(keyCredit, sideAsks, uint64(c.stem))
	}
}

// longest is how many of the words of a statement are keys with its holder, in pairs. Long words are rarer than short
// ones.
const longest = 6

// holderKeys adds the holders with the figures and times laid to them, and with pairs of words.
func (a *account) holderKeys(v *vocabulary, add func(keyKind, uint64, uint64)) {
	for _, c := range a.credits {
		if !c.says || !a.tells(c.sentence) {
			continue
		}
		t := a.tellings[c.sentence]
		for _, figure := range append(slices.Clone(t.figures), t.clocks...) {
			add(keyHolder, sideBoth, mix(hashOf(c.head), v.hashes[figure]))
		}
		terms := slices.SortedFunc(slices.Values(t.terms), func(p, q int32) int {
			return cmp.Or(cmp.Compare(len(v.forms[q]), len(v.forms[p])), cmp.Compare(v.forms[p], v.forms[q]))
		})
		terms = terms[:min(longest, len(terms))]
		for i, p := range terms {
			for _, q := range terms[i+1:] {
				add(keyHolder, sideBoth, mix(hashOf(c.head), v.hashes[p]^v.hashes[q]))
			}
		}
	}
}

// ownKeys adds, of what a text tells in its own voice, figures and times with the words of the names beside them, and
// of what stands written somewhere with the words for that.
func (a *account) ownKeys(v *vocabulary, add func(keyKind, uint64, uint64)) {
	for i := range a.tellings {
		t := &a.tellings[i]
		if !a.tells(i) || t.exacts() == 0 {
			continue
		}
		beside := t.records
		if a.Sentences[i].Statement == rashomon.None {
			beside = append(slices.Clone(beside), t.names...)
		}
		for _, figure := range append(slices.Clone(t.figures), t.clocks...) {
			for _, word := range beside {
				add(keyHolder, sideBoth, mix(hashOf(v.forms[word]), v.hashes[figure]))
			}
		}
	}
}

// runKeys adds the short runs of words in sentences that are laid to somebody.
func (a *account) runKeys(v *vocabulary, add func(keyKind, uint64, uint64)) {
	for _, c := range a.credits {
		if !c.says || !a.tells(c.sentence) {
			continue
		}
		for at := int(a.starts[c.sentence]); at+spoken <= int(a.starts[c.sentence+1]); at++ {
			if count(a.plain[at:at+spoken]) < spokenPlain {
				continue
			}
			h := hashOf(c.head)
			for _, w := range a.words[at : at+spoken] {
				h = mix(h, v.hashes[w])
			}
			add(keyHolder, sideBoth, h)
		}
	}
}

// toldKeys adds the figures and times of a text with the words beside them, and those that it has by hearsay.
func (a *account) toldKeys(v *vocabulary, add func(keyKind, uint64, uint64)) {
	pairs := func(sentence int, side uint64) {
		t := a.tellings[sentence]
		for _, figure := range append(slices.Clone(t.figures), t.clocks...) {
			for _, term := range t.terms {
				add(keyTold, side, mix(v.hashes[figure], v.hashes[term]))
			}
		}
	}
	for i := range a.tellings {
		if a.tells(i) {
			pairs(i, sideHas)
		}
	}
	for _, sentence := range a.heard {
		pairs(int(sentence), sideAsks)
	}
}
