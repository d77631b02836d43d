package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"rashomon/wordnet"
)

// files are what the files of a part of speech end with, and letters what it is called in them (wndb(5WN)); "s" is an
// adjective similar to another.
var (
	files   = [...]string{wordnet.Noun: "noun", wordnet.Verb: "verb", wordnet.Adjective: "adj", wordnet.Adverb: "adv"}
	letters = map[string]wordnet.Part{
		"n": wordnet.Noun, "v": wordnet.Verb, "a": wordnet.Adjective, "s": wordnet.Adjective, "r": wordnet.Adverb,
	}
)

// A dict is WordNet as its files have it.
type dict struct {
	synsets map[place]*synset
	order   []place // as the files have them
	words   []word  // as the files have them
}

// A place is where a synset stands.
type place struct {
	part   wordnet.Part
	offset string
}

type synset struct {
	class    wordnet.Class
	words    []string // as they are written, with "_"
	pointers []pointer
}

// A pointer is a relation to another synset, or from a word of one to a word of another, by their numbers from 1 on.
type pointer struct {
	symbol   string
	to       place
	from, at int // 0: of all words
}

// A word is a line of an index.
type word struct {
	part   wordnet.Part
	lemma  string // with "_"
	senses []place
	tagged int // of how many senses texts had one
}

// readDict reads all files of a folder.
func readDict(folder string) (*dict, error) {
	d := &dict{synsets: map[place]*synset{}}
	for part, name := range files {
		for _, file := range []struct {
			prefix string
			add    func(wordnet.Part, []string) error
		}{{"data.", d.addSynset}, {"index.", d.addWord}} {
			if err := eachLine(filepath.Join(folder, file.prefix+name), func(fields []string) error {
				return file.add(wordnet.Part(part), fields)
			}); err != nil {
				return nil, err
			}
		}
	}
	return d, nil
}

// eachLine calls read with the fields of every line before the gloss. Lines of the licence begin with a space.
func eachLine(path string, read func(fields []string) error) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for number := 1; lines.Scan(); number++ {
		if strings.HasPrefix(lines.Text(), " ") {
			continue
		}
		line, _, _ := strings.Cut(lines.Text(), "|")
		if err := read(strings.Fields(line)); err != nil {
			return fmt.Errorf("%s:%d: %w", path, number, err)
		}
	}
	return lines.Err()
}

// addSynset reads: offset, class, letter, number of words (hexadecimal), word and number of each, number of pointers,
// and of each its symbol, offset, letter, and two words (hexadecimal).
func (d *dict) addSynset(part wordnet.Part, fields []string) error {
	f := fieldReader{fields: fields}
	at := place{part, f.text()}
	s := &synset{class: wordnet.Class(f.number(10))}
	f.text()
	for range f.number(16) {
		s.words = append(s.words, marker.ReplaceAllString(f.text(), ""))
		f.text()
	}
	for range f.number(10) {
		p := pointer{symbol: f.text()}
		p.to.offset, p.to.part = f.text(), letters[f.text()]
		words := f.number(16)
		p.from, p.at = words>>8, words&0xff
		s.pointers = append(s.pointers, p)
	}
	d.synsets[at], d.order = s, append(d.order, at)
	return f.err
}

// marker is what an adjective ends with that stands before its noun alone, or behind it: "alone(p)".
var marker = regexp.MustCompile(`\([a-z]+\)$`)

// addWord reads: lemma, letter, number of senses, number of kinds of pointers, these, number of senses again, number of
// those that are tagged in texts, and the offset of each sense.
func (d *dict) addWord(part wordnet.Part, fields []string) error {
	f := fieldReader{fields: fields}
	w := word{part: part, lemma: f.text()}
	f.text()
	count := f.number(10)
	for range f.number(10) {
		f.text()
	}
	f.text()
	w.tagged = f.number(10)
	for range count {
		w.senses = append(w.senses, place{part, f.text()})
	}
	d.words = append(d.words, w)
	return f.err
}

// A fieldReader reads fields one by one, and keeps the first error.
type fieldReader struct {
	fields []string
	err    error
}

func (f *fieldReader) text() string {
	if len(f.fields) == 0 {
		if f.err == nil {
			f.err = fmt.Errorf("the line is too short")
		}
		return ""
	}
	text := f.fields[0]
	f.fields = f.fields[1:]
	return text
}

func (f *fieldReader) number(base int) int {
	n, err := strconv.ParseUint(f.text(), base, 16)
	if err != nil && f.err == nil {
		f.err = err
	}
	return int(n)
}
