package dating

import (
	"embed"
	"fmt"
	"strings"
	"sync"

	"rashomon"
	"rashomon/datafile"
	"rashomon/entity/code"
)

//go:embed data
var files embed.FS

// An occasion is something that returns after years, and the days on which it was held.
type occasion struct {
	country string // whose, as ISO 3166-1 alpha-3; empty: the world's
	names   [][]string
	days    []int
}

// A knowledge is the data files.
type knowledge struct {
	occasions   []occasion
	resolutions []resolution
	terms       map[string][]*code.Entry // by names in lower case: who is not in the lists of entity/code, or not with the term
}

// A resolution is the last one of the Security Council of a year.
type resolution struct{ year, last int }

// known loads the embedded files once. They are part of the program: a test loads them and fails on the first bad line.
var known = sync.OnceValue(func() *knowledge {
	k, _ := load()
	return k
})

func load() (*knowledge, error) {
	k := &knowledge{terms: map[string][]*code.Entry{}}
	if err := datafile.Each(files, "data/terms.txt", 4, k.addTerm); err != nil {
		return k, err
	}
	if err := datafile.Each(files, "data/occasions.txt", 3, k.addOccasion); err != nil {
		return k, err
	}
	return k, datafile.Each(files, "data/resolutions.txt", 2, k.addResolution)
}

func (k *knowledge) addOccasion(columns []string) error {
	o := occasion{country: columns[0]}
	for name := range strings.SplitSeq(columns[1], ";") {
		o.names = append(o.names, strings.Fields(name))
	}
	for date := range strings.FieldsSeq(columns[2]) {
		day, last, ok := bounds(date)
		if !ok || last != day {
			return fmt.Errorf("%q is no day", date)
		}
		o.days = append(o.days, day)
	}
	k.occasions = append(k.occasions, o)
	return nil
}

func (k *knowledge) addTerm(columns []string) error {
	from, to, found := strings.Cut(columns[3], "..")
	_, _, ok := bounds(from)
	if _, _, ok2 := bounds(to); !found || !ok || to != "" && !ok2 {
		return fmt.Errorf("%q is no time in office", columns[3])
	}
	names := strings.Split(columns[2], "; ")
	entry := &code.Entry{
		Name: names[0], Type: rashomon.EntityPerson,
		Terms: []code.Term{{Codes: columns[:1], Office: columns[1], From: from, To: to}},
	}
	for _, name := range names {
		name = strings.ToLower(name)
		k.terms[name] = append(k.terms[name], entry)
	}
	return nil
}

func (k *knowledge) addResolution(columns []string) error {
	var r resolution
	if _, err := fmt.Sscan(columns[0]+" "+columns[1], &r.year, &r.last); err != nil {
		return err
	}
	k.resolutions = append(k.resolutions, r)
	return nil
}
