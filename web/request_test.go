package web_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"log/slog"
	"net/http"
	"regexp"
	"strings"
	"sync"
	"testing"
)

// A log is what a server logs, kept.
type log struct {
	lock  sync.Mutex
	lines bytes.Buffer
}

func (l *log) Write(line []byte) (int, error) {
	l.lock.Lock()
	defer l.lock.Unlock()
	return l.lines.Write(line)
}

func (l *log) String() string {
	l.lock.Lock()
	defer l.lock.Unlock()
	return l.lines.String()
}

// logging is the config of a server that logs into a buffer from a level on.
func logging(level slog.Level) (*log, func(*testing.T) string) {
	kept := new(log)
	return kept, func(t *testing.T) string {
		c := config()
		c.Log = slog.New(slog.NewJSONHandler(kept, &slog.HandlerOptions{Level: level}))
		return serve(t, c, tangled()...).URL
	}
}

// TestLog tells of every request, and of no word that is searched for or token that is given below the debug level.
func TestLog(t *testing.T) {
	t.Parallel()
	for level, wantsWords := range map[slog.Level]bool{slog.LevelInfo: false, slog.LevelDebug: true} {
		kept, server := logging(level)
		r := request(t, http.MethodGet, server(t)+"/api/v1/search?q=ferryman", "")
		r.Header.Set("Authorization", "Bearer hush-hush-hush-hush")
		r.Header.Set("X-Request-Id", "forged")
		response, _ := ask(t, r)
		logged := kept.String()
		for !strings.Contains(logged, `"operation":"search"`) { // it is logged after it is answered
			logged = kept.String()
		}
		id := response.Header.Get("X-Request-Id")
		if !strings.Contains(logged, `"request":"`+id+`"`) || !strings.Contains(logged, `"status":200`) {
			t.Errorf("%v: request %s: %s", level, id, logged)
		}
		if strings.Contains(logged, "ferryman") != wantsWords || strings.Contains(logged, "hush") ||
			strings.Contains(logged, "forged") {
			t.Errorf("%v: %s", level, logged)
		}
	}
}

// broken are pages of which every file is a bug of ours.
type broken struct{}

func (broken) Open(string) (fs.File, error) { panic("a bug") }

// TestBug: what goes wrong inside is told in the log alone, under the name that the problem gives.
func TestBug(t *testing.T) {
	t.Parallel()
	kept, c := new(log), config()
	c.Pages, c.Log = broken{}, slog.New(slog.NewJSONHandler(kept, nil))
	server := serve(t, c)
	response, body := ask(t, request(t, http.MethodGet, server.URL+"/differences", ""))
	var problem struct{ Detail, Instance string }
	if err := json.Unmarshal([]byte(body), &problem); err != nil || response.StatusCode != http.StatusInternalServerError {
		t.Fatalf("%s %s %v", response.Status, body, err)
	}
	id := response.Header.Get("X-Request-Id")
	if problem.Instance != "urn:rashomon:request:"+id || strings.Contains(body, "a bug") {
		t.Errorf("%s: %s", id, body)
	}
	for !strings.Contains(kept.String(), "a bug") {
	}
	if !strings.Contains(kept.String(), id) {
		t.Errorf("%s: %s", id, kept)
	}
}

// TestMetrics counts requests by operation and status, and has as few of these whatever is asked for.
func TestMetrics(t *testing.T) {
	t.Parallel()
	server := serve(t, config(), tangled()...)
	for i := range 50 {
		for _, path := range []string{"/api/v1/overview", "/api/v1/happenings/h%d", "/api/v1/none%d", "/page%d", "/assets/%d",
			"/healthz"} {
			ask(t, request(t, http.MethodGet, server.URL+strings.ReplaceAll(path, "%d", fmt.Sprint(i)), ""))
			ask(t, request(t, fmt.Sprint("M", i), server.URL+strings.ReplaceAll(path, "%d", fmt.Sprint(i)), ""))
		}
	}
	var told string
	for !strings.Contains(told, `rashomon_requests_total{operation="health",status="200"} 50`) { // the last is counted after it is answered
		_, told = ask(t, request(t, http.MethodGet, server.URL+"/metrics", ""))
	}
	for _, want := range []string{
		`rashomon_requests_total{operation="overview",status="200"} 50`,
		`rashomon_requests_total{operation="read-happening",status="404"} 50`,
		`rashomon_request_seconds_count{operation="overview"} 50`, `rashomon_errors_total{kind="not found"} 50`,
		`rashomon_documents_compared 2`,
		"rashomon_view_age_seconds 0\n", "go_goroutines ", "rashomon_readings_unfinished 0\n", "rashomon_requests_running 1\n",
	} {
		if !strings.Contains(told, want) {
			t.Errorf("%s is missing in %s", want, told)
		}
	}
	operations := map[string]bool{}
	for _, found := range regexp.MustCompile(`operation="([^"]*)"`).FindAllStringSubmatch(told, -1) {
		operations[found[1]] = true
	}
	if len(operations) > 6 {
		t.Errorf("operations: %v", operations)
	}
}

// TestHealth answers without a token whether the server is alive, and whether it is ready.
func TestHealth(t *testing.T) {
	t.Parallel()
	c := config()
	c.TokenSHA256 = make([]byte, 32)
	server := serve(t, c)
	for _, path := range []string{"/healthz", "/readyz"} {
		response, body := ask(t, request(t, http.MethodGet, server.URL+path, ""))
		for path == "/readyz" && response.StatusCode == http.StatusServiceUnavailable { // the first view is being made
			response, body = ask(t, request(t, http.MethodGet, server.URL+path, ""))
		}
		if response.StatusCode != http.StatusOK || !strings.Contains(body, `"alive":true`) {
			t.Errorf("%s: %s %s", path, response.Status, body)
		}
	}
	if response, _ := ask(t, request(t, http.MethodGet, server.URL+"/metrics", "")); response.StatusCode != http.StatusUnauthorized {
		t.Errorf("metrics without a token: %s", response.Status)
	}
}
