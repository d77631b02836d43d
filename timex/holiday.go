package timex

import (
	"fmt"
	"time"
)

// holiday returns the day of a year on which a holiday falls. Its rule, from data/holidays.txt, is one of
//
//	12-25         a day of a month
//	11/4/4        of November the fourth Thursday (the weekdays count from Monday); 5/1/-1 is the last Monday of May
//	easter+49     so many days from the Sunday of Easter
//
// ok is false for a feast that needs other knowledge (the moon, a king's birthday).
func holiday(rule string, year int) (t time.Time, ok bool) {
	var month, number, nth int
	if n, _ := fmt.Sscanf(rule, "easter%d", &number); n == 1 {
		return easter(year).AddDate(0, 0, number), true
	}
	if n, _ := fmt.Sscanf(rule, "%d-%d", &month, &number); n == 2 {
		return day(year, month, number), true
	}
	if n, _ := fmt.Sscanf(rule, "%d/%d/%d", &month, &number, &nth); n == 3 {
		return nthWeekday(year, month, number, nth), true
	}
	return time.Time{}, false
}

// nthWeekday returns a weekday of a month by its number there; a negative number counts from the end.
func nthWeekday(year, month, weekday, nth int) time.Time {
	if nth < 0 {
		end := day(year, month+1, 0)
		return end.AddDate(0, 0, -(isoWeekday(end)-weekday+7)%7+7*(nth+1))
	}
	first := day(year, month, 1)
	return first.AddDate(0, 0, (weekday-isoWeekday(first)+7)%7+7*(nth-1))
}

// easter returns the Sunday of Easter by the anonymous algorithm of the Gregorian computus (Nature, 20 April 1876).
func easter(year int) time.Time {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	f := (b + 8) / 25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return day(year, n/31, n%31+1)
}
