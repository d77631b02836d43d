package point

import (
	"cmp"
	"slices"
	"strings"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/digest"
)

// Answers returns what the accounts of a happening answer to the questions whether, who, whom, when and where, a point
// for each question that is answered.
func Answers(g *ground.Ground, happening rashomon.Happening) []rashomon.Point {
	return answers(g, happening.Events, nil)
}

// AnswersAgain returns what Answers does, where known is what it returned before the last update of the ground: what documents answer that
// have not changed since stands.
func AnswersAgain(g *ground.Ground, happening rashomon.Happening, known []rashomon.Point) []rashomon.Point {
	changed := slices.DeleteFunc(slices.Clone(happening.Events), func(e rashomon.Element) bool { return !g.Changed(e.Document) })
	return answers(g, changed, known)
}

// answers returns what some events answer, and documents that have not changed since it was known.
func answers(g *ground.Ground, elements []rashomon.Element, known []rashomon.Point) []rashomon.Point {
	events := make([]eventOf, len(elements))
	for i, element := range elements {
		events[i].in, events[i].event = g.Event(element)
	}
	var points []rashomon.Point
	var answers []rashomon.Answer
	for _, question := range questions {
		answers = answers[:0]
		for i := range known {
			if known[i].Question == question.words {
				answers = appendUnchanged(answers, g, known[i].Answers)
			}
		}
		for _, e := range events {
			answers = append(answers, question.answer(g, e.in, e.event)...)
		}
		if len(answers) == 0 {
			continue
		}
		point := rashomon.Point{Kind: question.kind, Question: question.words, Answers: slices.Clone(answers)}
		slices.SortStableFunc(point.Answers, func(a, b rashomon.Answer) int { return compare(a.Passage, b.Passage) })
		point.Relation = relation(g, point.Answers)
		points = append(points, point)
	}
	return points
}

func appendUnchanged(answers []rashomon.Answer, g *ground.Ground, known []rashomon.Answer) []rashomon.Answer {
	for i := range known {
		if !g.Changed(known[i].Passage.Document) {
			answers = append(answers, known[i])
		}
	}
	return answers
}

// An eventOf is an event with the digest that it is in.
type eventOf struct {
	in    *digest.Digest
	event *digest.Event
}

// questions are the points that events answer, each with what an event answers to it.
var questions = []struct {
	kind   rashomon.PointKind
	words  string
	answer func(g *ground.Ground, d *digest.Digest, event *digest.Event) []rashomon.Answer
}{
	{rashomon.PointWhether, "did it happen", whetherAnswer},
	{rashomon.PointWho, "who did it", func(g *ground.Ground, d *digest.Digest, event *digest.Event) []rashomon.Answer {
		return partyAnswer(g, d, event, event.Actors)
	}},
	{rashomon.PointWhom, "to whom", func(g *ground.Ground, d *digest.Digest, event *digest.Event) []rashomon.Answer {
		return partyAnswer(g, d, event, event.Recipients)
	}},
	{rashomon.PointWhen, "when", whenAnswer},
	{rashomon.PointWhere, "where", whereAnswer},
}

func answer(d *digest.Digest, event *digest.Event, value string) rashomon.Answer {
	return rashomon.Answer{Side: d.Side(event.Clause, event.Statement), Value: value, Status: event.Status}
}

// whetherAnswer returns the status according to whose words the event is in, and according to others.
func whetherAnswer(_ *ground.Ground, d *digest.Digest, event *digest.Event) []rashomon.Answer {
	answers := []rashomon.Answer{answer(d, event, string(event.Status))}
	for _, view := range event.Views {
		seen := answer(d, event, string(view.Status))
		seen.Status, seen.Statement, seen.Holders = view.Status, view.Statement, d.Chain(view.Statement)
		answers = append(answers, seen)
	}
	return answers
}

func partyAnswer(g *ground.Ground, d *digest.Digest, event *digest.Event, entities []int) []rashomon.Answer {
	if len(entities) == 0 || event.Status == rashomon.StatusDenied {
		return nil
	}
	var names []string
	for _, entity := range entities {
		name := d.Entities[entity].Name
		if party := g.Party(d.Document, entity); party != rashomon.None {
			name = g.PartyAt(party).Name
		}
		names = append(names, name)
	}
	slices.Sort(names)
	return []rashomon.Answer{answer(d, event, strings.Join(slices.Compact(names), ", "))}
}

func whenAnswer(_ *ground.Ground, d *digest.Digest, event *digest.Event) []rashomon.Answer {
	if event.Time == rashomon.None || event.TimeFrom == rashomon.OriginFrame || event.Status == rashomon.StatusDenied {
		return nil
	}
	timex := d.Timexes[event.Time]
	told := answer(d, event, d.Quote(timex.Extent))
	told.From, told.To = timex.From, timex.To
	return []rashomon.Answer{told}
}

func whereAnswer(g *ground.Ground, d *digest.Digest, event *digest.Event) []rashomon.Answer {
	if event.Place == rashomon.None || event.PlaceFrom == rashomon.OriginFrame {
		return nil
	}
	return partyAnswer(g, d, event, []int{event.Place})
}

// relation tells how answers stand to each other: those of one root count once.
func relation(g *ground.Ground, answers []rashomon.Answer) rashomon.Relation {
	var passages []rashomon.Passage
	denied, told, values := false, false, map[string]bool{}
	for _, answer := range answers {
		passages = append(passages, answer.Passage)
		denied = denied || answer.Status == rashomon.StatusDenied
		told = told || answer.Status == rashomon.StatusActual
		values[sameValue(answer)] = true
	}
	switch {
	case denied && told:
		return rashomon.RelationDeny
	case len(values) > 1:
		return rashomon.RelationDiffer
	case len(g.Roots(passages)) > 1:
		return rashomon.RelationAgree
	}
	return rashomon.RelationSingle
}

// sameValue returns what two answers have in common that say the same: the interval of a time, else the words.
func sameValue(answer rashomon.Answer) string {
	if answer.From != "" {
		return answer.From + "/" + answer.To
	}
	return strings.ToLower(answer.Value)
}

func compare(a, b rashomon.Passage) int {
	if a.Document != b.Document {
		return strings.Compare(a.Document, b.Document)
	}
	return cmp.Or(cmp.Compare(a.Extent.Start, b.Extent.Start), cmp.Compare(a.Extent.End, b.Extent.End))
}

// compareBoth orders two passages and two others: the second ones are asked only where the first are the same.
func compareBoth(a, b, x, y rashomon.Passage) int {
	if order := compare(a, x); order != 0 {
		return order
	}
	return compare(b, y)
}
