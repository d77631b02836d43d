package web_test

import (
	"compress/gzip"
	"crypto/sha256"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// ask sends a request and returns the answer, following no redirect.
func ask(t *testing.T, request *http.Request) (*http.Response, string) {
	t.Helper()
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	response, err := client.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response, string(body)
}

func request(t *testing.T, method, address, body string) *http.Request {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, address, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestPages serves the one page for every address of a view, and its files to be kept for ever.
func TestPages(t *testing.T) {
	t.Parallel()
	server := serve(t, config())
	for _, path := range []string{"/", "/differences", "/happenings/h1", "/index.html", "/a/../b", "/.git/config"} {
		response, body := ask(t, request(t, http.MethodGet, server.URL+path, ""))
		if !strings.Contains(body, "<title>Rashomon</title>") && response.StatusCode/100 != 3 {
			t.Errorf("%s: %s %s", path, response.Status, body)
		}
		if !strings.Contains(response.Header.Get("Content-Security-Policy"), "default-src 'none'") ||
			response.Header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: %v", path, response.Header)
		}
	}
	response, _ := ask(t, request(t, http.MethodGet, server.URL+"/assets/app-1a2.js", ""))
	if response.StatusCode != http.StatusOK || !strings.Contains(response.Header.Get("Cache-Control"), "immutable") {
		t.Errorf("assets: %s %v", response.Status, response.Header)
	}
}

// TestHost refuses to answer for another host: a page of another site whose name was made to lead here.
func TestHost(t *testing.T) {
	t.Parallel()
	server := serve(t, config())
	for host, want := range map[string]int{"localhost:9": http.StatusOK, "127.0.0.1": http.StatusOK,
		"evil.example": http.StatusMisdirectedRequest, "[::2]:80": http.StatusMisdirectedRequest} {
		r := request(t, http.MethodGet, server.URL+"/api/v1/overview", "")
		r.Host = host
		if response, body := ask(t, r); response.StatusCode != want {
			t.Errorf("%s: %s %s", host, response.Status, body)
		}
	}
}

// TestFresh answers that nothing has changed to who has what there is.
func TestFresh(t *testing.T) {
	t.Parallel()
	server := serve(t, config())
	first, _ := ask(t, request(t, http.MethodGet, server.URL+"/api/v1/overview", "")) // waits for the first view
	if first.StatusCode != http.StatusOK {
		t.Fatal(first.Status)
	}
	second, _ := ask(t, request(t, http.MethodGet, server.URL+"/api/v1/overview", ""))
	again := request(t, http.MethodGet, server.URL+"/api/v1/overview", "")
	again.Header.Set("If-None-Match", second.Header.Get("ETag"))
	if response, body := ask(t, again); response.StatusCode != http.StatusNotModified || body != "" {
		t.Errorf("%s %q, want 304", response.Status, body)
	}
}

// TestToken asks everybody for the token, and takes it from programs in a header and from people on a page.
func TestToken(t *testing.T) {
	t.Parallel()
	c := config()
	sum := sha256.Sum256([]byte("correct horse battery"))
	c.TokenSHA256 = sum[:]
	server := serve(t, c)
	api := server.URL + "/api/v1/overview"
	for token, want := range map[string]int{"": http.StatusUnauthorized, "Bearer wrong": http.StatusUnauthorized,
		"Bearer correct horse battery": http.StatusOK} {
		r := request(t, http.MethodGet, api, "")
		r.Header.Set("Authorization", token)
		if response, body := ask(t, r); response.StatusCode != want {
			t.Errorf("%q: %s %s", token, response.Status, body)
		}
	}
	response, body := ask(t, request(t, http.MethodGet, server.URL+"/differences", ""))
	if response.StatusCode != http.StatusUnauthorized || !strings.Contains(body, `name="token"`) {
		t.Errorf("a page without a token: %s %s", response.Status, body)
	}
	for typed, want := range map[string]int{"wrong": http.StatusUnauthorized, "correct horse battery": http.StatusSeeOther} {
		r := request(t, http.MethodPost, server.URL+"/token", url.Values{"token": {typed}}.Encode())
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		response, _ := ask(t, r)
		if response.StatusCode != want {
			t.Errorf("typed %q: %s", typed, response.Status)
		}
		for _, cookie := range response.Cookies() {
			if !cookie.HttpOnly || cookie.SameSite != http.SameSiteStrictMode {
				t.Errorf("cookie %v", cookie)
			}
			r := request(t, http.MethodGet, api, "")
			r.AddCookie(cookie)
			if response, _ := ask(t, r); response.StatusCode != http.StatusOK {
				t.Errorf("with the cookie: %s", response.Status)
			}
		}
	}
}

// TestAnswers gives the same to the first who asks and to the next, compressed or not, and lets nobody keep what is no answer.
func TestAnswers(t *testing.T) {
	t.Parallel()
	api := serve(t, config(), tangled()...).URL + "/api/v1"
	fetch(t, api+"/overview", &map[string]any{}) // waits for the first view
	for path, isKept := range map[string]bool{"/documents": true, "/parties?limit=1": true, "/overview": true,
		"/happenings/h0000": false, "/parties?limit=x": false} {
		var first string
		for i, encoding := range []string{"identity", "identity", "gzip", "gzip", "gzip;q=0"} {
			r := request(t, http.MethodGet, api+path, "")
			r.Header.Set("Accept-Encoding", encoding)
			response, body := ask(t, r)
			if response.Header.Get("Content-Encoding") == "gzip" {
				unpacked, err := gzip.NewReader(strings.NewReader(body))
				if err != nil {
					t.Fatal(err)
				}
				plain, err := io.ReadAll(unpacked)
				if err != nil || encoding != "gzip" {
					t.Fatal(encoding, err)
				}
				body = string(plain)
			}
			if isKept && i == 0 {
				first = body
			}
			if isKept && body != first || (response.Header.Get("ETag") != "") != isKept {
				t.Errorf("%s, %s for the %d. time: %v %s", path, encoding, i+1, response.Header, body)
			}
		}
	}
}
