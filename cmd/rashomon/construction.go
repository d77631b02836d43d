package main

import (
	"fmt"
	"strings"
)

// explanation tells people what a rule of the package attribution means: "verb/say: clause" names the file of its data,
// the word in it, and the construction in which the word stands.
func explanation(rule string) string {
	if text, found := constructions[rule]; found {
		return text
	}
	word, frame, _ := strings.Cut(rule, ": ")
	kind, word, found := strings.Cut(word, "/")
	if !found || lexicons[kind] == "" {
		return "a rule of the package attribution"
	}
	text := frameText(kind, frame)
	return fmt.Sprintf("the %s %q %s; its line is in attribution/data/%s", kind, word, text, lexicons[kind])
}

// lexicons are the files of the words that lay something to somebody.
var lexicons = map[string]string{
	"verb": "verbs.txt", "noun": "nouns.txt", "adjective": "adjectives.txt", "adverb": "adverbs.txt",
	"preposition": "prepositions.txt",
}

// frameText tells in which construction a word stands with what is said.
func frameText(kind, frame string) string {
	if text, found := frames[frame]; found {
		return text
	}
	if preposition, found := strings.CutPrefix(frame, "object-"); found {
		return fmt.Sprintf("with its object and a phrase of %q as what is said", preposition)
	}
	switch {
	case frame != "":
		return fmt.Sprintf("with a phrase of %q as what is said", frame)
	case kind == "verb":
		return "with a quotation beside it as what is said"
	case kind == "preposition":
		return "before whoever says it"
	}
	return "beside what is said"
}

var frames = map[string]string{
	"clause":     "with a clause as what is said",
	"quote":      "with a quotation as what is said",
	"infinitive": "with a to-clause as what is said",
	"gerund":     "with an -ing form as what is said",
	"object":     "with its object as what is said",
	"addressee":  "with its object as whoever is told",
	"order":      "with somebody and what they are to do",
	"predicate":  "with something and what that is said to be",
	"as":         `with something and, behind "as", what that is said to be`,
	"seeming":    "with something and what that seems to be",
	"copula":     `with what stands behind "is" as what is said`,
	"light":      "beside a verb that only carries it",
	"insertion":  "behind what is said, or set into it",
}

// constructions are the rules that no word of a file makes.
var constructions = map[string]string{
	"credit/colon":         "whoever says it stands before or behind a colon or a dash, as in headlines",
	"credit/signature":     "a quotation, and behind a dash whoever says it",
	"survey":               "what a poll or survey found, which is named beside it",
	"quotation":            "a quotation that stands by itself",
	"quotation: continued": "a quotation that goes on where the paragraph before ended with one",
	"quotation: subject of the sentence before": "a quotation by itself, laid to whom the sentence before it is about",
}
