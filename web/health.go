package web

import (
	"encoding/json"
	"net/http"
)

// A Health is what /healthz tells anybody who asks, also without a token.
type Health struct {
	Alive bool   `json:"alive"`
	View  string `json:"view"` // of the archive: "stands", "is being made" or "failed"
}

// health answers whether the server is alive, and for /readyz besides whether there is a view to answer from.
func (s *Server) health(w http.ResponseWriter, r *http.Request) {
	h := Health{Alive: true, View: "is being made"}
	if s.boards.now.Load() != nil {
		h.View = "stands"
	} else if s.boards.failed.Load() != nil {
		h.View = "failed"
	}
	if _, err := s.archive.Head(r.Context()); err != nil {
		h.Alive = false
		requestOf(r.Context()).failure = err
	}
	status := http.StatusOK
	if !h.Alive || r.URL.Path == "/readyz" && h.View != "stands" {
		status = http.StatusServiceUnavailable
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(h)
}
