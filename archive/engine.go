package archive

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"github.com/pressly/goose/v3"
)

// An engine is the database that an archive lies in: what SQLite and PostgreSQL do each in its own way. All other
// statements of this package serve both: parameters are written $1, $2, and what people wrote goes through text.
type engine interface {
	// place names the archive to people. It holds no password.
	place() string
	// check tells what cannot be an archive before anything is opened.
	check() error
	// open opens the database and makes it ready; where that is refused, in the next way that there is.
	open(ready func(*sql.DB) error) error
	// contents tells what the database holds.
	contents(ctx context.Context, db *sql.DB) (contents, error)
	// migrations are where the schema is made.
	migrations() (dialect goose.Dialect, folder string)
	// close is called after the database was closed.
	close() error

	// begin begins a change, when no other goes on.
	begin(ctx context.Context, db *sql.DB) (*sql.Tx, error)
	// snapshot begins to read one state of the archive.
	snapshot(ctx context.Context, db *sql.DB) (*sql.Tx, error)
	// text returns what a column of what people wrote takes.
	text(s string) any
	// nested returns a query that goes through its tables in the order in which CROSS JOIN names them, where that helps.
	nested(query string) string

	// isBusy reports whether an error says that somebody else is in the way.
	isBusy(err error) bool
	// failure says in our words what an error of the database means, or returns nil for one that is not of the database.
	failure(err error) error

	// index adds a row to the index.
	index(c *change, row indexRow) error
	// match writes the condition under which a row of the index satisfies a query.
	match(s *statement, q query) error
	// score writes how well a row fits a query: the less, the better.
	score(ctx context.Context, db *sql.DB, s *statement, q query) error

	// verifyDatabase checks what the database can check by itself, verifyIndex what only this engine keeps in the index.
	verifyDatabase(v *verification)
	verifyIndex(v *verification)
	// schema returns what makes the schema, one fact a line: as it should be, and as it is.
	schema(ctx context.Context, a *Archive, from querier) (want, got []string, err error)
}

// newEngine returns the engine for where an archive lies.
func newEngine(where string, options Options) (engine, error) {
	if isPostgres(where) {
		return newPostgres(where, options)
	}
	return &sqliteFile{path: where, options: options}, nil
}

// contents is what a database holds.
type contents struct {
	isEmpty   bool
	isForeign bool // it is of another program
}

// A statement is SQL that is put together, with the values of its parameters.
type statement struct {
	text strings.Builder
	args []any
}

// sql adds text as it stands.
func (s *statement) sql(text string) *statement {
	s.text.WriteString(text)
	return s
}

// value adds a parameter.
func (s *statement) value(v any) *statement {
	s.args = append(s.args, v)
	fmt.Fprintf(&s.text, "$%d", len(s.args))
	return s
}
