package timex

import (
	"fmt"
	"strconv"
)

// A slot is a place in a meaning that a word or a rule fills.
type slot uint8

// The slots; slotNames has the names that the data files call them by, and meaning.go what they are for.
const (
	slotNone slot = iota

	slotValue
	slotMod
	slotBase
	slotSign
	slotCount
	slotUnit
	slotVague
	slotEra
	slotCentury
	slotDecade
	slotYear
	slotShortYear
	slotSeason
	slotQuarter
	slotHalf
	slotMonth

	slotDay
	slotWeekday
	slotWeekend
	slotHoliday
	slotPart
	slotHour
	slotMinute
	slotSecond
	slotAfternoon
	slotZone
	slotHours
	slotFirst
	slotOther
	slotRepeat

	slotOpen  // what is found begins at the atom of this number
	slotClose // and ends before that one
)

var slotNames = map[string]slot{
	"value": slotValue, "mod": slotMod, "base": slotBase, "sign": slotSign, "count": slotCount,
	"unit": slotUnit, "vague": slotVague, "era": slotEra, "century": slotCentury, "decade": slotDecade, "year": slotYear,
	"short": slotShortYear, "season": slotSeason, "quarter": slotQuarter, "half": slotHalf, "month": slotMonth,
	"day": slotDay, "weekday": slotWeekday, "weekend": slotWeekend,
	"holiday": slotHoliday, "part": slotPart, "hour": slotHour, "minute": slotMinute, "second": slotSecond,
	"afternoon": slotAfternoon, "zone": slotZone, "hours": slotHours, "first": slotFirst,
	"other": slotOther, "repeat": slotRepeat,
}

// A setting fills a slot with a word, and with the number that the word writes.
type setting struct {
	slot   slot
	number float64
	word   string
	ruled  bool // a rule says so, not a word
}

// newSetting reads the value of a slot as the data files write it.
func newSetting(name, value string) (setting, error) {
	s, known := slotNames[name]
	if !known {
		return setting{}, fmt.Errorf("there is no slot %q", name)
	}
	if number, err := strconv.ParseFloat(value, 64); err == nil {
		return setting{slot: s, number: number, word: value}, nil
	}
	return setting{slot: s, word: value}, nil
}
