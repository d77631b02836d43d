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
	match := parsed.match()
	isCommon, err := a.isCommon(ctx, match)
	if err != nil {
		return nil, err
	}
	var found []int64
	if isCommon {
		found, err = a.latest(ctx, match, limit)
	} else {
		found, err = a.best(ctx, match, limit)
	}
	if err != nil {
		return nil, err
	}
	matcher, err := newMatcher(parsed)
	if err != nil {
		return nil, err
	}
	return a.hits(ctx, match, matcher, found)
}

// rankLimit is how many matches are ranked. To rank one takes a microsecond or two, twice where some are equal, so that
// an answer takes well under a tenth of a second however many documents there are.
const rankLimit = 10_000

// isCommon reports whether more than rankLimit documents match.
func (a *Archive) isCommon(ctx context.Context, match string) (isCommon bool, err error) {
	const query = `SELECT count(*) > ?1 FROM (SELECT 1 FROM search WHERE search MATCH ?2 LIMIT ?1 + 1)`
	err = a.db.QueryRowContext(ctx, query, rankLimit, match).Scan(&isCommon)
	return isCommon, a.failure(ctx, err)
}

// latest returns the numbers of the matches that were published last. It goes back in time until it has enough; the
// plus keeps SQLite from asking FTS5 about each document on the way.
func (a *Archive) latest(ctx context.Context, match string, limit int) ([]int64, error) {
	const query = `SELECT document.number FROM reading CROSS JOIN document ON document.reading = reading.number
		WHERE +document.number IN (SELECT rowid FROM search WHERE search MATCH ?)
		ORDER BY reading.moment DESC, document.sha256 LIMIT ?`
	return collect(scanAll(ctx, a, a.db, query, number, match, limit))
}

// best returns the numbers of the matches that fit best.
func (a *Archive) best(ctx context.Context, match string, limit int) ([]int64, error) {
	const query = `SELECT number, score FROM
		(SELECT rowid AS number, bm25(search) AS score FROM search WHERE search MATCH ? ORDER BY score LIMIT ?)
		JOIN document USING (number) ORDER BY score, sha256`
	type scored struct {
		number int64
		score  float64
	}
	fields := func(s *scored) []any { return []any{&s.number, &s.score} }
	found, err := collect(scanAll(ctx, a, a.db, query, fields, match, limit+1))
	if err != nil {
		return nil, err
	}
	var numbers []int64
	for _, s := range found {
		if len(found) > limit && s.score == found[limit].score {
			// It fits as well as the first that is left out; of all that do, those with the lowest ids are wanted.
			equals, err := a.equals(ctx, match, s.score, limit-len(numbers))
			return append(numbers, equals...), err
		}
		numbers = append(numbers, s.number)
	}
	return numbers, nil
}

// equals returns the numbers of the first matches with a score.
func (a *Archive) equals(ctx context.Context, match string, score float64, limit int) ([]int64, error) {
	const query = `SELECT number FROM
		(SELECT rowid AS number, bm25(search) AS score FROM search WHERE search MATCH ?)
		JOIN document USING (number) WHERE score = ? ORDER BY sha256 LIMIT ?`
	return collect(scanAll(ctx, a, a.db, query, number, match, score, limit))
}

// hits returns what is shown of documents that were found, in their order. It goes through all matches once more, which
// is cheap without scores; to ask for the documents one by one would start the search anew for each.
func (a *Archive) hits(ctx context.Context, match string, m *matcher, found []int64) ([]Hit, error) {
	list, err := marshal(found)
	if err != nil {
		return nil, err
	}
	// The plus keeps the condition from being handed to FTS5, which would search once for each number.
	const query = `SELECT ` + summaryColumns + `, found.number, found.text FROM
		(SELECT rowid AS number, text FROM search
			WHERE search MATCH ? AND +rowid IN (SELECT value FROM json_each(?)) LIMIT ?) AS found
		CROSS JOIN document USING (number) CROSS JOIN reading ON reading.number = document.reading`
	hits := make([]Hit, len(found))
	for row, err := range scanAll(ctx, a, a.db, query, (*hitRow).fields, match, list, len(found)) {
		if err != nil {
			return nil, err
		}
		hits[slices.Index(found, row.number)] = row.hit(m)
	}
	return hits, nil
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
