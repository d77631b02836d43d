package answerkey_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"rashomon/answerkey"
)

// TestKeysStandInTheirTexts goes through the keys of all cases of our own, those that nobody reads too: whatever has a quote and
// its place, in code points, stands there in the text of its document.
func TestKeysStandInTheirTexts(t *testing.T) {
	t.Parallel()
	folders, err := filepath.Glob("../compare/testdata/*/*/truth.json")
	if err != nil || len(folders) == 0 {
		t.Fatal("no cases", err)
	}
	for _, path := range folders {
		folder := filepath.Dir(path)
		t.Run(filepath.Base(folder), func(t *testing.T) {
			t.Parallel()
			var key struct {
				Documents []struct{ ID, File string }
			}
			var all any
			if err := answerkey.Read(folder, &key); err != nil {
				t.Fatal(err)
			}
			if err := answerkey.Read(folder, &all); err != nil {
				t.Fatal(err)
			}
			texts := map[string][]rune{}
			for _, document := range key.Documents {
				text, err := os.ReadFile(filepath.Join(folder, document.File))
				if err != nil {
					t.Fatal(err)
				}
				texts[document.ID] = []rune(string(text))
			}
			if n := checkQuotes(t, all, texts); n == 0 {
				t.Error("no quotation with its place")
			}
		})
	}
}

// checkQuotes checks all quotations within a value, and returns how many there are.
func checkQuotes(t *testing.T, value any, texts map[string][]rune) int {
	n := 0
	switch v := value.(type) {
	case []any:
		for _, element := range v {
			n += checkQuotes(t, element, texts)
		}
	case map[string]any:
		for _, element := range v {
			n += checkQuotes(t, element, texts)
		}
		quote, isQuote := v["quote"].(string)
		begin, begins := v["begin"].(float64)
		end, ends := v["end"].(float64)
		text := texts[asString(v["document"])]
		if !isQuote || !begins || !ends || text == nil {
			return n
		}
		n++
		if within := 0 <= begin && begin <= end && int(end) <= len(text); !within || !slices.Equal(text[int(begin):int(end)], []rune(quote)) {
			t.Errorf("document %v: a quotation does not stand at %v to %v", v["document"], begin, end)
		}
	}
	return n
}

func asString(value any) string {
	text, _ := value.(string)
	return text
}
