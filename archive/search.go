package archive

import (
	"cmp"
	"context"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"rashomon"
)

// A Hit is a document that a search found.
type Hit struct {
	Summary
	Snippet []Piece `json:"snippet"` // the passage around the first match in the text, on one line
	// Match is the first match in the document's text; empty where only the title matches.
	Match rashomon.Extent `json:"match,omitzero"`
}

// Search returns the documents that a query finds, at most limit of them, those that fit best first (BM25, as FTS5 computes
// it), of equal ones the lower id. See parseQuery for the language of queries.
func (a *Archive) Search(ctx context.Context, text string, limit int) ([]Hit, error) {
	parsed, err := parseQuery(text)
	if err != nil {
		return nil, err
	}
	match := parsed.match()
	found, err := a.rankAll(ctx, match, limit)
	if err != nil {
		return nil, err
	}
	hits := make([]Hit, 0, len(found))
	for _, s := range found {
		hit, err := a.hit(ctx, match, s.number)
		if err != nil {
			return nil, err
		}
		hits = append(hits, hit)
	}
	return hits, nil
}

// A scored is a document that was found, and how well it fits: the lower the better.
type scored struct {
	number int64
	score  float64
	sum    []byte
}

// partition is how many documents one goroutine scores. To score a match takes 1.5 µs, so that a word that stands in each
// of 100,000 documents would take 150 ms on one core.
const partition = 20_000

// rankAll returns the best documents. The documents are divided by number among the cores; BM25 takes its statistics from
// all of them in any case, so that the division changes no score.
func (a *Archive) rankAll(ctx context.Context, match string, limit int) ([]scored, error) {
	if limit <= 0 {
		return nil, nil
	}
	var last int64
	if err := a.db.QueryRowContext(ctx, `SELECT coalesce(max(number), 0) FROM document`).Scan(&last); err != nil {
		return nil, a.failure(ctx, err)
	}
	// Originals and readings are numbered together, about two to a document.
	parts := min(int64(runtime.GOMAXPROCS(0)), last/(2*partition)+1)
	found := make([][]scored, parts)
	group, inner := errgroup.WithContext(ctx)
	for i := range parts {
		group.Go(func() (err error) {
			found[i], err = a.rankPart(inner, match, limit, i*last/parts+1, (i+1)*last/parts)
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	best := slices.Concat(found...)
	slices.SortFunc(best, func(x, y scored) int {
		return cmp.Or(cmp.Compare(x.score, y.score), slices.Compare(x.sum, y.sum))
	})
	return best[:min(len(best), limit)], nil
}

// rankPart returns the best of the documents with numbers from low to high, and all that fit as well as the last of these.
func (a *Archive) rankPart(ctx context.Context, match string, limit int, low, high int64) ([]scored, error) {
	const query = `SELECT rowid, rank FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rank`
	var found []scored
	for s, err := range scanAll(ctx, a, a.db, query, func(s *scored) []any { return []any{&s.number, &s.score} }, match, low, high) {
		if err != nil {
			return nil, err
		}
		if len(found) >= limit && s.score > found[limit-1].score {
			break
		}
		found = append(found, s)
	}
	for i := range found {
		row := a.db.QueryRowContext(ctx, `SELECT sha256 FROM document WHERE number = ?`, found[i].number)
		if err := row.Scan(&found[i].sum); err != nil {
			return nil, a.failure(ctx, err)
		}
	}
	return found, nil
}

// hit returns what is shown of a document that was found.
func (a *Archive) hit(ctx context.Context, match string, number int64) (Hit, error) {
	var row summaryRow
	var text, marked string
	err := a.db.QueryRowContext(ctx, `SELECT `+summaryColumns+`, search.text, highlight(search, 1, ?, ?)
		FROM search JOIN document ON document.number = search.rowid JOIN reading ON reading.number = document.reading
		WHERE search MATCH ? AND search.rowid = ?`, matchStart, matchEnd, match, number,
	).Scan(append(row.fields(), &text, &marked)...)
	if err != nil {
		return Hit{}, a.failure(ctx, err)
	}
	hit := Hit{Summary: row.summary()}
	hit.Snippet, hit.Match = snippet(text, matches(text, marked))
	return hit, nil
}
