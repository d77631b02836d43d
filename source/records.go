package source

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	bcp47 "golang.org/x/text/language"

	"rashomon"
	"rashomon/source/date"
)

// fieldText is the field of a record that holds the document, fieldID the one that names it.
const (
	fieldText = "text"
	fieldID   = "id"
)

// recordFields are the fields of a record that tell of the publication, in the order of the details made of them.
var recordFields = []rashomon.Field{
	rashomon.FieldTitle, rashomon.FieldSource, rashomon.FieldAuthor, rashomon.FieldPublished,
	rashomon.FieldURL, rashomon.FieldLanguage,
}

// fieldNames are all names that a record may use and Options.Fields may map.
func fieldNames() []string {
	names := []string{fieldText, fieldID}
	for _, field := range recordFields {
		names = append(names, string(field))
	}
	return names
}

// check verifies the options themselves.
func (o Options) check() error {
	if o.Format != "" && !slices.Contains(Formats(), string(o.Format)) {
		return &rashomon.Error{
			Kind: rashomon.ErrorUsage, Cause: fmt.Sprintf("there is no format %q", o.Format),
			Remedy: "use one of " + strings.Join(Formats(), ", "),
		}
	}
	for _, name := range slices.Sorted(maps.Keys(o.Fields)) {
		if !slices.Contains(fieldNames(), name) {
			return &rashomon.Error{
				Kind: rashomon.ErrorUsage, Cause: fmt.Sprintf("there is no field %q to map to %q", name, o.Fields[name]),
				Remedy: "use one of " + strings.Join(fieldNames(), ", "),
			}
		}
	}
	return nil
}

// theirName returns what a file calls one of our fields.
func (o Options) theirName(field string) string { return cmp.Or(o.Fields[field], field) }

// parseRecord fills a document from a record's text, as it stands, and its other fields, of which value returns the
// values.
func parseRecord(doc *rashomon.Document, text string, value func(field string) []string) {
	doc.Text = text
	doc.Parts = layout(text)
	for _, field := range recordFields {
		for _, v := range severalAuthors(field, value(string(field))) {
			if v := fieldValue(field, v); v != "" {
				doc.Details = append(doc.Details, rashomon.Detail{Field: field, Value: v, Rule: "record/" + string(field)})
			}
		}
	}
}

// severalAuthors takes apart what stands for several authors in one value of a table: "A. Roe; B. Doe".
func severalAuthors(field rashomon.Field, values []string) []string {
	if field != rashomon.FieldAuthor {
		return values
	}
	return strings.Split(strings.Join(values, ";"), ";")
}

// fieldValue brings a value into the form of its field; "" for what is not understood.
func fieldValue(field rashomon.Field, value string) string {
	switch field {
	case rashomon.FieldPublished:
		value, _ = date.Parse(value)
	case rashomon.FieldLanguage:
		value = languageCode(value)
	}
	return strings.Join(strings.Fields(value), " ")
}

// languageCode returns the ISO 639-1 code of a BCP 47 tag such as "en-GB", or "".
func languageCode(tag string) string {
	parsed, err := bcp47.Parse(strings.TrimSpace(tag))
	if err != nil {
		return ""
	}
	base, confidence := parsed.Base()
	if code := base.String(); confidence == bcp47.Exact && len(code) == 2 {
		return code
	}
	return ""
}

func noText(place string, o Options) error {
	return &rashomon.Error{
		Kind: rashomon.ErrorInvalid, Place: place,
		Cause:  fmt.Sprintf("the record has no text in a field %q", o.theirName(fieldText)),
		Remedy: "name the field that holds the text with --field text=NAME",
	}
}
