package change

import "testing"

// TestLoad reads every data file.
func TestLoad(t *testing.T) {
	t.Parallel()
	classes, err := load()
	if err != nil {
		t.Fatal(err)
	}
	for _, class := range []string{"self", "report", "takes back"} {
		if classes[class].Len() < 3 {
			t.Errorf("%s: got %d words, want at least 3", class, classes[class].Len())
		}
	}
}
