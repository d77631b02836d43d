package archive

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"rashomon"
)

const (
	shortestID = 4 // digits, as short as people type; where they name several documents, an error lists these
	candidates = 5 // how many an error names
)

// find returns the number of the document that an id names.
func (a *Archive) find(ctx context.Context, id string) (int64, error) {
	low, high, err := a.bounds(id)
	if err != nil {
		return 0, err
	}
	type row struct {
		number int64
		sum    []byte
	}
	var found []row
	const query = `SELECT number, sha256 FROM document WHERE sha256 BETWEEN $1 AND $2 ORDER BY sha256 LIMIT $3`
	fields := func(r *row) []any { return []any{&r.number, &r.sum} }
	for r, err := range scanAll(ctx, a, a.db, query, fields, low, high, candidates+1) {
		if err != nil {
			return 0, err
		}
		found = append(found, r)
	}
	switch len(found) {
	case 0:
		return 0, a.noDocument(id)
	case 1:
		return found[0].number, nil
	}
	var names []string
	for _, r := range found[:min(len(found), candidates)] {
		names = append(names, hex.EncodeToString(r.sum)[:max(rashomon.IDLength, len(id)+1)])
	}
	if len(found) > candidates {
		names = append(names, "...")
	}
	return 0, &rashomon.Error{
		Kind: rashomon.ErrorUsage, Place: a.path, Cause: id + " may be any of " + strings.Join(names, " "),
		Remedy: "give more digits",
	}
}

func (a *Archive) noDocument(id string) error {
	return &rashomon.Error{
		Kind: rashomon.ErrorNotFound, Place: a.path, Cause: "no document " + id, Remedy: "`rashomon list` shows all",
	}
}

// bounds returns the least and the greatest hash that begin with an id's digits.
func (a *Archive) bounds(id string) (low, high []byte, err error) {
	low, err = hex.DecodeString(id + strings.Repeat("0", max(0, 2*sha256.Size-len(id))))
	if err != nil || len(id) < shortestID || len(low) > sha256.Size {
		return nil, nil, &rashomon.Error{
			Kind: rashomon.ErrorUsage, Place: a.path, Cause: fmt.Sprintf("%q is no id of a document", id),
			Remedy: fmt.Sprintf("give %d to %d digits of 0-9 and a-f, as `rashomon list` shows them", shortestID, 2*sha256.Size),
		}
	}
	high = bytes.Clone(low)
	for i := len(id); i < 2*sha256.Size; i++ {
		high[i/2] |= 0xf0 >> (4 * (i % 2))
	}
	return low, high, nil
}
