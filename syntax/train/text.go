package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"sync"

	"rashomon"
	"rashomon/network"
	"rashomon/segment"
)

// The sentences taken from plain text: longer ones are mostly lists, shorter ones teach nothing.
const (
	shortestSentence = 4
	longestSentence  = 60
)

// readTexts returns the sentences of texts, as forms, each once. A file *.jsonl has a document a line in the field "text",
// any other a paragraph a line and an empty line between documents; both may be packed with gzip.
func readTexts(paths ...string) ([][]string, error) {
	var out [][]string
	seen := map[string]bool{}
	for _, path := range paths {
		err := eachDocument(path, func(text string) {
			for _, forms := range segmented(text) {
				key := strings.Join(forms, " ")
				if len(forms) >= shortestSentence && len(forms) <= longestSentence && !seen[key] {
					seen[key] = true
					out = append(out, forms)
				}
			}
		})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	return out, nil
}

// segmented returns the forms of the sentences of a text.
func segmented(text string) [][]string {
	doc := &rashomon.Document{Text: text}
	sentences, tokens := segment.Find(doc)
	var out [][]string
	for _, sent := range sentences {
		var forms []string
		for _, token := range tokens[sent.Span.Start:sent.Span.End] {
			forms = append(forms, doc.Quote(token.Extent))
		}
		out = append(out, forms)
	}
	return out
}

func eachDocument(path string, do func(text string)) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	var in io.Reader = file
	if strings.HasSuffix(path, ".gz") {
		if in, err = gzip.NewReader(file); err != nil {
			return err
		}
	}
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<24)
	var text strings.Builder
	for lines.Scan() {
		switch line := lines.Text(); {
		case strings.Contains(path, ".jsonl"):
			var document struct{ Text string }
			if err := json.Unmarshal([]byte(line), &document); err != nil {
				return err
			}
			do(document.Text)
		case line == "":
			do(text.String())
			text.Reset()
		default:
			text.WriteString(line + "\n\n")
		}
	}
	do(text.String())
	return lines.Err()
}

// label has a committee label sentences, in random order until there are enough tokens.
func (c committee) label(sentences [][]string, words network.Words, tokens int, random *rand.Rand) []example {
	sentences = slices.Clone(sentences)
	random.Shuffle(len(sentences), func(i, j int) { sentences[i], sentences[j] = sentences[j], sentences[i] })
	var groups []*group
	for _, forms := range sentences {
		if tokens <= 0 {
			break
		}
		tokens -= len(forms)
		if len(groups) == 0 || len(groups[len(groups)-1].examples) == labelledTogether {
			groups = append(groups, &group{})
		}
		g := groups[len(groups)-1]
		g.examples = append(g.examples, unlabelled(forms, words))
	}
	inEach(groups, func(g *group) { g.label(c) })
	var out []example
	for _, g := range groups {
		out = append(out, g.examples...)
	}
	return out
}

// labelledTogether is how many sentences go through the networks at once.
const labelledTogether = 32

// A group is some sentences that are labelled together.
type group struct{ examples []example }

func unlabelled(forms []string, words network.Words) example {
	var out example
	for _, form := range forms {
		out.inputs = append(out.inputs, newInput(words, form))
		out.heads = append(out.heads, unknown)
		out.relations = append(out.relations, unknown)
		for q := range questions {
			out.tags[q] = append(out.tags[q], unknown)
		}
	}
	return out
}

func (g *group) label(c committee) {
	b := newBatch(g.examples)
	t := tapes.Get().(*tape)
	defer tapes.Put(t)
	t.reset(nil)
	v := c.judge(t, b)
	for i, s := range b.sentences {
		e := &g.examples[i]
		for q := range questions {
			e.tags[q] = v.tags[q][s.first : s.first+s.length]
		}
		e.relations = v.relations[s.first : s.first+s.length]
		for j, head := range v.heads[s.first : s.first+s.length] {
			e.heads[j] = head
			if head >= 0 {
				e.heads[j] = head - int32(s.first)
			}
		}
	}
}

var tapes = sync.Pool{New: func() any { return &tape{} }}
