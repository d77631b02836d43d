package web_test

import (
	"crypto/sha256"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"rashomon/web"
)

// passed is a request that a server on this machine passes on for a client.
func passed(t *testing.T, address, client string) *http.Request {
	t.Helper()
	r := request(t, http.MethodGet, address, "")
	r.Header.Set("X-Forwarded-For", client)
	return r
}

// TestRate refuses who asks too often, until he has waited, and nobody else.
func TestRate(t *testing.T) {
	t.Parallel()
	var seconds atomic.Int64
	c := config()
	c.Limits = web.Limits{PerSecond: 1, Burst: 3, BehindProxy: true}
	c.Now = func() time.Time { return day().Add(time.Duration(seconds.Load()) * time.Second) }
	page := serve(t, c).URL + "/differences"
	for i := range 5 {
		response, body := ask(t, passed(t, page, "203.0.113.7"))
		if want := i < 3; (response.StatusCode == http.StatusOK) != want {
			t.Errorf("request %d: %s %s", i, response.Status, body)
		}
		if wait, _ := strconv.Atoi(response.Header.Get("Retry-After")); i >= 3 &&
			(response.StatusCode != http.StatusTooManyRequests || wait != 1) {
			t.Errorf("request %d: %s %v", i, response.Status, response.Header)
		}
	}
	for client, want := range map[string]int{
		"203.0.113.8": http.StatusOK, "1.2.3.4, 203.0.113.7": http.StatusTooManyRequests, "203.0.113.7, 203.0.113.9": http.StatusOK,
		"::ffff:203.0.113.7": http.StatusTooManyRequests,
	} {
		if response, _ := ask(t, passed(t, page, client)); response.StatusCode != want {
			t.Errorf("%s: %s, want %d", client, response.Status, want)
		}
	}
	for i := range 4 { // one household
		response, _ := ask(t, passed(t, page, fmt.Sprintf("2001:db8::%d", i)))
		if want := i < 3; (response.StatusCode == http.StatusOK) != want {
			t.Errorf("IPv6 request %d: %s", i, response.Status)
		}
	}
	seconds.Add(1)
	if response, _ := ask(t, passed(t, page, "203.0.113.7")); response.StatusCode != http.StatusOK {
		t.Errorf("a second later: %s", response.Status)
	}
}

// TestForged: of a server that nobody stands before, what a client says of whose its requests are counts for nothing.
func TestForged(t *testing.T) {
	t.Parallel()
	c := config()
	c.Limits = web.Limits{PerSecond: 1, Burst: 3}
	page := serve(t, c).URL + "/differences"
	for i := range 5 {
		response, _ := ask(t, passed(t, page, fmt.Sprintf("203.0.113.%d", i)))
		if want := i < 3; (response.StatusCode == http.StatusOK) != want {
			t.Errorf("request %d: %s", i, response.Status)
		}
	}
}

// TestGuesses stops who guesses tokens, in the header, the cookie and the form alike, and tells him nothing more.
func TestGuesses(t *testing.T) {
	t.Parallel()
	guesses := map[string]func(*testing.T, string, string) *http.Request{
		"header": func(t *testing.T, server, token string) *http.Request {
			r := request(t, http.MethodGet, server+"/api/v1/overview", "")
			r.Header.Set("Authorization", "Bearer "+token)
			return r
		},
		"cookie": func(t *testing.T, server, token string) *http.Request {
			r := request(t, http.MethodGet, server+"/", "")
			r.AddCookie(&http.Cookie{Name: "rashomon-token", Value: token})
			return r
		},
		"form": func(t *testing.T, server, token string) *http.Request {
			r := request(t, http.MethodPost, server+"/token", "token="+token)
			r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			return r
		},
	}
	for name, guess := range guesses {
		c := config()
		sum := sha256.Sum256([]byte("correct-horse-battery"))
		c.TokenSHA256 = sum[:]
		server := serve(t, c).URL
		for i := range 10 {
			if response, _ := ask(t, guess(t, server, fmt.Sprint("wrong", i))); response.StatusCode != http.StatusUnauthorized {
				t.Errorf("%s: guess %d: %s", name, i, response.Status)
			}
		}
		for _, token := range []string{"wrong", "correct-horse-battery"} {
			response, body := ask(t, guess(t, server, token))
			if response.StatusCode != http.StatusTooManyRequests || response.Header.Get("Retry-After") != "2" {
				t.Errorf("%s: %s after ten: %s %s", name, token, response.Status, body)
			}
		}
		if response, _ := ask(t, request(t, http.MethodGet, server+"/", "")); response.StatusCode != http.StatusUnauthorized {
			t.Errorf("%s: without a token: %s", name, response.Status)
		}
	}
}

// TestLongAddress refuses what no page of ours asks for.
func TestLongAddress(t *testing.T) {
	t.Parallel()
	server := serve(t, config())
	for _, path := range []string{"/" + strings.Repeat("a", 2000), "/api/v1/differences?after=" + strings.Repeat("%41", 2000)} {
		if response, _ := ask(t, request(t, http.MethodGet, server.URL+path, "")); response.StatusCode != http.StatusRequestURITooLong {
			t.Errorf("%d bytes: %s", len(path), response.Status)
		}
	}
}

// TestGate closes connections beyond those that one address may have, and takes others when some of them end.
func TestGate(t *testing.T) {
	t.Parallel()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	gate := &web.Gate{Listener: listener, PerAddress: 2}
	accepted := make(chan net.Conn, 10)
	go func() {
		for {
			connection, err := gate.Accept()
			if err != nil {
				return
			}
			accepted <- connection
		}
	}()
	dial := func() net.Conn {
		t.Helper()
		connection, err := net.Dial("tcp", listener.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = connection.Close() })
		return connection
	}
	dial()
	dial()
	first := <-accepted
	<-accepted
	if _, err := dial().Read(make([]byte, 1)); err == nil {
		t.Errorf("a third connection was kept")
	}
	_ = first.Close()
	_ = first.Close() // counts once
	dial()
	<-accepted
	if _, err := dial().Read(make([]byte, 1)); err == nil {
		t.Errorf("a third connection was kept after one was closed twice")
	}
}
