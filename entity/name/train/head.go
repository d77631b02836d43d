package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// headKinds are what GUM takes the things that a text speaks of for. The first stands for words that head no mention.
var headKinds = []string{
	"", "abstract", "animal", "event", "object", "organization", "person", "place", "plant", "substance", "time",
}

// heads are the kinds, by number, of what a text mentions by names and by nouns, each by the byte at which the word begins
// that heads the mention. Of several with one head the shortest tells the kind.
type heads map[int]int32

// readHeads gives the texts the heads that a folder of GUM's treebanks marks in them.
func readHeads(folder string, texts []text) error {
	paths, err := filepath.Glob(filepath.Join(folder, "gum-*.conllu"))
	if err != nil {
		return err
	}
	for _, path := range paths {
		if err := readTreebank(path, texts); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	for _, t := range texts {
		if t.heads == nil {
			return fmt.Errorf("%s: no document %s", folder, t.id)
		}
	}
	return nil
}

func readTreebank(path string, texts []text) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	var r *headReader
	for lines.Scan() {
		if id, found := strings.CutPrefix(lines.Text(), "# newdoc id = "); found {
			r = nil
			if i := slices.IndexFunc(texts, func(t text) bool { return t.id == id }); i >= 0 {
				texts[i].heads = heads{}
				r = newHeadReader(texts[i])
			}
		}
		columns := strings.Split(lines.Text(), "\t")
		if r == nil || len(columns) != 10 || strings.Contains(columns[0], ".") {
			continue
		}
		if err := r.line(columns); err != nil {
			return err
		}
	}
	return lines.Err()
}

// A headReader reads the mentions of a document from the last column of its treebank. A bracket opens where one begins,
// with its number, its kind and, after others, which of its words head it, and one closes where it ends:
//
//	Entity=(3-organization-new-sssss-cf1-5-coref-Afghan_Girls_Robotics_Team
//	Entity=3)
type headReader struct {
	heads  heads
	rest   string // of the text: what comes behind the last token
	at     int    // bytes before it
	begin  int    // of the last token
	joined int    // words left of a token that is several
	words  []word
	open   map[string][]mention // by number
	sizes  map[int]int          // of the mentions that have told the heads
}

// A word is where it stands in the text, and whether it is one that heads what counts: a pronoun is not.
type word struct {
	begin   int
	content bool
}

// A mention is one whose end is still to come: the words that it begins with and that heads it, and its kind.
type mention struct{ start, head, kind int }

func newHeadReader(t text) *headReader {
	return &headReader{heads: t.heads, rest: t.doc.Text, open: map[string][]mention{}, sizes: map[int]int{}}
}

// line reads the line of a word, or that of a token of several words, which stand where it does.
func (r *headReader) line(columns []string) error {
	first, last, several := strings.Cut(columns[0], "-")
	if several || r.joined == 0 {
		if err := r.token(columns[1]); err != nil {
			return err
		}
	}
	if several {
		from, _ := strconv.Atoi(first)
		to, err := strconv.Atoi(last)
		r.joined = to - from + 1
		return err
	}
	r.joined = max(0, r.joined-1)
	content := slices.Contains([]string{"NOUN", "PROPN", "ADJ", "NUM"}, columns[3])
	r.words = append(r.words, word{r.begin, content})
	for field := range strings.SplitSeq(columns[9], "|") {
		if brackets, found := strings.CutPrefix(field, "Entity="); found {
			if err := r.mentions(brackets); err != nil {
				return err
			}
		}
	}
	return nil
}

// token finds the next token in the text.
func (r *headReader) token(form string) error {
	before := strings.Index(r.rest, form)
	if before < 0 || strings.TrimSpace(r.rest[:before]) != "" {
		return fmt.Errorf("%q does not come next in %.40q", form, r.rest)
	}
	r.begin = r.at + before
	r.at, r.rest = r.begin+len(form), r.rest[before+len(form):]
	return nil
}

// bracket has the number of a mention and, where it opens, the kind and the first number that stands by itself.
var bracket = regexp.MustCompile(`(\()?(\d+)(?:-([a-z]+)-(?:[^()]*?-)?(\d+)(?:,\d+)*(?:-[^()]*)?)?(\))?`)

// mentions reads the brackets at the last word.
func (r *headReader) mentions(brackets string) error {
	last := len(r.words) - 1
	for _, found := range bracket.FindAllStringSubmatch(brackets, -1) {
		number := found[2]
		if found[1] != "" {
			head, err := strconv.Atoi(found[4])
			if err != nil {
				return fmt.Errorf("the bracket %q: %w", found[0], err)
			}
			m := mention{last, last + head - 1, slices.Index(headKinds, found[3])}
			r.open[number] = append(r.open[number], m)
		}
		if open := r.open[number]; found[5] != "" && len(open) > 0 {
			r.open[number] = open[:len(open)-1]
			r.close(open[len(open)-1])
		}
	}
	return nil
}

// close ends a mention at the last word.
func (r *headReader) close(m mention) {
	size := len(r.words) - m.start
	if m.kind < 0 || m.head >= len(r.words) || !r.words[m.head].content {
		return
	}
	if known, found := r.sizes[m.head]; !found || size < known {
		r.sizes[m.head] = size
		r.heads[r.words[m.head].begin] = int32(m.kind)
	}
}
