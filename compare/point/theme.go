package point

import (
	"slices"
	"strings"

	"rashomon"
)

// A theme is a line of data/themes.txt: what essays on wars say again and again, each in its own words.
type theme struct {
	name  string
	kind  rashomon.PointKind
	why   string
	about map[string]bool // of which a clause must speak
	says  map[string]bool // what it must say of it
}

func (l *lexicon) addTheme(columns []string) error {
	l.themes = append(l.themes, theme{columns[0], rashomon.PointKind(columns[1]), columns[2], setOf(columns[3]), setOf(columns[4])})
	return nil
}

func setOf(list string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(list) {
		set[word] = true
	}
	return set
}

// A sounding is a telling that sounds a theme.
type sounding struct {
	theme int // index into the lexicon's
	by    *telling
}

// mostSoundings is how many passages of a document show that it sounds a theme.
const mostSoundings = 2

// soundings returns what a document says on themes in its own voice.
func soundings(tellings []telling) []sounding {
	var found []sounding
	for theme := range words().themes {
		before := len(found)
		for i := range tellings {
			if len(found)-before < mostSoundings && tellings[i].sounds(&words().themes[theme]) {
				found = append(found, sounding{theme, &tellings[i]})
			}
		}
	}
	return found
}

// sounds reports whether a telling says as so, and on nobody else's word, what a theme is.
func (t *telling) sounds(theme *theme) bool {
	if t.denied || t.open && t.clause.Modal != "" || t.claimed || t.rebutted || t.clause.Statement != rashomon.None || t.isUnsure() {
		return false
	}
	isAbout := slices.ContainsFunc(t.keys, func(key *word) bool { return theme.about[key.text] })
	return isAbout && slices.ContainsFunc(t.termsBelow(), func(term string) bool { return theme.says[term] })
}

// termsBelow returns the words of a telling, and of the clauses that say what its subject does by it: "used the day to gloat".
func (t *telling) termsBelow() []string {
	var terms []string
	for _, key := range t.keys {
		terms = append(terms, key.text)
	}
	for i := range t.digest.Clauses {
		if below := &t.digest.Clauses[i]; below.Above == t.index && below.Sentence == t.clause.Sentence &&
			slices.Contains([]string{"xcomp", "advcl", "acl"}, below.Relation) {
			terms = append(terms, below.Terms...)
		}
	}
	return terms
}

// soundingsAgree finds that two documents sound one theme, and not of different parties or places, nor of one deed, which says
// more.
func soundingsAgree(a, b sounding) (finding, bool) {
	x, y, theme := a.by, b.by, &words().themes[a.theme]
	if a.theme != b.theme || theme.kind == rashomon.PointWhom && conflicting(x.doer(), y.doer()) ||
		hostile(x, y) || sharedNames(x, y) == 0 && placesApart(x, y) {
		return finding{}, false
	}
	if _, oneDeed := agree(x, y, liken(x, y)); oneDeed {
		return finding{}, false
	}
	return finding{
		kind: theme.kind, a: x.side(), b: y.side(), rule: "agree/" + theme.name, strength: themeStrength, why: theme.why,
	}, true
}

// themeStrength is how much it tells that two sound one theme: less than that they tell of one deed.
const themeStrength = 0.4

// hostile reports whether a party named in the one fights a party named in the other, while none is named in both.
func hostile(a, b *telling) bool {
	if sharedNames(a, b) > 0 {
		return false
	}
	for _, x := range a.namings {
		for _, y := range b.namings {
			if x.party != rashomon.None && y.party != rashomon.None && a.ground.Hostile(x.party, y.party) {
				return true
			}
		}
	}
	return false
}

// placesApart reports whether both name places.
func placesApart(a, b *telling) bool {
	isPlace := func(n naming) bool { return n.isPlace }
	return slices.ContainsFunc(a.namings, isPlace) && slices.ContainsFunc(b.namings, isPlace)
}
