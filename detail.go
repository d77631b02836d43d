package rashomon

import "strings"

// A Field names what a [Detail] tells.
type Field string

// The fields of a publication's details.
const (
	FieldTitle     Field = "title"
	FieldSource    Field = "source" // the outlet, office or person that published it
	FieldAuthor    Field = "author" // one detail an author
	FieldAgency    Field = "agency" // the news agency that is credited
	FieldPlace     Field = "place"  // where it was written, as it stands in a dateline
	FieldPublished Field = "published"
	FieldURL       Field = "url"
	// FieldLanguage is a code of ISO 639-1, or "und" where the text is certainly not English but its language is not
	// decided; absent where the text is too short to tell.
	FieldLanguage Field = "language"
)

var fields = []Field{FieldTitle, FieldSource, FieldAuthor, FieldAgency, FieldPlace, FieldPublished, FieldURL, FieldLanguage}

// A Detail is one thing known of a document as a publication, and how it is known.
type Detail struct {
	Field Field `json:"field"`
	// Value is the text of the field. A time of publication is as exact as its source and no more: "2011", "2011-07",
	// "2011-07-05", "2011-07-05T14:30" or RFC 3339 where a zone is given; "XXXX-07-05" (as in TIMEX3) where no year is.
	Value string `json:"value"`
	// Extent is where the text says so; empty where markup, a header or a person does.
	Extent Extent `json:"extent,omitzero"`
	Rule   string `json:"rule"`
}

// Detail returns the value of the field that goes before all others, or "" where nothing is known.
func (d *Document) Detail(field Field) string {
	for _, detail := range d.Details {
		if detail.Field == field {
			return detail.Value
		}
	}
	return ""
}

// English reports whether the document is to be read: it is, unless it is known to be in another language.
func (d *Document) English() bool {
	language := d.Detail(FieldLanguage)
	return language == "" || language == "en"
}

// Authors returns all authors in order, or nil where none is known. Where several rules found authors, the first rule
// is believed: the others may write the same names otherwise.
func (d *Document) Authors() []string {
	var authors []string
	var rule string
	for _, detail := range d.Details {
		if detail.Field != FieldAuthor || rule != "" && detail.Rule != rule {
			continue
		}
		authors, rule = append(authors, detail.Value), detail.Rule
	}
	return authors
}

// Published returns when the document was published, as exactly as is known ("2011-07-05", "2011"), or "". A date
// without a year counts as not known.
func (d *Document) Published() string {
	for _, detail := range d.Details {
		if detail.Field == FieldPublished && !strings.HasPrefix(detail.Value, "XXXX") {
			return detail.Value
		}
	}
	return ""
}
