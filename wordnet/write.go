package wordnet

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
)

// A Database is what a data file is written from.
type Database struct {
	Entries []Entry
	Synsets []Synset
}

// An Entry is a word in one part of speech.
type Entry struct {
	Part    Part
	Lemma   string // the words of one of several divided by spaces
	Synsets []int  // numbers of its synsets, the commonest sense first
}

// A Synset is words that mean the same, by what it stands in relation to.
type Synset struct {
	Class      Class
	Hypernyms  []int
	Entailed   []int
	Caused     []int
	Similar    []int // of adjectives, and of verbs of one group
	Antonyms   []Link
	Derivation []Link
}

// A Link is a relation of one lemma of a synset to a lemma of another.
type Link struct {
	From   string
	Synset int
	To     string
	Part   Part // of To
}

// Write returns the data file of a database, the same bytes for the same entries in any order. Links to and from words
// that are no entries are left out.
func Write(d *Database) ([]byte, error) {
	w := writer{database: d, entries: slices.Clone(d.Entries), senses: map[sense]int{}}
	slices.SortFunc(w.entries, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(a.Part, b.Part), strings.Compare(a.Lemma, b.Lemma))
	})
	for i, entry := range w.entries {
		if err := w.check(i, entry); err != nil {
			return nil, fmt.Errorf("word %q: %w", entry.Lemma, err)
		}
		w.add(entry)
	}
	for i := range d.Synsets {
		if err := w.relate(i); err != nil {
			return nil, fmt.Errorf("synset %d: %w", i, err)
		}
	}
	return w.block()
}

// A sense is what a word of one synset is told by.
type sense struct {
	part   Part
	lemma  string
	synset int
}

// A writer gathers the sections of a block.
type writer struct {
	database *Database
	entries  []Entry
	senses   map[sense]int // its number
	counts   [parts]int
	words    []byte
	synsets  []byte // of the senses
	classes  []byte
	pairs    [relations][][2]int
	lemmas   []byte
}

func (w *writer) check(i int, entry Entry) error {
	switch {
	case entry.Part >= parts || entry.Lemma == "" || len(entry.Synsets) == 0:
		return fmt.Errorf("want a part of speech, a lemma and senses, got %+v", entry)
	case i > 0 && w.entries[i-1].Part == entry.Part && w.entries[i-1].Lemma == entry.Lemma:
		return fmt.Errorf("stands there twice")
	}
	for _, synset := range entry.Synsets {
		if err := w.checkSynset(synset); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) checkSynset(synset int) error {
	if synset < 0 || synset >= len(w.database.Synsets) {
		return fmt.Errorf("there is no synset %d", synset)
	}
	return nil
}

func (w *writer) add(entry Entry) {
	w.counts[entry.Part]++
	w.words = appendNumber(appendNumber(w.words, len(w.lemmas)), len(w.synsets)/numberSize)
	w.lemmas = append(w.lemmas, entry.Lemma...)
	for _, synset := range entry.Synsets {
		w.senses[sense{entry.Part, entry.Lemma, synset}] = len(w.synsets) / numberSize
		w.synsets = appendNumber(w.synsets, synset)
	}
}

// relate takes the relations of a synset. Those that WordNet holds for both ways are written both ways, whichever it
// names.
func (w *writer) relate(from int) error {
	synset := &w.database.Synsets[from]
	w.classes = append(w.classes, byte(synset.Class))
	for kind, targets := range [...][]int{
		hypernym: synset.Hypernyms, entailment: synset.Entailed, cause: synset.Caused, similar: synset.Similar,
	} {
		for _, to := range targets {
			if err := w.checkSynset(to); err != nil {
				return err
			}
			w.pairs[kind] = append(w.pairs[kind], [2]int{from, to})
			if kind == int(similar) {
				w.pairs[kind] = append(w.pairs[kind], [2]int{to, from})
			}
		}
	}
	for _, link := range slices.Concat(synset.Antonyms, synset.Derivation) {
		if err := w.checkSynset(link.Synset); err != nil {
			return err
		}
	}
	for _, link := range synset.Antonyms {
		w.pairs[opposition] = append(w.pairs[opposition], [2]int{from, link.Synset}, [2]int{link.Synset, from})
	}
	w.link(antonym, from, synset.Antonyms)
	w.link(derivation, from, synset.Derivation)
	return nil
}

func (w *writer) link(kind relation, from int, links []Link) {
	for _, link := range links {
		for part := range parts {
			source, known := w.senses[sense{part, link.From, from}]
			target, wanted := w.senses[sense{link.Part, link.To, link.Synset}]
			if known && wanted {
				w.pairs[kind] = append(w.pairs[kind], [2]int{source, target}, [2]int{target, source})
			}
		}
	}
}

func (w *writer) block() ([]byte, error) {
	if max(len(w.lemmas), len(w.synsets)/numberSize, len(w.classes)) > mostNumber {
		return nil, fmt.Errorf("more than %d bytes, senses or synsets have no room", mostNumber)
	}
	sizes := append(slices.Clone(w.counts[:]), len(w.synsets)/numberSize, len(w.classes))
	var related []byte
	for _, pairs := range w.pairs {
		slices.SortFunc(pairs, func(a, b [2]int) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
		pairs = slices.Compact(pairs)
		for _, pair := range pairs {
			related = appendNumber(appendNumber(related, pair[0]), pair[1])
		}
		sizes = append(sizes, len(pairs))
	}
	block := binary.LittleEndian.AppendUint32([]byte(magic), version)
	for _, size := range append(sizes, len(w.lemmas)) {
		block = binary.LittleEndian.AppendUint32(block, uint32(size))
	}
	return slices.Concat(block, w.words, w.synsets, w.classes, related, w.lemmas), nil
}

func appendNumber(to []byte, n int) []byte { return append(to, byte(n), byte(n>>8), byte(n>>16)) }
