package web

import (
	"context"
	"fmt"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"rashomon"
	"rashomon/archive"
	"rashomon/view"
)

// A board is a view of the archive with what pages ask of it over and over. What it holds never changes.
type board struct {
	*view.View
	head    string // of the archive that it shows
	made    time.Time
	took    time.Duration            // the making of it
	waiting int                      // documents that the archive keeps and the view does not show
	answers *answers                 // that were made of it
	parties func() []rashomon.Party  // that have a name, those that most documents speak of first
	called  func() map[string]string // names of parties, by id
}

func newBoard(v *view.View, head string, kept int) *board {
	return &board{
		View: v, head: head, waiting: max(kept-len(v.Digests), 0), answers: newAnswers(),
		parties: sync.OnceValue(func() []rashomon.Party { return byDocuments(v.Comparison.Parties) }),
		called:  sync.OnceValue(func() map[string]string { return namesOf(v.Comparison.Parties) }),
	}
}

// prepare makes what the first pages ask for, before anybody does.
func (b *board) prepare() {
	b.Matrix()
	b.Summary()
	b.GroupsOf(view.StandingContradiction)
	b.parties()
	b.called()
	b.Timeline(false)
	b.Timeline(true)
	b.Atlas(b.Choose(view.Filter{}), 0, view.Days{})
}

// boards keeps the board of the archive as it is now.
type boards struct {
	archive *archive.Archive
	config  Config
	now     atomic.Pointer[board]
	failed  atomic.Pointer[error]
	begun   atomic.Pointer[begun] // the making of one
	first   chan struct{}         // closed when there is a board, or none could be made
	making  sync.Mutex            // one board at a time
	context context.Context
	group   sync.WaitGroup // of what makes them
	views   view.Follower
	past    past
}

// A begun tells of a board that is being made how many documents the archive keeps, and since when.
type begun struct {
	documents int
	at        time.Time
}

// lookAgain is how often the archive is asked whether it has changed: another process may write to it.
const lookAgain = time.Second

// newBoards makes boards until the context ends.
func newBoards(ctx context.Context, a *archive.Archive, config Config) *boards {
	b := &boards{archive: a, config: config, first: make(chan struct{}), context: ctx}
	b.group.Go(func() { b.follow(ctx) })
	return b
}

func (b *boards) follow(ctx context.Context) {
	first := sync.OnceFunc(func() { close(b.first) })
	var rest time.Time // making views takes half of the time at most, while others write
	for {
		if began := time.Now(); began.After(rest) || b.isCurrent(ctx) {
			if err := b.refresh(ctx); err != nil && ctx.Err() == nil {
				b.failed.Store(&err)
				b.config.Log.Error("the archive cannot be set side by side", "error", err)
			}
			rest = time.Now().Add(time.Since(began))
		}
		first()
		select {
		case <-ctx.Done():
			return
		case <-time.After(lookAgain):
		}
	}
}

// isCurrent reports whether the board shows the archive as it is.
func (b *boards) isCurrent(ctx context.Context) bool {
	board := b.now.Load()
	head, err := b.archive.Head(ctx)
	return err == nil && board != nil && board.head == head
}

// refresh makes a new board where the archive has changed.
func (b *boards) refresh(ctx context.Context) error {
	b.making.Lock()
	defer b.making.Unlock()
	head, err := b.archive.Head(ctx)
	if err != nil {
		return err
	}
	current := b.now.Load()
	if current != nil && current.head == head {
		b.keep(ctx, current.View)
		return nil
	}
	kept := 0
	for _, err := range b.archive.List(ctx) {
		if err != nil {
			return err
		}
		kept++
	}
	began := b.config.Now()
	b.begun.Store(&begun{kept, began})
	v, err := b.views.Open(ctx, b.archive)
	if err != nil {
		return err
	}
	made := newBoard(v, head, kept)
	made.prepare()
	made.made = b.config.Now()
	made.took = made.made.Sub(began)
	b.now.Store(made)
	return nil
}

// keep has the archive keep a view of it, once the archive has come to rest: while documents come, each view is soon another.
func (b *boards) keep(ctx context.Context, v *view.View) {
	if v.IsUnkept() {
		if err := v.Keep(ctx, b.archive); err != nil && ctx.Err() == nil {
			b.config.Log.Warn("what was set side by side is not kept; it is made again at the next start", "error", err)
		}
	}
}

// after waits until a board shows what was just written, so that who wrote it sees it; of a large archive, not for ever: then the
// board follows by itself.
func (b *boards) after(ctx context.Context) error {
	made := make(chan error, 1)
	b.group.Go(func() { made <- b.refresh(b.context) })
	select {
	case err := <-made:
		if b.context.Err() != nil {
			return nil // the server stops, and what was written is kept
		}
		return err
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(patience):
		return nil
	}
}

// patience is how long a request waits for the first board.
const patience = 5 * time.Second

// current returns the board of the archive. While the first is made, requests are told to come again.
func (b *boards) current(ctx context.Context) (*board, error) {
	select {
	case <-b.first:
	case <-ctx.Done():
		return nil, ctx.Err()
	case <-time.After(patience):
	}
	if board := b.now.Load(); board != nil {
		return board, nil
	}
	if err := b.failed.Load(); err != nil {
		return nil, *err
	}
	return nil, b.comeAgain()
}

// comeAgain is the error of what is being made.
func (b *boards) comeAgain() error {
	told := "the documents are being set side by side"
	if begun := b.begun.Load(); begun != nil {
		told = fmt.Sprintf("%s being set side by side, for %d s now", counted(begun.documents, "document is", "documents are"), int(b.config.Now().Sub(begun.at).Seconds()))
	}
	return again(told)
}

// again tells what is going on, and when to ask for what it will give.
func again(told string) error {
	return huma.ErrorWithHeaders(huma.Error503ServiceUnavailable(told+"; ask again in a moment"), http.Header{"Retry-After": {"2"}})
}

// counted counts: "1 document is", "3 documents are".
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
