// Package correct replays what people corrected over what was found: over documents and their digests, over the links
// between them, and over their comparison.
//
// A correction names what it speaks of by where it stands in the texts. Where a later reading finds no such thing there,
// the correction is kept and told not to apply; nothing is guessed. Corrections are replayed in the order in which they
// were made, and where two contradict each other the later one wins. Digests and links are those of the reader when no
// correction holds, byte for byte.
package correct

import (
	"cmp"
	"slices"

	"rashomon"
	"rashomon/digest"
)

// A Replay is documents with what people corrected. It is used once: [Replay.Links], then [Replay.Compared].
type Replay struct {
	Digests []*digest.Digest // as corrected, in the order given

	corrections []rashomon.Correction // those that hold
	byID        map[string]*digest.Digest
	own         map[string]bool // digests that are copies
	dismissed   map[rashomon.Element]bool
	parties     []rashomon.Party
	applied     map[int64]bool
	refused     map[int64]string
}

// New corrects digests; those given stay as they are. Corrections that were undone may be among those given.
func New(digests []*digest.Digest, corrections []rashomon.Correction) *Replay {
	r := &Replay{
		Digests: slices.Clone(digests), corrections: rashomon.Active(corrections), byID: map[string]*digest.Digest{},
		own: map[string]bool{}, dismissed: map[rashomon.Element]bool{}, applied: map[int64]bool{}, refused: map[int64]string{},
	}
	for _, d := range digests {
		r.byID[d.Document] = d
	}
	for _, c := range r.corrections {
		r.correctDigest(c)
	}
	for i, d := range r.Digests {
		r.Digests[i] = r.byID[d.Document]
	}
	return r
}

// Unapplied returns of each correction that holds, and changes nothing in these documents, why that is so.
func (r *Replay) Unapplied() map[int64]string {
	out := map[int64]string{}
	for _, c := range r.corrections {
		if !r.applied[c.Number] {
			out[c.Number] = cmp.Or(r.refused[c.Number], r.missing(c))
		}
	}
	return out
}

// missing tells why a correction finds nothing to correct.
func (r *Replay) missing(c rashomon.Correction) string {
	for _, target := range c.Targets {
		for _, p := range target.Passages {
			if r.byID[p.Document] == nil {
				return "document " + p.Document + " is not among those compared"
			}
		}
	}
	return "this reading finds no such thing there"
}

// digest returns the digest of a document as a whole, or nil.
func (r *Replay) digest(document string) *digest.Digest {
	if d := r.byID[document]; d != nil {
		return d.Whole()
	}
	return nil
}

// entity returns the entity that a passage mentions.
func (r *Replay) entity(p rashomon.Passage) (rashomon.Element, bool) {
	if d := r.digest(p.Document); d != nil {
		for i, entity := range d.Entities {
			if slices.ContainsFunc(entity.Mentions, func(m digest.Mention) bool { return m.Extent == p.Extent }) {
				return rashomon.Element{Document: p.Document, Index: i}, true
			}
		}
	}
	return rashomon.Element{}, false
}

// event returns the event whose trigger is a passage, the first where there are several.
func (r *Replay) event(p rashomon.Passage) (rashomon.Element, bool) {
	if d := r.digest(p.Document); d != nil {
		at := slices.IndexFunc(d.Events, func(e digest.Event) bool { return e.Extent == p.Extent })
		return rashomon.Element{Document: p.Document, Index: at}, at >= 0
	}
	return rashomon.Element{}, false
}
