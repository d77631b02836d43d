package archive_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"time"

	"rashomon"
	"rashomon/archive"
	"rashomon/rashomontest"
)

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
	verified(t, varied(t, rashomontest.Archive(t, "varied.db")))
}

// TestVerifyFindsEveryChange changes every value of every row of every table, several bytes of each, one at a time.
// Only the pages of the index have bytes that mean nothing: with these changed, all searches must find what they found.
func TestVerifyFindsEveryChange(t *testing.T) {
	t.Parallel()
	path := rashomontest.Archive(t, "changed.db")
	a := varied(t, path)
	db := raw(t, path)
	want := searches(t, path)
	tables := []string{"custody", "body", "document", "arrival", "reading", "search_content", "search_docsize", "search_data"}
	if rashomontest.Postgres() != "" {
		tables = append(tables[:5], "search")
	}
	for _, table := range tables {
		for _, column := range columns(t, db, table) {
			for _, value := range values(t, db, table, column) {
				for _, other := range changes(value.value) {
					changed := fmt.Sprintf("%s.%s of row %v: %.40q made %.40q", table, column, value.row, value.value, other)
					value.row = set(t, db, table, column, value.row, other)
					if len(problems(t, a)) == 0 && (table != "search_data" || searches(t, path) != want) {
						t.Errorf("%s: got no problem", changed)
					}
					value.row = set(t, db, table, column, value.row, value.value)
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
	path := rashomontest.Archive(t, "whole.db")
	varied(t, path)
	tables := []string{"custody", "body", "document", "arrival", "reading", "search", "search_docsize", "search_data"}
	if rashomontest.Postgres() != "" {
		tables = tables[:6]
	}
	for _, table := range tables {
		for row := range len(rows(t, raw(t, path), table)) {
			lost := duplicate(t, path)
			remove(t, raw(t, lost), table, row)
			a := openToRead(t, lost)
			if len(problems(t, a)) == 0 {
				t.Errorf("%s without its row %d: got no problem", table, row)
			}
		}
	}
}

func TestVerifyFindsAnotherSchema(t *testing.T) {
	t.Parallel()
	statements := []string{
		`DROP TRIGGER custody_update`,
		`CREATE TABLE more (x INTEGER)`,
		`DROP INDEX arrival_document`,
		`INSERT INTO search (rowid, title, text) VALUES (999, 'a title', 'a text')`,
		`INSERT INTO search (search, rank) VALUES ('secure-delete', 0)`,
		`UPDATE search_idx SET pgno = pgno + 2`,
		`UPDATE goose_db_version SET is_applied = 0`,
		`INSERT INTO body (sha256, size, packed, checksum) VALUES (x'00', 0, x'', 0)`,
		`INSERT INTO custody SELECT max(sequence) + 1, time, program, kind, subject, detail, body, previous, hash FROM custody`,
	}
	if rashomontest.Postgres() != "" {
		statements = []string{
			`DROP TRIGGER custody_update ON custody`, `ALTER TABLE custody DISABLE TRIGGER custody_update`,
			`CREATE TABLE more (x INTEGER)`, `DROP INDEX arrival_document`, `ALTER TABLE reading DROP CONSTRAINT reading_body_fkey`,
			`ALTER TABLE reading ADD more INTEGER`,
			`CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END'`,
			`INSERT INTO search (rowid, title, text, words, length, lexemes) VALUES (999, '', '', E'\n', 0, '')`,
			`UPDATE search SET lexemes = lexemes || 'another'::tsvector`, `UPDATE search SET lexemes = ''`,
			`UPDATE goose_db_version SET is_applied = false`,
			`INSERT INTO body (sha256, size, packed, checksum) VALUES ('\x00', 0, '', 0)`,
			`INSERT INTO custody SELECT max(sequence) OVER () + 1, time, program, kind, subject, detail, body, previous, hash
				FROM custody LIMIT 1`,
		}
	}
	for _, statement := range statements {
		t.Run(statement, func(t *testing.T) {
			t.Parallel()
			path := rashomontest.Archive(t, "other.db")
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
	rashomontest.OnlyFiles(t)
	flips := 300
	if testing.Short() {
		flips = 30
	}
	work := rashomontest.Archive(t, "work.db")
	varied(t, work)
	path := duplicate(t, work)
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
	a := varied(t, rashomontest.Archive(t, "again.db"))
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
