package web_test

import (
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"rashomon"
	"rashomon/archive"
	"rashomon/rashomontest"
	"rashomon/view"
	"rashomon/web"
)

var pages = fstest.MapFS{
	"index.html":        {Data: []byte("<!doctype html><title>Rashomon</title>")},
	"assets/app-1a2.js": {Data: []byte("export {}")},
}

// day is the clock of the tests.
func day() time.Time { return time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC) }

// config is that of a server on this machine.
func config() web.Config {
	return web.Config{
		Version: "test", Pages: pages, Log: slog.New(slog.NewTextHandler(io.Discard, nil)), Now: day,
		Hosts: []string{"127.0.0.1", "localhost"},
	}
}

// serve serves an archive of documents until the test ends.
func serve(t testing.TB, config web.Config, documents ...*rashomon.Document) *httptest.Server {
	t.Helper()
	a, err := archive.Open(t.Context(), rashomontest.Archive(t, "rashomon.db"),
		archive.Options{Now: day, Version: "test", Drawing: view.Drawing()})
	if err != nil {
		t.Fatal(err)
	}
	var entries []archive.Entry
	for _, doc := range documents {
		entries = append(entries, archive.Entry{Original: rashomon.Original{Bytes: []byte(doc.Text), Format: rashomon.FormatText,
			Name: doc.Name}, Document: doc})
	}
	if _, err := a.Put(t.Context(), entries); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.WithoutCancel(t.Context()))
	app := web.New(ctx, a, config)
	server := httptest.NewServer(app.Handler())
	t.Cleanup(func() {
		server.Close()
		stop()
		app.Wait(context.Background())
		_ = a.Close()
	})
	return server
}

// TestDescription holds the description of the API fast: what the pages are built against.
func TestDescription(t *testing.T) {
	t.Parallel()
	server := serve(t, config())
	var description any
	fetch(t, server.URL+"/api/v1/openapi.json", &description)
	got, err := json.MarshalIndent(description, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	rashomontest.Golden(t, filepath.Join("testdata", "openapi.json"), append(got, '\n'))
}

// fetch gets an address that must answer with JSON.
func fetch(t testing.TB, url string, into any) {
	t.Helper()
	response, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK || !strings.Contains(response.Header.Get("Content-Type"), "json") {
		body, _ := io.ReadAll(response.Body)
		t.Fatalf("%s: %s %s %s", url, response.Status, response.Header.Get("Content-Type"), body)
	}
	if err := json.NewDecoder(response.Body).Decode(into); err != nil {
		t.Fatal(err)
	}
}

// tangled returns documents whose layers stand every which way.
func tangled() []*rashomon.Document {
	var documents []*rashomon.Document
	for seed, text := range []string{"The mayor said that nine boats sank in Karsova.\n", "Twelve boats sank, the union wrote.\n"} {
		doc, original := rashomontest.Tangled(text, uint64(seed)), rashomon.Original{Bytes: []byte(text)}
		doc.ID, doc.SHA256 = original.ID(), original.SHA256()
		documents = append(documents, doc)
	}
	return documents
}
