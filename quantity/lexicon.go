package quantity

import (
	"embed"
	"slices"
	"strconv"
	"strings"
)

//go:embed data
var data embed.FS

// A phrase is a line's head and one of the phrases after it.
type phrase struct {
	head  []string // what the line says of the phrase, in the order of the file
	words []string // in lower case, as segment cuts them
}

// A lexicon holds the phrases of a file, or of a class of it, by the word they are looked up with; longer ones first.
type lexicon map[string][]phrase

// What the engine knows of words, by file and by class.
var (
	hedgesBefore = byLastWord("hedges.txt", "before")
	hedgesAfter  = byFirstWord("hedges.txt", "after")
	degrees      = byLastWord("hedges.txt", "degree")
	units        = byFirstWord("units.txt", "")
	currencies   = byFirstWord("currencies.txt", "")
	percents     = byFirstWord("words.txt", "percent")
	rates        = byFirstWord("words.txt", "rate")
	often        = byFirstWord("words.txt", "often")
	pers         = byFirstWord("words.txt", "per")
	reaches      = byFirstWord("words.txt", "reach")
	offsets      = byFirstWord("words.txt", "offset")
	durations    = byFirstWord("words.txt", "duration")
	olds         = byFirstWord("words.txt", "old")
	ageds        = byLastWord("words.txt", "aged")
	compounds    = byFirstWord("words.txt", "compound")
	changes      = byFirstWord("words.txt", "change")
	unsaid       = byFirstWord("words.txt", "unsaid")
	lights       = byFirstWord("words.txt", "light")
	includings   = byLastWord("words.txt", "including")
	ofThems      = byFirstWord("words.txt", "them")
	cumulatives  = byFirstWord("words.txt", "cumulative")
	sinces       = byLastWord("words.txt", "since")
	withins      = byLastWord("words.txt", "within")
	pasts        = byFirstWord("words.txt", "past")
	times        = byFirstWord("words.txt", "times")
	comparings   = byFirstWord("words.txt", "comparing")
	ratios       = byFirstWord("words.txt", "ratio")
	ratioVerbs   = byFirstWord("words.txt", "verb")
	folds        = byFirstWord("words.txt", "fold")
	weighs       = byFirstWord("words.txt", "weigh")
	numbered     = byLastWord("words.txt", "numbered")
	places       = byLastWord("words.txt", "place")
	streets      = byFirstWord("words.txt", "street")
	idioms       = byFirstWord("words.txt", "idiom")
	numberWords  = byFirstWord("words.txt", "count")
)

func byFirstWord(name, class string) lexicon {
	return read(name, class, func(words []string) string { return words[0] })
}

func byLastWord(name, class string) lexicon {
	return read(name, class, func(words []string) string { return words[len(words)-1] })
}

// read reads lines "head: phrase, phrase ..." whose head begins with a class, or all.
func read(name, class string, key func([]string) string) lexicon {
	content, _ := data.ReadFile("data/" + name) // embedded; a test sees that all files are there and hold something
	entries := lexicon{}
	for line := range strings.Lines(string(content)) {
		head, rest, found := strings.Cut(line, ": ")
		fields := strings.Fields(head)
		if !found || fields[0] == "#" || class != "" && fields[0] != class {
			continue
		}
		for text := range strings.SplitSeq(rest, ", ") {
			words := strings.Fields(text)
			entries[key(words)] = append(entries[key(words)], phrase{fields, words})
		}
	}
	for _, phrases := range entries {
		slices.SortStableFunc(phrases, func(a, b phrase) int { return len(b.words) - len(a.words) })
	}
	return entries
}

// has reports whether a lexicon has a word by itself.
func (l lexicon) has(word string) bool {
	_, found := l.word(word)
	return found
}

// word returns the phrase of one word.
func (l lexicon) word(word string) (phrase, bool) {
	for _, p := range l[word] {
		if len(p.words) == 1 {
			return p, true
		}
	}
	return phrase{}, false
}

// factor returns the number at a place of the head.
func (p phrase) number(place int) float64 {
	v, _ := strconv.ParseFloat(p.head[place], 64)
	return v
}

// SI returns the unit of the International System that a unit of [rashomon.QuantityMeasure] is a multiple of, and the
// factor: 1609.344 and "m" for "mi". Degrees of temperature are left as they are.
func SI(unit string) (symbol string, factor float64, known bool) {
	p, known := siUnits[unit]
	if !known {
		return "", 0, false
	}
	return p.head[1], p.number(2), true
}

var siUnits = func() map[string]phrase {
	bySymbol := map[string]phrase{}
	for _, phrases := range units {
		for _, p := range phrases {
			bySymbol[p.head[0]] = p
		}
	}
	return bySymbol
}()
