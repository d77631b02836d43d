package archive

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

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
