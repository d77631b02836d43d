package position

import "testing"

// TestLoad reads every data file. The counts are what the files held when they were last extended, rounded down.
func TestLoad(t *testing.T) {
	t.Parallel()
	l, err := load()
	if err != nil {
		t.Fatal(err)
	}
	verdicts, signs := 0, map[int]int{}
	for _, all := range l.verdicts {
		verdicts += len(all)
		for _, v := range all {
			signs[v.valence]++
		}
	}
	if len(l.classes) < 13 || verdicts < 130 || signs[1] < 50 || signs[-1] < 50 {
		t.Errorf("got %d classes and %d verdicts %v, want at least 13, 130 and 50 of each sign", len(l.classes), verdicts, signs)
	}
}
