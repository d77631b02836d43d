package web

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"runtime/debug"
	"strconv"
	"sync/atomic"
	"time"

	"github.com/danielgtaylor/huma/v2"
)

// A request is what the log and the metrics tell of one, gathered while it is answered.
type request struct {
	id        string
	operation string // one of a few, whatever was asked for
	failure   error  // what went wrong inside
}

type requestKey struct{}

// requestOf returns what is gathered of the request that a context belongs to.
func requestOf(ctx context.Context) *request {
	if asked, ok := ctx.Value(requestKey{}).(*request); ok {
		return asked
	}
	return &request{}
}

// operationNone is the operation of requests that no part of the server has taken on.
const operationNone = "none"

// named says of what a handler answers that it is one operation.
func named(operation string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		requestOf(r.Context()).operation = operation
		next.ServeHTTP(w, r)
	})
}

// namedByAPI says the same of an operation of the API.
func namedByAPI(ctx huma.Context, next func(huma.Context)) {
	requestOf(ctx.Context()).operation = ctx.Operation().OperationID
	next(ctx)
}

// ids names requests: by when the server began, and by their number.
type ids struct {
	began string
	last  atomic.Int64
}

func newIDs(began time.Time) *ids { return &ids{began: strconv.FormatInt(began.UnixMilli(), 36)} }

func (i *ids) next() string { return fmt.Sprintf("%s-%d", i.began, i.last.Add(1)) }

// instance is how a problem names the request that it came of (RFC 9457, 3.1.5): no address, a name to look for in the log.
func instance(ctx context.Context) string { return "urn:rashomon:request:" + requestOf(ctx).id }

// A recorder remembers what an answer was.
type recorder struct {
	http.ResponseWriter
	status int
	bytes  int64
}

// answerTime is how long an answer may take on its way: 4 MiB, the largest text, at half a megabit a second. Streams set their
// own.
const answerTime = time.Minute

func (r *recorder) WriteHeader(status int) {
	if r.status == 0 {
		r.status = status
		_ = http.NewResponseController(r.ResponseWriter).SetWriteDeadline(time.Now().Add(answerTime)) // tests have none
	}
	r.ResponseWriter.WriteHeader(status)
}

func (r *recorder) Write(data []byte) (int, error) {
	if r.status == 0 {
		r.WriteHeader(http.StatusOK)
	}
	n, err := r.ResponseWriter.Write(data)
	r.bytes += int64(n)
	return n, err
}

// Unwrap lets [http.ResponseController] through.
func (r *recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }

// logged logs and counts every request, and answers for those that panic.
func (s *Server) logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		began, out := s.config.Now(), &recorder{ResponseWriter: w}
		asked := &request{id: s.ids.next(), operation: operationNone}
		r = r.WithContext(context.WithValue(r.Context(), requestKey{}, asked))
		w.Header().Set("X-Request-Id", asked.id)
		s.metrics.running.Inc()
		defer func() {
			failed := recover()
			if failed != nil && failed != http.ErrAbortHandler {
				asked.failure = fmt.Errorf("panic: %v\n%s", failed, debug.Stack())
				if out.status == 0 {
					refuse(out, r, http.StatusInternalServerError, "something went wrong inside; it is in the log")
				}
			}
			took := s.config.Now().Sub(began)
			s.metrics.running.Dec()
			s.metrics.answered(asked, out.status, took)
			s.log(r, asked, out, took)
			if failed == http.ErrAbortHandler {
				panic(failed)
			}
		}()
		next.ServeHTTP(out, r)
	})
}

// log tells of a request: who asked what kind of thing, and what came of it. Addresses, in which words that somebody searches for
// may stand, are told only at the debug level, tokens and texts never.
func (s *Server) log(r *http.Request, asked *request, out *recorder, took time.Duration) {
	level := slog.LevelInfo
	told := []slog.Attr{
		slog.String("request", asked.id), slog.String("operation", asked.operation), slog.String("method", r.Method),
		slog.Int("status", out.status), slog.Duration("took", took.Round(time.Microsecond)), slog.Int64("bytes", out.bytes),
		slog.String("client", peer(r)),
	}
	if asked.failure != nil {
		level = slog.LevelError
		told = append(told, slog.String("error", asked.failure.Error()))
	}
	if s.config.Log.Enabled(r.Context(), slog.LevelDebug) {
		told = append(told, slog.String("address", r.URL.RequestURI()))
	}
	s.config.Log.LogAttrs(r.Context(), level, "request", told...)
}

// peer returns the address of the machine that a request comes from.
func peer(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}
