package archive

import (
	"context"
	"database/sql"
	"iter"
)

// A querier is the database, or a transaction of it.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// scanAll yields the rows of a query one by one, each scanned into the fields that a function names. An error is the
// last thing that it yields.
func scanAll[Row any](
	ctx context.Context, a *Archive, from querier, query string, fields func(*Row) []any, args ...any,
) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		var none Row
		rows, err := from.QueryContext(ctx, query, args...)
		if err != nil {
			yield(none, a.failure(ctx, err))
			return
		}
		defer rows.Close()
		for rows.Next() {
			var row Row
			if err := rows.Scan(fields(&row)...); err != nil {
				yield(none, a.failure(ctx, err))
				return
			}
			if !yield(row, nil) {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(none, a.failure(ctx, err))
		}
	}
}

// collect returns the rows of a sequence, or the error that ended it.
func collect[Row any](rows iter.Seq2[Row, error]) (all []Row, err error) {
	for row, err := range rows {
		if err != nil {
			return nil, err
		}
		all = append(all, row)
	}
	return all, nil
}

// number scans a row that is a number.
func number(n *int64) []any { return []any{n} }
