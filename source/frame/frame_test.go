package frame_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rashomon"
	"rashomon/rashomontest"
	"rashomon/source"
	"rashomon/source/frame"
)

// parse reads a plain text, which source fills the frame of.
func parse(text string) (*rashomon.Document, error) {
	return source.Parse(rashomon.Original{Bytes: []byte(text), Format: rashomon.FormatText, Name: "test", Address: "test"})
}

// reports returns texts of whole reports with much of a frame.
func reports(t testing.TB) []string {
	t.Helper()
	paths, err := filepath.Glob("../testdata/text/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no files in ../testdata/text (%v)", err)
	}
	var texts []string
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(data))
	}
	return texts
}

// checkFramed verifies the laws of a framed document: its parts tile the text, and the extent of every detail holds the
// words that it stands for.
func checkFramed(t testing.TB, doc *rashomon.Document) {
	t.Helper()
	if err := doc.Check(); err != nil {
		t.Fatal(err)
	}
	for _, d := range doc.Details {
		if d.Value == "" || d.Rule == "" || !utf8.ValidString(d.Value) {
			t.Fatalf("detail %+v is not whole", d)
		}
		words := strings.Join(strings.Fields(doc.Quote(d.Extent)), " ")
		if !d.Extent.Empty() && d.Field != rashomon.FieldPublished && words != d.Value {
			t.Fatalf("detail %+v stands at %q", d, doc.Quote(d.Extent))
		}
	}
}

// drawPress draws a text of the lines of the case files, paragraphs among them.
func drawPress(t *rapid.T, phrases []string) string {
	phrases = append(phrases, "", "", "", caseParagraph, caseHeadline)
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(phrases), 1, 14).Draw(t, "lines"), "\n")
}

// What a text says of itself does not depend on empty lines behind it, on how lines end, or on what was read before.
func TestFillLaws(t *testing.T) {
	t.Parallel()
	phrases := rashomontest.Phrases(t, "testdata/[bcdms]*.cases")
	rapid.Check(t, func(rt *rapid.T) {
		text := drawPress(rt, phrases)
		doc, err := parse(text)
		if err != nil {
			return // there is no text in it
		}
		checkFramed(t, doc)
		longer, _ := parse(text + "\n\n \n")
		if diff := cmp.Diff(doc.Details, longer.Details); diff != "" {
			rt.Fatalf("%q: empty lines at the end change the details:\n%s", text, diff)
		}
		if diff := cmp.Diff(doc.Parts, longer.Parts); diff != "" {
			rt.Fatalf("%q: empty lines at the end change the parts:\n%s", text, diff)
		}
		checkLineEnds(rt, doc)
	})
}

// checkLineEnds verifies that a document tells the same of itself with the line ends of Windows.
func checkLineEnds(t rapid.TB, doc *rashomon.Document) {
	windows, err := parse(strings.ReplaceAll(doc.Text, "\n", "\r\n"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(withoutExtents(doc), withoutExtents(windows)); diff != "" {
		t.Fatalf("%q: line ends of Windows change the details:\n%s", doc.Text, diff)
	}
}

// A line end of two bytes makes no line longer than one of a single byte: these two lines are as long as a line that
// holds a name is at most.
func TestLongestLineWithLineEndsOfWindows(t *testing.T) {
	t.Parallel()
	doc, err := parse("By Ilse Varro · The Harbour Gazette · 4 May 2012\nAbout the author: she was born in Orlo.\n" +
		"Ilse Varro is a freelance journalist based in Orlo.")
	if err != nil {
		t.Fatal(err)
	}
	checkLineEnds(t, doc)
}

// withoutExtents returns the details without their extents.
func withoutExtents(doc *rashomon.Document) []rashomon.Detail {
	details := append([]rashomon.Detail(nil), doc.Details...)
	for i := range details {
		details[i].Extent = rashomon.Extent{}
	}
	return details
}

func TestFillIsTheSameOnAllCores(t *testing.T) {
	t.Parallel()
	for _, text := range reports(t) {
		want, err := parse(text)
		if err != nil {
			t.Fatal(err)
		}
		var readers sync.WaitGroup
		for range 8 {
			readers.Go(func() {
				if got, _ := parse(text); !cmp.Equal(want, got) {
					t.Errorf("%.60q: two readings differ:\n%s", text, cmp.Diff(want, got))
				}
			})
		}
		readers.Wait()
	}
}

// addPart adds a paragraph to a document.
func addPart(doc *rashomon.Document, kind rashomon.PartKind, rule, text string) {
	extent := rashomon.Extent{Start: len(doc.Text), End: len(doc.Text) + len(text)}
	doc.Text += text + "\n\n"
	doc.Parts = append(doc.Parts, rashomon.Part{Extent: extent, Kind: kind, Rule: rule})
}

// Markup's own kinds stand: the frame marks no headline, caption or boilerplate anew.
func TestFillKeepsWhatMarkupSays(t *testing.T) {
	t.Parallel()
	doc := new(rashomon.Document)
	doc.Details = []rashomon.Detail{{Field: rashomon.FieldAuthor, Value: "Tam Okonjo", Rule: "html/meta"}}
	addPart(doc, rashomon.PartHeadline, "html/h1", "By Ilse Varro")
	addPart(doc, rashomon.PartBody, "html/p", "By Ilse Varro, 4 May 2012")
	addPart(doc, rashomon.PartCaption, "html/figcaption", "By Ilse Varro")
	addPart(doc, rashomon.PartBody, "html/p", caseParagraph)
	frame.Fill(doc)
	kinds := []rashomon.PartKind{rashomon.PartHeadline, rashomon.PartByline, rashomon.PartCaption, rashomon.PartBody}
	for i, want := range kinds {
		if got := doc.Parts[i].Kind; got != want {
			t.Errorf("part %d: got kind %s, want %s", i, got, want)
		}
	}
	if got := doc.Detail(rashomon.FieldAuthor); got != "Tam Okonjo" {
		t.Errorf("got author %q, want the one that markup gave", got)
	}
	if got := doc.Detail(rashomon.FieldPublished); got != "2012-05-04" {
		t.Errorf("got publication %q, want 2012-05-04", got)
	}
}

func FuzzFill(f *testing.F) {
	for _, text := range reports(f) {
		f.Add(text)
	}
	for _, phrase := range rashomontest.Phrases(f, "testdata/[bcdms]*.cases") {
		f.Add(caseHeadline + "\n\n" + phrase + "\n\n" + caseParagraph + "\n\n" + phrase)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		doc, err := parse(text)
		if err != nil {
			return // there is no text in it, or none that can be read
		}
		checkFramed(t, doc)
		again, _ := parse(text)
		if diff := cmp.Diff(doc, again); diff != "" {
			t.Fatalf("two readings differ:\n%s", diff)
		}
	})
}

// paragraphs returns a document with a part for every paragraph of a text, as layout makes them, but for their kinds.
func paragraphs(text string) *rashomon.Document {
	doc := new(rashomon.Document)
	for paragraph := range strings.SplitSeq(text, "\n\n") {
		if paragraph = strings.TrimSpace(paragraph); paragraph != "" {
			addPart(doc, rashomon.PartBody, "layout/paragraph", paragraph)
		}
	}
	return doc
}

func BenchmarkFill(b *testing.B) {
	for name, text := range map[string]string{
		"short":   caseHeadline + "\n\nBy Ilse Varro\n\n4 May 2012\n\n" + caseParagraph + "\n\nReporting by Tam Okonjo",
		"article": rashomontest.Article(), "nasty": rashomontest.NastyArticle(),
		"lines": strings.Repeat("Short Line\n\n", 5_000),
	} {
		b.Run(name, func(b *testing.B) {
			doc := paragraphs(text)
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				frame.Fill(&rashomon.Document{Text: doc.Text, Parts: slices.Clone(doc.Parts)})
			}
		})
	}
}

// TestWriterUnderTitle: who wrote may stand under a title in the same block, with a small letter.
func TestWriterUnderTitle(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"The last granary\nby Ilse Varro, teacher, Orlo": "Ilse Varro",
		"HARBOUR WATCH\nby the sea":                      "",
	} {
		doc, err := parse(text + "\n\n" + caseParagraph)
		if err != nil {
			t.Fatal(err)
		}
		if got := doc.Detail(rashomon.FieldAuthor); got != want {
			t.Errorf("%q: author %q, want %q", text, got, want)
		}
	}
}
