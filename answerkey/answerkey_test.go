package answerkey_test

import (
	"strings"
	"testing"

	"rashomon/answerkey"
	"rashomon/digest"
)

func TestQuotationTouches(t *testing.T) {
	t.Parallel()
	d := &digest.Digest{Document: "d", Text: "The gate was open. The gate was shut. " + strings.Repeat("Nobody knows. ", 40)}
	shut := answerkey.Quotation{Document: "d", Quote: "gate", UniqueIn: "The gate was shut"}
	extent, stands := shut.In(d.Text)
	if !stands || d.Quote(extent) != "gate" || extent.Start < len("The gate was open.") {
		t.Fatalf("got %v %v, want the second gate", extent, stands)
	}
	whole, whole2 := extent, extent
	whole2.End = len(d.Text)
	for _, test := range []struct {
		name     string
		q        answerkey.Quotation
		touching bool
	}{
		{"itself", shut, true},
		{"another document", answerkey.Quotation{Document: "e", Quote: "gate"}, false},
		{"the other gate", answerkey.Quotation{Document: "d", Quote: "gate", UniqueIn: "The gate was open"}, false},
		{"nowhere", answerkey.Quotation{Document: "d", Quote: "door"}, false},
	} {
		if got := test.q.Touches(d, whole); got != test.touching {
			t.Errorf("%s: got %v, want %v", test.name, got, test.touching)
		}
	}
	if shut.Touches(d, whole2) {
		t.Error("a passage of the whole text finds a quotation")
	}
}

func TestReadNamesTheFile(t *testing.T) {
	t.Parallel()
	if err := answerkey.Read(t.TempDir(), &struct{}{}); err == nil || !strings.Contains(err.Error(), "truth.json") {
		t.Errorf("got %v, want an error that names truth.json", err)
	}
}
