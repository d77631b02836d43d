package main

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rashomon"
	"rashomon/conllu"
	"rashomon/syntax"
)

// readTreebanks reads all treebanks that a pattern matches, in the order of their names.
func readTreebanks(pattern string) ([]*rashomon.Document, error) {
	paths, err := filepath.Glob(pattern)
	if err != nil {
		return nil, err
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("%s: no such file", pattern)
	}
	var docs []*rashomon.Document
	for _, path := range paths {
		file, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		read, err := conllu.Read(path, file)
		file.Close()
		if err != nil {
			return nil, err
		}
		docs = append(docs, read...)
	}
	return docs, nil
}

// A word is a token of a training sentence.
type word struct {
	form     string
	lemma    string
	tags     [questions - 1]string // UPOS, XPOS, features
	head     int                   // index in the sentence, or toRoot
	relation string
}

// sentencesOf returns the sentences of documents.
func sentencesOf(docs []*rashomon.Document) [][]word {
	var out [][]word
	for _, doc := range docs {
		for _, sent := range doc.Sentences {
			var words []word
			for i := sent.Span.Start; i < sent.Span.End; i++ {
				tok := doc.Tokens[i]
				w := word{doc.Quote(tok.Extent), tok.Lemma, [3]string{tok.UPOS, tok.XPOS, tok.Features}, toRoot, tok.Relation}
				if tok.Head != 0 {
					w.head = i - sent.Span.Start + tok.Head
				}
				words = append(words, w)
			}
			out = append(out, words)
		}
	}
	return out
}

// A labelling numbers labels in the order of their names.
type labelling struct {
	names []string
	ids   map[string]int32
}

// newLabelling numbers the labels that were counted at least least times.
func newLabelling(counts map[string]int, least int) *labelling {
	l := &labelling{ids: map[string]int32{}}
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		if counts[name] >= least {
			l.ids[name] = int32(len(l.names))
			l.names = append(l.names, name)
		}
	}
	return l
}

// id returns the number of a label, unknown for one that is not numbered.
func (l *labelling) id(name string) int32 {
	if id, found := l.ids[name]; found {
		return id
	}
	return unknown
}

// A vocabulary is what the network knows by name.
type vocabulary struct {
	words     *labelling // by their plain forms
	together  *labelling // tags that go together, with tabs between
	tags      [questions]*labelling
	relations *labelling
}

// leastCount is how often a word or a lemma script must be met to be known: what is met once teaches how to treat what is
// unknown.
const leastCount = 2

func newVocabulary(sentences [][]word) *vocabulary {
	words, relations, together := map[string]int{}, map[string]int{}, map[string]int{}
	var tags [questions]map[string]int
	for q := range tags {
		tags[q] = map[string]int{}
	}
	for _, sent := range sentences {
		for _, w := range sent {
			words[syntax.PlainForm(w.form)]++
			for q, tag := range w.tags {
				tags[q][tag]++
			}
			together[strings.Join(w.tags[:], "\t")]++
			tags[questions-1][syntax.Derive(w.form, w.lemma).String()]++
			relations[w.relation]++
		}
	}
	v := &vocabulary{words: newLabelling(words, leastCount), together: newLabelling(together, 1), relations: newLabelling(relations, 1)}
	for q := range tags {
		least := 1
		if q == questions-1 {
			least = leastCount
		}
		v.tags[q] = newLabelling(tags[q], least)
	}
	return v
}

// An example is a sentence as the network sees it.
type example struct {
	words     []word // none if a committee labelled it
	looks     []look
	tags      [questions][]int32
	heads     []int32 // indexes in the sentence, toRoot, unknown
	relations []int32
}

func (v *vocabulary) example(sent []word, eye *eye) example {
	e := example{words: sent}
	for _, w := range sent {
		e.looks = append(e.looks, eye.look(w.form))
		for q, tag := range w.tags {
			e.tags[q] = append(e.tags[q], v.tags[q].id(tag))
		}
		e.tags[questions-1] = append(e.tags[questions-1], v.tags[questions-1].id(syntax.Derive(w.form, w.lemma).String()))
		e.heads = append(e.heads, int32(w.head))
		e.relations = append(e.relations, v.relations.id(w.relation))
	}
	return e
}

// A batch is some sentences, a row for every token.
type batch struct {
	sentences                []span
	vectors, words, features [][]int32
	tags                     [questions][]int32
	heads                    []int32 // rows of the batch, toRoot, unknown
	relations                []int32
}

func newBatch(examples []example) *batch {
	b := &batch{}
	for _, e := range examples {
		first := len(b.heads)
		b.sentences = append(b.sentences, span{first, len(e.looks)})
		for i, look := range e.looks {
			b.vectors = append(b.vectors, []int32{look.vector})
			b.words = append(b.words, []int32{look.word})
			b.features = append(b.features, look.features[:])
			head := e.heads[i]
			if head >= 0 {
				head += int32(first)
			}
			b.heads = append(b.heads, head)
		}
		for q := range questions {
			b.tags[q] = append(b.tags[q], e.tags[q]...)
		}
		b.relations = append(b.relations, e.relations...)
	}
	return b
}

// batches cuts examples, in random order but of like length, into batches of about size tokens.
func batches(examples []example, order []int, size int) [][]int {
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(len(examples[a].looks), len(examples[b].looks)) })
	var out [][]int
	var current []int
	tokens := 0
	for _, i := range order {
		if tokens > 0 && tokens+len(examples[i].looks) > size {
			out, current, tokens = append(out, current), nil, 0
		}
		current = append(current, i)
		tokens += len(examples[i].looks)
	}
	return append(out, current)
}
