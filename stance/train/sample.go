package main

import (
	"bufio"
	"context"
	"fmt"
	"os"

	"rashomon"
	"rashomon/network"
	"rashomon/network/learn"
	"rashomon/reader"
	"rashomon/stance"
)

// A sample is what the network sees of a sentence from a target, and what people say of it, if they were asked.
type sample struct {
	stance.Sight
	value int // 0 to 2, or notMarked
	part  int
}

// notMarked is the value of a target of which nobody was asked.
const notMarked = -1

// read returns the samples of a file of lines that are marked, read by the whole chain: the targets that are marked, and
// all others that the sentences have.
func read(path string) ([]sample, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	chain := reader.New()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<24)
	var samples []sample
	for number := 1; lines.Scan(); number++ {
		line, err := stance.ParseLine(lines.Bytes())
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, number, err)
		}
		doc := line.Document()
		if err := chain.Read(context.Background(), doc); err != nil {
			return nil, err
		}
		samples = append(samples, samplesOf(line, doc)...)
	}
	return samples, lines.Err()
}

// samplesOf returns the samples of a line.
func samplesOf(line stance.Line, doc *rashomon.Document) []sample {
	var samples []sample
	marked := make([]bool, len(doc.Tokens))
	for _, target := range line.Targets {
		span := target.Span(doc)
		value, known := stance.ValueOf(target.Stance)
		if span.Empty() || !known {
			continue
		}
		for token := span.Start; token < span.End; token++ {
			marked[token] = true
		}
		samples = append(samples, sample{stance.Look(doc, span), value + 1, stance.PartOf(line.Text)})
	}
	for _, mention := range stance.Targets(doc) {
		if span := doc.Mentions[mention].Span; !marked[doc.Mentions[mention].Head] {
			samples = append(samples, sample{stance.Look(doc, span), notMarked, stance.PartOf(line.Text)})
		}
	}
	return samples
}

// example returns a sample as the network learns it.
func (s sample) example(words network.Words) example {
	each := len(s.Categories) / len(s.Forms)
	e := example{Labels: label{value: s.value, voters: s.Voters}}
	if s.value != notMarked {
		e.Labels.shares[s.value] = 1
	}
	for i, form := range s.Forms {
		e.Inputs = append(e.Inputs, learn.NewInput(words, form, s.Categories[i*each:(i+1)*each]...))
	}
	return e
}
