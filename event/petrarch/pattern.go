package petrarch

import (
	"fmt"
	"slices"
	"strings"
)

// A pattern is words beside a verb with which it means something of its own. In files of the first version the words
// stand in this order; in files of the second, those of a phrase in brackets are words of a phrase in the tree.
type pattern struct {
	before, after         []element // of the first version, the one nearest to the verb first
	nested                bool      // of the second version
	treeBefore, treeAfter []treePhrase
	weight                int // how much it demands
	code                  code
	at                    position
}

// A role is what an element of a pattern stands for.
type role byte

// The roles, written as in the files. Others than roleWord and roleSkip tell who takes part.
const (
	roleWord     role = 0
	roleSource   role = '$'
	roleTarget   role = '+'
	roleSkip     role = '^' // one noun phrase
	roleCompound role = '%' // several actors, each of which acts on each other
)

// An element is a word of a pattern, or one of several phrases that stand for each other, or a role.
type element struct {
	role   role
	words  [][]string // any of these
	set    *synset    // or any of these
	joined bool       // nothing stands between it and the element, or the verb, next to it on the verb's side
}

// A synset is words that stand for each other. A name that ends in "_" and a word that does have no plural.
type synset struct {
	plurals bool
	words   [][]string
	sets    []string // names of sets in it
	all     map[string][][]string
}

// addSynset begins a set, or goes on with it.
func (d *Dictionary) addSynset(text string) *synset {
	name := strings.ToUpper(strings.Fields(text)[0])
	set := &synset{plurals: !strings.HasSuffix(name, "_")}
	name = strings.TrimRight(name, "_")
	if old := d.synsets[name]; old != nil {
		return old
	}
	d.synsets[name] = set
	return set
}

// add adds a line of a set.
func (s *synset) add(text string) {
	text = strings.ToUpper(strings.TrimSpace(text))
	if strings.HasPrefix(text, "&") {
		s.sets = append(s.sets, strings.TrimRight(text, "_"))
		return
	}
	words := readPhrase(text).words
	if len(words) == 0 {
		return
	}
	s.words = append(s.words, words)
	if s.plurals && !strings.HasSuffix(text, "_") {
		many := append([]string(nil), words...)
		many[len(many)-1] = plural(many[len(many)-1])
		s.words = append(s.words, many)
	}
}

// synsetDepth is how deep sets may stand in each other; in those in use one does, at one level.
const synsetDepth = 8

// resolve gathers the words of a set with those of the sets in it, by their first word.
func (s *synset) resolve(sets map[string]*synset) {
	s.all = map[string][][]string{}
	s.gather(s.all, sets, map[*synset]bool{}, 0)
}

func (s *synset) gather(into map[string][][]string, sets map[string]*synset, seen map[*synset]bool, depth int) {
	if seen[s] || depth > synsetDepth {
		return
	}
	seen[s] = true
	for _, words := range s.words {
		into[words[0]] = append(into[words[0]], words)
	}
	for _, name := range s.sets {
		if inner := sets[name]; inner != nil {
			inner.gather(into, sets, seen, depth+1)
		}
	}
}

// alternatives returns the phrases of an element that may begin with a word.
func (e element) alternatives(first string) [][]string {
	if e.set != nil {
		return e.set.all[first]
	}
	return e.words
}

// addPattern reads a pattern: what stands before the verb, "*" for the verb, what stands after it, and the code.
func (d *Dictionary) addPattern(f *file, w waitingPattern, nested bool) {
	text, codes, ok := cutCodes(w.text)
	before, after, found := strings.Cut(strings.ReplaceAll(text, "**", "*"), "*") // "**" was the verb for a while
	if strings.Contains(text, "|") {
		f.damaged("alternatives in braces, as TABARI had them", "give them as a set &NAME")
		return
	}
	if !ok || len(codes) == 0 || !found {
		f.damaged("a pattern without its verb * or its code in square brackets", "write - WORDS * WORDS [CODE]")
		return
	}
	p := &pattern{code: readCode(codes[0]), at: f.position(), nested: nested}
	var err error
	if nested {
		err = d.readTreePattern(p, before, after)
	} else {
		err = d.readLinearPattern(p, before, after)
	}
	if err != nil {
		f.damaged(err.Error(), "mend the pattern, or take it out")
		return
	}
	w.block.add(p, strings.Join(strings.Fields(text), " "))
}

// add adds a pattern. One with the same words that stands there already is replaced.
func (b *block) add(p *pattern, words string) {
	if i, found := b.byWords[words]; found {
		b.patterns[i] = p
		return
	}
	if b.byWords == nil {
		b.byWords = map[string]int{}
	}
	b.byWords[words] = len(b.patterns)
	b.patterns = append(b.patterns, p)
}

// readLinearPattern reads a pattern of the first version.
func (d *Dictionary) readLinearPattern(p *pattern, before, after string) (err error) {
	if p.before, err = d.readElements(before); err != nil {
		return err
	}
	if p.after, err = d.readElements(after); err != nil {
		return err
	}
	for i := range p.before {
		next := i + 1
		if next == len(p.before) {
			p.before[i].joined = strings.HasSuffix(before, "_")
			break
		}
		p.before[i].joined = p.before[next].joined
	}
	slices.Reverse(p.before)
	p.weigh(slices.Concat(p.before, p.after))
	return nil
}

// weigh adds what elements demand: a word more than a role, and a role more than that nothing stands between.
func (p *pattern) weigh(elements []element) {
	const word, role, joined = 100, 10, 1
	for _, e := range elements {
		switch e.role {
		case roleWord:
			p.weight += word
		default:
			p.weight += role
		}
		if e.joined {
			p.weight += joined
		}
	}
}

// readElements reads one side of a pattern. "_" joins a word to the one before it, or to the verb.
func (d *Dictionary) readElements(text string) ([]element, error) {
	var out []element
	first := true
	for part := range strings.FieldsSeq(text) {
		for i, name := range strings.Split(part, "_") {
			if name == "" {
				continue
			}
			e, err := d.readElement(name)
			if err != nil {
				return nil, err
			}
			e.joined = i > 0 && (!first || strings.HasPrefix(text, "_"))
			out, first = append(out, e), false
		}
	}
	return out, nil
}

// readElement reads a word, a set or a role.
func (d *Dictionary) readElement(text string) (element, error) {
	text = strings.ToUpper(text)
	switch {
	case text == "$" || text == "+" || text == "^" || text == "%":
		return element{role: role(text[0])}, nil
	case strings.HasPrefix(text, "&"):
		set := d.synsets[strings.TrimRight(text, "_")]
		if set == nil {
			return element{}, fmt.Errorf("the set %s is given nowhere", text)
		}
		if set.all == nil {
			set.resolve(d.synsets)
		}
		return element{set: set}, nil
	}
	words := split(strings.Trim(text, "+"))
	if len(words) == 0 {
		return element{}, fmt.Errorf("%q is no word", text)
	}
	return element{words: [][]string{words}}, nil
}
