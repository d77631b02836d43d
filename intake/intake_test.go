package intake_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"
	"time"

	"rashomon"
	"rashomon/archive"
	"rashomon/intake"
	"rashomon/rashomontest"
)

func openArchive(t *testing.T) *archive.Archive {
	t.Helper()
	now := func() time.Time { return time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC) }
	a, err := archive.Open(t.Context(), rashomontest.Archive(t, "rashomon.db"), archive.Options{Now: now, Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = a.Close() })
	return a
}

// texts yields an original for each text; one that begins with an exclamation mark cannot be had.
func texts(texts ...string) iter.Seq2[rashomon.Original, error] {
	return func(yield func(rashomon.Original, error) bool) {
		for i, text := range texts {
			name := fmt.Sprintf("%d.txt", i)
			var err error
			if cause, failed := strings.CutPrefix(text, "!"); failed {
				err = &rashomon.Error{Kind: rashomon.ErrorInvalid, Place: name, Cause: cause}
			}
			if !yield(rashomon.Original{Bytes: []byte(text), Format: rashomon.FormatText, Name: name, Address: name}, err) {
				return
			}
		}
	}
}

// told returns a function that writes down what it is told.
func told(into *[]string) func(intake.Outcome) error {
	return func(o intake.Outcome) error {
		*into = append(*into, string(o.Stage)+" "+o.Original.Name)
		return nil
	}
}

func TestTake(t *testing.T) {
	t.Parallel()
	a := openArchive(t)
	var first, second []string
	sum, err := intake.Intake{Archive: a, Workers: 2, Tell: told(&first)}.Take(t.Context(), texts("The ferry sank.", "!a hole in it", "Nine drowned."))
	if err != nil || sum != (intake.Sum{Added: 2, Refused: 1, Words: 5}) {
		t.Errorf("%+v %v", sum, err)
	}
	if want := []string{"read 0.txt", "refused 1.txt", "read 2.txt", "kept 0.txt", "kept 2.txt"}; !slices.Equal(first, want) {
		t.Errorf("told %q, want %q", first, want)
	}
	sum, err = intake.Intake{Archive: a, Workers: 2, Tell: told(&second)}.Take(t.Context(), texts("The ferry sank.", "!", "Nine drowned.", "Ten drowned."))
	if err != nil || sum != (intake.Sum{Added: 1, Known: 2, Refused: 1, Words: 2}) {
		t.Errorf("again: %+v %v", sum, err)
	}
	if want := []string{"known 0.txt", "refused 1.txt", "known 2.txt", "read 3.txt", "kept 3.txt"}; !slices.Equal(second, want) {
		t.Errorf("again: told %q, want %q", second, want)
	}
}

// TestTakeEndsWithItsContext keeps what was read before the end, whole.
func TestTakeEndsWithItsContext(t *testing.T) {
	t.Parallel()
	a := openArchive(t)
	ctx, cancel := context.WithCancel(t.Context())
	tell := func(o intake.Outcome) error {
		if o.Stage == intake.StageRead {
			cancel()
		}
		return nil
	}
	sum, err := intake.Intake{Archive: a, Workers: 1, Tell: tell}.Take(ctx, texts("The ferry sank.", "Nine drowned.", "Ten drowned.", "All drowned."))
	if !errors.Is(err, context.Canceled) || sum.Added != 1 {
		t.Errorf("%+v %v, want one that was read and the context's end", sum, err)
	}
	for problem, err := range a.Verify(t.Context(), nil) {
		t.Errorf("%v %v", problem, err)
	}
}

func TestTellingEndsIt(t *testing.T) {
	t.Parallel()
	full := errors.New("whoever is told has had enough")
	tell := func(intake.Outcome) error { return full }
	if _, err := (intake.Intake{Archive: openArchive(t), Workers: 1, Tell: tell}).Take(t.Context(), texts("The ferry sank.")); !errors.Is(err, full) {
		t.Errorf("got %v", err)
	}
}

func TestState(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		field rashomon.Field
		value string
		valid bool
	}{
		{rashomon.FieldPublished, "2011", true},
		{rashomon.FieldPublished, "2011-07-05T14:30", true},
		{rashomon.FieldPublished, "last week", false},
		{rashomon.FieldPublished, "2011-02-30", false},
		{rashomon.FieldLanguage, "en", true},
		{rashomon.FieldLanguage, "english", false},
		{rashomon.FieldTitle, "<script>alert(1)</script>", true}, // text as any other
		{rashomon.FieldSource, "two\nlines", false},
		{rashomon.FieldSource, "\xff", false},
		{rashomon.FieldURL, strings.Repeat("x", 2001), false},
	} {
		detail, err := intake.State(c.field, c.value, "--"+string(c.field))
		var wrong *rashomon.Error
		if (err == nil) != c.valid || err != nil && (!errors.As(err, &wrong) || wrong.Kind != rashomon.ErrorUsage) {
			t.Errorf("%s %.40q: %v", c.field, c.value, err)
		}
		if want := (rashomon.Detail{Field: c.field, Value: c.value, Rule: "user/--" + string(c.field)}); c.valid && detail != want {
			t.Errorf("%v, want %v", detail, want)
		}
	}
}
