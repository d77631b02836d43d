package coreference_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"rashomon"
	"rashomon/link/happening/coreference"
)

var lines = []string{
	`{"id":"a","text":"Ferry sank. It sank at night.","mentions":[{"begin":6,"end":10},{"begin":15,"end":19,"cluster":"1"}]}`,
	`{"id":"b","text":"Žora’s boat capsized.","mentions":[{"begin":12,"end":20}]}`,
	`{"id":"c","text":"Nothing happened.","mentions":[]}`,
	`{"id":"d","text":"The dam broke."}`,
}

func TestReadGivesExtentsInBytes(t *testing.T) {
	t.Parallel()
	line, err := coreference.Parse("f:2", []byte(lines[1]))
	if err != nil {
		t.Fatal(err)
	}
	extent := line.Extents()[0]
	if got := line.Text[extent.Start:extent.End]; got != "capsized" {
		t.Errorf("got %q, want %q", got, "capsized")
	}
	if line, err = coreference.Parse("f:4", []byte(lines[3])); err != nil || line.Mentions != nil {
		t.Errorf("got %v, %v, want no mentions", line.Mentions, err)
	}
}

func TestErrorsNameTheLine(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ line, want string }{
		"no JSON":     {`{"id":`, `f.jsonl:2: it is no JSON object with an id, a text and mentions; write {"id": ..., "text": ..., "mentions": [...]}`},
		"other type":  {`{"id":7}`, `f.jsonl:2: it is no JSON object with an id, a text and mentions; write {"id": ..., "text": ..., "mentions": [...]}`},
		"no id":       {`{"text":"x"}`, `f.jsonl:2: it has no id; name the document under "id"`},
		"beyond":      {`{"id":"a","text":"Žo","mentions":[{"begin":0,"end":3}]}`, `f.jsonl:2: mention 1 goes from 0 to 3 in a text of 2 code points; count code points from 0, and let every mention have a word`},
		"empty":       {`{"id":"a","text":"xy","mentions":[{"begin":1,"end":1}]}`, `f.jsonl:2: mention 1 goes from 1 to 1 in a text of 2 code points; count code points from 0, and let every mention have a word`},
		"before text": {`{"id":"a","text":"xy","mentions":[{"begin":-1,"end":1}]}`, `f.jsonl:2: mention 1 goes from -1 to 1 in a text of 2 code points; count code points from 0, and let every mention have a word`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var read []string
			var failed error
			for line, err := range coreference.Read("f.jsonl", strings.NewReader(lines[0]+"\n"+c.line+"\n\n"+lines[2]+"\n")) {
				if err != nil {
					failed = err
					continue
				}
				read = append(read, line.ID)
			}
			if failed == nil || failed.Error() != c.want {
				t.Errorf("got %v, want %q", failed, c.want)
			}
			if diff := cmp.Diff(read, []string{"a", "c"}); diff != "" {
				t.Errorf("the rest does not go on (-got +want):\n%s", diff)
			}
		})
	}
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errors.New("the disk is gone") }

func TestErrorOfTheReader(t *testing.T) {
	t.Parallel()
	for _, err := range coreference.Read("f.jsonl", broken{}) {
		var known *rashomon.Error
		if !errors.As(err, &known) || known.Place != "f.jsonl:1" {
			t.Errorf("got %v, want an error at f.jsonl:1", err)
		}
	}
}

// TestMentionsAndExtentsMirror: what is written in code points is found again in bytes.
func TestMentionsAndExtentsMirror(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		runes := rapid.SliceOfN(rapid.SampledFrom([]rune("aé€😀 .")), 1, 20).Draw(t, "text")
		line := coreference.Line{ID: "x", Text: string(runes)}
		for range rapid.IntRange(0, 5).Draw(t, "mentions") {
			begin := rapid.IntRange(0, len(runes)-1).Draw(t, "begin")
			line.Mentions = append(line.Mentions, coreference.Mention{Begin: begin, End: rapid.IntRange(begin+1, len(runes)).Draw(t, "end")})
		}
		extents := line.Extents()
		for i, m := range line.Mentions {
			if got, want := line.Text[extents[i].Start:extents[i].End], string(runes[m.Begin:m.End]); got != want {
				t.Fatalf("got %q, want %q", got, want)
			}
		}
		if diff := cmp.Diff(coreference.Mentions(line.Text, extents), line.Mentions, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("(-got +want):\n%s", diff)
		}
	})
}

// FuzzRead: a line that is read and written is read again as the same, and every mention of it lies in its text.
func FuzzRead(f *testing.F) {
	for _, line := range lines {
		f.Add([]byte(line))
	}
	f.Add([]byte(`{"id":"a","text":"\ud800","mentions":[{"begin":0,"end":1}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		line, err := coreference.Parse("f", data)
		if err != nil {
			return
		}
		for _, e := range line.Extents() {
			if e.Empty() || e.Start < 0 || e.End > len(line.Text) {
				t.Fatalf("%v lies outside of %q", e, line.Text)
			}
		}
		var b bytes.Buffer
		if err := coreference.Write(&b, line); err != nil {
			t.Fatal(err)
		}
		again, err := coreference.Parse("f", bytes.TrimSpace(b.Bytes()))
		if err != nil {
			t.Fatal(err)
		}
		options := cmp.Options{cmpopts.EquateEmpty(), cmpopts.IgnoreFields(coreference.Line{}, "Original")}
		if diff := cmp.Diff(again, line, options); diff != "" {
			t.Fatalf("(-again +first):\n%s", diff)
		}
	})
}
