package entity

import (
	"strings"
	"sync"

	"rashomon"
)

// genders are the words of data/genders.txt.
var genders = sync.OnceValue(func() map[string]gender {
	words := map[string]gender{}
	_ = eachLine("genders", 2, func(columns []string) error { // a test loads the file and fails on an error
		for _, word := range strings.Fields(columns[1]) {
			words[fold(word)] = map[string]gender{"f": feminine, "m": masculine}[columns[0]]
		}
		return nil
	})
	return words
})

// genderOf tells the gender of a person from the title or, failing that, the given name, where they tell.
func (r *reading) genderOf(d draft) gender {
	if d.kind != rashomon.EntityPerson {
		return anyGender
	}
	for at := d.Title.Start; at < d.Title.End; at++ {
		if g := genders()[fold(r.form(at))]; g != anyGender {
			return g
		}
	}
	if len(d.words) > 1 {
		return genders()[d.words[0]]
	}
	return anyGender
}
