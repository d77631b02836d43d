package echo

import (
	"slices"
	"strconv"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// A telling is what a sentence tells, as sorted sets of numbers.
type telling struct {
	names   []int32 // words of names, those that its pronouns and nouns stand for with them
	terms   []int32 // lemmas of other content words, without commonplace ones
	figures []int32 // exact values with their units
	clocks  []int32 // times of the day
	records []int32 // words of something written down, of the sentence and the one before it

	publishing bool    // it speaks of publishing
	things     []int32 // its terms that are no numbers
}

// smallest is the least count that two accounts hardly give by chance: three dead and four arrests are told every day.
const smallest = 5

func (a *account) readTellings(v *vocabulary) {
	a.tellings = make([]telling, len(a.Sentences))
	for i := range a.tellings {
		for _, term := range a.Sentences[i].Terms {
			if words().classes.Has("publishing", term) {
				a.tellings[i].publishing = true
			}
			if words().classes.Has("record", term) {
				a.tellings[i].records = append(a.tellings[i].records, v.number(term))
				if i+1 < len(a.tellings) {
					a.tellings[i+1].records = append(a.tellings[i+1].records, v.number(term))
				}
			}
			if !words().classes.Has("common", term) && !words().classes.Has("saying", term) && !isNumber(term) {
				a.tellings[i].terms = append(a.tellings[i].terms, v.number(term))
				if !words().classes.Has("number", term) {
					a.tellings[i].things = append(a.tellings[i].things, v.number(term))
				}
			}
		}
	}
	a.readNames(v)
	a.readFigures(v)
	a.readClocks(v)
	a.readDurations(v)
	a.readMonths(v)
	for i := range a.tellings {
		a.tellings[i].sort()
	}
	a.packTellings()
}

// packTellings puts all sets of an account into one piece of memory, for there are a hundred of a few numbers each.
func (a *account) packTellings() {
	length := 0
	for i := range a.tellings {
		for _, set := range a.tellings[i].sets() {
			length += len(*set)
		}
	}
	all := make([]int32, 0, length)
	for i := range a.tellings {
		for _, set := range a.tellings[i].sets() {
			start := len(all)
			all = append(all, *set...)
			*set = all[start:len(all):len(all)]
		}
	}
}

// sets returns all sets of a telling.
func (t *telling) sets() [6]*[]int32 {
	return [...]*[]int32{&t.names, &t.terms, &t.figures, &t.clocks, &t.records, &t.things}
}

func isNumber(term string) bool { return strings.ContainsAny(term, "0123456789") }

// readNames adds the words of names. A pronoun stands for the name of its entity.
func (a *account) readNames(v *vocabulary) {
	for _, entity := range a.Entities {
		named := slices.ContainsFunc(entity.Mentions, func(m digest.Mention) bool { return isName(m.Kind) })
		for _, m := range entity.Mentions {
			t := &a.tellings[a.sentenceAt(m.Extent.Start)]
			switch {
			case isName(m.Kind):
				t.addName(m.Text, v)
			case named:
				t.addName(entity.Name, v)
			}
		}
	}
}

func (t *telling) addName(text string, v *vocabulary) {
	for _, token := range v.name(text, true, false).tokens {
		if !words().classes.Has("common", token) {
			t.names = append(t.names, v.number(token))
		}
	}
}

// readFigures adds the figures. "At least 11" and "11" are the same figure here: one who repeats it may round it.
func (a *account) readFigures(v *vocabulary) {
	for _, q := range a.Quantities {
		value := q.Low
		if value == nil {
			value = q.High
		}
		if value == nil || q.Kind == rashomon.QuantityAge { // an age tells who, not what
			continue
		}
		t := &a.tellings[q.Sentence]
		number := v.number("=" + strconv.FormatFloat(*value, 'g', -1, 64) + q.Unit)
		if *value >= smallest || *value != float64(int(*value)) {
			t.figures = append(t.figures, number)
		}
	}
}

// readClocks adds the times of the day, of twelve hours: "9.40 p.m." may be read as 9.40 and as 21.40.
func (a *account) readClocks(v *vocabulary) {
	for _, timex := range a.Timexes {
		_, clock, found := strings.Cut(timex.Value, "T")
		hours, minutes, exact := strings.Cut(clock, ":")
		hour, err := strconv.Atoi(hours)
		if found && exact && err == nil && timex.Type == rashomon.TimexTime && minutes != "" {
			t := &a.tellings[timex.Sentence]
			t.clocks = append(t.clocks, v.number("@"+strconv.Itoa(hour%12)+":"+minutes))
		}
	}
}

// readDurations adds spans of time as words: "48 hours" and "forty-eight hours" are one. A day and an hour say nothing.
func (a *account) readDurations(v *vocabulary) {
	for _, timex := range a.Timexes {
		count := strings.Trim(timex.Value, "PTYMWDHSNI")
		if _, err := strconv.ParseFloat(count, 64); err == nil && count != "1" && timex.Type == rashomon.TimexDuration {
			t := &a.tellings[timex.Sentence]
			t.terms = append(t.terms, v.number("~"+timex.Value))
		}
	}
}

// readMonths adds the months without a day that are not the one of the publication, as figures: of another one a text
// speaks for a reason.
func (a *account) readMonths(v *vocabulary) {
	const length = len("2014-01")
	own := a.Published[:min(len(a.Published), length)]
	for _, timex := range a.Timexes {
		if timex.Type == rashomon.TimexDate && timex.Grain == rashomon.GrainMonth && len(timex.Value) == length && timex.Value != own {
			t := &a.tellings[timex.Sentence]
			t.figures = append(t.figures, v.number("="+timex.Value))
		}
	}
}

func (t *telling) sort() {
	for _, set := range t.sets() {
		slices.Sort(*set)
		*set = slices.Compact(*set)
	}
	t.terms = slices.DeleteFunc(t.terms, func(term int32) bool {
		_, name := slices.BinarySearch(t.names, term)
		return name
	})
}

// exact reports whether a telling has names, figures or times, by which it can be told from another.
func (t *telling) exact() bool { return len(t.names)+len(t.figures)+len(t.clocks) > 0 }

// A shared counts what two tellings share.
type shared struct{ names, terms, figures, clocks int }

func (t *telling) share(other *telling) shared {
	return shared{
		common(t.names, other.names), common(t.terms, other.terms), common(t.figures, other.figures),
		common(t.clocks, other.clocks),
	}
}

// shareExact reports whether two tellings share a figure or a time of the day.
func (t *telling) shareExact(other *telling) bool {
	return common(t.figures, other.figures)+common(t.clocks, other.clocks) > 0
}

// exact counts what is shared that is hardly shared by chance.
func (s shared) exact() int { return s.figures + s.clocks }

// weight counts what is shared: a figure or a time for two, and no more names than two, for texts of one matter share
// names.
func (s shared) weight() int {
	return 2*s.exact() + s.terms + min(2, s.names)
}

// common returns how many numbers two sorted sets share.
func common(a, b []int32) int {
	n, i, j := 0, 0, 0
	for i < len(a) && j < len(b) {
		x, y := a[i], b[j]
		if x == y {
			n++
		}
		if x <= y {
			i++
		}
		if y <= x {
			j++
		}
	}
	return n
}

// summary returns all that an account tells, its head and foot with it.
func (a *account) summary() telling {
	var all telling
	for _, t := range a.tellings {
		all.names = append(all.names, t.names...)
		all.figures, all.clocks = append(all.figures, t.figures...), append(all.clocks, t.clocks...)
	}
	all.sort()
	return all
}
