package archive

import (
	"context"
	"database/sql"
	"encoding/hex"
	"errors"

	"rashomon"
)

// Holds reports whether an original has come in before in the same way and a version of the reader has read it, so that
// to read it again would bring nothing new.
func (a *Archive) Holds(ctx context.Context, original rashomon.Original, version string) (held bool, err error) {
	sum, arrived, err := keys(original)
	if err != nil {
		return false, err
	}
	document, err := optional(a.db.QueryRowContext(ctx, `SELECT number FROM document WHERE sha256 = ?`, sum))
	if document == 0 || err != nil {
		return false, a.failure(ctx, err)
	}
	err = a.db.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM reading
		WHERE arrival = (`+sameArrival+`) AND version = ?3)`, document, arrived, version).Scan(&held)
	return held, a.failure(ctx, err)
}

// Restated returns an original of which nothing is stated with what was stated last when the same came in from the same
// place: who reads it again takes nothing back. An original of which something is stated comes back as it is.
func (a *Archive) Restated(ctx context.Context, original rashomon.Original) (rashomon.Original, error) {
	if len(original.Given) > 0 {
		return original, nil
	}
	sum, arrived, err := keys(original)
	if err != nil {
		return original, err
	}
	var stated string
	err = a.db.QueryRowContext(ctx, `SELECT custody.detail FROM document
		JOIN arrival ON arrival.document = document.number JOIN custody ON custody.sequence = arrival.number
		WHERE document.sha256 = ? AND custody.detail -> '$.given' IS NOT NULL
		AND json_remove(custody.detail, '$.given') = json(?) ORDER BY arrival.number DESC LIMIT 1`, sum, arrived).Scan(&stated)
	if errors.Is(err, sql.ErrNoRows) {
		return original, nil
	}
	if err != nil {
		return original, a.failure(ctx, err)
	}
	detail, err := parseArrived(stated)
	original.Given = detail.Given
	return original, err
}

// keys returns what the document of an original and its arrival are found by.
func keys(original rashomon.Original) (sum []byte, arrived string, err error) {
	if arrived, err = arrivalForm(original); err != nil {
		return nil, "", err
	}
	sum, err = hex.DecodeString(original.SHA256())
	return sum, arrived, err
}
