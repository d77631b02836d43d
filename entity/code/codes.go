package code

import (
	"slices"
	"strings"

	"rashomon"
)

// Codes returns the codes of the party on a day (ISO 8601, to any precision; empty: not known): countries and what
// stands in their place first, then sectors in PLOVER's order. The rule names the lines of data that the codes come
// from. Nothing is returned of what neither the words nor the data tell.
func (p Party) Codes(date string) (codes []string, rule string) {
	c := coding{knowledge: known(), party: p, date: date}
	if p.Name != nil {
		c.codeName()
	} else {
		c.codeNoun()
	}
	c.turn()
	c.codePlace()
	codes = c.ordered(slices.Concat(c.countries, c.sectors, c.recognition))
	if len(codes) == 0 {
		return nil, ""
	}
	return codes, strings.Join(c.rules, " + ")
}

// A coding gathers the codes of a party.
type coding struct {
	*knowledge
	party              Party
	date               string
	countries, sectors []string
	recognition        []string // PRE, of a country; it says nothing of what the party does
	rules              []string
}

func (c *coding) because(kind, form string) {
	if rule := kind + ":" + form; !slices.Contains(c.rules, rule) {
		c.rules = append(c.rules, rule)
	}
}

// codeName codes a listed name. What stands with it tells which of several it is, and its country and its sector where
// the list has none.
func (c *coding) codeName() {
	c.countries, c.sectors = c.split(c.codeBearers(c.party.Name))
	if len(c.countries) == 0 || c.isOfAnother(c.party.Name[0]) {
		c.countries = nil
		c.codeCountries(c.party.Countries)
	}
	if len(c.sectors) == 0 && c.party.Head != nil {
		c.addSectors(c.party.Head)
	}
}

// isOfAnother tells of the name of one country's organisation that another country's adjective stands before: the
// Venezuelan National Guard is not the American one.
func (c *coding) isOfAnother(name *Entry) bool {
	if name.isPerson() || len(c.countries) != 1 || c.wasOfTheCountries(name) {
		return false
	}
	if c.knowledge.sectors[c.countries[0]].beyond {
		return false
	}
	return slices.ContainsFunc(c.party.Countries, func(forms []CountryForm) bool {
		form, ok := c.only(forms)
		return ok && form.Roles&RoleAdjective != 0
	})
}

// codeNoun codes a noun with all that modifies it: the sectors of names and adjectives come first, then its own.
func (c *coding) codeNoun() {
	c.codeCountries(c.party.Countries)
	for _, name := range c.party.Names {
		if !c.party.IsCountry {
			c.codeModifyingName(name)
		}
	}
	for _, modifier := range c.party.Modifiers {
		c.sectors = append(c.sectors, modifier.Adds...)
		if len(modifier.Adds) > 0 {
			c.because("modifier", modifier.Form)
		}
	}
	if c.isCapitalActing() {
		c.sectors = append(c.sectors, "GOV")
	}
	switch head := c.party.Head; {
	case head == nil:
		c.codeNouns()
	case hasSectors(head):
		c.codeHead(head)
	default:
		c.sectors = nil
	}
}

// hasSectors tells parties and what they own from places, events and works, which have a country and no sector.
func hasSectors(noun *Noun) bool {
	switch noun.Type {
	case rashomon.EntityPlace, rashomon.EntityEvent, rashomon.EntityWork:
		return false
	}
	return true
}

// codeHead adds the sectors of the head, unless they are weak and there are others; those of the nouns that modify it
// count where there are none: government troops are troops.
func (c *coding) codeHead(head *Noun) {
	if !head.Weak {
		c.addSectors(head)
	}
	c.codeNouns()
	if len(c.sectors) == 0 && !c.isPrivate() {
		c.addSectors(head)
	}
}

// codeNouns adds the sectors of the first noun that modifies the head and has some, those that are not weak before
// others.
func (c *coding) codeNouns() {
	for _, weak := range []bool{false, true} {
		for _, noun := range c.party.Nouns {
			if len(c.sectors) == 0 && noun.Weak == weak {
				c.addSectors(noun)
			}
		}
	}
}

// isPrivate tells that what stands in the country's place is no matter of governments: the officials of a corporation
// are no officials of a state.
func (c *coding) isPrivate() bool {
	return slices.ContainsFunc(c.countries, func(code string) bool { return slices.Contains(private, code) })
}

var private = []string{"NGO", "ISM", "IMG", "MNC"}

func (c *coding) addSectors(noun *Noun) {
	if len(noun.Sectors) > 0 {
		c.sectors = append(c.sectors, noun.Sectors...)
		c.because(noun.List, noun.Form)
	}
}

// codeModifyingName codes a name that modifies a noun: an organisation hands on all its codes, and a person only the
// country, since somebody's soldiers are not what he is.
func (c *coding) codeModifyingName(name []*Entry) {
	countries, sectors := c.split(c.codeBearers(name))
	c.countries = append(c.countries, countries...)
	if !slices.ContainsFunc(name, (*Entry).isPerson) {
		c.sectors = append(c.sectors, sectors...)
	}
}

// codeBearers returns the codes of the one who bears a name and says why: of several, the only one who held an office on
// the day or the only one of the countries that stand with the name; else what all of them have in common.
func (c *coding) codeBearers(bearers []*Entry) []string {
	for _, fits := range []func(*Entry) bool{c.isInOffice, c.wasOfTheCountries} {
		if fitting := filter(bearers, fits); len(fitting) > 0 {
			bearers = fitting
		}
	}
	term := c.term(bearers[0])
	codes := term.Codes
	for _, other := range bearers[1:] {
		codes = filter(codes, func(code string) bool { return slices.Contains(c.term(other).Codes, code) })
	}
	if len(codes) > 0 {
		form := bearers[0].Name
		if about := term.String(); about != "" {
			form += ", " + about
		}
		c.because(bearers[0].List, form)
	}
	return codes
}

// term returns what a name stands for on the day; where the day is not known, the first term in a country that stands with
// the name: a Georgian president was no Soviet one.
func (c *coding) term(e *Entry) Term {
	if c.date == "" {
		for _, term := range e.Terms {
			if c.isOfTheCountries(term) {
				return term
			}
		}
	}
	return e.On(c.date)
}

func (c *coding) isInOffice(e *Entry) bool {
	return c.date != "" && slices.ContainsFunc(e.Terms, func(t Term) bool { return t.From != "" && t.holds(c.date) })
}

func (c *coding) wasOfTheCountries(e *Entry) bool {
	return slices.ContainsFunc(e.Terms, c.isOfTheCountries)
}

// isOfTheCountries tells whether a term is in a country that stands with the name, or that the text is about.
func (c *coding) isOfTheCountries(term Term) bool {
	countries, _ := c.split(term.Codes)
	if slices.Contains(countries, c.party.Context) {
		return true
	}
	for _, forms := range c.party.Countries {
		if slices.ContainsFunc(forms, func(f CountryForm) bool { return slices.Contains(countries, f.Country.Codes[0]) }) {
			return true
		}
	}
	return false
}

// turn applies what modifiers do to sectors: a former minister is of the elite outside government, and rebel soldiers
// are no state's military.
func (c *coding) turn() {
	for _, modifier := range c.party.Modifiers {
		var turned []string
		for _, sector := range c.sectors {
			to, turns := modifier.Turns[sector]
			if turns {
				c.because("modifier", modifier.Form)
				sector = to
			}
			if sector != "" {
				turned = append(turned, sector)
			}
		}
		c.sectors = turned
	}
}

// codePlace looks for the country in where the party is, and then in what the text is about.
func (c *coding) codePlace() {
	if len(c.countries) == 0 {
		c.codeCountries(c.party.Near)
	}
	if len(c.countries) == 0 && len(c.sectors) > 0 && c.party.Context != "" {
		c.countries = append(c.countries, c.party.Context)
		c.because("context", c.party.Context)
	}
}

func (c *coding) codeCountries(modifiers [][]CountryForm) {
	for _, forms := range modifiers {
		form, ok := c.only(forms)
		if !ok {
			continue
		}
		countries, sectors := c.split(form.Country.Codes)
		c.countries = append(c.countries, countries...)
		c.recognition = append(c.recognition, sectors...)
		c.because(form.Roles.String(), form.Text)
	}
}

// only returns the one country that a word means: of several with different codes, the one that the text is about.
func (c *coding) only(forms []CountryForm) (CountryForm, bool) {
	differs := func(f CountryForm) bool { return !slices.Equal(f.Country.Codes, forms[0].Country.Codes) }
	if !slices.ContainsFunc(forms, differs) {
		return forms[0], true
	}
	for _, form := range forms {
		if form.Country.Codes[0] == c.party.Context {
			return form, true
		}
	}
	return CountryForm{}, false
}

// isCapitalActing tells of a capital that does something, and so stands for its country's government.
func (c *coding) isCapitalActing() bool {
	if !c.party.IsActing || !c.party.IsCountry {
		return false
	}
	form, ok := c.only(c.party.Countries[0])
	return ok && form.Roles == RoleCapital
}

func filter[T any](all []T, keep func(T) bool) []T {
	var kept []T
	for _, one := range all {
		if keep(one) {
			kept = append(kept, one)
		}
	}
	return kept
}
