package intake

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"rashomon"
)

// Stated are the details that a person can state of a document, in the order in which they are asked for, with what each is.
var Stated = []struct {
	Field rashomon.Field
	Help  string
}{
	{rashomon.FieldTitle, "the title"},
	{rashomon.FieldSource, "the outlet, office or person that published it"},
	{rashomon.FieldAuthor, "the author"},
	{rashomon.FieldPlace, "where it was written"},
	{rashomon.FieldPublished, "when it was published: 2011, 2011-07, 2011-07-05, 2011-07-05T14:30 or RFC 3339"},
	{rashomon.FieldURL, "the address it was published at"},
	{rashomon.FieldLanguage, "the language, as ISO 639-1"},
}

// longestDetail is how many bytes a detail that a person states may have: an address may have two thousand, a title less.
const longestDetail = 2000

// State returns what a person states of a document as a detail, by the rule "user/" and how it was stated, or an error of kind
// ErrorUsage that tells no place.
func State(field rashomon.Field, value, how string) (rashomon.Detail, error) {
	var cause, remedy string
	switch {
	case !utf8.ValidString(value) || strings.ContainsFunc(value, unicode.IsControl):
		cause, remedy = "holds what is no text", "leave out signs that cannot be seen"
	case len(value) > longestDetail:
		cause, remedy = fmt.Sprintf("has %d bytes", len(value)), fmt.Sprintf("give %d at most", longestDetail)
	case field == rashomon.FieldPublished && !IsTime(value):
		cause, remedy = fmt.Sprintf("%q is no time", value), "write it as 2011, 2011-07, 2011-07-05, 2011-07-05T14:30 or RFC 3339"
	case field == rashomon.FieldLanguage && !isLanguage(value):
		cause, remedy = fmt.Sprintf("%q is no language", value), "give its two letters of ISO 639-1, as en"
	}
	if cause != "" {
		return rashomon.Detail{}, &rashomon.Error{Kind: rashomon.ErrorUsage, Cause: cause, Remedy: remedy}
	}
	return rashomon.Detail{Field: field, Value: value, Rule: "user/" + how}, nil
}

// isLanguage reports whether a value is a code of ISO 639-1.
func isLanguage(value string) bool {
	base, err := language.ParseBase(value)
	return err == nil && len(value) == 2 && base.String() == value
}

// IsTime reports whether a value is a day, a month, a year or a moment as people may state it.
func IsTime(value string) bool {
	return slices.ContainsFunc([]string{"2006", "2006-01", time.DateOnly, "2006-01-02T15:04", time.RFC3339}, func(layout string) bool {
		_, err := time.Parse(layout, value)
		return err == nil
	})
}
