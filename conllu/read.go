// Package conllu reads and writes documents as CoNLL-U, the form of the Universal Dependencies treebanks
// (https://universaldependencies.org/format.html).
//
// A treebank holds tokens and no text: the text of a document is rebuilt from them, a space after each but where
// SpaceAfter=No says otherwise, an empty line before each "# newpar". Words of a multiword token become tokens of their
// own, the second and further ones Joined; empty nodes of the enhanced graph are passed over.
package conllu

import (
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"rashomon"
)

// Read reads a treebank with all that its columns hold. Every "# newdoc" begins a document; a file without one holds
// one document, called name. The error is a *rashomon.Error of kind ErrorInvalid and names the line.
func Read(name string, r io.Reader) ([]*rashomon.Document, error) {
	var docs []*rashomon.Document
	for original, err := range Originals(name, r, math.MaxInt64) {
		if err != nil {
			return nil, err
		}
		doc, err := parse(original)
		if err != nil {
			return nil, err
		}
		docs = append(docs, doc)
	}
	return docs, nil
}

// Parse reads the sentences and words of an original that Originals yielded and leaves out its tags, lemmas and trees,
// so that what a reader finds can be measured against them. The document has no reading: its segmentation is the
// treebank's. The error is a *rashomon.Error of kind ErrorInvalid and names the line.
func Parse(original rashomon.Original) (*rashomon.Document, error) {
	doc, err := parse(original)
	if err != nil {
		return nil, err
	}
	for i, token := range doc.Tokens {
		doc.Tokens[i] = rashomon.Token{Extent: token.Extent, Joined: token.Joined, Rule: token.Rule}
	}
	doc.Details, doc.Reading = original.Given, ""
	return doc, nil
}

func parse(original rashomon.Original) (*rashomon.Document, error) {
	path, first := place(original.Address)
	reading := reader{doc: &rashomon.Document{Name: original.Name, Reading: "conllu"}, glued: true}
	line := first - 1
	for text := range strings.Lines(string(original.Bytes)) {
		line++
		if err := reading.take(strings.TrimRight(text, "\r\n")); err != nil {
			return nil, invalid(path, line, err)
		}
	}
	if err := reading.end(); err != nil {
		return nil, invalid(path, line, err)
	}
	return reading.doc, nil
}

// place takes the address of an original apart into its path and its first line.
func place(address string) (path string, line int) {
	at := strings.LastIndexByte(address, ':')
	line, err := strconv.Atoi(address[at+1:])
	if at < 0 || err != nil {
		return address, 1
	}
	return address[:at], line
}

// A reader holds the state between two lines of a document.
type reader struct {
	doc       *rashomon.Document
	text      strings.Builder
	glued     bool // no space before the next token
	paragraph bool // an empty line before it

	sentence int   // index of the sentence's first token
	heads    []int // of the sentence's words, from 1; 0 for the root
	surface  string
	last     int // number of the last word of the multiword token that is being read
	spelled  int // bytes of surface that its words have spelled so far
	spacing  string
}

func (r *reader) take(line string) error {
	switch {
	case !utf8.ValidString(line):
		return errors.New("the line is not valid UTF-8")
	case line == "":
		return r.endSentence()
	case strings.HasPrefix(line, "#") && len(r.heads) == 0:
		if key, _ := readComment(line); key == "newpar" || key == "newpar id" {
			r.paragraph = r.text.Len() > 0
		}
		return nil
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
	joined := r.spelled > 0
	if err := r.write(columns, joined, number); err != nil {
		return err
	}
	r.heads = append(r.heads, head)
	end := r.text.Len()
	r.doc.Tokens = append(r.doc.Tokens, rashomon.Token{
		Extent: rashomon.Extent{Start: end - len(columns[1]), End: end}, Joined: joined, Rule: "conllu",
		Lemma: value(columns[2]), UPOS: value(columns[3]), XPOS: value(columns[4]), Features: value(columns[5]),
		Relation: value(columns[7]),
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
	switch {
	case r.paragraph:
		r.endPart()
		r.text.WriteString("\n\n")
		r.paragraph = false
	case !r.glued && !joined:
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
	if r.last != 0 {
		return fmt.Errorf("the sentence ends within the multiword token %q", r.surface)
	}
	if len(r.heads) == 0 {
		return nil
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

func (r *reader) end() error {
	if err := r.endSentence(); err != nil {
		return err
	}
	if len(r.doc.Tokens) == 0 {
		return errors.New("a document without words")
	}
	r.endPart()
	r.doc.Text = r.text.String()
	text := rashomon.Original{Bytes: []byte(r.doc.Text)}
	r.doc.ID, r.doc.SHA256 = text.ID(), text.SHA256()
	return nil
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
