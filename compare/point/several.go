package point

import (
	"fmt"
	"slices"
	"strings"

	"rashomon"
)

// A counted is a deed done to one thing, or to several of which no number is told: "sank a grain barge", "sank grain
// barges".
type counted struct {
	by      *telling
	phrase  []string // the words of the thing up to its noun
	quote   string   // the same, as they stand
	several bool
}

// allCounted returns the deeds that are done to one thing or to several, by verbs that say much.
func allCounted(tellings []telling) []counted {
	var found []counted
	for i := range tellings {
		t := &tellings[i]
		thing := t.undergoer()
		if t.denied || t.clause.Modal != "" || t.isQuestion() || thing == nil || thing.named ||
			first(t.clause.Predicate) == t.clause.Predicate && t.coreWord.weight < rareWord {
			continue
		}
		if c, counts := t.counted(thing); counts {
			found = append(found, c)
		}
	}
	return found
}

// counted reads the thing of a deed, up to its noun.
func (t *telling) counted(thing *term) (counted, bool) {
	said := t.wordsIn(thing.role.Extent)
	at := slices.IndexFunc(said, func(word string) bool {
		return word == thing.role.Head || strings.HasPrefix(word, thing.role.Head) && strings.HasSuffix(word, "s")
	})
	if at < 1 {
		return counted{}, false
	}
	c := counted{by: t, phrase: said[:at+1], several: said[at] != thing.role.Head}
	c.quote = t.quote(*thing)
	if text := t.digest.Quote(thing.role.Extent); strings.Contains(text, said[at]) {
		c.quote = text[:strings.Index(text, said[at])+len(said[at])]
	}
	isOne := words().classes.Has("article", said[0]) && strings.HasPrefix(said[0], "a")
	isNumbered := slices.ContainsFunc(c.phrase, func(word string) bool {
		return words().word(word).numeral ||
			words().classes.Has("determiner", word)
	})
	return c, c.several && !isNumbered || !c.several && isOne
}

// countedDiffer finds that in one document the same is done to one thing and to several.
func countedDiffer(a, b counted) (finding, bool) {
	if a.several == b.several || a.by.clause.Predicate != b.by.clause.Predicate ||
		sharedModifiers(a, b) < leastModifiers || otherTime(a.by, b.by) || !nearBy(a.by, b.by) {
		return finding{}, false
	}
	one, several := a, b
	if a.several {
		one, several = b, a
	}
	return finding{
		kind: rashomon.PointFigure, a: a.by.side(), b: b.by.side(), rule: "figure/several", strength: 0.6,
		why: fmt.Sprintf("how many: one (%q), or several (%q)", one.quote, several.quote),
	}, true
}

// leastModifiers is how many words before two nouns must be the same for both to be of the same things.
const leastModifiers = 2

// sharedModifiers counts the words before the nouns that both have.
func sharedModifiers(a, b counted) int {
	n := 0
	for _, word := range a.phrase[:len(a.phrase)-1] {
		if !words().classes.Has("article", word) && slices.Contains(b.phrase[:len(b.phrase)-1], word) {
			n++
		}
	}
	return n
}
