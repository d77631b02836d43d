package archive

import (
	"context"
	"encoding/hex"
	"reflect"
	"slices"

	"rashomon"
)

// Holds reports whether an original has come in before in the same way and a version of the reader has read it, so that
// to read it again would bring nothing new.
func (a *Archive) Holds(ctx context.Context, original rashomon.Original, version string) (held bool, err error) {
	sum, arrived, err := keys(original)
	if err != nil {
		return false, err
	}
	document, err := optional(a.db.QueryRowContext(ctx, `SELECT number FROM document WHERE sha256 = $1`, sum))
	if document == 0 || err != nil {
		return false, a.failure(ctx, err)
	}
	arrivals, err := a.storedArrivals(ctx, a.db, document)
	if err != nil {
		return false, err
	}
	arrival, err := same(arrivals, arrived)
	if arrival == 0 || err != nil {
		return false, err
	}
	const query = `SELECT EXISTS (SELECT 1 FROM reading WHERE arrival = $1 AND version = $2)`
	err = a.db.QueryRowContext(ctx, query, arrival, version).Scan(&held)
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
	document, err := optional(a.db.QueryRowContext(ctx, `SELECT number FROM document WHERE sha256 = $1`, sum))
	if document == 0 || err != nil {
		return original, a.failure(ctx, err)
	}
	arrivals, err := a.storedArrivals(ctx, a.db, document)
	if err != nil {
		return original, err
	}
	original.Given, err = stated(arrivals, arrived)
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

// A storedArrival is an arrival with its custody detail.
type storedArrival struct {
	number int64
	form   string
}

// storedArrivals returns the arrivals of a document, the first first.
func (a *Archive) storedArrivals(ctx context.Context, from querier, document int64) ([]storedArrival, error) {
	const query = `SELECT arrival.number, custody.detail FROM arrival JOIN custody ON custody.sequence = arrival.number
		WHERE arrival.document = $1 ORDER BY arrival.number`
	fields := func(s *storedArrival) []any { return []any{&s.number, &s.form} }
	return collect(scanAll(ctx, a, from, query, fields, document))
}

// same returns the number of the arrival whose custody detail is a form, or 0. Where that states something, it is no
// longer the same once something else was stated of the same place.
func same(arrivals []storedArrival, form string) (int64, error) {
	wanted, err := parseArrived(form)
	if err != nil {
		return 0, err
	}
	for _, arrival := range slices.Backward(arrivals) {
		if arrival.form == form {
			return arrival.number, nil
		}
		detail, err := parseArrived(arrival.form)
		if err != nil {
			return 0, err
		}
		isOpposed := len(detail.Given) > 0 && len(wanted.Given) > 0 && !slices.Equal(detail.Given, wanted.Given)
		if isOpposed && detail.Address == wanted.Address {
			return 0, nil
		}
	}
	return 0, nil
}

// stated returns what was stated last of an arrival whose custody detail, but for that, says what a form says.
func stated(arrivals []storedArrival, form string) ([]rashomon.Detail, error) {
	wanted, err := parseArrived(form)
	if err != nil {
		return nil, err
	}
	for _, arrival := range slices.Backward(arrivals) {
		detail, err := parseArrived(arrival.form)
		if err != nil {
			return nil, err
		}
		wanted.Given = detail.Given
		if len(detail.Given) > 0 && reflect.DeepEqual(detail, wanted) {
			return detail.Given, nil
		}
	}
	return nil, nil
}
