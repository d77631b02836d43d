package source

import (
	"fmt"
	"strings"

	"rashomon"
)

// misread holds what the records of a file say that is not understood, such as a day that there is not. The documents are
// kept without it; that is told once a field at the end of the file, which may hold a million of the kind.
type misread map[rashomon.Field]*misreading

type misreading struct {
	value, place string // the first
	count        int    // of records
}

// records takes apart a file of records, and tells of the values that are not understood.
func (o *opener) records(s stream, takeApart func(stream, misread) bool) bool {
	m := misread{}
	return takeApart(s, m) && o.tellMisread(m)
}

// note looks at a record, of which values returns those of a field of ours.
func (m misread) note(place string, values func(field string) []string) {
	for _, field := range recordFields {
		for _, value := range values(string(field)) {
			if strings.TrimSpace(value) == "" || fieldValue(field, value) != "" {
				continue
			}
			if m[field] == nil {
				m[field] = &misreading{value: value, place: place}
			}
			m[field].count++
			break
		}
	}
}

func (o *opener) tellMisread(m misread) bool {
	for _, field := range recordFields {
		if m[field] != nil && !o.fail(m[field].err(field)) {
			return false
		}
	}
	return true
}

func (m misreading) err(field rashomon.Field) error {
	const longest = 60 // characters of a value that are shown
	cause := fmt.Sprintf("the %s %.*q is not understood", field, longest, m.value)
	remedy := "the document is kept without"
	if m.count > 1 {
		noun := "records"
		if m.count == 2 {
			noun = "record"
		}
		cause += fmt.Sprintf(", nor are those of %d other %s", m.count-1, noun)
		remedy = "the documents are kept without"
	}
	return &rashomon.Error{Kind: rashomon.ErrorInvalid, Place: m.place, Cause: cause, Remedy: remedy}
}
