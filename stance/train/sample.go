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

// A sample is what the network sees of a sentence, and what people say of its targets.
type sample struct {
	stance.View
	values []int // of each target of the line: 0 to 2, or notMarked
	part   int
}

// notMarked is the value of a target of which nobody was asked.
const notMarked = -1

// read returns the samples of a file of lines that are marked, read by the whole chain.
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

// samplesOf returns the samples of a line: of the targets that are marked, and of all others that its sentences have.
func samplesOf(line stance.Line, doc *rashomon.Document) []sample {
	var targets []rashomon.Span
	var values []int
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
		targets, values = append(targets, span), append(values, value+1)
	}
	for _, mention := range stance.Targets(doc) {
		if m := doc.Mentions[mention]; !marked[m.Head] {
			targets, values = append(targets, m.Span), append(values, notMarked)
		}
	}
	var samples []sample
	for _, view := range stance.Look(doc, targets) {
		samples = append(samples, sample{view, values, stance.PartOf(line.Text)})
	}
	return samples
}

// example returns a sample as the network learns it: with the targets that are marked, or with all.
func (s sample) example(words network.Words) example {
	each := len(stance.Categories())
	var e example
	for i, form := range s.Forms {
		e.Inputs = append(e.Inputs, learn.NewInput(words, form, s.Categories[i*each:(i+1)*each]...))
	}
	for _, sight := range s.Sights {
		q := question{Sight: sight, value: s.values[sight.Target]}
		if q.value != notMarked {
			q.shares[q.value] = 1
		}
		e.Labels = append(e.Labels, q)
	}
	return e
}

// markedOnly returns an example without the questions that nobody was asked.
func markedOnly(e example) example {
	var marked []question
	for _, q := range e.Labels {
		if q.value != notMarked {
			marked = append(marked, q)
		}
	}
	e.Labels = marked
	return e
}
