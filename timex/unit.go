package timex

import (
	"math"
	"strconv"

	"rashomon"
)

// A unit is something that time is counted in.
type unit struct {
	grain                 rashomon.Grain
	months, days, seconds int
	clock                 bool   // its durations stand behind the T
	code                  string // in a duration
}

// units are the units by the names that the data files call them by.
var units = map[string]unit{
	"S":   {grain: rashomon.GrainSecond, seconds: 1, clock: true, code: "S"},
	"MIN": {grain: rashomon.GrainMinute, seconds: 60, clock: true, code: "M"},
	"H":   {grain: rashomon.GrainHour, seconds: 3600, clock: true, code: "H"},
	"NI":  {grain: rashomon.GrainDay, days: 1, code: "NI"},
	"D":   {grain: rashomon.GrainDay, days: 1, code: "D"},
	"WE":  {grain: rashomon.GrainWeekend, days: 7, code: "WE"},
	"W":   {grain: rashomon.GrainWeek, days: 7, code: "W"},
	"M":   {grain: rashomon.GrainMonth, months: 1, code: "M"},
	"Q":   {grain: rashomon.GrainQuarter, months: 3, code: "Q"},
	"HY":  {grain: rashomon.GrainHalf, months: 6, code: "H"},
	"Y":   {grain: rashomon.GrainYear, months: 12, code: "Y"},
	"DE":  {grain: rashomon.GrainDecade, months: 120, code: "DE"},
	"CE":  {grain: rashomon.GrainCentury, months: 1200, code: "CE"},
}

// parts are how many of a finer unit make up one: so that half a year is six months.
var parts = map[string]struct {
	count float64
	unit  string
}{"Y": {12, "M"}, "H": {60, "MIN"}, "MIN": {60, "S"}, "D": {24, "H"}, "DE": {10, "Y"}, "CE": {100, "Y"}}

// duration writes a length of time as TIMEX3 does; a vague count is an X.
func duration(count float64, vague bool, name string) string {
	if count == 0.5 {
		count, name = whole(count, name)
	}
	number := strconv.FormatFloat(count, 'f', -1, 64)
	if vague {
		number = "X"
	}
	if u := units[name]; u.clock {
		return "PT" + number + u.code
	} else {
		return "P" + number + u.code
	}
}

// whole returns the same length in a unit of which it is a whole number, where there is one.
func whole(count float64, name string) (float64, string) {
	part, divisible := parts[name]
	if count == math.Trunc(count) || !divisible || count*part.count != math.Trunc(count*part.count) {
		return count, name
	}
	return count * part.count, part.unit
}
