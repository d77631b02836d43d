package figure

import (
	"slices"
	"testing"
)

func TestLexicon(t *testing.T) {
	t.Parallel()
	l, err := load()
	if err != nil {
		t.Fatal(err)
	}
	for _, class := range []string{
		"end of a figure", "determiner", "part", "alone", "whole", "area", "estimates", "registers", "no claim", "so far",
		"taken back",
		"we", "reports", "average", "each", "in a place", "added before", "added", "auxiliary", "by many", "fighting",
		"losses", "never", "no noun", "no time",
		"not one", "numbers", "one side", "own", "per", "sign", "states", "left", "other clause", "breaks down",
		"any", "any person", "none of harmed", "none of wounded",
	} {
		if l.words[class].Len() == 0 {
			t.Errorf("data/words.txt has no class %q, which the code asks for", class)
		}
	}
	for key, q := range l.questions {
		answered := false
		for _, readings := range l.readings {
			for _, found := range readings {
				answered = answered || slices.ContainsFunc(found, func(r reading) bool { return r.question == q })
			}
		}
		if !answered {
			t.Errorf("data/answers.txt has no words for the question %q", key)
		}
	}
	for _, r := range roles {
		for phrase := range l.readings[r] {
			if n := len(split(phrase)); n == 0 || n > longestPhrase && r != roleObject && r != roleSubject {
				t.Errorf("%q as %s has %d words, and at most %d are read", phrase, r, n, longestPhrase)
			}
		}
	}
}
