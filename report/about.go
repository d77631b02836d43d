package report

import (
	"context"

	"rashomon/archive"
)

// Kept fills in what an archive tells: the documents that it keeps, and the corrections.
func (a *About) Kept(ctx context.Context, from *archive.Archive) error {
	for summary, err := range from.List(ctx) {
		if err != nil {
			return err
		}
		a.Documents = append(a.Documents, summary)
	}
	corrections, err := from.Corrections(ctx)
	a.Corrections = corrections
	return err
}
