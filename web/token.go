package web

import (
	"crypto/sha256"
	"crypto/subtle"
	"net/http"
	"strings"
)

// tokenCookie is where a browser keeps the token that somebody typed.
const tokenCookie = "rashomon-token"

// tokened asks for the token, where there is one: in a header, as programs send it, or in a cookie. A browser that has none is
// given a page to type it on.
func (s *Server) tokened(next http.Handler) http.Handler {
	if s.config.TokenSHA256 == nil {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.URL.Path == "/healthz" || r.URL.Path == "/readyz" || s.knows(tokenOf(r)):
			next.ServeHTTP(w, r)
		case r.Method == http.MethodPost && r.URL.Path == "/token":
			s.enter(w, r)
		case strings.HasPrefix(r.URL.Path, "/api/"):
			w.Header().Set("WWW-Authenticate", "Bearer")
			refuse(w, r, http.StatusUnauthorized, "this server asks for a token: send it as Authorization: Bearer TOKEN")
		default:
			ask(w, http.StatusUnauthorized, "")
		}
	})
}

// knows reports whether a token is the one, in the same time for any.
func (s *Server) knows(token string) bool {
	sum := sha256.Sum256([]byte(token))
	return subtle.ConstantTimeCompare(sum[:], s.config.TokenSHA256) == 1
}

func tokenOf(r *http.Request) string {
	if token, found := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); found {
		return token
	}
	if cookie, err := r.Cookie(tokenCookie); err == nil {
		return cookie.Value
	}
	return ""
}

// longestForm is how many bytes a typed token may have around it.
const longestForm = 4096

// enter takes a typed token.
func (s *Server) enter(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, longestForm)
	token := r.PostFormValue("token")
	if !s.knows(token) {
		ask(w, http.StatusUnauthorized, "<p>That is not the token.</p>")
		return
	}
	http.SetCookie(w, &http.Cookie{Name: tokenCookie, Value: token, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode, Secure: r.TLS != nil})
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// ask shows the page that asks for the token.
func ask(w http.ResponseWriter, status int, said string) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(`<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Rashomon</title><main><h1>Rashomon</h1>` + said + `<form method="post" action="/token"><label>Token
<input type="password" name="token" autocomplete="current-password" autofocus></label> <button>Enter</button></form></main></html>`))
}
