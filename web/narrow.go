package web

import (
	"context"
	"slices"
	"sync"
	"time"

	"rashomon"
	"rashomon/view"
)

// KnownOn asks for what was known on a day.
type KnownOn struct {
	KnownOn string `query:"known_on" pattern:"^\\d{4}(-\\d{2}(-\\d{2})?)?$" doc:"only what had been published by this day, month or year; what is undated is left out"`
}

// takes reports whether what was published at a time had been by that day.
func (k KnownOn) takes(published string) bool {
	return k.KnownOn == "" || published != "" && published[:min(len(published), len(k.KnownOn))] <= k.KnownOn
}

// Narrow narrows down what is told.
type Narrow struct {
	KnownOn
	Days
	Source string          `query:"source" maxLength:"200" doc:"whom one of the accounts is by: a name or, where nobody has it, a part of one"`
	Party  string          `query:"party" maxLength:"200" doc:"who takes part, or the place: an id, a name, or a part of one"`
	Place  string          `query:"place" maxLength:"200" doc:"where some account sets it: an id, a name, or a part of one"`
	Status rashomon.Status `query:"status" enum:"actual,denied,possible,future,hypothetical" doc:"that some account gives it"`
}

// OfType narrows happenings down to a type.
type OfType struct {
	Type string `query:"type" maxLength:"40" doc:"of event, as ASSAULT"`
}

// Accounts narrows down to what some accounts tell.
type Accounts struct {
	Narrow
	OfType
	Document string `query:"document" maxLength:"64" doc:"the id of the only document meant"`
}

// chosen returns the board of what was known, and what of it is asked for. A name that nobody has asks for nothing; an id that
// nothing has is an error.
func (s *Server) chosen(ctx context.Context, in Accounts) (*board, *view.Choice, error) {
	b, err := s.boards.asOf(ctx, in.KnownOn)
	if err != nil {
		return nil, nil, err
	}
	choice := b.Choose(view.Filter{
		Happened: view.Days{From: in.From, To: in.To}, Document: in.Document, Source: in.Source, Party: in.Party, Place: in.Place,
		Type: in.Type, Status: in.Status,
	})
	for _, asked := range []struct{ field, name string }{{"party", in.Party}, {"place", in.Place}} {
		if slices.Contains(choice.Unknown, asked.field) && view.IsID(asked.name) && !b.HasParty(asked.name) {
			return nil, nil, unknown("query."+asked.field, asked.name)
		}
	}
	return b, choice, nil
}

// Unknown tells what of what was asked for is not there.
type Unknown struct {
	Unknown []string `json:"unknown" doc:"of document, source, party and place those that were asked for and that nothing here, or nothing that was known on the day, is: therefore the rest is empty"`
}

// mostPast is of how many days boards are kept.
const mostPast = 4

// past keeps boards of what was known on days, each for one state of the archive.
type past struct {
	lock   sync.Mutex
	making sync.Mutex // one at a time: each takes all cores
	known  []*pastBoard
}

// A pastBoard is the board of what was known on a day, made or being made.
type pastBoard struct {
	head, day string
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
	p := b.past.of(now.head, day.KnownOn, func(p *pastBoard) { b.group.Go(func() { b.make(p) }) })
	select {
	case <-p.done:
		return p.board, p.err
	case <-ctx.Done():
		return nil, ctx.Err()
	case <-time.After(patience):
		return nil, comeAgain()
	}
}

// make sets side by side what had been published by a day. Where the archive has changed since that was asked, it is asked again.
func (b *boards) make(p *pastBoard) {
	b.past.making.Lock()
	defer b.past.making.Unlock()
	defer close(p.done)
	if b.now.Load().head != p.head {
		p.err = comeAgain()
		return
	}
	v, err := view.Open(b.context, b.archive, view.Options{KnownOn: p.day})
	if err != nil {
		p.err = err
		return
	}
	v.Later = b.now.Load().View
	p.board = newBoard(v, p.head, len(v.Digests))
}

// of returns the board of a day, which is made beside if nobody has asked for it lately. One that could not be made is forgotten.
func (p *past) of(head, day string, begin func(*pastBoard)) *pastBoard {
	p.lock.Lock()
	defer p.lock.Unlock()
	p.known = slices.DeleteFunc(p.known, func(known *pastBoard) bool { return known.head != head || known.isFailed() })
	if at := slices.IndexFunc(p.known, func(known *pastBoard) bool { return known.day == day }); at >= 0 {
		return p.known[at]
	}
	made := &pastBoard{head: head, day: day, done: make(chan struct{})}
	p.known = append(p.known[max(0, len(p.known)-mostPast+1):], made)
	begin(made)
	return made
}

func (p *pastBoard) isFailed() bool {
	select {
	case <-p.done:
		return p.err != nil
	default:
		return false
	}
}
