package rashomontest_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon/rashomontest"
)

const file = `# days
given published=2031-05-06
must
= 2031-05-05
yesterday
the day before\nthis
must not
a yesterday's man
given zone = UTC
not yet
= 2031-04
last month
`

func TestParseCases(t *testing.T) {
	t.Parallel()
	got, err := rashomontest.ParseCases("days", strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	day, zone := map[string]string{"published": "2031-05-06"}, map[string]string{"published": "2031-05-06", "zone": "UTC"}
	want := []rashomontest.Case{
		{File: "days", Line: 5, Given: day, Section: rashomontest.Must, Value: "2031-05-05", Phrase: "yesterday"},
		{File: "days", Line: 6, Given: day, Section: rashomontest.Must, Value: "2031-05-05", Phrase: "the day before\nthis"},
		{File: "days", Line: 8, Given: day, Section: rashomontest.MustNot, Phrase: "a yesterday's man"},
		{File: "days", Line: 12, Given: zone, Section: rashomontest.NotYet, Value: "2031-04", Phrase: "last month"},
	}
	if diff := cmp.Diff(got, want); diff != "" {
		t.Errorf("got - want +\n%s", diff)
	}
}

func TestParseCasesNamesTheLine(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"a phrase":                 `x:1: "a phrase" stands before the first section`,
		"must\nno value":           `x:2: "no value" has no value above it`,
		"must not\n= 1":            `x:2: a value in the section "must not"`,
		"given\nmust\n= 1\nx":      `x:1: "given" stands before the first section`,
		"given nothing\nmust":      `x:1: given "nothing": want key=value`,
		"must\n= 1\nnot yet\nlate": `x:4: "late" has no value above it`,
	} {
		if _, err := rashomontest.ParseCases("x", strings.NewReader(text)); err == nil || err.Error() != want {
			t.Errorf("%q: got %v, want %s", text, err, want)
		}
	}
}

// FuzzParseCases: every case has a phrase and a section, and a value just where its section asks for one.
func FuzzParseCases(f *testing.F) {
	f.Add(file)
	f.Fuzz(func(t *testing.T, text string) {
		cases, err := rashomontest.ParseCases("fuzz", strings.NewReader(text))
		if err != nil && cases != nil {
			t.Errorf("got an error and %d cases", len(cases))
		}
		for _, c := range cases {
			if c.Section == "" || (c.Value == "") != (c.Section == rashomontest.MustNot) {
				t.Errorf("got %+v", c)
			}
		}
	})
}
