package name_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"rashomon/entity/name"
)

// lines returns the lines of a data file that are no comments.
func lines(t testing.TB, file string) []string {
	t.Helper()
	data, err := os.ReadFile("data/" + file)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(string(data), "# ") {
		t.Errorf("%s: no source at its head", file)
	}
	var out []string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, line)
		}
	}
	return out
}

// column returns a category of all tokens.
func column(values []uint8, category int) []uint8 {
	var out []uint8
	for ; len(values) > 0; values = values[len(name.Categories()):] {
		out = append(out, values[category])
	}
	return out
}

// TestLists: every line of every list is found, from its first word to its last, and stands there once.
func TestLists(t *testing.T) {
	t.Parallel()
	for category, file := range map[int]string{
		2: "organizations.txt", 3: "brands.txt", 4: "towns.txt", 5: "personal_names.txt",
	} {
		t.Run(file, func(t *testing.T) {
			t.Parallel()
			names := lines(t, file)
			if !slices.IsSorted(names) || len(slices.Compact(slices.Clone(names))) != len(names) {
				t.Error("the names are not in order, each once")
			}
			for _, line := range names {
				words := strings.Fields(line)
				want := []uint8{1}
				if first, _ := utf8.DecodeRuneInString(line); !unicode.IsUpper(first) {
					want[0] = 3
				}
				for range words[1:] {
					want = append(want, want[0]+1)
				}
				if got := column(name.AppendCategories(nil, words), category); !slices.Equal(got, want) {
					t.Errorf("%q: got %v, want %v", line, got, want)
				}
			}
		})
	}
}

// TestAppendCategories: the longest name counts, and capitals throughout are no obstacle. Countries and parties begin with
// a capital, other names may also stand in small letters.
func TestAppendCategories(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]uint8{ // country, party, organization, brand, town, personal name of each token
		"Libya":            {1, 0, 0, 0, 0, 0},
		"libya":            {0, 0, 0, 0, 0, 0},
		"the Libyan coast": {0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
		"Red Lobster":      {0, 0, 1, 1, 0, 0, 0, 0, 2, 2, 0, 0},
		"red lobster":      {0, 0, 3, 3, 0, 0, 0, 0, 4, 4, 0, 0},
		"GOTHENBURG":       {0, 0, 0, 0, 1, 0},
		"gothenburg":       {0, 0, 0, 0, 3, 0},
	} {
		got := name.AppendCategories(nil, strings.Fields(text))
		if diff := cmp.Diff(got, want); diff != "" {
			t.Errorf("%q: got, want: %s", text, diff)
		}
		for i, value := range got {
			if most := name.Categories()[i%len(name.Categories())]; int(value) >= most {
				t.Errorf("%q: the value %d of %d", text, value, most)
			}
		}
	}
}

func TestAppendCategoriesTakesNoMemory(t *testing.T) {
	forms := strings.Fields("In Benghazi and Tripoli , Omar Haddad of Red Lobster met the Libyan National Army .")
	values := name.AppendCategories(nil, forms)
	if got := testing.AllocsPerRun(100, func() { values = name.AppendCategories(values[:0], forms) }); got != 0 {
		t.Errorf("got %v allocations, want none", got)
	}
}
