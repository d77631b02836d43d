package main

import (
	"bufio"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"rashomon/rashomontest"
)

// TestServe opens an archive in a browser, reads another document meanwhile, and stops when it is told to.
func TestServe(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("it reads documents with the trained model")
	}
	folder := t.TempDir()
	archive := rashomontest.Archive(t, "rashomon.db")
	read := func(name, text string) {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		started(t, "--archive", archive, "read", path).mustRun()
	}
	read("first.txt", "The ferry sank near Karsova on 4 May 2015. Nine people drowned.\n")
	server := servedBy(t, "--archive", archive, "serve", "--listen", "127.0.0.1:0")
	address := server.address
	if page := got(t, address+"/differences"); !strings.Contains(page, "<title>Rashomon</title>") {
		t.Errorf("the page: %s", page)
	}
	if documents := got(t, address+"/api/v1/documents"); !strings.Contains(documents, `"total":1,`) {
		t.Errorf("documents: %s", documents)
	}
	read("second.txt", "Twelve people drowned when the ferry sank off Karsova, the harbour union said on 5 May 2015.\n")
	for !strings.Contains(got(t, address+"/api/v1/overview"), `"documents":2,`) {
	}
	server.stop(os.Interrupt)
}

// TestServeMakesAnArchive: whoever has none yet begins in the browser, and is told so, since its name may have been misspelt.
func TestServeMakesAnArchive(t *testing.T) {
	t.Parallel()
	server := servedBy(t, "--archive", rashomontest.Archive(t, "new.db"), "serve", "--listen", "127.0.0.1:0")
	if overview := got(t, server.address+"/api/v1/overview"); !strings.Contains(overview, `"documents":0,`) {
		t.Errorf("overview: %s", overview)
	}
	server.stop(os.Interrupt)
	if told := server.errors.String(); !strings.Contains(told, "a new archive, still empty") {
		t.Errorf("got %q", told)
	}
}

// got gets an address.
func got(t *testing.T, address string) string {
	t.Helper()
	response, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

// A served archive is a server as a process of its own.
type served struct {
	run
	address string
}

func servedBy(tb testing.TB, args ...string) *served {
	tb.Helper()
	s := &served{run: started(tb, args...)}
	s.Stdout = nil
	out, err := s.StdoutPipe()
	if err != nil {
		tb.Fatal(err)
	}
	if err := s.Start(); err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = s.Process.Kill() })
	line, err := bufio.NewReader(out).ReadString('\n')
	if s.address = regexp.MustCompile(`http://\S+`).FindString(line); err != nil || s.address == "" {
		tb.Fatalf("%q %v %s", line, err, s.errors)
	}
	for response, err := http.Get(s.address + "/readyz"); ; response, err = http.Get(s.address + "/readyz") {
		if err != nil {
			tb.Fatal(err)
		}
		response.Body.Close()
		if response.StatusCode == http.StatusOK {
			return s
		}
	}
}

// stop ends the server by a signal, at which it must end well.
func (s *served) stop(signal os.Signal) {
	s.t.Helper()
	if err := s.Process.Signal(signal); err != nil {
		s.t.Error(err)
	}
	if err := s.Wait(); err != nil {
		s.t.Errorf("it did not stop as asked: %v %s", err, s.errors)
	}
}
