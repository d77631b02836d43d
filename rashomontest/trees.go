package rashomontest

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
)

// CaseFiles returns the case files of a package.
func CaseFiles(t testing.TB) []string {
	t.Helper()
	paths, err := filepath.Glob("testdata/*.cases")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no case files (%v)", err)
	}
	return paths
}

// RunTrees demands a tree for every phrase of the case files and no others: they stand in the file .conllu of the same name,
// so that no model is needed, and a case changes its outcome with its package alone. With -update it reads the phrases that
// have none as the program does. Those that are there stay, for some are corrected by hand: delete a file to have all its
// phrases read anew.
func RunTrees(t *testing.T, read func(*rashomon.Document) error) {
	for _, path := range CaseFiles(t) {
		trees := ReadTrees(t, TreesOf(path))
		var printed bytes.Buffer
		for _, phrase := range distinctPhrases(t, path) {
			doc := trees[phrase]
			if doc == nil && flag.Lookup("update").Value.String() == "true" {
				doc = readPhrase(t, phrase, read)
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
		Golden(t, TreesOf(path), printed.Bytes())
	}
}

// TreesOf returns where the trees of a case file stand.
func TreesOf(path string) string { return strings.TrimSuffix(path, ".cases") + ".conllu" }

// distinctPhrases returns the phrases of a case file, each once. A phrase of several documents is as many.
func distinctPhrases(t testing.TB, path string) []string {
	t.Helper()
	var all []string
	for _, c := range LoadCases(t, path) {
		for _, phrase := range Documents(c.Phrase) {
			if !slices.Contains(all, phrase) {
				all = append(all, phrase)
			}
		}
	}
	return all
}

// Documents returns the texts of the documents that a phrase is made of: "||" parts them.
func Documents(phrase string) []string { return strings.Split(phrase, " || ") }

// ReadTrees returns the documents of a treebank by their text; none where there is no such file.
func ReadTrees(t testing.TB, path string) map[string]*rashomon.Document {
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

// ExchangedTrees returns the documents of a treebank with words exchanged, as if somebody had written of others.
func ExchangedTrees(t testing.TB, path string, exchange *strings.Replacer) map[string]*rashomon.Document {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	exchanged := t.TempDir() + "/exchanged.conllu"
	if err := os.WriteFile(exchanged, []byte(exchange.Replace(string(text))), 0o600); err != nil {
		t.Fatal(err)
	}
	return ReadTrees(t, exchanged)
}

// readPhrase reads a phrase as the program does. An empty line parts its paragraphs.
func readPhrase(t *testing.T, phrase string, read func(*rashomon.Document) error) *rashomon.Document {
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
	if err := read(doc); err != nil {
		t.Fatal(err)
	}
	return doc
}
