package timex

import "rashomon"

// set returns the value of something that happens again and again: "XXXX-XX-XX" every day, "XXXX-WXX-5" every Friday,
// "P1Y" where a rate is told ("twice a year").
func (m *meaning) set() (string, rashomon.Grain) {
	if m.has(slotUnit) {
		return duration(m.count(), m.has(slotVague), m.word(slotUnit)), units[m.word(slotUnit)].grain
	}
	if m.has(slotRepeat) {
		return every(m.word(slotRepeat))
	}
	at := m.inside(moment{noYear: true})
	return at.value(), at.grain
}

// every returns the value of what happens in each of a unit.
func every(name string) (string, rashomon.Grain) {
	at := moment{grain: units[name].grain, noYear: true}
	switch name {
	case "H":
		return "XXXX-XX-XXTXX", at.grain
	case "NI":
		return "XXXX-XX-XXTNI", rashomon.GrainDayPart
	case "W":
		return "XXXX-WXX", at.grain
	case "Q":
		return "XXXX-QX", at.grain
	}
	return at.value(), at.grain
}
