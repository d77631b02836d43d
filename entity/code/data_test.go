package code

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"rashomon"
	"rashomon/rashomontest"
)

// TestLoad loads every data file.
func TestLoad(t *testing.T) {
	t.Parallel()
	k, err := load()
	if err != nil {
		t.Fatal(err)
	}
	for name, count := range map[string]struct{ got, least int }{
		"countries": {len(k.countries.groups), 1500}, "names": {len(k.entries.groups), 8000},
		"nouns":     {len(k.nouns.groups), 7000},
		"modifiers": {len(k.modifiers.groups), 50}, "function words": {len(k.links), 20},
	} {
		if count.got < count.least {
			t.Errorf("%s: got %d forms, want at least %d", name, count.got, count.least)
		}
	}
}

// TestAmbiguous keeps a list of all forms that stand for several things, so that a new one is seen.
func TestAmbiguous(t *testing.T) {
	t.Parallel()
	k := known()
	lines := ambiguous("country", k.countries, func(f CountryForm) string {
		return f.Country.Codes[0] + " " + f.Country.Name
	})
	lines = append(lines, ambiguous("name", k.entries, func(e *Entry) string {
		return e.List + " " + strings.Join(e.Terms[0].Codes, " ")
	})...)
	for _, key := range slices.Sorted(maps.Keys(k.entries.groups)) {
		if k.countries.groups[key] != nil {
			lines = append(lines, "name and country: "+key)
		}
	}
	rashomontest.Golden(t, "testdata/ambiguous.golden", []byte(strings.Join(lines, "\n")+"\n"))
}

func ambiguous[V comparable](kind string, x index[V], describe func(V) string) []string {
	var lines []string
	for _, key := range slices.Sorted(maps.Keys(x.groups)) {
		for _, group := range x.groups[key] {
			if len(group.values) > 1 {
				var values []string
				for _, value := range group.values {
					values = append(values, describe(value))
				}
				lines = append(lines, fmt.Sprintf("%s %s: %s", kind, group.form, strings.Join(values, ", ")))
			}
		}
	}
	return lines
}

// TestNounsStandOnce demands one meaning of each common noun, and lines in order.
func TestNounsStandOnce(t *testing.T) {
	t.Parallel()
	k := known()
	for _, line := range slices.Concat(ambiguous("noun", k.nouns, func(n *Noun) string { return n.List }),
		ambiguous("modifier", k.modifiers, func(m *Modifier) string { return m.Form })) {
		t.Error(line)
	}
	for _, file := range nounFiles {
		last, lastQualities := "", ""
		err := eachLine(file.name, 2, func(columns []string) error {
			for _, forms := range list(columns[1]) {
				form := strings.ToLower(strings.TrimPrefix(forms, "/"))
				if columns[0] == lastQualities && form < last {
					return fmt.Errorf("%q stands after %q", form, last)
				}
				last, lastQualities = form, columns[0]
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
}

// TestKeysFit sees that no form is cut, and that nothing but letters, digits and few signs makes a key.
func TestKeysFit(t *testing.T) {
	t.Parallel()
	k := known()
	for _, forms := range []map[string]bool{keys(k.countries), keys(k.entries), keys(k.nouns), keys(k.modifiers)} {
		for form := range forms {
			if len(form) >= longestKey || strings.TrimSpace(form) != form || form == "" || strings.ContainsAny(form, "|;\t") {
				t.Errorf("the form %q", form)
			}
		}
	}
}

func keys[V comparable](x index[V]) map[string]bool {
	all := map[string]bool{}
	for key := range x.groups {
		all[key] = true
	}
	return all
}

// TestEntries demands known countries, types that a name can have, and days that are days, in order.
func TestEntries(t *testing.T) {
	t.Parallel()
	k := known()
	countries := map[string]bool{}
	for _, groups := range k.countries.groups {
		for _, group := range groups {
			for _, form := range group.values {
				countries[form.Country.Codes[0]] = true
			}
		}
	}
	for key, groups := range k.entries.groups {
		for _, entry := range groups[0].values {
			for _, term := range entry.Terms {
				for _, code := range term.Codes {
					if k.sectors[code].rank == 0 && !countries[code] {
						t.Errorf("%s %s: %q is the code of no country", entry.List, key, code)
					}
				}
				if !isDay(term.From) || !isDay(term.To) || term.To != "" && isBefore(term.To, term.From) {
					t.Errorf("%s %s: the term %s..%s", entry.List, key, term.From, term.To)
				}
			}
			if !isDay(entry.Died) || (entry.Died != "") && entry.Type != rashomon.EntityPerson {
				t.Errorf("%s %s: died %q", entry.List, key, entry.Died)
			}
		}
	}
}

func isDay(text string) bool {
	if text == "" {
		return true
	}
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if _, err := time.Parse(layout, text); err == nil {
			return true
		}
	}
	return false
}
