package score

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"rashomon"
)

// units are the pieces of a document, counted in bytes of its text without white space, so that those of two documents
// can be compared whose texts are set differently.
type units struct {
	text      string // without white space
	words     []rashomon.Extent
	tokens    []rashomon.Extent // what is written as one
	sentences []rashomon.Extent
}

func newUnits(doc *rashomon.Document) units {
	text, place := squeeze(doc.Text)
	squeezed := func(e rashomon.Extent) rashomon.Extent {
		return rashomon.Extent{Start: place[e.Start], End: place[e.End]}
	}
	u := units{text: text}
	for _, token := range doc.Tokens {
		extent := squeezed(token.Extent)
		u.words = append(u.words, extent)
		if token.Joined {
			u.tokens[len(u.tokens)-1].End = extent.End
		} else {
			u.tokens = append(u.tokens, extent)
		}
	}
	for _, sentence := range doc.Sentences {
		u.sentences = append(u.sentences, squeezed(doc.Extent(sentence.Span)))
	}
	return u
}

// squeeze returns a text without its white space, and the place in it of every border between code points of the text.
func squeeze(text string) (string, []int) {
	var squeezed strings.Builder
	place := make([]int, len(text)+1)
	for at, r := range text {
		place[at] = squeezed.Len()
		if !unicode.IsSpace(r) {
			squeezed.WriteRune(r)
		}
	}
	place[len(text)] = squeezed.Len()
	return squeezed.String(), place
}

// partners returns for each word found the index of the wanted word with the same extent, or None. Both are in order.
func partners(found, wanted []rashomon.Extent) []int {
	partners := make([]int, len(found))
	at := 0
	for i, extent := range found {
		for at < len(wanted) && wanted[at].Start < extent.Start {
			at++
		}
		partners[i] = rashomon.None
		if at < len(wanted) && wanted[at] == extent {
			partners[i] = at
			at++
		}
	}
	return partners
}

// A pairing holds the words of two documents and which of them are the same.
type pairing struct {
	got, want []rashomon.Token
	partners  []int // for each word found the index of the wanted one, or None
}

// sameHead reports whether the head of a paired word is paired with the head that is wanted. A word without a tree has
// no head, which is right where none is wanted; a root counts as its own head, since its distance is 0.
func (p pairing) sameHead(i int) bool {
	partner := p.partners[i]
	got, want := p.got[i], p.want[partner]
	if got.Relation == "" || want.Relation == "" {
		return got.Relation == want.Relation
	}
	return p.partners[i+got.Head] == partner+want.Head
}

// differentTexts names the first place where two texts without white space differ.
func differentTexts(got, want *rashomon.Document, found, wanted string) error {
	at := 0
	for at < min(len(found), len(wanted)) && found[at] == wanted[at] {
		at++
	}
	return &rashomon.Error{
		Kind: rashomon.ErrorInvalid, Place: got.Name,
		Cause: fmt.Sprintf("its text is not that of %s: got %q, want %q",
			want.Name, excerpt(found, at), excerpt(wanted, at)),
		Remedy: "compare two readings of the same text; only white space may differ",
	}
}

// excerpt returns what follows in a text from the code point that holds a byte, some words long.
func excerpt(text string, at int) string {
	const length = 30 // bytes: enough to find the place by
	for at > 0 && at < len(text) && !utf8.RuneStart(text[at]) {
		at--
	}
	return strings.ToValidUTF8(text[at:min(at+length, len(text))], "")
}
