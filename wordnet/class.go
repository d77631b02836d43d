package wordnet

import (
	"embed"
	"fmt"
	"strconv"
	"sync"

	"rashomon/datafile"
)

// A Class is a broad class of meanings: the file of the lexicographers that a sense stands in.
type Class uint8

//go:embed data/classes.txt
var classFile embed.FS

// classNames are the names of all classes, by their number.
var classNames = sync.OnceValues(func() ([]string, error) {
	var names []string
	err := datafile.Each(classFile, "data/classes.txt", 2, func(columns []string) error {
		if columns[0] != strconv.Itoa(len(names)) {
			return fmt.Errorf("got class %q, want %d", columns[0], len(names))
		}
		names = append(names, columns[1])
		return nil
	})
	return names, err
})

// Class returns the name of the class of the first sense that the word has as one part of speech ("noun.event",
// "verb.communication"), "" where it has none.
func (w Word) Class(part Part) string {
	s := w.senses[part]
	if s.start == s.end {
		return ""
	}
	names, err := classNames()
	class := int(w.net.table.classes[w.net.table.synset(int(s.start))])
	if err != nil || class >= len(names) {
		return ""
	}
	return names[class]
}
