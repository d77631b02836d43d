package code

import (
	"errors"
	"fmt"
	"strings"
)

// A Country is a state or a territory.
type Country struct {
	Name string
	// Codes are those of its parties: the ISO 3166-1 alpha-3 code of the state, and PRE after it for an entity that few
	// states recognise. A dependent territory has the code of the state that it belongs to, as in PLOVER; a state that
	// is no more has its code of ISO 3166-3.
	Codes []string
}

// A Role tells in what way a word speaks of a country. A word may have several: "British" is an adjective and a people.
type Role uint8

// The roles.
const (
	RoleName      Role = 1 << iota // Libya
	RoleAdjective                  // Libyan
	RolePerson                     // a Libyan, a Briton
	RolePeople                     // Libyans, the British
	RoleCapital                    // Tripoli
)

var roleNames = []struct {
	role Role
	name string
}{
	{RoleName, "country"}, {RoleAdjective, "adjective"}, {RolePeople, "people"}, {RolePerson, "person"},
	{RoleCapital, "capital"},
}

// String returns the name of the first role.
func (r Role) String() string {
	for _, known := range roleNames {
		if r&known.role != 0 {
			return known.name
		}
	}
	return ""
}

// A CountryForm is a word in the roles in which it speaks of a country.
type CountryForm struct {
	Country *Country
	Roles   Role
	Text    string // the word as it stands in the data
}

// FindCountry finds the longest form of a country at the beginning of words. A form of several countries ("Congolese")
// gives all of them.
func FindCountry(words []string) ([]CountryForm, int) { return known().countries.find(words) }

// countryColumns are the columns of a file of countries after that of the codes.
var countryColumns = []Role{RoleName, RoleAdjective, RolePerson, RolePeople, RoleCapital}

func (k *knowledge) readCountries() error {
	k.countries = newIndex[CountryForm](2000)
	reader := countryReader{
		byNameAndCodes: map[string]*Country{}, roles: map[countryWord]Role{}, texts: map[countryWord]string{},
	}
	for _, file := range countryFiles {
		err := eachLine(file, 1+len(countryColumns), func(columns []string) error { return reader.read(k, columns) })
		if err != nil {
			return err
		}
	}
	for _, word := range reader.order {
		k.countries.put(reader.texts[word], CountryForm{word.country, reader.roles[word], reader.texts[word]})
	}
	return nil
}

// A countryReader joins the lines of a country and the roles of a word.
type countryReader struct {
	byNameAndCodes map[string]*Country // Kashmir stands under two states
	roles          map[countryWord]Role
	texts          map[countryWord]string // as first written
	order          []countryWord
}

type countryWord struct {
	country *Country
	key     string // with capitals
}

func (r *countryReader) read(k *knowledge, columns []string) error {
	codes, names := strings.Fields(columns[0]), list(columns[1])
	if len(codes) == 0 || len(names) == 0 {
		return errors.New("want a code and a name")
	}
	if !isCountryCode(codes[0]) {
		return fmt.Errorf("%q is no code of a country", codes[0])
	}
	if err := k.checkSectors(codes[1:]); err != nil {
		return err
	}
	id := names[0] + columns[0]
	country := r.byNameAndCodes[id]
	if country == nil {
		country = &Country{Name: names[0], Codes: codes}
		r.byNameAndCodes[id] = country
	}
	for i, role := range countryColumns {
		for _, text := range list(columns[1+i]) {
			r.add(country, text, role)
		}
	}
	return nil
}

func (r *countryReader) add(country *Country, text string, role Role) {
	word := countryWord{country, casedKey(text)}
	if r.roles[word] == 0 {
		r.order = append(r.order, word)
		r.texts[word] = text
	}
	r.roles[word] |= role
}

// isCountryCode tells whether a code has the form of ISO 3166-1 alpha-3.
func isCountryCode(code string) bool {
	if len(code) != 3 {
		return false
	}
	for _, c := range []byte(code) {
		if c < 'A' || c > 'Z' {
			return false
		}
	}
	return true
}
