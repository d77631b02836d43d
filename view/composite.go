package view

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"slices"
	"sync/atomic"

	"rashomon"
	"rashomon/archive"
	"rashomon/concurrent"
	"rashomon/correct"
	"rashomon/digest"
)

// leastKept is from how many documents on an archive keeps their comparison: that of fewer takes less than a second.
var leastKept = 100

// A making is what a view was made of: as long as that is the same, so is its comparison.
type making struct {
	head string      // of the archive
	said []byte      // the corrections that change what is compared
	of   []byte      // a hash of the digests and of those corrections
	kept atomic.Bool // the archive has what was made of it
	made made
}

// made is what takes long to make: the comparison before people take away from it.
type made struct {
	Comparison rashomon.Comparison
	Unapplied  map[int64]string // of the corrections that change what is compared
}

// newMaking returns what a view is made of.
func newMaking(o *opening) (*making, error) {
	before := slices.DeleteFunc(rashomon.Active(o.corrections), correct.IsAfterwards)
	said, err := json.Marshal(before)
	if err != nil {
		return nil, err
	}
	sum := sha256.New()
	for _, d := range o.digests {
		stored := digest.Encode(d)
		_, _ = sum.Write(binary.AppendUvarint(nil, uint64(len(stored)))) // a hash takes everything
		_, _ = sum.Write(stored)
	}
	_, _ = sum.Write(said)
	return &making{head: o.head, said: said, of: sum.Sum(nil)}, nil
}

// restore takes the comparison that the archive keeps, if it is of what the view is made of and undamaged: else it is made again,
// which [archive.Archive.Verify] tells of.
func (m *making) restore(ctx context.Context, a *archive.Archive) error {
	composite, err := a.Composite(ctx, m.of)
	if err != nil || composite.Parts == 0 {
		return err
	}
	parts := make([]made, composite.Parts)
	var lacking atomic.Bool
	concurrent.Each(len(parts), func() func(int) {
		return func(i int) {
			if data, err := composite.Part(ctx, i); err != nil || json.Unmarshal(data, &parts[i]) != nil {
				lacking.Store(true)
			}
		}
	})
	if m.kept.Store(!lacking.Load()); m.kept.Load() {
		m.made = joinedParts(parts)
	}
	return ctx.Err()
}

// inPart is how many elements of a list are in one part.
const inPart = 4096

// apart cuts what was made into parts, each with a stretch of every list.
func (m made) apart() []made {
	c := m.Comparison
	var parts []made
	for i := 0; i == 0 || i < longest(c); i += inPart {
		parts = append(parts, made{Comparison: rashomon.Comparison{
			Documents: stretch(c.Documents, i), Parties: stretch(c.Parties, i), Happenings: stretch(c.Happenings, i),
			Differences: stretch(c.Differences, i), Agreements: stretch(c.Agreements, i), Echoes: stretch(c.Echoes, i),
			Positions: stretch(c.Positions, i), Predictions: stretch(c.Predictions, i), Changes: stretch(c.Changes, i),
		}})
	}
	parts[0].Unapplied = m.Unapplied
	return parts
}

// longest returns the length of the longest list.
func longest(c rashomon.Comparison) int {
	return max(len(c.Documents), len(c.Parties), len(c.Happenings), len(c.Differences), len(c.Agreements), len(c.Echoes),
		len(c.Positions),
		len(c.Predictions), len(c.Changes))
}

// stretch returns the elements of a list that are in the part that begins at one.
func stretch[T any](list []T, from int) []T {
	if from >= len(list) {
		return nil
	}
	return list[from:min(from+inPart, len(list))]
}

// joinedParts puts together what was cut apart.
func joinedParts(parts []made) made {
	return made{Unapplied: parts[0].Unapplied, Comparison: rashomon.Comparison{
		Documents:   all(parts, func(c rashomon.Comparison) []string { return c.Documents }),
		Parties:     all(parts, func(c rashomon.Comparison) []rashomon.Party { return c.Parties }),
		Happenings:  all(parts, func(c rashomon.Comparison) []rashomon.Happening { return c.Happenings }),
		Differences: all(parts, func(c rashomon.Comparison) []rashomon.Difference { return c.Differences }),
		Agreements:  all(parts, func(c rashomon.Comparison) []rashomon.Agreement { return c.Agreements }),
		Echoes:      all(parts, func(c rashomon.Comparison) []rashomon.Echo { return c.Echoes }),
		Positions:   all(parts, func(c rashomon.Comparison) []rashomon.Position { return c.Positions }),
		Predictions: all(parts, func(c rashomon.Comparison) []rashomon.Prediction { return c.Predictions }),
		Changes:     all(parts, func(c rashomon.Comparison) []rashomon.Change { return c.Changes }),
	}}
}

// all returns one list of all parts.
func all[T any](parts []made, of func(rashomon.Comparison) []T) []T {
	lists := make([][]T, len(parts))
	for i := range parts {
		lists[i] = of(parts[i].Comparison)
	}
	return slices.Concat(lists...)
}

// IsUnkept reports whether the view took long to make, and the archive does not keep what was made: see [View.Keep].
func (v *View) IsUnkept() bool {
	return v.making != nil && !v.making.kept.Load() && len(v.Digests) >= leastKept
}

// Keep has an archive, the one that the view was opened from, keep what was made, so that the next view of the same is there at
// once.
func (v *View) Keep(ctx context.Context, a *archive.Archive) error {
	kept, err := a.Compose(ctx, v.making.head, v.making.of, func(yield func([]byte, error) bool) {
		for _, part := range v.making.made.apart() {
			if !yield(json.Marshal(part)) {
				return
			}
		}
	})
	v.making.kept.Store(kept)
	return err
}
