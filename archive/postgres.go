package archive

import (
	"context"
	"database/sql"
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"

	"rashomon"
)

// A postgres is the engine of an archive that is the tables of one schema of a PostgreSQL database: the first of the
// search_path.
type postgres struct {
	name   string // the address without what is secret
	config *pgx.ConnConfig
}

func isPostgres(where string) bool {
	return strings.HasPrefix(where, "postgres://") || strings.HasPrefix(where, "postgresql://")
}

// connectTime is how long a server may take to answer at first.
const connectTime = 10 * time.Second

// statementTime ends a statement that hangs. Nothing of ours takes nearly so long but what Verify asks, which waits for
// whoever reads again; see snapshot.
const statementTime = time.Hour

// idleTime is how long a change may wait for its own process, which may be asleep or gone, before it is undone and
// lets others write.
const idleTime = time.Minute

func newPostgres(address string, options Options) (*postgres, error) {
	name := withoutSecrets(address)
	config, err := pgx.ParseConfig(address)
	if err != nil { // which is not shown: it repeats the address
		return nil, newError(rashomon.ErrorUsage, name, "this is no address of a PostgreSQL database",
			"write it as postgres://USER@HOST/DATABASE, with %XX for signs that mean something in addresses", nil)
	}
	if config.ConnectTimeout == 0 {
		config.ConnectTimeout = connectTime
	}
	for parameter, value := range map[string]string{
		"application_name": "rashomon", "client_encoding": "UTF8", "lock_timeout": milliseconds(options.Wait),
		"statement_timeout": milliseconds(statementTime), "idle_in_transaction_session_timeout": milliseconds(idleTime),
		"jit": "off", // it takes longer than most of what it would speed up
	} {
		if _, given := config.RuntimeParams[parameter]; !given {
			config.RuntimeParams[parameter] = value
		}
	}
	if options.ReadOnly {
		config.RuntimeParams["default_transaction_read_only"] = "on"
	}
	return &postgres{name: name, config: config}, nil
}

func milliseconds(d time.Duration) string { return strconv.FormatInt(max(1, d.Milliseconds()), 10) }

// shown are the parameters of an address that are no secret.
var shown = []string{"host", "port", "user", "dbname", "search_path"}

// withoutSecrets returns of an address the user, host, database and schema.
func withoutSecrets(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return "postgres://…"
	}
	query := u.Query()
	maps.DeleteFunc(query, func(parameter string, _ []string) bool { return !slices.Contains(shown, parameter) })
	without := url.URL{Scheme: u.Scheme, Host: u.Host, Path: u.Path, RawQuery: query.Encode()}
	if u.User != nil {
		without.User = url.User(u.User.Username())
	}
	return without.String()
}

func (p *postgres) place() string { return p.name }

func (p *postgres) check() error { return nil }

func (p *postgres) migrations() (goose.Dialect, string) {
	return goose.DialectPostgres, "migration/postgres"
}

// connections is how many one process has at most: a server of PostgreSQL takes a hundred unless told otherwise. Nothing of
// ours holds one while it waits for another.
const connections = 20

func (p *postgres) open(ready func(*sql.DB) error) error {
	db := stdlib.OpenDB(*p.config)
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections / 4)
	db.SetConnMaxIdleTime(5 * time.Minute)
	return ready(db)
}

func (p *postgres) close() error { return nil }

func (p *postgres) contents(ctx context.Context, db *sql.DB) (held contents, err error) {
	const query = `SELECT coalesce(current_schema(), ''), current_setting('server_encoding'), count(relname),
		count(*) FILTER (WHERE relname NOT LIKE 'goose%'), count(*) FILTER (WHERE relname = 'custody')
		FROM pg_namespace JOIN pg_class ON relnamespace = pg_namespace.oid AND relkind IN ('r', 'p')
		WHERE nspname = current_schema()`
	var schema, encoding string
	var tables, others, ours int
	if err := db.QueryRowContext(ctx, query).Scan(&schema, &encoding, &tables, &others, &ours); err != nil {
		return held, err
	}
	switch {
	case schema == "":
		return held, newError(rashomon.ErrorNotFound, p.name, "the database has no schema of this name",
			"make it, by CREATE SCHEMA, or name another by ?search_path=NAME", nil)
	case encoding != "UTF8":
		return held, newError(rashomon.ErrorUnsupported, p.name, "the database keeps text as "+encoding,
			"make one with createdb --encoding UTF8 --template template0", nil)
	}
	return contents{isEmpty: tables == 0, isForeign: ours == 0 && others > 0}, nil
}

// begin begins a transaction when no other change of the archive goes on, whatever process it is of. The lock has the
// number of one of the archive's tables; who reads does not meet it.
func (p *postgres) begin(ctx context.Context, db *sql.DB) (*sql.Tx, error) {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	if _, err := tx.ExecContext(ctx, `SELECT pg_advisory_xact_lock('custody'::regclass::oid::bigint)`); err != nil {
		_ = tx.Rollback() // the first error is the one that matters
		return nil, err
	}
	return tx, nil
}

func (p *postgres) snapshot(ctx context.Context, db *sql.DB) (*sql.Tx, error) {
	tx, err := db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true, Isolation: sql.LevelRepeatableRead})
	if err != nil {
		return nil, err
	}
	for _, setting := range []string{"statement_timeout", "idle_in_transaction_session_timeout"} {
		if _, err := tx.ExecContext(ctx, "SET LOCAL "+setting+" = 0"); err != nil {
			_ = tx.Rollback() // the first error is the one that matters
			return nil, err
		}
	}
	return tx, nil
}

// text returns bytes: the type text of PostgreSQL takes no NUL.
func (p *postgres) text(s string) any { return []byte(s) }

// nested leaves the order of the tables to PostgreSQL, whose CROSS JOIN takes no condition.
func (p *postgres) nested(query string) string {
	return strings.ReplaceAll(query, "CROSS JOIN", "JOIN")
}
