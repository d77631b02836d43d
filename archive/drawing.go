package archive

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/hex"
	"fmt"
	"iter"

	"rashomon"
)

// A Drawing is something that is drawn from readings, and kept beside them since that takes time. The archive does
// not know what it is.
type Drawing struct {
	Version string                                   // what another version drew is drawn anew
	Draw    func(*rashomon.Document) ([]byte, error) // no bytes where there is nothing to draw
}

// A Drawn is what was drawn of a document.
type Drawn struct {
	Document string // id
	Bytes    []byte // empty where there is nothing to draw
}

// Drawings yields what the drawing of the archive's options has drawn of the readings that are shown. Of some there
// may be nothing yet: see [Archive.Draw].
func (a *Archive) Drawings(ctx context.Context) iter.Seq2[Drawn, error] {
	return func(yield func(Drawn, error) bool) {
		if a.options.Drawing == nil {
			return
		}
		type row struct {
			sum  []byte
			body storedBody
		}
		fields := func(r *row) []any { return append([]any{&r.sum}, r.body.fields()...) }
		const query = `SELECT document.sha256, drawing.sha256, size, packed, checksum
			FROM document JOIN drawing ON drawing.reading = document.reading WHERE drawing.version = $1`
		for r, err := range scanAll(ctx, a, a.db, query, fields, a.options.Drawing.Version) {
			drawn := Drawn{Document: hex.EncodeToString(r.sum[:min(len(r.sum), rashomon.IDLength/2)])}
			if err == nil {
				drawn.Bytes, err = r.body.unpack(a.codec)
				err = a.placed(drawn.Document, err)
			}
			if !yield(drawn, err) || err != nil {
				return
			}
		}
	}
}

// drawingsAtOnce is of how many documents drawings are kept in one transaction.
const drawingsAtOnce = 64

// Draw draws what is not drawn yet of readings that are shown, or was drawn by another version, and returns of how
// many.
func (a *Archive) Draw(ctx context.Context) (drawn int, err error) {
	if a.options.Drawing == nil {
		return 0, nil
	}
	missing, err := collect(scanAll(ctx, a, a.db, `SELECT document.reading FROM document
		WHERE NOT EXISTS (SELECT 1 FROM drawing WHERE drawing.reading = document.reading AND drawing.version = $1)
		ORDER BY document.number`, number, a.options.Drawing.Version))
	for len(missing) > 0 && err == nil {
		some := missing[:min(len(missing), drawingsAtOnce)]
		missing = missing[len(some):]
		err = a.drawSome(ctx, some)
		drawn += len(some)
	}
	return drawn, err
}

// drawSome draws readings, outside of the transaction, and keeps what is drawn of those that are still there.
func (a *Archive) drawSome(ctx context.Context, readings []int64) error {
	drawn := make([]body, len(readings))
	for i, reading := range readings {
		stored, err := a.body(ctx, a.db, `SELECT body.sha256, body.size, body.packed, body.checksum FROM reading
			JOIN body ON body.number = reading.body WHERE reading.number = $1`, reading)
		if err != nil {
			return err
		}
		doc, err := rashomon.Decode(stored)
		if err != nil {
			return a.failure(ctx, err)
		}
		if drawn[i], err = a.draw(doc); err != nil {
			return err
		}
	}
	return a.write(ctx, func(c *change) error {
		for i, reading := range readings {
			if err := c.insertDrawing(reading, drawn[i]); err != nil {
				return err
			}
		}
		return nil
	})
}

// draw draws a document by the drawing of the options.
func (a *Archive) draw(doc *rashomon.Document) (body, error) {
	data, err := a.options.Drawing.Draw(doc)
	if err != nil {
		return body{}, err
	}
	return a.codec.pack(doc.Name, data)
}

func (c *change) insertDrawing(reading int64, drawn body) error {
	_, err := c.exec(`INSERT INTO drawing (reading, version, sha256, size, packed, checksum)
		SELECT number, $1, $2, $3, $4, $5 FROM reading WHERE number = $6
		ON CONFLICT (reading) DO UPDATE SET version = excluded.version, sha256 = excluded.sha256, size = excluded.size,
			packed = excluded.packed, checksum = excluded.checksum`,
		c.archive.options.Drawing.Version, drawn.sha256[:], drawn.size, blob(drawn.packed), drawn.checksum, reading)
	return err
}

// A storedDrawing is what is kept as drawn from a reading; without a version there is nothing.
type storedDrawing struct {
	version sql.NullString
	storedBody
}

// drawing checks that what is kept as drawn from a reading is what is drawn from it.
func (v *verification) drawing(where string, kept storedDrawing, doc *rashomon.Document) {
	if !kept.version.Valid {
		return
	}
	data, err := kept.unpack(v.archive.codec)
	if err != nil {
		v.fail(where+": what is drawn from it", err)
		return
	}
	if d := v.archive.options.Drawing; d != nil && d.Version == kept.version.String {
		if again, err := d.Draw(doc); err != nil || !bytes.Equal(again, data) {
			v.report(where, fmt.Sprintf("what is kept as drawn from it by version %s is something else", d.Version), meansContent)
		}
	}
}
