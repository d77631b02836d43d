package position_test

import (
	"fmt"
	"slices"
	"strconv"
	"testing"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/compare/position"
	"rashomon/digest"
)

// BenchmarkFind and its comparison tell how the cost grows with the documents: with their number, not its square.
func BenchmarkFind(b *testing.B) {
	for _, n := range []int{100, 1_000, 10_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			g, bytes := stories(b, n)
			b.SetBytes(int64(bytes))
			b.ReportAllocs()
			for b.Loop() {
				position.Find(g)
				position.Compare(g)
			}
		})
	}
}

// stories returns the ground of n digests, and how long their texts are: the embedded case over and over, with other names
// in every copy, linked by these.
func stories(t testing.TB, n int) (*ground.Ground, int) {
	t.Helper()
	all, bytes := embedded(t), 0
	at, links := map[string]int{}, rashomon.Links{}
	digests := make([]*digest.Digest, n)
	for i := range digests {
		varied := *all[i%len(all)]
		varied.Document = fmt.Sprintf("%s%06d", varied.Document[:8], i)
		varied.Entities = slices.Clone(varied.Entities)
		for e := range varied.Entities {
			name := fmt.Sprintf("%s %d", varied.Entities[e].Name, i/len(all))
			varied.Entities[e].Name = name
			if _, known := at[name]; !known {
				at[name] = len(links.Parties)
				links.Parties = append(links.Parties, rashomon.Party{ID: name, Name: name})
			}
			party := &links.Parties[at[name]]
			party.Entities = append(party.Entities, rashomon.Element{Document: varied.Document, Index: e})
		}
		digests[i] = &varied
		bytes += len(varied.Text)
	}
	return ground.New(digests, links), bytes
}
