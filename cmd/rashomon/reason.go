package main

import (
	"cmp"
	"fmt"
	"math"
	"strings"

	"rashomon"
	"rashomon/reader"
	"rashomon/syntax"
)

// A reason is what the reader takes for the answer to a question about a word, and the best of the other answers.
type reason struct {
	Question string  `json:"question"`
	Taken    answer  `json:"taken"`
	Next     *answer `json:"next,omitempty"` // absent where there was no choice
}

// An answer is one that was weighed, with its share of the weight of all answers to the question, from 0 to 1.
type answer struct {
	Value string  `json:"value"`
	Share float64 `json:"share"`
}

// newAnswer keeps four decimals of a share: more say nothing, and need not be the same on every machine. What is not
// certain does not become so.
func newAnswer(value string, share float64) answer {
	rounded := math.Round(share*1e4) / 1e4
	if share < 1 {
		rounded = min(rounded, 0.9999)
	}
	return answer{value, rounded}
}

// reasonsOf returns what the reader weighs of a token; nothing of any other finding.
func reasonsOf(doc *rashomon.Document, finding rashomon.Finding) ([]reason, error) {
	if finding.Kind != "token" {
		return nil, nil
	}
	why, err := reader.New().Why(doc, finding.Index())
	if err != nil {
		return nil, err
	}
	return []reason{
		newReason("upos", why.UPOS), newReason("xpos", why.XPOS), newReason("features", why.Features),
		newReason("lemma", why.Lemma), newReason("head", why.Head), newReason("relation", why.Relation),
	}, nil
}

func newReason(question string, choice syntax.Choice) reason {
	r := reason{Question: question, Taken: newAnswer(choice.Answer, choice.Share)}
	if choice.RunnerUpShare > 0 {
		next := newAnswer(choice.RunnerUp, choice.RunnerUpShare)
		r.Next = &next
	}
	return r
}

// questions names for people what a reason answers.
var questions = map[string]string{
	"upos": "part of speech", "xpos": "Penn tag", "features": "features", "lemma": "base form", "head": "hangs on",
	"relation": "as its",
}

// whyReasons lists of each question the answer that was taken and the best of the others, which may have the larger share
// where answers have to fit each other.
func (p program) whyReasons(out *strings.Builder, doc *rashomon.Document, reasons []reason) {
	explanation := "What reader " + reader.Version + " takes it for, and the best of the other answers. The shares tell how " +
		"clear a choice is, not how often such a choice is right."
	fmt.Fprintf(out, "\n%s\n", strings.Join(wrap(explanation, p.width()), "\n"))
	if version, _, _ := strings.Cut(doc.Reading, "+"); version != reader.Version { // a gazetteer changes nothing here
		fmt.Fprintf(out, "The finding above is of reader %s, whose reasons are not kept.\n", visible(doc.Reading))
	}
	out.WriteByte('\n')
	for _, r := range reasons {
		p.whyAnswer(out, questions[r.Question], r.Taken)
		if r.Next != nil {
			p.whyAnswer(out, "", *r.Next)
		}
	}
}

func (p program) whyAnswer(out *strings.Builder, question string, a answer) {
	const margin = len("  part of speech ") + len("100.0 %  ")
	value := cmp.Or(visible(a.Value), "none")
	share := percent(a.Share)
	for _, line := range wrap(value, p.width()-margin) {
		fmt.Fprintf(out, "  %-14s %7s  %s\n", question, share, line)
		question, share = "", ""
	}
}

// percent writes a share so that only what is certain looks certain.
func percent(share float64) string {
	switch {
	case share > 0.999 && share < 1:
		return ">99.9 %"
	case share < 0.001:
		return "<0.1 %"
	}
	return fmt.Sprintf("%.1f %%", 100*share)
}

// whyTree lists the words of a sentence with their tags, each with the word that it hangs on.
func (p program) whyTree(out *strings.Builder, doc *rashomon.Document, sentence rashomon.Span) {
	const longest = 20 // columns of a word; few have more letters
	form := func(token int) string { return cut(doc.Quote(doc.Tokens[token].Extent), longest) }
	out.WriteByte('\n')
	for i := sentence.Start; i < sentence.End; i++ {
		token := doc.Tokens[i]
		relation := token.Relation
		if token.Head != 0 {
			relation += fmt.Sprintf(" of w%d %s", i+token.Head+1, form(i+token.Head))
		}
		line := fmt.Sprintf("    %-5s %s %-5s %-5s %s", fmt.Sprint("w", i+1), pad(form(i), longest), token.UPOS, token.XPOS, relation)
		out.WriteString(strings.TrimRight(line, " ") + "\n")
	}
}
