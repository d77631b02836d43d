package source

import (
	"path/filepath"
	"strings"
	"testing"

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
