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
	weak   bool   // it joins a passage to an echo, and no two echoes
	origin string // the document that the other credits, or "" where neither credits the other

	gone  bool     // it is kept no more
	ends  [2]int32 // the numbers of its passages, once it is kept
	print uint64   // tells it from the others that are kept
}

// A comparer compares pairs of accounts. It keeps where runs begin in the last first of a pair, for pairs come sorted.
type comparer struct {
	starts
	runs []run
}

// compare returns the links between two accounts that share keys. They depend on the two alone. A reprint is told as a
// whole; one that is edited heavily also sentence by sentence.
func (c *comparer) compare(a, b *account, keys pair) []link {
	if !a.mayTellOfOne(b) {
		return nil
	}
	var links []link
	if keys.shares(keyWords) {
		common := c.align(a, b)
		whole := common.reprint()
		if whole != nil {
			links = append(links, *whole)
		}
		if whole != nil && common.share() >= copied {
			return links
		}
		taken := append(common.verbatim(), quoted(a, b)...)
		links = append(links, taken...)
		if whole == nil && len(taken) > 0 {
			links = append(links, rewritten(a, b)...)
		}
	}
	links = append(append(links, repeated(a, b)...), repeated(b, a)...)
	if keys.shares(keyCredit) {
		links = append(append(links, credited(a, b)...), credited(b, a)...)
	}
	if keys.shares(keyHolder) {
		links = append(append(links, heldInCommon(a, b)...), recorded(a, b)...)
		links = append(append(links, adopted(a, b)...), adopted(b, a)...)
	}
	if keys.shares(keyTold) {
		links = append(append(links, heard(a, b)...), heard(b, a)...)
	}
	return links
}

func (c *comparer) align(a, b *account) alignment {
	if c.of != a {
		c.read(a)
	}
	out := align(b, &c.starts, c.runs[:0])
	c.runs = out.runs
	return out
}

// fewNames is how many words of names a text has that may tell of the same as another by sharing one of them: a letter.
const fewNames = 4

// mayTellOfOne reports whether two accounts may tell of the same: they share two words of names, figures or times of
// the day. Texts of one mould, such as those on the weather, share other words alone. One with hardly any names cannot
// be told from them by names.
func (a *account) mayTellOfOne(b *account) bool {
	s := a.all.share(&b.all) // without terms
	shared := s.names + s.exact()
	names := min(len(a.all.names), len(b.all.names))
	return shared >= 2 || shared == 1 && names <= fewNames || names == 0
}

// before reports whether an account is the likelier origin of what another one has too, where neither credits the
// other: the agency before those who print it with credit, then the earlier, then an agency, then the fuller. Where
// nothing is known, the order of ids decides.
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
	if a.owned != b.owned {
		return a.owned
	}
	if a.length != b.length {
		return a.length > b.length
	}
	return a.Document < b.Document
}

// day returns when an account was published, as exactly as it and another both tell.
func (a *account) day(b *account) string {
	if b.moment == "" {
		return a.moment
	}
	return a.moment[:min(len(a.moment), len(b.moment))]
}

// momentOf returns the part of a time that can be compared as text: zones are left out, and with them the hours.
func momentOf(published string) string {
	day, _, _ := strings.Cut(published, "T")
	return day
}
