package party

import (
	"cmp"
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// A class is a kind of things whose names are compared in one way.
type class byte

// The classes.
const (
	classPerson class = iota
	classBody         // organisations and groups
	classPlace        // and buildings
	classThing
)

// A gender is that by which somebody is addressed.
type gender byte

// The genders.
const (
	genderNone gender = iota
	genderMale
	genderFemale
)

func classOf(t rashomon.EntityType) class {
	switch t {
	case rashomon.EntityPerson:
		return classPerson
	case rashomon.EntityOrganization, rashomon.EntityGroup:
		return classBody
	case rashomon.EntityPlace, rashomon.EntityFacility:
		return classPlace
	}
	return classThing
}

// A profile is what is compared of an entity that has a name.
type profile struct {
	*traits
	setting
	context  *context
	index    int       // of the entity in its document
	named    string    // as its document names it before all
	written  []written // and how it does besides
	forms    []*form   // each once, the fullest first
	person   *form     // its fullest name read as a person's, or nil where it can be none
	nameKey  key       // of its name: see name
	location *rashomon.Location

	isSource   bool // it published the document
	isDateline bool // the document was written there
	isPlural   bool // of a group of one word: "Islamists"

	description *description // of one without a name; it is never an anchor

	node *node // that it is of, or nil where it stands for another
}

// Traits are what is known of an entity; very many have the same, which are kept once.
type traits struct {
	class   class
	kind    rashomon.EntityType
	gender  gender
	listed  string // the line of data that names it, or ""
	codes   string // with spaces between
	country string // code, or "" where none is told
	place   string // that a body's name says it is of, as "lusenia", or ""
}

// A setting is what its documents tell of a name besides.
type setting struct {
	near      []fellow   // that stand beside it
	own       []fellow   // that it is itself
	functions []function // that a person is said to have, each once
}

// main returns the fullest form.
func (p *profile) main() *form { return p.forms[0] }

// newProfile draws the profile of entity i of a digest, or nil where no name speaks of it.
func newProfile(d *digest.Digest, i int, r *reading) *profile {
	e := &d.Entities[i]
	p := &profile{
		traits: &traits{
			class: classOf(e.Type), kind: e.Type, listed: e.Listed, codes: strings.Join(e.Codes, " "), country: countryOf(e),
		},
		context: r.context, index: i, named: e.Name, location: location(e),
	}
	for _, m := range e.Mentions {
		p.addGender(m)
		if m.Kind == rashomon.MentionName || p.class != classPerson && isNameOfNouns(m, r.text) {
			p.addForm(m, r)
		}
	}
	if len(p.forms) == 0 {
		if p.description = describe(e); p.description == nil {
			return nil
		}
		p.forms = []*form{{text: p.description.text, words: p.description.words, head: len(p.description.words) - 1}}
	}
	slices.SortStableFunc(p.forms, func(a, b *form) int {
		return cmp.Or(cmp.Compare(len(b.words), len(a.words)), cmp.Compare(a.text, b.text))
	})
	p.traits, p.functions, p.written = r.same(p.traits), functions(e), writtenOf(e)
	p.isSource, p.isDateline = isNamed(e, r.source), isNamed(e, r.dateline)
	p.near, p.person = r.near[i], p.asPerson(r)
	for _, f := range p.forms {
		p.own = append(p.own, r.fellow(e, f.text).name())
	}
	p.nameKey = newKey("name", p.name())
	p.isPlural = e.Type == rashomon.EntityGroup && !strings.HasSuffix(fold(p.main().text), p.main().words[0])
	return p
}

// isNameOfNouns reports whether a noun phrase is as good as a name: "the Regiment", "the so-called Alliance", "St
// Orsola's church", "told Upland". It is definite, or one word that has a capital within a sentence, and holds a word with a
// capital behind its article.
func isNameOfNouns(m digest.Mention, text string) bool {
	if m.Kind != rashomon.MentionNominal {
		return false
	}
	words := withoutArticle(m)
	isDefinite := len(words) < len(strings.Fields(m.Text)) || startsUpper(words[0]) && len(words) > 1 ||
		endsWithArticle(text[:m.Extent.Start])
	if len(words) == 1 && inClass("generic", fold(words[0])) {
		return false // "Police said", "the Government"
	}
	isDefinite = isDefinite || len(words) == 1 && withinSentence(text[:m.Extent.Start])
	return isDefinite && len(words) <= longestNameOfNouns && !slices.Contains(words, "of") &&
		slices.ContainsFunc(words, startsUpper)
}

func endsWithArticle(before string) bool {
	const article = "the "
	return len(before) >= len(article) && strings.EqualFold(before[len(before)-len(article):], article)
}

// withinSentence reports whether what stands before a word is a word in small letters, so that its capital is its own.
func withinSentence(before string) bool {
	before, found := strings.CutSuffix(before, " ")
	return found && before != "" && before[len(before)-1] >= 'a' && before[len(before)-1] <= 'z'
}

// longestNameOfNouns is of how many words a noun phrase may be that is as good as a name.
const longestNameOfNouns = 3

// withoutArticle returns the words of a mention behind its article and the word that holds it at a distance.
func withoutArticle(m digest.Mention) []string {
	words := strings.Fields(m.Text)
	if strings.EqualFold(words[0], "the") && len(words) > 1 {
		words = words[1:]
	}
	if m.Distancing && len(words) > 1 {
		words = words[1:]
	}
	return words
}

func startsUpper(word string) bool { return word != "" && word[0] >= 'A' && word[0] <= 'Z' }

func (p *profile) addGender(m digest.Mention) {
	for word := range strings.FieldsSeq(fold(m.Title)) {
		switch {
		case inClass("female", word):
			p.gender = genderFemale
		case inClass("male", word):
			p.gender = genderMale
		}
	}
}

func (p *profile) addForm(m digest.Mention, r *reading) {
	text := spaced(m.Text)
	var f *form
	if p.class == classPerson && acronym(text) != "" && m.Title == "" && len(p.forms) == 0 {
		p.class = classBody // capitals alone are hardly ever a person's name
	}
	if p.class == classPerson {
		f = r.personal(text)
	} else {
		text = p.withoutPlace(text, m, r)
		if m.Kind == rashomon.MentionNominal {
			text = strings.Join(withoutArticle(m), " ")
		}
		f = r.body(text)
	}
	if len(f.words) == 0 || slices.ContainsFunc(p.forms, func(o *form) bool { return slices.Equal(o.words, f.words) }) {
		return
	}
	p.forms = append(p.forms, f)
}

// withoutPlace takes "of the Republic of Lusenia" off the name of a body, and keeps it, where two words are left.
func (p *profile) withoutPlace(text string, m digest.Mention, r *reading) string {
	if p.class != classBody {
		return text
	}
	for _, place := range r.places {
		if m.Extent.Start < place.extent.Start && place.extent.End == m.Extent.End {
			left := strings.Fields(r.text[m.Extent.Start:place.extent.Start])
			for len(left) > 0 && inClass("small", strings.ToLower(left[len(left)-1])) {
				left = left[:len(left)-1]
			}
			if len(r.body(strings.Join(left, " ")).words) > 1 {
				p.place = cmp.Or(p.place, place.name)
				return strings.Join(left, " ")
			}
		}
	}
	return text
}

// isFull reports whether a profile has a name of several words.
func (p *profile) isFull() bool { return p.description == nil && len(p.main().words) > 1 }

// isLocated reports whether a profile is of a place that the gazetteer knows.
func (p *profile) isLocated() bool { return p.class == classPlace && p.location != nil }

// isAnchor reports whether a profile's name tells by itself who is meant: one of several words, of a listed party, of a
// place, of one who is called by a by-name. Any other name is short for such a one.
func (p *profile) isAnchor(isCalled bool) bool {
	return p.description == nil && (p.isFull() || p.listed != "" || p.isLocated() || isCalled)
}

// asPerson returns a profile's names read as a person's, where its type may be wrong: two or three words, of nothing
// that is known.
func (p *profile) asPerson(r *reading) *form {
	if p.description != nil {
		return nil
	}
	if p.class == classPerson {
		return p.main()
	}
	if p.listed != "" || p.location != nil {
		return nil
	}
	f := r.personal(p.named)
	if len(f.words) == 0 || len(f.words) > 3 {
		return nil
	}
	return f
}
