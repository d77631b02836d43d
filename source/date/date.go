// Package date reads when a text says that it was published, by the form alone: [Read] finds a date in the forms of
// people at the beginning of a text, [Parse] takes a whole value in the forms of machines, as markup and headers hold
// it. Both give it in the form of rashomon.Detail, as exact as it was and no more, and guess nothing: what can be meant
// in two ways is not understood.
package date

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// The forms in which people write a date, at the beginning of a text. The year may be absent where the month has a
// name.
var (
	datePatterns = []struct {
		pattern          *regexp.Regexp
		year, month, day int // groups of the pattern
	}{
		{regexp.MustCompile(`^(\d{4})[-/.](\d\d?)[-/.](\d\d?)(?:\b|T)`), 1, 2, 3},
		{regexp.MustCompile(`^(?i:(\d\d?)(?:st|nd|rd|th)?(?:\s+of\s+|\s*-\s*|\.?\s*)(\pL{3,9})\b\.?` +
			`(?:(?:,?\s+|-|,)('?\d\d|\d{4})\b)?)`), 3, 2, 1},
		{regexp.MustCompile(`^(?i:(\pL{3,9})\.?,?\s+(\d{4})\b)`), 2, 1, 0},
		{regexp.MustCompile(`^(?i:(\pL{3,9})\.?\s*(?:the\s+)?(\d\d?)(?:st|nd|rd|th)?\b` +
			`(?:(?:,\s*|\s+)('?\d\d|\d{4})\b)?)`), 3, 1, 2},
	}
	datePrefix  = regexp.MustCompile(`^(?i:(\pL{3,9})\.?(?:,\s*|\s+))`)
	dateArticle = regexp.MustCompile(`^(?i:the\s+)`)
	dateClock   = regexp.MustCompile(`^(?:T|,?\s+(?:(?:at|@|-|–|—|\|)\s+)?)` + // what joins it to the day
		`(\d\d?)(?:[:.]\s?(\d\d)|(\d\d))?(?:[:.](\d\d)(?:[.,]\d+)?)?(?:\s*([AaPp])\.?[Mm]\b\.?)?` + // hour, minutes, seconds, half
		`(\s*(?:Z\b|\(?[A-Z]{2,5}\b\)?|(?:GMT|UTC)?\s?[+-]\d\d:?\d\d))?(?i:\s*(?:hrs|hours|h|local time)\b)?`) // zone
	clockFirst = regexp.MustCompile(`^(?:\d\d?[:.]\d\d(?:\s*[AaPp]\.?[Mm]\b\.?)?|\d\d?\s*[AaPp]\.?[Mm]\b\.?)` +
		`(?:\s*[A-Z]{2,5}\b)?(?:,\s*|\s+(?:on\s+)?)`)
)

// longestDate is the length in bytes within which a date with its weekday, clock and zone ends.
const longestDate = 100

// Read returns the value of the date at the beginning of a text, with weekday, time of day and zone, and its length. The
// value is "" for a date that can be meant in two ways or does not exist; the length is 0 where there is no date.
func Read(text string) (value string, length int) {
	text = text[:min(len(text), longestDate)]
	if !strings.ContainsAny(text, "0123456789") { // as most texts, which need no further look
		return "", 0
	}
	rest := text[len(clockFirst.FindString(text)):]
	earlier := strings.TrimRight(text[:len(text)-len(rest)], " ,\u00a0on\t\r\n")
	if found := datePrefix.FindStringSubmatch(rest); found != nil && isDayName(found[1]) {
		rest = rest[len(found[0]):]
	}
	rest = rest[len(dateArticle.FindString(rest)):]
	day, size := readDay(rest)
	if size == 0 {
		return "", 0
	}
	rest = rest[size:]
	clock, size := readClock(rest)
	if earlier != "" {
		clock, _ = readClock(" " + earlier)
	}
	if clock != "" && len(day) == len("2006-01-02") && day[0] != 'X' {
		day += "T" + clock
	}
	return day, len(text) - len(rest) + size
}

// isDayName also takes the "Tues", "Weds" and "Thurs" that are printed beside the beginnings of the names.
func isDayName(word string) bool { return isWeekday(word) || strings.EqualFold(word, "Weds") }

// readDay reads a date without a time of day.
func readDay(text string) (value string, length int) {
	for _, form := range datePatterns {
		found := form.pattern.FindStringSubmatch(text)
		if found == nil || monthNumber(found[form.month]) == 0 {
			continue
		}
		day := ""
		if form.day > 0 {
			day = found[form.day]
		}
		return dayOf(found[form.year], found[form.month], day), len(strings.TrimSuffix(found[0], "T"))
	}
	if found := numericDate.FindStringSubmatch(text); found != nil {
		return unambiguousDay(found[1], found[2], found[3]), len(found[0])
	}
	return "", 0
}

// dayOf writes a date whose year may be absent or short. A short year from 69 on can only be of the last century, as
// POSIX reads it (strptime, %y), for 2069 is still to come; one below may be of either, and is not guessed.
func dayOf(year, month, day string) string {
	year = strings.TrimPrefix(year, "'")
	if short, err := strconv.Atoi(year); len(year) == 2 && err == nil {
		if year = ""; short >= 69 {
			year = strconv.Itoa(1900 + short)
		}
	}
	if year != "" {
		return calendarDay(year, month, day)
	}
	const leapYear = "2000" // every day of any year is in it
	if known := calendarDay(leapYear, month, day); known != "" {
		return "XXXX" + known[len(leapYear):]
	}
	return ""
}

// readClock reads the time of day behind a date: "" with a length for one that does not exist.
func readClock(text string) (value string, length int) {
	found := dateClock.FindStringSubmatch(text)
	if found == nil || found[2] == "" && found[3] == "" && found[5] == "" {
		return "", 0
	}
	minutes := (found[2] + found[3] + "00")[:2]
	second := ""
	if found[4] != "" {
		second = ":" + found[4]
	}
	half := ""
	if found[5] != "" {
		half = found[5] + "m"
	}
	hour, _ := isoClock(fmt.Sprintf("T%s:%s%s%s", found[1], minutes, second, half))
	zone, known := isoZone(strings.Trim(found[6], " ()"))
	if hour == "" || !known {
		return "", len(found[0])
	}
	if zone != "" && second == "" {
		hour += ":00"
	}
	return hour + zone, len(found[0])
}
