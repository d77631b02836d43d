package petrarch

import (
	"strconv"
	"strings"
	"time"
)

// A day is a date as a number: 20110705. 0 is an unknown one.
type day int

// readDay reads a date of a dictionary, YYYYMMDD or YYMMDD. Of two digits, those up to 30 are of this century, as KEDS
// and TABARI have it.
func readDay(text string) (day, bool) {
	if len(text) == len("060102") {
		century := "19"
		if text <= "309999" {
			century = "20"
		}
		text = century + text
	}
	if _, err := time.Parse("20060102", text); err != nil {
		return 0, false
	}
	number, _ := strconv.Atoi(text)
	return day(number), true
}

// publicationDay returns the day of a document's publication: the first one that it may have been on.
func publicationDay(published string) day {
	date, _, _ := strings.Cut(published, "T")
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if on, err := time.Parse(layout, date); err == nil {
			number, _ := strconv.Atoi(on.Format("20060102"))
			return day(number)
		}
	}
	return 0
}
