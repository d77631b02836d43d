package name

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"rashomon"
	"rashomon/entity/code"
)

// The categories that a token has for the network: for each list, whether a listed name begins at the token or goes on
// there, and of which kind it is. Names of countries and parties begin with a capital.
//
//	countries       names, adjectives, people and capitals (package code)
//	parties         listed persons, organizations, groups ... (package code)
//	organizations   further organizations (data/organizations.txt)
//	brands          shops, restaurants, banks, makers, programs (data/brands.txt)
//	towns           towns and provinces (data/towns.txt)
//	personal names  given and family names (data/personal_names.txt)
const (
	categoryCountry = iota
	categoryParty
	categoryOrganization
	categoryBrand
	categoryTown
	categoryPersonal

	categories
)

// In a list of several kinds, the first word of a name of kind k, from 0, has the value 1+2k, a further one 2+2k.
const (
	firstWord   = 1
	furtherWord = 2
)

// partyTypes are the types of listed parties. The last stands for names of several types, too.
var partyTypes = []rashomon.EntityType{
	rashomon.EntityPerson, rashomon.EntityOrganization, rashomon.EntityGroup, rashomon.EntityPlace,
	rashomon.EntityFacility, rashomon.EntityWeapon, rashomon.EntityWork, rashomon.EntityEvent, rashomon.EntityOther,
}

// countryRoles are the roles of words for countries. Of several, the first counts.
var countryRoles = []code.Role{code.RoleName, code.RoleAdjective, code.RolePeople, code.RolePerson, code.RoleCapital}

// letterCases are the kinds of the other lists' names: those that begin with a capital, and those that do not, as in mail and
// on the web.
const (
	withCapital = iota
	withoutCapital

	letterCases
)

// Categories returns how many values each category has.
func Categories() []int {
	counts := make([]int, categories)
	for category := range counts {
		counts[category] = 1 + 2*letterCases
	}
	counts[categoryCountry], counts[categoryParty] = 1+2*len(countryRoles), 1+2*len(partyTypes)
	return counts
}

// AppendCategories appends the categories of the tokens of a sentence, token by token.
func AppendCategories(values []uint8, forms []string) []uint8 {
	first := len(values)
	values = slices.Grow(values, categories*len(forms))[:first+categories*len(forms)]
	clear(values[first:])
	m := marks{values[first:]}
	var until [categories]int // where the last name of each list ends
	for i, form := range forms {
		if !startsWithLetter(form) {
			continue
		}
		for category := range categories {
			if i >= until[category] {
				kind, length := find(category, forms[i:])
				m.mark(category, i, length, kind)
				until[category] = i + length
			}
		}
	}
	return values
}

func startsWithLetter(form string) bool {
	r, _ := utf8.DecodeRuneInString(form)
	return unicode.IsLetter(r)
}

func startsUpper(form string) bool {
	r, _ := utf8.DecodeRuneInString(form)
	return unicode.IsUpper(r)
}

// marks are the categories of a sentence.
type marks struct{ values []uint8 }

func (m marks) mark(category, first, length, kind int) {
	for i := first; i < first+length; i++ {
		value := furtherWord
		if i == first {
			value = firstWord
		}
		m.values[i*categories+category] = uint8(value + 2*kind)
	}
}

// find returns the kind and the length of the longest name of a list at the beginning of words, 0 if there is none.
func find(category int, words []string) (kind, length int) {
	kind = withCapital
	if !startsUpper(words[0]) {
		kind = withoutCapital
	}
	switch category {
	case categoryCountry:
		return findCountry(words)
	case categoryParty:
		return findParty(words)
	case categoryOrganization:
		return kind, organizations().find(words)
	case categoryBrand:
		return kind, brands().find(words)
	case categoryTown:
		return kind, towns().find(words)
	default:
		return kind, personalNames().find(words[:1])
	}
}

func findCountry(words []string) (kind, length int) {
	if !startsUpper(words[0]) {
		return 0, 0
	}
	forms, length := code.FindCountry(words)
	if length == 0 {
		return 0, 0
	}
	return slices.IndexFunc(countryRoles, func(role code.Role) bool { return forms[0].Roles&role != 0 }), length
}

func findParty(words []string) (kind, length int) {
	if !startsUpper(words[0]) {
		return 0, 0
	}
	entries, length := code.FindEntry(words)
	if length == 0 {
		return 0, 0
	}
	kind = slices.Index(partyTypes, entries[0].Type)
	for _, entry := range entries {
		if entry.Type != entries[0].Type {
			kind = len(partyTypes) - 1
		}
	}
	return kind, length
}

// isBrand reports whether words are a listed brand and no town.
func isBrand(words []string) bool {
	return brands().find(words) == len(words) && towns().find(words) < len(words)
}
