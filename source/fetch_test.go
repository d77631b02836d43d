package source_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"slices"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"rashomon"
	"rashomon/source"
)

// webServer answers as the pages of the web do, well and badly.
func webServer(t testing.TB) *httptest.Server {
	t.Helper()
	mux := http.NewServeMux()
	send := func(path, contentType, body string) {
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", contentType)
			w.Header().Set("Set-Cookie", "seen=yes")
			io.WriteString(w, body)
		})
	}
	redirect := func(path, to string) {
		mux.Handle(path, http.RedirectHandler(to, http.StatusFound))
	}
	send("/page", "text/html; charset=utf-8", page)
	send("/latin", "text/plain; charset=iso-8859-1", "A note from the caf\xe9.")
	send("/feed", "application/rss+xml", "<rss version='2.0'><channel><item><guid>f1</guid><description>Of the feed.</description></item></channel></rss>")
	send("/empty", "text/html", "")
	send("/report.pdf", "application/pdf; charset=utf-8", "%PDF-1.4 and so on")
	send("/picture", "image/png", "\x89PNG")
	send("/data", "application/json", `{"text": "x"}`)
	redirect("/moved", "/page#top")
	redirect("/loop", "/loop")
	redirect("/file", "file:///etc/passwd")
	redirect("/credentials", "http://name:word@courier.example/")
	mux.HandleFunc("/gzip", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		w.Header().Set("Content-Type", "text/html")
		io.WriteString(w, gzipped(page))
	})
	mux.HandleFunc("/bomb", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		w.Header().Set("Content-Type", "text/html")
		io.WriteString(w, gzipped(strings.Repeat(" ", 20<<20)))
	})
	mux.HandleFunc("/huge", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		for {
			if _, err := io.WriteString(w, strings.Repeat("x", 1<<16)); err != nil {
				return
			}
		}
	})
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		io.WriteString(w, "x")
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	})
	mux.HandleFunc("/silent", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	mux.HandleFunc("/short", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Length", "1000")
		io.WriteString(w, "x")
	})
	mux.HandleFunc("/headers", func(w http.ResponseWriter, r *http.Request) { w.Header().Set("X", strings.Repeat("x", 2<<20)) })
	for _, status := range []int{401, 403, 404, 410, 429, 451, 500, 204} {
		mux.HandleFunc(fmt.Sprintf("/status/%d", status), func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(status) })
	}
	mux.HandleFunc("/tell", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/plain")
		fmt.Fprintf(w, "agent=%s referer=%s cookie=%s authorization=%s", r.UserAgent(), r.Referer(), r.Header.Get("Cookie"), r.Header.Get("Authorization"))
	})
	redirect("/to-tell", "/tell")
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server
}

var loopback = source.Fetcher{AllowPrivate: true, Limit: 1 << 20}

func TestFetch(t *testing.T) {
	t.Parallel()
	server := webServer(t)
	for _, c := range []struct{ path, address, text string }{
		{"/page", "/page", pageText},
		{"/moved", "/page", pageText},
		{"/gzip", "/gzip", pageText},
		{"/latin", "/latin", "A note from the café."},
		{"/feed", "/feed!f1", "Of the feed."},
		{"/to-tell", "/tell", "agent=rashomon/test referer= cookie= authorization="},
	} {
		t.Run(c.path, func(t *testing.T) {
			t.Parallel()
			fetcher := loopback
			fetcher.UserAgent = "rashomon/test"
			originals, errs := open(t, source.Options{Fetch: fetcher}, server.URL+c.path)
			if len(errs) > 0 || len(originals) != 1 || originals[0].Address != server.URL+c.address {
				t.Fatalf("got %q, errors %q, want %q", addresses(originals), errs, server.URL+c.address)
			}
			doc, err := source.Parse(originals[0])
			if err != nil || doc.Text != c.text {
				t.Errorf("got %q, error %v, want %q", doc.Text, err, c.text)
			}
		})
	}
}

func TestFetchRefusals(t *testing.T) {
	t.Parallel()
	server := webServer(t)
	for _, c := range []struct{ path, want string }{
		{"/status/404", "not found: PLACE: the server answered 404 Not Found"},
		{"/status/410", "not found: "},
		{"/status/401", "denied: "},
		{"/status/403", "denied: "},
		{"/status/451", "denied: "},
		{"/status/429", "unreachable: "},
		{"/status/500", "unreachable: "},
		{"/status/204", "unreachable: "},
		{"/loop", "too large: PLACE: more than 5 redirects"},
		{"/file", `denied: PLACE: it leads to an address of the scheme "file"`},
		{"/credentials", "denied: PLACE: the address holds a name or password"},
		{"/huge", "too large: PLACE: one document of more than 1 MiB"},
		{"/bomb", "too large: PLACE: one document of more than 1 MiB"},
		{"/slow", "unreachable: PLACE: no whole answer within 500ms"},
		{"/silent", "unreachable: PLACE: no whole answer within 500ms"},
		{"/short", "unreachable: PLACE: it cannot be reached: unexpected EOF"},
		{"/headers", "unreachable: PLACE: it cannot be reached: "},
		{"/picture", `unsupported: PLACE: what is there is of the type "image/png"`},
		{"/data", `unsupported: PLACE: what is there is of the type "application/json"`},
	} {
		t.Run(c.path, func(t *testing.T) {
			t.Parallel()
			fetcher := loopback
			if strings.Contains(c.want, "500ms") {
				fetcher.Timeout = 500 * time.Millisecond
			}
			originals, errs := open(t, source.Options{Fetch: fetcher}, server.URL+c.path)
			want := strings.ReplaceAll(c.want, "PLACE", server.URL+c.path)
			if len(originals) != 0 || len(errs) != 1 || !strings.HasPrefix(errs[0], want) {
				t.Errorf("got %q, errors %q, want one that begins %q", addresses(originals), errs, want)
			}
		})
	}
}

func TestFetchRefusesPrivateNetworks(t *testing.T) {
	t.Parallel()
	server := webServer(t)
	_, port, _ := strings.Cut(strings.TrimPrefix(server.URL, "http://"), ":")
	for _, host := range []string{
		"127.0.0.1", "localhost", "127.1.2.3", "0.0.0.0", "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "10.0.0.1", "172.31.0.1",
		"192.168.1.1", "169.254.169.254", "100.64.0.1", "[fe80::1]", "[fd00::1]", "224.0.0.1", "255.255.255.255", "[64:ff9b::7f00:1]", "[2002:7f00:1::]",
		"0x7f000001", "2130706433", "017700000001", "127.1",
	} {
		t.Run(host, func(t *testing.T) {
			t.Parallel()
			originals, errs := open(t, source.Options{Fetch: source.Fetcher{Timeout: 5 * time.Second}}, "http://"+host+":"+port+"/page")
			if len(originals) != 0 || len(errs) != 1 {
				t.Fatalf("got %q, errors %q, want one error", addresses(originals), errs)
			}
			if _, err := netip.ParseAddr(strings.Trim(host, "[]")); err == nil && !strings.HasPrefix(errs[0], "denied: ") {
				t.Errorf("got %q, want an error of the kind denied", errs[0])
			}
		})
	}
}

func TestFetchOfWhatIsNoAddress(t *testing.T) {
	t.Parallel()
	for _, address := range []string{"http://", "http://\x7f/", "http://name:word@courier.example/", "https://[::1", "ftp://courier.example/"} {
		_, err := source.Fetcher{}.Fetch(context.Background(), address)
		var known *rashomon.Error
		if !errors.As(err, &known) || known.Place != strings.Replace(address, "name:word@", "", 1) || known.Kind != rashomon.ErrorUsage && known.Kind != rashomon.ErrorDenied {
			t.Errorf("%q: got %v, want an error of the kind usage or denied", address, err)
		}
	}
}

// TestFetchedPageIsThePage states that what is kept of an answer is what was sent, and not how.
func TestFetchedPageIsThePage(t *testing.T) {
	t.Parallel()
	server := webServer(t)
	for _, c := range []struct {
		path, data, charset string
		format              rashomon.Format
	}{
		{"/page", page, "utf-8", rashomon.FormatHTML},
		{"/gzip", page, "", rashomon.FormatHTML},
		{"/latin", "A note from the caf\xe9.", "iso-8859-1", rashomon.FormatText},
		{"/report.pdf", "%PDF-1.4 and so on", "", rashomon.FormatPDF},
	} {
		got, err := loopback.Fetch(t.Context(), server.URL+c.path)
		if err != nil || string(got.Bytes) != c.data || got.Charset != c.charset || got.Format != c.format {
			t.Errorf("%s: got %q, charset %q, format %q, error %v", c.path, got.Bytes, got.Charset, got.Format, err)
		}
		want := []rashomon.Detail{{Field: rashomon.FieldURL, Value: server.URL + c.path, Rule: "fetch/address"}}
		if !slices.Equal(got.Told, want) {
			t.Errorf("%s: got told %v, want %v", c.path, got.Told, want)
		}
	}
}

// TestFetchLeavesNothingRunning also ends a fetch by its context.
func TestFetchLeavesNothingRunning(t *testing.T) {
	server := webServer(t)
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	ctx, cancel := context.WithTimeout(context.Background(), 100*time.Millisecond)
	defer cancel()
	if _, err := loopback.Fetch(ctx, server.URL+"/slow"); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v, want the context's error", err)
	}
	if _, err := loopback.Fetch(context.Background(), server.URL+"/page"); err != nil {
		t.Error(err)
	}
}
