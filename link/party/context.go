package party

import (
	"cmp"
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// A context is what a document tells of the company in which it names somebody.
type context struct {
	document string
	key      key // of the document
	text     string
	fellows  []fellow // all that it names, each once, sorted
	near     map[int][]fellow
	places   []placed
	country  string // code of the country that it names most often
	source   string // who published it, folded
	dateline string // where it was written, folded
	bynames  []byname
	called   map[int]bool // entities that have a by-name, or are one
	profiles []*profile   // of its entities, nil of those that are not compared
}

// A fellow is somebody or something else that is named: by a number for its name, as spellings have it in common.
type fellow struct {
	key    key
	listed bool // in the lists of countries and known parties: such company is frequent, and tells less
}

// A placed is a mention of a place by its name.
type placed struct {
	extent rashomon.Extent
	name   string // without words for states: "lusenia" for "Republic of Lusenia"
}

// mostBeside is how many bytes may lie between names that stand beside each other: "PAR, and its leader, Viktor Ambel".
const mostBeside = 30

func newContext(d *digest.Digest) *context {
	c := &context{
		document: d.Document, key: newKey("document", d.Document), text: d.Text, near: map[int][]fellow{},
		source: fold(d.Source), country: mainCountry(d), called: map[int]bool{},
	}
	dateline, _, _ := strings.Cut(d.Place, ",")
	c.dateline = fold(dateline)
	var names []mentioned
	for i, e := range d.Entities {
		for _, m := range e.Mentions {
			if m.Kind != rashomon.MentionName {
				continue
			}
			if e.Type == rashomon.EntityPlace {
				c.places = append(c.places, placed{m.Extent, placeName(m.Text)})
			}
			if f := newFellow(e, m.Text); f.key != 0 {
				names = append(names, mentioned{m.Extent, i, f})
				c.fellows = append(c.fellows, f)
			}
		}
	}
	c.fellows = distinct(c.fellows)
	slices.SortStableFunc(names, func(a, b mentioned) int { return cmp.Compare(a.extent.Start, b.extent.Start) })
	c.addNear(names)
	c.bynames = bynames(d.Text, names)
	for _, b := range c.bynames {
		c.called[b.a], c.called[b.b] = true, true
	}
	return c
}

// addNear keeps of each entity who stands beside it: the next name, where nothing ends between them.
func (c *context) addNear(names []mentioned) {
	for i := range names[:max(0, len(names)-1)] {
		a, b := names[i], names[i+1]
		between := c.text[min(a.extent.End, b.extent.Start):b.extent.Start]
		if a.entity != b.entity && len(between) <= mostBeside && !strings.ContainsAny(between, ".;\n") {
			c.near[a.entity], c.near[b.entity] = append(c.near[a.entity], b.fellow), append(c.near[b.entity], a.fellow)
		}
	}
	for i := range c.near {
		c.near[i] = distinct(c.near[i])
	}
}

// isNamed reports whether an entity has a name, which is folded.
func isNamed(e *digest.Entity, name string) bool {
	return name != "" && slices.ContainsFunc(e.Mentions, func(m digest.Mention) bool {
		return m.Kind == rashomon.MentionName && fold(m.Text) == name
	})
}

// mainCountry returns the country whose places a document names most often, the first by its code among equals.
func mainCountry(d *digest.Digest) string {
	named, most := map[string]int{}, ""
	for _, e := range d.Entities {
		if country := countryOf(&e); e.Type == rashomon.EntityPlace && country != "" {
			named[country] += len(e.Mentions)
		}
	}
	for country, times := range named {
		if most == "" || times > named[most] || times == named[most] && country < most {
			most = country
		}
	}
	return most
}

// countryOf returns the country of an entity, or "".
func countryOf(e *digest.Entity) string {
	if at := location(e); at != nil && at.Country != "" {
		return at.Country
	}
	if len(e.Codes) > 0 && !inClass("no country", e.Codes[0]) {
		return e.Codes[0]
	}
	return ""
}

// leastLocated is the score from which a place is taken for one that the gazetteer has. Below it, most are places of the
// same name as something that no gazetteer has.
const leastLocated = 0.5

// location returns where an entity lies, or nil where that is not known or no more than a guess.
func location(e *digest.Entity) *rashomon.Location {
	if e.Location == nil || e.Location.Score < leastLocated {
		return nil
	}
	return e.Location
}

// newFellow returns what stands for one who is named: the line that lists him, a country's code, a person's family
// name by its key, or the words of any other name.
func newFellow(e digest.Entity, text string) fellow {
	switch {
	case e.Listed != "":
		return fellow{newKey(e.Listed), true}
	case e.Type == rashomon.EntityPlace && len(e.Codes) > 0:
		return fellow{newKey(e.Codes[0]), true}
	case e.Type == rashomon.EntityPerson:
		if words := personal(text).words; len(words) > 0 {
			return fellow{newKey(known().sounds.key(words[len(words)-1])), false}
		}
		return fellow{}
	}
	words := body(text).words
	switch {
	case len(words) == 0 || len(words) == 1 && len(words[0]) < 3:
		return fellow{}
	case len(words) == 1: // a reader may take it for a person's
		return fellow{newKey(known().sounds.key(words[0])), location(&e) != nil}
	}
	return fellow{newKey(bag(words)), location(&e) != nil}
}

func distinct(fellows []fellow) []fellow {
	slices.SortFunc(fellows, func(a, b fellow) int { return cmp.Compare(a.key, b.key) })
	return slices.CompactFunc(fellows, func(a, b fellow) bool { return a.key == b.key })
}

// placeName returns the name of a place without the words for states.
func placeName(text string) string {
	words := strings.Fields(fold(text))
	kept := slices.DeleteFunc(withoutState(words), func(w string) bool { return inClass("small", w) })
	if len(kept) == 0 {
		kept = words
	}
	return strings.Join(kept, " ")
}

// company is what a name's contexts have in common with another's.
type company struct{ unlisted, listed, near int }

// weight returns what company tells, in fellows that are on no list: one that is listed counts a quarter, one beside
// the name itself thrice.
func (c company) weight() float64 {
	return float64(c.unlisted) + float64(c.listed)/4 + c.beside()
}

// beside returns what those tell who stand beside both names.
func (c company) beside() float64 { return 3 * float64(c.near) }

// common returns which fellows two sorted lists share, without those passed over.
func common(a, b []fellow, without []key) (unlisted, listed int) {
	if len(a) > len(b) {
		a, b = b, a
	}
	for _, f := range a {
		at, found := slices.BinarySearchFunc(b, f.key, func(other fellow, key key) int { return cmp.Compare(other.key, key) })
		switch {
		case !found || slices.Contains(without, f.key):
		case f.listed && b[at].listed:
			listed++
		default:
			unlisted++
		}
	}
	return unlisted, listed
}
