// Package datafile reads the data files in which the knowledge of other packages stands: one thing a line, its columns
// divided by "|", comments after "#".
package datafile

import (
	"fmt"
	"io/fs"
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
type Classes map[string]map[string]bool

// Add takes the columns of one line.
func (c Classes) Add(columns []string) error {
	words := c[columns[0]]
	if words == nil {
		words = map[string]bool{}
		c[columns[0]] = words
	}
	for word := range strings.FieldsSeq(columns[1]) {
		words[word] = true
	}
	return nil
}

// Has reports whether a word is in a class.
func (c Classes) Has(class, word string) bool { return c[class][word] }
