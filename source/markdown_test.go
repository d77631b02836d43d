package source

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"rashomon"
	"rashomon/rashomontest"
)

func parseAs(format rashomon.Format, text string) (*rashomon.Document, error) {
	return Parse(rashomon.Original{Bytes: []byte(text), Format: format, Name: "test", Address: "test"})
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// printFrame gives one line a detail and one a part.
func printFrame(doc *rashomon.Document) string {
	var out strings.Builder
	for _, d := range doc.Details {
		facts := []string{string(d.Field), d.Value, d.Rule, oneLine(doc.Quote(d.Extent))}
		out.WriteString(strings.TrimRight(strings.Join(facts, " | "), " |") + "\n")
	}
	return out.String() + "\n" + printParts(doc.Text, doc.Parts)
}

func TestMarkdownGolden(t *testing.T) {
	t.Parallel()
	for _, path := range glob(t, "testdata/text/*.md") {
		t.Run(filepath.Base(path), func(t *testing.T) {
			t.Parallel()
			doc, err := parseAs(rashomon.FormatMarkdown, readFile(t, path))
			if err != nil {
				t.Fatal(err)
			}
			rashomontest.Golden(t, path+".golden", []byte(printFrame(doc)))
		})
	}
}

func TestMarkdownErrors(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		text, want string
		kind       rashomon.ErrorKind
	}{
		"empty":          {"", "test: there is no text in it", rashomon.ErrorInvalid},
		"only a picture": {"![](a.png)\n\n---\n", "test: there is no text in it", rashomon.ErrorInvalid},
		"title is a list": {"---\ndate: 2011\ntitle: [a, b]\n---\nText.\n",
			`test: line 3: the front matter has no text under "title" but: sequence`, rashomon.ErrorInvalid},
		"title is a mapping": {"---\ntitle:\n  a: b\n---\nText.\n",
			`test: line 3: the front matter has no text under "title" but: mapping`, rashomon.ErrorInvalid},
		"list in a list": {"---\nauthors:\n- [A. Roe]\n---\nText.\n",
			`test: line 3: the front matter has under "authors" a list in a list`, rashomon.ErrorInvalid},
		"alias": {"---\nx: &a Orlo\ntitle: *a\n---\nText.\n",
			`test: line 3: the front matter has no text under "title" but: alias`, rashomon.ErrorInvalid},
		"unclosed bracket": {"---\ntitle: [a\n---\nText.\n",
			"test: line 2: the front matter is not sound YAML", rashomon.ErrorInvalid},
		"deep brackets": {"---\nx: " + strings.Repeat("[", 60000) + "\n---\nText.\n",
			"test: line 2: the front matter is nested deeper", rashomon.ErrorTooLarge},
		"long": {"---\nx: " + strings.Repeat("a", 70000) + "\n---\nText.\n",
			"test: line 1: the front matter is longer", rashomon.ErrorTooLarge},
		"deep quotes": {"Text.\n\n" + strings.Repeat("> ", 10000) + "x\n",
			"test: line 3 of the body nests", rashomon.ErrorTooLarge},
		"deep list": {strings.Repeat("- ", 10000) + "x\n", "test: line 1 of the body nests", rashomon.ErrorTooLarge},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			doc, err := parseAs(rashomon.FormatMarkdown, test.text)
			var got *rashomon.Error
			if !errors.As(err, &got) || got.Kind != test.kind || !strings.HasPrefix(err.Error(), test.want) || doc != nil {
				t.Errorf("got error %q and document %v, want %q of kind %q", err, doc, test.want, test.kind)
			}
		})
	}
}

// A line of one sign, over and over, is where parsers of Markdown take the square of its length. Whatever takes long, as all
// does on a busy machine, is looked at again beside a quarter of its length: linear time takes four times as long, square time
// sixteen.
func TestMarkdownTakesLinearTime(t *testing.T) {
	t.Parallel()
	for _, piece := range []string{
		"[", "![", "*a _b ", "**", "`", "``a ", "<", "&", "\\", "|", "[a](", "[^1]", "a**b", "~~", "- a\n", "> a\n", "# ",
		"|a|\n|-|\n", "<a ", "[a]: b\n", "  - a\n", "<!--", "<?",
	} {
		if timeOfMarkdown(piece, 200_000) < 3*time.Second {
			continue
		}
		quarter, whole := timeOfMarkdown(piece, 50_000), timeOfMarkdown(piece, 200_000)
		for range 2 {
			quarter, whole = min(quarter, timeOfMarkdown(piece, 50_000)), min(whole, timeOfMarkdown(piece, 200_000))
		}
		if whole > 10*quarter {
			t.Errorf("%q: 50,000 bytes took %v, 200,000 bytes %v", piece, quarter, whole)
		}
	}
}

// timeOfMarkdown returns how long a piece takes to parse, over and over up to a number of bytes.
func timeOfMarkdown(piece string, size int) time.Duration {
	start := time.Now()
	_, _ = parseAs(rashomon.FormatMarkdown, strings.Repeat(piece, size/len(piece)))
	return time.Since(start)
}

func FuzzMarkdown(f *testing.F) {
	for _, path := range glob(f, "testdata/text/*.md") {
		f.Add(readFile(f, path))
	}
	f.Fuzz(func(t *testing.T, text string) {
		doc, err := parseAs(rashomon.FormatMarkdown, text)
		checkParsed(t, doc, err)
		if err != nil {
			return
		}
		again, err := parseAs(rashomon.FormatMarkdown, text)
		if diff := cmp.Diff(doc, again); diff != "" || err != nil {
			t.Fatalf("the second reading differs (%v):\n%s", err, diff)
		}
	})
}

// checkParsed verifies the laws of every document: an error is a *rashomon.Error with its place and leaves no document;
// parts tile the text; every detail's extent holds the words it stands for.
func checkParsed(t *testing.T, doc *rashomon.Document, err error) {
	t.Helper()
	if err != nil {
		var known *rashomon.Error
		if !errors.As(err, &known) || known.Place == "" || doc != nil {
			t.Fatalf("got error %#v and document %v, want a *rashomon.Error with a place and none", err, doc)
		}
		return
	}
	if !utf8.ValidString(doc.Text) {
		t.Fatalf("the text is not UTF-8: %q", doc.Text)
	}
	if err := tiling(doc.Text, doc.Parts); err != nil {
		t.Fatal(err)
	}
	for _, d := range doc.Details {
		if d.Value == "" || d.Rule == "" || !utf8.ValidString(d.Value) {
			t.Fatalf("detail %+v is not whole", d)
		}
		if !d.Extent.Empty() && d.Field != rashomon.FieldPublished && oneLine(doc.Quote(d.Extent)) != d.Value {
			t.Fatalf("detail %+v stands at %q", d, doc.Quote(d.Extent))
		}
	}
	if err := doc.Check(); err != nil {
		t.Fatal(err)
	}
}

func TestFrontMatterFieldsLoad(t *testing.T) {
	t.Parallel()
	known := []rashomon.Field{
		rashomon.FieldTitle, rashomon.FieldSource, rashomon.FieldAuthor, rashomon.FieldAgency, rashomon.FieldPlace,
		rashomon.FieldPublished, rashomon.FieldURL, rashomon.FieldLanguage,
	}
	for _, f := range frontMatterFields {
		if !slices.Contains(known, f.field) || len(f.keys) == 0 {
			t.Errorf("field %q with keys %v is not one of %v", f.field, f.keys, known)
		}
	}
	if len(frontMatterFields) != len(known) {
		t.Errorf("got %d fields, want %d", len(frontMatterFields), len(known))
	}
}

func FuzzFrontMatter(f *testing.F) {
	for _, path := range glob(f, "testdata/text/*.md") {
		matter, _ := cutFrontMatter(readFile(f, path))
		f.Add(matter)
	}
	f.Fuzz(func(t *testing.T, matter string) {
		details, err := readFrontMatter(matter)
		var known *rashomon.Error
		if err != nil && (!errors.As(err, &known) || details != nil) {
			t.Fatalf("got error %#v and details %v, want a *rashomon.Error and none", err, details)
		}
		for _, d := range details {
			if oneLine(d.Value) != d.Value || d.Value == "" {
				t.Fatalf("detail %+v is not one line of text", d)
			}
		}
	})
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
