package frame

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed data/byline.txt
var bylineFile string

//go:embed data/date_line.txt
var dateLineFile string

//go:embed data/credit.txt
var creditFile string

//go:embed data/masthead.txt
var mastheadFile string

//go:embed data/caption.txt
var captionFile string

//go:embed data/signature.txt
var signatureFile string

//go:embed data/boilerplate.txt
var boilerplateFile string

// press holds all templates of the press by where in a text they stand. Those that come first go before the others. It is
// read when the first text comes.
var press = sync.OnceValue(func() map[string]*templateIndex {
	return indexTemplates(
		captionFile, bylineFile, dateLineFile, creditFile, mastheadFile, signatureFile, boilerplateFile,
	)
})

// A templateIndex finds the templates that a text can match by the text's first word.
type templateIndex struct {
	templates []*template
	byWord    map[string][]int // numbers of the templates that start with the word
	others    []int            // numbers of those that start with a slot
}

// The zones of a text, as the headers of the files name them.
const (
	zoneHead     = "head"     // above the first paragraph
	zoneFoot     = "foot"     // below the last
	zoneAny      = "any"      // either
	zoneAnywhere = "anywhere" // also between paragraphs
)

// indexTemplates makes an index for each zone.
func indexTemplates(files ...string) map[string]*templateIndex {
	all := readTemplates(files...)
	zones := map[string]*templateIndex{}
	for _, zone := range []string{zoneHead, zoneFoot, zoneAnywhere} {
		index := &templateIndex{byWord: map[string][]int{}}
		for _, t := range all {
			if t.zone == zone || t.zone == zoneAnywhere || t.zone == zoneAny && zone != zoneAnywhere {
				index.add(t)
			}
		}
		zones[zone] = index
	}
	return zones
}

func (x *templateIndex) add(t *template) {
	number := len(x.templates)
	x.templates = append(x.templates, t)
	for _, e := range t.elements {
		if e.slot != "" {
			x.others = append(x.others, number)
			return
		}
		for _, word := range e.words {
			key := firstWord(word)
			if !slices.Contains(x.byWord[key], number) {
				x.byWord[key] = append(x.byWord[key], number)
			}
		}
		if !e.optional {
			return
		}
	}
}

// firstWord returns the letters and digits that a text starts with, in lower case, or else its first sign.
func firstWord(text string) string {
	return strings.ToLower(text[:firstWordLength(text)])
}

func firstWordLength(text string) int {
	end := strings.IndexFunc(text, func(r rune) bool { return !isAlphanumeric(r) })
	switch {
	case end < 0:
		end = len(text)
	case end == 0:
		_, end = utf8.DecodeRuneInString(text)
	}
	return end
}

// find returns the first template that matches a text and is sure, or else the first that matches.
func (x *templateIndex) find(text string) (found match, ok bool) {
	numbers := x.byWord[firstWord(text[skipSigns(text):])]
	if len(numbers)+len(x.others) == 0 {
		return match{}, false
	}
	s := newSubject(text)
	for _, number := range merged(numbers, x.others) {
		t := x.templates[number]
		if ok && !t.sure {
			continue
		}
		if m, matches := t.match(s); matches {
			if t.sure {
				return m, true
			}
			found, ok = m, true
		}
	}
	return found, ok
}

// merged returns two sorted lists of numbers as one.
func merged(a, b []int) []int {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return all
}

// segmentSigns are the signs that stand between the parts of a line of credit, with spaces around them.
var segmentSigns = []string{"|", "·", "•", "∙", "/", "-", "–", "—", "\n"}

// segments cuts a line of credit at the signs between its parts, and gives their extents.
func segments(text string) []naming {
	var cuts []naming
	start := 0
	for pos := 0; pos < len(text); pos++ {
		size := segmentSign(text, pos)
		if size == 0 {
			continue
		}
		cuts = append(cuts, naming{start, pos})
		start = pos + size
		pos = start - 1
	}
	return append(cuts, naming{start, len(text)})
}

// segmentSign returns the length of the sign that cuts a line at an offset, or 0.
func segmentSign(text string, pos int) int {
	for _, sign := range segmentSigns {
		if !strings.HasPrefix(text[pos:], sign) {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(text[:pos])
		after, _ := utf8.DecodeRuneInString(text[pos+len(sign):])
		if sign == "|" || sign == "\n" || unicode.IsSpace(before) && unicode.IsSpace(after) {
			return len(sign)
		}
	}
	return 0
}
