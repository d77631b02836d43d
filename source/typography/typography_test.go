package typography_test

import (
	"testing"

	"rashomon/source/typography"
)

func TestLooksLikeHeadline(t *testing.T) {
	t.Parallel()
	tests := []struct {
		block string
		want  bool
	}{
		{"Fire destroys the old granary", true},
		{"## Fire destroys the old granary", true},
		{"“We Were Never Warned”", true},
		{"Was nobody on watch?", true},
		{"What the mayor forgot to say ...", true},
		{"7 ferries lost in a year", true},
		{"Fire destroys the old granary.", false},
		{"The granary burned down,", false},
		{"and came too late", false},
		{"", false},
	}
	for _, test := range tests {
		t.Run(test.block, func(t *testing.T) {
			t.Parallel()
			if got := typography.LooksLikeHeadline(test.block); got != test.want {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}

func TestEnds(t *testing.T) {
	t.Parallel()
	tests := []struct {
		block                  string
		flat, sentence, clause bool
	}{
		{"Nobody was hurt.", true, true, true},
		{"“Nobody was hurt.”", true, true, true},
		{"Was anybody hurt?", false, true, true},
		{"There were three of them:", true, false, true},
		{"The harbour watch,", true, false, false},
		{"The harbour watch", false, false, false},
		{"", false, false, false},
	}
	for _, test := range tests {
		t.Run(test.block, func(t *testing.T) {
			t.Parallel()
			flat, sentence := typography.EndsFlat(test.block), typography.EndsSentence(test.block)
			if clause := typography.EndsClause(test.block); flat != test.flat || sentence != test.sentence || clause != test.clause {
				t.Errorf("got %v, %v, %v, want %v, %v, %v", flat, sentence, clause, test.flat, test.sentence, test.clause)
			}
		})
	}
}

func TestCounts(t *testing.T) {
	t.Parallel()
	if got := typography.CountWords("one two  three", 9); got != 3 {
		t.Errorf("got %d words, want 3", got)
	}
	if got := typography.CountWords("one two three", 1); got != 2 {
		t.Errorf("got %d words, want 2, one more than asked for", got)
	}
	for line, want := range map[string]int{"# Fire": 2, "###### Fire": 7, "####### Fire": 0, "#Fire": 0, "#": 0, "": 0} {
		if got := typography.HeadingMark(line); got != want {
			t.Errorf("%q: got a mark of %d bytes, want %d", line, got, want)
		}
	}
}

func TestPlainWords(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Page 12 of 30": " page 0 of 0 ", "— The Harbour's Post —": " the harbour's post ", " · ": "", "": "",
	} {
		if got := typography.PlainWords(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
