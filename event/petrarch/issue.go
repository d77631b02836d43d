package petrarch

import (
	"fmt"
	"strings"
)

// An issue is what a phrase tells a sentence to be about.
type issue struct {
	code    string
	section int
	// A phrase without a code takes the issues of its section from the sentence, or from the document.
	inDocument bool
}

// readIssues reads a file of issues: sections between <ISSUE ...> and </ISSUE>, and in them a phrase and its code, or
// after "~" a phrase that keeps the sentence, after "~~" the document, from having the issues of the section.
//
// In a phrase, n: stands before a noun and v: before a regular verb, which are found in all their forms, and + between
// words that are written with a space or a hyphen.
func (d *Dictionary) readIssues(f *file, content string) {
	section := 0
	for text := range f.lines(content) {
		text = strings.TrimSpace(text)
		if strings.HasPrefix(text, "<") {
			section++
			continue
		}
		bare := strings.TrimLeft(text, "~")
		marks := len(text) - len(bare)
		before, codes, ok := cutCodes(bare)
		if !ok || marks == 0 && (len(codes) != 1 || codes[0] == "") {
			f.damaged("a phrase without its one code in square brackets", "write the phrase and [CODE], or ~ and the phrase")
			continue
		}
		value := &issue{section: section, inDocument: marks > 1}
		if marks == 0 {
			value.code = strings.ToUpper(codes[0])
		}
		forms := issueForms(before)
		if len(forms) == 0 {
			f.damaged(fmt.Sprintf("%q has no word", text), "")
		}
		for _, p := range forms {
			d.issues.add(p, value, f.position())
		}
	}
}

// issueForms returns the phrases that a line stands for. A line with more than a few words to inflect stands for no
// more than expansionLimit of them.
func issueForms(text string) []phrase {
	forms := []phrase{{}}
	for _, part := range strings.Fields(strings.ToUpper(strings.ReplaceAll(text, "+", " "))) {
		var options []string
		switch {
		case strings.HasPrefix(part, "N:"):
			options = []string{part[2:], plural(part[2:])}
		case strings.HasPrefix(part, "V:"):
			options = verbForms(part[2:])
		default:
			options = []string{part}
		}
		if len(forms)*len(options) > expansionLimit {
			options = options[:1]
		}
		var longer []phrase
		for _, form := range forms {
			for _, option := range options {
				next := phrase{words: append([]string(nil), form.words...)}
				next.words = append(next.words, split(option)...)
				longer = append(longer, next)
			}
		}
		forms = longer
	}
	if len(forms[0].words) == 0 {
		return nil
	}
	for i := range forms {
		forms[i].apart = make([]bool, len(forms[i].words))
	}
	return forms
}
