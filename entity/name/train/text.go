package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"rashomon"
	"rashomon/segment"
)

// A text is a document whose names were marked by hand.
type text struct {
	id    string
	doc   *rashomon.Document
	names []mark
	heads heads // where they are known
}

// A mark is a name as it was marked, names within names included.
type mark struct {
	extent rashomon.Extent
	kind   rashomon.EntityType
}

// readMarked reads documents with marked names, one a line:
//
//	{"text": …, "entities": [{"begin": 0, "end": 4, "type": "PERSON"}]}
//
// Offsets count code points.
func readMarked(path string) ([]text, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var texts []text
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		t, err := parseMarked(lines.Bytes())
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, len(texts)+1, err)
		}
		texts = append(texts, t)
	}
	return texts, lines.Err()
}

func parseMarked(line []byte) (text, error) {
	var read struct {
		ID       string
		Text     string
		Entities []struct {
			Begin, End int
			Type       rashomon.EntityType
		}
	}
	if err := json.Unmarshal(line, &read); err != nil {
		return text{}, err
	}
	t := text{id: read.ID, doc: segmented(read.Text)}
	offsets := offsetsOf(read.Text)
	for _, e := range read.Entities {
		if e.Begin < 0 || e.End <= e.Begin || e.End >= len(offsets) {
			return text{}, fmt.Errorf("a name from %d to %d in %d characters", e.Begin, e.End, len(offsets)-1)
		}
		t.names = append(t.names, mark{rashomon.Extent{Start: offsets[e.Begin], End: offsets[e.End]}, e.Type})
	}
	return t, nil
}

func segmented(text string) *rashomon.Document {
	doc := &rashomon.Document{Text: text}
	doc.Sentences, doc.Tokens = segment.Find(doc)
	return doc
}

// offsetsOf returns the byte at which each code point begins, and the end.
func offsetsOf(text string) []int {
	var offsets []int
	for i := range text {
		offsets = append(offsets, i)
	}
	return append(offsets, len(text))
}
