// Package wordnet tells how English words stand to each other in meaning: which are synonyms, which are opposites,
// which noun tells the deed of which verb, what is a kind of what. Its knowledge is WordNet 3.0 (Fellbaum, WordNet: An
// Electronic Lexical Database, 1998), reduced by wordnet/build to single words and verbs with a particle, of each the
// commonest senses.
//
// The relations hold between words whatever is meant by them: "shell" is a synonym of "beat" (to a baseball team), and
// nothing here tells which sense a text has in mind. The rarer the sense, the more often that misleads; [Word.First]
// leaves the rarer ones out. All relations are symmetric. A look-up is a binary search in bytes of the program, which
// takes no memory.
package wordnet

import (
	_ "embed"
	"sync"
)

// A Part is a part of speech.
type Part uint8

// The parts of speech.
const (
	Noun Part = iota
	Verb
	Adjective
	Adverb
	parts
)

//go:embed data/words.bin
var block string

// A Net is WordNet.
type Net struct{ table *table }

// English returns the WordNet that ships. The error is that of a damaged binary.
var English = sync.OnceValues(func() (*Net, error) { return Open(block) })

// Open opens a data file, see [Write].
func Open(block string) (*Net, error) {
	table, err := open(block)
	if err != nil {
		return nil, err
	}
	return &Net{table}, nil
}

// Word returns what is known of a lemma, in lower case; those of several words are divided by spaces ("break out"). Of
// what is not known it returns a word without senses, which stands in no relation.
func (n *Net) Word(lemma string) Word {
	w := Word{net: n}
	for part := range parts {
		w.senses[part] = n.table.find(part, lemma)
	}
	return w
}

// A Word is a word in some or all of its parts of speech and some or all of its senses. The zero Word is not known.
type Word struct {
	net    *Net
	senses [parts]senses
}

// senses are senses of one word in one part of speech, from the commonest on.
type senses struct{ start, end int32 }

// Known reports whether the word has any sense.
func (w Word) Known() bool {
	for _, s := range w.senses {
		if s.start < s.end {
			return true
		}
	}
	return false
}

// As returns the word in one part of speech.
func (w Word) As(part Part) Word {
	as := Word{net: w.net}
	as.senses[part] = w.senses[part]
	return as
}

// First returns the word in the first senses of each part of speech, which are the commonest.
func (w Word) First(most int) Word {
	for part, s := range w.senses {
		w.senses[part].end = min(s.end, s.start+int32(most))
	}
	return w
}

// commonest is how many senses of a word are taken for what it usually means: those behind them are rare, and many words would
// meet in them.
const commonest = 3

// Usual returns the word in the senses that it is usually used in.
func (w Word) Usual() Word { return w.First(commonest) }

// each calls do with each sense until it returns true, and reports whether it did.
func (w Word) each(do func(sense int) bool) bool {
	for _, s := range w.senses {
		for i := s.start; i < s.end; i++ {
			if do(int(i)) {
				return true
			}
		}
	}
	return false
}

// eachSynset calls do with the synset of each sense until it returns true, and reports whether it did.
func (w Word) eachSynset(do func(synset int) bool) bool {
	return w.each(func(sense int) bool { return do(w.net.table.synset(sense)) })
}

// has reports whether a sense is one of the word's.
func (w Word) has(sense int) bool {
	for _, s := range w.senses {
		if int(s.start) <= sense && sense < int(s.end) {
			return true
		}
	}
	return false
}

// means reports whether a synset is that of one of the word's senses.
func (w Word) means(synset int) bool {
	return w.eachSynset(func(of int) bool { return of == synset })
}
