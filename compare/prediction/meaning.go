package prediction

import (
	"strings"

	"rashomon/wordnet"
)

// byMeaning returns what an account tells of the same thing by a verb of the same meaning, or of the opposite one: "the
// bodies were handed to their families", of bodies that somebody would never give back.
func (t *trial) byMeaning(a *account) []verdict {
	var out []verdict
	deed, of := meaning(t.core()), t.gist.moved()
	if a == t.own || of.head == "" || inClass("slight", of.head) || of.isAnybody() ||
		isExisting(t.gist.predicate) || inClass("slight", t.core()) {
		return nil
	}
	for _, clause := range a.of(byNoun, of.head) {
		told := a.telling(clause)
		if told.gist.moved().kin(of) < least || inClass("slight", told.gist.core()) {
			continue
		}
		other := meaning(told.gist.core())
		same, opposite := deed.Synonym(other), deed.Opposed(other)
		if same == opposite {
			continue
		}
		agrees := same == (told.gist.negated == t.gist.negated)
		if v, speaks := t.weigh(told, meaningScale, agrees, false); speaks {
			out = append(out, v)
		}
	}
	return out
}

// meaningScale stands for the scale where it is the meaning of the verbs that makes two clauses tell of the same.
const meaningScale = "meaning"

// meaning returns a word in its usual senses, or one that is not known.
func meaning(lemma string) wordnet.Word {
	net, err := wordnet.English()
	if err != nil {
		return wordnet.Word{} // a damaged binary: whoever reads documents has said so
	}
	return net.Word(strings.ReplaceAll(lemma, "_", " ")).Usual()
}

// isPeople reports whether a noun is of people.
func isPeople(noun string) bool {
	return meaning(noun).Class(wordnet.Noun) == "noun.person"
}
