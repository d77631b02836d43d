package archive

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"time"

	"rashomon"
)

// Correct keeps a correction and returns its number. One that says what the last one on the same things says already is
// not kept again. An undo of a correction that is not there is an error of kind ErrorNotFound; of one that does not hold
// any more, of kind ErrorUsage.
func (a *Archive) Correct(ctx context.Context, correction rashomon.Correction) (number int64, isNew bool, err error) {
	if err := correction.Check(); err != nil {
		return 0, false, err
	}
	err = a.write(ctx, func(c *change) error {
		number, isNew, err = c.correct(correction)
		return err
	})
	return number, isNew, err
}

func (c *change) correct(correction rashomon.Correction) (number int64, isNew bool, err error) {
	earlier, err := c.archive.corrections(c.context, c.tx)
	if err != nil {
		return 0, false, err
	}
	if correction.Kind == rashomon.CorrectionUndo {
		if err := c.archive.checkUndo(earlier, correction.Undoes); err != nil {
			return 0, false, err
		}
	} else if last, found := lastOn(correction.Targets, rashomon.Active(earlier)); found && last.Same(correction) {
		return last.Number, false, nil
	}
	number, err = c.log(CustodyCorrected, nil, correction, nil)
	if err != nil {
		return 0, false, err
	}
	undoes := sql.NullInt64{Int64: correction.Undoes, Valid: correction.Undoes > 0}
	_, err = c.exec(`INSERT INTO correction (number, kind, undoes) VALUES ($1, $2, $3)`, number, string(correction.Kind), undoes)
	return number, true, err
}

// lastOn returns the last correction that speaks of any of some targets.
func lastOn(targets []rashomon.Target, corrections []rashomon.Correction) (rashomon.Correction, bool) {
	for _, c := range slices.Backward(corrections) {
		if slices.ContainsFunc(c.Targets, func(t rashomon.Target) bool { return slices.ContainsFunc(targets, t.Equal) }) {
			return c, true
		}
	}
	return rashomon.Correction{}, false
}

// checkUndo refuses to take back what is not there, or was taken back.
func (a *Archive) checkUndo(earlier []rashomon.Correction, number int64) error {
	known := func(c rashomon.Correction) bool { return c.Number == number }
	place := "correction " + strconv.FormatInt(number, 10)
	if !slices.ContainsFunc(earlier, known) {
		return newError(rashomon.ErrorNotFound, place, "the archive has no such correction", "`rashomon corrections` lists them", nil)
	}
	undone := rashomon.Undone(earlier)
	if by := undone[number]; by != 0 {
		return newError(rashomon.ErrorUsage, place, fmt.Sprintf("it is undone already, by correction %d", by),
			fmt.Sprintf("undo %d to let it hold again", by), nil)
	}
	return nil
}

// Corrections returns all corrections in the order in which they were made, those that were undone and the undoing among
// them; [rashomon.Active] tells which hold.
func (a *Archive) Corrections(ctx context.Context) ([]rashomon.Correction, error) {
	return a.corrections(ctx, a.db)
}

func (a *Archive) corrections(ctx context.Context, from querier) ([]rashomon.Correction, error) {
	const query = `SELECT sequence, time, detail FROM correction JOIN custody ON sequence = number ORDER BY number`
	var all []rashomon.Correction
	fields := func(l *link) []any { return []any{&l.sequence, &l.time, &l.detail} }
	for entry, err := range scanAll(ctx, a, from, query, fields) {
		if err != nil {
			return nil, err
		}
		correction, err := entry.correction()
		if err != nil {
			return nil, newError(rashomon.ErrorCorrupt, a.path+": "+entryPlace(entry.sequence),
				"its correction cannot be read", remedyBroken, err)
		}
		all = append(all, correction)
	}
	return all, nil
}

// correction returns what an entry says that somebody corrected.
func (l link) correction() (correction rashomon.Correction, err error) {
	if err := json.Unmarshal([]byte(l.detail), &correction); err != nil {
		return correction, err
	}
	correction.Number = l.sequence
	correction.Time, err = time.Parse(time.RFC3339Nano, l.time)
	return correction, err
}
