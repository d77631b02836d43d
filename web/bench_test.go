package web_test

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"rashomon"
	"rashomon/archive"
	"rashomon/digest"
	"rashomon/digest/digesttest"
	"rashomon/rashomontest"
	"rashomon/web"
)

var (
	documents = flag.Int("documents", 1000, "how many documents the benchmarks serve")
	kept      = flag.String("archive", "", "keep the archive that the benchmarks serve at this path, with what was compared, and take it up there the next time")
)

// asked is what pages ask for, by their names. What stands in braces is the first id of that list.
var asked = map[string]string{
	"overview": "/overview", "documents": "/documents", "documents of a source": "/documents?source=post", "document": "/documents/{/documents}",
	"differences": "/differences", "likely differences": "/differences?standing=likely", "differences of scope": "/differences?standing=scope",
	"differences of a document": "/differences?document={/documents}", "agreements": "/agreements", "happenings": "/happenings",
	"all happenings": "/happenings?told=1&limit=200", "happenings by words": "/happenings?told=1&words=fire",
	"happenings of a party": "/happenings?party={/parties}", "happening": "/happenings/{/happenings}", "matrix": "/matrix",
	"parties": "/parties", "parties by name": "/parties?name=an", "party": "/parties/{/parties}", "timeline": "/timeline",
	"whole timeline": "/timeline?told=1", "echoes": "/echoes", "echoes of a document": "/echoes?document={/documents}",
	"predictions": "/predictions", "positions": "/positions", "positions of a party": "/positions?party={/parties}", "changes": "/changes",
	"corrections": "/corrections", "search": "/search?q=the", "search for two words": "/search?q=water+police", "why a difference": "/why/{/differences}",
	"why an agreement": "/why/{/agreements}", "why a party": "/why/{/parties}", "map": "/map?limit=200", "map up to a year": "/map?at=2015&by=true",
	"map of a party": "/map?party={/parties}", "nowhere": "/map/nowhere?limit=200", "lanes": "/lanes", "all lanes": "/lanes?told=1", "network": "/network",
	"network of what is denied": "/network?state=denied&most=300", "network of a party": "/network?party={/parties}",
}

// BenchmarkGet asks for all that pages show of an archive of many stories. An answer may take 300 ms.
func BenchmarkGet(b *testing.B) {
	handler, api := many(b), "/api/v1"
	for _, name := range slices.Sorted(maps.Keys(asked)) {
		b.Run(name, func(b *testing.B) {
			path := api + named(b, handler, asked[name])
			bytes, longest := 0, time.Duration(0)
			b.ReportAllocs()
			for b.Loop() {
				began := time.Now()
				bytes = len(answer(b, handler, path))
				longest = max(longest, time.Since(began))
			}
			b.ReportMetric(float64(bytes)/(1<<10), "kB")
			b.ReportMetric(float64(longest.Microseconds())/1000, "ms-longest")
		})
	}
}

// answer returns the body of an answer, which must be one.
func answer(b *testing.B, handler http.Handler, path string) []byte {
	b.Helper()
	recorder := httptest.NewRecorder()
	request := httptest.NewRequest(http.MethodGet, path, http.NoBody)
	request.Host = "127.0.0.1"
	handler.ServeHTTP(recorder, request)
	body, err := io.ReadAll(recorder.Body)
	if recorder.Code != http.StatusOK || err != nil {
		b.Fatalf("%s: %d %s %v", path, recorder.Code, body, err)
	}
	return body
}

// named puts ids into a path.
func named(b *testing.B, handler http.Handler, path string) string {
	b.Helper()
	for from := 0; from < len(path); from++ {
		if path[from] != '{' {
			continue
		}
		to := from
		for path[to] != '}' {
			to++
		}
		var first list
		if err := json.Unmarshal(answer(b, handler, "/api/v1"+path[from+1:to]+"?limit=1"), &first); err != nil || len(first.Items) == 0 {
			b.Fatalf("%s lists nothing: %v", path[from:to], err)
		}
		return path[:from] + fmt.Sprint(first.Items[0]["id"]) + named(b, handler, path[to+1:])
	}
	return path
}

// many returns what serves the documents of many stories, once they are set side by side.
func many(b *testing.B) http.Handler {
	b.Helper()
	path := *kept
	if path == "" {
		path = filepath.Join(b.TempDir(), "rashomon.db")
	}
	_, err := os.Stat(path)
	drawn := map[string]*digest.Digest{}
	a := manyIn(b, path, drawn)
	if err != nil {
		fill(b, a, drawn)
	}
	handler := web.New(b.Context(), a, config()).Handler()
	for began := time.Now(); ; time.Sleep(100 * time.Millisecond) {
		recorder := httptest.NewRecorder()
		request := httptest.NewRequest(http.MethodGet, "/api/v1/overview", http.NoBody)
		request.Host = "127.0.0.1"
		if handler.ServeHTTP(recorder, request); recorder.Code == http.StatusOK {
			b.Logf("the first page after %v", time.Since(began).Round(10*time.Millisecond))
			return handler
		}
	}
}

// manyIn opens an archive that keeps digests as they are given.
func manyIn(b *testing.B, path string, drawn map[string]*digest.Digest) *archive.Archive {
	b.Helper()
	a, err := archive.Open(b.Context(), path, archive.Options{
		Now: day, Version: "test", Maker: func() []byte { return []byte("benchmark") },
		Drawing: &archive.Drawing{Version: "given", Draw: func(doc *rashomon.Document) ([]byte, error) {
			return digest.Encode(drawn[doc.ID]), nil
		}},
	})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = a.Close() })
	return a
}

// fill puts the documents of many stories into an archive: their texts, read by hand, and their digests.
func fill(b *testing.B, a *archive.Archive, drawn map[string]*digest.Digest) {
	b.Helper()
	var entries []archive.Entry
	for _, d := range digesttest.Corpus(b, *documents) {
		doc := rashomontest.Document(d.Text)
		doc.Name = d.Name
		own := *d.Whole()
		own.Document = doc.ID
		own.Fold()
		drawn[doc.ID] = &own
		entries = append(entries, archive.Entry{Original: rashomon.Original{Bytes: []byte(doc.Text), Format: rashomon.FormatText, Name: doc.Name}, Document: doc})
	}
	for len(entries) > 0 {
		some := entries[:min(len(entries), 100)]
		entries = entries[len(some):]
		if _, err := a.Put(context.Background(), some); err != nil {
			b.Fatal(err)
		}
	}
}
