// Package framing finds under what names and in what words a document tells what it tells, and whom it makes the doer.
//
//	words         of the data files, where they stand        lexicon.go, match.go
//	labels        how the text's own voice names a party     label.go, phrase.go, name.go, distance.go, party.go, voice.go
//	valence       hostile, contested or favourable           valence.go
//	loaded words  by which a sentence takes sides            loaded.go
//	agency        active, passive, agentless, nominal        agency.go, doer.go
//
// The data files hold no name of a party, and no rule asks for one, so
// that a text in which the names are exchanged gets the same labels with the names exchanged.
package framing

import (
	"strings"

	"rashomon"
)

// Find returns the labels and the loaded words of a document that has trees, entities and statements, both in the order
// of the text.
func Find(doc *rashomon.Document) ([]rashomon.Label, []rashomon.LoadedWord) {
	if len(doc.Tokens) == 0 {
		return nil, nil
	}
	r := newReading(doc)
	r.hits = r.find(known().labels)
	return r.labels(), r.loadedWords()
}

// A reading is a document on its way through the steps.
type reading struct {
	doc      *rashomon.Document
	tree     *rashomon.Tree
	voices   voices
	words    []string        // the forms of the tokens, in lower case
	lemmas   []string        // in lower case
	headed   []int           // of each token: the longest mention that it heads, or None
	named    []int           // of each token: the longest name that it is part of, a mention, or None
	persons  map[string]bool // the words of persons' names
	hits     []hit           // of labels.txt, in the order of the text
	parties  []partyName     // on their way to labels
	byPhrase map[int]int     // of the head of a noun phrase: index into parties
	called   map[string]int  // of the words of the phrases so far: whom they name
	signs    map[int]int     // of each entity: the sum of the valences of its labels that are not contested
}

func newReading(doc *rashomon.Document) *reading {
	r := &reading{
		doc: doc, tree: doc.Tree(), voices: newVoices(doc), words: make([]string, len(doc.Tokens)),
		lemmas: make([]string, len(doc.Tokens)), persons: map[string]bool{}, byPhrase: map[int]int{},
		called: map[string]int{}, signs: map[int]int{},
	}
	for i, token := range doc.Tokens {
		r.words[i] = strings.ToLower(doc.Quote(token.Extent))
		if strings.Contains(r.words[i], "’") {
			r.words[i] = strings.ReplaceAll(r.words[i], "’", "'")
		}
		r.lemmas[i] = lemma(token, r.words[i])
	}
	r.indexMentions()
	return r
}

// lemma returns the lemma of a token in lower case. The plural of a name is that of a word: "the Loyalists".
func lemma(token rashomon.Token, word string) string {
	if token.UPOS == "PROPN" {
		return strings.TrimSuffix(word, "s")
	}
	return strings.ToLower(token.Lemma)
}

// indexMentions fills headed, named and persons.
func (r *reading) indexMentions() {
	r.headed, r.named = noMentions(len(r.words)), noMentions(len(r.words))
	for at, m := range r.doc.Mentions {
		r.headed[m.Head] = r.longer(r.headed[m.Head], at)
		if m.Kind != rashomon.MentionName {
			continue
		}
		for i := m.Span.Start; i < m.Span.End; i++ {
			r.named[i] = r.longer(r.named[i], at)
			if r.doc.Entities[m.Entity].Type == rashomon.EntityPerson {
				r.persons[r.words[i]] = true
			}
		}
	}
}

func noMentions(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = rashomon.None
	}
	return out
}

// longer returns the longer of two mentions, the first of which may be None.
func (r *reading) longer(known, other int) int {
	if known != rashomon.None && r.doc.Mentions[known].Span.Len() >= r.doc.Mentions[other].Span.Len() {
		return known
	}
	return other
}
