package web

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"
	"github.com/klauspost/compress/gzip"
)

// An answer is what was made of a request once, as bytes that are sent as often as it is asked for.
type answer struct {
	status int
	header http.Header
	body   bytes.Buffer
}

// An answer is a [http.ResponseWriter] while it is made.
func (a *answer) Header() http.Header                { return a.header }
func (a *answer) WriteHeader(status int)             { a.status = status }
func (a *answer) Write(data []byte) (n int, e error) { return a.body.Write(data) }

// shortestZipped is from how many bytes on an answer is compressed: below, it would get no smaller.
const shortestZipped = 1 << 10

func (a *answer) zip() {
	if a.body.Len() < shortestZipped {
		return
	}
	var zipped bytes.Buffer
	w := gzip.NewWriter(&zipped)
	_, _ = w.Write(a.body.Bytes()) // a buffer takes all
	_ = w.Close()
	a.body = zipped
	a.header.Set("Content-Encoding", "gzip")
}

// takesGzip reports whether a client takes compressed answers. One that takes them only at a second thought gets none.
func takesGzip(r *http.Request) bool {
	for taken := range strings.SplitSeq(r.Header.Get("Accept-Encoding"), ",") {
		if strings.TrimSpace(taken) == "gzip" {
			return true
		}
	}
	return false
}

func (a *answer) send(w http.ResponseWriter) {
	for name, values := range a.header {
		w.Header()[name] = values
	}
	w.WriteHeader(a.status)
	_, _ = w.Write(a.body.Bytes()) // who asked has gone
}

// answers are those that were made of one view of the archive.
type answers struct {
	lock  sync.Mutex
	made  map[string]*answer
	bytes int
}

// mostKept is how many bytes of answers are kept of a view, and mostAnswers how many: beyond them all are made anew.
const (
	mostKept    = 64 << 20
	mostAnswers = 10_000
)

func newAnswers() *answers { return &answers{made: map[string]*answer{}} }

func (a *answers) get(key string) *answer {
	a.lock.Lock()
	defer a.lock.Unlock()
	return a.made[key]
}

func (a *answers) put(key string, made *answer) {
	if made.body.Len() > mostKept/8 {
		return // it would drive all others out
	}
	a.lock.Lock()
	defer a.lock.Unlock()
	if a.bytes+made.body.Len() > mostKept || len(a.made) >= mostAnswers {
		a.made, a.bytes = map[string]*answer{}, 0
	}
	a.made[key] = made
	a.bytes += made.body.Len()
}

// fromView answers an operation that tells of the view alone: with nothing where the client has what the view, and this version
// of the program, would give it, else with what was made for whoever asked first.
func (s *Server) fromView(ctx huma.Context, next func(huma.Context)) {
	if board := s.boards.now.Load(); board != nil {
		s.answer(ctx, next, board, board.head)
		return
	}
	next(ctx) // it waits for the first view
}

// fromArchive does the same for an operation that tells also what the archive holds beyond the view.
func (s *Server) fromArchive(ctx huma.Context, next func(huma.Context)) {
	board := s.boards.now.Load()
	head, err := s.archive.Head(ctx.Context())
	if board == nil || err != nil {
		next(ctx)
		return
	}
	s.answer(ctx, next, board, short(board.head)+short(head))
}

// short returns so much of a hash as tells one state of an archive from another.
func short(hash string) string { return hash[:min(len(hash), 16)] }

// answer answers from a state of the archive, if the client has not what that gives.
func (s *Server) answer(ctx huma.Context, next func(huma.Context), board *board, state string) {
	r, w := humago.Unwrap(ctx)
	tag := `W/"` + s.config.Version + "-" + state + `"`
	w.Header().Set("Cache-Control", "private, no-cache")
	if slices.Contains(strings.Split(r.Header.Get("If-None-Match"), ", "), tag) {
		w.Header().Set("ETag", tag)
		w.WriteHeader(http.StatusNotModified)
		return
	}
	isZipped := takesGzip(r)
	key := fmt.Sprint(state, isZipped, r.URL.RequestURI())
	made := board.answers.get(key)
	if made == nil {
		if !s.making.begin(r.Context()) {
			s.refuseFor(w, r, http.StatusServiceUnavailable, time.Second, "busy",
				"too many things are asked for at once; ask again in a moment")
			return
		}
		made = s.make(ctx, next, board, key, isZipped)
		s.making.end()
	}
	if made.status == http.StatusOK {
		w.Header().Set("ETag", tag)
	}
	made.send(w)
}

// make makes an answer, if nobody has meanwhile, and keeps it.
func (s *Server) make(ctx huma.Context, next func(huma.Context), board *board, key string, isZipped bool) *answer {
	if made := board.answers.get(key); made != nil {
		return made
	}
	r, _ := humago.Unwrap(ctx)
	made := &answer{status: http.StatusOK, header: http.Header{}}
	next(humago.NewContext(ctx.Operation(), r, made))
	if made.status == http.StatusOK {
		if isZipped {
			made.zip()
		}
		board.answers.put(key, made)
	}
	return made
}

// turns let so many things be made at once.
type turns chan struct{}

// begin waits for a turn, as long as anybody waits for an answer.
func (t turns) begin(ctx context.Context) bool {
	select {
	case t <- struct{}{}:
		return true
	case <-ctx.Done():
	case <-time.After(patience):
	}
	return false
}

func (t turns) end() { <-t }
