package date

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// The forms of a date that machines and headers write. A date in digits alone is understood only where it cannot be
// misread: "04/05/2011" is April in one country and May in another.
var (
	isoDate     = regexp.MustCompile(`^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?`)
	slashedDate = regexp.MustCompile(`^(\d{4})[/.-](\d\d?)[/.-](\d\d?)`)
	compactDate = regexp.MustCompile(`^(\d{4})(\d\d)(\d\d)`)
	numericDate = regexp.MustCompile(`^(\d\d?)[/.-](\d\d?)[/.-](\d{4})`)
	dayMonth    = regexp.MustCompile(`^(?i:(\d\d?)(?:st|nd|rd|th)?(?:[ -]|\. ?)(\pL{3,})\.?,?[ -](\d{4}|\d\d))`)
	monthDay    = regexp.MustCompile(`^(?i:(\pL{3,})\.? (\d\d?)(?:st|nd|rd|th)?,? (\d{4}))`)
	monthYear   = regexp.MustCompile(`^(\pL{3,})\.? (\d{4})`)
	weekday     = regexp.MustCompile(`^(\pL{3,9})\.?,? `)
	// unixDate is the form of date(1) and C's ctime, with the year behind the clock.
	unixDate = regexp.MustCompile(`^(\pL{3} \d\d?) (\d\d:\d\d(?::\d\d)?)((?: [A-Z]{1,5}| [+-]\d{4})?) (\d{4})$`)
	clock    = regexp.MustCompile(`^(?:[Tt]|,? (?:(?:at|-|–) )?)(\d\d?)[:.]?(\d\d)(?:[:.]?(\d\d)(?:[.,]\d+)?)?` +
		`(?: ?([AaPp])\.?[Mm]\.?)?`)
	zone = regexp.MustCompile(`^ ?(?:(?:GMT|UTC)?([+-])(\d\d):?(\d\d)?|([A-Za-z]{1,5}))?(?: ?\([^)]*\))?$`)
)

// zones are the names that RFC 822, section 5.1 gives a fixed offset, in hours, and two that ISO 8601 adds. Others
// ("IST", "CST" in Asia) stand for several zones.
var zones = map[string]int{
	"Z": 0, "UT": 0, "UTC": 0, "GMT": 0, "EST": -5, "EDT": -4,
	"CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
}

// Parse returns the value of a date that a machine wrote, with its time of day and zone, and reports whether it was
// understood. A zone that is not known is left out.
func Parse(s string) (value string, ok bool) {
	s = strings.Join(strings.Fields(s), " ")
	if found := weekday.FindStringSubmatch(s); found != nil && isWeekday(found[1]) {
		s = s[len(found[0]):]
	}
	if found := unixDate.FindStringSubmatch(s); found != nil {
		s = found[1] + " " + found[4] + " " + found[2] + found[3]
	}
	date, rest := isoDay(s)
	if date == "" {
		return "", false
	}
	if rest == "" {
		return date, true
	}
	if len(date) != len("2006-01-02") {
		return "", false
	}
	hour, rest := isoClock(rest)
	zoned, ok := isoZone(rest)
	switch {
	case hour == "" || !ok:
		return "", false
	case zoned != "" && len(hour) == len("15:04"):
		hour += ":00"
	}
	return date + "T" + hour + zoned, true
}

// isoDay reads the date at the beginning and returns it with what follows.
func isoDay(s string) (date, rest string) {
	for _, form := range []struct {
		pattern          *regexp.Regexp
		year, month, day int // groups of the pattern
	}{
		{slashedDate, 1, 2, 3},
		{compactDate, 1, 2, 3},
		{isoDate, 1, 2, 3},
		{dayMonth, 3, 2, 1},
		{monthDay, 3, 1, 2},
		{monthYear, 2, 1, 0},
	} {
		if found := form.pattern.FindStringSubmatch(s); found != nil {
			day := ""
			if form.day > 0 {
				day = found[form.day]
			}
			return calendarDay(found[form.year], found[form.month], day), s[len(found[0]):]
		}
	}
	if found := numericDate.FindStringSubmatch(s); found != nil {
		return unambiguousDay(found[1], found[2], found[3]), s[len(found[0]):]
	}
	return "", s
}

// unambiguousDay reads two numbers as day and month if only one order of them is possible.
func unambiguousDay(first, second, year string) string {
	dayFirst, monthFirst := calendarDay(year, second, first), calendarDay(year, first, second)
	switch {
	case dayFirst == monthFirst || monthFirst == "":
		return dayFirst
	case dayFirst == "":
		return monthFirst
	}
	return ""
}

// The years that a text can have been published in. There is no clock to ask which year it is, so that the last one is
// set far enough for the documents of this century; what lies behind it is a slip of the pen or a tale.
const (
	firstYear = 1000
	lastYear  = 2100
)

// calendarDay writes a date of the calendar; "" for one that does not exist, or in no year of a publication. Month and day
// may be empty.
func calendarDay(year, month, day string) string {
	y, _ := strconv.Atoi(year)
	if len(year) == 2 {
		y += 1900
		if y < 1950 { // RFC 5322, section 4.3
			y += 100
		}
	}
	m, d := monthNumber(month), 1
	if day != "" {
		d, _ = strconv.Atoi(day)
	}
	switch t := time.Date(y, time.Month(max(m, 1)), d, 0, 0, 0, 0, time.UTC); {
	case y < firstYear || y > lastYear || month != "" && m == 0 || t.Day() != d:
		return ""
	case month == "":
		return fmt.Sprintf("%04d", y)
	case day == "":
		return fmt.Sprintf("%04d-%02d", y, m)
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
}

// monthNumber reads a month's number, name, or the beginning of its name; 0 for what is none.
func monthNumber(month string) int {
	if number, err := strconv.Atoi(month); err == nil {
		if 1 <= number && number <= 12 {
			return number
		}
		return 0
	}
	for number := time.January; number <= time.December; number++ {
		if isBeginning(month, number.String()) {
			return int(number)
		}
	}
	return 0
}

func isWeekday(word string) bool {
	for day := time.Sunday; day <= time.Saturday; day++ {
		if isBeginning(word, day.String()) {
			return true
		}
	}
	return false
}

// isBeginning reports whether a word of at least three letters is a name or the beginning of it.
func isBeginning(word, name string) bool {
	return 3 <= len(word) && len(word) <= len(name) && strings.EqualFold(word, name[:len(word)])
}

// isoClock reads the time of day at the beginning and returns it as hh:mm or hh:mm:ss, with what follows.
func isoClock(s string) (hour, rest string) {
	found := clock.FindStringSubmatch(s)
	if found == nil {
		return "", s
	}
	h, _ := strconv.Atoi(found[1])
	if half := found[4]; half != "" {
		if h < 1 || h > 12 {
			return "", s
		}
		h %= 12
		if strings.EqualFold(half, "p") {
			h += 12
		}
	}
	if h > 23 || found[2] > "59" || found[3] > "60" {
		return "", s
	}
	hour = fmt.Sprintf("%02d:%s", h, found[2])
	if found[3] != "" {
		hour += ":" + min(found[3], "59") // a leap second is told as the second before it
	}
	return hour, s[len(found[0]):]
}

// isoZone reads what must be a zone or nothing.
func isoZone(s string) (offset string, ok bool) {
	found := zone.FindStringSubmatch(s)
	switch {
	case found == nil:
		return "", false
	case found[1] != "":
		offset = found[1] + found[2] + ":" + (found[3] + "00")[:2]
	case found[4] != "":
		hours, known := zones[strings.ToUpper(found[4])]
		if !known {
			return "", true
		}
		offset = fmt.Sprintf("%+03d:00", hours)
	}
	if offset == "+00:00" || offset == "-00:00" {
		offset = "Z"
	}
	return offset, found[2] <= "14" && found[3] <= "59"
}
