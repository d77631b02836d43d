package main

import (
	"bufio"
	"context"
	"fmt"
	"os"

	"rashomon/network"
	"rashomon/network/learn"
	"rashomon/reader"
	"rashomon/stance"
)

// A sample is what the network sees of a sentence from a target, and what it is to say.
type sample struct {
	stance.Sight
	value int // 0 to 2
	part  int
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
		for _, target := range line.Targets {
			value, known := stance.ValueOf(target.Stance)
			if !known {
				return nil, fmt.Errorf("%s:%d: no stance", path, number)
			}
			if span := target.Span(doc); !span.Empty() {
				samples = append(samples, sample{stance.Look(doc, span), value + 1, stance.PartOf(line.Text)})
			}
		}
	}
	return samples, lines.Err()
}

// example returns a sample as the network learns it.
func (s sample) example(words network.Words) example {
	each := len(s.Categories) / len(s.Forms)
	e := example{Labels: label{s.value, s.Voters}}
	for i, form := range s.Forms {
		e.Inputs = append(e.Inputs, learn.NewInput(words, form, s.Categories[i*each:(i+1)*each]...))
	}
	return e
}
