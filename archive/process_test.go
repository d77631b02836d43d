package archive_test

import (
	"bufio"
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"strconv"
	"testing"
	"time"

	"rashomon"
	"rashomon/archive"
	"rashomon/rashomontest"
)

// TestTwoProcessesWriteAtOnce lets processes put overlapping documents into one archive, which they also create at
// once.
func TestTwoProcessesWriteAtOnce(t *testing.T) {
	t.Parallel()
	path := rashomontest.Archive(t, "shared.db")
	done := make(chan error)
	ranges := [][2]string{{"0", "200"}, {"100", "300"}, {"0", "300"}}
	for _, r := range ranges {
		command := child(t, "put", path, r[0], r[1])
		go func() { done <- command.Run() }()
	}
	for range ranges {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	a := open(t, path)
	verified(t, a)
	alone := empty(t)
	putGenerated(t, alone, 300)
	if got, want := list(t, a), list(t, alone); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestKilledPutsLoseNothing kills processes that write, at random moments. The archive must open and be whole each
// time, every document there or not, and in the end complete.
func TestKilledPutsLoseNothing(t *testing.T) {
	t.Parallel()
	kills, documents := 100, 800
	if testing.Short() {
		kills = 10
	}
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	path := rashomontest.Archive(t, "killed.db")
	for i := range kills {
		killDuringPut(t, path, i*documents/kills, documents, time.Duration(random.Int64N(int64(25*time.Millisecond))))
		a := open(t, path)
		verified(t, a)
	}
	a := open(t, path)
	putGenerated(t, a, documents)
	verified(t, a)
	alone := empty(t)
	putGenerated(t, alone, documents)
	if list(t, a) != list(t, alone) {
		t.Error("after the kills a rerun does not give what an undisturbed run gives")
	}
}

// killDuringPut kills a process a while after it has begun: every third one from its start, when it may be creating the
// archive, the others from its first batch.
func killDuringPut(t *testing.T, path string, from, to int, after time.Duration) {
	t.Helper()
	command := child(t, "put", path, strconv.Itoa(from), strconv.Itoa(to))
	out, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	if from%3 != 0 {
		if _, err := bufio.NewReader(out).ReadString('\n'); err != nil {
			t.Fatal(err)
		}
	}
	time.Sleep(after)
	if err := command.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_, _ = io.Copy(io.Discard, out)
	if err := command.Wait(); err == nil {
		t.Log("a process was done before it was killed")
	}
}

// TestBusy holds the lock of a writer while another wants it.
func TestBusy(t *testing.T) {
	t.Parallel()
	path := rashomontest.Archive(t, "busy.db")
	open(t, path)
	rival, err := raw(t, path).Conn(context.Background())
	must(t, err)
	defer rival.Close()
	lock := `BEGIN IMMEDIATE`
	if rashomontest.Postgres() != "" {
		lock = `BEGIN; SELECT pg_advisory_xact_lock('custody'::regclass::oid::bigint)`
	}
	_, err = rival.ExecContext(context.Background(), lock)
	must(t, err)
	impatient := options()
	impatient.Wait = 10 * time.Millisecond
	_, err = archive.Open(context.Background(), path, impatient)
	wantKind(t, err, rashomon.ErrorBusy)
	_, err = rival.ExecContext(context.Background(), `ROLLBACK`)
	must(t, err)
}

func wantKind(t testing.TB, err error, want rashomon.ErrorKind) {
	t.Helper()
	var ours *rashomon.Error
	if !errors.As(err, &ours) || ours.Kind != want || ours.Place == "" {
		t.Errorf("got error %v, want one of kind %q that names the place", err, want)
	}
}

func putGenerated(t testing.TB, a *archive.Archive, documents int) {
	t.Helper()
	var entries []archive.Entry
	for i := range documents {
		entries = append(entries, generated(i))
	}
	put(t, a, entries...)
}

// verified fails the test when an archive is not whole.
func verified(t testing.TB, a *archive.Archive) {
	t.Helper()
	for _, problem := range problems(t, a) {
		t.Errorf("got %+v, want no problem", problem)
	}
}

func problems(t testing.TB, a *archive.Archive) (found []archive.Problem) {
	t.Helper()
	for problem, err := range a.Verify(context.Background(), nil) {
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, problem)
	}
	return found
}
