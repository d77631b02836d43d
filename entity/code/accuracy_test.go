package code_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"rashomon/entity/code"
	"rashomon/rashomontest"
)

// TestAccuracy codes the actors that the PLOVER project's gold records mark in sentences, each by its own words alone, and
// keeps how many of their countries and sectors come out.
func TestAccuracy(t *testing.T) {
	path := rashomontest.Bench(t, "plover", "dev.jsonl")
	var countries, sectors tally
	rashomontest.EachLine(t, path, func(line []byte) {
		for _, actor := range actors(t, line) {
			codes, rule := code.Parse(words(actor.Surface), -1).Codes("")
			countries.count(codes, actor.Code)
			sectors.count(codes, actor.Sector)
			if missing := slices.Contains(codes, actor.Code) && slices.Contains(codes, actor.Sector); !missing {
				t.Logf("%q: got %v by %q, want %s %s", actor.Surface, codes, rule, actor.Code, actor.Sector)
			}
		}
	})
	golden := fmt.Sprintf("plover/dev, actors by their own words: countries %s, sectors %s\n", countries, sectors)
	rashomontest.Golden(t, "testdata/accuracy.golden", []byte(golden))
}

type actor struct{ Surface, Code, Sector string }

// actors returns those of a line whose words stand in the sentence.
func actors(t *testing.T, line []byte) []actor {
	var record struct {
		Events []struct{ Actors, Recipients []actor }
	}
	if err := json.Unmarshal(line, &record); err != nil {
		t.Fatal(err)
	}
	var found []actor
	for _, event := range record.Events {
		for _, actor := range slices.Concat(event.Actors, event.Recipients) {
			if strings.TrimSpace(actor.Surface) != "" {
				found = append(found, actor)
			}
		}
	}
	return found
}

type tally struct{ right, all int }

func (c *tally) count(codes []string, want string) {
	if want == "" {
		return
	}
	c.all++
	if slices.Contains(codes, want) {
		c.right++
	}
}

func (c tally) String() string {
	return fmt.Sprintf("%d of %d (%.1f %%)", c.right, c.all, 100*float64(c.right)/float64(c.all))
}
