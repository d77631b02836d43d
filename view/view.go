// Package view is the reading path: what the terminal, a page or a report needs of an archive, as plain values.
package view

import (
	"bytes"
	"context"

	"rashomon"
	"rashomon/archive"
	"rashomon/compare"
	"rashomon/compare/ground"
	"rashomon/correct"
	"rashomon/digest"
)

// A View is documents set side by side. What it gives is shared by all who ask for it, and is not to be changed.
type View struct {
	Digests    []*digest.Digest // of the documents compared
	LeftOut    []*digest.Digest // of those that the options leave out, as undated ones under KnownOn
	Comparison rashomon.Comparison
	Ground     *ground.Ground
	Unapplied  map[int64]string // why a correction that holds changes nothing here, by its number

	// Later is a view of these documents and of others that came after, or nil. By the ids that they have there, parties and
	// happenings can be asked for here too: an id is that of the first of what is one, which may have come later.
	Later *View

	byID   map[string]*digest.Digest
	by     map[string]string      // whom documents are by
	recent [recents]digest.Recent // each for the documents whose ids end alike
	making *making                // what it was made of, where it is of all that an archive holds

	// What pages ask for over and over.
	survey   lazy[*Survey]
	atlas    lazy[Atlas] // of all
	names    lazy[*roll]
	former   struct{ parties, happenings lazy[formerIDs] }
	rows     lazy[[]Row]
	sum      lazy[Summary]
	groups   lazy[map[Standing][]Group]
	changed  lazy[[]rashomon.Change]
	timeline [2]lazy[[2][]Moment] // of what several tell, and of all: dated, and undated
}

// recents is how many times as many whole digests a view holds as who goes through pairs: the page of a happening may be made of
// the sentences of a thousand documents, each asked for several times. All together have 100 MB at most.
const recents = 8

// Options narrow a view down.
type Options struct {
	KnownOn  string // an ISO 8601 day: only what had been published by then; "" for all
	Happened Days   // only happenings that meet these days

	Corrections []rashomon.Correction // by people
}

// Days are a range of ISO 8601 days, both included; an empty one is open.
type Days struct{ From, To string }

// Open sets all documents of an archive side by side, as people corrected them. What the archive keeps of it is not made again:
// see [View.Keep].
func Open(ctx context.Context, a *archive.Archive, options Options) (*View, error) {
	o, err := gather(ctx, a)
	if err != nil {
		return nil, err
	}
	if options.KnownOn != "" || len(o.digests) < leastKept {
		options.Corrections = o.corrections
		return New(o.digests, options), nil
	}
	v, err := (&Follower{}).open(ctx, a, o)
	if err == nil {
		v.narrow(options.Happened)
	}
	return v, err
}

// OpenThen sets side by side what had been published by an ISO 8601 day. Where one of some earlier views is of the same documents, as
// people corrected them, it costs next to nothing. The first of these is of all documents: see [View.Later].
func OpenThen(ctx context.Context, a *archive.Archive, day string, earlier ...*View) (*View, error) {
	o, err := gather(ctx, a)
	if err != nil {
		return nil, err
	}
	known, leftOut := knownOn(o.digests, day)
	o.digests = known
	m, err := newMaking(o)
	if err != nil {
		return nil, err
	}
	var f Follower
	for _, v := range earlier {
		if v.making != nil && bytes.Equal(v.making.of, m.of) {
			f.last = v
		}
	}
	v, err := f.open(ctx, a, o)
	if err != nil {
		return nil, err
	}
	v.LeftOut, v.Later = leftOut, earlier[0]
	v.know(leftOut)
	return v, nil
}

// An opening is what an archive holds of what is set side by side.
type opening struct {
	head        string
	corrections []rashomon.Correction
	digests     []*digest.Digest
}

func gather(ctx context.Context, a *archive.Archive) (*opening, error) {
	head, err := a.Head(ctx) // before all else is asked: what comes meanwhile is seen the next time
	if err != nil {
		return nil, err
	}
	corrections, err := a.Corrections(ctx)
	if err != nil {
		return nil, err
	}
	digests, err := digests(ctx, a, redated(corrections))
	return &opening{head, corrections, digests}, err
}

// New sets documents side by side.
func New(digests []*digest.Digest, options Options) *View {
	known, leftOut := knownOn(digests, options.KnownOn)
	replay := correct.New(known, options.Corrections)
	v := newView(replay.Digests)
	v.LeftOut = leftOut
	v.know(leftOut)
	v.Ground = ground.New(v.Digests, replay.Links())
	v.Comparison = replay.Compared(compare.Compare(v.Ground))
	v.Unapplied = replay.Unapplied()
	v.narrow(options.Happened)
	return v
}

// newView returns a view of documents that are not set side by side yet.
func newView(digests []*digest.Digest) *View {
	v := &View{
		Digests: digests, byID: make(map[string]*digest.Digest, len(digests)), by: make(map[string]string, len(digests)),
	}
	v.know(digests)
	return v
}

// know lets documents be asked for.
func (v *View) know(digests []*digest.Digest) {
	for _, d := range digests {
		v.byID[d.Document], v.by[d.Document] = d, d.By()
	}
}

// knownOn returns which documents had been published by a day, and the others.
func knownOn(digests []*digest.Digest, day string) (known, others []*digest.Digest) {
	for _, d := range digests {
		if day == "" || d.Published != "" && d.Published[:min(len(d.Published), len(day))] <= day {
			known = append(known, d)
		} else {
			others = append(others, d)
		}
	}
	return known, others
}

// Known returns how many of the documents had been published by an ISO 8601 day.
func (v *View) Known(day string) int {
	known, _ := knownOn(v.Digests, day)
	return len(known)
}

// narrow keeps what happened on some days.
func (v *View) narrow(days Days) {
	if days != (Days{}) {
		v.Comparison = happened(v.Comparison, days)
	}
}

// During returns a view of what happened on some days.
func (v *View) During(days Days) *View {
	if days == (Days{}) {
		return v
	}
	narrowed := v.Alone()
	narrowed.Later = v.Later
	narrowed.narrow(days)
	return narrowed
}

// Alone returns the view without what it has given so far, and without a later one.
func (v *View) Alone() *View {
	return &View{
		Digests: v.Digests, LeftOut: v.LeftOut, Comparison: v.Comparison, Ground: v.Ground, Unapplied: v.Unapplied, byID: v.byID,
		by: v.by, making: v.making,
	}
}

// Digest returns the digest of a document as a whole, or nil.
func (v *View) Digest(document string) *digest.Digest {
	d := v.byID[document]
	if d == nil {
		return nil
	}
	return v.recent[int(document[len(document)-1])%len(v.recent)].Whole(d)
}

// happened keeps of a comparison the happenings that meet some days, and what is on them.
func happened(c rashomon.Comparison, days Days) rashomon.Comparison {
	kept := map[string]bool{}
	out := c
	out.Happenings, out.Differences, out.Agreements, out.Changes = nil, nil, nil, nil
	for _, h := range c.Happenings {
		if days.Meet(h.From, h.To) {
			kept[h.ID] = true
			out.Happenings = append(out.Happenings, h)
		}
	}
	for _, d := range c.Differences {
		if kept[d.Happening] {
			out.Differences = append(out.Differences, d)
		}
	}
	for _, a := range c.Agreements {
		if kept[a.Happening] {
			out.Agreements = append(out.Agreements, a)
		}
	}
	for _, change := range c.Changes {
		if kept[change.Happening] {
			out.Changes = append(out.Changes, change)
		}
	}
	return out
}

// Meet reports whether an interval meets the days. One that is not known to the day meets them where its beginning does;
// one that is not known at all meets open days alone.
func (d Days) Meet(from, to string) bool {
	if d == (Days{}) {
		return true
	}
	if from == "" {
		return false
	}
	if to == "" {
		to = from
	}
	return (d.To == "" || exactAs(from, d.To) <= d.To) && (d.From == "" || exactAs(to, d.From) >= d.From)
}

// exactAs cuts a time down to what another tells: of a time on a day, the day.
func exactAs(time, other string) string { return time[:min(len(time), len(other))] }

// Name returns what to call a document in a list: see [digest.Digest.By].
func (v *View) Name(document string) string { return v.by[document] }

// Around returns the sentences that a passage stands in, as one extent.
func (v *View) Around(p rashomon.Passage) rashomon.Extent {
	around := p.Extent
	for _, sentence := range v.Digest(p.Document).Sentences {
		if sentence.Extent.Start < p.Extent.End && p.Extent.Start < sentence.Extent.End {
			around.Start, around.End = min(around.Start, sentence.Extent.Start), max(around.End, sentence.Extent.End)
		}
	}
	return around
}
