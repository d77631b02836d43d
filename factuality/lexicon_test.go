package factuality

import (
	"fmt"
	"strings"
	"testing"
)

// TestReadLexicon reads every data file. The counts are what the files held when they were last extended, rounded down.
func TestReadLexicon(t *testing.T) {
	t.Parallel()
	l, err := readLexicon()
	if err != nil {
		t.Fatal(err)
	}
	for name, count := range map[string]struct{ got, least int }{
		"verbs": {words(l.verbs), 1000}, "nouns": {words(l.nouns), 400}, "adjectives": {words(l.adjectives), 400},
		"auxiliaries": {len(l.auxiliaries), 40}, "adverbs": {phrases(l.adverbs), 120}, "markers": {len(l.markers), 70},
		"classes": {len(l.classes), 14},
	} {
		if count.got < count.least {
			t.Errorf("%s: got %d, want at least %d", name, count.got, count.least)
		}
	}
}

func words(uses map[use]signature) int {
	seen := map[string]bool{}
	for u := range uses {
		seen[u.word+" "+u.rest] = true
	}
	return len(seen)
}

func phrases(byFirst map[string][]phrase) int {
	count := 0
	for _, list := range byFirst {
		count += len(list)
	}
	return count
}

// TestLexiconInOrder demands lines in order, so that a word is found by eye, and none twice.
func TestLexiconInOrder(t *testing.T) {
	t.Parallel()
	for name, columns := range map[string]int{
		"verbs": 4, "nouns": 4, "adjectives": 4, "auxiliaries": 4, "adverbs": 2, "markers": 3, "words": 2,
	} {
		seen, last := map[string]bool{}, ""
		err := eachLine(name, columns, func(fields []string) error {
			line := strings.Join(fields, "|")
			if seen[line] || fields[0] < last {
				return fmt.Errorf("%q stands twice, or after %q", line, last)
			}
			seen[line], last = true, fields[0]
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
}

// TestBadLines tells what is wrong with a line.
func TestBadLines(t *testing.T) {
	t.Parallel()
	l := &lexicon{verbs: map[use]signature{}, rests: map[string]bool{}, composed: map[[2]string]bool{}}
	if err := l.addVerb([]string{"hope", "object", "future", "denied"}); err != nil {
		t.Fatal(err)
	}
	for line, err := range map[string]error{
		`"sure" is no outcome`: l.addVerb([]string{"say", "clause", "sure", "denied"}),
		"want a frame":         l.addVerb([]string{"say", "", "actual", "denied"}),
		`"hope" has the frame "object" in two lines`: l.addVerb([]string{"hope", "object", "actual", "denied"}),
		`"sung" is no form of an auxiliary`:          l.addAuxiliary([]string{"may", "sung", "possible", "possible"}),
		`"object" is no frame of a marker`:           l.addMarker([]string{"if", "object", "hypothetical"}),
		"want a word":                                l.addAdverb([]string{"", "denied"}),
		`"perhaps" is no outcome`:                    l.addMarker([]string{"if", "clause", "perhaps"}),
		`"untrue" is no outcome`:                     l.addAdverb([]string{"never", "untrue"}),
	} {
		if err == nil || err.Error() != line {
			t.Errorf("got %v, want %s", err, line)
		}
	}
}

// TestStates tells what words make of each other, from outside inwards.
func TestStates(t *testing.T) {
	t.Parallel()
	refuse, try, plan := signature{denied, actual, ""}, signature{possible, denied, ""}, signature{future, denied, ""}
	know, condition := signature{given, given, ""}, signature{hypothetical, hypothetical, ""}
	for name, test := range map[string]struct {
		path []signature
		want string
	}{
		"nothing":               {nil, "actual"},
		"refused":               {[]signature{refuse}, "denied"},
		"refused to refuse":     {[]signature{refuse, refuse}, "actual"},
		"planned to try":        {[]signature{plan, try}, "possible"},
		"planned to refuse":     {[]signature{plan, refuse}, "denied"},
		"tried to refuse":       {[]signature{try, refuse}, "possible"},
		"refused to try":        {[]signature{refuse, try}, "denied"},
		"refused to plan":       {[]signature{refuse, plan}, "denied"},
		"if they refuse":        {[]signature{condition, refuse}, "hypothetical"},
		"if they plan to try":   {[]signature{condition, plan, try}, "hypothetical"},
		"if they know":          {[]signature{condition, know}, "actual"},
		"refused to know":       {[]signature{refuse, know}, "actual"},
		"knew that they refuse": {[]signature{know, refuse}, "denied"},
	} {
		var s state
		for _, sig := range test.path {
			s = s.under(sig)
		}
		if got := string(s.status()); got != test.want {
			t.Errorf("%s: got %s, want %s", name, got, test.want)
		}
	}
}
