package code

import (
	"fmt"
	"strings"
)

// eachLine calls read with the columns of every line of a data file but comments, which begin with "#", and empty ones.
// Columns are divided by "|". An error names the file and the line.
func eachLine(name string, columns int, read func(columns []string) error) error {
	content, err := files.ReadFile("data/" + name + ".txt")
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
			return fmt.Errorf("data/%s.txt:%d: got %d columns, want %d", name, number, len(fields), columns)
		}
		for i := range fields {
			fields[i] = strings.TrimSpace(fields[i])
		}
		if err := read(fields); err != nil {
			return fmt.Errorf("data/%s.txt:%d: %w", name, number, err)
		}
	}
	return nil
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
