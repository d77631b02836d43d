package dating

import (
	"fmt"
	"strings"
	"time"

	"rashomon"
	"rashomon/entity/code"
	"rashomon/tense"
)

// withinTerm is how many days from the day of writing an occasion may lie that is told with its month and without its
// year: not so far that another month of the name would come between: eleven months.
const withinTerm = 335

// occasions takes what returns after years and is told with its month: "the November presidential election" of the United
// States was in every fourth year.
func (r *reading) occasions() {
	for i := range r.doc.Timexes {
		t := &r.doc.Timexes[i]
		var month int
		if n, _ := fmt.Sscanf(t.Value, "XXXX-%02d", &month); n != 1 || t.Anchor != rashomon.AnchorUnknown {
			continue
		}
		for _, o := range known().occasions {
			if span, ok := r.occasionAt(t.Span, &o); ok {
				r.addOccasion(span, &o, month)
				break
			}
		}
	}
}

// occasionAt returns the words of a time and of the occasion that stands beside it: "the November election", "the election in
// November". Whose it is the sentence says, or else the text speaks of no other country oftener.
func (r *reading) occasionAt(at rashomon.Span, o *occasion) (rashomon.Span, bool) {
	for _, name := range o.names {
		for _, start := range []int{at.End, at.End + 1, at.Start - 1 - len(name), at.Start - len(name)} {
			if r.isName(start, name) && r.isOf(at.Start, o.country) {
				return rashomon.Span{Start: min(at.Start, start), End: max(at.End, start+len(name))}, true
			}
		}
	}
	return rashomon.Span{}, false
}

// isName reports whether the words of a name stand at a token, the last one in the singular or the plural.
func (r *reading) isName(start int, name []string) bool {
	if start < 0 || start+len(name) > len(r.doc.Tokens) {
		return false
	}
	for i, word := range name {
		if found := r.word(start + i); found != word && (i < len(name)-1 || found != word+"s") {
			return false
		}
	}
	return true
}

// isOf reports whether what a sentence names at a token is a country's: the sentence names it before any other one, or names
// none and the text names it most.
func (r *reading) isOf(token int, country string) bool {
	if country == "" {
		return true
	}
	named := r.countries(r.doc.Sentences[r.doc.SentenceOf(token)].Span)
	if len(named) > 0 {
		return named[0] == country
	}
	return mostOften(r.countries(rashomon.Span{Start: 0, End: len(r.doc.Tokens)})) == country
}

// countries lists the countries that the words of a span name, by themselves, their people or their capital.
func (r *reading) countries(span rashomon.Span) []string {
	var words []string
	for i := span.Start; i < span.End; i++ {
		words = append(words, r.doc.Quote(r.doc.Tokens[i].Extent))
	}
	var named []string
	for i := 0; i < len(words); i++ {
		if forms, length := code.FindCountry(words[i:]); length > 0 {
			named = append(named, forms[0].Country.Codes[0])
			i += length - 1
		}
	}
	return named
}

// mostOften returns the element that a list has most often, the first of several, or "".
func mostOften(list []string) string {
	counts := map[string]int{}
	most := ""
	for _, one := range list {
		counts[one]++
	}
	for _, one := range list {
		if counts[one] > counts[most] {
			most = one
		}
	}
	return most
}

func (r *reading) addOccasion(span rashomon.Span, o *occasion, month int) {
	before, behind := withinTerm, withinTerm
	switch {
	case tense.Beside(r.doc, span) == tense.Past:
		before = 0
	case tense.Around(r.doc, span).ToCome():
		behind = 0
	}
	var all []stretch
	var years []int
	for _, day := range o.days {
		if date := dateOf(day); int(date.Month()) == month {
			all = append(all, stretch{day - before, day + behind})
			years = append(years, date.Year())
		}
	}
	if len(all) > 0 {
		reason := fmt.Sprintf("it is %s with a %s", time.Month(month), strings.TrimSpace(o.country+" "+strings.Join(o.names[0], " ")))
		r.add(span, newSet(all...), "occasion", reason, years...)
	}
}
