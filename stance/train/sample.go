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
	values []int // of each target of the line: 0 to 2
	part   int
}

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

// samplesOf returns the samples of a line.
func samplesOf(line stance.Line, doc *rashomon.Document) []sample {
	var targets []rashomon.Span
	var values []int
	for _, target := range line.Targets {
		span := target.Span(doc)
		if value, known := stance.ValueOf(target.Stance); known && !span.Empty() {
			targets, values = append(targets, span), append(values, value+1)
		}
	}
	var samples []sample
	for _, view := range stance.Look(doc, targets) {
		samples = append(samples, sample{view, values, stance.PartOf(line.Text)})
	}
	return samples
}

// example returns a sample as the network learns it.
func (s sample) example(words network.Words) example {
	each := len(stance.Categories())
	var e example
	for i, form := range s.Forms {
		e.Inputs = append(e.Inputs, learn.NewInput(words, form, s.Categories[i*each:(i+1)*each]...))
	}
	for _, sight := range s.Sights {
		e.Labels = append(e.Labels, question{sight, s.values[sight.Target]})
	}
	return e
}
