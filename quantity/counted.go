package quantity

import (
	"cmp"
	"strings"

	"rashomon"
)

// findCounted finds what a count counts, and reports whether it counts at all: a noun that it belongs to, a noun after
// "of", or a verb that it is the subject or object of ("40 were killed").
func (f *finder) findCounted(fig *figure) bool {
	if fig.low == 1 && fig.high == 1 && !f.countsOne(fig) {
		return false
	}
	inner, outer := f.headOf(fig.number)
	if noun := f.nounAfter(fig); noun != rashomon.None {
		fig.setCounted(f, rashomon.Span{Start: f.afterUnit(fig), End: noun + 1}, noun)
		if times.has(f.lower(noun)) { // deeds are counted
			fig.Of = cmp.Or(f.verbOf(noun), fig.Of)
		} else if deed := f.deed(noun); deed != "" {
			fig.Of += " " + deed
		}
		return true
	}
	fig.head = inner
	if noun := f.numberOf(fig); noun != rashomon.None {
		fig.setCounted(f, rashomon.Span{Start: f.tree.Span(noun).Start, End: noun + 1}, noun)
		fig.head = inner
		return true
	}
	if next := fig.Span.End; f.isVerb(next, "VBN") {
		fig.setCounted(f, rashomon.Span{Start: next, End: next + 1}, next)
	} else if f.isVerb(outer, "VB") && f.isParticipant(inner) && f.lemmaOf(outer) != "" {
		fig.setCounted(f, rashomon.Span{Start: outer, End: outer + 1}, outer)
	}
	if fig.Of != "" {
		fig.head = inner
		return true
	}
	return outer != rashomon.None || fig.Qualifier != "" || !f.isAlone()
}

// numberOf returns what a figure counts that stands bare behind "at" or a form of "be": "put the number of injured guards at 22". None where
// the verb tells no number of anything.
func (f *finder) numberOf(fig *figure) int {
	before := f.lower(fig.Span.Start - 1)
	if before != "at" && !f.tagged(fig.Span.Start-1, "AUX") {
		return rashomon.None
	}
	for i := fig.Span.Start - 2; i >= max(f.sentence.Start, fig.Span.Start-longestPhrase); i-- {
		of := i + 1
		if !numberWords.has(f.lower(i)) || f.lower(of) != "of" || !f.tree.Is(i, "obj") && !f.tree.Is(i, "nsubj") {
			continue
		}
		if noun := f.nounOf(of); noun != rashomon.None && noun < fig.Span.Start && f.isPlural(noun) && f.tree.Head(noun) == i { // not "of dead"
			return noun
		}
	}
	return rashomon.None
}

// isParticipant reports whether token i is the subject or the object of what it hangs on.
func (f *finder) isParticipant(i int) bool { return f.tree.Is(i, "nsubj") || f.tree.Is(i, "obj") }

// isAlone reports whether a sentence has no words beside its numbers.
func (f *finder) isAlone() bool {
	const longest = 12 // tokens of a line of a table
	for i := f.sentence.Start; i < min(f.sentence.End, f.sentence.Start+longest); i++ {
		if text := f.quote(i); strings.ToLower(text) != strings.ToUpper(text) && !f.tagged(i, "NUM") {
			return false
		}
	}
	return true
}

// countsOne reports whether "one" is a number: one man, one of the men, one was killed. It is a pronoun where it stands
// for a noun said before: the one who, a good one, one never knows.
func (f *finder) countsOne(fig *figure) bool {
	i, end := fig.number.Start, fig.number.End
	if f.isDigits(i) || fig.number.Len() > 1 {
		return true
	}
	if f.tree.Dependent(i, "det") != rashomon.None || f.tree.Dependent(i, "amod") != rashomon.None {
		return false
	}
	if f.lower(end) == "of" {
		noun := f.tree.Head(end)
		return noun > end && (f.isPlural(noun) || f.isPlural(end+1) || f.lower(end+1) == "the" && noun == end+2)
	}
	if f.tree.Is(i, "nummod") && f.tree.Head(i) > i {
		return true
	}
	tag := f.doc.Tokens[i].XPOS
	return (tag == "CD" || tag == "NN") && f.isParticipant(i) && f.tree.Dependent(i, "acl") == rashomon.None
}

func (f *finder) isPlural(i int) bool {
	xpos := f.doc.Tokens[i].XPOS
	return xpos == "NNS" || xpos == "NNPS" || xpos == "PRP"
}

// isVerb reports whether token i is a verb whose tag of the Penn Treebank begins as given.
func (f *finder) isVerb(i int, tag string) bool {
	return f.tagged(i, "VERB") && strings.HasPrefix(f.doc.Tokens[i].XPOS, tag)
}

// nounAfter returns the noun that a figure belongs to: the one that it modifies, the one after "of", or the last of the
// nouns that follow at once. None where none follows.
func (f *finder) nounAfter(fig *figure) int {
	end := fig.Span.End
	if f.lower(end) == "of" {
		if noun := f.nounOf(end); noun != rashomon.None {
			return f.lastNoun(noun)
		}
		return rashomon.None
	}
	start := f.afterUnit(fig)
	if compound, ok := f.starting(compounds, end); ok && compound.head[1] == "self" {
		return end + 1
	}
	_, outer := f.headOf(fig.number)
	if outer >= start && outer-end <= longestPhrase && f.isCountable(outer) && f.isPhrase(end, outer) {
		return f.lastNoun(outer)
	}
	return f.nounRun(start)
}

// nounOf returns the noun that the preposition at a token belongs to, or None.
func (f *finder) nounOf(preposition int) int {
	noun := f.tree.Head(preposition)
	if noun <= preposition || noun-preposition > longestPhrase || !f.isCountable(noun) {
		return rashomon.None
	}
	return noun
}

// longestPhrase bounds the tokens between a figure and the noun that it counts.
const longestPhrase = 12

func (f *finder) isCountable(i int) bool {
	return f.tagged(i, "NOUN", "PROPN", "ADJ") && f.timexOf(i) == rashomon.None
}

// lastNoun steps from a modifier that the tree took for the head to the noun at the end of the same words: from "oil"
// to "oil well heads".
func (f *finder) lastNoun(i int) int {
	for f.tagged(i, "ADJ", "NOUN") && !f.isPlural(i) && f.tagged(i+1, "NOUN") && f.timexOf(i+1) == rashomon.None {
		i++
	}
	return i
}

// isPhrase reports whether no verb or mark stands between a figure and its noun but those of a modifier.
func (f *finder) isPhrase(start, noun int) bool {
	for i := start; i < noun; i++ {
		if f.tagged(i, "AUX", "SCONJ") || f.quote(i) == ";" || f.quote(i) == ":" {
			return false
		}
	}
	return true
}

// nounRun returns the last noun of the adjectives and nouns that begin at token i, for a number that the tree hangs
// elsewhere.
func (f *finder) nounRun(i int) int {
	noun := rashomon.None
	for ; f.tagged(i, "ADJ", "NOUN", "PROPN") && f.timexOf(i) == rashomon.None; i++ {
		if f.isNoun(i) {
			noun = i
		}
	}
	return noun
}

// afterUnit returns the token after a figure, "of" and the determiners before a noun left out.
func (f *finder) afterUnit(fig *figure) int {
	i := fig.Span.End
	if compound, ok := f.starting(compounds, i); ok {
		return f.afterCompound(compound, i)
	}
	if f.lower(i) == "of" {
		i++
	}
	for f.tagged(i, "DET") || f.tagged(i, "PRON") && f.doc.Tokens[i].XPOS == "PRP$" {
		i++
	}
	return i
}

// afterCompound returns where what is counted by the first half of a compound begins.
func (f *finder) afterCompound(compound phrase, i int) int {
	if compound.head[1] == "self" {
		return i + 1
	}
	return i + len(compound.words)
}

// setCounted notes the words of a span as what is counted.
func (fig *figure) setCounted(f *finder, span rashomon.Span, head int) {
	if span.Start > head {
		span.Start = head
	}
	fig.Counted, fig.head = span, head
	fig.Of = f.lemmas(span, head)
}

// lemmas returns the lemmas of a noun and of the words of a span that modify it.
func (f *finder) lemmas(span rashomon.Span, head int) string {
	var words []string
	for i := span.Start; i < span.End; i++ {
		modifies := f.tree.Is(i, "amod") || f.tree.Is(i, "compound") || f.tree.Is(i, "nmod") || f.tree.Is(i, "flat")
		if i != head && (!modifies || !f.tagged(i, "ADJ", "NOUN", "PROPN", "VERB") || unsaid.has(f.lower(i))) {
			continue
		}
		if f.isJoined(i+1) && (i+2 <= head || f.isDigits(i+2)) { // F-16
			words = append(words, f.quote(i)+"-"+f.quote(i+2))
			i += 2
			continue
		}
		words = append(words, f.lemma(i))
	}
	return strings.Join(words, " ")
}

// isJoined reports whether token i is a hyphen between two words.
func (f *finder) isJoined(i int) bool { return f.quote(i) == "-" && f.glued(i) && f.glued(i+1) }

// lemma returns the lemma of token i or, without one, its text in lower case.
func (f *finder) lemma(i int) string {
	if lemma := f.doc.Tokens[i].Lemma; lemma != "" {
		return lemma
	}
	return f.lower(i)
}

// isUnbroken reports whether no preposition or mark stands between two tokens.
func (f *finder) isUnbroken(start, end int) bool {
	for i := start; i < end; i++ {
		if f.tagged(i, "ADP", "PUNCT", "CCONJ", "VERB", "AUX") {
			return false
		}
	}
	return true
}

// findMeasured finds what a measure, a share or a ratio is one of: "50 tonnes of flour", "a third of the town".
func (f *finder) findMeasured(fig *figure) {
	inner, outer := f.headOf(fig.Span)
	fig.head = inner
	of := fig.Span.End
	switch {
	case fig.Kind == rashomon.QuantityAge || fig.Of != "" || reaches.has(f.lower(fig.Span.Start-1)):
	case f.lower(of) == "of":
		if noun := f.nounOf(of); noun != rashomon.None {
			fig.setCounted(f, rashomon.Span{Start: f.afterUnit(fig), End: noun + 1}, noun)
			fig.head = inner
		}
	case fig.Kind != rashomon.QuantityRatio || outer < of || outer-of > longestPhrase:
	case f.isNoun(outer) && f.isUnbroken(of, outer):
		fig.setCounted(f, rashomon.Span{Start: f.afterUnit(fig), End: outer + 1}, outer)
		fig.head = inner
	}
}
