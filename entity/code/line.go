package code

import (
	"strings"

	"rashomon/datafile"
)

// eachLine calls read with the columns of every line of a data file.
func eachLine(name string, columns int, read func(columns []string) error) error {
	return datafile.Each(files, "data/"+name+".txt", columns, read)
}

// list returns the parts of a column, which are divided by ";". An empty column has none.
func list(column string) []string {
	if column == "" {
		return nil
	}
	parts := strings.Split(column, ";")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}
