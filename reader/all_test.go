package reader_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"go.uber.org/goleak"

	"rashomon"
	"rashomon/rashomontest"
	"rashomon/reader"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// numbered yields n originals; every seventh is an error.
func numbered(n int) iter.Seq2[rashomon.Original, error] {
	return func(yield func(rashomon.Original, error) bool) {
		for i := range n {
			var err error
			if i%7 == 6 {
				err = fmt.Errorf("original %d", i)
			}
			if !yield(rashomon.Original{Bytes: fmt.Appendf(nil, "Document %d.", i), Name: fmt.Sprint(i)}, err) {
				return
			}
		}
	}
}

// slowly parses with a pause of its own for each original, so that later ones are ready before earlier ones.
func slowly(original rashomon.Original) (*rashomon.Document, error) {
	time.Sleep(time.Duration(rand.IntN(300)) * time.Microsecond)
	if strings.HasSuffix(original.Name, "3") {
		panic("three")
	}
	doc := rashomontest.Document(string(original.Bytes))
	doc.Name, doc.Sentences, doc.Tokens = original.Name, nil, nil
	return doc, nil
}

func TestAllKeepsTheOrderOnAnyNumberOfCores(t *testing.T) {
	t.Parallel()
	for _, workers := range []int{1, 2, 8} {
		i := 0
		for result := range reader.New().All(t.Context(), numbered(100), slowly, workers) {
			if result.Original.Name != fmt.Sprint(i) {
				t.Fatalf("%d workers: got original %s, want %d", workers, result.Original.Name, i)
			}
			var bug *rashomon.Error
			switch {
			case i%7 == 6:
				if result.Err == nil || result.Document != nil {
					t.Errorf("original %d: got %v and no error", i, result.Document)
				}
			case i%10 == 3:
				if !errors.As(result.Err, &bug) || result.Document != nil {
					t.Errorf("original %d: got %v, want an error that names the panic", i, result.Err)
				}
			case result.Err != nil || result.Document.Name != fmt.Sprint(i) || result.Document.Reading != reader.Version:
				t.Errorf("original %d: got %v, %v", i, result.Document, result.Err)
			}
			i++
		}
		if i != 100 {
			t.Errorf("%d workers: got %d results, want 100", workers, i)
		}
	}
}

func TestAllCanBeLeftEarly(t *testing.T) {
	t.Parallel()
	count := 0
	for range reader.New().All(t.Context(), numbered(1<<30), slowly, 2) {
		if count++; count == 10 {
			break
		}
	}
}

func TestAllEndsWithItsContext(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	count, last := 0, error(nil)
	for result := range reader.New().All(ctx, numbered(1<<30), slowly, 2) {
		if count++; count == 10 {
			cancel()
		}
		last = result.Err
	}
	if !errors.Is(last, context.Canceled) {
		t.Errorf("last error: got %v, want %v", last, context.Canceled)
	}
}

func TestReadLeavesOtherLanguagesUnread(t *testing.T) {
	t.Parallel()
	doc := rashomontest.Document("Der Hafen ist zu .")
	doc.Sentences, doc.Tokens = nil, nil
	doc.Details = []rashomon.Detail{{Field: rashomon.FieldLanguage, Value: "de", Rule: "hand"}}
	if err := reader.New().Read(t.Context(), doc); err != nil {
		t.Fatal(err)
	}
	if len(doc.Tokens) != 0 || doc.Reading != reader.Version {
		t.Errorf("got %d tokens and reading %q, want none and %q", len(doc.Tokens), doc.Reading, reader.Version)
	}
}

func TestReadKeepsASegmentationThatCameWithTheText(t *testing.T) {
	t.Parallel()
	doc := rashomontest.Document("No. 7 don't\nopen . Why ?") // read from its text, it would be cut otherwise
	doc.Reading = ""
	want := *doc
	want.Sentences, want.Tokens = slices.Clone(doc.Sentences), slices.Clone(doc.Tokens)
	want.Reading = reader.Version
	for _, when := range []string{"read", "read again"} {
		if err := reader.New().Read(t.Context(), doc); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(doc, &want, syntaxAside); diff != "" {
			t.Errorf("%s: -got +want:\n%s", when, diff)
		}
	}
}

// syntaxAside leaves what syntax adds to tokens out of a comparison.
var syntaxAside = cmpopts.IgnoreFields(rashomon.Token{}, "Lemma", "UPOS", "XPOS", "Features", "Head", "Relation")

func TestReadRefusesMoreTokensThanItHasRoomFor(t *testing.T) {
	t.Parallel()
	doc := rashomontest.Document(strings.Repeat("a ", reader.SizeLimit+1))
	var known *rashomon.Error
	if err := reader.New().Read(t.Context(), doc); !errors.As(err, &known) || known.Kind != rashomon.ErrorTooLarge {
		t.Errorf("got %v, want an error of kind %q", err, rashomon.ErrorTooLarge)
	}
}

func TestReadTakesTheTokensOfASegmentedDocumentForItsSize(t *testing.T) {
	t.Parallel()
	doc := rashomontest.Document(strings.Repeat("(", reader.SizeLimit+1)) // one token of many signs
	if err := reader.New().Read(t.Context(), doc); err != nil {
		t.Error(err)
	}
}

func TestReadRefusesMoreThanItHasRoomFor(t *testing.T) {
	t.Parallel()
	original := rashomon.Original{Bytes: []byte(strings.Repeat("( ", reader.SizeLimit+1))}
	doc := &rashomon.Document{ID: original.ID(), SHA256: original.SHA256(), Name: "signs", Text: string(original.Bytes)}
	var known *rashomon.Error
	if err := reader.New().Read(t.Context(), doc); !errors.As(err, &known) || known.Kind != rashomon.ErrorTooLarge {
		t.Errorf("got %v, want an error of kind %q", err, rashomon.ErrorTooLarge)
	}
	if doc.Tokens != nil || doc.Reading != "" {
		t.Errorf("got %d tokens and reading %q, want nothing half-done", len(doc.Tokens), doc.Reading)
	}
}
