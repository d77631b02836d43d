package segment

import (
	"slices"
	"unicode/utf8"

	"rashomon"
)

// A tokenizer cuts one block after the other into tokens.
type tokenizer struct {
	text   string
	tokens []rashomon.Token

	// Of the block at hand:

	end      int   // where it ends
	first    int   // its first token
	breaks   []int // its line breaks that end sentences
	capitals bool  // it has no letter in lower case, so that capitals tell nothing
	quoted   bool  // a single quotation mark is open, so that the next ’ closes it
	brackets int   // round brackets that are open

	plain int // no address begins before this offset
}

// begin makes the tokenizer ready for a block.
func (t *tokenizer) begin(extent rashomon.Extent) {
	t.end, t.first = extent.End, len(t.tokens)
	t.capitals = !hasLower(t.text[extent.Start:extent.End])
	t.quoted, t.brackets = false, 0
	t.plain = extent.Start
}

// hasLower reports whether a letter of the text is in lower case.
func hasLower(text string) bool {
	for i := 0; i < len(text); {
		c, size := classAt(text, i)
		if c == lower {
			return true
		}
		i += size
	}
	return false
}

// tokenize appends the tokens of the block that begins at t.plain.
func (t *tokenizer) tokenize() {
	for i := skipSpace(t.text, t.plain, t.end); i < t.end; i = skipSpace(t.text, i, t.end) {
		i = t.token(i)
	}
}

// token appends the token at i, or the words that it is cut into, and returns where it ends.
func (t *tokenizer) token(i int) int {
	c, _ := t.class(i)
	switch {
	case c.isWord():
		return t.word(i)
	case t.text[i] < utf8.RuneSelf:
		return t.sign(i)
	}
	return t.foreignSign(i)
}

// add appends a token and returns where it ends.
func (t *tokenizer) add(start, end int, rule string) int {
	t.tokens = append(t.tokens, rashomon.Token{Extent: rashomon.Extent{Start: start, End: end}, Rule: rule})
	return end
}

// join appends a further word of the token before.
func (t *tokenizer) join(start, end int, rule string) int {
	t.add(start, end, rule)
	t.tokens[len(t.tokens)-1].Joined = true
	return end
}

// class returns the class of the character at i, within the block.
func (t *tokenizer) class(i int) (class, int) { return classAt(t.text[:t.end], i) }

// byte returns the byte at i, or 0 outside of the block.
func (t *tokenizer) byte(i int) byte { return byteAt(t.text[:t.end], i) }

// run returns where the letters, digits and marks that begin at i end.
func (t *tokenizer) run(i int) int {
	for {
		c, size := t.class(i)
		if !c.isWord() {
			return i
		}
		i += size
	}
}

// apostrophe returns the length of the apostrophe at i, straight or typographic, or 0.
func (t *tokenizer) apostrophe(i int) int {
	switch {
	case t.byte(i) == '\'':
		return 1
	case t.byte(i) == "’"[0] && i+len("’") <= t.end && t.text[i:i+len("’")] == "’":
		return len("’")
	}
	return 0
}

// glued reports whether something stands before i without white space between.
func (t *tokenizer) glued(i int) bool {
	return len(t.tokens) > t.first && t.tokens[len(t.tokens)-1].Extent.End == i
}

// leads reports whether a token at i would be the first of a line or follow the end of a sentence, so that it may be the
// marker of a list item.
func (t *tokenizer) leads(i int) bool {
	if len(t.tokens) == t.first || t.broken(t.tokens[len(t.tokens)-1].Extent.End, i) {
		return true
	}
	if t.glued(i) {
		return false
	}
	last := t.quote(len(t.tokens) - 1)
	return isTerminator(last) || last == ":" && t.byte(i) == '1'
}

// broken reports whether a line break that ends sentences lies between start and end.
func (t *tokenizer) broken(start, end int) bool {
	i, _ := slices.BinarySearch(t.breaks, start)
	return i < len(t.breaks) && t.breaks[i] < end
}
