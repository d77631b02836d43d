package code

import (
	"errors"
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

// On returns the term that a day lies in (ISO 8601, to any precision). Without a day, and after somebody's death, it is
// the first. Who held an office of government and holds none on that day is of the elite outside government (ELI), as
// PLOVER defines it; of others only the country is known then.
func (e *Entry) On(date string) Term {
	if date == "" || e.Died != "" && isBefore(e.Died, date) {
		return e.Terms[0]
	}
	ended := false
	for _, term := range e.Terms {
		if term.holds(date) {
			return term
		}
		ended = ended || term.To != "" && isBefore(term.To, date) && slices.Contains(term.Codes, "GOV")
	}
	countries, _ := known().split(e.Terms[0].Codes)
	if ended && e.isPerson() {
		return Term{Codes: append(countries, "ELI"), Office: "out of office"}
	}
	return Term{Codes: countries}
}

func (e *Entry) isPerson() bool { return e.Type == rashomon.EntityPerson }

// String prints office and time, as far as they are given.
func (t Term) String() string {
	if t.From == "" && t.To == "" {
		return t.Office
	}
	return strings.TrimSpace(t.Office + " " + t.From + ".." + t.To)
}

// holds tells whether a day lies in the term.
func (t Term) holds(date string) bool {
	return !isBefore(date, t.From) && (t.To == "" || !isBefore(t.To, date))
}

// isBefore compares two days to the precision that both have: a year stands for all of its days.
func isBefore(a, b string) bool {
	common := min(len(a), len(b))
	return a[:common] < b[:common]
}

// readEntries reads the columns: type, terms, names of one thing, day of death.
func (k *knowledge) readEntries() error {
	k.entries = newIndex[*Entry](12000)
	for _, file := range entryFiles {
		err := eachLine(file, 4, func(columns []string) error {
			return k.addEntry(file, columns)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (k *knowledge) addEntry(file string, columns []string) error {
	names := list(columns[2])
	if len(names) == 0 {
		return errors.New("want a name")
	}
	switch rashomon.EntityType(columns[0]) {
	case rashomon.EntityPerson, rashomon.EntityOrganization, rashomon.EntityGroup,
		rashomon.EntityPlace, rashomon.EntityFacility:
	default:
		return fmt.Errorf("%q is no type of a name", columns[0])
	}
	entry := &Entry{Name: names[0], Forms: names, Type: rashomon.EntityType(columns[0]), Died: columns[3], List: file}
	for _, text := range list(columns[1]) {
		term, err := k.term(text)
		if err != nil {
			return err
		}
		entry.Terms = append(entry.Terms, term)
	}
	if len(entry.Terms) == 0 {
		entry.Terms = []Term{{}}
	}
	for _, form := range names {
		k.entries.put(form, entry)
	}
	return nil
}

// term reads codes, an office and a time, each of which may be missing: "LBY GOV president 1969-09..2011". An office
// begins with a word in lower case.
func (k *knowledge) term(text string) (Term, error) {
	var term Term
	for _, word := range strings.Fields(text) {
		from, to, isTime := strings.Cut(word, "..")
		switch {
		case isTime:
			term.From, term.To = from, to
		case term.Office == "" && isCountryCode(word):
			term.Codes = append(term.Codes, word)
		default:
			term.Office = strings.TrimSpace(term.Office + " " + word)
		}
	}
	_, sectors := k.split(term.Codes)
	return term, k.checkSectors(sectors)
}
