package web_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon"
	"rashomon/examples"
	"rashomon/rashomontest"
	"rashomon/reader"
	"rashomon/source"
)

// embedded returns the accounts of the embedded case, each read as plain text.
func embedded(t *testing.T) []*rashomon.Document {
	t.Helper()
	if testing.Short() {
		t.Skip("it reads the embedded case with the trained model")
	}
	names, err := fs.Glob(examples.Case(), "*")
	if err != nil {
		t.Fatal(err)
	}
	var documents []*rashomon.Document
	for _, name := range names {
		data, err := fs.ReadFile(examples.Case(), name)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := source.Parse(rashomon.Original{Name: name, Address: "/" + name, Format: rashomon.FormatText, Bytes: data})
		if err != nil {
			continue // a PDF, which is no text; of web pages the markup is read too
		}
		if err := reader.New().Read(t.Context(), doc); err != nil {
			t.Fatal(err)
		}
		documents = append(documents, doc)
	}
	return documents
}

// lists are the operations that answer with a list, and what their ids lead to.
var lists = map[string]string{
	"/documents": "/documents/", "/differences": "/why/", "/differences?standing=likely": "/why/",
	"/differences?standing=scope": "/why/", "/agreements?roots=1": "/why/", "/happenings?told=1": "/happenings/",
	"/parties": "/parties/", "/timeline?told=1": "/why/", "/timeline?told=1&undated=true": "/why/", "/map/nowhere": "/why/",
	"/echoes": "/why/", "/predictions": "", "/positions": "", "/changes": "/why/", "/corrections": "", "/deeds": "/why/",
	"/deeds?who=Ministry": "/why/", "/deeds?what=accuse&word=union": "/why/",
}

type list struct {
	Total int              `json:"total"`
	Next  string           `json:"next"`
	Items []map[string]any `json:"items"`
}

// TestWalk asks for everything that there is of the embedded case: each list, page by page and as a whole, and what each id leads
// to.
func TestWalk(t *testing.T) {
	t.Parallel()
	api := serve(t, config(), embedded(t)...).URL + "/api/v1"
	var overview struct {
		Summary struct{ Documents, Shared int }
	}
	fetch(t, api+"/overview", &overview)
	if overview.Summary.Documents < 2 || overview.Summary.Shared == 0 {
		t.Errorf("overview: %+v", overview)
	}
	for path, leads := range lists {
		whole := all(t, api+path, 200)
		if diff := cmp.Diff(whole, all(t, api+path, 3)); diff != "" {
			t.Errorf("%s: as a whole and by threes: %s", path, diff)
		}
		for _, item := range whole {
			if leads != "" {
				fetch(t, api+leads+fmt.Sprint(item["id"]), &map[string]any{})
			}
		}
	}
}

// TestFindings asks for each difference and agreement by itself, with all of its passages.
func TestFindings(t *testing.T) {
	t.Parallel()
	api := serve(t, config(), embedded(t)...).URL + "/api/v1"
	for _, list := range []string{"/differences", "/differences?standing=likely", "/differences?standing=scope", "/agreements?roots=1"} {
		for _, item := range all(t, api+list, 200) {
			path, _, _ := strings.Cut(list, "?")
			path += "/" + fmt.Sprint(item["id"])
			var alone struct {
				ID          string
				IDs         []string
				Differences int
				OthersTotal int `json:"others_total"`
				Passages    int `json:"passages_total"`
			}
			fetch(t, api+path, &alone)
			passages := all(t, api+path+"/passages", 3)
			if alone.ID != item["id"] || len(alone.IDs) != alone.Differences || len(passages) != alone.OthersTotal+alone.Passages {
				t.Errorf("%s: %+v with %d passages", path, alone, len(passages))
			}
			if on, is := item["happening"]; is && strings.HasPrefix(list, "/differences") {
				fetch(t, api+path+"/passages?happening="+fmt.Sprint(on), &map[string]any{})
			}
		}
	}
}

// all gets a list, so many at a time.
func all(t *testing.T, address string, limit int) []map[string]any {
	t.Helper()
	between := "?"
	if strings.Contains(address, "?") {
		between = "&"
	}
	var items []map[string]any
	for after := ""; ; {
		var page list
		fetch(t, fmt.Sprintf("%s%slimit=%d&after=%s", address, between, limit, url.QueryEscape(after)), &page)
		items = append(items, page.Items...)
		if after = page.Next; after == "" {
			if len(items) != page.Total {
				t.Errorf("%s: %d items of %d", address, len(items), page.Total)
			}
			return items
		}
	}
}

// TestReading puts the pieces of a text together again, and finds every mark on some of them.
func TestReading(t *testing.T) {
	t.Parallel()
	text := "<script>alert(1)</script> The mayor said that \"nine\" boats sank.\nNobody was hurt, the union wrote.\n"
	for seed := range uint64(20) {
		doc := rashomontest.Tangled(text, seed)
		doc.ID, doc.SHA256 = rashomon.Original{Bytes: []byte(text)}.ID(), rashomon.Original{Bytes: []byte(text)}.SHA256()
		var reading struct {
			Parts []struct {
				Pieces []struct {
					Text  string
					Marks []int
					At    int
				}
			}
			Marks []struct{ ID string }
		}
		fetch(t, serve(t, config(), doc).URL+"/api/v1/documents/"+doc.ID, &reading)
		seen := make([]bool, len(reading.Marks))
		var got strings.Builder
		for _, part := range reading.Parts {
			for _, piece := range part.Pieces {
				if !strings.HasPrefix(doc.Text[piece.At:], piece.Text) {
					t.Errorf("seed %d: %q does not stand at %d", seed, piece.Text, piece.At)
				}
				got.WriteString(piece.Text)
				for _, i := range piece.Marks {
					seen[i] = true
				}
			}
		}
		var want strings.Builder
		for _, part := range doc.Parts {
			want.WriteString(doc.Quote(part.Extent))
		}
		if got.String() != want.String() || slices.Contains(seen, false) {
			t.Errorf("seed %d: %q with marks %v", seed, got.String(), seen)
		}
	}
}

// TestBadRequests are answered with a problem that names what is wrong, and never with a failure of ours.
func TestBadRequests(t *testing.T) {
	t.Parallel()
	server := serve(t, config())
	for path, want := range map[string]int{
		"/api/v1/differences?kind=colour":              http.StatusUnprocessableEntity,
		"/api/v1/differences?limit=0":                  http.StatusUnprocessableEntity,
		"/api/v1/differences?limit=many":               http.StatusUnprocessableEntity,
		"/api/v1/differences?after=c0123456789":        http.StatusBadRequest,
		"/api/v1/timeline?from=yesterday":              http.StatusUnprocessableEntity,
		"/api/v1/search":                               http.StatusUnprocessableEntity,
		"/api/v1/search?q=%22":                         http.StatusBadRequest,
		"/api/v1/documents/..%2f..%2fetc%2fpasswd":     http.StatusBadRequest,
		"/api/v1/documents/%00":                        http.StatusBadRequest,
		"/api/v1/happenings/h0000000000":               http.StatusNotFound,
		"/api/v1/why/x":                                http.StatusNotFound,
		"/api/v1/parties/%3Cscript%3E":                 http.StatusNotFound,
		"/api/v1/map?at=yesterday":                     http.StatusUnprocessableEntity,
		"/api/v1/map?party=p00000000":                  http.StatusNotFound,
		"/api/v1/map?party=h00000000":                  http.StatusNotFound,
		"/api/v1/map/somewhere":                        http.StatusNotFound,
		"/api/v1/lanes?told=0":                         http.StatusUnprocessableEntity,
		"/api/v1/network?state=true":                   http.StatusUnprocessableEntity,
		"/api/v1/network/p00000000/p00000001":          http.StatusNotFound,
		"/api/v1/network/x/y":                          http.StatusNotFound,
		"/api/v1/differences/c0123456789":              http.StatusNotFound,
		"/api/v1/differences/%00/passages":             http.StatusNotFound,
		"/api/v1/agreements/a0123456789":               http.StatusNotFound,
		"/api/v1/agreements/x/passages?after=y":        http.StatusNotFound,
		"/api/v1/nothing":                              http.StatusNotFound,
		"/assets/none.js":                              http.StatusNotFound,
		"/api/v1/search?q=" + strings.Repeat("a", 501): http.StatusUnprocessableEntity,
	} {
		response, err := http.Get(server.URL + path)
		if err != nil {
			t.Fatal(err)
		}
		var problem struct{ Detail string }
		err = json.NewDecoder(response.Body).Decode(&problem)
		response.Body.Close()
		isProblem := strings.HasPrefix(response.Header.Get("Content-Type"), "application/problem+json")
		if response.StatusCode != want || !isProblem || err != nil || problem.Detail == "" {
			t.Errorf("%s: %s %s %+v %v, want %d", path, response.Status, response.Header.Get("Content-Type"), problem, err, want)
		}
	}
}
