package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rashomon/intake"
)

// TestKilledReadsLoseNothing kills `rashomon read` with SIGKILL at random moments, a hundred times, each time going on
// where the one before got to. After each kill the archive must open and be whole, and in the end a rerun must complete
// it to what an undisturbed read gives. The documents are a sentence long: what is tried is how they are kept, and to
// read longer ones would take most of the time.
func TestKilledReadsLoseNothing(t *testing.T) {
	t.Parallel()
	documents, kills := 12_000, 100
	if testing.Short() {
		documents, kills = 2_000, 10
	}
	sentence := func(i int) string {
		return fmt.Sprintf("Report %d\n\nThe gates were shut at high water, says the keeper of lock %d.", i, i%50)
	}
	folder := t.TempDir()
	input, one := writeVariations(t, folder, documents, sentence), writeVariations(t, t.TempDir(), 1, sentence)
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))

	whole, killed := filepath.Join(folder, "whole.db"), filepath.Join(folder, "killed.db")
	start := taken(func() { started(t, "--archive", filepath.Join(folder, "one.db"), "read", one).mustRun() })
	all := taken(func() { started(t, "--archive", whole, "read", input).mustRun() })
	batch := (all - start) * intake.BatchDocuments / time.Duration(documents)

	for range kills {
		reading := started(t, "--archive", killed, "read", input)
		if err := reading.Start(); err != nil {
			t.Fatal(err)
		}
		// Up to the second batch: some kills come before anything is written, some within a transaction.
		time.Sleep(time.Duration(random.Int64N(int64(start + 2*batch))))
		_ = reading.Process.Kill() // it may have come to its end
		_ = reading.Wait()
		if _, err := os.Stat(killed); err == nil {
			started(t, "--archive", killed, "verify", "--quick").mustRun()
		}
	}
	t.Logf("%d of %d documents were in the archive after %d kills", listed(t, killed), documents, kills)
	started(t, "--archive", killed, "read", input).mustRun()
	started(t, "--archive", killed, "verify").mustRun()
	want := started(t, "--archive", whole, "list", "--json").mustRun()
	got := started(t, "--archive", killed, "list", "--json").mustRun()
	if n := listed(t, killed); n != documents || got != want {
		t.Errorf("the archive lists %d documents, want the %d of an undisturbed read, and the same", n, documents)
	}
}

// taken returns how long something takes.
func taken(do func()) time.Duration {
	began := time.Now()
	do()
	return time.Since(began)
}

func listed(t *testing.T, path string) int {
	t.Helper()
	return strings.Count(started(t, "--archive", path, "list", "--json").mustRun(), "\n")
}

// writeVariations writes a JSON Lines file of documents, whose texts a function makes, and returns its path.
func writeVariations(t testing.TB, folder string, documents int, text func(i int) string) string {
	t.Helper()
	var lines bytes.Buffer
	encoder := json.NewEncoder(&lines)
	for i := range documents {
		day := fmt.Sprintf("20%02d-%02d-%02d", i%30, 1+i%12, 1+i%28)
		if err := encoder.Encode(map[string]string{"id": fmt.Sprint("v", i), "published": day, "text": text(i)}); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(folder, "variations.jsonl")
	if err := os.WriteFile(path, lines.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// A run is the program about to be started as a process of its own.
type run struct {
	*exec.Cmd
	t      testing.TB
	output *bytes.Buffer
	errors *bytes.Buffer
}

func started(t testing.TB, args ...string) run {
	t.Helper()
	binary, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	r := run{exec.Command(binary, args...), t, new(bytes.Buffer), new(bytes.Buffer)}
	r.Env = append(os.Environ(), asProgram+"=1")
	r.Stdout, r.Stderr = r.output, r.errors
	return r
}

// mustRun runs the program to its end and returns what it printed.
func (r run) mustRun() string {
	r.t.Helper()
	if err := r.Run(); err != nil {
		r.t.Fatalf("%v: %v\n%s%s", r.Args[1:], err, r.output, r.errors)
	}
	return r.output.String()
}
