package frame

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rashomon"
)

// A template is one pattern for a line of credit or for boilerplate, read from a file: see byline.txt for the form.
type template struct {
	rule     string
	kind     string // a rashomon.PartKind, or a word that the one who asks understands
	zone     string // where in a text it may stand
	sure     bool   // it holds wherever it matches; else only beside a line that is sure
	elements []element
	needs    [][]string // for each element that must be there, the first words of its alternatives
}

// An element of a template is a word or sign, or a slot that a reader of its own fills.
type element struct {
	words    []string // alternatives, in lower case
	slot     string
	optional bool
}

// anyText is the slot that takes any text, none included.
const anyText = "..."

// readTemplates reads the templates of files of knowledge.
func readTemplates(files ...string) []*template {
	var templates []*template
	for _, file := range files {
		for _, s := range readSections(file) {
			n := len(s.header)
			rule := strings.Join(s.header[:n-3], " ")
			for _, line := range s.lines {
				t := &template{rule: rule, kind: s.header[n-3], zone: s.header[n-2], sure: s.header[n-1] == "sure"}
				t.elements = readElements(line)
				t.needs = needsOf(t.elements)
				templates = append(templates, t)
			}
		}
	}
	return templates
}

// needsOf lists the words without which no text matches.
func needsOf(elements []element) [][]string {
	var needs [][]string
	for _, e := range elements {
		if e.optional || e.slot != "" {
			continue
		}
		var need []string
		for _, word := range e.words {
			need = append(need, firstWord(word))
		}
		needs = append(needs, need)
	}
	return needs
}

// readElements reads one line of a file: words and slots with spaces between them.
func readElements(line string) []element {
	var elements []element
	for rest := strings.TrimSpace(line); rest != ""; rest = strings.TrimSpace(rest) {
		end := strings.IndexByte(rest+" ", ' ')
		if rest[0] == '<' {
			end = strings.IndexByte(rest, '>') + 1
		}
		field := rest[:end]
		rest = rest[end:]
		switch {
		case field[0] == '<':
			elements = append(elements, element{slot: strings.Trim(field, "<>")})
		case field == anyText:
			elements = append(elements, element{slot: anyText})
		case len(field) > 2 && field[0] == '[' && field[len(field)-1] == ']':
			words := strings.Split(strings.ToLower(field[1:len(field)-1]), "|")
			elements = append(elements, element{words: words, optional: true})
		default:
			elements = append(elements, element{words: strings.Split(strings.ToLower(field), "|")})
		}
	}
	return elements
}

// A match is what a template found in a text: the details, their extents within that text.
type match struct {
	*template
	details []rashomon.Detail
}

// A subject is a text that many templates are matched with: what it holds is found out once.
type subject struct {
	text   string
	words  map[string]bool // as firstWord gives them
	filled map[slotAt][]filling
}

// A slotAt is a slot at an offset of a text.
type slotAt struct {
	slot string
	pos  int
}

func newSubject(text string) *subject {
	const wordLength = 6 // letters and the space, as English has them
	s := &subject{text: text, words: make(map[string]bool, len(text)/wordLength), filled: map[slotAt][]filling{}}
	for rest := strings.ToLower(text); rest != ""; {
		word := rest[:firstWordLength(rest)]
		s.words[word] = true
		rest = rest[len(word):]
	}
	return s
}

// has reports whether one of the alternatives of every need is among the words.
func (s *subject) has(needs [][]string) bool {
	return !slices.ContainsFunc(needs, func(need []string) bool {
		return !slices.ContainsFunc(need, func(word string) bool { return s.words[word] })
	})
}

// fill returns the ways to fill a slot at an offset.
func (s *subject) fill(slot string, pos int) []filling {
	at := slotAt{slot, pos}
	ways, known := s.filled[at]
	if !known {
		ways = slots[slot](s.text[pos:])
		s.filled[at] = ways
	}
	return ways
}

// A matching is the state of matching one template with one text. Slots can be filled in several ways, and all are
// tried.
type matching struct {
	*subject
	steps   int // that are left before it is given up
	details []rashomon.Detail
}

// mostSteps bounds the ways that are tried for one template: a line of credit needs some tens.
const mostSteps = 400

// match reports whether the template matches the whole of a text, but for signs of emphasis around it and a last stop.
func (t *template) match(s *subject) (match, bool) {
	m := matching{subject: s, steps: mostSteps}
	if !s.has(t.needs) || !m.from(t.elements, skipSigns(s.text)) {
		return match{}, false
	}
	return match{t, m.details}, true
}

// from reports whether the elements match the text from an offset to its end.
func (m *matching) from(elements []element, pos int) bool {
	pos = skipSpace(m.text, pos)
	if m.steps--; m.steps < 0 {
		return false
	}
	if len(elements) == 0 {
		return strings.Trim(m.text[pos:], " .*_-–—\t\n\r\u00a0") == ""
	}
	first, rest := elements[0], elements[1:]
	if first.optional && m.from(rest, pos) {
		return true
	}
	if first.slot == anyText {
		return m.skipText(rest, pos)
	}
	if first.slot != "" {
		return m.fillSlot(first.slot, rest, pos)
	}
	for _, word := range first.words {
		if end := wordAt(m.text, pos, word); end > 0 && m.from(rest, end) {
			return true
		}
	}
	return false
}

// skipText passes over any text, word by word.
func (m *matching) skipText(rest []element, pos int) bool {
	if len(rest) == 0 || m.from(rest, pos) {
		return true
	}
	start := pos
	for _, end := range wordEnds(m.text[start:]) {
		if m.from(rest, start+end) {
			return true
		}
		if m.steps < 0 {
			break
		}
	}
	return false
}

// fillSlot tries every way to fill a slot.
func (m *matching) fillSlot(slot string, rest []element, pos int) bool {
	before := len(m.details)
	for _, way := range m.fill(slot, pos) {
		for _, detail := range way.details {
			detail.Extent.Start += pos
			detail.Extent.End += pos
			m.details = append(m.details, detail)
		}
		if m.from(rest, pos+way.end) {
			return true
		}
		m.details = m.details[:before]
	}
	return false
}

// wordAt returns where a word ends that stands at an offset of a text, whatever its case, or 0.
func wordAt(text string, pos int, word string) int {
	end := pos + len(word)
	if end > len(text) || !strings.EqualFold(text[pos:end], word) {
		return 0
	}
	last, _ := utf8.DecodeLastRuneInString(word)
	next, _ := utf8.DecodeRuneInString(text[end:])
	if isAlphanumeric(last) && isAlphanumeric(next) {
		return 0
	}
	return end
}

func isAlphanumeric(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func skipSpace(text string, pos int) int {
	return len(text) - len(strings.TrimLeftFunc(text[pos:], unicode.IsSpace))
}

// skipSigns returns where a text begins behind the signs of emphasis, dashes and marks that stand before lines of
// credit.
func skipSigns(text string) int {
	return len(text) - len(strings.TrimLeft(text, "*_#-–—•|> \t\n\u00a0"))
}
