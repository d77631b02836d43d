package view

import (
	"context"

	"rashomon"
	"rashomon/archive"
	"rashomon/correct"
	"rashomon/digest"
)

// Drawing is how an archive keeps digests beside the readings that they are drawn from. An archive that is opened
// with it need not be read as a whole to be set side by side.
func Drawing() *archive.Drawing {
	return &archive.Drawing{Version: digest.Version, Draw: func(doc *rashomon.Document) ([]byte, error) {
		if !isCompared(doc) {
			return nil, nil
		}
		return digest.Encode(digest.Of(doc)), nil
	}}
}

// isCompared reports whether a document can be compared with others: it has been read, and is in English.
func isCompared(doc *rashomon.Document) bool { return doc.English() && doc.Reading != "" }

// digests returns the digests of all documents of an archive that have been read, in the order of its list: those
// that the archive keeps, and of others, and of documents that people redated, drawn from the document, one in
// memory at a time.
func digests(ctx context.Context, a *archive.Archive, redated map[string][]rashomon.Correction) ([]*digest.Digest, error) {
	kept, err := keptDigests(ctx, a)
	if err != nil {
		return nil, err
	}
	var digests []*digest.Digest
	for summary, err := range a.List(ctx) {
		if err != nil {
			return nil, err
		}
		d, isKept := kept[summary.ID]
		if corrections := redated[summary.ID]; !isKept || len(corrections) > 0 {
			if d, err = draw(ctx, a, summary.ID, corrections); err != nil {
				return nil, err
			}
		}
		if d != nil {
			digests = append(digests, d)
		}
	}
	return digests, nil
}

// keptDigests returns the digests that an archive keeps, by document; nil of documents that are not compared.
func keptDigests(ctx context.Context, a *archive.Archive) (map[string]*digest.Digest, error) {
	kept := map[string]*digest.Digest{}
	for drawn, err := range a.Drawings(ctx) {
		if err != nil {
			return nil, err
		}
		kept[drawn.Document] = nil
		if len(drawn.Bytes) == 0 {
			continue
		}
		if kept[drawn.Document], err = digest.Open(drawn.Bytes); err != nil {
			return nil, placed(a.Path()+": document "+drawn.Document, err)
		}
	}
	return kept, nil
}

// draw draws the digest of a document as it was corrected, or nil.
func draw(ctx context.Context, a *archive.Archive, id string, corrections []rashomon.Correction) (*digest.Digest, error) {
	doc, err := a.Document(ctx, id)
	if err != nil || !isCompared(doc) {
		return nil, err
	}
	correct.Document(doc, corrections)
	return digest.Of(doc), nil
}

// redated returns the corrections that hold of the days of documents, by document.
func redated(corrections []rashomon.Correction) map[string][]rashomon.Correction {
	out := map[string][]rashomon.Correction{}
	for _, c := range rashomon.Active(corrections) {
		if c.Kind == rashomon.CorrectionRedate && c.Targets[0].Kind == rashomon.TargetDocument {
			document := c.Targets[0].Passages[0].Document
			out[document] = append(out[document], c)
		}
	}
	return out
}

// placed names in an error of ours the place that it is of.
func placed(place string, err error) error {
	if ours, is := err.(*rashomon.Error); is {
		named := *ours
		named.Place = place
		return &named
	}
	return err
}
