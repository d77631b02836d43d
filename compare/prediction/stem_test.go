package prediction

import "testing"

func TestStem(t *testing.T) {
	t.Parallel()
	for _, pair := range [][2]string{
		{"evacuate", "evacuation"}, {"meet", "meeting"}, {"withdraw", "withdrawal"}, {"pay", "pay"}, {"close", "closure"},
		{"create", "creation"}, {"resign", "resignation"}, {"inspect", "inspection"},
	} {
		if verb, noun := stem(pair[0]), stem(pair[1]); verb != noun {
			t.Errorf("got %q for %q and %q for %q, want the same", verb, pair[0], noun, pair[1])
		}
	}
	if a, b := stem("bring"), stem("brigade"); a == b {
		t.Errorf("got %q for both", a)
	}
}
