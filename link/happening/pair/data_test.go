package pair

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDataFiles(t *testing.T) {
	t.Parallel()
	v, err := readVocabulary()
	if err != nil {
		t.Fatal(err)
	}
	for word := range v.families {
		if word != strings.ToLower(word) {
			t.Errorf("%q is not in lower case", word)
		}
	}
	for w := range v.parts {
		if v.parts[whole{w.part, w.family}] != PartNone {
			t.Errorf("%v: each is a part of the other", w)
		}
	}
	if len(v.classes) == 0 || len(v.parts) == 0 {
		t.Errorf("got %d classes of words and %d parts", len(v.classes), len(v.parts))
	}
}

func TestFamilies(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"arrest", "detention", true}, {"shoot", "volley", true}, {"die", "death", true}, {"resign", "step down", true},
		{"step down", "oust", false}, {"arrest", "release", false}, {"open", "close", false}, {"unknownword", "arrest", false},
	} {
		if got := families(c.a).shares(families(c.b)); got != c.want {
			t.Errorf("%q and %q: got %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

// TestModelsAreWhole: every node leads to two others of its tree, every node but the root stands below one, what is written
// is what was read, and the fine grain asks for none of the features that only the coarse one has.
func TestModelsAreWhole(t *testing.T) {
	t.Parallel()
	for path, end := range map[string]Feature{"data/trees.txt": FineOdds, "data/coarse.txt": features} {
		t.Run(path, func(t *testing.T) {
			t.Parallel()
			model, err := readModel(path)
			if err != nil {
				t.Fatal(err)
			}
			if len(model) == 0 {
				t.Fatal("got no trees")
			}
			for number, tree := range model {
				checkTree(t, number, tree, end)
			}
			var b bytes.Buffer
			if err := Write(&b, model); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(b.String(), withoutComments(t, path)); diff != "" {
				t.Errorf("(-written +read):\n%.500s", diff)
			}
		})
	}
}

func checkTree(t *testing.T, number int, tree Tree, end Feature) {
	t.Helper()
	below := make([]int, len(tree))
	for at, node := range tree {
		if (node.Below == 0) != (node.Above == 0) || node.Below != 0 && (int(node.Below) <= at || int(node.Above) <= at) {
			t.Fatalf("tree %d, node %d: it goes on to %d and %d", number, at, node.Below, node.Above)
		}
		if node.Feature >= end {
			t.Errorf("tree %d, node %d: it asks for %s", number, at, Names[node.Feature])
		}
		if node.Below != 0 {
			below[node.Below]++
			below[node.Above]++
		}
	}
	if len(tree) > 1 && slices.ContainsFunc(below[1:], func(n int) bool { return n != 1 }) {
		t.Fatalf("tree %d: a node is not below just one other", number)
	}
}

func withoutComments(t *testing.T, path string) string {
	t.Helper()
	file, err := files.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for line := range strings.Lines(string(file)) {
		if !strings.HasPrefix(line, "#") {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "")
}

func TestAddNodeRefuses(t *testing.T) {
	t.Parallel()
	for name, columns := range map[string][]string{
		"no feature": {"*", "colour", "1"}, "no number": {"*", "leaf", "much"}, "no node above": {"*<<", "leaf", "1"},
	} {
		m := Model{nil}
		if err := m.addNode(map[string]int32{}, columns); err == nil {
			t.Errorf("%s: got no error", name)
		}
	}
}

func TestNamesOfFeatures(t *testing.T) {
	t.Parallel()
	for i, name := range Names {
		if name == "" || slices.Index(Names[:], name) != i {
			t.Errorf("feature %d has the name %q, which is none of its own", i, name)
		}
	}
}

func TestTimesThatExcludeEachOther(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		a, b interval
		want bool
	}{
		"same day":            {newInterval("2016-05-02", "2016-05-02", surest), newInterval("2016-05-02", "2016-05-02", surest), false},
		"day in month":        {newInterval("2016-05-01", "2016-05-31", surest), newInterval("2016-05-02", "2016-05-02", surest), false},
		"night over midnight": {newInterval("2016-05-02", "2016-05-02", surest), newInterval("2016-05-03", "2016-05-03", surest), false},
		"two days":            {newInterval("2016-05-02", "2016-05-02", surest), newInterval("2016-05-04", "2016-05-04", surest), true},
		"two days, unsure":    {newInterval("2016-05-02", "2016-05-02", surest), newInterval("2016-05-04", "2016-05-04", 1), false},
		"months, unsure":      {newInterval("2016-05-02", "2016-05-02", 1), newInterval("2016-09-19", "2016-09-19", 1), true},
		"unknown":             {interval{}, newInterval("2016-05-02", "2016-05-02", surest), false},
		"no days":             {newInterval("spring", "spring", surest), newInterval("2016-05-02", "2016-05-02", surest), false},
	} {
		if got := c.a.excludes(c.b, fineSlack); got != c.want {
			t.Errorf("%s: got %v, want %v", name, got, c.want)
		}
		if c.a.excludes(c.b, fineSlack) != c.b.excludes(c.a, fineSlack) {
			t.Errorf("%s: it is not the same the other way round", name)
		}
	}
}
