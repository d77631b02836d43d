package framing

import (
	"fmt"
	"strings"
	"testing"

	"rashomon/datafile"
)

// TestLoad reads every data file. The counts are what the files held when they were last extended, rounded down.
func TestLoad(t *testing.T) {
	t.Parallel()
	k, err := load()
	if err != nil {
		t.Fatal(err)
	}
	for name, count := range map[string]struct{ got, least int }{
		"labels": {lines(t, "labels.txt"), 1650}, "loaded": {lines(t, "loaded.txt"), 1600}, "classes": {len(k.classes), 8},
	} {
		if count.got < count.least {
			t.Errorf("%s: got %d, want at least %d", name, count.got, count.least)
		}
	}
}

func lines(t *testing.T, file string) int {
	t.Helper()
	count := 0
	if err := datafile.Each(files, "data/"+file, 3, func([]string) error { count++; return nil }); err != nil {
		t.Fatal(err)
	}
	return count
}

// TestLinesInOrder demands lines in order, so that a word is found by eye, and none twice.
func TestLinesInOrder(t *testing.T) {
	t.Parallel()
	for _, file := range []string{"labels.txt", "loaded.txt"} {
		seen, last := map[string]bool{}, ""
		err := datafile.Each(files, "data/"+file, 3, func(columns []string) error {
			key := columns[0] + "|" + columns[1]
			section := columns[1] + columns[2]
			if seen[key] {
				return fmt.Errorf("%q stands twice", key)
			}
			if before, word, _ := strings.Cut(last, "|"); before == section && strings.ToLower(columns[0]) < word {
				return fmt.Errorf("%q stands after %q", columns[0], word)
			}
			seen[key], last = true, section+"|"+strings.ToLower(columns[0])
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
}

// TestNoNames demands that the data hold no name: nothing in capitals but what stands for any name.
func TestNoNames(t *testing.T) {
	t.Parallel()
	placeholders := strings.NewReplacer(anyParty, "", anyPerson, "", anyPlace, "")
	for _, file := range []string{"labels.txt", "loaded.txt"} {
		err := datafile.Each(files, "data/"+file, 3, func(columns []string) error {
			if rest := placeholders.Replace(columns[0]); rest != strings.ToLower(rest) {
				return fmt.Errorf("%q looks like a name", columns[0])
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
}
