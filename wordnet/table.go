package wordnet

import (
	"encoding/binary"
	"errors"
	"fmt"
	"iter"
	"sort"
)

// A table is a block of bytes that is used where it lies in the program, with nothing to unpack and next to no memory
// of its own. Its numbers are little-endian, of three bytes but in the header. Version 1:
//
//	header     "RWRD", version, number of words of each part of speech, of senses, of synsets and of the pairs of each
//	           relation, bytes of lemmas: 4 bytes each
//	words      by part of speech and lemma: where its lemma and its senses begin: 2 numbers each
//	senses     of each word, the commonest first: the synset of each
//	classes    of the synsets: 1 byte each
//	relations  in their order, each by its first number: from and to, synsets or senses: 2 numbers each
//	lemmas     one behind the other
type table struct {
	firstWord [parts + 1]int // of each part of speech, and behind the last
	words     string
	senses    string
	classes   string
	relations [relations]string
	lemmas    string
}

const (
	magic      = "RWRD"
	version    = 1
	numberSize = 3
	pairSize   = 2 * numberSize
	headerSize = len(magic) + 4*(1+counts)
	counts     = int(parts) + 2 + int(relations) + 1
	mostNumber = 1<<(8*numberSize) - 1
)

// open opens a block and looks at every number in it, so that nothing can go astray later. The table keeps the string.
func open(block string) (*table, error) {
	if len(block) < headerSize || block[:len(magic)] != magic {
		return nil, errors.New("not a table of words")
	}
	if found := binary.LittleEndian.Uint32([]byte(block[len(magic):])); found != version {
		return nil, fmt.Errorf("the table of words has version %d, this program reads version %d", found, version)
	}
	t, sizes := &table{}, [counts]int64{}
	for i := range sizes {
		at := len(magic) + 4 + 4*i
		sizes[i] = int64(binary.LittleEndian.Uint32([]byte(block[at : at+4])))
	}
	if err := t.divide(block[headerSize:], sizes); err != nil {
		return nil, err
	}
	return t, t.check()
}

// divide cuts what stands behind the header into sections of these sizes.
func (t *table) divide(rest string, sizes [counts]int64) error {
	words := int64(0)
	for part := range parts {
		t.firstWord[part] = int(words)
		words += sizes[part]
	}
	t.firstWord[parts] = int(words)
	type section struct {
		to     *string
		length int64
	}
	sections := []section{
		{&t.words, words * pairSize}, {&t.senses, sizes[parts] * numberSize}, {&t.classes, sizes[parts+1]},
	}
	for i := range t.relations {
		sections = append(sections, section{&t.relations[i], sizes[int(parts)+2+i] * pairSize})
	}
	for _, s := range append(sections, section{&t.lemmas, sizes[counts-1]}) {
		if s.length > int64(len(rest)) {
			return errors.New("the table of words is cut off")
		}
		*s.to, rest = rest[:s.length], rest[s.length:]
	}
	return nil
}

// check reports the first number that points nowhere, or stands out of order.
func (t *table) check() error {
	for word, last := 0, [2]int{}; word < t.firstWord[parts]; word++ {
		lemma, sense := t.wordStart(word)
		if lemma < last[0] || sense < last[1] || lemma > len(t.lemmas) || sense > t.senseCount() {
			return fmt.Errorf("word %d is damaged", word)
		}
		last = [2]int{lemma, sense}
	}
	for sense := range t.senseCount() {
		if t.synset(sense) >= len(t.classes) {
			return fmt.Errorf("sense %d is damaged", sense)
		}
	}
	for kind := range relations {
		if err := t.checkRelation(kind); err != nil {
			return err
		}
	}
	return nil
}

func (t *table) checkRelation(kind relation) error {
	pairs, most := t.relations[kind], len(t.classes)
	if kind.isLexical() {
		most = t.senseCount()
	}
	last := 0
	for at := 0; at < len(pairs); at += pairSize {
		from, to := number(pairs[at:]), number(pairs[at+numberSize:])
		if from < last || from >= most || to >= most {
			return fmt.Errorf("relation %d is damaged at pair %d", kind, at/pairSize)
		}
		last = from
	}
	return nil
}

func (t *table) senseCount() int { return len(t.senses) / numberSize }

// number returns the number in the first bytes.
func number(bytes string) int {
	_ = bytes[2]
	return int(bytes[0]) | int(bytes[1])<<8 | int(bytes[2])<<16
}

// wordStart returns where the lemma and the senses of a word begin, or those of the last word end.
func (t *table) wordStart(word int) (lemma, sense int) {
	if word == t.firstWord[parts] {
		return len(t.lemmas), t.senseCount()
	}
	return number(t.words[word*pairSize:]), number(t.words[word*pairSize+numberSize:])
}

func (t *table) lemma(word int) string {
	start, _ := t.wordStart(word)
	end, _ := t.wordStart(word + 1)
	return t.lemmas[start:end]
}

// find returns the senses of a word, none where it is not known.
func (t *table) find(part Part, lemma string) senses {
	first, count := t.firstWord[part], t.firstWord[part+1]-t.firstWord[part]
	word := first + sort.Search(count, func(i int) bool { return t.lemma(first+i) >= lemma })
	if word == t.firstWord[part+1] || t.lemma(word) != lemma {
		return senses{}
	}
	_, start := t.wordStart(word)
	_, end := t.wordStart(word + 1)
	return senses{int32(start), int32(end)}
}

// owner returns the lemma that a sense is of.
func (t *table) owner(sense int) string {
	behind := sort.Search(t.firstWord[parts], func(word int) bool {
		_, start := t.wordStart(word)
		return start > sense
	})
	return t.lemma(behind - 1)
}

func (t *table) synset(sense int) int { return number(t.senses[sense*numberSize:]) }

// related yields the synsets, or of a lexical relation the senses, that one stands in a relation to.
func (t *table) related(kind relation, from int) iter.Seq[int] {
	pairs := t.relations[kind]
	return func(yield func(int) bool) {
		count := len(pairs) / pairSize
		i := sort.Search(count, func(i int) bool { return number(pairs[i*pairSize:]) >= from })
		for ; i < count && number(pairs[i*pairSize:]) == from; i++ {
			if !yield(number(pairs[i*pairSize+numberSize:])) {
				return
			}
		}
	}
}
