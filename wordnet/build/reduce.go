package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"rashomon/wordnet"
)

// mostSenses is how many senses of a word are kept.
const mostSenses = 6

// nature are the classes of animals, parts of the body, food, plants and substances (lexnames(5WN)).
var nature = []wordnet.Class{5, 8, 13, 20, 27}

// lowerCase are the words that are no names, nor made of numbers and signs.
var lowerCase = regexp.MustCompile(`^[a-z][a-z'-]*(_[a-z'-]+)?$`)

// read reads what is kept of the files of a folder.
func read(folder string) (*wordnet.Database, error) {
	d, err := readDict(folder)
	if err != nil {
		return nil, err
	}
	r := reduction{dict: d, numbers: map[place]int{}}
	for _, word := range d.words {
		if err := r.take(word); err != nil {
			return nil, err
		}
	}
	return r.database()
}

// A reduction is the part of WordNet that is kept.
type reduction struct {
	*dict
	kept    []word
	numbers map[place]int // of the synsets kept
}

// take keeps a word in the senses in which it is written in lower case, with their synsets and all that these are kinds
// of.
func (r *reduction) take(w word) error {
	if strings.Contains(w.lemma, "_") && w.part != wordnet.Verb {
		return nil
	}
	var senses []place
	for _, sense := range w.senses {
		synset := r.synsets[sense]
		if synset == nil {
			return fmt.Errorf("%s: there is no synset %s", w.lemma, sense.offset)
		}
		if lowerCase.MatchString(w.lemma) && slices.Contains(synset.words, w.lemma) && len(senses) < mostSenses {
			senses = append(senses, sense)
		}
	}
	w.senses = senses
	if len(senses) == 0 || w.part == wordnet.Noun && w.tagged == 0 && r.isNature(senses) {
		return nil
	}
	r.kept = append(r.kept, w)
	for _, sense := range senses {
		if err := r.keep(sense); err != nil {
			return err
		}
	}
	return nil
}

func (r *reduction) isNature(senses []place) bool {
	return !slices.ContainsFunc(senses, func(at place) bool { return !slices.Contains(nature, r.synsets[at].class) })
}

func (r *reduction) keep(at place) error {
	if _, kept := r.numbers[at]; kept {
		return nil
	}
	r.numbers[at] = 0
	for _, p := range r.synsets[at].pointers {
		if r.synsets[p.to] == nil {
			return fmt.Errorf("synset %s points to %s, which is not there", at.offset, p.to.offset)
		}
		if p.symbol == "@" {
			if err := r.keep(p.to); err != nil {
				return err
			}
		}
	}
	return nil
}

// database gives the synsets their numbers, in the order of the files.
func (r *reduction) database() (*wordnet.Database, error) {
	var built wordnet.Database
	var order []place
	for _, at := range r.order {
		if _, kept := r.numbers[at]; kept {
			r.numbers[at] = len(order)
			order = append(order, at)
		}
	}
	for _, w := range r.kept {
		entry := wordnet.Entry{Part: w.part, Lemma: spaced(w.lemma)}
		for _, sense := range w.senses {
			entry.Synsets = append(entry.Synsets, r.numbers[sense])
		}
		built.Entries = append(built.Entries, entry)
	}
	for _, at := range order {
		synset, err := r.synset(at)
		if err != nil {
			return nil, err
		}
		built.Synsets = append(built.Synsets, synset)
	}
	return &built, nil
}

// synset returns a synset with its relations to those that are kept (the symbols are those of wninput(5WN)).
func (r *reduction) synset(at place) (wordnet.Synset, error) {
	from := r.synsets[at]
	s := wordnet.Synset{Class: from.class}
	for _, p := range from.pointers {
		number, kept := r.numbers[p.to]
		if !kept {
			continue
		}
		link, err := r.link(from, p)
		if err != nil {
			return s, fmt.Errorf("synset %s: %w", at.offset, err)
		}
		switch p.symbol {
		case "@":
			s.Hypernyms = append(s.Hypernyms, number)
		case "*":
			s.Entailed = append(s.Entailed, number)
		case ">":
			s.Caused = append(s.Caused, number)
		case "&", "$": // similar to; in one group of verbs with
			s.Similar = append(s.Similar, number)
		case "!":
			s.Antonyms = append(s.Antonyms, link)
		case "+", `\`, "<": // derivationally related; an adverb of an adjective, or an adjective of a noun; a participle of
			s.Derivation = append(s.Derivation, link)
		}
	}
	return s, nil
}

// link returns a relation of two words; of those of whole synsets, that of none.
func (r *reduction) link(from *synset, p pointer) (wordnet.Link, error) {
	to := r.synsets[p.to]
	link := wordnet.Link{Synset: r.numbers[p.to], Part: p.to.part}
	if p.from == 0 || p.at == 0 {
		return link, nil
	}
	if p.from > len(from.words) || p.at > len(to.words) {
		return link, fmt.Errorf("there are no words %d and %d", p.from, p.at)
	}
	link.From, link.To = spaced(from.words[p.from-1]), spaced(to.words[p.at-1])
	return link, nil
}

func spaced(lemma string) string { return strings.ReplaceAll(lemma, "_", " ") }
