package archive_test

import (
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rashomon"
	"rashomon/archive"
)

// raw opens the database of an archive as any program could.
func raw(t testing.TB, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", (&url.URL{Scheme: "file", Path: path}).String())
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	t.Cleanup(func() { db.Close() })
	return db
}

// varied makes an archive with all that Verify looks at: arrivals and readings of several kinds, and a removal.
func varied(t testing.TB, path string) *archive.Archive {
	t.Helper()
	a := open(t, path)
	first := generated(1)
	again := first
	again.Original.Address = "elsewhere/1.txt"
	newer := generated(2)
	newer.Document.Reading = "2"
	put(t, a, first, again, generated(2), newer, generated(3), generated(4))
	if err := a.Remove(context.Background(), generated(3).Document.ID, "an archivist", "it was sent in confidence"); err != nil {
		t.Fatal(err)
	}
	return a
}

func TestVerifyFindsNothingWrong(t *testing.T) {
	t.Parallel()
	verified(t, empty(t))
	verified(t, varied(t, filepath.Join(t.TempDir(), "varied.db")))
}

// TestVerifyFindsEveryChange changes every value of every row of every table, several bytes of each, one at a time.
// Only the pages of the index have bytes that mean nothing: with these changed, all searches must find what they found.
func TestVerifyFindsEveryChange(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "changed.db")
	a := varied(t, path)
	db := raw(t, path)
	want := searches(t, path)
	for _, table := range []string{
		"custody", "body", "document", "arrival", "reading", "search_content", "search_docsize", "search_data",
	} {
		for _, column := range columns(t, db, table) {
			for _, value := range values(t, db, table, column) {
				for _, other := range changes(value.value) {
					changed := fmt.Sprintf("%s.%s of row %d: %.40q made %.40q", table, column, value.row, value.value, other)
					row := set(t, db, table, column, value.row, other)
					if len(problems(t, a)) == 0 && (table != "search_data" || searches(t, path) != want) {
						t.Errorf("%s: got no problem", changed)
					}
					set(t, db, table, column, row, value.value)
				}
			}
		}
	}
	verified(t, a)
}

// searches returns what a search for each word of the vocabulary finds, as an archive that is opened for it says.
func searches(t testing.TB, path string) string {
	t.Helper()
	a, err := archive.Open(context.Background(), path, archive.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	var found strings.Builder
	for _, word := range vocabulary {
		hits, err := a.Search(context.Background(), word, 100)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&found, "%s: %+v\n", word, hits)
	}
	return found.String()
}

// TestVerifyFindsEveryLoss deletes every row of every table, one at a time.
func TestVerifyFindsEveryLoss(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	path := filepath.Join(folder, "whole.db")
	varied(t, path)
	for _, table := range []string{"custody", "body", "document", "arrival", "reading", "search", "search_docsize", "search_data"} {
		for _, row := range rowids(t, raw(t, path), table) {
			lost := filepath.Join(folder, fmt.Sprintf("%s-%d.db", table, row))
			if _, err := raw(t, path).Exec(`VACUUM INTO ?`, lost); err != nil {
				t.Fatal(err)
			}
			db := raw(t, lost)
			withoutTriggers(t, db, func() {
				if _, err := db.Exec(`DELETE FROM `+table+` WHERE rowid = ?`, row); err != nil {
					t.Fatal(err)
				}
			})
			a := openToRead(t, lost)
			if len(problems(t, a)) == 0 {
				t.Errorf("%s without row %d: got no problem", table, row)
			}
		}
	}
}

func TestVerifyFindsAnotherSchema(t *testing.T) {
	t.Parallel()
	for _, statement := range []string{
		`DROP TRIGGER custody_update`,
		`CREATE TABLE more (x INTEGER)`,
		`DROP INDEX arrival_document`,
		`INSERT INTO search (rowid, title, text) VALUES (999, 'a title', 'a text')`,
		`INSERT INTO search (search, rank) VALUES ('secure-delete', 0)`,
		`UPDATE search_idx SET pgno = pgno + 2`,
		`UPDATE goose_db_version SET is_applied = 0`,
		`INSERT INTO body (sha256, size, packed, checksum) VALUES (x'00', 0, x'', 0)`,
		`INSERT INTO custody SELECT max(sequence) + 1, time, program, kind, subject, detail, body, previous, hash FROM custody`,
	} {
		t.Run(statement, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "other.db")
			a := varied(t, path)
			if _, err := raw(t, path).Exec(statement); err != nil {
				t.Fatal(err)
			}
			if len(problems(t, a)) == 0 {
				t.Error("got no problem")
			}
		})
	}
}

// TestVerifyFindsFlippedBytes flips random bytes of the file. Where Verify finds nothing, the byte stood where nothing
// is kept, and everything that the archive tells must be what it told.
func TestVerifyFindsFlippedBytes(t *testing.T) {
	t.Parallel()
	flips := 300
	if testing.Short() {
		flips = 30
	}
	folder := t.TempDir()
	varied(t, filepath.Join(folder, "work.db"))
	path := filepath.Join(folder, "whole.db")
	if _, err := raw(t, filepath.Join(folder, "work.db")).Exec(`VACUUM INTO ?`, path); err != nil {
		t.Fatal(err)
	}
	want, err := tell(path)
	if err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	for range flips {
		at, bit := random.IntN(len(whole)), byte(1)<<random.IntN(8)
		whole[at] ^= bit
		if err := os.WriteFile(path, whole, 0o600); err != nil {
			t.Fatal(err)
		}
		if got, err := tell(path); err == nil && got != want {
			t.Errorf("byte %d, bit %d: Verify finds nothing, and the archive tells something else", at, bit)
		}
		whole[at] ^= bit
	}
}

// tell returns all that an archive says, or an error when it does not open or has a problem.
func tell(path string) (string, error) {
	ctx := context.Background()
	a, err := archive.Open(ctx, path, archive.Options{ReadOnly: true})
	if err != nil {
		return "", err
	}
	defer a.Close()
	for problem, err := range a.Verify(ctx, nil) {
		if err != nil {
			return "", err
		}
		return "", fmt.Errorf("%+v", problem)
	}
	var told strings.Builder
	for summary, err := range a.List(ctx) {
		if err != nil {
			return "", err
		}
		doc, err := a.Document(ctx, summary.ID)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&told, "%+v %+v\n", summary, doc)
	}
	for entry, err := range a.Custody(ctx) {
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&told, "%+v\n", entry)
	}
	return told.String(), nil
}

func TestVerifyReadsAgain(t *testing.T) {
	t.Parallel()
	a := varied(t, filepath.Join(t.TempDir(), "again.db"))
	for _, test := range []struct {
		name            string
		version, suffix string
		read, problems  int
	}{
		{"the same", "1", "", 4, 0},
		{"a version that read one", "2", "", 1, 0},
		{"a version that read nothing", "3", "!", 0, 0},
		{"something else", "1", "!", 4, 4},
	} {
		t.Run(test.name, func(t *testing.T) {
			read, problems := 0, 0
			reread := func(original rashomon.Original) (*rashomon.Document, error) {
				read++
				return readGenerated(test.version, test.suffix)(original)
			}
			for _, err := range a.Verify(context.Background(), &archive.Rereading{Version: test.version, Read: reread}) {
				must(t, err)
				problems++
			}
			if read != test.read || problems != test.problems {
				t.Errorf("got %d read, %d problems, want %d, %d", read, problems, test.read, test.problems)
			}
		})
	}
}

// readGenerated reads what generated made, and changes the rule of the first token by a suffix.
func readGenerated(version, suffix string) func(rashomon.Original) (*rashomon.Document, error) {
	return func(original rashomon.Original) (*rashomon.Document, error) {
		doc := entry(string(original.Bytes), original.Address, version, original.Given...).Document
		doc.Tokens[0].Rule += suffix
		return doc, nil
	}
}

func openToRead(t testing.TB, path string) *archive.Archive {
	t.Helper()
	a, err := archive.Open(context.Background(), path, archive.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	return a
}

// withoutTriggers does something while the triggers are away.
func withoutTriggers(t testing.TB, db *sql.DB, do func()) {
	t.Helper()
	var names, statements []string
	rows, err := db.Query(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var name, statement string
		if err := rows.Scan(&name, &statement); err != nil {
			t.Fatal(err)
		}
		names, statements = append(names, name), append(statements, statement)
	}
	for _, name := range names {
		execute(t, db, `DROP TRIGGER `+name)
	}
	do()
	for _, statement := range statements {
		execute(t, db, statement)
	}
}

// set changes one value, and returns the rowid that its row has then.
func set(t testing.TB, db *sql.DB, table, column string, row int64, value any) (after int64) {
	t.Helper()
	withoutTriggers(t, db, func() {
		change := `UPDATE ` + table + ` SET ` + column + ` = ? WHERE rowid = ? RETURNING rowid`
		if err := db.QueryRow(change, value, row).Scan(&after); err != nil {
			t.Fatalf("%s: %v", change, err)
		}
	})
	return after
}

func execute(t testing.TB, db *sql.DB, statement string, args ...any) {
	t.Helper()
	if _, err := db.Exec(statement, args...); err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
}

func columns(t testing.TB, db *sql.DB, table string) (names []string) {
	t.Helper()
	rows, err := db.Query(`SELECT name FROM pragma_table_info(?)`, table)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		names = append(names, name)
	}
	return names
}

func rowids(t testing.TB, db *sql.DB, table string) (ids []int64) {
	t.Helper()
	for _, v := range values(t, db, table, "rowid") {
		ids = append(ids, v.row)
	}
	return ids
}

type stored struct {
	row   int64
	value any
}

func values(t testing.TB, db *sql.DB, table, column string) (found []stored) {
	t.Helper()
	rows, err := db.Query(`SELECT rowid, ` + column + ` FROM ` + table)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var s stored
		if err := rows.Scan(&s.row, &s.value); err != nil {
			t.Fatal(err)
		}
		if blob, ok := s.value.([]byte); ok && len(blob) == 0 {
			s.value = []byte{} // nil would be NULL
		}
		found = append(found, s)
	}
	return found
}

// changes returns other values of the same type: a number one higher, a text or blob with its first, middle or last
// byte changed, or one byte where there was none.
func changes(value any) (others []any) {
	switch value := value.(type) {
	case int64:
		return []any{value + 1_000_003}
	case string:
		for _, changed := range flips([]byte(value)) {
			others = append(others, string(changed))
		}
	case []byte:
		for _, changed := range flips(value) {
			others = append(others, changed)
		}
	}
	return others
}

func flips(value []byte) (others [][]byte) {
	if len(value) == 0 {
		return [][]byte{{'x'}}
	}
	for _, at := range []int{0, len(value) / 2, len(value) - 1} {
		other := append([]byte(nil), value...)
		other[at] ^= 1
		others = append(others, other)
	}
	return others
}
