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
// given a page to type it on. Who gives wrong ones has to wait, also with the right one: else he could go on guessing.
func (s *Server) tokened(next http.Handler) http.Handler {
	if s.config.TokenSHA256 == nil {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/healthz" || r.URL.Path == "/readyz" {
			next.ServeHTTP(w, r)
			return
		}
		isTyped := r.Method == http.MethodPost && r.URL.Path == "/token"
		token := tokenOf(r)
		if isTyped {
			token = typedToken(w, r)
		}
		if wait := s.guessing.left(s.client(r), s.config.Now()); token != "" && wait > 0 {
			s.refuseFor(w, r, http.StatusTooManyRequests, wait, "token", "too many wrong tokens came from your address; wait a little")
			return
		}
		switch {
		case !s.knows(token):
			s.refuseToken(w, r, token, isTyped)
		case isTyped:
			s.enter(w, r, token)
		default:
			next.ServeHTTP(w, r)
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

// refuseToken asks for the token again, or for the first time.
func (s *Server) refuseToken(w http.ResponseWriter, r *http.Request, token string, isTyped bool) {
	if token != "" {
		s.guessing.take(s.client(r), s.config.Now())
	}
	switch {
	case isTyped:
		s.metrics.refused.WithLabelValues("token").Inc()
		ask(w, "<p>That is not the token.</p>")
	case strings.HasPrefix(r.URL.Path, "/api/") || r.URL.Path == "/metrics":
		w.Header().Set("WWW-Authenticate", "Bearer")
		s.refuse(w, r, http.StatusUnauthorized, "token", "this server asks for a token: send it as Authorization: Bearer TOKEN")
	default:
		s.metrics.refused.WithLabelValues("token").Inc()
		ask(w, "")
	}
}

// longestForm is how many bytes a typed token may have around it.
const longestForm = 4096

func typedToken(w http.ResponseWriter, r *http.Request) string {
	r.Body = http.MaxBytesReader(w, r.Body, longestForm)
	return r.PostFormValue("token")
}

// enter lets a browser keep the token. It may send it only under TLS where it came so.
func (s *Server) enter(w http.ResponseWriter, r *http.Request, token string) {
	isSecure := r.TLS != nil || s.config.Limits.BehindProxy && r.Header.Get("X-Forwarded-Proto") == "https"
	http.SetCookie(w, &http.Cookie{Name: tokenCookie, Value: token, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode,
		Secure: isSecure})
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// ask shows the page that asks for the token.
func ask(w http.ResponseWriter, said string) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(http.StatusUnauthorized)
	_, _ = w.Write([]byte(`<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Rashomon</title><main><h1>Rashomon</h1>` + said + `<form method="post" action="/token"><label>Token
<input type="password" name="token" autocomplete="current-password" autofocus></label> <button>Enter</button></form></main></html>`))
}
