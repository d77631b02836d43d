package main

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"rashomon"
)

// showFound lists who and what a document speaks of, where and when it says that things happened, its figures, and on whose
// word it tells all that, each with the id by which `why` opens it.
func (p program) showFound(out *strings.Builder, doc *rashomon.Document) {
	var parties, places, others []string
	mentions := mentionsOf(doc)
	for i, entity := range doc.Entities {
		line, named := entityLine(doc, i, mentions[i])
		switch {
		case !named:
		case entity.Type == rashomon.EntityPlace || entity.Type == rashomon.EntityFacility:
			places = append(places, line)
		case slices.Contains(actors, entity.Type):
			parties = append(parties, line)
		default:
			others = append(others, line)
		}
	}
	p.showLines(out, "who", parties)
	p.showLines(out, "where", places)
	p.showLines(out, "what else", others)
	p.showLines(out, "when", timexLines(doc))
	p.showLines(out, "how many", quantityLines(doc))
	p.showLines(out, "who did what to whom", eventLines(doc))
	p.showLines(out, "under what name", labelLines(doc))
	p.showLines(out, "in what words", loadedLines(doc))
	p.showStatements(out, doc)
}

// actors are the types of those who do things.
var actors = []rashomon.EntityType{rashomon.EntityPerson, rashomon.EntityOrganization, rashomon.EntityGroup}

// showLines prints lines, which begin with an id, under a heading.
func (p program) showLines(out *strings.Builder, heading string, lines []string) {
	if len(lines) == 0 {
		return
	}
	const margin = 8
	out.WriteString(heading + "\n")
	for _, line := range lines {
		id, text, _ := strings.Cut(line, " ")
		for _, part := range wrap(text, p.width()-margin) {
			fmt.Fprintf(out, "  %-*s%s\n", margin-2, id, part)
			id = ""
		}
	}
	out.WriteByte('\n')
}

// mentionsOf returns the mentions of each entity.
func mentionsOf(doc *rashomon.Document) [][]rashomon.Mention {
	mentions := make([][]rashomon.Mention, len(doc.Entities))
	for _, mention := range doc.Mentions {
		mentions[mention.Entity] = append(mentions[mention.Entity], mention)
	}
	return mentions
}

// entityLine tells of an entity its name, type, codes and location, how often it is mentioned and in what other words;
// named is false when nothing but pronouns speak of it.
func entityLine(doc *rashomon.Document, i int, mentions []rashomon.Mention) (line string, named bool) {
	entity := doc.Entities[i]
	var words []string
	for _, mention := range mentions {
		named = named || mention.Kind != rashomon.MentionPronoun
		if word := clean(doc.QuoteSpan(mention.Span)); word != entity.Name && !slices.Contains(words, word) {
			words = append(words, word)
		}
	}
	facts := []string{strings.ToLower(string(entity.Type))}
	if len(entity.Codes) > 0 {
		facts = append(facts, strings.Join(entity.Codes, " "))
	}
	if entity.Location != nil {
		facts = append(facts, locationText(entity.Location))
	}
	line = fmt.Sprintf("e%d %s (%s)", i+1, entity.Name, strings.Join(facts, ", "))
	if len(mentions) > 1 {
		line += ", " + plural(len(mentions), "time", "times")
	}
	if len(words) > 0 {
		line += ": also " + strings.Join(words, ", ")
	}
	return line, named
}

// locationText tells where a place lies, what it was taken for if it is called otherwise, and how exactly.
func locationText(l *rashomon.Location) string {
	text := fmt.Sprintf("%.2f, %.2f", l.Latitude, l.Longitude)
	if l.Radius > 0 {
		text += fmt.Sprintf(" ±%.0f km", l.Radius)
	}
	return text + " " + strings.TrimSpace(l.Country+" "+string(l.Precision))
}

func timexLines(doc *rashomon.Document) []string {
	var lines []string
	for i, timex := range doc.Timexes {
		line := fmt.Sprintf("t%d %s", i+1, clean(doc.QuoteSpan(timex.Span)))
		switch {
		case timex.Value != "":
			line += " = " + timex.Value
		case timex.Offset != "":
			line += " = " + timex.Offset + " from a day that is not known"
		default:
			line += " = unknown"
		}
		switch timex.Anchor {
		case rashomon.AnchorPublication:
			line += ", from the day of publication"
		case rashomon.AnchorDeduced:
			line += ", deduced from when it was written"
		case rashomon.AnchorTimex:
			line += fmt.Sprintf(", from t%d", timex.AnchorTimex+1)
		}
		lines = append(lines, line)
	}
	return lines
}

func quantityLines(doc *rashomon.Document) []string {
	var lines []string
	for i, quantity := range doc.Quantities {
		line := fmt.Sprintf("q%d %s = %s", i+1, clean(doc.QuoteSpan(quantity.Span)), boundsText(quantity))
		if quantity.Of != "" {
			line += " of: " + clean(quantity.Of)
		}
		if quantity.Per != "" {
			line += ", per " + quantity.Per
		}
		if quantity.Cumulative {
			line += ", in all"
		}
		if quantity.PartOf != rashomon.None {
			line += fmt.Sprintf(", part of q%d", quantity.PartOf+1)
		}
		lines = append(lines, line)
	}
	return lines
}

// boundsText writes the bounds of a figure with its unit.
func boundsText(q rashomon.Quantity) string {
	number := func(f *float64) string { return strconv.FormatFloat(math.Round(*f*1000)/1000, 'f', -1, 64) }
	text := "unknown"
	switch {
	case q.Low != nil && q.High != nil && *q.Low == *q.High:
		text = number(q.Low)
	case q.Low != nil && q.High != nil:
		text = number(q.Low) + " to " + number(q.High)
	case q.Low != nil:
		text = number(q.Low) + " or more"
	case q.High != nil:
		text = number(q.High) + " or fewer"
	}
	return strings.TrimSpace(text + " " + q.Unit)
}
