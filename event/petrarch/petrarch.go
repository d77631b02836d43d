// Package petrarch codes events with the dictionaries that users of the PETRARCH family of coders have: files of verbs
// and their patterns, of actors with dates, of agents, of texts to discard and of issues. The formats are those of
// TABARI 0.8, PETRARCH and PETRARCH2, as their manuals tell them (https://petrarch.readthedocs.io) and as their files
// have them.
//
// Those coders read a constituency parse. This one reads the trees of Universal Dependencies that a document already
// has, so that the same dictionary gives events that can be opened: every event names its words and the lines of the
// dictionary that it comes from.
//
//	files ─ Load ─> Dictionary ─ Code(document) ─> Coding
//
// The files of the package, in the order of the work:
//
//	load, file               which file is what; lines without comments
//	phrase, inflection, date phrases of words; plurals and forms of verbs; days
//	actor, agent             who a phrase stands for, when
//	verb, pattern, transform what the verbs are, with which words beside them, within which others
//	discard, issue           what is not coded; what a sentence is about
//	cameo                    how the codes of two verbs make one (PETRARCH2)
//	sentence, mention, comma the words of a sentence; who is spoken of in it; what is passed over
//	lookup                   the verbs of the dictionary in it
//	linear, sequence         patterns of the first version, words in order; events from them
//	structure, clause        patterns of the second version, words in the tree; events from them
//	code                     documents
//	words                    the few words of English that the coder itself knows
package petrarch

import "fmt"

// A Dictionary is a set of files, read. It is safe for concurrent use.
type Dictionary struct {
	files    []string
	actors   phrases[actor]
	agents   phrases[agent]
	discards phrases[bool] // whether the whole story is discarded
	issues   phrases[issue]
	verbs    map[string][]*verb // by the word that is the verb, in each of its forms
	synsets  map[string]*synset
	// nested tells that patterns are of the second version, with phrases in brackets, and that events in events are
	// combined.
	nested     bool
	transforms []transform
}

// A position is a line of a file of the dictionary.
type position struct{ file, line int }

// place names a line in the words of a person: the file, and the number of the line.
func (d *Dictionary) place(p position) string { return fmt.Sprintf("%s:%d", d.files[p.file], p.line) }
