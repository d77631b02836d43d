package digesttest

import (
	"fmt"
	"slices"
	"testing"

	"rashomon"
	"rashomon/digest"
)

// Stories returns n digests, and their links: the embedded case over and over, with other parties, days and figures in
// every story. Parties are linked by their names alone, so that a benchmark does not measure the linking.
func Stories(t testing.TB, n int) ([]*digest.Digest, rashomon.Links) {
	t.Helper()
	accounts, digests := Case(t), make([]*digest.Digest, n)
	var links rashomon.Links
	at := map[string]int{} // name -> party
	for i := range digests {
		d := varied(accounts[i%len(accounts)], i, i/len(accounts))
		for index, entity := range d.Entities {
			p, known := at[entity.Name]
			if !known {
				p, at[entity.Name] = len(links.Parties), len(links.Parties)
				links.Parties = append(links.Parties, rashomon.Party{ID: entity.Name, Name: entity.Name, Type: entity.Type})
			}
			links.Parties[p].Entities = append(links.Parties[p].Entities, rashomon.Element{Document: d.Document, Index: index})
		}
		digests[i] = d
	}
	return digests, links
}

// varied returns a digest as the i-th document, of another story.
func varied(of *digest.Digest, i, story int) *digest.Digest {
	d := *of
	d.Document = fmt.Sprintf("%s%06d", of.Document[:8], i)
	d.Published = fmt.Sprintf("2017-%02d-%02d", 4+story%8, 1+i*11%28)
	d.Entities = slices.Clone(of.Entities)
	for e := range d.Entities {
		d.Entities[e].Name = fmt.Sprintf("%s %d", of.Entities[e].Name, story)
	}
	d.Quantities = slices.Clone(of.Quantities)
	for q := range d.Quantities {
		for _, bound := range []**float64{&d.Quantities[q].Low, &d.Quantities[q].High} {
			if *bound != nil {
				more := **bound + float64(story%7)
				*bound = &more
			}
		}
	}
	return &d
}
