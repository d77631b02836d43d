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
	next = s.tokened(gzhttp.GzipHandler(next))
	sameOrigin := http.NewCrossOriginProtection()
	sameOrigin.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.refuse(w, r, http.StatusForbidden, "origin", "a page of another site may change nothing here")
	}))
	return s.logged(s.fromHere(s.limited(sameOrigin.Handler(next))))
}

// fromHere refuses requests for another host than ours, and sets the headers of every answer.
func (s *Server) fromHere(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "same-origin") // with none at all browsers send forms, too, as of nowhere: as if of another site
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		if len(s.config.Hosts) > 0 && !slices.Contains(s.config.Hosts, hostOf(r.Host)) {
			s.refuse(w, r, http.StatusMisdirectedRequest, "host", "this server does not answer for the host "+hostOf(r.Host))
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

// refuse answers with a problem.
func refuse(w http.ResponseWriter, r *http.Request, status int, detail string) {
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(huma.ErrorModel{Title: http.StatusText(status), Status: status, Detail: detail,
		Instance: instance(r.Context())})
}
