package party

import (
	"rashomon"
	"rashomon/digest"
)

// A vocabulary keeps once what documents have in common: names taken apart, and numbers for those who are named.
type vocabulary struct {
	persons, others map[string]*form // names as they are written, of persons and of anything else
	numbers         map[key]fellow   // of all who are named
	traits          map[traits]*traits
}

func newVocabulary() *vocabulary {
	return &vocabulary{persons: map[string]*form{}, others: map[string]*form{}, numbers: map[key]fellow{}, traits: map[traits]*traits{}}
}

// personal takes a person's name apart.
func (v *vocabulary) personal(text string) *form { return kept(v.persons, text, personal) }

// body takes any other name apart.
func (v *vocabulary) body(text string) *form { return kept(v.others, text, body) }

func kept(forms map[string]*form, text string, apart func(string) form) *form {
	f, known := forms[text]
	if !known {
		made := apart(text)
		f, forms[text] = &made, &made
	}
	return f
}

// same returns the same traits for all who have them.
func (v *vocabulary) same(t *traits) *traits {
	known, found := v.traits[*t]
	if !found {
		known, v.traits[*t] = t, t
	}
	return known
}

// A fellow is somebody or something else that is named: a number for its name, as spellings have it in common, twice;
// and one more of those in the lists of countries and known parties: such company is frequent, and tells less.
type fellow uint32

const noFellow fellow = 0

// name returns the fellow without whether it is listed.
func (f fellow) name() fellow { return f &^ 1 }

func (f fellow) isListed() bool { return f&1 == 1 }

// listed returns the same fellow as one on a list, if it is.
func (f fellow) listed(is bool) fellow {
	if is {
		return f | 1
	}
	return f
}

// number returns the fellow of a name by its key.
func (v *vocabulary) number(name key) fellow {
	f, known := v.numbers[name]
	if !known {
		f = fellow(len(v.numbers)+1) << 1
		v.numbers[name] = f
	}
	return f
}

// fellow returns what stands for one who is named: the line that lists him, a country's code, a person's family name by
// its key, or the words of any other name.
func (v *vocabulary) fellow(e *digest.Entity, text string) fellow {
	switch {
	case e.Listed != "":
		return v.number(newKey(e.Listed)).listed(true)
	case e.Type == rashomon.EntityPlace && len(e.Codes) > 0:
		return v.number(newKey(e.Codes[0])).listed(true)
	}
	f, isLocated := (*form)(nil), false
	if e.Type == rashomon.EntityPerson {
		f = v.personal(text)
	} else {
		f, isLocated = v.body(text), location(e) != nil
	}
	if f.fellow == 0 {
		return noFellow
	}
	return v.number(f.fellow).listed(isLocated)
}
