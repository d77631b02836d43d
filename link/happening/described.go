package happening

import (
	"rashomon"
	"rashomon/digest"
)

// Describe returns the happening that some events, sorted and of these documents, are, without reasons for their being one:
// somebody says that they are.
func Describe(digests []*digest.Digest, parties []rashomon.Party, events []rashomon.Element) rashomon.Happening {
	x := NewIndexOf(Coarse, nil, nil)
	for _, d := range digests {
		x.Add(d)
	}
	x.setParties(parties)
	for _, d := range x.documents {
		x.sketch(d, d.Whole())
	}
	a := newAssembly(x)
	at := map[rashomon.Element]int32{}
	for i, element := range a.elements {
		at[element] = int32(i)
	}
	members := make([]int32, len(events))
	for i, element := range events {
		members[i] = at[element]
	}
	return a.happening(members, nil)
}
