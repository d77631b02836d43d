package entity

import (
	"rashomon"
	"rashomon/entity/code"
)

// longestNational is how many words the adjective of a country is looked for in: "Bosnian and Herzegovinian".
const longestNational = 4

// ruleAdjective finds the adjectives of countries.
const ruleAdjective = "country/adjective"

// addNationals adds the adjectives of countries, which are names of the country ("Libyan"), and the words for its people,
// which name a group ("Libyans", "the Dutch"), where they are no part of a longer name.
func (r *reading) addNationals() {
	for i := 0; i < len(r.doc.Tokens); i++ {
		if r.named[i] || !startsUpper(r.form(i)) {
			continue
		}
		span := rashomon.Span{Start: i, End: min(r.sentence(i).End, i+longestNational)}
		countries, length := code.FindCountry(r.forms(span))
		if length == 0 {
			continue
		}
		span.End = i + length
		i += length - 1
		r.addNational(span, countries[0])
	}
}

func (r *reading) addNational(span rashomon.Span, form code.CountryForm) {
	head := r.tree.HeadOf(span)
	d := draft{
		Mention: rashomon.Mention{Span: span, Head: head, Kind: rashomon.MentionName, Rule: ruleAdjective},
		kind:    rashomon.EntityPlace, number: singular, words: folded(r.forms(span)), key: countryKey(form.Country),
	}
	switch {
	case r.isLanguage(span):
		d.Rule, d.kind, d.key = "country/language", rashomon.EntityOther, ""
		r.add(d)
		return
	case form.Roles&(code.RolePeople|code.RolePerson) != 0 && r.isNoun(head):
		d.Rule, d.kind, d.number, d.key = "country/people", rashomon.EntityGroup, plural, "people of "+form.Country.Name
		if form.Roles&code.RolePeople == 0 {
			d.Rule, d.kind, d.number, d.key = "country/person", rashomon.EntityPerson, singular, ""
			d.Kind, d.lemma = rashomon.MentionNominal, r.lemma(head)
			d.Span = r.phrase(head)
		}
	case form.Roles&code.RoleAdjective == 0:
		return // names and capitals are the recogniser's
	}
	r.countries[form.Country.Codes[0]]++
	r.add(d)
}

// isLanguage reports whether the adjective of a country stands for its language: a noun without a determiner, "in English".
func (r *reading) isLanguage(s rashomon.Span) bool {
	forms := r.forms(s)
	countries, length := code.FindCountry(forms)
	if length != len(forms) || s.Len() != 1 || countries[0].Roles&code.RoleAdjective == 0 || countries[0].Roles&code.RoleName != 0 {
		return false
	}
	return r.isNoun(s.Start) && r.doc.Tokens[s.Start].XPOS == "NNP" && r.tree.Dependent(s.Start, "det") == rashomon.None
}

// isNoun reports whether a token is the head of a phrase of its own, not a modifier of another noun.
func (r *reading) isNoun(i int) bool {
	token := r.doc.Tokens[i]
	return (token.UPOS == "NOUN" || token.UPOS == "PROPN") && !r.tree.Is(i, "compound") && !r.tree.Is(i, "amod") && !r.tree.Is(i, "flat")
}

// countryPrefix begins the keys of countries.
const countryPrefix = "country "

func countryKey(country *code.Country) string { return countryPrefix + country.Name }
