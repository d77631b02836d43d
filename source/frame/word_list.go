package frame

import "strings"

// A section is one section of a file of knowledge: what its header says and the lines below it.
type section struct {
	header []string
	lines  []string
}

// readSections reads a file of knowledge: "# comment", "[header of some words]", and lines.
func readSections(file string) []section {
	var sections []section
	for line := range strings.Lines(file) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "# "):
		case isHeader(line):
			sections = append(sections, section{header: strings.Fields(strings.Trim(line, "[]"))})
		case len(sections) > 0:
			last := &sections[len(sections)-1]
			last.lines = append(last.lines, line)
		}
	}
	return sections
}

// isHeader tells a header from a line that starts and ends with a word in brackets.
func isHeader(line string) bool {
	inner, found := strings.CutPrefix(line, "[")
	inner, closed := strings.CutSuffix(inner, "]")
	return found && closed && !strings.HasPrefix(inner, " ") && !strings.ContainsAny(inner, "[]<")
}

// A wordList is a set of words and phrases, in lower case.
type wordList struct {
	phrases map[string]bool
	first   map[string]bool // what the phrases begin with, up to the end of the first word
}

// wordLists are the lists of a file, by the names of its sections. They are read when the first text comes.
type wordLists map[string]wordList

// readWordLists reads the sections of a file whose lines hold phrases between bars, by the sections' names.
func readWordLists(file string) wordLists {
	lists := wordLists{}
	for _, s := range readSections(file) {
		list := wordList{phrases: map[string]bool{}, first: map[string]bool{}}
		for _, line := range s.lines {
			for phrase := range strings.SplitSeq(line, "|") {
				list.add(strings.ToLower(strings.TrimSpace(phrase)))
			}
		}
		lists[strings.Join(s.header, " ")] = list
	}
	return lists
}

func (l wordList) add(phrase string) {
	l.phrases[phrase] = true
	for _, end := range wordEnds(phrase) {
		l.first[oneSpace(phrase[:end])] = true
		break
	}
}

// has reports whether a phrase is in the list, whatever its case.
func (l wordList) has(phrase string) bool { return l.phrases[strings.ToLower(phrase)] }

// startOf returns the length of the longest phrase of the list that a text begins with, up to the end of a word, or 0.
func (l wordList) startOf(text string) int {
	const mostWords = 8
	longest := 0
	for n, end := range wordEnds(text) {
		if n >= mostWords {
			break
		}
		phrase := strings.ToLower(oneSpace(text[:end]))
		if n == 0 && !l.first[phrase] && !l.first[strings.TrimSuffix(phrase, ".")] {
			break
		}
		switch {
		case l.phrases[phrase]:
			longest = end
		case l.phrases[strings.TrimSuffix(phrase, ".")]:
			longest = end - 1
		}
	}
	return longest
}
