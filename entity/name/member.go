package name

import (
	"slices"

	"rashomon"
	"rashomon/entity/code"
)

// memberRule is the rule of a person and of what she or he is of, taken apart.
const memberRule = "name/member"

// longestGiven is of how many words the name of a person may be that stands before "of": "Nora Ilse Haddad of the Board".
const longestGiven = 3

// withMembers takes names apart in which the network sees a person and what the person is of as one: "Nora Haddad of the
// Harbour Board". A person has a given name that is listed, or that the network can take for one, and a family name
// that is no noun, which tells "Victoria University of Orlo" apart; the given name may have been left out.
func (s sentence) withMembers(names []Name) []Name {
	for i := 0; i < len(names); i++ {
		of := slices.Index(s.forms[names[i].Span.Start:names[i].Span.End], "of") + names[i].Span.Start
		if of <= names[i].Span.Start || !s.isPerson(&names[i], i, names, of) {
			continue
		}
		body := names[i]
		body.Span.Start = of + 1
		if s.forms[body.Span.Start] == "the" {
			body.Span.Start++
		}
		names[i].Span.End, names[i].Type, names[i].Others, names[i].Rule = of, rashomon.EntityPerson, nil, memberRule
		if body.Span.Len() > 0 && startsUpper(s.forms[body.Span.Start]) {
			body.Type, body.Others, body.Rule = s.typeOfBody(body), nil, memberRule
			names = slices.Insert(names, i+1, body)
		}
	}
	return names
}

// isPerson reports whether the words of name i before its "of" are a person's, and puts the given name to them where it
// stands before the name.
func (s sentence) isPerson(n *Name, i int, names []Name, of int) bool {
	start := n.Span.Start
	if start > 0 && of-start == 1 && (i == 0 || names[i-1].Span.End < start) {
		start--
	}
	if of-start < 2 || of-start > longestGiven || !s.mayBePerson(start, of) {
		return false
	}
	for _, form := range s.forms[start:of] {
		if noun, _ := code.FindNoun([]string{form}); noun != nil || !startsUpper(form) {
			return false
		}
	}
	if s.tokens[of-1].UPOS != "PROPN" || organizations().find(s.forms[start:n.Span.End]) > 0 {
		return false
	}
	n.Span.Start = start
	return true
}

// leastPerson is the share of a person's name among all that could stand somewhere from which on a given name need not be
// listed: words that are nobody's name have less than a hundredth of it.
const leastPerson = 0.0005

func (s sentence) mayBePerson(start, end int) bool {
	if s.values[start*categories+categoryPersonal] != 0 {
		return true
	}
	return s.share(slices.Index(s.types, rashomon.EntityPerson), start, end) >= leastPerson
}

// typeOfBody returns what somebody is of: a place where it is listed as one, else an organisation.
func (s sentence) typeOfBody(n Name) rashomon.EntityType {
	words := s.forms[n.Span.Start:n.Span.End]
	if _, length := findCountry(words); length == len(words) || towns().find(words) == len(words) {
		return rashomon.EntityPlace
	}
	return rashomon.EntityOrganization
}
