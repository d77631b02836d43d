package name

import (
	"slices"

	"rashomon"
	"rashomon/entity/code"
)

// titleRule is the rule of a person that is known by the title before the name.
const titleRule = "name/title"

// withTitled adds the persons that the network passed over behind a title: "Senator Haddad". Both have capitals, the
// parser takes the name for one, and neither it nor the word behind the title is itself a noun for somebody.
func (s sentence) withTitled(names []Name) []Name {
	for i := 1; i < len(s.forms); i++ {
		if !s.isFree(names, i) || !isTitle(s.forms[max(0, i-longestTitle):i]) || s.goesOn(i) {
			continue
		}
		end := i
		for end < len(s.forms) && s.isFree(names, end) {
			end++
		}
		n := Name{Span: rashomon.Span{Start: i, End: end}, Type: rashomon.EntityPerson, Rule: titleRule}
		n.Share = s.share(slices.Index(s.types, rashomon.EntityPerson), i, end)
		names = place(names, n)
		i = end
	}
	return names
}

// longestTitle is the number of words of a title: "Deputy Prime Minister".
const longestTitle = 3

// isTitle reports whether words end with a title with capitals.
func isTitle(words []string) bool {
	noun, length := code.FindNoun(words)
	return noun != nil && noun.Title && !noun.Plural && startsUpper(words[len(words)-length])
}

// goesOn reports whether the title goes on at a token: "Chief Petty Officer".
func (s sentence) goesOn(i int) bool {
	_, length := code.FindNoun(s.forms[i:min(i+2, len(s.forms))])
	return length == 2
}

// isFree reports whether a token is a proper noun with a capital, in no name and no noun for somebody.
func (s sentence) isFree(names []Name, i int) bool {
	if s.tokens[i].UPOS != "PROPN" || !startsUpper(s.forms[i]) {
		return false
	}
	if noun, _ := code.FindNoun(s.forms[i : i+1]); noun != nil {
		return false
	}
	return !slices.ContainsFunc(names, func(n Name) bool { return n.Span.Start <= i && i < n.Span.End })
}
