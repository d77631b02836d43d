package conllu

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"

	"rashomon"
)

// Write writes a document as CoNLL-U: "# newdoc id" with its id, "# newpar" where a part begins, "# sent_id" and
// "# text" for each sentence. Columns that no step has filled are "_".
func Write(w io.Writer, doc *rashomon.Document) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "# newdoc id = %s\n# newdoc name = %s\n", doc.ID, oneLine(doc.Name))
	part := rashomon.None
	for i, sentence := range doc.Sentences {
		extent := doc.Extent(sentence.Span)
		if at := doc.PartOf(extent.Start); at != part {
			part = at
			out.WriteString("# newpar\n")
		}
		fmt.Fprintf(out, "# sent_id = %s-%d\n# text = %s\n", doc.ID, i+1, oneLine(doc.Quote(extent)))
		writeSentence(out, doc, sentence.Span)
	}
	return out.Flush()
}

// WriteBack writes a document as Write does, but under the comments of the original that Parse made it of: with its
// "# newdoc id", "# sent_id" and "# text".
func WriteBack(w io.Writer, original rashomon.Original, doc *rashomon.Document) error {
	out := bufio.NewWriter(w)
	sentences := doc.Sentences
	for line := range strings.Lines(string(original.Bytes)) {
		switch {
		case line[0] == '#':
			out.WriteString(visible(strings.TrimRight(line, "\r\n")) + "\n")
		case strings.HasPrefix(line, "1\t"):
			writeSentence(out, doc, sentences[0].Span)
			sentences = sentences[1:]
		}
	}
	return out.Flush()
}

func writeSentence(out *bufio.Writer, doc *rashomon.Document, sentence rashomon.Span) {
	for at := sentence.Start; at < sentence.End; at++ {
		writeMultiword(out, doc, sentence, at)
		writeWord(out, doc, sentence, at)
	}
	out.WriteByte('\n')
}

// writeMultiword writes the line of the multiword token that begins with a word, if one does.
func writeMultiword(out *bufio.Writer, doc *rashomon.Document, sentence rashomon.Span, at int) {
	end := at + 1
	for end < sentence.End && doc.Tokens[end].Joined {
		end++
	}
	if doc.Tokens[at].Joined || end == at+1 {
		return
	}
	span := rashomon.Span{Start: at, End: end}
	fmt.Fprintf(out, "%d-%d\t%s\t_\t_\t_\t_\t_\t_\t_\t%s\n",
		at-sentence.Start+1, end-sentence.Start, doc.QuoteSpan(span), spacing(doc, end-1))
}

func writeWord(out *bufio.Writer, doc *rashomon.Document, sentence rashomon.Span, at int) {
	token := doc.Tokens[at]
	head := "_"
	if token.Relation != "" {
		head = "0"
		if token.Head != 0 {
			head = strconv.Itoa(at + token.Head - sentence.Start + 1)
		}
	}
	misc := spacing(doc, at)
	if at+1 < len(doc.Tokens) && doc.Tokens[at+1].Joined || token.Joined {
		misc = "_" // the line of the multiword token says it
	}
	columns := []string{
		strconv.Itoa(at - sentence.Start + 1), oneLine(doc.Quote(token.Extent)), column(token.Lemma), column(token.UPOS),
		column(token.XPOS), column(token.Features), head, column(token.Relation), "_", misc,
	}
	out.WriteString(strings.Join(columns, "\t") + "\n")
}

// spacing tells whether the token touches the next one.
func spacing(doc *rashomon.Document, at int) string {
	if at+1 < len(doc.Tokens) && doc.Tokens[at].Extent.End == doc.Tokens[at+1].Extent.Start {
		return "SpaceAfter=No"
	}
	return "_"
}

func column(value string) string {
	if value == "" {
		return "_"
	}
	return value
}

// oneLine folds white space, which would break a column or a comment.
func oneLine(s string) string { return visible(strings.Join(strings.Fields(s), " ")) }

// visible puts U+FFFD in the place of control characters and of what is not UTF-8, which a reader of the format would
// refuse and a terminal would obey.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return unicode.ReplacementChar
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}
