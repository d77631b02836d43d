package archive

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"rashomon"
	"rashomon/rashomontest"
)

// openPostgres opens an archive in the database for tests.
func openPostgres(t *testing.T) *Archive {
	t.Helper()
	if rashomontest.Postgres() == "" {
		t.Skip("RASHOMON_POSTGRES names no database")
	}
	now := func() time.Time { return time.Date(2024, 3, 1, 12, 0, 0, 0, time.UTC) }
	a, err := Open(context.Background(), rashomontest.Archive(t, ""), Options{Now: now, Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	return a
}

// TestSchemaOfPostgres: verify knows the schema that the migrations make.
func TestSchemaOfPostgres(t *testing.T) {
	t.Parallel()
	a := openPostgres(t)
	_, got, err := a.engine.schema(context.Background(), a, a.db)
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(got)
	rashomontest.Golden(t, "migration/postgres/schema.txt", []byte(strings.Join(got, "\n")+"\n"))
}

// TestMigrationsGoByTheSameNames: what one engine's archive has, the other's has too.
func TestMigrationsGoByTheSameNames(t *testing.T) {
	t.Parallel()
	var names [2][]string
	for i, folder := range []string{"migration/sqlite", "migration/postgres"} {
		entries, err := migrations.ReadDir(folder)
		if err != nil {
			t.Fatal(err)
		}
		for _, entry := range entries {
			names[i] = append(names[i], entry.Name())
		}
	}
	if !slices.Equal(names[0], names[1]) {
		t.Errorf("got %v of SQLite and %v of PostgreSQL", names[0], names[1])
	}
}

// TestNoPasswordIsShown: what stands in an address besides user, host, database and schema comes back nowhere.
func TestNoPasswordIsShown(t *testing.T) {
	t.Parallel()
	const secret = "s3cr3t"
	for _, address := range []string{
		"postgres://clerk:s3cr3t@127.0.0.1:1/archive", "postgresql://clerk:s3cr3t@nowhere.invalid/archive",
		"postgres://clerk@127.0.0.1:1/archive?password=s3cr3t", "postgres://clerk:s3cr3t%@127.0.0.1:1/archive",
		"postgres://clerk:s3cr3t@127.0.0.1:port/archive", "postgres://clerk:s3cr3t@127.0.0.1:1/archive?sslmode=s3cr3t",
		"postgres://clerk@127.0.0.1:1/archive?sslpassword=s3cr3t&sslcert=/s3cr3t&sslkey=/s3cr3t",
		"postgres://clerk:s3cr3t@127.0.0.1:1,127.0.0.1:2/archive?connect_timeout=s3cr3t",
		"postgres://clerk:s3cr3t@/archive?host=/nowhere", "postgres://:s3cr3t@[::1/archive", "postgres://s3cr3t\x00@127.0.0.1:1/",
	} {
		_, err := Open(context.Background(), address, Options{ReadOnly: true, Wait: time.Second})
		for err := err; err != nil; err = errors.Unwrap(err) {
			if shown := fmt.Sprintf("%v %+v", err, err); strings.Contains(shown, secret) {
				t.Errorf("%s: got %s", address, shown)
			}
		}
		if kind := kindOf(err); kind != rashomon.ErrorUsage && kind != rashomon.ErrorUnreachable {
			t.Errorf("%s: got %v, want an error that says what is wrong with the address or the connection", address, err)
		}
	}
}

// TestWhatAServerRefuses says what to do, in one line.
func TestWhatAServerRefuses(t *testing.T) {
	t.Parallel()
	openPostgres(t)
	parameter := func(key, value string) string {
		u, err := url.Parse(rashomontest.Postgres())
		if err != nil {
			t.Fatal(err)
		}
		query := u.Query()
		query.Set(key, value)
		u.RawQuery = query.Encode()
		return u.String()
	}
	for _, test := range []struct {
		address string
		want    rashomon.ErrorKind
	}{
		{parameter("search_path", "nothing_of_this_name"), rashomon.ErrorNotFound},
		{parameter("dbname", "nothing_of_this_name"), rashomon.ErrorNotFound},
		{parameter("user", "nobody_of_this_name"), rashomon.ErrorDenied},
	} {
		_, err := Open(context.Background(), test.address, Options{Now: time.Now})
		if kindOf(err) != test.want || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: got %v, want one line of kind %q", test.address, err, test.want)
		}
	}
}

// pieces are words that the index folds, cuts or passes over.
var pieces = []string{
	"red", "tin", "Tin", "boat", "boats", "ré", "re\u0301d", "ǅ", "ж", "Ж", "٣", "中", "ß", "İ", "don't", "x\x00y",
	strings.Repeat("long", 100),
}

// some returns so many pieces, with something between them.
func some(random *rand.Rand, n int, between string) string {
	words := make([]string, n)
	for i := range words {
		words[i] = pieces[random.IntN(len(pieces))]
	}
	return strings.Join(words, between)
}

// somebodyAsks returns a query, and whether FTS5 ranks what it finds by what is wanted alone: not always where something
// is unwanted, or one of several.
func somebodyAsks(random *rand.Rand) (query string, isRanked bool) {
	phrase := `"` + some(random, 1+random.IntN(3), " ") + `"`
	switch random.IntN(6) {
	case 0:
		return strings.TrimSuffix(pieces[random.IntN(len(pieces))], "t") + "* " + phrase, true
	case 1:
		return phrase + " -" + some(random, 1, ""), false
	case 2:
		return phrase + " OR " + some(random, 2, " "), false
	case 3:
		return some(random, 3, " "), true
	}
	return phrase, true
}

// TestBothFindTheSame puts the same documents into an archive of each engine: every query finds the same ones in both, in
// the same order where both rank alike.
func TestBothFindTheSame(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	server := openPostgres(t)
	file, err := Open(ctx, filepath.Join(t.TempDir(), "test.db"), server.options)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	random := rand.New(rand.NewPCG(1, 2))
	var entries []Entry
	for i := range 120 {
		text := fmt.Sprintf("%s %d.\n", some(random, 1+random.IntN(12), " "), i)
		entries = append(entries, entryOf(text, some(random, 1+random.IntN(3), "-")))
	}
	for _, a := range []*Archive{file, server} {
		if _, err := a.Put(ctx, entries); err != nil {
			t.Fatal(err)
		}
	}
	for range 400 {
		query, isRanked := somebodyAsks(random)
		limit := 1 + random.IntN(130)
		if !isRanked {
			limit = len(entries)
		}
		want, got := ids(t, file, query, limit), ids(t, server, query, limit)
		if !isRanked {
			slices.Sort(want)
			slices.Sort(got)
		}
		if !slices.Equal(want, got) {
			t.Errorf("%q, limit %d: got\n%v\nwant\n%v", query, limit, got, want)
		}
	}
}

// entryOf makes an entry by hand.
func entryOf(text, title string) Entry {
	doc := rashomontest.Document(text)
	doc.Details = []rashomon.Detail{{Field: rashomon.FieldTitle, Value: title, Rule: "given"}}
	doc.Reading = "1"
	return Entry{rashomon.Original{Bytes: []byte(text), Format: rashomon.FormatText, Name: "a"}, doc}
}

func ids(t *testing.T, a *Archive, query string, limit int) (ids []string) {
	t.Helper()
	hits, err := a.Search(context.Background(), query, limit)
	if err != nil && kindOf(err) != rashomon.ErrorUsage {
		t.Fatal(err)
	}
	for _, hit := range hits {
		ids = append(ids, hit.ID)
	}
	return ids
}

// TestTooManyWords finds what stands in a document with more words than the index takes.
func TestTooManyWords(t *testing.T) {
	t.Parallel()
	a := openPostgres(t)
	var text strings.Builder
	for i := range 120_000 {
		fmt.Fprintf(&text, "word%05d\n", i)
	}
	if _, err := a.Put(context.Background(), []Entry{entryOf(text.String(), "Words")}); err != nil {
		t.Fatal(err)
	}
	for query, want := range map[string]int{
		"word00001": 1, "word119999": 1, "nowhere": 0, `"word00001 word00002"`: 1, `"word00002 word00001"`: 0,
		"word00001 -word00002": 0,
	} {
		if got := ids(t, a, query, 10); len(got) != want {
			t.Errorf("%s: got %v, want %d", query, got, want)
		}
	}
	for problem, err := range a.Verify(context.Background(), nil) {
		t.Error(problem, err)
	}
}
