package link

import (
	"sync"

	"rashomon"
	"rashomon/digest"
	"rashomon/link/echo"
	"rashomon/link/happening"
	"rashomon/link/party"
)

// An Index keeps the links of documents that come one after another, so that one more is linked at the cost of what it
// touches. The links are the same as if all documents had come at once, in any order. It is not safe for concurrent use.
type Index struct {
	parties    *party.Index
	happenings *happening.Index
	echoes     *echo.Index
}

// NewIndex returns an index without documents. The error is that of a damaged binary.
func NewIndex() (*Index, error) {
	happenings, err := happening.NewIndex(happening.Coarse)
	if err != nil {
		return nil, err
	}
	return &Index{parties: party.NewIndex(), happenings: happenings, echoes: echo.NewIndex()}, nil
}

// Add takes up a document, which must have another id than all before.
func (x *Index) Add(d *digest.Digest) {
	x.parties.Add(d)
	x.happenings.Add(d)
	x.echoes.Add(d)
}

// Links returns what the documents share. What it returned before stays as it is.
func (x *Index) Links() rashomon.Links {
	return x.LinksWith(func(parties []rashomon.Party) []rashomon.Party { return parties })
}

// LinksWith returns what the documents share where the parties are those that a function makes of the ones found. It must not change
// these.
func (x *Index) LinksWith(corrected func([]rashomon.Party) []rashomon.Party) rashomon.Links {
	var links rashomon.Links
	var echoes sync.WaitGroup
	echoes.Go(func() { links.Echoes = x.echoes.Echoes() })
	links.Parties = corrected(x.parties.Parties())
	links.Happenings = x.happenings.Happenings(links.Parties)
	echoes.Wait()
	return links
}
