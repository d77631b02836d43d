package archive

import (
	"context"
	"database/sql"
	_ "embed"
	"fmt"
	"slices"
	"strings"
)

// verifyDatabase checks all references, which a superuser can switch off. PostgreSQL has no check of its own structures
// that any user may run; what they hold is read and checked by the rest of Verify.
func (p *postgres) verifyDatabase(v *verification) {
	type reference struct{ table, column, parent, key string }
	const query = `SELECT child.relname, a.attname, parent.relname, b.attname FROM pg_constraint
		JOIN pg_class AS child ON child.oid = conrelid JOIN pg_class AS parent ON parent.oid = confrelid
		JOIN pg_attribute AS a ON a.attrelid = conrelid AND a.attnum = conkey[1]
		JOIN pg_attribute AS b ON b.attrelid = confrelid AND b.attnum = confkey[1]
		JOIN pg_namespace ON pg_namespace.oid = connamespace
		WHERE contype = 'f' AND nspname = current_schema() ORDER BY 1, 2`
	var references []reference
	fields := func(r *reference) []any { return []any{&r.table, &r.column, &r.parent, &r.key} }
	each(v, query, fields, func(r reference) { references = append(references, r) })
	for _, r := range references {
		dangling := fmt.Sprintf(`SELECT %[2]s FROM %[1]s WHERE %[2]s IS NOT NULL
			AND NOT EXISTS (SELECT 1 FROM %[3]s AS parent WHERE parent.%[4]s = %[1]s.%[2]s)`, r.table, r.column, r.parent, r.key)
		each(v, dangling, number, func(n int64) {
			v.report(fmt.Sprintf("%s with %s %d", r.table, r.column, n), "refers to a "+r.parent+" that is not there", meansDamage)
		})
	}
}

// verifyIndex checks that every row of the index holds the words of its title and text.
func (p *postgres) verifyIndex(v *verification) {
	type row struct {
		number                      int64
		title, text, words, lexemes string
		length                      int
	}
	fields := func(r *row) []any { return []any{&r.number, &r.title, &r.text, &r.words, &r.length, &r.lexemes} }
	each(v, `SELECT rowid, title, text, words, length, lexemes::text FROM search ORDER BY rowid`, fields, func(r row) {
		want, err := fold(r.title, r.text)
		if err != nil {
			v.fail("", err)
			return
		}
		got := strings.Fields(strings.ReplaceAll(r.lexemes, "'", ""))
		slices.Sort(got)
		if r.words != want.words || r.length != want.length || !slices.Equal(got, want.lexemes) {
			v.report(fmt.Sprintf("index row %d", r.number), "does not hold the words of its text", meansIndex)
		}
	})
}

// postgresSchema is the schema that the migrations make, as schema reads it. It is written by
// go test ./archive -run TestSchemaOfPostgres -update
//
//go:embed migration/postgres/schema.txt
var postgresSchema string

func (p *postgres) schema(ctx context.Context, a *Archive, from querier) (want, got []string, err error) {
	const query = `WITH ours AS (SELECT pg_class.* FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
			WHERE nspname = current_schema() AND relkind IN ('r', 'p'))
		SELECT 'column ' || relname || '.' || attname || ' ' || format_type(atttypid, atttypmod) ||
			CASE WHEN attcollation IN (0, 'default'::regcollation) THEN '' ELSE ' collate ' || attcollation::regcollation END ||
			CASE WHEN attnotnull THEN ' not null' ELSE '' END || ' ' || attidentity::text || attgenerated::text
			FROM ours JOIN pg_attribute ON attrelid = ours.oid AND attnum > 0 AND NOT attisdropped
		UNION ALL SELECT 'constraint ' || relname || ' ' || conname || ' ' || pg_get_constraintdef(pg_constraint.oid) ||
			CASE WHEN convalidated THEN '' ELSE ' not valid' END
			FROM ours JOIN pg_constraint ON conrelid = ours.oid AND contype IN ('p', 'u', 'f', 'c', 'x')
		UNION ALL SELECT 'index ' || replace(pg_get_indexdef(indexrelid), quote_ident(current_schema()) || '.', '') ||
			CASE WHEN indisvalid THEN '' ELSE ' not valid' END
			FROM ours JOIN pg_index ON indrelid = ours.oid
		UNION ALL SELECT 'trigger ' || replace(pg_get_triggerdef(pg_trigger.oid), quote_ident(current_schema()) || '.', '') ||
			' ' || tgenabled::text
			FROM ours JOIN pg_trigger ON tgrelid = ours.oid AND NOT tgisinternal
		UNION ALL SELECT 'function ' || proname || ' ' || prosrc
			FROM pg_proc JOIN pg_namespace ON pg_namespace.oid = pronamespace WHERE nspname = current_schema() AND proname = 'refuse'
		UNION ALL SELECT 'version ' || version_id || ' ' || is_applied FROM goose_db_version`
	for line, err := range scanAll(ctx, a, from, query, func(s *sql.NullString) []any { return []any{s} }) {
		if err != nil {
			return nil, nil, err
		}
		got = append(got, strings.Join(strings.Fields(line.String), " "))
	}
	return strings.Split(strings.TrimSpace(postgresSchema), "\n"), got, nil
}
