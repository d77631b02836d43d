package archive

import (
	"database/sql"
	"fmt"

	"rashomon"
)

const meansCorrection = "what people corrected cannot be relied on; go back to a copy"

// corrections checks every correction against its entry in the custody log, and every such entry against what is there.
func (v *verification) corrections() {
	type row struct {
		kind   string
		undoes sql.NullInt64
		entry  link
	}
	fields := func(r *row) []any {
		return []any{&r.kind, &r.undoes, &r.entry.sequence, &r.entry.kind, &r.entry.time, &r.entry.detail}
	}
	var earlier []rashomon.Correction
	each(v, `SELECT correction.kind, undoes, number, coalesce(custody.kind, ''), coalesce(time, ''), coalesce(detail, '')
		FROM correction LEFT JOIN custody ON sequence = number ORDER BY number`, fields, func(r row) {
		where := fmt.Sprintf("correction %d", r.entry.sequence)
		correction, err := r.entry.correction()
		if r.entry.kind != CustodyCorrected || err != nil {
			v.report(where, "has no entry in the custody log that can be read", meansLog)
			return
		}
		if string(correction.Kind) != r.kind || correction.Undoes != r.undoes.Int64 || correction.Check() != nil {
			v.report(where, "is not what the custody log says", meansCorrection)
			return
		}
		if correction.Undoes > 0 && v.archive.checkUndo(earlier, correction.Undoes) != nil {
			v.report(where, fmt.Sprintf("takes back %d, which did not hold", correction.Undoes), meansCorrection)
		}
		earlier = append(earlier, correction)
	})
	each(v, `SELECT sequence FROM custody WHERE kind = 'corrected'
		AND NOT EXISTS (SELECT 1 FROM correction WHERE number = sequence)`, number, func(n int64) {
		v.report(entryPlace(n), "speaks of a correction that is not there", meansCorrection)
	})
}
