package point

import (
	"fmt"
	"slices"
	"strings"

	"rashomon"
)

// A volition is a telling that says whether somebody came or went of his own accord, or was made to.
type volition struct {
	by    *telling
	who   *term
	freed bool // of his own accord
	word  string
}

// volitions returns what tellings say of whether somebody did a thing freely.
func volitions(tellings []telling) []volition {
	var found []volition
	for i := range tellings {
		t := &tellings[i]
		if t.denied || t.open || t.isQuestion() {
			continue
		}
		switch word := t.freely(); {
		case word != "" && t.subject != nil:
			found = append(found, volition{t, t.subject, true, word})
		case t.isForced():
			found = append(found, volition{t, t.undergoer(), false, t.core})
		}
	}
	return found
}

// freely returns the words by which a clause says that somebody did a thing of his own will, or "": "of her own accord",
// "voluntarily", "gave himself up".
func (t *telling) freely() string {
	inside := t.wordsIn(t.extent())
	for i := range inside {
		if start, _, _ := strings.Cut(inside[i], "_"); !words().freeWill[start] {
			continue
		}
		for end := i + 1; end <= min(len(inside), i+longestWilling); end++ {
			if phrase := strings.Join(inside[i:end], "_"); words().classes.Has("free_will", phrase) {
				return strings.ReplaceAll(phrase, "_", " ")
			}
		}
	}
	return ""
}

// longestWilling is how many words a phrase of the class "free_will" has at most.
const longestWilling = 3

// isForced reports whether a clause tells that somebody was seized, or made to go.
func (t *telling) isForced() bool {
	x := t.undergoer()
	return x != nil && x.acts() && (slices.Contains(t.coreWord.families, "arrest") || words().classes.Has("carry_off", t.core))
}

// volitionsDiffer finds that one tells somebody to have come of his own accord, whom another tells to have been seized.
func volitionsDiffer(a, b volition) (finding, bool) {
	if a.freed == b.freed || !a.who.isOne(*b.who) || otherTime(a.by, b.by) {
		return finding{}, false
	}
	return finding{
		kind: rashomon.PointWhether, a: a.by.side(), b: b.by.side(), rule: "whether/volition", strength: 0.55,
		why: fmt.Sprintf("of his or her own will, or not: %q, or %q", a.word, b.word),
	}, true
}

// isOne reports whether two terms stand for one party, or for somebody of one office: "the owner".
func (t *term) isOne(other term) bool {
	if t.party != rashomon.None && other.party != rashomon.None && t.party == other.party {
		return true
	}
	return !(t.named && other.named) && t.word == other.word && words().classes.Has("one_office", t.word)
}
