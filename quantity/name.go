package quantity

import (
	"strings"

	"rashomon"
)

// isIdiom reports whether a figure is part of a phrase that counts nothing: "on the one hand", "no one".
func (f *finder) isIdiom(fig figure) bool {
	for start := max(f.sentence.Start, fig.number.Start-longestIdiom+1); start <= fig.number.Start; start++ {
		if idiom, ok := f.starting(idioms, start); ok && start+len(idiom.words) >= fig.number.End {
			return true
		}
	}
	return false
}

// longestIdiom bounds the words of an idiom; a test holds the data to it.
const longestIdiom = 6

// isName reports whether a number names something rather than counting: "Resolution 1973", "F-16", "page 5", "12 Mill
// Road", the points of a match, a telephone number. What is hedged, vague or a range is a figure whatever stands around
// it.
func (f *finder) isName(fig figure) bool {
	if f.isScore(fig.number) {
		return true
	}
	if fig.vague || fig.Qualifier != "" {
		return false
	}
	span := fig.number
	if f.isKnownName(span) {
		return true
	}
	if fig.low != fig.high {
		return f.isNumbered(span)
	}
	return f.isGlued(span) || f.isBearing(span) || f.isAfterTimex(span) || f.isCode(span) || f.isAddress(span) ||
		f.isBracketed(span) || f.isCapitalisedWord(span) || f.isNumbered(span) || f.isCompound(span)
}

// isGlued reports whether a number is joined to what stands before it: F-16, two-to-one, a/5, #5.
func (f *finder) isGlued(span rashomon.Span) bool {
	if !f.glued(span.Start) {
		return false
	}
	switch f.quote(span.Start - 1) {
	case "-":
		return f.glued(span.Start - 1)
	case "/", "#", "_", "№", "@", "&", "=":
		return true
	}
	return false
}

// isScore reports whether a number is one of a match or a vote: 3-1.
func (f *finder) isScore(span rashomon.Span) bool {
	isDash := func(i int) bool {
		return (f.quote(i) == "-" || f.quote(i) == "–") && f.glued(i) && f.glued(i+1)
	}
	first, last := span.Start, span.End-1
	if !f.isDigits(first) || !f.isDigits(last) {
		return false
	}
	return isDash(first-1) && f.isDigits(first-2) || isDash(last+1) && f.isDigits(last+2)
}

// isCode reports whether figures are written as no count is: with a zero in front, or one of three numbers and more in
// a row.
func (f *finder) isCode(span rashomon.Span) bool {
	text := f.quote(span.Start)
	if len(text) > 1 && text[0] == '0' && text[1] != '.' {
		return true
	}
	if !f.isDigits(span.Start) {
		return false
	}
	before, after := f.isDigits(span.Start-1), f.isDigits(span.End)
	return before && after || before && f.isDigits(span.Start-2) || after && f.isDigits(span.End+1)
}

// isBearing reports whether a number is a part of a place on the map: the minutes of 59°10′25″N, or a decimal that
// nothing follows.
func (f *finder) isBearing(span rashomon.Span) bool {
	switch f.quote(span.End) {
	case "′", "″", "'", "\"", "’", "”", "°":
		return f.glued(span.End)
	}
	_, outer := f.headOf(span)
	return strings.Contains(f.quote(span.Start), ".") && outer < span.End && span.Len() == 1
}

// isAfterTimex reports whether a number ends a time that was found without it: the year of "4 FEB 90".
func (f *finder) isAfterTimex(span rashomon.Span) bool {
	if !f.isDigits(span.Start) || f.timexOf(span.Start-1) == rashomon.None {
		return false
	}
	_, outer := f.headOf(span)
	return outer < span.End || f.timexOf(outer) != rashomon.None
}

// isAddress reports whether a number is one of a house: 10 Mill Road.
func (f *finder) isAddress(span rashomon.Span) bool {
	const longest = 3 // words of a street's name
	for i := span.End; i <= span.End+longest && f.isCapitalised(i); i++ {
		if i > span.End && streets.has(f.lower(i)) && f.quote(i) != strings.ToUpper(f.quote(i)) {
			return f.isDigits(span.Start)
		}
	}
	return false
}

// isBracketed reports whether a number stands alone between brackets, as a reference or a repetition does: [12], (3).
func (f *finder) isBracketed(span rashomon.Span) bool {
	before, after := f.quote(span.Start-1), f.quote(span.End)
	return before == "[" && after == "]" || before == "(" && after == ")"
}

// isCapitalisedWord reports whether a number in words is part of a name: the Big Three, Five Points.
func (f *finder) isCapitalisedWord(span rashomon.Span) bool {
	if f.isDigits(span.Start) || !f.isCapitalised(span.Start) || f.isTitle() {
		return false
	}
	if f.tagged(span.Start, "PROPN") {
		return true
	}
	if span.Start == f.sentence.Start || !f.isCapitalised(span.Start-1) && !f.isCapitalised(span.End) {
		return false
	}
	return f.tagged(span.Start-1, "DET", "ADJ", "PROPN") || f.tagged(span.End, "PROPN")
}

// isTitle reports whether nearly all words of the sentence begin with capitals, as in headlines.
func (f *finder) isTitle() bool {
	const enough = 40 // tokens of a headline
	words, capitals := 0, 0
	for i := f.sentence.Start; i < min(f.sentence.End, f.sentence.Start+enough); i++ {
		if text := f.quote(i); len(text) > 3 && strings.ToLower(text) != strings.ToUpper(text) {
			words++
			if f.isCapitalised(i) {
				capitals++
			}
		}
	}
	return capitals*10 >= words*8
}

// isNumbered reports whether a number tells one of a series from the others, or belongs to the name before it: page 5,
// Resolution 1973, Boeing 747. The tree decides where a noun follows.
func (f *finder) isNumbered(span rashomon.Span) bool {
	before := span.Start - 1
	inner, outer := f.headOf(span)
	ahead := outer >= span.End && f.timexOf(outer) == rashomon.None
	if f.quote(before) == ")" {
		before--
	}
	if noun, ok := f.ending(numbered, span.Start); ok && f.timexOf(before) == rashomon.None {
		return !ahead || f.tree.Head(before) == outer && (f.isCapitalised(before) || len(noun.words[0]) < 3)
	}
	if f.isSeries(span, ahead) {
		return true
	}
	if !f.tagged(before, "PROPN") || f.timexOf(before) != rashomon.None {
		return false
	}
	return !ahead || !f.isPlace(before, outer) && (!f.tree.Is(inner, "nummod") || f.isModifier(before, inner, outer))
}

// isModifier reports whether the name at a token before a number modifies the number, or with it a noun: Boeing 747
// jets.
func (f *finder) isModifier(name, number, noun int) bool {
	for range longestPhrase {
		head := f.tree.Head(name)
		if head == number || head == noun {
			return head == number || f.tree.Is(name, "compound")
		}
		if head == rashomon.None || head > number {
			return false
		}
		name = head
	}
	return false
}

// isPlace reports whether the name before a number tells where, and the number counts, whatever the tree makes of it:
// "in Orlo 20 people".
func (f *finder) isPlace(name, noun int) bool {
	_, ok := f.ending(places, name)
	return ok && (f.isPlural(noun) || f.tagged(noun, "VERB"))
}

// findNames notes the numbers of three figures and more that stand behind a name somewhere in the document: the 737 of
// "Boeing 737". They are names elsewhere, too, where no plural follows.
func (f *finder) findNames() {
	f.names = map[string]bool{}
	for i := 1; i < len(f.doc.Tokens); i++ {
		text := f.doc.Quote(f.doc.Tokens[i].Extent)
		if !isNameDigits(text) || f.doc.Tokens[i-1].UPOS != "PROPN" || f.timexOf(i) != rashomon.None {
			continue
		}
		f.sentence = f.doc.Sentences[f.doc.SentenceOf(i)].Span
		f.floor = f.sentence.Start
		if f.isNumbered(rashomon.Span{Start: i, End: i + 1}) {
			f.names[text] = true
		}
	}
}

// isNameDigits reports whether a word is three to five figures.
func isNameDigits(text string) bool {
	return 3 <= len(text) && len(text) <= 5 && strings.Trim(text, "0123456789") == ""
}

// isKnownName reports whether a number is a name elsewhere in the document and counts nothing here: "the new 737".
func (f *finder) isKnownName(span rashomon.Span) bool {
	if !f.names[f.quote(span.Start)] {
		return false
	}
	_, outer := f.headOf(span)
	return outer < span.End || !f.isPlural(outer)
}

// isSeries reports whether a number goes on with a series: the 6 of "articles 5 and 6".
func (f *finder) isSeries(span rashomon.Span, ahead bool) bool {
	i := span.Start - 1
	if !f.isListing(i) || ahead || !f.isDigits(span.Start) {
		return false
	}
	const longest = 20 // tokens of a list of articles
	for i > max(f.sentence.Start, span.Start-longest) && (f.isDigits(i) || f.isListing(i)) {
		i--
	}
	_, ok := f.ending(numbered, i+1)
	return ok && f.isDigits(i+1)
}

// isListing reports whether token i stands between the numbers of a list.
func (f *finder) isListing(i int) bool {
	switch f.quote(i) {
	case ",", "and", "or", "to":
		return true
	}
	return false
}

// isCompound reports whether a number makes a word with a noun that tells of a form and not of a number: two-storey,
// three-way.
func (f *finder) isCompound(span rashomon.Span) bool {
	if f.quote(span.End) != "-" || !f.glued(span.End) || !f.glued(span.End+1) {
		return false
	}
	_, counts := f.starting(compounds, span.End)
	return !counts
}
