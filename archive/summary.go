package archive

import (
	"cmp"
	"context"
	"encoding/hex"
	"iter"
	"strings"
	"time"

	"rashomon"
)

// A Summary is what a list shows of a document.
type Summary struct {
	ID        string `json:"id"`
	SHA256    string `json:"sha256"`
	Title     string `json:"title,omitempty"`
	Source    string `json:"source,omitempty"`
	Author    string `json:"author,omitempty"` // all of them, with commas between
	Published string `json:"published,omitempty"`
	Language  string `json:"language,omitempty"`
	Words     int    `json:"words"` // tokens with a letter or a digit; 0 where the document was not read
	Sentences int    `json:"sentences"`
	Reading   string `json:"reading"` // version of the reader
}

// Summarize returns the summary of a document.
func Summarize(doc *rashomon.Document) Summary {
	return Summary{
		ID: doc.ID, SHA256: doc.SHA256, Title: doc.Detail(rashomon.FieldTitle), Source: doc.Detail(rashomon.FieldSource),
		Author: strings.Join(doc.Authors(), ", "), Published: published(doc), Language: doc.Detail(rashomon.FieldLanguage),
		Words: doc.Words(), Sentences: len(doc.Sentences), Reading: doc.Reading,
	}
}

// published returns when a document was published, be it without its year where no more is known.
func published(doc *rashomon.Document) string {
	return cmp.Or(doc.Published(), doc.Detail(rashomon.FieldPublished))
}

// moment returns a time of publication in a form whose order as text is its order in time: one with a zone in UTC,
// others as they are, and nothing for one whose year is not known ("XXXX-07-05").
func moment(published string) string {
	if published == "" || !isDigit(published[0]) {
		return ""
	}
	at, err := time.Parse(time.RFC3339, published)
	if err != nil {
		return published
	}
	return at.UTC().Format(time.RFC3339Nano)
}

const summaryColumns = `document.sha256, reading.title, reading.source, reading.author, reading.published, reading.language,
	reading.words, reading.sentences, reading.version`

// A summaryRow is the columns of a summary as they are stored.
type summaryRow struct {
	sum []byte
	Summary
}

func (r *summaryRow) fields() []any {
	return []any{&r.sum, &r.Title, &r.Source, &r.Author, &r.Published, &r.Language, &r.Words, &r.Sentences, &r.Reading}
}

func (r *summaryRow) summary() Summary {
	s := r.Summary
	s.SHA256 = hex.EncodeToString(r.sum)
	s.ID = s.SHA256[:min(len(s.SHA256), rashomon.IDLength)]
	return s
}

// List yields the summaries of all documents by time of publication, those of unknown time last, then by id. It reads
// no document, and holds one summary at a time.
func (a *Archive) List(ctx context.Context) iter.Seq2[Summary, error] {
	const query = `SELECT ` + summaryColumns + ` FROM document JOIN reading ON reading.number = document.reading
		ORDER BY reading.moment = '', reading.moment, document.sha256`
	return func(yield func(Summary, error) bool) {
		for row, err := range scanAll(ctx, a, a.db, query, (*summaryRow).fields) {
			if !yield(row.summary(), err) {
				return
			}
		}
	}
}

// Versions returns how many readings each version of the reader has made.
func (a *Archive) Versions(ctx context.Context) (map[string]int, error) {
	type row struct {
		version string
		count   int
	}
	fields := func(r *row) []any { return []any{&r.version, &r.count} }
	versions := map[string]int{}
	for r, err := range scanAll(ctx, a, a.db, `SELECT version, count(*) FROM reading GROUP BY version`, fields) {
		if err != nil {
			return nil, err
		}
		versions[r.version] = r.count
	}
	return versions, nil
}
