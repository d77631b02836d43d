package archive

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"time"

	"rashomon"
)

// A change is one transaction that writes. It holds the end of the custody log, which no other process can add to
// before the change is done.
type change struct {
	archive    *Archive
	context    context.Context // without its end: see write
	tx         *sql.Tx
	statements map[string]*sql.Stmt
	time       string
	sequence   int64 // of the last entry of the custody log; 0 before the first
	hash       []byte
	unindexed  []indexRow
}

// write does work in one transaction: all of it is kept, or nothing. Its statements run without the end of the context,
// which costs a goroutine each; [sql.DB.BeginTx] watches the context and undoes the transaction when it ends.
func (a *Archive) write(ctx context.Context, work func(*change) error) error {
	if a.options.ReadOnly {
		return &rashomon.Error{Kind: rashomon.ErrorDenied, Place: a.path, Cause: "the archive was opened for reading only"}
	}
	tx, err := a.engine.begin(ctx, a.db)
	if err != nil {
		return a.failure(ctx, err)
	}
	defer tx.Rollback() // after Commit it does nothing
	c := &change{
		archive: a, context: context.WithoutCancel(ctx), tx: tx, statements: map[string]*sql.Stmt{},
		time: a.options.Now().UTC().Format(time.RFC3339Nano),
	}
	if err := c.findEnd(); err != nil {
		return a.failure(ctx, err)
	}
	if err := work(c); err != nil {
		return a.failure(ctx, err)
	}
	return a.failure(ctx, tx.Commit())
}

func (c *change) findEnd() error {
	err := c.row(`SELECT sequence, hash FROM custody ORDER BY sequence DESC LIMIT 1`).Scan(&c.sequence, &c.hash)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	return err
}

// begin writes the first entry of the custody log where there is none.
func (c *change) begin() error {
	if c.sequence > 0 {
		return nil
	}
	_, err := c.log(CustodyCreated, nil, struct{}{}, nil)
	return err
}

// log adds an entry to the custody log and returns its sequence.
func (c *change) log(kind CustodyKind, subject []byte, detail any, body []byte) (int64, error) {
	text, err := marshal(detail)
	if err != nil {
		return 0, err
	}
	entry := link{
		sequence: c.sequence + 1, time: c.time, program: c.archive.options.Version, kind: kind,
		subject: subject, detail: text, body: body, previous: c.hash,
	}
	c.sequence, c.hash = entry.sequence, entry.sum()
	const insert = `INSERT INTO custody (sequence, time, program, kind, subject, detail, body, previous, hash)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`
	_, err = c.exec(insert, entry.sequence, entry.time, entry.program, entry.kind,
		blob(entry.subject), entry.detail, blob(entry.body), blob(entry.previous), c.hash)
	return c.sequence, err
}

// marshal returns the form of a detail, the same for the same detail.
func marshal(detail any) (string, error) {
	text, err := json.Marshal(detail)
	return string(text), err
}

// blob makes of nil the empty blob, which is not NULL.
func blob(data []byte) []byte {
	if data == nil {
		return []byte{}
	}
	return data
}

func (c *change) exec(query string, args ...any) (sql.Result, error) {
	statement, err := c.statement(query)
	if err != nil {
		return nil, err
	}
	return statement.ExecContext(c.context, args...)
}

func (c *change) row(query string, args ...any) *sql.Row {
	statement, err := c.statement(query)
	if err != nil {
		return c.tx.QueryRowContext(c.context, query, args...) // which gives the same error
	}
	return statement.QueryRowContext(c.context, args...)
}

// statement prepares a query once in a change.
func (c *change) statement(query string) (*sql.Stmt, error) {
	if statement, ready := c.statements[query]; ready {
		return statement, nil
	}
	statement, err := c.tx.PrepareContext(c.context, query)
	if err != nil {
		return nil, err
	}
	c.statements[query] = statement
	return statement, nil
}
