package archive

import (
	"context"
	"slices"

	"rashomon"
)

// A Hit is a document that a search found.
type Hit struct {
	Summary
	Snippet []Piece `json:"snippet"` // the passage around the first match in the text, on one line
	// Match is the first match in the document's text; empty where only the title matches.
	Match rashomon.Extent `json:"match,omitzero"`
}

// Search returns the documents that a query finds, at most limit of them, those that fit best first (BM25, as FTS5
// computes it), of equal ones the lower id. Where more than rankLimit documents match, the words are too common to tell
// which fits best, and the latest published come first. See parseQuery for the language of queries.
func (a *Archive) Search(ctx context.Context, text string, limit int) ([]Hit, error) {
	parsed, err := parseQuery(text)
	if err != nil || limit <= 0 {
		return nil, err
	}
	isCommon, err := a.isCommon(ctx, parsed)
	if err != nil {
		return nil, err
	}
	var found []int64
	if isCommon {
		found, err = a.latest(ctx, parsed, limit)
	} else {
		found, err = a.best(ctx, parsed, limit)
	}
	if err != nil {
		return nil, err
	}
	matcher, err := newMatcher(parsed)
	if err != nil {
		return nil, err
	}
	return a.hits(ctx, matcher, found)
}

// rankLimit is how many matches are ranked. To rank one takes a microsecond or two, twice where some are equal, so that
// an answer takes well under a tenth of a second however many documents there are.
const rankLimit = 10_000

// isCommon reports whether more than rankLimit documents match.
func (a *Archive) isCommon(ctx context.Context, q query) (isCommon bool, err error) {
	s := new(statement).sql("SELECT count(*) FROM (SELECT 1 FROM search WHERE ")
	if err := a.engine.match(s, q); err != nil {
		return false, err
	}
	s.sql(" LIMIT ").value(rankLimit + 1).sql(") AS few")
	var count int
	err = a.db.QueryRowContext(ctx, s.text.String(), s.args...).Scan(&count)
	return count > rankLimit, a.failure(ctx, err)
}

// latest returns the numbers of the matches that were published last. It goes back in time until it has enough; the
// plus keeps SQLite from asking FTS5 about each document on the way.
func (a *Archive) latest(ctx context.Context, q query, limit int) ([]int64, error) {
	s := new(statement).sql(`SELECT document.number FROM reading CROSS JOIN document ON document.reading = reading.number
		WHERE +document.number IN (SELECT rowid FROM search WHERE `)
	if err := a.engine.match(s, q); err != nil {
		return nil, err
	}
	s.sql(") ORDER BY reading.moment DESC, document.sha256 LIMIT ").value(limit)
	return collect(scanAll(ctx, a, a.db, a.engine.nested(s.text.String()), number, s.args...))
}

// scored returns a statement on the numbers and the scores of all matches, and the values of its parameters.
func (a *Archive) scored(ctx context.Context, q query) (string, []any, error) {
	s := new(statement).sql("SELECT rowid AS number, ")
	if err := a.engine.score(ctx, a.db, s, q); err != nil {
		return "", nil, a.failure(ctx, err)
	}
	err := a.engine.match(s.sql(" AS score FROM search WHERE "), q)
	return s.text.String(), slices.Clip(s.args), err
}

// best returns the numbers of the matches that fit best.
func (a *Archive) best(ctx context.Context, q query, limit int) ([]int64, error) {
	all, args, err := a.scored(ctx, q)
	if err != nil {
		return nil, err
	}
	s := &statement{args: args}
	s.sql("SELECT number, score FROM (" + all + " ORDER BY score LIMIT ").value(limit + 1)
	s.sql(") AS found JOIN document USING (number) ORDER BY score, sha256")
	type row struct {
		number int64
		score  float64
	}
	fields := func(r *row) []any { return []any{&r.number, &r.score} }
	found, err := collect(scanAll(ctx, a, a.db, s.text.String(), fields, s.args...))
	if err != nil {
		return nil, err
	}
	var numbers []int64
	for _, r := range found {
		if len(found) > limit && r.score == found[limit].score {
			// It fits as well as the first that is left out; of all that do, those with the lowest ids are wanted.
			s := &statement{args: args}
			s.sql("SELECT number FROM (" + all + ") AS found JOIN document USING (number) WHERE score = ").value(r.score)
			s.sql(" ORDER BY sha256 LIMIT ").value(limit - len(numbers))
			equals, err := collect(scanAll(ctx, a, a.db, s.text.String(), number, s.args...))
			return append(numbers, equals...), err
		}
		numbers = append(numbers, r.number)
	}
	return numbers, nil
}

// hitsAtOnce is of how many documents a statement asks for what is shown of them: a page of them, and far fewer than the
// parameters that a statement may have.
const hitsAtOnce = 100

// hits returns what is shown of documents that were found, in their order; not of those that were removed meanwhile.
func (a *Archive) hits(ctx context.Context, m *matcher, found []int64) ([]Hit, error) {
	hits := make([]Hit, 0, len(found))
	for some := range slices.Chunk(found, hitsAtOnce) {
		rows, err := a.hitRows(ctx, some)
		if err != nil {
			return nil, err
		}
		slices.SortFunc(rows, func(a, b hitRow) int { return slices.Index(some, a.number) - slices.Index(some, b.number) })
		for _, row := range rows {
			hits = append(hits, row.hit(m))
		}
	}
	return hits, nil
}

func (a *Archive) hitRows(ctx context.Context, numbers []int64) ([]hitRow, error) {
	s := new(statement).sql(`SELECT ` + summaryColumns + `, document.number, search.text FROM document
		JOIN reading ON reading.number = document.reading JOIN search ON search.rowid = document.number
		WHERE document.number IN (`)
	for i, n := range numbers {
		if i > 0 {
			s.sql(", ")
		}
		s.value(n)
	}
	return collect(scanAll(ctx, a, a.db, s.sql(")").text.String(), (*hitRow).fields, s.args...))
}

// A hitRow is a document with its text.
type hitRow struct {
	summaryRow
	number int64
	text   string
}

func (r *hitRow) fields() []any { return append(r.summaryRow.fields(), &r.number, &r.text) }

func (r *hitRow) hit(m *matcher) Hit {
	hit := Hit{Summary: r.summary()}
	hit.Snippet, hit.Match = snippet(r.text, m)
	return hit
}
