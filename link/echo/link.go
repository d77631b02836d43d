package echo

import (
	"strings"

	"rashomon"
)

// A link is two passages that go back to one origin.
type link struct {
	a, b   rashomon.Passage
	kind   rashomon.EchoKind
	rule   string
	reason string
	score  float64
	origin string // the document that the other credits, or "" where neither credits the other
}

// compare returns the links between two accounts. It depends on them alone.
func compare(a, b *account) []link {
	common := align(a, b)
	if whole := common.reprint(); whole != nil {
		return []link{*whole}
	}
	links := common.verbatim()
	links = append(links, quoted(a, b)...)
	if alike(a, b) {
		links = append(links, credited(a, b)...)
		links = append(links, credited(b, a)...)
		links = append(links, heldInCommon(a, b)...)
		links = append(links, heard(a, b)...)
		links = append(links, heard(b, a)...)
	}
	return links
}

// before reports whether an account is the likelier origin of what another one has too, where neither credits the
// other: the agency before those who print it, then the earlier, then the fuller. Where nothing is known, the order of
// ids decides.
func (a *account) before(b *account) bool {
	if a.owned != b.owned && a.Agency == b.Agency {
		return a.owned
	}
	if day, other := a.day(b), b.day(a); day != other {
		switch {
		case day == "":
			return false
		case other == "":
			return true
		}
		return day < other
	}
	if len(a.words) != len(b.words) {
		return len(a.words) > len(b.words)
	}
	return a.Document < b.Document
}

// day returns when an account was published, as exactly as it and another both tell.
func (a *account) day(b *account) string {
	day, other := moment(a.Published), moment(b.Published)
	if other == "" {
		return day
	}
	return day[:min(len(day), len(other))]
}

// moment returns the part of a time that can be compared as text: zones are left out, and with them the hours.
func moment(published string) string {
	day, _, _ := strings.Cut(published, "T")
	return day
}
