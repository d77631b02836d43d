package archive

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"sync"
)

// verifyDatabase lets SQLite check its own structures, those of the index included, and all references.
func (s *sqliteFile) verifyDatabase(v *verification) {
	each(v, `SELECT integrity_check FROM pragma_integrity_check`, func(s *string) []any { return []any{s} }, func(line string) {
		if line != "ok" {
			v.report("", "the database is damaged: "+line, meansDamage)
		}
	})
	type dangling struct {
		table, parent string
		row           sql.NullInt64
	}
	fields := func(d *dangling) []any { return []any{&d.table, &d.row, &d.parent} }
	each(v, `SELECT "table", rowid, parent FROM pragma_foreign_key_check`, fields, func(d dangling) {
		v.report(fmt.Sprintf("%s %d", d.table, d.row.Int64), "refers to a "+d.parent+" that is not there", meansDamage)
	})
}

// schema compares the schema, triggers and all, with that of an archive made afresh.
func (v *verification) schema() {
	want, got, err := v.archive.engine.schema(v.context, v.archive, v.tx)
	if err != nil {
		v.fail("schema", err)
		return
	}
	for _, line := range want {
		if !slices.Contains(got, line) {
			v.report("schema", "lacks "+shorten(line), meansDamage)
		}
	}
	for _, line := range got {
		if !slices.Contains(want, line) {
			v.report("schema", "has "+shorten(line), meansDamage)
		}
	}
}

// verifyIndex has nothing left to check: FTS5 checks its index itself.
func (s *sqliteFile) verifyIndex(*verification) {}

func (s *sqliteFile) schema(ctx context.Context, a *Archive, from querier) (want, got []string, err error) {
	if want, err = freshSchema(); err != nil {
		return nil, nil, err
	}
	got, err = readSchema(ctx, a, from)
	return want, got, err
}

// readSchema returns what makes the schema, one fact a line. FTS5 raises the version of its form from 4 to 5 when it
// first removes a word for good; it checks the version itself.
func readSchema(ctx context.Context, a *Archive, from querier) (lines []string, err error) {
	const query = `SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '') FROM sqlite_schema
		UNION ALL SELECT 'version ' || version_id || ' ' || is_applied FROM goose_db_version
		UNION ALL SELECT 'setting ' || k || ' ' || v FROM search_config WHERE k <> 'version'`
	for line, err := range scanAll(ctx, a, from, query, func(s *string) []any { return []any{s} }) {
		if err != nil {
			return nil, err
		}
		lines = append(lines, strings.Join(strings.Fields(line), " "))
	}
	return lines, nil
}

// freshSchema returns the schema that the migrations make, from a database in memory: always the same, so it is made
// once.
var freshSchema = sync.OnceValues(func() ([]string, error) {
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		return nil, err
	}
	defer db.Close()
	db.SetMaxOpenConns(1) // each connection has a memory of its own
	fresh := &Archive{path: "memory", db: db, engine: &sqliteFile{path: "memory"}}
	migrator, err := fresh.migrator()
	if err != nil {
		return nil, err
	}
	ctx := context.Background()
	if _, err := migrator.Up(ctx); err != nil {
		return nil, fresh.failure(ctx, err)
	}
	return readSchema(ctx, fresh, db)
})
