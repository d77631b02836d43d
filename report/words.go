package report

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/bidi"

	"rashomon"
	"rashomon/view"
)

// What things are called for people.
var (
	questions = map[rashomon.PointKind]string{
		rashomon.PointWhether: "Whether it happened", rashomon.PointWho: "Who did it", rashomon.PointWhom: "To whom",
		rashomon.PointFigure: "How many", rashomon.PointWhen: "When", rashomon.PointWhere: "Where", rashomon.PointWhy: "Why",
		rashomon.PointWhat: "What kind, by what means", rashomon.PointName: "Under what name",
		rashomon.PointPosition: "For or against whom", rashomon.PointOutcome: "What came of what was foretold",
	}
	echoKinds = map[rashomon.EchoKind]string{
		rashomon.EchoReprint: "Reprint", rashomon.EchoAgency: "Agency copy",
		rashomon.EchoQuotation: "The same words of the same person", rashomon.EchoSharedSource: "Other words, the same source",
	}
	reportKinds = map[rashomon.ReportKind]string{
		rashomon.ReportFirst: "first report", rashomon.ReportLater: "later report",
		rashomon.ReportCorrection: "correction by its own source", rashomon.ReportRetraction: "taken back by its own source",
	}
	stances  = map[int]string{-1: "against", 0: "both for and against", 1: "for"}
	outcomes = map[rashomon.Outcome]string{
		rashomon.OutcomeFulfilled: "It came", rashomon.OutcomeFailed: "It did not come",
		rashomon.OutcomeOpen: "Open: nothing here tells what came of it",
	}
	statuses = map[rashomon.Status]string{
		rashomon.StatusActual: "tells it as having happened", rashomon.StatusDenied: "tells that it did not happen",
		rashomon.StatusPossible: "holds it possible", rashomon.StatusFuture: "tells it as to come",
		rashomon.StatusHypothetical: "tells it as supposed only",
	}
	valences = map[int]string{-1: "hostile", 0: "neutral", 1: "favourable"}
)

// strength tells how strong a difference is.
func strength(value float64) string {
	switch {
	case value >= 0.75:
		return "strong"
	case value >= 0.55:
		return "fair"
	}
	return "faint"
}

// whose tells the chain of those on whose word a passage is told.
func whose(q view.Quotation) string {
	chain := isolated(q.Name) + ", " + day(q.Published)
	for _, holder := range q.Holders {
		chain += " ← " + isolated(holder)
	}
	return chain
}

// isolated returns a name that is written from right to left between signs that keep its direction to itself: a day and an arrow behind
// it would else stand on its wrong side, and the arrow point from whoever reports to whoever is cited.
func isolated(name string) string {
	name = tidy(name)
	for _, r := range name {
		if properties, _ := bidi.LookupRune(r); properties.Class() == bidi.R || properties.Class() == bidi.AL {
			return "\u2068" + name + "\u2069"
		}
	}
	return name
}

// cut returns a passage and what stands around it, with the spaces between them.
func cut(q view.Quotation) (before, words, after string) {
	before, words, after = tidy(q.Before), tidy(q.Words), tidy(q.After)
	if strings.TrimRightFunc(q.Before, unicode.IsSpace) != q.Before {
		before += " "
	}
	if strings.TrimLeftFunc(q.After, unicode.IsSpace) != q.After {
		after = " " + after
	}
	return before, words, after
}

// day shows a time of publication to the day, or says that it is not known.
func day(time string) string {
	const length = len("2011-07-05")
	if time == "" {
		return "undated"
	}
	return time[:min(len(time), length)]
}

// days shows an interval, which may have times of day in it.
func days(from, to string) string {
	switch {
	case from == "":
		return "no day told"
	case to != "" && to != from:
		from += " to " + to
	}
	return strings.ReplaceAll(from, "T", " ")
}

// count counts: "1 account", "1,204 accounts".
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return number(n) + " " + many
}

// number writes a whole number with commas.
func number(n int) string { return grouped(strconv.Itoa(n)) }

// grouped puts commas between the thousands of digits, which a sign or a fraction may stand beside.
func grouped(digits string) string {
	whole, fraction, _ := strings.Cut(digits, ".")
	for at := len(whole) - 3; at > 0 && whole[at-1] != '-'; at -= 3 {
		whole = whole[:at] + "," + whole[at:]
	}
	if fraction != "" {
		whole += "." + fraction
	}
	return whole
}

// bounds tells the bounds of a figure.
func bounds(low, high *float64) string {
	size := func(bound *float64) string { return grouped(strconv.FormatFloat(*bound, 'f', -1, 64)) }
	switch {
	case low == nil && high == nil:
		return "of no known size"
	case low == nil:
		return "at most " + size(high)
	case high == nil:
		return size(low) + " or more"
	case *low == *high:
		return size(low)
	}
	return size(low) + " to " + size(high)
}

// list joins names: "A; B; C".
func list(names []string) string { return strings.Join(names, "; ") }

// mostNamed is how many are named where several are told of: what one line can tell.
const mostNamed = 12

// some joins the first of many names, and tells how many there are besides.
func some(names []string) string {
	told := list(first(names, mostNamed))
	if left := len(names) - mostNamed; left > 0 {
		told += "; and " + number(left) + " more"
	}
	return told
}

// sentence begins a text with a capital and ends it with a full stop.
func sentence(text string) string {
	text = tidy(text)
	for i, r := range text {
		text = text[:i] + string(unicode.ToUpper(r)) + text[i+len(string(r)):]
		break
	}
	if text == "" || strings.ContainsAny(text[len(text)-1:], ".!?") {
		return text
	}
	return text + "."
}

// asked makes a question of what is asked.
func asked(question string) string { return strings.TrimRight(sentence(question), ".?") + "?" }

// tidy sets a text on one line, without what cannot be seen: control characters, and those that turn the direction of what
// follows.
func tidy(text string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r) && r != '\u00ad' && r != '\u200d',
			unicode.Is(unicode.Noncharacter_Code_Point, r):
			return -1
		}
		return r
	}, text)), " ")
}
