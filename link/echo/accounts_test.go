package echo_test

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rashomon"
	"rashomon/digest"
	"rashomon/digest/digesttest"
)

// stories returns n accounts: those of the embedded case over and over, each time with other names and figures, days
// later.
func stories(t testing.TB, n int) []*digest.Digest {
	t.Helper()
	var out []*digest.Digest
	for seed := 0; len(out) < n; seed++ {
		for _, d := range digesttest.Case(t) {
			out = append(out, varied(d, seed))
		}
	}
	return out[:n]
}

// varied returns a digest with the letters of all names and the digits of all figures shifted by a seed, so that
// extents stay as they are. Seed 0 changes the id alone.
func varied(d *digest.Digest, seed int) *digest.Digest {
	named := map[string]bool{}
	for _, entity := range d.Entities {
		for _, mention := range entity.Mentions {
			if mention.Kind == rashomon.MentionName {
				for _, word := range letters.FindAllString(mention.Text, -1) {
					named[strings.ToLower(word)] = len(word) > 2
				}
			}
		}
	}
	out := renamed(d, func(text string) string { return shifted(text, seed, named) })
	out.Document, out.Published = d.Document+"-"+strconv.Itoa(seed), later(d.Published, seed)
	for i := range out.Timexes {
		timex := &out.Timexes[i]
		timex.Value = clocks.ReplaceAllStringFunc(timex.Value, func(clock string) string { return shiftedClock(clock, seed) })
	}
	for i := range out.Quantities {
		q := &out.Quantities[i]
		q.Low, q.High = scaled(q.Low, seed), scaled(q.High, seed)
	}
	return out
}

// renamed returns a digest with all that holds names changed. What is changed must stay as long as it is.
func renamed(d *digest.Digest, change func(string) string) *digest.Digest {
	out := *d
	out.Text, out.Source, out.Agency = change(d.Text), change(d.Source), change(d.Agency)
	out.Sentences, out.Entities = slices.Clone(d.Sentences), slices.Clone(d.Entities)
	out.Statements = slices.Clone(d.Statements)
	out.Timexes, out.Quantities = slices.Clone(d.Timexes), slices.Clone(d.Quantities)
	for i := range out.Sentences {
		terms := slices.Clone(d.Sentences[i].Terms)
		for j := range terms {
			terms[j] = change(terms[j])
		}
		out.Sentences[i].Terms = terms
	}
	for i := range out.Entities {
		entity := &out.Entities[i]
		entity.Name, entity.Mentions = change(entity.Name), slices.Clone(entity.Mentions)
		for j := range entity.Mentions {
			entity.Mentions[j].Text = change(entity.Mentions[j].Text)
		}
	}
	for i := range out.Statements {
		out.Statements[i].HolderName = change(out.Statements[i].HolderName)
	}
	return &out
}

// shiftedClock returns "T03:50" some minutes later for each seed.
func shiftedClock(clock string, seed int) string {
	hour, _ := strconv.Atoi(clock[1:3])
	minute, _ := strconv.Atoi(clock[4:])
	at := (hour*60 + minute + 7*seed) % (24 * 60)
	return fmt.Sprintf("T%02d:%02d", at/60, at%60)
}

var clocks = regexp.MustCompile(`T\d\d:\d\d`)

var letters = regexp.MustCompile(`\pL+`)

func shifted(text string, seed int, named map[string]bool) string {
	return letters.ReplaceAllStringFunc(text, func(word string) string {
		if !named[strings.ToLower(word)] {
			return word
		}
		return strings.Map(func(r rune) rune { return shiftedLetter(r, seed) }, word)
	})
}

func shiftedLetter(r rune, seed int) rune {
	for _, first := range "aA" {
		if seed == 0 {
			return r
		}
		if r >= first && r < first+26 {
			return first + (r-first+1)*(7919*rune(seed%1000)+rune(seed/1000))/97%26
		}
	}
	return r
}

func scaled(value *float64, seed int) *float64 {
	if value == nil {
		return nil
	}
	out := *value * float64(1+seed)
	return &out
}

// later returns a day some months after another one, in another year after twelve.
func later(published string, seed int) string {
	if len(published) < 10 {
		return published
	}
	return fmt.Sprintf("%04d-%02d%s", 2000+seed/12, 1+seed%12, published[7:])
}
