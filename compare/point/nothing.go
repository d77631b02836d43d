package point

import (
	"fmt"
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// A nothing is a telling that there was none of a thing: "there was no map", "we found no trace of an explosion", "no mine
// exploded", "the tale of a helicopter is an invention".
type nothing struct {
	by   *telling
	what *word
}

// nothings returns what is told not to have been there.
func nothings(tellings []telling) []nothing {
	var found []nothing
	for i := range tellings {
		t := &tellings[i]
		if t.clause.Mark == "if" || t.isQuestion() || t.clause.Modal != "" {
			continue
		}
		word := t.missingThing()
		if word == "" {
			word = t.fable()
		}
		if word == "" {
			word = t.lacking()
		}
		isAnything := word == "" || words().classes.Has("nobody", word) || words().classes.Has("stop", word)
		if w := words().word(word); !isAnything && !w.numeral && w.weight >= rareWord {
			found = append(found, nothing{t, w})
		}
	}
	return found
}

// missingThing returns the noun for what a telling says there was none of, or was no trace of, or "".
func (t *telling) missingThing() string {
	if trace := t.untraced(); trace != "" {
		return trace
	}
	missing := t.missing()
	had := t.isOfHaving() && t.undergoer() != nil && t.clause.Tense == digest.TensePast
	if missing != nil && missing.isNone() && had {
		return t.undergoer().word // "nobody had a lamp"
	}
	if missing == nil || missing.named || !t.isOfBeing() && !words().classes.Has("exist", t.core) {
		return ""
	}
	if own := missing.role.Relation == "obj" && !words().classes.Has("notice", t.core); own || t.clause.Tense != digest.TensePast {
		return "" // who had none of it says nothing of others
	}
	return missing.word
}

// lacking returns the noun for that without which something was done, or "": "they fired without a warning".
func (t *telling) lacking() string {
	if t.denied || t.clause.Tense != digest.TensePast {
		return ""
	}
	for _, o := range t.others {
		if o.role.Preposition == "without" {
			return o.word
		}
	}
	return ""
}

// untraced returns the noun for what a telling says there was no trace of, or "".
func (t *telling) untraced() string {
	if !t.denied {
		return ""
	}
	inside := strings.Fields(strings.ToLower(t.text()))
	for i := 1; i+1 < len(inside); i++ {
		if inside[i-1] == "no" && words().classes.Has("trace", inside[i]) && inside[i+1] == "of" {
			at := strings.Index(strings.ToLower(t.text()), inside[i]+" of")
			return t.wordBehindOf(rashomon.Extent{Start: t.extent().Start + at, End: t.extent().End})
		}
	}
	return ""
}

// fable returns the noun for what a tale is told of that a telling calls an invention, or "".
func (t *telling) fable() string {
	if t.denied || t.subject == nil || !words().classes.Has("claim", t.subject.role.Head) || !words().classes.Has("false", t.core) {
		return ""
	}
	return t.wordBehindOf(t.subject.role.Extent)
}

// wordBehindOf returns the lemma of the last word of the phrase behind "of" in a stretch of a clause, or "".
func (t *telling) wordBehindOf(e rashomon.Extent) string {
	_, behind, found := strings.Cut(strings.ToLower(t.digest.Quote(e)), " of ")
	if !found {
		return ""
	}
	word := ""
	for _, term := range t.clause.Terms {
		if strings.Contains(behind, term) && (word == "" || strings.Index(behind, term) < len(behind)/2) {
			word = term
		}
	}
	return word
}

// tellsOf tells how surely another telling says that there was such a thing, 0 where it does not.
func (n nothing) tellsOf(t *telling) float64 {
	if t.denied || t.open || otherTime(n.by, t) || strings.HasPrefix(t.clause.Predicate, "be ") || !n.mayBeAt(t) {
		return 0
	}
	if missing := n.by.missing(); missing != nil && missing.word == n.what.text && !t.speaksOfKind(n.by, missing) {
		return 0
	}
	if t.core == n.what.text {
		return 0.6
	}
	for i := range t.others {
		o := &t.others[i]
		if o.word != n.what.text || o.role.Negated {
			continue
		}
		switch {
		case o.role.Preposition == "by" && (t.harms() || words().classes.Has("bring_about", t.core)):
			return 0.6
		case o.role.Relation == "obj" && t.clause.Tense == digest.TensePast:
			return 0.5
		}
	}
	if t.subject != nil && t.subject.word == n.what.text && !t.subject.role.Negated && t.clause.Tense == digest.TensePast {
		return 0.5
	}
	return 0
}

// mayBeAt reports whether a telling may be of where a nothing says that there was none: where that is told, it is so of the
// same place ("the house", "the gatehouse") or, for things, of no place that is told. People are in many places.
func (n nothing) mayBeAt(t *telling) bool {
	where := n.by.anyPlace()
	if where == "" || t.has(words().word(where)) >= 0.2 {
		return true
	}
	isInside := func(key *word) bool { return strings.HasSuffix(key.text, where) }
	return slices.ContainsFunc(t.keys, isInside) || t.anyPlace() == "" && !words().classes.Has("person", n.what.text)
}

// anyPlace returns the noun for where it was, be that a place or a group, or "": that of a term, or what stands behind a
// preposition in what was not there ("no miner in the hall").
func (t *telling) anyPlace() string {
	for _, o := range t.others {
		if o.role.Timex == rashomon.None && o.role.Quantity == rashomon.None && isPlaceBefore(o.role.Preposition) {
			return o.word
		}
	}
	if missing := t.missing(); missing != nil {
		inside := strings.Fields(strings.ToLower(t.digest.Quote(missing.role.Extent)))
		if slices.ContainsFunc(inside, isPlaceBefore) {
			return inside[len(inside)-1]
		}
	}
	return ""
}

func isPlaceBefore(preposition string) bool {
	return words().classes.Has("place", preposition) || preposition == "among"
}

// nothingDiffers finds that one says there was none of what the other tells of.
func nothingDiffers(n nothing, t *telling) (finding, bool) {
	strength := n.tellsOf(t)
	if strength == 0 {
		return finding{}, false
	}
	return finding{
		kind: rashomon.PointWhether, a: n.by.side(), b: t.side(), rule: "whether/nothing", strength: strength,
		why: fmt.Sprintf("one says that there was no %s, the other tells of it", n.what.text),
	}, true
}

// denyThings finds what one document says there was none of and the other tells of.
func denyThings(a, b *shelf) []finding {
	var found []finding
	for _, n := range a.nothings {
		for _, i := range b.byPlace[n.what.text] {
			if f, differs := nothingDiffers(n, &b.tellings[i]); differs {
				found = append(found, f)
			}
		}
	}
	return found
}
