package source

import (
	"slices"
	"strings"
	"unicode"

	"rashomon"
	"rashomon/source/typography"
)

// titleSeparators stand between a headline and the name of the outlet in the titles of pages.
var titleSeparators = []string{" | ", " - ", " – ", " — ", " :: ", " · ", " » ", " • "}

// headlines returns the h1 elements that are the page's headline, which is what its readers see, and not its logo or
// the head of a box: half of their words stand in another title of the page. Where the page has no other, a single one
// is.
func (m markup) headlines() []string {
	if len(m["h1"]) == 1 && !slices.ContainsFunc(otherTitles, func(name string) bool { return len(m[name]) > 0 }) {
		return m["h1"]
	}
	var kept []string
	for _, h1 := range m["h1"] {
		if m.isPageTitle(h1) && !slices.Contains(kept, h1) {
			kept = append(kept, h1)
		}
	}
	return kept
}

var otherTitles = []string{"og:title", "json-ld/headline", "twitter:title", "title"}

func (m markup) isPageTitle(h1 string) bool {
	for _, site := range m["og:site_name"] {
		if squeezed(site) == squeezed(h1) {
			return false
		}
	}
	for _, name := range otherTitles {
		if len(m[name]) > 0 && sharesHalf(h1, m[name][0]) {
			return true
		}
	}
	return false
}

// sharesHalf reports whether half of the words stand in the other text, which is not much longer: the logo "The Daily
// Echo" is no headline for standing in the title "... - The Daily Echo".
func sharesHalf(text, other string) bool {
	words, others := strings.Fields(typography.PlainWords(text)), strings.Fields(typography.PlainWords(other))
	shared := 0
	for _, word := range words {
		if slices.Contains(others, word) {
			shared++
		}
	}
	return shared > 0 && 2*shared >= len(words) && 3*shared >= len(others)
}

// withoutOutlets takes the outlet's name off the titles where the page's other markup bears out that it is one: the
// name of the source, or a headline that goes without it. Where the page names no source, that name is it.
func (m markup) withoutOutlets(details []rashomon.Detail) []rashomon.Detail {
	var kept []rashomon.Detail
	for _, detail := range details {
		if detail.Field == rashomon.FieldTitle {
			detail.Value, _ = cutOutlet(detail.Value, details)
		}
		if !hasValue(kept, detail) {
			kept = append(kept, detail)
		}
	}
	hasSource := slices.ContainsFunc(details, func(d rashomon.Detail) bool { return d.Field == rashomon.FieldSource })
	for _, title := range m["title"] {
		if _, outlet := cutOutlet(title, details); outlet != "" && !hasSource {
			return append(kept, rashomon.Detail{Field: rashomon.FieldSource, Value: outlet, Rule: "html/title"})
		}
	}
	return kept
}

// cutOutlet returns a title and the outlet that stood behind it, or "" where none is borne out.
func cutOutlet(title string, details []rashomon.Detail) (string, string) {
	for _, separator := range titleSeparators {
		for i, piece := range strings.Split(title, separator) {
			if i == 0 {
				continue
			}
			at := strings.LastIndex(title, separator+piece)
			head, outlet := title[:at], title[at+len(separator):]
			if isHeadline(head, title, details) || isSource(outlet, details) {
				return strings.TrimSpace(head), strings.TrimSpace(outlet)
			}
		}
	}
	return title, ""
}

func isHeadline(head, title string, details []rashomon.Detail) bool {
	for _, detail := range details {
		if detail.Field == rashomon.FieldTitle && detail.Value != title && squeezed(detail.Value) == squeezed(head) {
			return true
		}
	}
	return false
}

// isSource reports whether a name is the page's source, or the host of its address ("The Daily Echo",
// dailyecho.example).
func isSource(name string, details []rashomon.Detail) bool {
	key := squeezed(name)
	for _, detail := range details {
		switch {
		case detail.Field == rashomon.FieldSource && squeezed(detail.Value) == key:
			return true
		case detail.Field == rashomon.FieldURL && len(key) > 2:
			if slices.Contains(strings.Split(hostOf(detail.Value), "."), key) {
				return true
			}
		}
	}
	return false
}

func hostOf(address string) string {
	_, rest, _ := strings.Cut(address, "://")
	host, _, _ := strings.Cut(rest, "/")
	return strings.ReplaceAll(strings.ToLower(host), "-", "")
}

// squeezed returns the letters and digits of a name in lower case, without an article in front.
func squeezed(name string) string {
	name = strings.ToLower(name)
	name = strings.TrimPrefix(name, "the ")
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, name)
}
