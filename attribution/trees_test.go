package attribution_test

import (
	"bytes"
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rashomon"
	"rashomon/conllu"
	"rashomon/rashomontest"
	"rashomon/reader"
)

// TestTrees demands a tree for every phrase and no others. With -update it reads the phrases that have none as the program
// does. Those that are there stay, for some are corrected by hand: delete a file to have all its phrases read anew.
func TestTrees(t *testing.T) {
	for _, path := range caseFiles(t) {
		trees := readTrees(t, treesOf(path))
		var printed bytes.Buffer
		for _, phrase := range phrases(t, path) {
			doc := trees[phrase]
			if doc == nil && flag.Lookup("update").Value.String() == "true" {
				doc = parse(t, phrase)
			}
			if doc == nil {
				t.Errorf("%s: %q has no tree: run this test with -update", path, phrase)
				continue
			}
			doc.Name = filepath.Base(path)
			if err := conllu.Write(&printed, doc); err != nil {
				t.Fatal(err)
			}
		}
		rashomontest.Golden(t, treesOf(path), printed.Bytes())
	}
}

func treesOf(path string) string { return strings.TrimSuffix(path, ".cases") + ".conllu" }

// phrases returns the phrases of a case file, each once.
func phrases(t testing.TB, path string) []string {
	t.Helper()
	var all []string
	for _, c := range rashomontest.LoadCases(t, path) {
		if !slices.Contains(all, c.Phrase) {
			all = append(all, c.Phrase)
		}
	}
	return all
}

// readTrees returns the documents of a treebank by their text; none where there is no such file.
func readTrees(t testing.TB, path string) map[string]*rashomon.Document {
	t.Helper()
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) || err == nil && len(data) == 0 {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	docs, err := conllu.Read(path, bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	byText := map[string]*rashomon.Document{}
	for _, doc := range docs {
		byText[doc.Text] = doc
	}
	return byText
}

// parse reads a phrase as the program does. An empty line parts its paragraphs.
func parse(t *testing.T, phrase string) *rashomon.Document {
	t.Helper()
	original := rashomon.Original{Bytes: []byte(phrase), Format: rashomon.FormatText}
	doc := &rashomon.Document{ID: original.ID(), SHA256: original.SHA256(), Text: phrase}
	at := 0
	for paragraph := range strings.SplitSeq(phrase, "\n\n") {
		doc.Parts = append(doc.Parts, rashomon.Part{
			Extent: rashomon.Extent{Start: at, End: at + len(paragraph)}, Kind: rashomon.PartBody, Rule: "hand",
		})
		at += len(paragraph) + len("\n\n")
	}
	if err := reader.New().Read(t.Context(), doc); err != nil {
		t.Fatal(err)
	}
	return doc
}
