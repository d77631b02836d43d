package web_test

import (
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"rashomon/source"
)

// FuzzBody: whatever is sent to whatever takes something, it is taken or refused with a reason, and never a failure of ours.
func FuzzBody(f *testing.F) {
	const form = "multipart/form-data; boundary=b"
	part := func(head, content string) string {
		return "--b\r\nContent-Disposition: form-data; " + head + "\r\n\r\n" + content + "\r\n--b--\r\n"
	}
	for _, seed := range [][3]string{
		{"corrections", "application/json", `{"kind": "dismiss", "author": "<script>", "reason": "\u0000", "names": ["c1", "../../x", "9f2c/v1", ""]}`},
		{"corrections", "application/json", `{"kind": "recode", "author": "A", "reason": "b", "names": ["9f2c/v1"], "type": "ASSAULT", "codes": ["x"], "status": "actual"}`},
		{"corrections", "application/json", `{"kind": "redate", "author": "A", "reason": "b", "names": ["h1"], "day": "2015-02-30"}`},
		{"corrections", "application/json", `{"kind": "undo", "author": "A", "reason": "b", "undoes": 9223372036854775808}`},
		{"corrections", "application/cbor", "\xa1\x64kind"},
		{"corrections", "text/xml", "<kind>merge</kind>"},
		{"corrections", "application/json; charset=utf-16", "\xff\xfe{\x00"},
		{"corrections", "application/json", strings.Repeat("[", 10_000)},
		{"fetch", "application/json", `{"address": "http://[::1]:1/", "published": "x", "title": "<b>"}`},
		{"fetch", "application/json", `{"address": ["http://x.example"], "source": 7}`},
		{"fetch", "application/json", `{"address": "http://127.0.0.1\u0000/../etc/passwd"}`},
		{"documents/0000000000000000/details", "application/json", `{"source": "x", "published": "2031"}`},
		{"documents/%2e%2e%2f%2e%2e/details", "application/json", `{}`},
		{"documents", form, part(`name="text"`, "<script>alert(1)</script>")},
		{"documents", form, part(`name="file"; filename="../../etc/passwd"`, "\xff\xfe\x00")},
		{"documents", form, part(`name="file"; filename*=utf-8''%2e%2e%2f`, "%PDF-1.4")},
		{"documents", form, part(`name="published"`, "tomorrow")},
		{"documents", form, "--b\r\nContent-Disposition: form-data; name=\"file\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=ZZ"},
		{"documents", "multipart/form-data", "--b--"},
		{"documents", "multipart/form-data; boundary=\"\x00\"", ""},
		{"nowhere", "", "\x00"},
		{"../token", "application/x-www-form-urlencoded", "token=%zz"},
	} {
		f.Add(seed[0], seed[1], seed[2])
	}
	quiet := config()
	quiet.Fetch = source.Fetcher{Timeout: time.Nanosecond} // nobody is asked
	server := serve(f, quiet, tangled()...)
	f.Fuzz(func(t *testing.T, path, kind, body string) {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, server.URL+"/api/v1/"+path, strings.NewReader(body))
		if err != nil {
			return // no request at all
		}
		r.Header.Set("Content-Type", kind)
		response, err := http.DefaultTransport.RoundTrip(r)
		if err != nil {
			return // not to be sent
		}
		defer response.Body.Close()
		answer, err := io.ReadAll(response.Body)
		if response.StatusCode >= 500 && response.StatusCode != http.StatusServiceUnavailable { // which says that much waits to be read
			t.Errorf("%s %q %q: %s %s", path, kind, body, response.Status, answer)
		}
		if isPage := strings.Contains(response.Header.Get("Content-Type"), "html"); isPage || err != nil {
			t.Errorf("%s %q %q: answered with a page, or not to the end: %v", path, kind, body, err)
		}
	})
}
