package timex

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// TestData loads the data and holds it to what the code relies on.
func TestData(t *testing.T) {
	t.Parallel()
	g, err := newGrammar(englishWords, englishRules+englishHolidays)
	if err != nil {
		t.Fatal(err)
	}
	for word := range g.lexicon {
		if len(word) > longestWord {
			t.Errorf("%q has %d bytes, more than longestWord", word, len(word))
		}
	}
	for i, instruction := range g.program {
		checkSetting(t, i, instruction.setting)
	}
	for _, lexemes := range g.lexicon {
		for i, l := range lexemes {
			checkSetting(t, i, l.setting)
		}
	}
}

// checkSetting verifies that a unit is one, and a holiday has a day, or says that it has none.
func checkSetting(t *testing.T, at int, s setting) {
	t.Helper()
	switch s.slot {
	case slotUnit:
		if _, known := units[s.word]; !known {
			t.Errorf("instruction %d: there is no unit %q", at, s.word)
		}
	case slotSeason:
		if _, known := seasons[s.word]; !known {
			t.Errorf("instruction %d: there is no season %q", at, s.word)
		}
	case slotHoliday:
		if _, known := holiday(s.word, 2000); !known {
			t.Errorf("instruction %d: there is no day for %q", at, s.word)
		}
	}
}

// TestEveryClassAndPartIsUsed keeps the data free of what no rule asks for.
func TestEveryClassAndPartIsUsed(t *testing.T) {
	t.Parallel()
	signs := strings.NewReplacer("(", " ", ")", " ", "|", " ", "?", " ", "{", " ", "}", " ")
	rules := signs.Replace(englishRules + englishHolidays)
	used := map[string]int{"FUTURE": 1, "PLAN": 1, "DUE": 1} // asked for by tense.go
	for _, line := range strings.Split(rules, "\n") {
		_, pattern, _ := strings.Cut(line, ":")
		for _, word := range strings.Fields(pattern) {
			used[word]++
		}
	}
	for _, line := range strings.Split(englishWords+"\n"+rules, "\n") {
		fields := strings.Fields(line)
		switch {
		case len(fields) > 1 && (fields[0] == "class" || fields[0] == "digits") && used[fields[1]] == 0:
			t.Errorf("no rule asks for the class %s", fields[1])
		case strings.HasPrefix(line, "<"):
			if name, _, _ := strings.Cut(line, ":"); used[name] == 0 {
				t.Errorf("no rule asks for the part %s", name)
			}
		}
	}
}

func TestGrammarNamesTheLine(t *testing.T) {
	t.Parallel()
	const words = "class MONTH month\n1 january\n"
	for _, test := range []struct{ words, rules, want string }{
		{"class MONTH what\n1 january", "", `words: line 2: there is no slot "what"`},
		{"class MONTH month\n1", "", `words: line 2: "1": want a value and words`},
		{"digits DAY day 1-2", "", "words: line 1: want digits, a name, a slot, a length 1-2, and a range 0..31"},
		{"digits DAY what 1-2 1..31", "", `words: line 1: there is no slot "what"`},
		{words, "a month", "rules: line 1: want name: pattern"},
		{words, "\na: DAY", "rules: line 2: there is no class DAY"},
		{words, "a:", "rules: line 1: an empty pattern"},
		{words, "a: (MONTH", `rules: line 1: "(" is not closed`},
		{words, "a: MONTH )", `rules: line 1: ")" is not expected`},
		{words, "a: ? MONTH", `rules: line 1: nothing before "?"`},
		{words, "a: MONTH => what=1", `rules: line 1: there is no slot "what"`},
		{words, "a: <b>", "rules: there is no part <b>"},
		{words, "a: MONTH?", "rules: a may match nothing, or calls itself before it takes a word"},
		{words, "<b>: <b> MONTH\na: <b>", "rules: a may match nothing, or calls itself before it takes a word"},
	} {
		_, err := newGrammar(test.words, test.rules)
		if err == nil || err.Error() != test.want {
			t.Errorf("%q, %q:\n got %v\nwant %s", test.words, test.rules, err, test.want)
		}
	}
}

// TestEaster compares with the days of the United States Census Bureau's table.
func TestEaster(t *testing.T) {
	t.Parallel()
	for year, want := range map[int]string{
		1600: "1600-04-02", 1700: "1700-04-11", 1818: "1818-03-22", 1886: "1886-04-25", 1943: "1943-04-25",
		1999: "1999-04-04", 2000: "2000-04-23", 2008: "2008-03-23", 2011: "2011-04-24", 2038: "2038-04-25", 2099: "2099-04-12",
	} {
		if got := easter(year).Format(time.DateOnly); got != want {
			t.Errorf("%d: got %s, want %s", year, got, want)
		}
	}
}

func TestNthWeekday(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		month, weekday, nth int
		want                string
	}{
		{11, 4, 4, "2011-11-24"}, {9, 1, 1, "2011-09-05"}, {5, 1, -1, "2011-05-30"}, {5, 2, -1, "2011-05-31"},
		{5, 2, -2, "2011-05-24"}, {8, 1, 1, "2011-08-01"}, {7, 7, -1, "2011-07-31"},
	} {
		if got := nthWeekday(2011, test.month, test.weekday, test.nth).Format(time.DateOnly); got != test.want {
			t.Errorf("%+v: got %s", test, got)
		}
	}
}

// TestMomentsOfGrains: a moment, and the moment of a coarser grain that it lies in.
func TestMomentsOfGrains(t *testing.T) {
	t.Parallel()
	start := dayOf(day(2011, 1, 1)) // a Saturday of the last week of 2010
	got := map[string]string{}
	for grain := range order {
		at := start.at(grain)
		from, to := at.bounds()
		got[string(grain)] = at.value() + " " + from + " " + to
	}
	want := map[string]string{
		"century": "20 2000-01-01 2099-12-31", "decade": "201 2010-01-01 2019-12-31", "year": "2011 2011-01-01 2011-12-31",
		"half": "2011-H1 2011-01-01 2011-06-30", "quarter": "2011-Q1 2011-01-01 2011-03-31",
		"month": "2011-01 2011-01-01 2011-01-31", "week": "2010-W52 2010-12-27 2011-01-02",
		"weekend": "2010-W52-WE 2011-01-01 2011-01-02", "day": "2011-01-01 2011-01-01 2011-01-01",
	}
	for _, finer := range []string{"daypart", "hour", "minute", "second", "season"} {
		delete(got, finer) // a day lies in none of them for certain
	}
	if diff := cmp.Diff(got, want); diff != "" {
		t.Errorf("got - want +\n%s", diff)
	}
}
