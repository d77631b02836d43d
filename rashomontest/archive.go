package rashomontest

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	_ "github.com/jackc/pgx/v5/stdlib" // registers the driver "pgx"
	_ "modernc.org/sqlite"             // registers the driver "sqlite"
)

// Postgres is the address of a database for tests, from RASHOMON_POSTGRES, or "". Where it is set, the tests that keep an
// archive keep it there, and those of files are skipped.
func Postgres() string { return os.Getenv("RASHOMON_POSTGRES") }

// Archive returns where a test may make an archive, for the time of the test: a file of a name in a folder of its own, or
// the address of a schema of its own.
func Archive(t testing.TB, name string) string {
	t.Helper()
	if Postgres() == "" {
		return filepath.Join(t.TempDir(), name)
	}
	return schema(t)
}

// OnlyFiles skips a test of what only an archive in a file has.
func OnlyFiles(t testing.TB) {
	t.Helper()
	if Postgres() != "" {
		t.Skip("this is about files, and RASHOMON_POSTGRES is set")
	}
}

// Database opens the database of an archive as any program could, with one connection, for the time of the test.
func Database(t testing.TB, archive string) *sql.DB {
	t.Helper()
	driver, address := "sqlite", (&url.URL{Scheme: "file", Path: filepath.ToSlash(archive)}).String()
	if Postgres() != "" {
		driver, address = "pgx", archive
	}
	db, err := sql.Open(driver, address)
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	t.Cleanup(func() { db.Close() })
	return db
}

// schemas counts those of this process.
var schemas atomic.Int64

// schema makes a schema in the database for tests, which goes with the test, and returns its address.
func schema(t testing.TB) string {
	t.Helper()
	name := fmt.Sprintf("rashomon_test_%d_%d", os.Getpid(), schemas.Add(1))
	inDatabase(t, "CREATE SCHEMA "+name)
	t.Cleanup(func() { inDatabase(t, "SET client_min_messages = warning; DROP SCHEMA "+name+" CASCADE") })
	between := "?"
	if strings.Contains(Postgres(), "?") {
		between = "&"
	}
	return Postgres() + between + url.Values{"search_path": {name}}.Encode()
}

func inDatabase(t testing.TB, statement string) {
	t.Helper()
	db, err := sql.Open("pgx", Postgres())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(context.Background(), statement); err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
}
