package archive

import (
	"bytes"
	"fmt"
)

// chain checks the custody log by itself.
func (v *verification) chain() {
	var before link
	for entry, err := range v.archive.links(v.context, v.tx) {
		if err != nil {
			v.fail("custody log", err)
			return
		}
		v.link(before, entry)
		if v.stopped {
			return
		}
		before = entry
	}
	if before.sequence == 0 {
		v.report("custody log", "is empty: not even the making of the archive is recorded", meansLog)
	}
}

func (v *verification) link(before, entry link) {
	where := entryPlace(entry.sequence)
	if entry.sequence != before.sequence+1 {
		v.report(where, fmt.Sprintf("follows entry %d: those between are gone", before.sequence), meansLog)
	}
	if !bytes.Equal(entry.previous, before.hash) {
		v.report(where, "does not carry the hash of the entry before", meansLog)
	}
	if !bytes.Equal(entry.hash, entry.sum()) {
		v.report(where, "has another hash than its content gives", meansLog)
	}
	if (entry.kind == CustodyCreated) != (before.sequence == 0) {
		v.report(where, "the making of the archive is not the first entry, and the first alone", meansLog)
	}
	if _, err := entry.custody(v.archive.path); err != nil {
		v.fail(where, err)
	}
}

func entryPlace(sequence int64) string { return fmt.Sprintf("entry %d of the custody log", sequence) }

// removedLast is the last removal of every document that was ever removed.
const removedLast = `WITH removed AS MATERIALIZED
	(SELECT subject, max(sequence) AS last FROM custody WHERE kind = 'removed' GROUP BY subject) `

// pairs checks that every arrival and reading has its entry in the custody log, and every entry its arrival or reading,
// unless that was removed later.
func (v *verification) pairs() {
	for _, pair := range []struct{ kind, table string }{{"arrived", "arrival"}, {"read", "reading"}} {
		each(v, fmt.Sprintf(`SELECT %[2]s.number FROM %[2]s LEFT JOIN custody ON sequence = number AND kind = '%[1]s'
			WHERE sequence IS NULL`, pair.kind, pair.table), number, func(n int64) {
			v.report(fmt.Sprintf("%s %d", pair.table, n), "has no entry in the custody log", meansLog)
		})
		each(v, fmt.Sprintf(removedLast+`SELECT sequence FROM custody LEFT JOIN removed USING (subject)
			WHERE kind = '%[1]s' AND sequence > coalesce(last, 0)
			AND NOT EXISTS (SELECT 1 FROM %[2]s WHERE number = sequence)`, pair.kind, pair.table), number, func(n int64) {
			v.report(entryPlace(n), "speaks of a "+pair.table+" that is not there and was never removed", meansContent)
		})
		each(v, fmt.Sprintf(removedLast+`SELECT number FROM %[2]s JOIN custody ON sequence = number JOIN removed USING (subject)
			WHERE last > number`, pair.kind, pair.table), number, func(n int64) {
			v.report(fmt.Sprintf("%s %d", pair.table, n), "is there, and the custody log says that it was removed", meansLog)
		})
	}
}
