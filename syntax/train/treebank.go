package main

import (
	"fmt"
	"os"
	"path/filepath"

	"rashomon"
	"rashomon/conllu"
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
