package name

import (
	"cmp"
	_ "embed"
	"slices"
	"strings"
	"sync"

	"rashomon"
	"rashomon/entity/code"
)

// finer are the types that the data do not teach. They call facilities places, and weapons and works other things: the
// noun at the end of such a name, or before "of" in it, tells more.
var finer = map[rashomon.EntityType][]rashomon.EntityType{
	rashomon.EntityPlace: {rashomon.EntityFacility},
	rashomon.EntityOther: {rashomon.EntityFacility, rashomon.EntityWeapon, rashomon.EntityWork, rashomon.EntityEvent},
}

// nounRule is the rule of a type that a word in the name has told.
const nounRule = "name/noun"

//go:embed data/first_words.txt
var firstWordFile string

// firstWords are the types of names by their first words.
var firstWords = sync.OnceValue(func() map[string]rashomon.EntityType { return typesByWord(firstWordFile) })

//go:embed data/last_words.txt
var lastWordFile string

// lastWords are the types of names by their last words.
var lastWords = sync.OnceValue(func() map[string]rashomon.EntityType { return typesByWord(lastWordFile) })

// typesByWord reads a data file of lines "type | words".
func typesByWord(file string) map[string]rashomon.EntityType {
	types := map[string]rashomon.EntityType{}
	for line := range strings.Lines(file) {
		kind, words, found := strings.Cut(line, "|")
		if !found || strings.HasPrefix(line, "#") {
			continue
		}
		for word := range strings.FieldsSeq(words) {
			types[word] = rashomon.EntityType(strings.TrimSpace(kind))
		}
	}
	return types
}

// refine gives a name of several words the type of its first or last word, where that tells one, or of its noun, where that is a
// finer one: "Operation Orlo" is an EVENT, "Orlo Watch" an ORGANIZATION, "Kiln Lane Bridge" a FACILITY. What ends as a company
// is one, and what ends with what companies deal in, unless it looks like a person, and so is a listed shop or restaurant, which
// the network often takes for a place.
func (n *Name) refine(forms []string) {
	kind := cmp.Or(firstWords()[forms[0]], lastWords()[forms[len(forms)-1]])
	switch {
	case kind != "":
	case (n.Type == rashomon.EntityPlace || n.Type == rashomon.EntityOther) && isTrade(forms):
		kind = rashomon.EntityOrganization
	case len(forms) == 1 && (n.Type == rashomon.EntityPlace || n.Type == rashomon.EntityOther) && isBody(forms):
		n.Type, n.Rule = rashomon.EntityOrganization, nounRule
	case n.Type == rashomon.EntityPlace && isBrand(forms):
		kind = rashomon.EntityOrganization
	case isCompany(forms):
		kind = rashomon.EntityOrganization
	default:
		kind = n.ofNoun(forms)
	}
	if kind != "" && kind != n.Type && len(forms) > 1 {
		n.Type, n.Rule = kind, nounRule
	}
}

// ofNoun returns the finer type that the noun of a name tells, or "".
func (n *Name) ofNoun(forms []string) rashomon.EntityType {
	words := forms
	if of := slices.IndexFunc(forms, func(form string) bool { return strings.EqualFold(form, "of") }); of > 0 {
		words = forms[:of]
	}
	noun, length := code.FindNoun(words)
	if noun == nil || length == len(forms) || !slices.Contains(finer[n.Type], noun.Type) {
		return ""
	}
	return noun.Type
}

// isBody reports whether a name is a noun for an organisation or a group: "Brigade".
func isBody(forms []string) bool {
	noun, length := code.FindNoun(forms)
	return length == len(forms) && !noun.Plural && (noun.Type == rashomon.EntityOrganization || noun.Type == rashomon.EntityGroup)
}
