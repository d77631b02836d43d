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
	server := started(t, "--archive", archive, "serve", "--listen", "127.0.0.1:0")
	server.Stdout = nil
	out, err := server.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	address := regexp.MustCompile(`http://\S+`).FindString(line)
	if err != nil || address == "" {
		t.Fatalf("%q %v %s", line, err, server.errors)
	}
	if page := got(t, address+"/differences"); !strings.Contains(page, "<title>Rashomon</title>") {
		t.Errorf("the page: %s", page)
	}
	if documents := got(t, address+"/api/v1/documents"); !strings.Contains(documents, `"total":1,`) {
		t.Errorf("documents: %s", documents)
	}
	read("second.txt", "Twelve people drowned when the ferry sank off Karsova, the harbour union said on 5 May 2015.\n")
	for !strings.Contains(got(t, address+"/api/v1/overview"), `"documents":2,`) {
	}
	if err := server.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	if err := server.Wait(); err != nil {
		t.Errorf("it did not stop as asked: %v %s", err, server.errors)
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
