package web

import (
	"context"
	"slices"
	"strconv"

	"rashomon/archive"
	"rashomon/view"
)

// SearchInput asks for documents by words.
type SearchInput struct {
	KnownOn
	Words string `query:"q" minLength:"1" maxLength:"500" required:"true" doc:"words; \"several in a row\"; -without; begin*"`
	After int    `query:"after" minimum:"0" maximum:"1000" doc:"how many were shown before: 'next' of the page before"`
	Limit int    `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

// Found are documents that a search found, those that fit best first.
type Found struct {
	Next string `json:"next,omitempty" doc:"give it as 'after' for the next page; absent on the last"`
	Hits []Hit  `json:"hits"`
}

// A Hit is a document that a search found.
type Hit struct {
	archive.Hit
	Name string `json:"name" doc:"of whom it is by"`
}

// mostFound is how many documents a search shows in all: whoever needs more asks for less.
const mostFound = 1000

func (s *Server) search(ctx context.Context, in *SearchInput) (*Body[Found], error) {
	b, err := s.boards.asOf(ctx, in.KnownOn)
	if err != nil {
		return nil, err
	}
	hits, err := s.hits(ctx, in, b)
	if err != nil {
		return nil, err
	}
	out := Found{Hits: []Hit{}}
	for _, hit := range hits[min(in.After, len(hits)):min(in.After+in.Limit, len(hits))] {
		named := Hit{hit, hit.Source}
		if head := b.Ground.Head(hit.ID); head != nil {
			named.Name = head.By()
		}
		out.Hits = append(out.Hits, named)
	}
	if next := in.After + in.Limit; next < min(len(hits), mostFound) {
		out.Next = strconv.Itoa(next)
	}
	return body(out), nil
}

// hits returns what a search finds, up to one more than is asked for; of what was known on a day, out of all that are ever shown.
func (s *Server) hits(ctx context.Context, in *SearchInput, b *board) ([]archive.Hit, error) {
	if in.KnownOn.KnownOn == "" {
		return s.archive.Search(ctx, in.Words, min(in.After+in.Limit, mostFound)+1)
	}
	hits, err := s.archive.Search(ctx, in.Words, mostFound)
	return slices.DeleteFunc(hits, func(h archive.Hit) bool { return b.Ground.Head(h.ID) == nil && !in.takes(h.Published) }), err
}

// DeedsInput asks who did what to whom, on whose word.
type DeedsInput struct {
	Page
	KnownOn
	Who  string `query:"who" maxLength:"200" doc:"an id or a name of a party, or a part of one"`
	What string `query:"what" maxLength:"60" doc:"a type or mode of event, as ASSAULT, or the word that tells it, as it stands in a dictionary"`
	Whom string `query:"whom" maxLength:"200"`
	Word string `query:"word" maxLength:"200" doc:"on whose word: a part of the name of a holder, or of whom the account is by"`
}

func (s *Server) deeds(ctx context.Context, in *DeedsInput) (*Body[List[view.Deed]], error) {
	b, err := s.boards.asOf(ctx, in.KnownOn)
	if err != nil {
		return nil, err
	}
	return listed(in.Page, b.Asked(view.Asked{Who: in.Who, What: in.What, Whom: in.Whom, Word: in.Word}), view.DeedID, b.Deed)
}
