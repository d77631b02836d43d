package score

import (
	"strings"
	"testing"
)

// TestNames loads the data files and compares their numbers of names with those of the evaluation.
func TestNames(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name string
		set  map[string]bool
		want int
	}{
		{"features", universalFeatures, 21},
		{"relations", contentRelations, 29},
	} {
		if len(test.set) != test.want {
			t.Errorf("%s: got %d names, want %d", test.name, len(test.set), test.want)
		}
		for name := range test.set {
			if strings.ContainsAny(name, ":=|,") {
				t.Errorf("%s: %q can be in no document", test.name, name)
			}
		}
	}
}
