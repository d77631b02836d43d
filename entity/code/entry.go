package code

import (
	"fmt"
	"slices"
	"strings"

	"rashomon"
)

// An Entry is somebody or something known by name.
type Entry struct {
	Name  string // the first of its forms
	Forms []string
	Type  rashomon.EntityType
	Terms []Term // the first is what it is best known as
	Died  string // ISO 8601 to any precision; empty while alive, or not known, or no person
	List  string // the file that it stands in
}

// A Term is what somebody was over a time.
type Term struct {
	Codes    []string // country first, then sectors
	Office   string   // "president"; empty where none is given
	From, To string   // ISO 8601 to any precision, To included; empty: from ever, for ever
}

// FindEntry finds the longest listed name at the beginning of words. A name that several bear gives all of them.
func FindEntry(words []string) ([]*Entry, int) { return known().entries.find(words) }

// Codes returns the codes on a day (ISO 8601, to any precision). Without a day, and after somebody's death, they are those
// of the first term. Who held an office once and none on that day is of the elite outside government (ELI), as PLOVER
// defines it. Before the first term only the country is known.
func (e *Entry) Codes(date string) []string {
	if date == "" || e.Died != "" && e.Died < date {
		return e.Terms[0].Codes
	}
	ended := false
	for _, term := range e.Terms {
		if term.holds(date) {
			return term.Codes
		}
		ended = ended || term.To != "" && term.To < date && slices.Contains(term.Codes, "GOV")
	}
	countries, _ := known().split(e.Terms[0].Codes)
	if ended {
		return append(countries, "ELI")
	}
	return countries
}

func (e *Entry) isPerson() bool { return e.Type == rashomon.EntityPerson }

// holds tells whether a day lies in the term. A bound that is a year stands for all of it.
func (t Term) holds(date string) bool {
	return precise(date, t.From) >= t.From && (t.To == "" || precise(date, t.To) <= t.To)
}

// precise cuts a day to the precision of a bound.
func precise(date, bound string) string { return date[:min(len(date), len(bound))] }

func (k *knowledge) readEntries() error {
	k.entries = newIndex[*Entry]()
	for _, file := range entryFiles {
		err := eachLine(file, 4, func(columns []string) error {
			entry, err := k.entry(columns)
			if err != nil {
				return err
			}
			entry.List = file
			for _, form := range entry.Forms {
				k.entries.put(form, entry)
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// entry reads the columns: type, terms, forms, day of death.
func (k *knowledge) entry(columns []string) (*Entry, error) {
	entry := &Entry{Type: rashomon.EntityType(columns[0]), Forms: list(columns[2]), Died: columns[3]}
	if len(entry.Forms) == 0 {
		return nil, fmt.Errorf("want a name")
	}
	entry.Name = entry.Forms[0]
	for _, text := range list(columns[1]) {
		term, err := k.term(text)
		if err != nil {
			return nil, err
		}
		entry.Terms = append(entry.Terms, term)
	}
	if len(entry.Terms) == 0 {
		entry.Terms = []Term{{}}
	}
	return entry, nil
}

// term reads codes, an office in lower case and a time, each of which may be missing: "LBY GOV president 1969-09..2011".
func (k *knowledge) term(text string) (Term, error) {
	var term Term
	for _, word := range strings.Fields(text) {
		from, to, isTime := strings.Cut(word, "..")
		switch {
		case isTime:
			term.From, term.To = from, to
		case isCountryCode(word):
			term.Codes = append(term.Codes, word)
		default:
			term.Office = strings.TrimSpace(term.Office + " " + word)
		}
	}
	_, sectors := k.split(term.Codes)
	return term, k.checkSectors(sectors)
}
