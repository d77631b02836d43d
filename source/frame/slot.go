package frame

import (
	"slices"
	"strings"

	"rashomon"
	"rashomon/source/date"
)

// A filling is one way to fill a slot at the beginning of a text: where it ends, and what it tells.
type filling struct {
	end     int
	details []rashomon.Detail
}

// slots are the readers of the slots that templates may name. The longest way comes first.
var slots map[string]func(text string) []filling

func init() { // apart from the declaration, for the readers refer to what the templates build on
	slots = map[string]func(text string) []filling{
		"authors":     func(text string) []filling { return fillPersons(text, rashomon.FieldAuthor) },
		"people":      func(text string) []filling { return fillPersons(text, "") },
		"writer":      func(text string) []filling { return fillPerson(text, 2) },
		"honoured":    func(text string) []filling { return fillPerson(text, 2) },
		"signer":      func(text string) []filling { return fillPerson(text, 1) },
		"date":        func(text string) []filling { return fillDate(text, rashomon.FieldPublished) },
		"other date":  func(text string) []filling { return fillDate(text, "") },
		"place":       func(text string) []filling { return fillPlace(text, rashomon.FieldPlace) },
		"town":        fillTown,
		"elsewhere":   func(text string) []filling { return fillPlace(text, "") },
		"agency":      fillAgencies,
		"outlet":      func(text string) []filling { return fillPhrase(text, isOutlet, rashomon.FieldSource) },
		"publication": func(text string) []filling { return fillPhrase(text, isPublication, rashomon.FieldSource) },
		"original":    func(text string) []filling { return fillPhrase(text, isPublication, "") },
		"role":        func(text string) []filling { return fillPhrase(text, isWriterRole, "") },
		"office":      func(text string) []filling { return fillPhrase(text, isOffice, "") },
		"text":        func(text string) []filling { return fillPhrase(text, func(string) bool { return true }, "") },
		"number":      func(text string) []filling { return fillDigits(text, 1, 6) },
		"year":        func(text string) []filling { return fillDigits(text, 4, 4) },
	}
}

// tell makes the detail of a stretch of a text; none where the field has no name.
func tell(field rashomon.Field, text string, start, end int) []rashomon.Detail {
	if field == "" {
		return nil
	}
	extent := rashomon.Extent{Start: start, End: end}
	return []rashomon.Detail{{Field: field, Value: oneSpace(text[start:end]), Extent: extent}}
}

func fillPersons(text string, field rashomon.Field) []filling {
	var ways []filling
	lists := readPersons(text)
	for i := len(lists) - 1; i >= 0; i-- {
		way := filling{}
		if slices.ContainsFunc(lists[i], func(n naming) bool { return !isGiven(text[n.start:n.end]) && isOutlet(text[n.start:n.end]) }) {
			continue
		}
		for _, person := range lists[i] {
			way.end = person.end
			way.details = append(way.details, tell(field, text, person.start, person.end)...)
		}
		ways = append(ways, way)
	}
	return ways
}

func fillPerson(text string, least int) []filling {
	person := readPerson(text, least)
	if person.end == 0 {
		return nil
	}
	end := person.end
	for _, genitive := range []string{"'s", "’s"} { // the name ends before it, and the template goes on with it
		if strings.HasSuffix(text[:end], genitive) {
			end -= len(genitive)
		}
	}
	return []filling{{end, tell(rashomon.FieldAuthor, text, person.start, end)}}
}

func fillDate(text string, field rashomon.Field) []filling {
	value, length := date.Read(text)
	if length == 0 {
		return nil
	}
	details := tell(field, text, 0, length)
	if value == "" {
		details = nil
	}
	for i := range details {
		details[i].Value = value
	}
	return []filling{{length, details}}
}

// fillPlace reads a place with the regions that may follow it: "Orlo, Lower Sunder, Lusenia".
func fillPlace(text string, field rashomon.Field) []filling {
	var ends []int
	for pos, most := 0, 3; most > 0; most-- {
		lengths := readPlace(text[pos:])
		for _, length := range lengths {
			ends = append(ends, pos+length)
		}
		if len(lengths) == 0 || !strings.HasPrefix(text[ends[len(ends)-1]:], ", ") {
			break
		}
		pos = ends[len(ends)-1] + len(", ")
	}
	var ways []filling
	for i := len(ends) - 1; i >= 0; i-- {
		ways = append(ways, filling{ends[i], tell(field, text, 0, ends[i])})
	}
	return ways
}

// fillTown reads a place that cannot be the name of a person or an office.
func fillTown(text string) []filling {
	ways := fillPlace(text, rashomon.FieldPlace)
	return slices.DeleteFunc(ways, func(way filling) bool { return !isTown(text[:way.end]) })
}

func fillAgencies(text string) []filling {
	agencies := readAgencies(text)
	var ways []filling
	for i := len(agencies); i > 0; i-- {
		way := filling{end: agencies[i-1].end}
		for _, agency := range agencies[:i] {
			way.details = append(way.details, tell(rashomon.FieldAgency, text, agency.start, agency.end)...)
		}
		ways = append(ways, way)
	}
	return ways
}

// longestPhrase is the length in bytes of the longest phrase that fills a slot.
const longestPhrase = 160

// fillPhrase reads whatever words a test lets pass. A source that is an agency is told as one.
func fillPhrase(text string, passes func(string) bool, field rashomon.Field) []filling {
	var ways []filling
	for _, end := range wordEnds(text) {
		if end > longestPhrase {
			break
		}
		if end < len(text) && text[end] == ')' && strings.Contains(text[:end], "(") {
			end++
		}
		phrase := strings.TrimRight(text[:end], ".")
		if !passes(phrase) {
			continue
		}
		told := field
		if field != "" && isAgency(phrase) {
			told = rashomon.FieldAgency
		}
		ways = append([]filling{{len(phrase), tell(told, text, 0, nameEnd(phrase))}}, ways...)
	}
	return ways
}

// nameEnd returns where a name ends before the abbreviation that follows it in brackets.
func nameEnd(phrase string) int {
	if open := strings.LastIndex(phrase, " ("); open > 0 && strings.HasSuffix(phrase, ")") {
		return open
	}
	return len(phrase)
}

func fillDigits(text string, least, most int) []filling {
	length := len(text) - len(strings.TrimLeft(text, "0123456789"))
	if length < least || length > most {
		return nil
	}
	return []filling{{end: length}}
}
