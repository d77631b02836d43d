package archive

import (
	"bytes"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"

	"rashomon"
)

func documentPlace(sum []byte) string {
	return "document " + hex.EncodeToString(sum[:min(len(sum), rashomon.IDLength/2)])
}

// originals checks the originals against the hash that their documents go by.
func (v *verification) originals() {
	type row struct {
		sum  []byte
		body storedBody
	}
	const query = `SELECT document.sha256, body.sha256, size, packed, checksum
		FROM document JOIN body ON body.number = document.number ORDER BY document.number`
	each(v, query, func(r *row) []any { return append([]any{&r.sum}, r.body.fields()...) }, func(r row) {
		if !bytes.Equal(r.sum, r.body.sum) {
			v.report(documentPlace(r.sum), "its original is kept under another SHA-256", meansContent)
		}
		if _, err := r.body.unpack(v.archive.codec); err != nil {
			v.fail(documentPlace(r.sum)+": original", err)
		}
	})
}

// A storedReading is a reading with all that must fit it.
type storedReading struct {
	document, shown int64 // numbers of the document and of its reading that is shown
	number, arrival int64
	moment          string
	summary         summaryRow
	body            storedBody
	arrived, read   link // its entries in the custody log
	title, text     sql.NullString
	drawn           storedDrawing
}

func (r *storedReading) fields() []any {
	fields := append(r.summary.fields(), r.body.fields()...)
	return append(fields, &r.document, &r.shown, &r.number, &r.arrival, &r.moment,
		&r.arrived.subject, &r.arrived.detail, &r.arrived.body, &r.read.subject, &r.read.detail, &r.read.body,
		&r.title, &r.text, &r.drawn.version, &r.drawn.sum, &r.drawn.size, &r.drawn.packed, &r.drawn.checksum)
}

// storedReadings goes from the documents to their readings without sorting, for a sorter would have to hold them all.
const storedReadings = `SELECT ` + summaryColumns + `, body.sha256, body.size, body.packed, body.checksum,
	document.number, document.reading, reading.number, reading.arrival, reading.moment,
	arrived.subject, arrived.detail, arrived.body, read.subject, read.detail, read.body, search.title, search.text,
	drawing.version, drawing.sha256, coalesce(drawing.size, 0), drawing.packed, coalesce(drawing.checksum, 0)
	FROM document CROSS JOIN arrival ON arrival.document = document.number
	CROSS JOIN reading ON reading.arrival = arrival.number
	CROSS JOIN body ON body.number = reading.body
	CROSS JOIN custody AS arrived ON arrived.sequence = arrival.number
	CROSS JOIN custody AS read ON read.sequence = reading.number
	LEFT JOIN search ON search.rowid = document.number AND document.reading = reading.number
	LEFT JOIN drawing ON drawing.reading = reading.number
	ORDER BY document.number`

// readings checks every reading, and of every document which one is shown.
func (v *verification) readings() {
	var best shownReading
	each(v, storedReadings, (*storedReading).fields, func(r storedReading) {
		if r.document != best.document {
			v.shown(best)
			best = shownReading{document: r.document, shown: r.shown, sum: r.summary.sum}
		}
		v.reading(r, &best)
	})
	v.shown(best)
}

// A shownReading is the reading that must be shown of a document, as far as its readings have been seen.
type shownReading struct {
	document, shown, number int64
	sum                     []byte
	rank                    rank
}

func (v *verification) shown(best shownReading) {
	if best.number != best.shown {
		cause := fmt.Sprintf("shows reading %d where reading %d goes before it", best.shown, best.number)
		v.report(documentPlace(best.sum), cause, meansContent)
	}
}

func (v *verification) reading(r storedReading, best *shownReading) {
	where := fmt.Sprintf("%s: reading %d", documentPlace(r.summary.sum), r.number)
	own, err := newRank(r.summary.Reading, r.arrival, r.arrived.detail)
	if err != nil {
		v.fail(where, err)
		return
	}
	if best.number == 0 || best.rank.less(own) {
		best.number, best.rank = r.number, own
	}
	v.entries(where, r)
	encoded, err := r.body.unpack(v.archive.codec)
	if err != nil {
		v.fail(where, err)
		return
	}
	doc, err := rashomon.Decode(encoded)
	if err != nil {
		v.fail(where, err)
		return
	}
	v.columns(where, r, doc)
	v.drawing(where, r.drawn, doc)
}

// entries checks a reading against its entries in the custody log.
func (v *verification) entries(where string, r storedReading) {
	sum := r.summary.sum
	if !bytes.Equal(r.arrived.subject, sum) || !bytes.Equal(r.arrived.body, sum) || !bytes.Equal(r.read.subject, sum) {
		v.report(where, "the custody log speaks of another document", meansLog)
	}
	if !bytes.Equal(r.read.body, r.body.sum) {
		v.report(where, "the custody log names another SHA-256 for what was read", meansContent)
	}
	if want, err := marshal(readDetail{r.arrival, r.summary.Reading}); err != nil || want != r.read.detail {
		v.report(where, "the custody log names another arrival or another version of the reader", meansContent)
	}
}

// columns checks what is kept beside a reading for lists and searches.
func (v *verification) columns(where string, r storedReading, doc *rashomon.Document) {
	if got := r.summary.summary(); got != Summarize(doc) || r.moment != moment(doc.Detail(rashomon.FieldPublished)) {
		v.report(where, "lists show other details than it holds", meansContent)
	}
	isIndexed := r.text.Valid && r.text.String == doc.Text && r.title.String == doc.Detail(rashomon.FieldTitle)
	if r.number == r.shown && !isIndexed {
		v.report(where, "the index holds another title or text", meansIndex)
	}
}

// A repetition is a reading with the original that it was made of.
type repetition struct {
	sum, read []byte // the SHA-256 of the document, and of the encoded reading
	number    int64
	arrived   string
	original  storedBody
}

func (r *repetition) fields() []any {
	return append([]any{&r.sum, &r.number, &r.arrived, &r.read}, r.original.fields()...)
}

// repeated reads the originals of a version's readings once more and compares.
func (v *verification) repeated() {
	if v.again == nil {
		return
	}
	const query = `SELECT document.sha256, reading.number, custody.detail, encoded.sha256,
		original.sha256, original.size, original.packed, original.checksum
		FROM document CROSS JOIN body AS original ON original.number = document.number
		CROSS JOIN arrival ON arrival.document = document.number
		CROSS JOIN custody ON custody.sequence = arrival.number
		CROSS JOIN reading ON reading.arrival = arrival.number
		CROSS JOIN body AS encoded ON encoded.number = reading.body
		WHERE reading.version = $1 ORDER BY document.number`
	each(v, query, (*repetition).fields, v.repeat, v.again.Version)
}

func (v *verification) repeat(r repetition) {
	where := fmt.Sprintf("%s: reading %d", documentPlace(r.sum), r.number)
	data, err := r.original.unpack(v.archive.codec)
	if err != nil {
		return // originals tells
	}
	original, err := makeOriginal(r.arrived, data)
	if err != nil {
		v.fail(where, err)
		return
	}
	doc, err := v.again.Read(original)
	if err != nil {
		v.report(where, "the original cannot be read again: "+err.Error(), meansReader)
		return
	}
	repeated, err := rashomon.Encode(doc)
	if sum := sha256.Sum256(repeated); err != nil || !bytes.Equal(sum[:], r.read) {
		v.report(where, "the same version of the reader now reads something else", meansReader)
	}
}

// index looks for words of what is not there.
func (v *verification) index() {
	each(v, `SELECT search.rowid FROM search LEFT JOIN document ON document.number = search.rowid
		WHERE document.number IS NULL`, number, func(n int64) {
		v.report(fmt.Sprintf("index row %d", n), "belongs to no document", meansIndex)
	})
	v.archive.engine.verifyIndex(v)
}

// leftovers looks for bodies that nothing refers to.
func (v *verification) leftovers() {
	each(v, `SELECT number FROM body WHERE NOT EXISTS (SELECT 1 FROM document WHERE document.number = body.number)
		AND NOT EXISTS (SELECT 1 FROM reading WHERE reading.body = body.number)`, number, func(n int64) {
		v.report(fmt.Sprintf("body %d", n), "belongs to no document and to no reading", meansDamage)
	})
}
