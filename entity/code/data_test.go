package code

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rashomon/rashomontest"
)

// TestLoad loads every data file.
func TestLoad(t *testing.T) {
	t.Parallel()
	if _, err := load(); err != nil {
		t.Fatal(err)
	}
}

// TestAmbiguous keeps a list of all forms that stand for several things, so that a new one is seen.
func TestAmbiguous(t *testing.T) {
	t.Parallel()
	k := known()
	var lines []string
	for key, groups := range k.countries.groups {
		for _, group := range groups {
			if len(group.values) > 1 {
				lines = append(lines, fmt.Sprintf("country %s: %s", key, joined(group.values, func(f CountryForm) string { return f.Country.Name })))
			}
		}
	}
	for key, groups := range k.entries.groups {
		for _, group := range groups {
			if len(group.values) > 1 {
				lines = append(lines, fmt.Sprintf("entry %s: %s", key, joined(group.values, describe)))
			}
			if countries := k.countries.groups[key]; countries != nil {
				lines = append(lines, fmt.Sprintf("entry and country %s", key))
			}
		}
	}
	slices.Sort(lines)
	rashomontest.Golden(t, "testdata/ambiguous.golden", []byte(strings.Join(lines, "\n")+"\n"))
}

func describe(e *Entry) string { return e.List + " " + strings.Join(e.Terms[0].Codes, " ") }

func joined[V any](values []V, text func(V) string) string {
	var texts []string
	for _, value := range values {
		texts = append(texts, text(value))
	}
	return strings.Join(texts, ", ")
}
