package intake

import (
	"context"
	"sync"

	"rashomon/archive"
	"rashomon/gazetteer"
	"rashomon/reader"
)

// Places are the places that were added to an archive, as a source of the gazetteer. What the archive answered is
// kept for names that come again, as those of a document do.
type Places struct {
	Gazetteer *gazetteer.Gazetteer // with these places

	context context.Context
	archive *archive.Archive

	mutex  sync.Mutex
	kept   map[placeForm][]gazetteer.Place
	failed error // the first
}

// A placeForm is what places are asked for by.
type placeForm struct {
	form  string
	isKey bool
}

// mostKept is how many answers are kept: some tens of megabytes at most.
const mostKept = 100_000

// OpenPlaces returns the places of an archive, with the gazetteer that holds them and what comes with rashomon.
func OpenPlaces(ctx context.Context, a *archive.Archive) (*Places, error) {
	known, err := gazetteer.Default()
	if err != nil {
		return nil, err
	}
	places := &Places{context: ctx, archive: a, kept: map[placeForm][]gazetteer.Place{}}
	places.Gazetteer = known.With(places)
	return places, nil
}

// ReaderOf returns the reader of an archive: one that knows the places that were added to it, if there are any, which come
// with it.
func ReaderOf(ctx context.Context, a *archive.Archive) (*reader.Reader, *Places, error) {
	suffix, err := a.GazetteerVersion(ctx)
	if err != nil || suffix == "" {
		return reader.New(), nil, err
	}
	places, err := OpenPlaces(ctx, a)
	if err != nil {
		return nil, nil, err
	}
	return reader.New().WithPlaces(places.Gazetteer, suffix), places, nil
}

// Named returns the added places of a folded name.
func (p *Places) Named(folded string) []gazetteer.Place {
	return p.get(placeForm{folded, false})
}

// Spelled returns the added places of a spelling key.
func (p *Places) Spelled(key string) []gazetteer.Place { return p.get(placeForm{key, true}) }

// get asks the archive. A failure gives no places, and is told by Failure: whoever reads asks for it before what was read
// is kept.
func (p *Places) get(form placeForm) []gazetteer.Place {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	if places, known := p.kept[form]; known {
		return places
	}
	ask := p.archive.PlacesNamed
	if form.isKey {
		ask = p.archive.PlacesSpelled
	}
	found, err := ask(p.context, form.form)
	if err != nil {
		if p.failed == nil {
			p.failed = err
		}
		return nil
	}
	var places []gazetteer.Place
	for _, place := range found {
		places = append(places, gazetteer.Place(place))
	}
	if len(p.kept) >= mostKept {
		clear(p.kept)
	}
	p.kept[form] = places
	return places
}

// Failure returns the first error that the archive gave; none of no places.
func (p *Places) Failure() error {
	if p == nil {
		return nil
	}
	p.mutex.Lock()
	defer p.mutex.Unlock()
	return p.failed
}
