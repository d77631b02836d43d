package web

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"time"

	"rashomon/view"
)

// Past boards are kept of so many days at most, and of so many documents in all, but for the one that was asked for last: each
// takes as much memory as that of all takes for as many documents.
const (
	mostPast          = 4
	mostPastDocuments = 10_000
)

// past keeps boards of what was known on days.
type past struct {
	lock   sync.Mutex
	making sync.Mutex // one at a time: each takes all cores
	known  []*pastBoard
}

// A pastBoard is the board of what was known on a day in one state of the archive, made or being made.
type pastBoard struct {
	head, day string
	documents int
	began     time.Time
	before    *view.View    // of the same day in an earlier state of the archive, by itself, or nil
	done      chan struct{} // closed when it is made, or could not be
	board     *board
	err       error
}

// asOf returns the board of what had been published by a day; of the empty one, of all. Where it takes long, requests are told to
// come again.
func (b *boards) asOf(ctx context.Context, day KnownOn) (*board, error) {
	now, err := b.current(ctx)
	if err != nil || day.KnownOn == "" {
		return now, err
	}
	p := b.past.of(now, day.KnownOn, b.config.Now(), func(p *pastBoard) { b.group.Go(func() { b.make(p) }) })
	if p == nil {
		return nil, again(fmt.Sprintf("%d other days are being set side by side, and %s waits for its turn", mostPast, day.KnownOn))
	}
	select {
	case <-p.done:
		return p.board, p.err
	case <-ctx.Done():
		return nil, ctx.Err()
	case <-time.After(patience):
		return nil, b.tell(now, p)
	}
}

// tell tells of what is being made how much it is, and how long it has been going on.
func (b *boards) tell(now *board, p *pastBoard) error {
	told := fmt.Sprintf("what had been published by %s is being set side by side for %d s now: %s, where %s known today", p.day,
		int(b.config.Now().Sub(p.began).Seconds()), counted(p.documents, "document", "documents"),
		counted(len(now.Digests), "is", "are"))
	if now.took > time.Second {
		told += fmt.Sprintf(" and took %d s", int(now.took.Seconds()))
	}
	return again(told)
}

// make sets side by side what had been published by a day. Where the archive has changed since that was asked, it is asked again.
func (b *boards) make(p *pastBoard) {
	b.past.making.Lock()
	defer b.past.making.Unlock()
	defer close(p.done)
	now := b.now.Load()
	if now.head != p.head {
		p.err = b.comeAgain()
		return
	}
	v, err := view.OpenThen(b.context, b.archive, p.day, b.past.earlier(now, p)...)
	if err != nil {
		p.err = err
		return
	}
	p.board, p.before = newBoard(v, p.head, len(v.Digests)), nil
	p.board.prepare()
}

// of returns the board of a day as it is now, which is made beside if nobody has asked for it lately; nil where so many are being
// made that it must wait. One that could not be made is forgotten.
func (p *past) of(now *board, day string, began time.Time, begin func(*pastBoard)) *pastBoard {
	p.lock.Lock()
	defer p.lock.Unlock()
	made := &pastBoard{head: now.head, day: day, documents: now.Known(day), began: began, done: make(chan struct{})}
	p.fade(now.head)
	p.known = slices.DeleteFunc(p.known, func(known *pastBoard) bool {
		isStale := known.head != now.head && known.day == day
		if isStale && known.isMade() {
			made.before = known.before
		}
		return isStale || known.isFailed()
	})
	if at := slices.IndexFunc(p.known, func(known *pastBoard) bool { return known.day == day }); at >= 0 {
		return p.known[at]
	}
	if p.makeRoom(made.documents); len(p.known) >= mostPast {
		return nil
	}
	p.known = append(p.known, made)
	begin(made)
	return made
}

// fade leaves of the boards of other states of the archive than one their views alone: by what these were seen from, the views of
// all of so many states would stay in memory.
func (p *past) fade(head string) {
	for i, known := range p.known {
		if known.head != head && known.isMade() && known.board != nil {
			faded := *known
			faded.before, faded.board = known.board.Alone(), nil
			p.known[i] = &faded
		}
	}
}

// makeRoom forgets the oldest boards, as far as too much is kept with one more of so many documents. Those that are being made
// stay: somebody waits for them.
func (p *past) makeRoom(documents int) {
	for _, known := range p.known {
		documents += known.documents
	}
	kept := len(p.known)
	p.known = slices.DeleteFunc(p.known, func(known *pastBoard) bool {
		if !known.isMade() || kept < mostPast && documents <= mostPastDocuments {
			return false
		}
		kept, documents = kept-1, documents-known.documents
		return true
	})
}

// earlier returns the views that may be of what is to be made: that of all, that of the same day before, and those of other days.
func (p *past) earlier(now *board, of *pastBoard) []*view.View {
	p.lock.Lock()
	defer p.lock.Unlock()
	out := []*view.View{now.View}
	if of.before != nil {
		out = append(out, of.before)
	}
	for _, known := range p.known {
		switch {
		case known.isMade() && known.board != nil:
			out = append(out, known.board.View)
		case known.isMade():
			out = append(out, known.before)
		}
	}
	return out
}

func (p *pastBoard) isMade() bool {
	select {
	case <-p.done:
		return p.err == nil
	default:
		return false
	}
}

func (p *pastBoard) isFailed() bool {
	select {
	case <-p.done:
		return p.err != nil
	default:
		return false
	}
}
