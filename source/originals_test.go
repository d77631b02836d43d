package source_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon"
	"rashomon/rashomontest"
	"rashomon/source"
)

// open returns everything that places give, errors in their place as "kind: text".
func open(t testing.TB, options source.Options, places ...string) (originals []rashomon.Original, errs []string) {
	t.Helper()
	for original, err := range options.Originals(context.Background(), places) {
		if err == nil {
			originals = append(originals, original)
			continue
		}
		var known *rashomon.Error
		if !errors.As(err, &known) {
			t.Fatalf("%v is no *rashomon.Error", err)
		}
		if known.Place == "" && known.Kind != rashomon.ErrorUsage || known.Cause == "" {
			t.Errorf("%q names no place or no cause", err)
		}
		errs = append(errs, fmt.Sprintf("%s: %v", known.Kind, err))
	}
	return originals, errs
}

// openBytes opens data as the input.
func openBytes(t testing.TB, options source.Options, data []byte) ([]rashomon.Original, []string) {
	t.Helper()
	options.Input = bytes.NewReader(data)
	return open(t, options, "-")
}

func addresses(originals []rashomon.Original) []string {
	var list []string
	for _, original := range originals {
		list = append(list, original.Address)
	}
	return list
}

// writeFiles writes files into a new folder and returns it.
func writeFiles(t testing.TB, files map[string]string) string {
	t.Helper()
	folder := t.TempDir()
	for name, content := range files {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// describe prints originals and what the reader of their format makes of them. Of the details it shows those that the
// format gives, not what the text is found to say.
func describe(originals []rashomon.Original, errs []string) string {
	var out strings.Builder
	for _, original := range originals {
		fmt.Fprintf(&out, "== %s\nname: %s\nformat: %s, %d bytes\n", filepath.ToSlash(original.Address), original.Name, original.Format, len(original.Bytes))
		doc, err := source.Parse(original)
		if err != nil {
			fmt.Fprintf(&out, "error: %v\n", err)
			continue
		}
		for _, detail := range doc.Details {
			if family, _, _ := strings.Cut(detail.Rule, "/"); slices.Contains([]string{"record", "mail", "feed", "response"}, family) {
				fmt.Fprintf(&out, "%s: %s [%s]\n", detail.Field, detail.Value, detail.Rule)
			}
		}
		for _, part := range doc.Parts {
			fmt.Fprintf(&out, "%s: %q\n", part.Kind, doc.Quote(part.Extent))
		}
		if err := doc.Check(); err != nil {
			fmt.Fprintf(&out, "UNSOUND: %v\n", err)
		}
	}
	for _, err := range errs {
		fmt.Fprintf(&out, "!! %s\n", filepath.ToSlash(err))
	}
	return out.String()
}

// containers returns the files of the test data that hold documents.
func containers(t testing.TB) []string {
	t.Helper()
	paths, err := filepath.Glob("testdata/container/*")
	paths = slices.DeleteFunc(paths, func(path string) bool { return strings.HasSuffix(path, ".golden") })
	if err != nil || len(paths) == 0 {
		t.Fatalf("no containers (%v)", err)
	}
	return paths
}

func TestContainersGolden(t *testing.T) {
	t.Parallel()
	for _, path := range containers(t) {
		t.Run(filepath.Base(path), func(t *testing.T) {
			t.Parallel()
			rashomontest.Golden(t, path+".golden", []byte(describe(open(t, source.Options{}, path))))
		})
	}
}

func TestPlacesAreOpenedOnceAndInOrder(t *testing.T) {
	t.Parallel()
	folder := writeFiles(t, map[string]string{
		"b.txt": "The second.", "a.txt": "The first.", "sub/c.md": "The third.", ".hidden/d.txt": "Hidden.", ".e.txt": "Hidden.",
		"program.go": "package main", "picture.png": "\x89PNG\r\n\x1a\n\x00\x00", "README": "No suffix, but a text.", "blob": "\x00\x01\x02\x03",
	})
	file := func(name string) string { return filepath.Join(folder, name) }
	want := []string{file("README"), file("a.txt"), file("b.txt"), file("sub/c.md")}
	for name, places := range map[string][]string{
		"folder":            {folder},
		"folder and file":   {file("b.txt"), folder},
		"twice":             {folder, folder + "/", filepath.Join(folder, "sub")},
		"glob":              {file("*.txt"), file("README"), file("s*")},
		"other order":       {file("sub"), file("README"), file("a.*"), file("b.txt"), file("a.txt")},
		"unclean spellings": {folder + "/./sub/../a.txt", file("a.txt"), folder},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			originals, errs := open(t, source.Options{}, places...)
			if diff := cmp.Diff(want, addresses(originals)); diff != "" || len(errs) > 0 {
				t.Errorf("got errors %q and originals (-want +got):\n%s", errs, diff)
			}
		})
	}
}

func TestPlacesThatCannotBeOpened(t *testing.T) {
	t.Parallel()
	folder := writeFiles(t, map[string]string{
		"good.txt": "A text.", "empty.txt": "", "junk": "\x00\x01\x02\x03\x00", "junk.dat": "\x00\xff\x00\xfe\x80", "none/.keep": "",
		"word.docx": "PK\x03\x04 a document of a word processor", "page.xml": "<?xml version='1.0'?><other/>", "bad.csv": "a,b\n1,2\n",
	})
	if err := os.WriteFile(filepath.Join(folder, "secret.txt"), []byte("A text."), 0); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ place, want string }{
		{"missing.txt", "not found: PLACE: no such file"},
		{"*.missing", "not found: PLACE: no file matches"},
		{"[", "usage: PLACE: the pattern is not well-formed"},
		{"empty.txt", "invalid: PLACE: the file is empty"},
		{"junk", "unsupported: PLACE: neither its name nor its first bytes tell"},
		{"junk.dat", "unsupported: PLACE: neither its name nor its first bytes tell"},
		{"word.docx", "unsupported: PLACE: neither its name nor its first bytes tell"},
		{"page.xml", "unsupported: PLACE: neither its name nor its first bytes tell"},
		{"none", "not found: PLACE: no files in this folder"},
		{"bad.csv", `invalid: PLACE:1: no column "text" for the field text among a, b; name the column with --field text=NAME`},
	} {
		t.Run(c.place, func(t *testing.T) {
			t.Parallel()
			place := filepath.Join(folder, c.place)
			originals, errs := open(t, source.Options{}, place, filepath.Join(folder, "good.txt"))
			if len(originals) != 1 || originals[0].Name != "good.txt" {
				t.Errorf("got %q of the other place, want good.txt", addresses(originals))
			}
			want := strings.ReplaceAll(c.want, "PLACE", place)
			if len(errs) != 1 || !strings.HasPrefix(errs[0], want) {
				t.Errorf("got %q, want one that begins %q", errs, want)
			}
		})
	}
	t.Run("without permission", func(t *testing.T) {
		t.Parallel()
		if os.Geteuid() == 0 {
			t.Skip("SKIPPED: the superuser may read everything")
		}
		if _, errs := open(t, source.Options{}, filepath.Join(folder, "secret.txt")); len(errs) != 1 || !strings.HasPrefix(errs[0], "denied: ") {
			t.Errorf("got %q, want one error of the kind denied", errs)
		}
	})
	t.Run("device", func(t *testing.T) {
		t.Parallel()
		if _, errs := open(t, source.Options{}, os.DevNull); len(errs) != 1 || !strings.Contains(errs[0], "not a file but a device") {
			t.Errorf("got %q, want one error that says it is a device", errs)
		}
	})
}

func TestOptionsThatMakeNoSense(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		options source.Options
		places  []string
		want    string
	}{
		"format":   {source.Options{Format: "docx"}, []string{"x"}, `usage: there is no format "docx"; use one of text, `},
		"field":    {source.Options{Fields: map[string]string{"body": "x"}}, []string{"x"}, `usage: there is no field "body"`},
		"no input": {source.Options{}, []string{"-"}, "usage: -: there is no input"},
		"no name":  {source.Options{}, []string{""}, "usage: a place without a name"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			originals, errs := open(t, c.options, c.places...)
			if len(originals) != 0 || len(errs) != 1 || !strings.HasPrefix(errs[0], c.want) {
				t.Errorf("got %v, %q, want one error that begins %q", originals, errs, c.want)
			}
		})
	}
}

func TestFormatsAreToldByTheirBytes(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		data string
		want rashomon.Format
	}{
		"text":              {"Just words, and a colon: here.", rashomon.FormatText},
		"UTF-16":            {"\xff\xfeW\x00o\x00r\x00d\x00s\x00", rashomon.FormatText},
		"bracketed text":    {"[Editor's note] The rest is text.", rashomon.FormatText},
		"front matter":      {"---\ntitle: One\n---\nText.", rashomon.FormatMarkdown},
		"page":              {"<!DOCTYPE html>\n<title>x</title><p>Text.", rashomon.FormatHTML},
		"XHTML":             {"<?xml version=\"1.0\"?>\n<!-- note -->\n<html xmlns=\"http://www.w3.org/1999/xhtml\"><body/></html>", rashomon.FormatHTML},
		"PDF":               {"%PDF-1.4\n...", rashomon.FormatPDF},
		"mail":              {"From: a@b.example\nSubject: x\n\nText.", rashomon.FormatMail},
		"no mail":           {"Subject: the ferry\nPlace: the harbour\n\nText.", rashomon.FormatText},
		"mail box":          {"From a@b.example Mon Mar  4 18:20:00 2019\nFrom: a@b.example\nSubject: x\n\nText.\n", rashomon.FormatMail},
		"text with From":    {"From the harbour we saw it.", rashomon.FormatText},
		"feed":              {"<rss version='2.0'><channel><item><description>Text.</description></item></channel></rss>", rashomon.FormatEntry},
		"JSON Lines":        {"{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n", rashomon.FormatJSON},
		"JSON object":       {"{\n\"text\": \"One.\"\n}", rashomon.FormatJSON},
		"JSON array":        {"[{\"text\": \"One.\"}]", rashomon.FormatJSON},
		"a byte order mark": {"\ufeffWords.", rashomon.FormatText},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			originals, errs := openBytes(t, source.Options{}, []byte(c.data))
			if len(errs) > 0 || len(originals) == 0 || originals[0].Format != c.want {
				t.Errorf("%q: got %v, errors %q, want format %s", c.data, originals, errs, c.want)
			}
		})
	}
}

func TestFormatIsForced(t *testing.T) {
	t.Parallel()
	originals, errs := openBytes(t, source.Options{Format: rashomon.FormatText}, []byte("<!DOCTYPE html><p>Text."))
	if len(errs) > 0 || len(originals) != 1 || originals[0].Format != rashomon.FormatText {
		t.Errorf("got %v, errors %q, want one text", originals, errs)
	}
}

func TestGivenIsPutOnEveryOriginal(t *testing.T) {
	t.Parallel()
	given := []rashomon.Detail{{Field: rashomon.FieldSource, Value: "Amsel Courier", Rule: "given"}}
	originals, _ := openBytes(t, source.Options{Given: given}, []byte("{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n"))
	for _, original := range originals {
		if diff := cmp.Diff(given, original.Given); diff != "" {
			t.Errorf("%s (-want +got):\n%s", original.Address, diff)
		}
	}
	if len(originals) != 2 {
		t.Errorf("got %d originals, want 2", len(originals))
	}
}

func TestEndedContextEndsTheSequence(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	folder := writeFiles(t, map[string]string{"a.txt": "One.", "b.txt": "Two.", "c.txt": "Three."})
	var errs []error
	count := 0
	for _, err := range (source.Options{}).Originals(ctx, []string{folder}) {
		if err != nil {
			errs = append(errs, err)
			continue
		}
		count++
		cancel()
	}
	if count != 1 || len(errs) != 1 || !errors.Is(errs[0], context.Canceled) {
		t.Errorf("got %d originals and errors %v, want one and the context's", count, errs)
	}
}

func readText(t testing.TB, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
