package export_test

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"

	"rashomon"
	"rashomon/export"
	"rashomon/rashomontest"
)

// full reads the root package's document that has something in every layer.
func full(t *testing.T) *rashomon.Document {
	t.Helper()
	data, err := os.ReadFile("../testdata/full.document")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := rashomon.Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func annotate(t *testing.T, doc *rashomon.Document) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := export.WriteAnnotation(&out, doc); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestAnnotationOfEveryLayer(t *testing.T) {
	t.Parallel()
	line := annotate(t, full(t))
	if n := bytes.Count(line, []byte("\n")); n != 1 {
		t.Errorf("got %d lines, want 1", n)
	}
	var indented bytes.Buffer
	if err := json.Indent(&indented, line, "", " "); err != nil {
		t.Fatal(err)
	}
	rashomontest.Golden(t, "testdata/full.json", indented.Bytes())
}

// Offsets count code points, so that slicing the runes of the text gives back every token.
func TestAnnotationCountsCodePoints(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"plain words", "Café « été » 世界 ok", "e\u0301 👩‍👩‍👧 x", "naïve\nsecond ligne"} {
		var got struct {
			Text      string
			Sentences []struct {
				Tokens []struct {
					Begin, End int
					Form       string
				}
			}
		}
		if err := json.Unmarshal(annotate(t, rashomontest.Document(text)), &got); err != nil {
			t.Fatal(err)
		}
		runes := []rune(got.Text)
		for _, sentence := range got.Sentences {
			for _, token := range sentence.Tokens {
				if cut := string(runes[token.Begin:token.End]); cut != token.Form {
					t.Errorf("%q: got %q at %d-%d, want %q", text, cut, token.Begin, token.End, token.Form)
				}
			}
		}
	}
}

func TestAnnotationLeavesOutWhatIsUnknown(t *testing.T) {
	t.Parallel()
	doc := rashomontest.Document("")
	got := string(annotate(t, doc))
	want := `{"document":{"id":"` + doc.ID + `","name":"hand","sha256":"` + doc.SHA256 + `"},"text":""}` + "\n"
	if got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
