package stance

import "testing"

func TestDataLoads(t *testing.T) {
	t.Parallel()
	valences, err := loadValences()
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]uint8{"murder": 1, "hero": 8, "barely": 0, "accident": 2} {
		if got := valences[word]; got != want {
			t.Errorf("valence of %q: got step %d, want %d", word, got, want)
		}
	}
}
