package stance_test

import (
	"encoding/json"
	"errors"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"rashomon"
	"rashomon/rashomontest"
	"rashomon/stance"
)

func TestParseLine(t *testing.T) {
	t.Parallel()
	got, err := stance.ParseLine([]byte(`{"id":"7","text":"Čapek praised Brandt.","targets":[{"begin":14,"end":20,"stance":"positive"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	want := stance.Line{ID: "7", Text: "Čapek praised Brandt.", Targets: []stance.Target{{Begin: 14, End: 20, Stance: "positive"}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	doc := rashomontest.Document("Čapek praised Brandt .")
	if span := want.Targets[0].Span(doc); doc.QuoteSpan(span) != "Brandt" {
		t.Errorf("got the tokens %v, want those of Brandt", span)
	}
}

func TestParseLineSaysWhatIsWrong(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ line, want string }{
		{`{`, "it is no JSON of the form wanted: unexpected end of JSON input; " + `write {"id", "text", "targets": [{"begin", "end"}]}`},
		{`{"id":"1","text":" "}`, `it has no "text"; put the sentence under "text"`},
		{"{\"text\":\"\xff\"}", "it is not valid UTF-8; save the file as UTF-8"},
		{
			`{"text":"ok","targets":[{"begin":0,"end":3}]}`,
			"target 1 is the characters 0 to 3 of a text of 2; count Unicode code points from 0; the end is behind the last",
		},
		{`{"text":"ok","targets":[{"begin":0,"end":2,"stance":"cool"}]}`, `the stance of target 1 is "cool"; write negative, neutral or positive`},
	} {
		_, err := stance.ParseLine([]byte(test.line))
		var known *rashomon.Error
		if !errors.As(err, &known) || known.Kind != rashomon.ErrorInvalid || err.Error() != test.want {
			t.Errorf("%q: got %v, want %s", test.line, err, test.want)
		}
	}
}

func TestTargetHoldsNoWord(t *testing.T) {
	t.Parallel()
	doc := rashomontest.Document("Brandt   left .")
	if span := (stance.Target{Begin: 7, End: 8}).Span(doc); !span.Empty() {
		t.Errorf("got %v, want none", span)
	}
	if value, probability := english(t).Judge(doc, rashomon.Span{}); value != 0 || probability != 0 {
		t.Errorf("got %d and %v, want nothing of no words", value, probability)
	}
}

// A line that is read is the same when it is written and read again, and every target of it finds its place in the
// text.
func FuzzParseLine(f *testing.F) {
	f.Add([]byte(`{"id":"7","text":"Čapek praised Brandt.","targets":[{"begin":14,"end":20,"stance":"positive"}]}`))
	f.Add([]byte(`{"text":"ok","targets":[{"begin":0,"end":3}]}`))
	for _, phrase := range rashomontest.Phrases(f, "testdata/*.cases") {
		data, err := json.Marshal(stance.Line{Text: phrase, Targets: []stance.Target{{Begin: 0, End: utf8.RuneCountInString(phrase)}}})
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		line, err := stance.ParseLine(data)
		if err != nil {
			if line.Text != "" || line.Targets != nil {
				t.Error("an error, and half a line")
			}
			return
		}
		written, err := json.Marshal(line)
		if err != nil {
			t.Fatal(err)
		}
		again, err := stance.ParseLine(written)
		if diff := cmp.Diff(line, again); err != nil || diff != "" {
			t.Errorf("%v (-it +read again):\n%s", err, diff)
		}
		doc := rashomontest.Document(line.Text)
		for _, target := range line.Targets {
			if span := target.Span(doc); span.Start < 0 || span.End > len(doc.Tokens) {
				t.Errorf("%+v: tokens %v of %d", target, span, len(doc.Tokens))
			}
		}
	})
}
