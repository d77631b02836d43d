package syntax

import (
	"slices"
	"testing"
)

func TestRespellings(t *testing.T) {
	t.Parallel()
	for lemma, verb := range map[string]string{
		"sitt": "sit", "backe": "back", "blam": "blame", "committe": "commit", "dy": "die", "slamme": "slam",
	} {
		if got := respellings(lemma); !slices.Contains(got, verb) {
			t.Errorf("%s: got %q, want %q among them", lemma, got, verb)
		}
	}
}
