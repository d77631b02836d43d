package web

import (
	"encoding/json"
	"net"
	"net/http"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/klauspost/compress/gzhttp"
)

// policy is what a page may do: run our own scripts and styles, ask this server, and nothing else.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
	"base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

// guarded lets through what may be asked, and sets what browsers are told with every answer.
func (s *Server) guarded(next http.Handler) http.Handler {
	next = gzhttp.GzipHandler(s.fresh(next))
	next = s.tokened(next)
	next = http.NewCrossOriginProtection().Handler(next)
	return s.logged(s.fromHere(next))
}

// fromHere refuses requests for another host than ours, and sets the headers of every answer.
func (s *Server) fromHere(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		if len(s.config.Hosts) > 0 && !slices.Contains(s.config.Hosts, hostOf(r.Host)) {
			refuse(w, r, http.StatusMisdirectedRequest, "this server does not answer for the host "+hostOf(r.Host))
			return
		}
		next.ServeHTTP(w, r)
	})
}

// hostOf returns a host without its port.
func hostOf(host string) string {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	return strings.Trim(host, "[]")
}

// fresh answers that nothing has changed where the client has what the archive, and this version of the program, would give it.
func (s *Server) fresh(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		board := s.boards.now.Load()
		if !strings.HasPrefix(r.URL.Path, "/api/") || board == nil || r.Method != http.MethodGet {
			next.ServeHTTP(w, r)
			return
		}
		tag := `W/"` + s.config.Version + "-" + board.head[:min(len(board.head), 16)] + `"`
		w.Header().Set("Cache-Control", "private, no-cache")
		w.Header().Set("ETag", tag)
		if slices.Contains(strings.Split(r.Header.Get("If-None-Match"), ", "), tag) {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// refuse answers with a problem.
func refuse(w http.ResponseWriter, r *http.Request, status int, detail string) {
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(huma.ErrorModel{Title: http.StatusText(status), Status: status, Detail: detail, Instance: instance(r.Context())})
}
