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
	own      fellow   // that the document is itself
	fellows  []fellow // all that it names, each once, sorted
	country  fellow   // for the country that it names most often, or none
	bynames  []byname
	profiles []*profile // of its entities, nil of those that are not compared
	unnamed  []unnamed  // those, until they are among the parties
}

// A reading is a context with what is needed only as long as its profiles are made.
type reading struct {
	*context
	*vocabulary
	text     string
	near     map[int][]fellow
	places   []placed
	source   string       // who published it, folded
	dateline string       // where it was written, folded
	called   map[int]bool // entities that have a by-name, or are one
}

// A placed is a mention of a place by its name.
type placed struct {
	extent rashomon.Extent
	name   string // without words for states: "lusenia" for "Republic of Lusenia"
}

// mostBeside is how many bytes may lie between names that stand beside each other: "PAR, and its leader, Viktor Ambel".
const mostBeside = 30

func newReading(d *digest.Digest, v *vocabulary) *reading {
	dateline, _, _ := strings.Cut(d.Place, ",")
	r := &reading{
		context:    &context{document: d.Document, own: v.number(newKey("document", d.Document))},
		vocabulary: v, text: d.Text, near: map[int][]fellow{}, source: fold(d.Source), dateline: fold(dateline), called: map[int]bool{},
	}
	if country := mainCountry(d); country != "" {
		r.country = v.number(newKey("country", country))
	}
	var names []mentioned
	for i := range d.Entities {
		e := &d.Entities[i]
		for _, m := range e.Mentions {
			if m.Kind != rashomon.MentionName {
				continue
			}
			if e.Type == rashomon.EntityPlace {
				r.places = append(r.places, placed{m.Extent, placeName(m.Text)})
			}
			if f := v.fellow(e, m.Text); f != noFellow {
				names = append(names, mentioned{m.Extent, i, f})
				r.fellows = append(r.fellows, f)
			}
		}
	}
	r.fellows = distinct(r.fellows)
	slices.SortStableFunc(names, func(a, b mentioned) int { return cmp.Compare(a.extent.Start, b.extent.Start) })
	r.addNear(names)
	r.bynames = bynames(d.Text, names)
	for _, b := range r.bynames {
		r.called[b.a], r.called[b.b] = true, true
	}
	return r
}

// addNear keeps of each entity who stands beside it: the next name, where nothing ends between them.
func (r *reading) addNear(names []mentioned) {
	for i := range names[:max(0, len(names)-1)] {
		a, b := names[i], names[i+1]
		between := r.text[min(a.extent.End, b.extent.Start):b.extent.Start]
		if a.entity != b.entity && len(between) <= mostBeside && !strings.ContainsAny(between, ".;\n") {
			r.near[a.entity], r.near[b.entity] = append(r.near[a.entity], b.fellow), append(r.near[b.entity], a.fellow)
		}
	}
	for i := range r.near {
		r.near[i] = distinct(r.near[i])
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
	for i := range d.Entities {
		e := &d.Entities[i]
		if country := countryOf(e); e.Type == rashomon.EntityPlace && country != "" {
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

// distinct sorts fellows and leaves each once, the one that is on no list where both are there.
func distinct(fellows []fellow) []fellow {
	slices.Sort(fellows)
	return slices.Clip(slices.CompactFunc(fellows, func(a, b fellow) bool { return a.name() == b.name() }))
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
func common(a, b, without []fellow) (unlisted, listed int) {
	if len(a) > len(b) {
		a, b = b, a
	}
	for _, f := range a {
		at, found := slices.BinarySearchFunc(b, f.name(), func(other, name fellow) int { return cmp.Compare(other.name(), name) })
		switch {
		case !found || slices.Contains(without, f.name()):
		case f.isListed() && b[at].isListed():
			listed++
		default:
			unlisted++
		}
	}
	return unlisted, listed
}
