package archive_test

import (
	"bufio"
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rashomon"
	"rashomon/archive"
	"rashomon/rashomontest"
)

// redated is a correction of the day of a generated document.
func redated(number int, day string) rashomon.Correction {
	return rashomon.Correction{
		Kind: rashomon.CorrectionRedate, Author: "an archivist", Reason: "the stamp says so", Day: day,
		Targets: []rashomon.Target{{
			Kind: rashomon.TargetDocument, Passages: []rashomon.Passage{{Document: generated(number).Document.ID}},
		}},
	}
}

func undo(number int64) rashomon.Correction {
	return rashomon.Correction{Kind: rashomon.CorrectionUndo, Author: "a second one", Reason: "a misreading", Undoes: number}
}

// correct keeps a correction that is new.
func correct(t testing.TB, a *archive.Archive, c rashomon.Correction) int64 {
	t.Helper()
	number, isNew, err := a.Correct(context.Background(), c)
	must(t, err)
	if !isNew {
		t.Errorf("got that %s is known, want a new record", c.Describe())
	}
	return number
}

func corrections(t testing.TB, a *archive.Archive) []rashomon.Correction {
	t.Helper()
	all, err := a.Corrections(context.Background())
	must(t, err)
	return all
}

func TestCorrectionsAreKeptAsMade(t *testing.T) {
	t.Parallel()
	path := rashomontest.Archive(t, "corrected.db")
	a := open(t, path)
	number := correct(t, a, redated(1, "2011-07-05"))
	want := redated(1, "2011-07-05")
	want.Number, want.Time = number, noon()
	if diff := cmp.Diff(corrections(t, openToRead(t, path)), []rashomon.Correction{want}); diff != "" {
		t.Errorf("got - want +\n%s", diff)
	}
	var last archive.Custody
	for entry, err := range a.Custody(context.Background()) {
		must(t, err)
		last = entry
	}
	told := fmt.Sprintf("%s: %s", last.Kind, last.Describe())
	wantTold := "corrected: redate document " + generated(1).Document.ID + " day=2011-07-05 by an archivist: the stamp says so"
	if told != wantTold {
		t.Errorf("got the entry %q, want %q", told, wantTold)
	}
	verified(t, a)
}

func TestACorrectionSaidAgainIsKeptOnce(t *testing.T) {
	t.Parallel()
	a := empty(t)
	first := correct(t, a, redated(1, "2011-07-05"))
	number, isNew, err := a.Correct(context.Background(), redated(1, "2011-07-05"))
	if err != nil || isNew || number != first {
		t.Errorf("got %d, %t, %v, want the number %d of what is known", number, isNew, err, first)
	}
	correct(t, a, redated(1, "2011-07-06"))
	correct(t, a, redated(1, "2011-07-05")) // says something after the other
	undone := correct(t, a, redated(2, "2011-07-05"))
	correct(t, a, undo(undone))
	correct(t, a, redated(2, "2011-07-05"))
	verified(t, a)
}

func TestUndo(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := empty(t)
	first := correct(t, a, redated(1, "2011-07-05"))
	second := correct(t, a, redated(2, "2011-07-05"))
	taken := correct(t, a, undo(first))
	active := rashomon.Active(corrections(t, a))
	if len(active) != 1 || active[0].Number != second {
		t.Errorf("got %v, want %d alone", active, second)
	}
	_, _, err := a.Correct(ctx, undo(first))
	wantKind(t, err, rashomon.ErrorUsage)
	_, _, err = a.Correct(ctx, undo(99))
	wantKind(t, err, rashomon.ErrorNotFound)
	correct(t, a, undo(taken))
	if active := rashomon.Active(corrections(t, a)); len(active) != 2 {
		t.Errorf("after the undoing is undone: got %v, want both", active)
	}
	correct(t, a, undo(first)) // which holds again
	verified(t, a)
}

func TestCorrectionsRefused(t *testing.T) {
	t.Parallel()
	a := empty(t)
	anonymous, silent, undated := redated(1, "2011-07-05"), redated(1, "2011-07-05"), redated(1, "July")
	anonymous.Author, silent.Reason = " ", ""
	for _, c := range []rashomon.Correction{anonymous, silent, undated, {}} {
		_, _, err := a.Correct(context.Background(), c)
		wantKind(t, err, rashomon.ErrorUsage)
	}
	reader := openToRead(t, a.Path())
	_, _, err := reader.Correct(context.Background(), redated(1, "2011-07-05"))
	wantKind(t, err, rashomon.ErrorDenied)
	if got := corrections(t, a); len(got) > 0 {
		t.Errorf("got %v, want nothing kept", got)
	}
}

// TestActiveIsWhatNoneTakesBack undoes at random and compares with the definition: a correction holds that none takes
// back that holds itself.
func TestActiveIsWhatNoneTakesBack(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		var all []rashomon.Correction
		var holds func(number int64) bool
		holds = func(number int64) bool {
			return !slices.ContainsFunc(all, func(c rashomon.Correction) bool { return c.Undoes == number && holds(c.Number) })
		}
		for range rapid.IntRange(0, 12).Draw(t, "length") {
			c := redated(1, "2011-07-05")
			if number := rapid.Int64Range(0, int64(len(all))).Draw(t, "undo"); number > 0 && holds(number) {
				c = undo(number)
			}
			c.Number = int64(len(all) + 1)
			all = append(all, c)
		}
		var got, want []int64
		for _, c := range all {
			if c.Kind != rashomon.CorrectionUndo && holds(c.Number) {
				want = append(want, c.Number)
			}
		}
		for _, c := range rashomon.Active(all) {
			got = append(got, c.Number)
		}
		if diff := cmp.Diff(got, want); diff != "" {
			t.Errorf("got - want +\n%s", diff)
		}
	})
}

// TestVerifyFindsEveryChangeOfCorrections changes every value of the table, takes every row away, and adds one.
func TestVerifyFindsEveryChangeOfCorrections(t *testing.T) {
	t.Parallel()
	path := rashomontest.Archive(t, "corrected.db")
	a := open(t, path)
	correct(t, a, undo(correct(t, a, redated(1, "2011-07-05"))))
	db := raw(t, path)
	for _, column := range columns(t, db, "correction") {
		for _, value := range values(t, db, "correction", column) {
			for _, other := range changes(value.value) {
				value.row = set(t, db, "correction", column, value.row, other)
				if len(problems(t, a)) == 0 {
					t.Errorf("%s of row %v: %v made %v: got no problem", column, value.row, value.value, other)
				}
				value.row = set(t, db, "correction", column, value.row, value.value)
			}
		}
	}
	verified(t, a)
	for _, statement := range []string{
		`DELETE FROM correction WHERE undoes IS NULL`, `DELETE FROM correction WHERE undoes IS NOT NULL`,
		`INSERT INTO correction (number, kind) VALUES (1, 'merge')`, `UPDATE correction SET undoes = NULL`,
	} {
		lost := duplicate(t, path)
		other := raw(t, lost)
		withoutTriggers(t, other, func() { execute(t, other, statement) })
		if len(problems(t, openToRead(t, lost))) == 0 {
			t.Errorf("%s: got no problem", statement)
		}
	}
}

// TestCorrectionsAreNeverDeleted: the triggers keep them.
func TestCorrectionsAreNeverDeleted(t *testing.T) {
	t.Parallel()
	path := rashomontest.Archive(t, "corrected.db")
	correct(t, open(t, path), redated(1, "2011-07-05"))
	for _, statement := range []string{`DELETE FROM correction`, `UPDATE correction SET kind = 'merge'`} {
		if _, err := raw(t, path).Exec(statement); err == nil {
			t.Errorf("%s: got no error", statement)
		}
	}
}

// TestTwoProcessesCorrectAtOnce lets processes make the same corrections at once: each is kept once.
func TestTwoProcessesCorrectAtOnce(t *testing.T) {
	t.Parallel()
	const count = 30
	path := rashomontest.Archive(t, "shared.db")
	done := make(chan error)
	for range 3 {
		command := child(t, "correct", path, fmt.Sprint(count))
		go func() { done <- command.Run() }()
	}
	for range 3 {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	a := open(t, path)
	verified(t, a)
	if got := len(corrections(t, a)); got != count {
		t.Errorf("got %d corrections, want %d", got, count)
	}
}

// TestKilledCorrectionsLoseNothing kills processes that correct; what they reported as kept is there, and all is whole.
func TestKilledCorrectionsLoseNothing(t *testing.T) {
	t.Parallel()
	path := rashomontest.Archive(t, "killed.db")
	for i := range 5 {
		reported := killDuringCorrections(t, path, time.Duration(i)*3*time.Millisecond)
		a := open(t, path)
		verified(t, a)
		if got := len(corrections(t, a)); got < reported {
			t.Errorf("got %d corrections, %d were reported as kept", got, reported)
		}
	}
}

// killDuringCorrections kills a process some time after its first correction, and returns how many it reported as kept.
func killDuringCorrections(t *testing.T, path string, after time.Duration) (reported int) {
	t.Helper()
	command := child(t, "correct", path, "1000")
	out, err := command.StdoutPipe()
	must(t, err)
	must(t, command.Start())
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if reported++; reported == 1 {
			time.AfterFunc(after, func() { _ = command.Process.Kill() }) // it may be done
		}
	}
	_ = command.Wait() // it was killed
	return reported
}

// TestVersion2 brings an archive that knows no corrections up to date.
func TestVersion2(t *testing.T) {
	t.Parallel()
	path := rashomontest.Archive(t, "version2.db")
	a, err := archive.Open(context.Background(), path, options())
	must(t, err)
	putGenerated(t, a, 2)
	must(t, a.Close())
	db := raw(t, path)
	execute(t, db, `DROP TABLE correction`)
	execute(t, db, `DROP TABLE drawing`)
	execute(t, db, `DROP TABLE composite`)
	execute(t, db, `DELETE FROM goose_db_version WHERE version_id >= 3`)
	_, err = archive.Open(context.Background(), path, archive.Options{ReadOnly: true})
	wantKind(t, err, rashomon.ErrorUnsupported)
	later := open(t, path)
	verified(t, later)
	correct(t, later, redated(1, "2011-07-05"))
	verified(t, later)
}
