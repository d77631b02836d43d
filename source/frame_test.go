package source

import (
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rashomon"
	"rashomon/rashomontest"
)

func TestTextGolden(t *testing.T) {
	t.Parallel()
	for _, path := range glob(t, "testdata/text/*.txt") {
		t.Run(filepath.Base(path), func(t *testing.T) {
			t.Parallel()
			doc, err := parseAs(rashomon.FormatText, readFile(t, path))
			if err != nil {
				t.Fatal(err)
			}
			checkParsed(t, doc, nil)
			rashomontest.Golden(t, path+".golden", []byte(printFrame(doc)))
		})
	}
}

func TestTextOfWhiteSpaceIsAnError(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", " ", "\n\n\t", "\ufeff", "\ufeff\n", "\u00a0\u2003\u2028"} {
		doc, err := parseAs(rashomon.FormatText, text)
		if err == nil || !strings.HasPrefix(err.Error(), "test: there is no text in it") {
			t.Errorf("%q: got document %v and error %v, want the error that there is no text", text, doc, err)
		}
		checkParsed(t, doc, err)
	}
}

func TestTextStaysAsItStands(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"\ufeffOrlo burns.\r\n":  "Orlo burns.\r\n",
		"  Orlo\tburns. \n\n\n ": "  Orlo\tburns. \n\n\n ",
		"Orlo\u2028burns.":       "Orlo\u2028burns.",
	} {
		doc, err := parseAs(rashomon.FormatText, text)
		if err != nil || doc.Text != want {
			t.Errorf("%q: got text %q and error %v, want %q", text, doc.Text, err, want)
		}
	}
}

// drawPress draws a text of the lines of the case files, paragraphs among them.
func drawPress(t *rapid.T, phrases []string) string {
	phrases = append(phrases, "", "", "", caseParagraph, caseHeadline)
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(phrases), 1, 14).Draw(t, "lines"), "\n")
}

// What a text says of itself does not depend on empty lines behind it, on how lines end, or on what was read before.
func TestFrameLaws(t *testing.T) {
	t.Parallel()
	phrases := rashomontest.Phrases(t, "testdata/[bcdms]*.cases")
	rapid.Check(t, func(rt *rapid.T) {
		text := drawPress(rt, phrases)
		doc, err := parseAs(rashomon.FormatText, text)
		checkParsed(t, doc, err)
		if err != nil {
			return
		}
		longer, _ := parseAs(rashomon.FormatText, text+"\n\n \n")
		if diff := cmp.Diff(doc.Details, longer.Details); diff != "" {
			rt.Fatalf("%q: empty lines at the end change the details:\n%s", text, diff)
		}
		if diff := cmp.Diff(doc.Parts, longer.Parts); diff != "" {
			rt.Fatalf("%q: empty lines at the end change the parts:\n%s", text, diff)
		}
		windows, _ := parseAs(rashomon.FormatText, strings.ReplaceAll(text, "\n", "\r\n"))
		if diff := cmp.Diff(withoutExtents(doc), withoutExtents(windows)); diff != "" {
			rt.Fatalf("%q: line ends of Windows change the details:\n%s", text, diff)
		}
	})
}

// withoutExtents returns the details without their extents.
func withoutExtents(doc *rashomon.Document) []rashomon.Detail {
	details := append([]rashomon.Detail(nil), doc.Details...)
	for i := range details {
		details[i].Extent = rashomon.Extent{}
	}
	return details
}

func TestFrameIsTheSameOnAllCores(t *testing.T) {
	t.Parallel()
	for _, path := range glob(t, "testdata/text/*.txt") {
		want, err := parseAs(rashomon.FormatText, readFile(t, path))
		if err != nil {
			t.Fatal(err)
		}
		var readers sync.WaitGroup
		for range 8 {
			readers.Go(func() {
				if got, _ := parseAs(rashomon.FormatText, readFile(t, path)); !cmp.Equal(want, got) {
					t.Errorf("%s: two readings differ:\n%s", path, cmp.Diff(want, got))
				}
			})
		}
		readers.Wait()
	}
}

// Markup's own kinds stand: the frame marks no headline, caption or boilerplate anew.
func TestFrameKeepsWhatMarkupSays(t *testing.T) {
	t.Parallel()
	doc := new(rashomon.Document)
	doc.Details = []rashomon.Detail{{Field: rashomon.FieldAuthor, Value: "Tam Okonjo", Rule: "html/meta"}}
	doc.Text, doc.Parts = assemble([]block{
		{kind: rashomon.PartHeadline, text: "By Ilse Varro", rule: "html/h1"},
		{kind: rashomon.PartBody, text: "By Ilse Varro, 4 May 2012", rule: "html/p"},
		{kind: rashomon.PartCaption, text: "By Ilse Varro", rule: "html/figcaption"},
		{kind: rashomon.PartBody, text: caseParagraph, rule: "html/p"},
	})
	frame(doc)
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

func FuzzFrame(f *testing.F) {
	for _, path := range glob(f, "testdata/text/*.txt") {
		f.Add(readFile(f, path))
	}
	for _, phrase := range rashomontest.Phrases(f, "testdata/[bcdms]*.cases") {
		f.Add(caseHeadline + "\n\n" + phrase + "\n\n" + caseParagraph + "\n\n" + phrase)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		doc, err := parseAs(rashomon.FormatText, text)
		checkParsed(t, doc, err)
		again, _ := parseAs(rashomon.FormatText, text)
		if diff := cmp.Diff(doc, again); diff != "" {
			t.Fatalf("two readings differ:\n%s", diff)
		}
	})
}

func BenchmarkLayout(b *testing.B) {
	for name, text := range benchTexts() {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				layout(text)
			}
		})
	}
}

func BenchmarkLayoutAndFrame(b *testing.B) {
	for name, text := range benchTexts() {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				frame(&rashomon.Document{Text: text, Parts: layout(text)})
			}
		})
	}
}

func BenchmarkMarkdown(b *testing.B) {
	text := rashomontest.LongArticle()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := markdownBlocks(text); err != nil {
			b.Fatal(err)
		}
	}
}

func benchTexts() map[string]string {
	return map[string]string{
		"article": rashomontest.Article(), "long": rashomontest.LongArticle(), "nasty": rashomontest.NastyArticle(),
		"oneline": strings.ReplaceAll(rashomontest.LongArticle(), "\n", " "),
		"lines":   strings.Repeat("- one of very many short lines\n", 30_000),
		"words":   strings.Repeat("Short Line\n\n", 80_000),
	}
}
