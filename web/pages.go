package web

import (
	"io/fs"
	"net/http"
	"path"
	"strings"
)

// pages serves the front end: its files by name, which tell what is in them and never change, and for every other address the one
// page that finds out what to show.
func (s *Server) pages() http.Handler {
	files := http.FileServerFS(s.config.Pages)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			refuse(w, r, http.StatusMethodNotAllowed, "pages are only read")
			return
		}
		name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
		if name != "index.html" && isFile(s.config.Pages, name) {
			if strings.HasPrefix(name, "assets/") {
				w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
			}
			files.ServeHTTP(w, r)
			return
		}
		if strings.HasPrefix(name, "assets/") {
			refuse(w, r, http.StatusNotFound, "there is no "+r.URL.Path)
			return
		}
		w.Header().Set("Cache-Control", "no-cache")
		http.ServeFileFS(w, r, s.config.Pages, "index.html")
	})
}

func isFile(files fs.FS, name string) bool {
	info, err := fs.Stat(files, name)
	return err == nil && info.Mode().IsRegular()
}
