package frame

import (
	"strings"
	"unicode"

	"rashomon"
	"rashomon/source/typography"
)

// A dateline is what stands in front of the first sentence of a report: place, day, agency, and a dash.
type dateline struct {
	end     int  // where it ends, the dash and the tags behind it included
	colon   bool // a colon stands for the dash
	details []rashomon.Detail
}

// The signs that may end a dateline. A single hyphen needs a space behind it, and the colon capitals before it.
var datelineDashes = []string{"---", "--", "—", "–", "―", "- ", "-\n", ":"}

// mostCreditWords is how many words the credit in brackets has at most: "(Canal Doce Television Network)".
const mostCreditWords = 6

// readDateline reads the dateline at the beginning of a paragraph. Capitals, a date and a known agency are each a sign
// of one; a place in small letters needs a date or an agency. bare tells whether a place in capitals is enough.
func readDateline(text string, bare bool) (dateline, bool) {
	start := skipOpening(text)
	if d, ok := bracketedDateline(text, start); ok {
		return d, true
	}
	if d, ok := datelineFrom(text, start, nil, bare); ok {
		return d, true
	}
	for _, way := range fillDatelinePlace(text[start:]) {
		if d, ok := datelineFrom(text, start+way.end, shifted(way.details, start), bare); ok {
			return d, true
		}
	}
	return dateline{}, false
}

// bracketedDateline reads a dateline that stands in square brackets as a whole: a place and a date, with a dash or none.
func bracketedDateline(text string, start int) (dateline, bool) {
	const longest = 100
	if !strings.HasPrefix(text[start:], "[") {
		return dateline{}, false
	}
	start++
	end := start + strings.IndexByte(text[start:min(len(text), start+longest)], ']')
	if end < start {
		return dateline{}, false
	}
	for _, way := range fillPlace(text[start:end], rashomon.FieldPlace) {
		length, day := datelineDate(text[start+way.end : end])
		if length == 0 || start+way.end+length < end || strings.TrimSpace(text[end+1:]) == "" {
			continue
		}
		details := append(shifted(way.details, start), shifted(day, start+way.end)...)
		end += 1 + datelineDash(text[end+1:])
		return dateline{end: skipSpace(text, end), details: details}, true
	}
	return dateline{}, false
}

// skipOpening returns where a paragraph begins behind signs of emphasis and an opening bracket of an update.
func skipOpening(text string) int { return len(text) - len(strings.TrimLeft(text, "*_ ")) }

// fillDatelinePlace reads the place of a dateline: capitals with regions, or what says that there is none.
func fillDatelinePlace(text string) []filling {
	if length := placeWords()["nowhere"].startOf(text); length > 0 {
		return []filling{{end: length + bracketed(text[length:])}}
	}
	ways := fillPlace(text, rashomon.FieldPlace)
	var bracketedWays []filling
	for _, way := range ways {
		if length := bracketed(text[way.end:]); length > 0 && isTitle(strings.Trim(text[way.end:way.end+length], " ()")) {
			bracketedWays = append(bracketedWays, filling{way.end + length, way.details})
		}
	}
	return append(ways, bracketedWays...)
}

// bracketed returns the length of a short remark in brackets at the beginning of a text, with the space before it.
func bracketed(text string) int {
	const longest = 60
	trimmed := strings.TrimLeft(text, " \u00a0")
	if !strings.HasPrefix(trimmed, "(") {
		return 0
	}
	end := strings.IndexByte(trimmed[:min(len(trimmed), longest)], ')')
	if end < 0 {
		return 0
	}
	return len(text) - len(trimmed) + end + 1
}

// shifted moves the extents of details.
func shifted(details []rashomon.Detail, by int) []rashomon.Detail {
	moved := make([]rashomon.Detail, len(details))
	for i, detail := range details {
		detail.Extent.Start += by
		detail.Extent.End += by
		moved[i] = detail
	}
	return moved
}

// datelineFrom reads the rest of a dateline, behind its place: a date, a credit, a dash.
func datelineFrom(text string, pos int, place []rashomon.Detail, bare bool) (dateline, bool) {
	d := dateline{details: place}
	dated, credited, known := false, false, false
	if length, details := datelineDate(text[pos:]); length > 0 {
		d.details = append(d.details, shifted(details, pos)...)
		pos, dated = pos+length, true
	}
	if length, details, agency := datelineCredit(text[pos:]); length > 0 {
		d.details = append(d.details, shifted(details, pos)...)
		pos, credited, known = pos+length, true, agency
	}
	if !credited && dated {
		if length, details := datelineDate(text[pos:]); length > 0 && len(place) > 0 {
			d.details, pos = append(d.details, shifted(details, pos)...), pos+length
		}
	}
	dash := datelineDash(text[pos:])
	if dash == 0 || strings.TrimSpace(text[pos+dash:]) == "" {
		return dateline{}, false
	}
	d.colon = strings.Contains(text[pos:pos+dash], ":")
	d.end = pos + dash
	d.end += datelineTags(text[d.end:])
	capitals := len(place) > 0 && isCapitals(strings.SplitN(place[0].Value, ",", 2)[0])
	switch {
	case known:
		return d, !d.colon
	case dated && pos > 0 && (len(place) > 0 || credited || hasNowhere(text)):
		return d, !d.colon || capitals
	case capitals && credited:
		return d, !isCapitals(text[d.end:min(len(text), d.end+shoutLength)]) && !d.colon
	case capitals && bare:
		return d, isBareDateline(text, place[0], d.end, d.colon)
	}
	return dateline{}, false
}

// shoutLength is how much of a paragraph is looked at to see whether all of it is in capitals, so that those of a place
// tell nothing.
const shoutLength = 120

func hasNowhere(text string) bool { return placeWords()["nowhere"].startOf(text) > 0 }

// isBareDateline reports whether a place in capitals and a dash are a dateline without more: what follows begins a
// sentence and is not in capitals itself.
func isBareDateline(text string, place rashomon.Detail, end int, colon bool) bool {
	rest := strings.TrimLeft(text[end:], " \n\t\u00a0\"“‘'")
	letters := strings.IndexFunc(place.Value, func(r rune) bool { return !unicode.IsUpper(r) })
	const shortestColon = 4 // shorter ones are abbreviations and speakers
	if colon && (letters >= 0 && letters < shortestColon || len(place.Value) < shortestColon) {
		return false
	}
	return isCapitalized(rest) && !isCapitals(rest[:min(len(rest), shoutLength)])
}

// datelineDate reads ", July 5" or " July 5" with what separates it, or " (July 5)".
func datelineDate(text string) (length int, details []rashomon.Detail) {
	if length := bracketed(text); length > 0 {
		open := strings.IndexByte(text, '(') + 1
		if ways := fillDate(text[open:length-1], rashomon.FieldPublished); len(ways) > 0 && ways[0].end == length-1-open {
			return length, shifted(ways[0].details, open)
		}
		return 0, nil
	}
	rest := strings.TrimLeft(text, " ,.\u00a0\n")
	skipped := len(text) - len(rest)
	if length := placeWords()["no date"].startOf(rest); length > 0 && skipped > 0 {
		return skipped + length, nil
	}
	ways := fillDate(rest, rashomon.FieldPublished)
	if len(ways) == 0 {
		return 0, nil
	}
	return skipped + ways[0].end, shifted(ways[0].details, skipped)
}

// datelineCredit reads the credit in brackets: a known agency, or any name.
func datelineCredit(text string) (length int, details []rashomon.Detail, known bool) {
	length = bracketed(text)
	if length == 0 {
		return 0, nil, false
	}
	start := strings.IndexByte(text, '(') + 1
	credit := text[start : length-1]
	if ways := fillAgencies(credit); len(ways) > 0 && ways[0].end == len(credit) {
		return length, shifted(ways[0].details, start), true
	}
	if !isTitle(credit) || typography.CountWords(credit, mostCreditWords) > mostCreditWords || credit[0] < 'A' {
		return 0, nil, false
	}
	return length, tell(rashomon.FieldAgency, text, start, start+len(credit)), false
}

// datelineDash returns the length of the dash that ends a dateline, with the space around it, or 0.
func datelineDash(text string) int {
	rest := strings.TrimLeft(text, " \u00a0\n")
	for _, dash := range datelineDashes {
		after, found := strings.CutPrefix(rest, dash)
		if !found || dash == ":" && (len(rest) != len(text) || !strings.HasPrefix(after, " ")) ||
			dash[0] == '-' && len(dash) == 2 && dash[1] != '-' && len(rest) == len(text) {
			continue
		}
		return len(text) - len(strings.TrimLeft(after, " \u00a0\n"))
	}
	return 0
}

// datelineTags returns the length of the tags in square brackets behind a dateline, up to the last one that is known.
func datelineTags(text string) int {
	const longest = 200 // bytes of one tag: some describe an interview
	last := 0
	for pos := 0; strings.HasPrefix(text[pos:], "["); {
		end := strings.IndexByte(text[pos:min(len(text), pos+longest)], ']')
		if end < 0 {
			break
		}
		tag := text[pos+1 : pos+end]
		pos += end + 1
		pos = len(text) - len(strings.TrimLeft(text[pos:], " \u00a0\n"))
		if placeWords()["tags"].has(tag) {
			last = pos
		}
	}
	return last
}
