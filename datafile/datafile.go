// Package datafile reads the data files in which the knowledge of other packages stands: one thing a line, its columns
// divided by "|", comments after "#".
package datafile

import (
	"fmt"
	"io/fs"
	"iter"
	"maps"
	"strings"
)

// Each calls read with the columns of every line of a file, without the white space around them. Comments, which begin with
// "#", and empty lines are passed over. An error, that of read or of a line with another number of columns, names the file
// and the line.
func Each(files fs.FS, path string, columns int, read func(columns []string) error) error {
	content, err := fs.ReadFile(files, path)
	if err != nil {
		return err
	}
	number := 0
	for line := range strings.Lines(string(content)) {
		number++
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(line, "|")
		if len(fields) != columns {
			return fmt.Errorf("%s:%d: got %d columns, want %d", path, number, len(fields), columns)
		}
		for i := range fields {
			fields[i] = strings.TrimSpace(fields[i])
		}
		if err := read(fields); err != nil {
			return fmt.Errorf("%s:%d: %w", path, number, err)
		}
	}
	return nil
}

// Classes are classes of words, by name, as files have them whose columns are a class and words of it. A class may have
// several lines.
type Classes map[string]*Class

// Add takes the columns of one line.
func (c Classes) Add(columns []string) error {
	class := c[columns[0]]
	if class == nil {
		class = &Class{words: map[string]bool{}}
		c[columns[0]] = class
	}
	for word := range strings.FieldsSeq(columns[1]) {
		class.add(word)
	}
	return nil
}

// Has reports whether a word is in a class.
func (c Classes) Has(class, word string) bool { return c[class].Has(word) }

// A Class is some words, and nil is none. Most words that it is asked for are not in it, which their length and first byte mostly tell.
type Class struct {
	words   map[string]bool
	lengths uint64
	starts  [4]uint64
}

func (c *Class) add(word string) {
	c.words[word] = true
	c.lengths |= 1 << (len(word) & 63)
	c.starts[word[0]>>6] |= 1 << (word[0] & 63)
}

// Has reports whether a word is in the class.
func (c *Class) Has(word string) bool {
	return c != nil && word != "" && c.lengths>>(len(word)&63)&1 == 1 && c.starts[word[0]>>6]>>(word[0]&63)&1 == 1 && c.words[word]
}

// Len returns how many words are in the class.
func (c *Class) Len() int {
	if c == nil {
		return 0
	}
	return len(c.words)
}

// All goes through the words of the class, in no order.
func (c *Class) All() iter.Seq[string] {
	if c == nil {
		return func(func(string) bool) {}
	}
	return maps.Keys(c.words)
}
