package attribution_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rashomon"
	"rashomon/rashomontest"
	"rashomon/score"
)

// A relation is a source, a cue and a content, in words.
type relation struct {
	source, cue, content, holder bag // the holder's are those of all its mentions
	head                         int // the head word of the source, or None; only in what is wanted
	kind                         string
	nested                       bool // whether it stands within another
}

// The rules by which a relation found is one that is wanted, each stricter than the one before.
var relationRules = []struct {
	name string
	fit  func(wanted, found relation) bool
}{
	{"content", relation.fitsContent}, {"full", relation.fitsFull}, {"full and cue", relation.fitsCue},
}

// fitsContent: half or more of the words in either are in both.
func (r relation) fitsContent(found relation) bool {
	both := r.content.common(found.content)
	either := len(r.content) + len(found.content) - both
	return either > 0 && 2*both >= either
}

// fitsFull: besides, the source or a mention of the holder has the head word of the source that is wanted.
func (r relation) fitsFull(found relation) bool {
	return r.fitsContent(found) && (r.head == rashomon.None || found.source.has(r.head) || found.holder.has(r.head))
}

// fitsCue: besides, the cues share a word.
func (r relation) fitsCue(found relation) bool {
	return r.fitsFull(found) && (len(r.cue) == 0 || r.cue.common(found.cue) > 0)
}

// relationParts are the parts that are compared each by itself.
var relationParts = []struct {
	name string
	of   func(relation) bag
}{
	{"source", func(r relation) bag { return r.source }},
	{"cue", func(r relation) bag { return r.cue }},
	{"content", func(r relation) bag { return r.content }},
}

// A relationScore is what is counted of relations. The counts are in the order of relationParts and relationRules.
type relationScore struct {
	parts, rules, outermost [3]score.Count            // outermost: without what was found that stands within another
	kinds                   map[string][3]score.Count // by the kind that is wanted: of the rules
}

func measureRelations(t *testing.T, out io.Writer, name string) {
	t.Helper()
	total := relationScore{kinds: map[string][3]score.Count{}}
	rashomontest.EachLine(t, rashomontest.Bench(t, filepath.FromSlash(name)), func(line []byte) {
		var annotated attributed
		if err := json.Unmarshal(line, &annotated); err != nil {
			t.Fatal(err)
		}
		original := rashomon.Original{Bytes: bytes.Clone(line), Format: rashomon.FormatJSON, Name: name}
		doc := readOriginal(t, original, annotated.Text)
		text := newWorded(doc.Text)
		total.add(annotated.relations(text), foundRelations(doc, text))
	})
	fmt.Fprintf(out, "# %s\n%v", name, total)
}

// add compares one document.
func (s *relationScore) add(wanted, found []relation) {
	for i, part := range relationParts {
		s.parts[i].Add(exact(different(wanted, part.of), different(found, part.of)))
	}
	outermost := slices.DeleteFunc(slices.Clone(found), func(r relation) bool { return r.nested })
	for i, rule := range relationRules {
		pairs := score.PairMost(wanted, found, rule.fit)
		s.rules[i].Add(score.Count{Right: len(pairs), Found: len(found), Wanted: len(wanted)})
		right := len(score.PairMost(wanted, outermost, rule.fit))
		s.outermost[i].Add(score.Count{Right: right, Found: len(outermost), Wanted: len(wanted)})
		for _, r := range wanted {
			s.addKind(r.kind, i, score.Count{Wanted: 1})
		}
		for _, p := range pairs {
			s.addKind(wanted[p.Wanted].kind, i, score.Count{Right: 1})
		}
	}
}

func (s *relationScore) addKind(kind string, rule int, count score.Count) {
	counts := s.kinds[kind]
	counts[rule].Add(count)
	s.kinds[kind] = counts
}

// different returns the different bags that relations have as a part.
func different(relations []relation, part func(relation) bag) map[string]bool {
	out := map[string]bool{}
	for _, r := range relations {
		if words := part(r); len(words) > 0 {
			out[fmt.Sprint(words)] = true
		}
	}
	return out
}

func exact(wanted, found map[string]bool) score.Count {
	count := score.Count{Found: len(found), Wanted: len(wanted)}
	for words := range found {
		if wanted[words] {
			count.Right++
		}
	}
	return count
}

// String writes the figures a line each.
func (s relationScore) String() string {
	var out strings.Builder
	for i, part := range relationParts {
		fmt.Fprintf(&out, "%-34s %v\n", "exact "+part.name, s.parts[i])
	}
	for i, rule := range relationRules {
		fmt.Fprintf(&out, "%-34s %v\n", "relation, "+rule.name, s.rules[i])
	}
	for i, rule := range relationRules {
		fmt.Fprintf(&out, "%-34s %v\n", "outermost relation, "+rule.name, s.outermost[i])
	}
	for _, kind := range slices.Sorted(maps.Keys(s.kinds)) {
		counts := s.kinds[kind]
		var recalls []string
		for i, rule := range relationRules {
			recalls = append(recalls, fmt.Sprintf("%s %.2f", rule.name, 100*counts[i].Recall()))
		}
		name := fmt.Sprintf("recall of %d %s", counts[0].Wanted, kind)
		fmt.Fprintf(&out, "%-34s %s\n", name, strings.Join(recalls, "  "))
	}
	return out.String()
}

// An attributed is a document of the bench.
type attributed struct {
	Text         string
	Attributions []struct {
		Source, Cue, Content []rashomontest.Stretch
		Kind                 string
	}
}

func (a attributed) relations(text worded) []relation {
	var out []relation
	for _, attribution := range a.Attributions {
		r := relation{
			source: text.bag(rashomontest.InBytes(a.Text, attribution.Source...)), cue: text.bag(rashomontest.InBytes(a.Text, attribution.Cue...)),
			content: text.bag(rashomontest.InBytes(a.Text, attribution.Content...)), kind: attribution.Kind,
		}
		r.head = text.head(r.source)
		if !r.empty() {
			out = append(out, r)
		}
	}
	return out
}

func foundRelations(doc *rashomon.Document, text worded) []relation {
	var out []relation
	for _, s := range doc.Statements {
		r := relation{
			source:  text.bag([]rashomon.Extent{doc.Extent(s.Source)}),
			cue:     text.bag([]rashomon.Extent{doc.Extent(s.Cue)}),
			content: text.bag(contentExtents(doc, s)), holder: text.bag(holderMentions(doc, s)),
			head: rashomon.None, nested: s.Within != rashomon.None,
		}
		if !r.empty() {
			out = append(out, r)
		}
	}
	return out
}

// empty reports whether no part has a word, as where the text is signs alone: that is no relation.
func (r relation) empty() bool { return len(r.source)+len(r.cue)+len(r.content) == 0 }

// A bag is the indexes of words, in order.
type bag []int

func (b bag) has(word int) bool {
	_, found := slices.BinarySearch(b, word)
	return found
}

func (b bag) common(other bag) int {
	count := 0
	for _, word := range b {
		if other.has(word) {
			count++
		}
	}
	return count
}

// A worded is a text and its words, which are runs of letters and digits, with an apostrophe or a hyphen within.
type worded struct {
	text  string
	words []rashomon.Extent
}

var wordPattern = regexp.MustCompile(`[\pL\pN_]+(?:[’'-][\pL\pN_]+)*`)

func newWorded(text string) worded {
	w := worded{text: text}
	for _, at := range wordPattern.FindAllStringIndex(text, -1) {
		w.words = append(w.words, rashomon.Extent{Start: at[0], End: at[1]})
	}
	return w
}

// bag returns the words that extents touch.
func (w worded) bag(extents []rashomon.Extent) bag {
	var out bag
	for i, word := range w.words {
		if slices.ContainsFunc(extents, func(e rashomon.Extent) bool { return common(word, e) > 0 }) {
			out = append(out, i)
		}
	}
	return out
}

// What stands behind the head word of a source: a word, or a sign.
var (
	wordsBehindHead = strings.Fields("of in at for from to with on by about who whom whose that which where near under " +
		"over after before including")
	signsBehindHead = ",([–—:;"
)

// head returns the head word of a source: its last word before the first that stands behind one, or None without words.
func (w worded) head(source bag) int {
	head := rashomon.None
	for n, i := range source {
		word := w.words[i]
		if n > 0 && (slices.Contains(wordsBehindHead, strings.ToLower(w.text[word.Start:word.End])) ||
			strings.ContainsAny(w.text[w.words[source[n-1]].End:word.Start], signsBehindHead)) {
			break
		}
		head = i
	}
	return head
}
