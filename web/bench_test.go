package web_test

import (
	"cmp"
	"compress/gzip"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
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

// asked is what pages ask for, by their names. What stands in braces is the first id of that list, which is the largest of its
// kind, or what the keys behind it lead to.
var asked = map[string]string{
	"overview": "/overview", "search": "/search?q=the", "search for two words": "/search?q=water+police",
	"corrections": "/corrections", "documents": "/documents", "documents of a source": "/documents?source=post",
	"document": "/documents/{/documents}",

	"differences": "/differences", "differences of a document": "/differences?document={/documents}",
	"likely differences": "/differences?standing=likely", "differences of scope": "/differences?standing=scope",
	"agreements": "/agreements", "happenings": "/happenings", "all happenings": "/happenings?told=1&limit=200",
	"happenings by words": "/happenings?told=1&words=fire", "happening": "/happenings/{/happenings}",
	"why a happening": "/why/{/happenings}", "matrix": "/matrix", "widest matrix": "/matrix?limit=200", "timeline": "/timeline",
	"whole timeline": "/timeline?told=1", "timeline without days": "/timeline?told=1&undated=true", "lanes": "/lanes",
	"all lanes": "/lanes?told=1", "echoes": "/echoes", "echoes of a document": "/echoes?document={/documents}",
	"predictions": "/predictions", "changes": "/changes", "changes of a happening": "/changes?happening={/happenings}",
	"positions": "/positions", "positions of a party": "/positions?party={/positions items 0 party id}",

	"parties": "/parties", "parties by name": "/parties?name=an", "party": "/parties/{/parties}", "why a party": "/why/{/parties}",
	"a difference": "/differences/{/differences}", "its passages": "/differences/{/differences}/passages?limit=200",
	"an agreement": "/agreements/{/agreements}", "passages of an agreement": "/agreements/{/agreements}/passages?limit=200",
	"why a difference": "/why/{/differences}", "why an agreement": "/why/{/agreements}",

	"map": "/map?limit=200", "map at a year": "/map?at=2018", "map up to a year": "/map?at=2018&by=true",
	"a place": "/map/{/map places items 0 id}", "nowhere": "/map/nowhere?limit=200", "network": "/network",
	"network of what is denied": "/network?state=denied&most=300", "widest network": "/network?most=300&unnamed=true",
	"edge": "/network/{/network edges 0 from}/{/network edges 0 to}?limit=200",

	"deeds": "/deeds", "deeds by a party": "/deeds?who={/parties}", "deeds to a party": "/deeds?whom={/parties}",
	"deeds by a name": "/deeds?who=an&whom=er", "deeds of a kind": "/deeds?what=occurrence", "deeds on a word": "/deeds?word=police",

	"report": "/report", "report in Markdown": "/report?format=md",
}

// narrowing are the filters of lists, and narrowed the lists.
var (
	narrowing = map[string]string{
		"of a source": "source=post", "of a party": "party={/parties}", "of parties by name": "party=an",
		"at a place": "place={/map places items 0 id}", "of days": "from=2017-06&to=2018-06", "of what is denied": "status=denied",
		"of a type": "type=OCCURRENCE", "as known on a day": "known_on=2018",
	}
	narrowed = []string{"differences", "likely differences", "agreements", "all happenings", "matrix", "whole timeline", "map",
		"nowhere", "all lanes", "network"}
)

// BenchmarkGet asks for all that pages show of an archive of many stories, as browsers do. An answer may take 300 ms.
func BenchmarkGet(b *testing.B) {
	handler, all := many(b), maps.Clone(asked)
	for _, name := range narrowed {
		for by, filter := range narrowing {
			between := "?"
			if strings.Contains(asked[name], "?") {
				between = "&"
			}
			all[name+" "+by] = asked[name] + between + filter
		}
	}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		b.Run(name, func(b *testing.B) {
			path := "/api/v1" + named(b, handler, all[name])
			if _, day, is := strings.Cut(path, "known_on="); is {
				answer(b, handler, "/api/v1/positions?limit=1&known_on="+day) // what was known is compared beside
			}
			bytes, longest, round := 0, time.Duration(0), 0
			fresh := path + "?"
			if strings.Contains(path, "?") {
				fresh = path + "&"
			}
			b.ReportAllocs()
			for b.Loop() {
				round++ // under another address each time: an answer that was made is sent again as it is
				began := time.Now()
				bytes = answer(b, handler, fmt.Sprintf("%sround=%d", fresh, round)).Body.Len()
				longest = max(longest, time.Since(began))
			}
			b.ReportMetric(float64(bytes)/(1<<10), "kB")
			b.ReportMetric(float64(longest.Microseconds())/1000, "ms-longest")
		})
	}
}

// answer returns an answer, which must be one, compressed as it is sent.
func answer(b *testing.B, handler http.Handler, path string) *httptest.ResponseRecorder {
	b.Helper()
	for {
		recorder := httptest.NewRecorder()
		request := httptest.NewRequest(http.MethodGet, path, http.NoBody)
		request.Host = "127.0.0.1"
		request.Header.Set("Accept-Encoding", "gzip")
		handler.ServeHTTP(recorder, request)
		switch recorder.Code {
		case http.StatusOK:
			return recorder
		case http.StatusServiceUnavailable:
			time.Sleep(100 * time.Millisecond)
		default:
			b.Fatalf("%s: %d %s", path, recorder.Code, recorder.Body)
		}
	}
}

// named puts ids into a path.
func named(b *testing.B, handler http.Handler, path string) string {
	b.Helper()
	before, rest, found := strings.Cut(path, "{")
	if !found {
		return path
	}
	asked, after, _ := strings.Cut(rest, "}")
	list, keys, _ := strings.Cut(asked, " ")
	body := answer(b, handler, "/api/v1"+list+"?known_on=")
	var value any
	unzipped, err := gzip.NewReader(body.Body)
	if err == nil {
		err = json.NewDecoder(unzipped).Decode(&value)
	}
	if err != nil {
		b.Fatal(err)
	}
	for key := range strings.FieldsSeq(cmp.Or(keys, "items 0 id")) {
		switch in := value.(type) {
		case map[string]any:
			value = in[key]
		case []any:
			value = in[0]
		}
	}
	if value == nil {
		b.Fatalf("%s has nothing at %s", list, keys)
	}
	return before + fmt.Sprint(value) + named(b, handler, after)
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
		entries = append(entries, archive.Entry{Original: rashomon.Original{Bytes: []byte(doc.Text), Format: rashomon.FormatText,
			Name: doc.Name}, Document: doc})
	}
	for len(entries) > 0 {
		some := entries[:min(len(entries), 100)]
		entries = entries[len(some):]
		if _, err := a.Put(context.Background(), some); err != nil {
			b.Fatal(err)
		}
	}
}
