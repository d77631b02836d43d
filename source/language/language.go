// Package language tells the language of a text by its script and, where several languages share one, by their function
// words: a text of any length has many of them, they do not depend on its topic, and an English text keeps its own
// whatever foreign names it is full of. English is the default: another language is named only where the evidence for
// it is far ahead.
package language

import (
	_ "embed"
	"math/bits"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed data/words.txt
var wordList string

//go:embed data/scripts.txt
var scriptList string

// languages is read when the first text comes.
var languages = sync.OnceValue(func() table { return readLanguages(wordList, scriptList) })

// undetermined is the code of ISO 639-2 for a language that is not English and is not known.
const undetermined = "und"

// A table knows the function words of languages. Sets of languages are bits, in the order of codes.
type table struct {
	codes   []string
	words   map[string]uint64
	scripts []script
	latin   uint64 // the languages of no other script
}

type script struct {
	table *unicode.RangeTable
	code  string // of the one language; "" where words must tell
	set   uint64
}

func readLanguages(words, scripts string) table {
	t := table{words: map[string]uint64{}}
	for fields := range dataLines(words) {
		index := slices.Index(t.codes, fields[0])
		if index < 0 {
			index = len(t.codes)
			t.codes = append(t.codes, fields[0])
		}
		for _, word := range fields[1:] {
			t.words[word] |= 1 << index
		}
	}
	t.latin = 1<<len(t.codes) - 1
	for fields := range dataLines(scripts) {
		t.scripts = append(t.scripts, t.readScript(fields[0], fields[1:]))
	}
	return t
}

func (t table) readScript(name string, codes []string) script {
	s := script{table: unicode.Scripts[name], code: codes[0]}
	for _, code := range codes {
		if index := slices.Index(t.codes, code); index >= 0 {
			s.set |= 1 << index
			s.code = ""
		}
	}
	return s
}

// dataLines yields the words of each line of a data file; "#" begins a comment.
func dataLines(data string) func(func([]string) bool) {
	return func(yield func([]string) bool) {
		for line := range strings.Lines(data) {
			line, _, _ = strings.Cut(line, "#")
			if fields := strings.Fields(line); len(fields) > 1 && !yield(fields) {
				return
			}
		}
	}
}

// Of returns the code of a text's language in ISO 639-1, and the rule that told it: "text/script" or "text/function
// words". The code is "und" where the text is certainly not English but its language is not decided, and "" where the
// text is too short to tell or could be English.
func Of(text string) (code, rule string) {
	return languages().ofScript(withoutAddresses(sampleOf(text)))
}

// withoutAddresses leaves out web addresses, whose pieces look like short words of any language.
func withoutAddresses(text string) string {
	if !strings.Contains(text, "://") && !strings.Contains(text, "www.") {
		return text
	}
	words := strings.Fields(text)
	return strings.Join(slices.DeleteFunc(words, func(word string) bool {
		return strings.Contains(word, "://") || strings.Contains(word, "www.")
	}), " ")
}

// sampleOf returns the beginning of a text and a piece of its middle, as much as tells its language.
func sampleOf(text string) string {
	const head, piece = 8 << 10, 4 << 10
	if len(text) <= head+2*piece {
		return text
	}
	middle := head + (len(text)-head)/2
	return cutRunes(text, 0, head) + " " + cutRunes(text, middle, middle+piece)
}

// cutRunes returns the bytes from start to end without the pieces of characters at both ends.
func cutRunes(text string, start, end int) string {
	for start < end && !utf8.RuneStart(text[start]) {
		start++
	}
	for end > start && !utf8.RuneStart(text[end]) {
		end--
	}
	return text[start:end]
}

// ofScript tells the language by the script that most letters are of, and its rule.
func (t table) ofScript(text string) (string, string) {
	const fewest = 20 // letters; less is a name, a number, a heading
	latin, counts := t.countScripts(text)
	others, top := 0, 0
	for i, count := range counts {
		others += count
		if count > counts[top] {
			top = i
		}
	}
	switch {
	case latin+others < fewest:
		return "", ""
	case latin >= others:
		return t.ofWords(text, t.latin), "text/function words"
	}
	script := t.scripts[top]
	if japanese := t.japanese(counts); japanese {
		return "ja", "text/script"
	}
	if script.code != "" {
		return script.code, "text/script"
	}
	if code := t.ofWords(text, script.set); code != "" {
		return code, "text/function words"
	}
	return undetermined, "text/script"
}

// japanese reports whether kana stand among Chinese characters: one in ten, which no Chinese text has.
func (t table) japanese(counts []int) bool {
	const share = 10
	kana, han := 0, 0
	for i, script := range t.scripts {
		switch {
		case script.code == "ja":
			kana += counts[i]
		case script.code == "zh":
			han += counts[i]
		}
	}
	return kana > 0 && kana*share >= han
}

// countScripts returns how many letters are Latin and how many of each other script.
func (t table) countScripts(text string) (int, []int) {
	latin, counts := 0, make([]int, len(t.scripts))
	last := 0
	for _, r := range text {
		switch {
		case r < utf8.RuneSelf:
			if 'a' <= r|0x20 && r|0x20 <= 'z' {
				latin++
			}
		case unicode.Is(unicode.Latin, r):
			latin++
		case unicode.Is(t.scripts[last].table, r):
			counts[last]++
		default:
			if i := slices.IndexFunc(t.scripts, func(s script) bool { return unicode.Is(s.table, r) }); i >= 0 {
				last = i
				counts[i]++
			}
		}
	}
	return latin, counts
}

// ofWords tells the language of a set by its function words, or "". Another language than English must show itself by
// words that English has not, and English not by words of its own.
func (t table) ofWords(text string, set uint64) string {
	const fewest, fewestKinds, overEnglish, shareOfWords = 4, 3, 3, 10
	sets := t.functionWords(text)
	best := t.commonest(sets, set)
	if best == 0 {
		if t.evidence(sets, 0, noLanguage).count >= 2 {
			return t.codes[0]
		}
		return ""
	}
	own, english := t.evidence(sets, best, 0), t.evidence(sets, 0, best)
	least := max(fewest, overEnglish*english.count, len(sets)/shareOfWords)
	if own.count < least || own.kinds < fewestKinds {
		return ""
	}
	return t.codes[best]
}

// A functionWord is a word of a text with the languages that have it as a function word; none for other words.
type functionWord struct {
	word string
	of   uint64
}

func (t table) functionWords(text string) []functionWord {
	words := make([]functionWord, 0, len(text)/6)
	for word := range wordsOf(text) {
		words = append(words, functionWord{word: word, of: t.words[word]})
	}
	return words
}

// commonest returns the language of a set that has most of the words as function words, the first where several do.
func (t table) commonest(words []functionWord, set uint64) int {
	hits := make([]int, len(t.codes))
	for _, word := range words {
		for of := word.of & set; of != 0; of &= of - 1 {
			hits[bits.TrailingZeros64(of)]++
		}
	}
	best := 0
	for i := range hits {
		if hits[i] > hits[best] {
			best = i
		}
	}
	return best
}

// noLanguage stands for a language without words: its bit is beyond the set.
const noLanguage = 64

type evidenceCount struct{ count, kinds int }

// evidence counts the words that one language has and another has not.
func (t table) evidence(words []functionWord, language, without int) evidenceCount {
	var found evidenceCount
	seen := map[string]bool{}
	for _, word := range words {
		if word.of&(1<<language) == 0 || word.of&(1<<without) != 0 {
			continue
		}
		found.count++
		if found.count <= 100 && !seen[word.word] {
			seen[word.word] = true
			found.kinds++
		}
	}
	return found
}

// wordsOf yields the words of a text in lower case. An apostrophe ends a word, so that French "l'eau" has an
// article.
func wordsOf(text string) func(func(string) bool) {
	return func(yield func(string) bool) {
		text := strings.ToLower(text)
		start := -1
		for i, r := range text {
			letter := 'a' <= r && r <= 'z' || r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsMark(r))
			switch {
			case letter && start < 0:
				start = i
			case !letter && start >= 0:
				if !yield(text[start:i]) {
					return
				}
				start = -1
			}
		}
		if start >= 0 {
			yield(text[start:])
		}
	}
}
