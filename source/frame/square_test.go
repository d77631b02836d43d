package frame_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rashomon"
	"rashomon/rashomontest"
)

// The documents of the bench "square" say nearly all of themselves in their text. What they do not say in a form that
// can be told from anything else is left out; nothing may be wrong.
func TestSquareDetails(t *testing.T) {
	t.Parallel()
	folder := rashomontest.Bench(t, "cases", "square")
	var truth struct {
		Documents []map[string]any `json:"documents"`
	}
	if err := json.Unmarshal([]byte(readBench(t, folder, "truth.json")), &truth); err != nil {
		t.Fatal(err)
	}
	known, right := 0, 0
	for _, want := range truth.Documents {
		file, _ := want["file"].(string)
		doc, err := parse(readBench(t, folder, file))
		if err != nil {
			t.Fatal(err)
		}
		for _, field := range []rashomon.Field{
			rashomon.FieldTitle, rashomon.FieldSource, rashomon.FieldAuthor, rashomon.FieldPublished, rashomon.FieldPlace,
		} {
			value, _ := want[string(field)].(string)
			got := doc.Detail(field)
			if value != "" {
				known++
			}
			switch {
			case got != "" && !sameName(got, value):
				t.Errorf("%s: got %s %q, want %q", file, field, got, value)
			case got != "":
				right++
			}
		}
	}
	t.Logf("%d of %d details, none wrong", right, known)
	if 10*right < 9*known {
		t.Errorf("got %d of %d details, want nine in ten", right, known)
	}
}

func readBench(t *testing.T, folder, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// sameName reports whether two names are the same but for their case, or one says more of the same: "Orlo" and "ORLO,
// Sunder".
func sameName(a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	if a == "" || b == "" {
		return false
	}
	return strings.HasPrefix(a, b) || strings.HasPrefix(b, a) || subsequence(strings.Fields(a), strings.Fields(b))
}

// subsequence reports whether the words of the shorter name stand in the longer one, in order.
func subsequence(a, b []string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	for _, word := range a {
		if len(b) > 0 && word == b[0] {
			b = b[1:]
		}
	}
	return len(b) == 0
}
