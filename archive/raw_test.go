package archive_test

import (
	"context"
	"database/sql"
	"net/url"
	"testing"

	"rashomon/archive"
	"rashomon/rashomontest"
)

// raw opens the database of an archive as any program could.
func raw(t testing.TB, path string) *sql.DB {
	t.Helper()
	return rashomontest.Database(t, path)
}

func execute(t testing.TB, db *sql.DB, statement string, args ...any) {
	t.Helper()
	if _, err := db.Exec(statement, args...); err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
}

// withoutTriggers does something while the triggers are away, and while references may lead nowhere.
func withoutTriggers(t testing.TB, db *sql.DB, do func()) {
	t.Helper()
	if rashomontest.Postgres() != "" {
		execute(t, db, `SET session_replication_role = replica`)
		do()
		execute(t, db, `SET session_replication_role = origin`)
		return
	}
	type trigger struct{ name, statement string }
	triggers := scan(t, db, func(r *trigger) []any { return []any{&r.name, &r.statement} },
		`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`)
	for _, r := range triggers {
		execute(t, db, `DROP TRIGGER `+r.name)
	}
	do()
	for _, r := range triggers {
		execute(t, db, r.statement)
	}
}

// scan returns the rows of a query.
func scan[Row any](t testing.TB, db *sql.DB, fields func(*Row) []any, query string, args ...any) (all []Row) {
	t.Helper()
	rows, err := db.Query(query, args...)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	defer rows.Close()
	for rows.Next() {
		var row Row
		if err := rows.Scan(fields(&row)...); err != nil {
			t.Fatal(err)
		}
		all = append(all, row)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return all
}

func text(s *string) []any { return []any{s} }

// rowKey is the column that names a row of any table.
func rowKey() string {
	if rashomontest.Postgres() != "" {
		return "ctid"
	}
	return "rowid"
}

// set changes one value, and returns the key that its row has then.
func set(t testing.TB, db *sql.DB, table, column string, row, value any) (after any) {
	t.Helper()
	withoutTriggers(t, db, func() {
		change := `UPDATE ` + table + ` SET ` + column + ` = $1 WHERE ` + rowKey() + ` = $2 RETURNING ` + rowKey()
		if err := db.QueryRow(change, value, row).Scan(&after); err != nil {
			t.Fatalf("%s: %v", change, err)
		}
	})
	return after
}

// columns returns the columns of a table; not the lexemes, of which not every text is one.
func columns(t testing.TB, db *sql.DB, table string) []string {
	t.Helper()
	if rashomontest.Postgres() != "" {
		return scan(t, db, text, `SELECT column_name FROM information_schema.columns
			WHERE table_schema = current_schema() AND table_name = $1 AND column_name <> 'lexemes'`, table)
	}
	return scan(t, db, text, `SELECT name FROM pragma_table_info($1)`, table)
}

type stored struct{ row, value any }

func values(t testing.TB, db *sql.DB, table, column string) []stored {
	t.Helper()
	found := scan(t, db, func(s *stored) []any { return []any{&s.row, &s.value} }, `SELECT `+rowKey()+`, `+column+` FROM `+table)
	for i, s := range found {
		if blob, ok := s.value.([]byte); ok && len(blob) == 0 {
			found[i].value = []byte{} // nil would be NULL
		}
	}
	return found
}

// rows returns the keys of the rows of a table, always in one order.
func rows(t testing.TB, db *sql.DB, table string) []any {
	t.Helper()
	return scan(t, db, func(row *any) []any { return []any{row} }, `SELECT `+rowKey()+` FROM `+table+` ORDER BY 1`)
}

// remove takes the n-th row of a table away.
func remove(t testing.TB, db *sql.DB, table string, n int) {
	t.Helper()
	row := rows(t, db, table)[n]
	withoutTriggers(t, db, func() { execute(t, db, `DELETE FROM `+table+` WHERE `+rowKey()+` = $1`, row) })
}

// duplicate returns where it made a copy of an archive.
func duplicate(t testing.TB, path string) string {
	t.Helper()
	other := rashomontest.Archive(t, "copy.db")
	if rashomontest.Postgres() == "" {
		execute(t, raw(t, path), `VACUUM INTO $1`, other)
		return other
	}
	a, err := archive.Open(context.Background(), other, options())
	must(t, err)
	must(t, a.Close())
	address, err := url.Parse(path)
	must(t, err)
	db := raw(t, other)
	withoutTriggers(t, db, func() {
		for _, table := range scan(t, db, text, `SELECT tablename FROM pg_tables WHERE schemaname = current_schema()`) {
			execute(t, db, `DELETE FROM `+table)
			execute(t, db, `INSERT INTO `+table+` SELECT * FROM `+address.Query().Get("search_path")+`.`+table)
		}
	})
	return other
}
