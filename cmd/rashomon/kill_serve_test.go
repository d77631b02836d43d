package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"path/filepath"
	"sync"
	"syscall"
	"testing"
	"time"
)

// TestKilledServerLosesNothing kills a server with SIGKILL at random moments, while people correct and another process reads documents
// into the same archive. After each kill the archive is whole, and the next server shows every correction that was answered.
func TestKilledServerLosesNothing(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("it reads documents with the trained model")
	}
	folder := t.TempDir()
	path := filepath.Join(folder, "rashomon.db")
	started(t, "--archive", path, "read", writeVariations(t, t.TempDir(), 10, ferryAccount)).mustRun()
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))

	answered := map[string]bool{} // reasons of corrections
	for round := range 8 {
		server := servedBy(t, "--archive", path, "serve", "--listen", "127.0.0.1:0")
		var documents struct{ Items []struct{ ID string } }
		asJSON(t, got(t, server.address+"/api/v1/documents"), &documents)
		reading := started(t, "--archive", path, "read",
			writeVariations(t, t.TempDir(), 100, func(i int) string { return fmt.Sprint("Round ", round, ".\n\n", ferryAccount(i)) }))
		if err := reading.Start(); err != nil {
			t.Fatal(err)
		}
		persons := correctingUntilKilled(t, server.address, round, documents.Items[0].ID, answered)
		time.Sleep(time.Duration(random.Int64N(int64(2 * time.Second))))
		if round%4 == 3 {
			server.stop(syscall.SIGTERM) // nor does one that is asked to stop, and it gives no wrong answer
		} else {
			_ = server.Process.Kill()
			_ = server.Wait()
		}
		persons.Wait()
		_ = reading.Process.Kill()
		_ = reading.Wait()
		started(t, "--archive", path, "verify").mustRun()
	}
	t.Logf("%d corrections were answered", len(answered))
	if len(answered) == 0 {
		t.Error("no correction was answered before a kill")
	}
	server := servedBy(t, "--archive", path, "serve", "--listen", "127.0.0.1:0")
	for _, reason := range reasons(t, server.address) {
		delete(answered, reason)
	}
	if len(answered) > 0 {
		t.Errorf("lost: %v", answered)
	}
}

// correctingUntilKilled lets four people correct the day of a document until nobody answers, and notes the reasons of what was answered.
func correctingUntilKilled(t *testing.T, address string, round int, document string, answered map[string]bool) *sync.WaitGroup {
	var group sync.WaitGroup
	var lock sync.Mutex
	for person := range 4 {
		group.Go(func() {
			for i := 0; ; i++ {
				reason := fmt.Sprintf("round %d, person %d, correction %d", round, person, i)
				if !redated(t, address, document, 1+(4*i+person)%28, reason) {
					return
				}
				lock.Lock()
				answered[reason] = true
				lock.Unlock()
			}
		})
	}
	return &group
}

// reasons are those of all corrections that a server knows.
func reasons(t *testing.T, address string) (all []string) {
	t.Helper()
	for after := ""; ; {
		var page struct {
			Next  string
			Items []struct{ Reason string }
		}
		asJSON(t, got(t, address+"/api/v1/corrections?limit=200&after="+after), &page)
		for _, c := range page.Items {
			all = append(all, c.Reason)
		}
		if after = page.Next; after == "" {
			return all
		}
	}
}

// redated corrects the day of a document, and reports whether that was answered: a server that was killed answers nothing.
func redated(t *testing.T, address, document string, day int, reason string) bool {
	correction, err := json.Marshal(map[string]any{
		"kind": "redate", "author": "A. Reader", "reason": reason, "names": []string{document}, "day": fmt.Sprintf("2015-05-%02d", day),
	})
	if err != nil {
		t.Error(err)
	}
	response, err := http.Post(address+"/api/v1/corrections", "application/json", bytes.NewReader(correction))
	if err != nil {
		return false
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		t.Errorf("%s: %s", correction, response.Status)
	}
	return response.StatusCode == http.StatusOK
}

func asJSON(t *testing.T, text string, into any) {
	t.Helper()
	if err := json.Unmarshal([]byte(text), into); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
}
