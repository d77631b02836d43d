package petrarch

import (
	"fmt"
	"strings"
)

// A verb is one form of a verb, with the words before and after it that make it one of several words: "cordon off".
type verb struct {
	before, after []string
	code          code
	block         *block
	at            position
}

// A block is verbs that share their patterns.
type block struct {
	patterns []*pattern
	byWords  map[string]int // index into patterns
}

// A code is what a verb or a pattern is coded as: what the subject does to the object, and what the object does to the
// subject; each may be "".
type code struct{ active, passive string }

func (c code) empty() bool { return c == code{} }

// readCode reads CODE, ACTIVE:PASSIVE or :PASSIVE.
func readCode(text string) code {
	active, passive, _ := strings.Cut(strings.TrimSpace(text), ":")
	c := code{active: strings.TrimSpace(active), passive: strings.TrimSpace(passive)}
	if c.active == nullCode {
		c.active = ""
	}
	if c.passive == nullCode {
		c.passive = ""
	}
	return c
}

// A verbFile is a file of verbs while it is read. Patterns wait for its end, for sets of synonyms may be given
// anywhere.
type verbFile struct {
	*file
	dictionary *Dictionary
	block      *block
	headed     bool // the block has a head
	patterned  bool // patterns of the block were read
	code       code // of the block
	set        *synset
	waiting    []waitingPattern
	transforms []waitingPattern
}

type waitingPattern struct {
	block *block
	text  string
	line  int
}

// readVerbs reads a file of verbs: blocks that begin with --- NAME [CODE] ---, in them verbs, each a line, and
// patterns after "-"; sets of synonyms, &NAME with a word or phrase a line after "+"; and after "~" what becomes of an
// event in another.
func (d *Dictionary) readVerbs(f *file, content string) {
	v := &verbFile{file: f, dictionary: d, block: &block{}}
	for text := range f.lines(content) {
		v.read(strings.TrimSpace(text))
	}
	nested := len(v.transforms) > 0
	for _, w := range v.waiting {
		nested = nested || strings.ContainsAny(w.text, "({") && !strings.Contains(w.text, "|")
	}
	d.nested = d.nested || nested
	for _, w := range v.waiting {
		f.number = w.line
		d.addPattern(f, w, nested)
	}
	for _, w := range v.transforms {
		f.number = w.line
		d.addTransform(f, w.text)
	}
}

func (v *verbFile) read(text string) {
	switch {
	case strings.HasPrefix(text, "---"):
		v.begin(text)
	case text[0] == '-':
		v.waiting, v.patterned = append(v.waiting, waitingPattern{v.block, text[1:], v.number}), true
	case text[0] == '&':
		v.set = v.dictionary.addSynset(text)
	case text[0] == '~':
		v.transforms = append(v.transforms, waitingPattern{nil, text[1:], v.number})
	case text[0] == '+' && v.set != nil:
		v.set.add(text[1:])
	default:
		v.set = nil
		if !v.headed && v.patterned { // without heads, as in older files, a verb behind patterns begins a block
			v.block, v.patterned = &block{}, false
		}
		v.addVerb(text)
	}
}

// begin begins a block.
func (v *verbFile) begin(text string) {
	v.set, v.block, v.code, v.headed, v.patterned = nil, &block{}, code{}, true, false
	_, codes, ok := cutCodes(text)
	if !ok {
		v.damaged("the head of a block without its code in square brackets", "write --- NAME [CODE] ---")
	}
	if len(codes) > 0 {
		v.code = readCode(codes[0])
	}
}

// addVerb reads a line of a verb: its form, its other forms in braces where they are not regular, and its code where
// it is not that of the block.
func (v *verbFile) addVerb(text string) {
	before, codes, ok := cutCodes(text)
	stem, irregular, given := strings.Cut(before, "{")
	irregular, _, closed := strings.Cut(irregular, "}")
	if !ok || given && !closed {
		v.damaged("a bracket or brace that does not close", "write VERB {FORM FORM} [CODE]")
		return
	}
	own := v.code
	if len(codes) > 0 {
		own = readCode(codes[0])
	}
	stem = strings.TrimSpace(stem)
	v.addForm(stem, own, !given)
	for _, form := range strings.Fields(irregular) {
		v.addForm(form, own, false)
	}
}

// addForm adds a form of a verb. Of several words, which "_" or spaces divide, the one after "+" is the verb, else the
// first.
func (v *verbFile) addForm(form string, own code, regular bool) {
	var words []string
	head := 0
	for part := range strings.FieldsFuncSeq(form, func(r rune) bool { return r == '_' || r == ' ' || r == '\t' }) {
		if strings.HasPrefix(part, "+") {
			head = len(words)
		}
		words = append(words, split(strings.Trim(part, "+"))...)
	}
	if len(words) == 0 || head >= len(words) {
		v.damaged(fmt.Sprintf("%q is no verb", form), "write VERB, or +VERB_PARTICLE")
		return
	}
	entry := &verb{before: words[:head], after: words[head+1:], code: own, block: v.block, at: v.position()}
	forms := words[head : head+1]
	if regular {
		forms = verbForms(words[head])
	}
	for _, text := range forms {
		v.dictionary.verbs[text] = append(v.dictionary.verbs[text], entry)
	}
}
