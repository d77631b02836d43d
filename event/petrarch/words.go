package petrarch

import (
	"slices"
	"strings"
	"sync"

	"rashomon/datafile"
)

// A wordClass is a row of data/words.txt.
type wordClass string

// The classes.
const (
	classArticle       wordClass = "article"
	classDenial        wordClass = "denial"
	classBy            wordClass = "by"
	classPassiveSource wordClass = "passive source"
	classPassiveTarget wordClass = "passive target"
)

var wordClasses = sync.OnceValue(func() map[wordClass][]string {
	classes := map[wordClass][]string{}
	err := datafile.Each(data, "data/words.txt", 2, func(columns []string) error {
		classes[wordClass(columns[0])] = strings.Fields(columns[1])
		return nil
	})
	if err != nil {
		panic(err) // the file is part of the program, and a test loads it
	}
	return classes
})

// words returns the words of a class.
func (c wordClass) words() []string { return wordClasses()[c] }

// has reports whether a word, in capitals, is of a class.
func (c wordClass) has(text string) bool { return slices.Contains(c.words(), text) }
