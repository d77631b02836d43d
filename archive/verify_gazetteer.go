package archive

import (
	"bytes"
	"fmt"
	"slices"
)

const meansPlaces = "places may be found wrongly; remove the gazetteer and add it again"

// A storedGazetteer is a gazetteer with its entry in the custody log and what its places are seen to be.
type storedGazetteer struct {
	number, first, last int64
	name                string
	sum                 []byte
	entry               link
	places              int64
	digest              placeDigest
}

func (g *storedGazetteer) fields() []any {
	return []any{
		&g.number, &g.first, &g.last, &g.name, &g.sum, &g.entry.kind, &g.entry.subject, &g.entry.detail, &g.entry.body,
	}
}

// gazetteers checks every gazetteer against its entry in the custody log, every entry against what is there, and that
// every place and form belongs to a gazetteer.
func (v *verification) gazetteers() {
	var stored []*storedGazetteer
	each(v, `SELECT number, first, last, gazetteer.name, sha256, kind, subject, detail, body FROM gazetteer
		JOIN custody ON sequence = number ORDER BY first`, (*storedGazetteer).fields, func(g storedGazetteer) {
		stored = append(stored, &g)
	})
	v.places(stored)
	v.forms(stored)
	for _, g := range stored {
		v.gazetteer(g)
	}
	v.goneGazetteers()
}

// places adds every place to the digest of its gazetteer.
func (v *verification) places(stored []*storedGazetteer) {
	type row struct {
		number int64
		place  placeRow
	}
	fields := func(r *row) []any { return append([]any{&r.number}, r.place.fields()...) }
	each(v, `SELECT number, `+placeColumns+` FROM place`, fields, func(r row) {
		if g := gazetteerOf(stored, r.number); g != nil {
			g.places++
			g.digest.addPlace(r.number-g.first, r.place)
			return
		}
		v.report(fmt.Sprintf("place %d", r.number), "belongs to no gazetteer", meansPlaces)
	})
}

func (v *verification) forms(stored []*storedGazetteer) {
	type row struct {
		form, kind string
		place      int64
	}
	fields := func(r *row) []any { return []any{&r.form, &r.kind, &r.place} }
	each(v, `SELECT form, kind, place FROM place_form`, fields, func(r row) {
		if g := gazetteerOf(stored, r.place); g != nil {
			g.digest.addForm(r.place-g.first, r.kind, r.form)
			return
		}
		v.report(fmt.Sprintf("form %q of place %d", r.form, r.place), "belongs to no gazetteer", meansPlaces)
	})
}

// gazetteerOf returns the gazetteer of a place by its number, or nil.
func gazetteerOf(stored []*storedGazetteer, place int64) *storedGazetteer {
	at, found := slices.BinarySearchFunc(stored, place, func(g *storedGazetteer, place int64) int {
		switch {
		case g.last < place:
			return -1
		case g.first > place:
			return 1
		}
		return 0
	})
	if !found {
		return nil
	}
	return stored[at]
}

func (v *verification) gazetteer(g *storedGazetteer) {
	where := "gazetteer " + g.name
	if g.entry.kind != CustodyGazetteerAdded || !bytes.Equal(g.entry.subject, g.sum) {
		v.report(where, "the custody log speaks of something else", meansLog)
		return
	}
	want, err := marshal(gazetteerDetail{Name: g.name, Places: g.places})
	if err != nil || g.entry.detail != want || g.places != g.last-g.first+1 {
		v.report(where, fmt.Sprintf("%d places, the custody log names another number", g.places), meansPlaces)
		return
	}
	if !bytes.Equal(g.entry.body, g.digest[:]) {
		v.report(where, "its places are not those that were added", meansPlaces)
	}
}

// goneGazetteers looks for gazetteers that the custody log speaks of and that are not there, though never removed.
func (v *verification) goneGazetteers() {
	each(v, `SELECT sequence FROM custody AS added WHERE kind = 'gazetteer added'
		AND NOT EXISTS (SELECT 1 FROM gazetteer WHERE number = added.sequence)
		AND NOT EXISTS (SELECT 1 FROM custody AS removed WHERE removed.kind = 'gazetteer removed'
			AND removed.subject = added.subject AND removed.sequence > added.sequence)`, number, func(n int64) {
		v.report(entryPlace(n), "speaks of a gazetteer that is not there and was never removed", meansPlaces)
	})
}
