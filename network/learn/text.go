package learn

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"rashomon"
	"rashomon/segment"
)

// The sentences taken from plain text: longer ones are mostly lists, shorter ones teach nothing.
const (
	shortestSentence = 4
	longestSentence  = 60
)

// ReadTexts returns the sentences of texts, as forms, each once. A file *.jsonl has a document a line in the field "text",
// any other a paragraph a line and an empty line between documents; both may be packed with gzip.
func ReadTexts(paths ...string) ([][]string, error) {
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
