package web

import (
	"context"
	"strings"

	"rashomon"
	"rashomon/archive"
	"rashomon/view"
)

// DocumentsInput asks for documents.
type DocumentsInput struct {
	Page
	KnownOn
	Source string `query:"source" maxLength:"200" doc:"a part of the name of whom they are by"`
}

// A Document is a document in a list.
type Document struct {
	archive.Summary
	Name     string `json:"name" doc:"of whom it is by"`
	Compared bool   `json:"compared" doc:"whether it is set beside others"`
}

func (s *Server) documents(ctx context.Context, in *DocumentsInput) (*Body[List[Document]], error) {
	b, err := s.boards.asOf(ctx, in.KnownOn)
	if err != nil {
		return nil, err
	}
	var meant []Document
	for summary, err := range s.archive.List(ctx) {
		if err != nil {
			return nil, err
		}
		d := Document{Summary: summary, Name: summary.Source}
		if head := b.Ground.Head(summary.ID); head != nil {
			d.Name, d.Compared = head.By(), true
		} else if !in.takes(summary.Published) {
			continue
		}
		if strings.Contains(strings.ToLower(d.Name), strings.ToLower(in.Source)) {
			meant = append(meant, d)
		}
	}
	return listed(in.Page, meant, func(d Document) string { return d.ID }, func(d Document) Document { return d })
}

func (s *Server) document(ctx context.Context, in *IDThen) (*Body[view.Reading], error) {
	b, err := s.boards.asOf(ctx, in.KnownOn)
	if err != nil {
		return nil, err
	}
	doc, err := s.archive.Document(ctx, in.ID.ID)
	if err != nil {
		return nil, err
	}
	return body(b.Reading(doc)), nil
}

// FoundIn asks for something found in a document.
type FoundIn struct {
	ID
	Finding string `path:"finding" maxLength:"64" doc:"a letter for the layer and the number in it, as e3, v12, s4"`
}

// A Finding is something found in a document, with the rule that found it.
type Finding struct {
	ID       string   `json:"id"`
	Document string   `json:"document"`
	Kind     string   `json:"kind"`
	Value    string   `json:"value" doc:"all else that it says, as key=value"`
	Words    string   `json:"words"`
	Rule     string   `json:"rule"`
	Chain    []string `json:"chain" doc:"on whose word it stands, from the author inwards; empty where it is the author's own voice"`
}

func (s *Server) whyFound(ctx context.Context, in *FoundIn) (*Body[Finding], error) {
	doc, err := s.archive.Document(ctx, in.ID.ID)
	if err != nil {
		return nil, err
	}
	found, known := doc.Finding(in.Finding)
	if !known {
		return nil, unknown("path.finding", in.Finding)
	}
	out := Finding{found.ID, doc.ID, found.Kind, found.Value, doc.Quote(found.Extent), found.Rule, []string{}}
	for _, i := range chainOf(doc, found) {
		out.Chain = append(out.Chain, doc.HolderName(i))
	}
	return body(out), nil
}

func chainOf(doc *rashomon.Document, found rashomon.Finding) []int {
	if found.Extent.Empty() {
		return nil
	}
	return doc.Chain(found.Extent)
}
