package archive

import (
	"context"
	"encoding/json"
	"time"

	"rashomon"
)

// Document returns a document in the reading that the archive shows. It is named by its id, by its SHA-256, or by the
// first digits of either, 4 at least, as long as no other begins with them.
func (a *Archive) Document(ctx context.Context, id string) (*rashomon.Document, error) {
	number, err := a.find(ctx, id)
	if err != nil {
		return nil, err
	}
	stored, err := a.body(ctx, a.db, `SELECT body.sha256, body.size, body.packed, body.checksum FROM document
		JOIN reading ON reading.number = document.reading JOIN body ON body.number = reading.body
		WHERE document.number = $1`, number)
	if err != nil {
		return nil, a.placed(id, err)
	}
	doc, err := rashomon.Decode(stored)
	return doc, a.placed(id, err)
}

// Original returns the original of a document, with what is known of the arrival whose reading the archive shows.
func (a *Archive) Original(ctx context.Context, id string) (rashomon.Original, error) {
	number, err := a.find(ctx, id)
	if err != nil {
		return rashomon.Original{}, err
	}
	var arrived string
	err = a.db.QueryRowContext(ctx, `SELECT custody.detail FROM document
		JOIN reading ON reading.number = document.reading JOIN custody ON custody.sequence = reading.arrival
		WHERE document.number = $1`, number).Scan(&arrived)
	if err != nil {
		return rashomon.Original{}, a.failure(ctx, err)
	}
	data, err := a.body(ctx, a.db, `SELECT sha256, size, packed, checksum FROM body WHERE number = $1`, number)
	if err != nil {
		return rashomon.Original{}, a.placed(id, err)
	}
	original, err := makeOriginal(arrived, data)
	return original, a.placed(id, err)
}

func makeOriginal(arrived string, data []byte) (rashomon.Original, error) {
	detail, err := parseArrived(arrived)
	return rashomon.Original{
		Bytes: data, Format: detail.Format, Name: detail.Name, Address: detail.Address, Charset: detail.Charset,
		Given: detail.Given, Told: detail.Told,
	}, err
}

// An Arrival is one way in which a document came in.
type Arrival struct {
	Time    time.Time         `json:"time"`
	Format  rashomon.Format   `json:"format"`
	Name    string            `json:"name"`
	Address string            `json:"address"`
	Given   []rashomon.Detail `json:"given,omitempty"`
}

// Arrivals returns all ways in which a document came in, the first first.
func (a *Archive) Arrivals(ctx context.Context, id string) ([]Arrival, error) {
	number, err := a.find(ctx, id)
	if err != nil {
		return nil, err
	}
	const query = `SELECT custody.time, custody.detail FROM arrival JOIN custody ON custody.sequence = arrival.number
		WHERE arrival.document = $1 ORDER BY arrival.number`
	type row struct{ time, detail string }
	var arrivals []Arrival
	for r, err := range scanAll(ctx, a, a.db, query, func(r *row) []any { return []any{&r.time, &r.detail} }, number) {
		if err != nil {
			return nil, err
		}
		arrival, err := makeArrival(r.time, r.detail)
		if err != nil {
			return nil, a.placed(id, err)
		}
		arrivals = append(arrivals, arrival)
	}
	return arrivals, nil
}

func makeArrival(stored, detail string) (arrival Arrival, err error) {
	if err := json.Unmarshal([]byte(detail), &arrival); err != nil {
		return arrival, corrupt("the custody entry of an arrival is not readable: " + err.Error())
	}
	if arrival.Time, err = time.Parse(time.RFC3339Nano, stored); err != nil {
		return arrival, corrupt("the custody entry of an arrival has no time: " + err.Error())
	}
	return arrival, nil
}

// body returns the unpacked bytes of the body that a query finds.
func (a *Archive) body(ctx context.Context, from querier, query string, number int64) ([]byte, error) {
	var stored storedBody
	if err := from.QueryRowContext(ctx, query, number).Scan(stored.fields()...); err != nil {
		return nil, a.failure(ctx, err)
	}
	return stored.unpack(a.codec)
}

// placed names in an error of ours without a place the document that it concerns.
func (a *Archive) placed(id string, err error) error {
	if ours, ok := err.(*rashomon.Error); ok && ours.Place == "" {
		placed := *ours
		placed.Place = a.path + ": document " + id
		return &placed
	}
	return err
}
