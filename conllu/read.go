// Package conllu reads and writes documents as CoNLL-U, the form of the Universal Dependencies treebanks
// (https://universaldependencies.org/format.html).
//
// A treebank holds tokens and no text: the text of a document is rebuilt from them, a space after each but where
// SpaceAfter=No says otherwise, an empty line before each "# newpar". Words of a multiword token become tokens of their
// own, the second and further ones Joined; empty nodes of the enhanced graph are passed over.
package conllu

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"rashomon"
)

// longestLine is the size in bytes of the longest line read; the longest of the treebanks have some thousand.
const longestLine = 1 << 20

// Read reads a treebank. Every "# newdoc" begins a document; a file without one holds one document, called name. The
// error is a *rashomon.Error of kind ErrorInvalid and names the line.
func Read(name string, r io.Reader) ([]*rashomon.Document, error) {
	reading := reader{name: name}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, longestLine)
	for lines.Scan() {
		reading.line++
		if err := reading.take(strings.TrimSuffix(lines.Text(), "\r")); err != nil {
			return nil, reading.failed(err)
		}
	}
	if err := lines.Err(); err != nil {
		reading.line++
		return nil, reading.failed(err)
	}
	if err := reading.endSentence(); err != nil {
		return nil, reading.failed(err)
	}
	reading.endDocument()
	return reading.documents, nil
}

// A reader holds the state between two lines.
type reader struct {
	name      string
	line      int
	documents []*rashomon.Document
	doc       *rashomon.Document // nil before the first sentence
	text      strings.Builder
	glued     bool // no space before the next token

	sentence int   // index of the sentence's first token
	heads    []int // of the sentence's words, from 1; 0 for the root
	surface  string
	last     int // number of the last word of the multiword token that is being read
	spelled  int // bytes of surface that its words have spelled so far
	spacing  string
}

func (r *reader) failed(err error) error {
	return &rashomon.Error{
		Kind: rashomon.ErrorInvalid, Place: fmt.Sprintf("%s:%d", r.name, r.line), Cause: err.Error(),
		Remedy: "see https://universaldependencies.org/format.html", Err: err,
	}
}

func (r *reader) take(line string) error {
	switch {
	case line == "":
		return r.endSentence()
	case strings.HasPrefix(line, "#") && len(r.heads) == 0:
		return r.comment(line)
	}
	columns := strings.Split(line, "\t")
	if len(columns) != 10 {
		return fmt.Errorf("%d columns, want 10", len(columns))
	}
	first, last, isRange := strings.Cut(columns[0], "-")
	switch {
	case isRange:
		return r.multiword(first, last, columns)
	case strings.Contains(columns[0], "."):
		return nil // an empty node
	}
	return r.word(columns)
}

func (r *reader) comment(line string) error {
	key, value, _ := strings.Cut(strings.TrimSpace(line[1:]), "=")
	switch strings.TrimSpace(key) {
	case "newdoc", "newdoc id":
		r.endDocument()
		r.begin(strings.TrimSpace(value))
	case "newpar", "newpar id":
		if r.doc != nil && r.text.Len() > 0 {
			r.endPart()
			r.text.WriteString("\n\n")
			r.glued = true
		}
	}
	return nil
}

func (r *reader) begin(name string) {
	if name == "" {
		name = r.name
	}
	r.doc = &rashomon.Document{Name: name, Reading: "conllu"}
	r.text.Reset()
	r.glued, r.sentence = true, 0
}

func (r *reader) multiword(first, last string, columns []string) error {
	from, err := strconv.Atoi(first)
	if err != nil || from != len(r.heads)+1 || r.spelled < len(r.surface) {
		return fmt.Errorf("multiword token %s does not begin at the next word, %d", columns[0], len(r.heads)+1)
	}
	to, err := strconv.Atoi(last)
	if err != nil || to <= from {
		return fmt.Errorf("multiword token %s ends before its second word", columns[0])
	}
	r.surface, r.last, r.spelled, r.spacing = columns[1], to, 0, columns[9]
	return nil
}

func (r *reader) word(columns []string) error {
	number := len(r.heads) + 1
	if columns[0] != strconv.Itoa(number) {
		return fmt.Errorf("word %q, want word %d", columns[0], number)
	}
	head, err := strconv.Atoi(columns[6])
	if err != nil && columns[6] != "_" || head < 0 {
		return fmt.Errorf("head %q is no number", columns[6])
	}
	if r.doc == nil {
		r.begin("")
	}
	joined := r.spelled > 0
	if err := r.write(columns, joined, number); err != nil {
		return err
	}
	r.heads = append(r.heads, head)
	end := r.text.Len()
	r.doc.Tokens = append(r.doc.Tokens, rashomon.Token{
		Extent: rashomon.Extent{Start: end - len(columns[1]), End: end}, Joined: joined, Rule: "conllu",
		Lemma: value(columns[2]), UPOS: value(columns[3]), XPOS: value(columns[4]), Features: value(columns[5]), Relation: value(columns[7]),
	})
	return nil
}

// write adds the form of a word to the text, with the space before it.
func (r *reader) write(columns []string, joined bool, number int) error {
	form, spacing := columns[1], columns[9]
	if form == "" || strings.TrimSpace(form) != form {
		return fmt.Errorf("word %d has no form, or one with white space at its border", number)
	}
	within := number <= r.last
	if within {
		spacing = r.spacing
		if !strings.HasPrefix(r.surface[r.spelled:], form) || (number == r.last) != (r.spelled+len(form) == len(r.surface)) {
			return fmt.Errorf("the words of %q do not spell it", r.surface)
		}
		r.spelled += len(form)
	}
	if !r.glued && !joined {
		r.text.WriteByte(' ')
	}
	r.text.WriteString(form)
	r.glued = !(within && number < r.last) && hasSpaceAfterNo(spacing)
	if number == r.last {
		r.surface, r.last, r.spelled = "", 0, 0
	}
	return nil
}

func (r *reader) endSentence() error {
	if len(r.heads) == 0 {
		return nil
	}
	if r.last != 0 {
		return fmt.Errorf("the sentence ends within the multiword token %q", r.surface)
	}
	for i, head := range r.heads {
		if head > len(r.heads) {
			return fmt.Errorf("word %d has the head %d in a sentence of %d words", i+1, head, len(r.heads))
		}
		if head > 0 {
			r.doc.Tokens[r.sentence+i].Head = head - 1 - i
		}
	}
	r.doc.Sentences = append(r.doc.Sentences, rashomon.Sentence{
		Span: rashomon.Span{Start: r.sentence, End: len(r.doc.Tokens)}, Rule: "conllu",
	})
	r.sentence, r.heads = len(r.doc.Tokens), nil
	return nil
}

func (r *reader) endPart() {
	start := 0
	if n := len(r.doc.Parts); n > 0 {
		start = r.doc.Parts[n-1].Extent.End + len("\n\n")
	}
	r.doc.Parts = append(r.doc.Parts, rashomon.Part{
		Extent: rashomon.Extent{Start: start, End: r.text.Len()}, Kind: rashomon.PartBody, Rule: "conllu",
	})
}

func (r *reader) endDocument() {
	if r.doc == nil || len(r.doc.Tokens) == 0 {
		return
	}
	r.endPart()
	r.doc.Text = r.text.String()
	original := rashomon.Original{Bytes: []byte(r.doc.Text)}
	r.doc.ID, r.doc.SHA256 = original.ID(), original.SHA256()
	r.documents = append(r.documents, r.doc)
	r.doc = nil
}

// value turns the empty column into "".
func value(column string) string {
	if column == "_" {
		return ""
	}
	return column
}

func hasSpaceAfterNo(misc string) bool {
	for item := range strings.SplitSeq(misc, "|") {
		if item == "SpaceAfter=No" {
			return true
		}
	}
	return false
}
