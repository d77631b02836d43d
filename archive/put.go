package archive

import (
	"context"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"unicode/utf8"

	"rashomon"
)

// An Entry is an original and what was read from it.
type Entry struct {
	Original rashomon.Original
	Document *rashomon.Document
}

// Put keeps entries in one transaction and returns how many of them brought a new reading; what is there already is
// passed over. When one of them cannot be kept, none is.
func (a *Archive) Put(ctx context.Context, entries []Entry) (added int, err error) {
	records := make([]record, 0, len(entries))
	for _, entry := range entries {
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		r, err := a.record(entry)
		if err != nil {
			return 0, err
		}
		records = append(records, r)
	}
	err = a.write(ctx, func(c *change) error {
		added, err = c.putAll(ctx, records)
		return err
	})
	if err != nil {
		return 0, err
	}
	return added, nil
}

// A record is an entry made ready to be stored, outside of the transaction: packing and encoding are most of the work.
type record struct {
	original, reading body
	drawn             *body  // nil where nothing is drawn
	arrived           string // its custody detail, which says whether two arrivals are the same
	version           string // of the reader
	summary           Summary
	text              string
	address           string
}

func (a *Archive) record(entry Entry) (r record, err error) {
	doc, original := entry.Document, entry.Original
	r.address = original.Address
	if r.arrived, err = arrivalForm(original); err != nil {
		return r, err
	}
	if r.original, err = a.codec.pack(original.Address, original.Bytes); err != nil {
		return r, err
	}
	if err := checkEntry(entry, r.original); err != nil {
		return r, err
	}
	encoded, err := rashomon.Encode(doc)
	if err != nil {
		return r, err
	}
	if r.reading, err = a.codec.pack(original.Address, encoded); err != nil {
		return r, err
	}
	if a.options.Drawing != nil {
		drawn, err := a.draw(doc)
		if err != nil {
			return r, err
		}
		r.drawn = &drawn
	}
	r.summary, r.text = Summarize(doc), doc.Text
	r.version = doc.Reading
	return r, nil
}

// checkEntry refuses what could be stored but not be had back.
func checkEntry(entry Entry, original body) error {
	err := entry.Document.Check()
	if err == nil {
		err = checkDetails(entry.Document)
	}
	if err == nil && entry.Document.SHA256 != hex.EncodeToString(original.sha256[:]) {
		err = fmt.Errorf("document %s is not of this original", entry.Document.ID)
	}
	if err == nil {
		return nil
	}
	return &rashomon.Error{
		Kind: rashomon.ErrorInvalid, Place: entry.Original.Address, Cause: "what was read is not sound: " + err.Error(),
		Remedy: "report it, with the file: this is a fault of rashomon", Err: err,
	}
}

// checkDetails refuses details that the columns of a list and the encoded document would show differently.
func checkDetails(doc *rashomon.Document) error {
	for i, detail := range doc.Details {
		if !utf8.ValidString(detail.Value) {
			return fmt.Errorf("detail %d (%s): not valid UTF-8", i+1, detail.Field)
		}
	}
	if !utf8.ValidString(doc.Reading) {
		return errors.New("the version of the reader: not valid UTF-8")
	}
	return nil
}

// arrivalForm returns the custody detail of an arrival. Names that are not valid UTF-8 get U+FFFD in the place of what
// is not, as JSON has no other form for them.
func arrivalForm(original rashomon.Original) (string, error) {
	return marshal(arrivedDetail{
		Format: original.Format, Name: original.Name, Address: original.Address, Charset: original.Charset,
		Given: original.Given, Told: original.Told,
	})
}

func (c *change) putAll(ctx context.Context, records []record) (added int, err error) {
	for _, r := range records {
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		isNew, err := c.put(r)
		if err != nil {
			return 0, err
		}
		if isNew {
			added++
		}
	}
	return added, c.index()
}

// put keeps one record and reports whether its reading is new.
func (c *change) put(r record) (isNew bool, err error) {
	document, err := optional(c.row(`SELECT number FROM document WHERE sha256 = $1`, r.original.sha256[:]))
	if err != nil {
		return false, err
	}
	arrival, err := c.arrivalNumber(document, r)
	if err != nil {
		return false, err
	}
	if held, err := c.holdsReading(arrival, r); held || err != nil {
		return false, err
	}
	isFirst := document == 0
	if arrival == 0 {
		if document, arrival, err = c.insertArrival(document, r); err != nil {
			return false, err
		}
	}
	reading, err := c.insertReading(arrival, r)
	if err != nil {
		return false, err
	}
	return true, c.show(document, arrival, reading, r, isFirst)
}

// insertArrival keeps an arrival of a document, and the document itself where it has no number yet.
func (c *change) insertArrival(document int64, r record) (_, arrival int64, err error) {
	sum := r.original.sha256[:]
	if arrival, err = c.log(CustodyArrived, sum, json.RawMessage(r.arrived), sum); err != nil {
		return 0, 0, err
	}
	if document == 0 {
		if document, err = c.insertBody(r.original); err != nil {
			return 0, 0, err
		}
		// The reading's entry comes next; the database checks at the end of the transaction that it has.
		_, err := c.exec(`INSERT INTO document (number, sha256, reading) VALUES ($1, $2, $3)`, document, sum, arrival+1)
		if err != nil {
			return 0, 0, err
		}
	}
	_, err = c.exec(`INSERT INTO arrival (number, document) VALUES ($1, $2)`, arrival, document)
	return document, arrival, err
}

// arrivalNumber returns the number of the arrival of a document that is the same as that of a record, or 0.
func (c *change) arrivalNumber(document int64, r record) (int64, error) {
	if document == 0 {
		return 0, nil
	}
	arrivals, err := c.archive.storedArrivals(c.context, c.tx, document)
	if err != nil {
		return 0, err
	}
	return same(arrivals, r.arrived)
}

// holdsReading reports whether the arrival has been read by this version before. That it gave something else then is an
// error: nothing is overwritten.
func (c *change) holdsReading(arrival int64, r record) (bool, error) {
	var sum []byte
	err := c.row(`SELECT body.sha256 FROM reading JOIN body ON body.number = reading.body
		WHERE reading.arrival = $1 AND reading.version = $2`, arrival, r.version).Scan(&sum)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return false, nil
	case err != nil:
		return false, err
	case string(sum) != string(r.reading.sha256[:]):
		return false, &rashomon.Error{
			Kind: rashomon.ErrorInvalid, Place: r.address, Remedy: "give a reader that reads differently a version of its own",
			Cause: fmt.Sprintf("reader %s has read it before and found something else, and nothing is overwritten", r.version),
		}
	}
	return true, nil
}

// insertBody keeps a body and returns its number; one that is there already is kept once.
func (c *change) insertBody(b body) (int64, error) {
	number, err := optional(c.row(`SELECT number FROM body WHERE sha256 = $1`, b.sha256[:]))
	if number != 0 || err != nil {
		return number, err
	}
	err = c.row(`INSERT INTO body (sha256, size, packed, checksum) VALUES ($1, $2, $3, $4) RETURNING number`,
		b.sha256[:], b.size, b.packed, b.checksum).Scan(&number)
	return number, err
}

func (c *change) insertReading(arrival int64, r record) (int64, error) {
	stored, err := c.insertBody(r.reading)
	if err != nil {
		return 0, err
	}
	number, err := c.log(CustodyRead, r.original.sha256[:], readDetail{arrival, r.version}, r.reading.sha256[:])
	if err != nil {
		return 0, err
	}
	const insert = `INSERT INTO reading
		(number, arrival, version, body, title, source, author, published, moment, language, words, sentences)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`
	s, text := r.summary, c.archive.engine.text
	_, err = c.exec(insert, number, arrival, r.version, stored,
		text(s.Title), text(s.Source), text(s.Author), text(s.Published), text(moment(s.Published)), text(s.Language),
		s.Words, s.Sentences)
	if err == nil && r.drawn != nil {
		err = c.insertDrawing(number, *r.drawn)
	}
	return number, err
}

// show makes a new reading the one that is shown, where it goes before the one that was.
func (c *change) show(document, arrival, reading int64, r record, isFirst bool) error {
	if !isFirst {
		shown, err := c.shownRank(document)
		if err != nil {
			return err
		}
		own, err := newRank(r.version, arrival, r.arrived)
		if err != nil || !shown.less(own) {
			return err
		}
		if _, err := c.exec(`UPDATE document SET reading = $1 WHERE number = $2`, reading, document); err != nil {
			return err
		}
	}
	row := indexRow{document: document, replaces: !isFirst, title: r.summary.Title, text: r.text}
	c.unindexed = append(c.unindexed, row)
	return nil
}

// An indexRow is a document's row of the index that a change shall write.
type indexRow struct {
	document    int64
	replaces    bool // an older row
	title, text string
}

// index writes the rows of the index, last of all: FTS5 gathers what it is given in memory and writes it out, which is
// most of its work, at the end of the transaction or, many times over, at statements on other tables in between.
func (c *change) index() error {
	for _, row := range c.unindexed {
		if row.replaces {
			if _, err := c.exec(`DELETE FROM search WHERE rowid = $1`, row.document); err != nil {
				return err
			}
		}
		if err := c.archive.engine.index(c, row); err != nil {
			return err
		}
	}
	return nil
}

// shownRank returns the rank of the reading that is shown of a document.
func (c *change) shownRank(document int64) (rank, error) {
	var version, arrived string
	var arrival int64
	err := c.row(`SELECT reading.version, reading.arrival, custody.detail FROM document
		JOIN reading ON reading.number = document.reading JOIN custody ON custody.sequence = reading.arrival
		WHERE document.number = $1`, document).Scan(&version, &arrival, &arrived)
	if err != nil {
		return rank{}, err
	}
	return newRank(version, arrival, arrived)
}

func parseArrived(form string) (detail arrivedDetail, err error) {
	if err := json.Unmarshal([]byte(form), &detail); err != nil {
		return detail, corrupt("the custody entry of an arrival is not readable: " + err.Error())
	}
	return detail, nil
}

// optional scans a number, or 0 where there is no row.
func optional(row *sql.Row) (number int64, err error) {
	if err := row.Scan(&number); err != nil && !errors.Is(err, sql.ErrNoRows) {
		return 0, err
	}
	return number, nil
}
