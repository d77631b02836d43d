package source_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rashomon"
	"rashomon/source"
)

// TestValuesThatAreNotUnderstood keeps the documents and tells of each field once for a file.
func TestValuesThatAreNotUnderstood(t *testing.T) {
	t.Parallel()
	want := []string{
		`invalid: -:3: the published "bad date" is not understood, nor are those of 1 other record; the documents are kept without`,
		`invalid: -:5: the language "klingon" is not understood; the document is kept without`,
	}
	rows := [][3]string{{"One.", "2019-03-05", "en"}, {"Two.", "bad date", ""}, {"Three.", "2020-13-45", "en-GB"}, {"Four.", "", "klingon"}}
	lines, array, table := "\n", "[\n", "text,published,language\n"
	for _, row := range rows {
		object := fmt.Sprintf(`{"text": %q, "published": %q, "language": %q}`, row[0], row[1], row[2])
		lines += object + "\n"
		array += object + ",\n"
		table += strings.Join(row[:], ",") + "\n"
	}
	array += "{}]" // a record that is refused besides
	for format, data := range map[rashomon.Format]string{"jsonl": lines, "csv": table, "json": array} {
		originals, errs := openBytes(t, source.Options{Format: format}, []byte(data))
		errs = slices.DeleteFunc(errs, func(err string) bool { return strings.Contains(err, "the record has no text") })
		if len(originals) != len(rows) || !slices.Equal(errs, want) {
			t.Errorf("%s: got %d originals, errors %q, want %d and %q", format, len(originals), errs, len(rows), want)
		}
	}
	mapped := source.Options{Format: "jsonl", Fields: map[string]string{"published": "day"}}
	if _, errs := openBytes(t, mapped, []byte(`{"text": "One.", "day": "some day", "published": "not this"}`)); len(errs) != 1 || !strings.Contains(errs[0], `"some day"`) {
		t.Errorf("a field of another name: got %q", errs)
	}
}

// TestNothingIsToldOfWhatIsUnderstood has no word for values that are absent.
func TestNothingIsToldOfWhatIsUnderstood(t *testing.T) {
	t.Parallel()
	data := `{"text": "One.", "published": null, "language": "", "author": ["A. Roe", " "]}` + "\n" + `{"text": "Two.", "published": "5 March 2019", "url": "x"}`
	if originals, errs := openBytes(t, source.Options{Format: "jsonl"}, []byte(data)); len(originals) != 2 || len(errs) > 0 {
		t.Errorf("got %d originals, errors %q", len(originals), errs)
	}
}
