package web_test

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// FuzzRequest: whatever is asked for, the answer is never a failure of ours.
func FuzzRequest(f *testing.F) {
	for _, path := range []string{"/api/v1/differences?kind=when&limit=3", "/api/v1/why/c12/e1", "/api/v1/documents/\x00",
		"/api/v1/search?q=\"a -b", "//", "/token"} {
		f.Add(http.MethodGet, path)
		f.Add(http.MethodPost, path)
	}
	server := serve(f, config(), tangled()...)
	f.Fuzz(func(t *testing.T, method, path string) {
		address, err := url.Parse(server.URL)
		if err != nil {
			t.Fatal(err)
		}
		where, query, _ := strings.Cut(path, "?")
		address.Path, address.RawQuery = "/"+where, query
		r, err := http.NewRequestWithContext(t.Context(), method, address.String(), nil)
		if err != nil {
			return // no request at all
		}
		response, err := http.DefaultTransport.RoundTrip(r)
		if err != nil {
			return // not to be sent
		}
		defer response.Body.Close()
		if response.StatusCode >= 500 {
			body, _ := io.ReadAll(response.Body)
			t.Errorf("%s %s: %s %s", method, address, response.Status, body)
		}
	})
}

// hostile are things that somebody may write where something else is meant.
var hostile = []string{
	"", " ", "*", "<script>alert(1)</script>", `"><img src=x onerror=alert(1)>`, "../../etc/passwd", "..%2f..%2fetc", `..\..\`,
	"%00", "\x00", "%zz", "\xff\xfe", "\u202e\u0301", "99999999999999999999999999", "-1", "1e309", "NaN", "0x10", "true", "null",
	"[1]", `{"a":1}`, "' OR 1=1 --", `"`, `"a" -`, "((a", "a NEAR b",
	"2011-02-30", "0000", "9999-12-31", "http://[::1", "a\r\nX-Forged: 1", "p", "h0", "c0000", "e999999999999", "s-1",
	strings.Repeat("a", 64), strings.Repeat("é", 600),
}

// An operation is one of the API, as its description has it.
type operation struct {
	path    string
	queries []string
}

// operations returns all that can be asked of the API without changing anything.
func operations(tb testing.TB, server *httptest.Server) (all []operation) {
	tb.Helper()
	var description struct {
		Paths map[string]struct {
			Get *struct {
				Parameters []struct{ Name, In string }
			}
		}
	}
	fetch(tb, server.URL+"/api/v1/openapi.json", &description)
	for path, known := range description.Paths {
		if known.Get == nil {
			continue
		}
		found := operation{path: path}
		for _, parameter := range known.Get.Parameters {
			if parameter.In == "query" {
				found.queries = append(found.queries, parameter.Name)
			}
		}
		all = append(all, found)
	}
	slices.SortFunc(all, func(a, b operation) int { return strings.Compare(a.path, b.path) })
	return all
}

var inPath = regexp.MustCompile(`\{[^}]*\}`)

// addresses are those of an operation with something in each place of the path and each query in turn, and in all queries at
// once.
func (o operation) addresses(something string) []string {
	path := inPath.ReplaceAllLiteralString(o.path, url.PathEscape(something))
	addresses := []string{path, path + "?" + something}
	all := url.Values{}
	for _, name := range o.queries {
		addresses = append(addresses, path+"?"+url.Values{name: {something}}.Encode(), path+"?"+name+"="+something)
		all.Add(name, something)
	}
	return append(addresses, path+"?"+all.Encode())
}

// FuzzOperations: whatever stands in the path or a query of any operation of the API, the answer is never a failure of ours, and
// nothing that a browser takes for a page.
func FuzzOperations(f *testing.F) {
	server := serve(f, config(), tangled()...)
	operations := operations(f, server)
	if len(operations) < 20 {
		f.Fatalf("%d operations", len(operations))
	}
	for i, something := range hostile {
		f.Add(uint8(i), something)
	}
	f.Fuzz(func(t *testing.T, i uint8, something string) {
		for _, address := range operations[int(i)%len(operations)].addresses(something) {
			harmless(t, server, address)
		}
	})
}

// TestHostile does that with every operation and what is known to go wrong elsewhere.
func TestHostile(t *testing.T) {
	t.Parallel()
	server := serve(t, config(), tangled()...)
	for _, asked := range operations(t, server) {
		for _, something := range hostile {
			for _, address := range asked.addresses(something) {
				harmless(t, server, address)
			}
		}
	}
}

// harmless asks for an address, as it is however wrong, and looks at the answer.
func harmless(t *testing.T, server *httptest.Server, address string) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, server.URL, nil)
	if err != nil {
		t.Fatal(err)
	}
	request.URL.Opaque = "//" + request.URL.Host + address
	response, err := http.DefaultTransport.RoundTrip(request)
	if err != nil {
		return // not to be sent
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(body), "rashomon.db") {
		t.Errorf("%q tells where the archive lies: %s", address, body)
	}
	if problem := wrongWith(response); problem != "" {
		t.Errorf("%q: %s: %s %v %s", address, problem, response.Status, response.Header, body)
	}
}

// wrongWith says what is wrong with an answer to somebody who asked for anything.
func wrongWith(response *http.Response) string {
	kind := response.Header.Get("Content-Type")
	switch {
	case response.StatusCode >= http.StatusInternalServerError:
		return "a failure of ours"
	case response.Header.Get("X-Forged") != "":
		return "a header that we did not write"
	case response.Header.Get("X-Content-Type-Options") != "nosniff" &&
		response.StatusCode != http.StatusBadRequest: // of net/http itself
		return "a browser may take it for a page"
	case response.StatusCode >= http.StatusBadRequest && strings.HasPrefix(kind, "text/html"):
		return fmt.Sprint("a problem told as ", kind)
	}
	return ""
}
