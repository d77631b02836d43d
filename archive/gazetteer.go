package archive

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"
	"time"

	"rashomon"
)

// A Gazetteer is a file of places that was added to an archive.
type Gazetteer struct {
	Name   string    `json:"name"`   // of the file
	SHA256 string    `json:"sha256"` // of the file
	Places int64     `json:"places"`
	Added  time.Time `json:"added"`
}

// A Place is a place of an added gazetteer. Its fields are those of gazetteer.Place, into which it converts.
type Place struct {
	Name       string
	Precision  rashomon.Precision
	Latitude   float64
	Longitude  float64
	Radius     float64
	Country    string
	Province   string
	GeoNames   int
	Population int
	Importance int
	IsCapital  bool
}

// An AddedPlace is a place with the forms of its names that it is found by.
type AddedPlace struct {
	Place
	Folded []string // its names, as they are compared
	Keys   []string // its spelling keys
}

// AddGazetteer adds the places of a file, all of them or, where the sequence yields an error, none. A file that is there
// already, by its SHA-256, is an error of kind ErrorUsage.
func (a *Archive) AddGazetteer(
	ctx context.Context, name string, sum [sha256.Size]byte, places iter.Seq2[AddedPlace, error],
) error {
	return a.write(ctx, func(c *change) error {
		return c.addGazetteer(name, sum[:], places)
	})
}

func (c *change) addGazetteer(name string, sum []byte, places iter.Seq2[AddedPlace, error]) error {
	known, err := optional(c.row(`SELECT number FROM gazetteer WHERE sha256 = $1`, sum))
	if err != nil {
		return err
	}
	if known != 0 {
		return newError(rashomon.ErrorUsage, name, "this gazetteer is in the archive already", "", nil)
	}
	last, err := optional(c.row(`SELECT coalesce(max(number), 0) FROM place`))
	if err != nil {
		return err
	}
	first := last + 1
	var digest placeDigest
	for place, err := range places {
		if err != nil {
			return err
		}
		last++
		place.Folded, place.Keys = unique(place.Folded), unique(place.Keys)
		if err := c.insertPlace(last, place); err != nil {
			return err
		}
		digest.add(last-first, place)
	}
	if last < first {
		return newError(rashomon.ErrorInvalid, name, "it holds no place", "give a file of GeoNames' dump", nil)
	}
	number, err := c.log(CustodyGazetteerAdded, sum, gazetteerDetail{Name: name, Places: last - first + 1}, digest[:])
	if err != nil {
		return err
	}
	_, err = c.exec(`INSERT INTO gazetteer (number, name, sha256, first, last) VALUES ($1, $2, $3, $4, $5)`,
		number, c.archive.engine.text(name), sum, first, last)
	return err
}

func (c *change) insertPlace(number int64, p AddedPlace) error {
	const insert = `INSERT INTO place (number, name, precision, latitude, longitude, radius, country, province, geonames,
		population, importance, is_capital) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`
	text := c.archive.engine.text
	_, err := c.exec(insert, number, text(p.Name), text(string(p.Precision)), p.Latitude, p.Longitude, p.Radius,
		text(p.Country), text(p.Province), p.GeoNames, p.Population, p.Importance, newPlaceRow(p.Place).Capital)
	if err != nil {
		return err
	}
	for kind, forms := range p.forms() {
		for _, form := range forms {
			_, err := c.exec(`INSERT INTO place_form (form, kind, place) VALUES ($1, $2, $3)`, text(form), kind, number)
			if err != nil {
				return err
			}
		}
	}
	return nil
}

func unique(forms []string) []string { return slices.Compact(slices.Sorted(slices.Values(forms))) }

// The kinds of form.
const (
	formName = "name"
	formKey  = "key"
)

// forms yields what a place is found by.
func (p AddedPlace) forms() iter.Seq2[string, []string] {
	return func(yield func(string, []string) bool) {
		_ = yield(formName, p.Folded) && yield(formKey, p.Keys)
	}
}

// A placeDigest is the exclusive or of the SHA-256 of every place of a gazetteer and of every form, each with the
// place's number within it: one value for the whole, in whatever order they are read.
type placeDigest [sha256.Size]byte

func (d *placeDigest) add(number int64, p AddedPlace) {
	d.addPlace(number, newPlaceRow(p.Place))
	for kind, forms := range p.forms() {
		for _, form := range forms {
			d.addForm(number, kind, form)
		}
	}
}

func (d *placeDigest) addPlace(number int64, r placeRow) {
	r.Place = r.place()
	d.mix(number, fmt.Appendf(nil, "%+v", r))
}

func (d *placeDigest) addForm(number int64, kind, form string) { d.mix(number, []byte(kind+" "+form)) }

func (d *placeDigest) mix(number int64, form []byte) {
	sum := sha256.Sum256(append(strconv.AppendInt(nil, number, 10), append([]byte(" "), form...)...))
	for i := range d {
		d[i] ^= sum[i]
	}
}

const placeColumns = `place.name, precision, latitude, longitude, radius, country, province, geonames, population,
	importance, is_capital`

// A placeRow is a place as it is stored: whether it is a capital as a number, so that one that is neither 0 nor 1 is seen.
type placeRow struct {
	Place
	Capital int64
}

func newPlaceRow(p Place) placeRow {
	if p.IsCapital {
		return placeRow{p, 1}
	}
	return placeRow{p, 0}
}

func (r *placeRow) fields() []any {
	p := &r.Place
	return []any{
		&p.Name, &p.Precision, &p.Latitude, &p.Longitude, &p.Radius, &p.Country, &p.Province, &p.GeoNames, &p.Population,
		&p.Importance, &r.Capital,
	}
}

// place returns what the row tells.
func (r placeRow) place() Place {
	r.IsCapital = r.Capital == 1
	return r.Place
}

// PlacesNamed returns the places of a name, as names are compared, of all gazetteers that were added; the most populous
// first, and at most a hundred.
func (a *Archive) PlacesNamed(ctx context.Context, folded string) ([]Place, error) {
	return a.places(ctx, formName, folded)
}

// PlacesSpelled returns the places of a spelling key in the same way.
func (a *Archive) PlacesSpelled(ctx context.Context, key string) ([]Place, error) {
	return a.places(ctx, formKey, key)
}

func (a *Archive) places(ctx context.Context, kind, form string) ([]Place, error) {
	const query = `SELECT ` + placeColumns + ` FROM place_form JOIN place ON place.number = place_form.place
		WHERE form = $1 AND kind = $2 ORDER BY population DESC, place.number LIMIT 100`
	var found []Place
	for row, err := range scanAll(ctx, a, a.db, query, (*placeRow).fields, a.engine.text(form), kind) {
		if err != nil {
			return nil, err
		}
		found = append(found, row.place())
	}
	return found, nil
}

// Gazetteers returns the gazetteers that were added, in that order.
func (a *Archive) Gazetteers(ctx context.Context) ([]Gazetteer, error) {
	type row struct {
		name, added string
		sum         []byte
		places      int64
	}
	const query = `SELECT gazetteer.name, sha256, last - first + 1, time FROM gazetteer
		JOIN custody ON sequence = number ORDER BY number`
	var all []Gazetteer
	fields := func(r *row) []any { return []any{&r.name, &r.sum, &r.places, &r.added} }
	for r, err := range scanAll(ctx, a, a.db, query, fields) {
		if err != nil {
			return nil, err
		}
		added, err := time.Parse(time.RFC3339Nano, r.added)
		if err != nil {
			return nil, newError(rashomon.ErrorCorrupt, a.path, "the time of a gazetteer is not readable", remedyBroken, err)
		}
		all = append(all, Gazetteer{Name: r.name, SHA256: hex.EncodeToString(r.sum), Places: r.places, Added: added})
	}
	return all, nil
}

// GazetteerVersion returns what is to be added to the version of the reader, so that a reading says with which
// gazetteers it was made: "" where there have never been any, else "+gazetteer2:ab12cd34", the number of times that the
// set has changed and the beginning of a hash of its files. The number lets a reading with a later set go before one with
// an earlier; the hash tells sets apart that two archives came to in as many steps.
func (a *Archive) GazetteerVersion(ctx context.Context) (string, error) {
	var changes int64
	const query = `SELECT count(*) FROM custody WHERE kind IN ($1, $2)`
	err := a.db.QueryRowContext(ctx, query, CustodyGazetteerAdded, CustodyGazetteerRemoved).Scan(&changes)
	if err != nil || changes == 0 {
		return "", a.failure(ctx, err)
	}
	gazetteers, err := a.Gazetteers(ctx)
	if err != nil {
		return "", err
	}
	const digits = 8
	all := sha256.New()
	for _, gazetteer := range gazetteers {
		fmt.Fprintln(all, gazetteer.SHA256)
	}
	return fmt.Sprintf("+gazetteer%d:%.*s", changes, digits, hex.EncodeToString(all.Sum(nil))), nil
}

// RemoveGazetteer removes a gazetteer, given by the beginning of its SHA-256 or by its name, with all its places. The
// custody log keeps that it was there, and who removed it why; both must be said.
func (a *Archive) RemoveGazetteer(ctx context.Context, id, by, reason string) error {
	if strings.TrimSpace(by) == "" || strings.TrimSpace(reason) == "" {
		return newError(rashomon.ErrorUsage, a.path, "a gazetteer is removed only with a name and a reason",
			"say who removes it, and why", nil)
	}
	return a.write(ctx, func(c *change) error { return c.removeGazetteer(id, by, reason) })
}

func (c *change) removeGazetteer(id, by, reason string) error {
	type row struct {
		number, first, last int64
		name                string
		sum                 []byte
	}
	fields := func(r *row) []any { return []any{&r.number, &r.name, &r.sum, &r.first, &r.last} }
	all, err := collect(scanAll(c.context, c.archive, c.tx, `SELECT number, name, sha256, first, last FROM gazetteer`, fields))
	if err != nil {
		return err
	}
	meant := slices.DeleteFunc(all, func(r row) bool {
		isID := len(id) >= shortestID && strings.HasPrefix(hex.EncodeToString(r.sum), strings.ToLower(id))
		return r.name != id && !isID
	})
	if len(meant) != 1 {
		cause := fmt.Sprintf("%d gazetteers are %q", len(meant), id)
		return newError(rashomon.ErrorNotFound, c.archive.path, cause, "`rashomon gazetteer list` shows all", nil)
	}
	g := meant[0]
	detail := gazetteerDetail{Name: g.name, Places: g.last - g.first + 1, By: by, Reason: reason}
	if _, err := c.log(CustodyGazetteerRemoved, g.sum, detail, nil); err != nil {
		return err
	}
	for _, statement := range []string{
		`DELETE FROM place_form WHERE place BETWEEN $1 AND $2`, `DELETE FROM place WHERE number BETWEEN $1 AND $2`,
	} {
		if _, err := c.exec(statement, g.first, g.last); err != nil {
			return err
		}
	}
	_, err = c.exec(`DELETE FROM gazetteer WHERE number = $1`, g.number)
	return err
}
