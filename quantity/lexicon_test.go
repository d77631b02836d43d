package quantity

import (
	"math"
	"strconv"
	"strings"
	"testing"
)

// TestLexicons loads all data files: every line is read, has its numbers, and every phrase can be found again.
func TestLexicons(t *testing.T) {
	t.Parallel()
	heads := map[string]string{ // of each file: the fields before the colon, n for one that is a number
		"hedges.txt": "class name bound", "units.txt": "symbol si n", "currencies.txt": "code",
		"words.txt": "class value",
	}
	entries, err := data.ReadDir("data")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		fields, known := heads[entry.Name()]
		if !known {
			t.Errorf("%s: no code reads it", entry.Name())
			continue
		}
		delete(heads, entry.Name())
		content, _ := data.ReadFile("data/" + entry.Name())
		for n, line := range strings.Split(string(content), "\n") {
			if line == "" || strings.HasPrefix(line, "# ") {
				continue
			}
			if err := checkLine(line, strings.Fields(fields)); err != "" {
				t.Errorf("%s:%d: %s", entry.Name(), n+1, err)
			}
		}
	}
	for name := range heads {
		t.Errorf("%s is not there", name)
	}
}

// checkLine tells what is wrong with a line, or nothing.
func checkLine(line string, fields []string) string {
	head, rest, found := strings.Cut(line, ": ")
	values := strings.Fields(head)
	if !found || len(values) != len(fields) {
		return strconv.Quote(line) + " has no " + strings.Join(fields, " ") + " before a colon"
	}
	for i, field := range fields {
		if _, err := strconv.ParseFloat(values[i], 64); field == "n" && err != nil {
			return err.Error()
		}
	}
	for text := range strings.SplitSeq(rest, ", ") {
		if text == "" || text != strings.ToLower(text) || strings.HasSuffix(text, ",") {
			return strconv.Quote(text) + " is no phrase in lower case"
		}
	}
	return ""
}

// TestClasses sees that every class of words.txt is read, and that no word stands in one class twice.
func TestClasses(t *testing.T) {
	t.Parallel()
	content, _ := data.ReadFile("data/words.txt")
	read := " percent reach rate often per offset duration old aged compound change light including them cumulative since within " +
		"past times unsaid comparing ratio verb fold weigh numbered place street idiom count "
	seen := map[string]bool{}
	for line := range strings.Lines(string(content)) {
		head, rest, found := strings.Cut(strings.TrimSpace(line), ": ")
		if !found || strings.HasPrefix(head, "#") {
			continue
		}
		class := strings.Fields(head)[0]
		if !strings.Contains(read, " "+class+" ") {
			t.Errorf("no code reads the class %q", class)
		}
		for text := range strings.SplitSeq(rest, ", ") {
			if seen[class+" "+text] {
				t.Errorf("%q stands in the class %q twice", text, class)
			}
			seen[class+" "+text] = true
			if class == "idiom" && len(strings.Fields(text)) > longestIdiom {
				t.Errorf("the idiom %q has more than %d words", text, longestIdiom)
			}
		}
	}
}

// TestSI converts by the factors of units.txt.
func TestSI(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		amount float64
		unit   string
		want   float64
		symbol string
	}{
		{50, "mi", 80467.2, "m"}, {1, "ha", 10000, "m²"}, {3, "t", 3000, "kg"}, {36, "km/h", 10, "m/s"},
		{155, "mm", 0.155, "m"},
	} {
		symbol, factor, known := SI(test.unit)
		got := test.amount * factor
		if !known || symbol != test.symbol || math.Abs(got-test.want) > test.want*1e-9 {
			t.Errorf("%v %s: got %v %s, want %v %s", test.amount, test.unit, got, symbol, test.want, test.symbol)
		}
	}
	if _, _, known := SI("USD"); known {
		t.Error("USD is no unit of measure")
	}
}
