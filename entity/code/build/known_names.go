package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// handWritten are the files whose names come before those of the sources.
var handWritten = []string{"persons.txt", "armed_groups.txt", "movements.txt"}

// A knownNames is the names that hand-written files have, in lower case, alone and after the code of each country.
type knownNames map[string]bool

func readEarlier(folder string) (knownNames, error) {
	names := knownNames{}
	for _, file := range handWritten {
		content, err := os.ReadFile(filepath.Join(folder, file))
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(string(content)) {
			names.add(strings.Split(line, "|"))
		}
	}
	return names, nil
}

// add takes the columns of a line: type, codes and terms, names, day of death.
func (e knownNames) add(columns []string) {
	if len(columns) < 4 {
		return
	}
	for _, code := range strings.Fields(strings.ReplaceAll(columns[1], ";", " ")) {
		for _, name := range strings.Split(columns[2], ";") {
			name = strings.ToLower(strings.TrimSpace(name))
			e[code+name], e[name] = true, true
		}
	}
}

// has tells whether one of the names is there for a country, or for any where the code is empty.
func (e knownNames) has(code string, names []string) bool {
	return slices.ContainsFunc(names, func(name string) bool { return e[code+strings.ToLower(name)] })
}
