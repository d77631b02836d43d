package digest

import (
	"reflect"
)

// Fold puts the clauses away, which are more than a third of a digest, in a form that takes a third of their memory, and which
// garbage is collected around. Whoever needs them asks for the [Digest.Whole]. Nobody else may use the digest meanwhile.
func (d *Digest) Fold() {
	if len(d.Clauses) == 0 {
		return
	}
	d.Folded = string(appendValue(nil, reflect.ValueOf(d.Clauses)))
	d.Clauses = nil
	d.pack()
}

// Whole returns the digest with its clauses: itself, unless it was folded.
func (d *Digest) Whole() *Digest {
	if d.Folded == "" {
		return d
	}
	whole := *d
	whole.Folded = ""
	in := decoder{data: []byte(d.Folded), known: map[string]string{}}
	if in.value(reflect.ValueOf(&whole.Clauses).Elem(), 1); in.err != nil {
		whole.Clauses = nil // somebody has changed what was folded
	}
	return &whole
}
