package event

import (
	"fmt"
	"slices"
)

// dropEpithets leaves out what a participle before a noun says again of somebody: "the NATO-backed forces" tells once that
// NATO backs them, and from then on it is a name.
func (r *reading) dropEpithets() {
	told := map[string]bool{}
	r.drafts = slices.DeleteFunc(r.drafts, func(d draft) bool {
		deed := fmt.Sprint(d.typ, d.actors)
		repeated := told[deed] && r.tree.Is(d.head, "amod")
		told[deed] = true
		return repeated
	})
}
