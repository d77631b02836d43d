package main

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rashomon"
	"rashomon/event"
	"rashomon/factuality"
)

// eventLines tell of each event its words, what it is, who did it to whom, where and when, and according to whom it is so.
func eventLines(doc *rashomon.Document) []string {
	var lines []string
	for i, e := range doc.Events {
		lines = append(lines, fmt.Sprintf("v%d %q %s: %s", i+1, clean(doc.QuoteSpan(e.Trigger)),
			strings.TrimSpace(e.Type+" "+e.Mode), strings.Join(eventFacts(doc, e), "; ")))
	}
	return lines
}

func eventFacts(doc *rashomon.Document, e rashomon.Event) []string {
	facts := partyFacts(doc, e)
	if e.Place != rashomon.None {
		facts = append(facts, "at "+doc.Entities[e.Place].Name+framed(e.PlaceFrom))
	}
	if e.Time != rashomon.None {
		facts = append(facts, fmt.Sprintf("when: %s (t%d)%s", clean(doc.QuoteSpan(doc.Timexes[e.Time].Span)), e.Time+1, framed(e.TimeFrom)))
	}
	for _, q := range e.Quantities {
		facts = append(facts, fmt.Sprintf("how many: %s (q%d)", clean(doc.QuoteSpan(doc.Quantities[q].Span)), q+1))
	}
	facts = append(facts, fmt.Sprintf("%s, says %s", e.Status, voiceName(doc, e.Statement)))
	for _, view := range e.Views {
		facts = append(facts, fmt.Sprintf("%s, says %s", view.Status, voiceName(doc, view.Statement)))
	}
	return facts
}

// partyFacts tell who did it and to whom, or among whom it was.
func partyFacts(doc *rashomon.Document, e rashomon.Event) []string {
	actors, recipients := entityNames(doc, e.Actors), entityNames(doc, e.Recipients)
	switch {
	case actors != "" && slices.Equal(e.Actors, e.Recipients):
		return []string{"between " + actors}
	case recipients != "":
		return []string{"by " + cmp.Or(actors, "nobody named"), "to " + recipients}
	}
	return []string{"by " + cmp.Or(actors, "nobody named")}
}

// framed marks what an event was given though nothing near it says so.
func framed(from rashomon.Origin) string {
	if from == rashomon.OriginFrame {
		return ", taken from the text before"
	}
	return ""
}

// voiceName returns whose words a statement is, from the author inwards.
func voiceName(doc *rashomon.Document, statement int) string {
	if statement == rashomon.None {
		return "the author"
	}
	return fmt.Sprintf("%s (s%d)", doc.PrintChain(chainTo(doc, statement)), statement+1)
}

func entityNames(doc *rashomon.Document, entities []int) string {
	var names []string
	for _, i := range entities {
		names = append(names, doc.Entities[i].Name)
	}
	return strings.Join(names, ", ")
}

// labelLines tell by what words the author's own voice names whom, and how those words speak of him.
func labelLines(doc *rashomon.Document) []string {
	var lines []string
	for i, label := range doc.Labels {
		lines = append(lines, fmt.Sprintf("l%d %s: %s, %s", i+1, doc.Entities[label.Entity].Name,
			strconv.Quote(clean(doc.QuoteSpan(label.Span))), valences[label.Valence]))
	}
	return lines
}

// loadedLines tell of each loaded word which way it leans, and in whose words it stands.
func loadedLines(doc *rashomon.Document) []string {
	var lines []string
	for i, word := range doc.LoadedWords {
		lines = append(lines, fmt.Sprintf("o%d %q, %s, says %s", i+1, clean(doc.QuoteSpan(word.Span)), valences[word.Valence],
			voiceName(doc, word.Statement)))
	}
	return lines
}

var valences = map[int]string{-1: "hostile", 0: "neutral", 1: "favourable"}

// whyEvent tells of an event by which line of the lexicon its word was read so, what else it might be, and by which path of
// the tree each of those who take part was found.
func (p program) whyEvent(out *strings.Builder, doc *rashomon.Document, i int) {
	reason := event.Why(doc, i)
	out.WriteString("\nWhy it is an event, and of this kind:\n\n")
	p.whyLine(out, "line", reason.Sense)
	p.whyLine(out, "else", cmp.Or(reason.Next, "the lexicon has no other reading of the word"))
	if len(reason.Roles) > 0 {
		out.WriteString("\nThose who take part, and the way to them through the tree:\n\n")
	}
	for _, role := range reason.Roles {
		who := "to"
		if role.Actor {
			who = "by"
		}
		p.whyLine(out, who, doc.Entities[role.Entity].Name+": "+cmp.Or(role.Path, "in another sentence"))
	}
	e := doc.Events[i]
	out.WriteString("\nWhether it is so, and according to whom:\n\n")
	p.whyLine(out, "", voiceName(doc, e.Statement)+": "+factuality.Why(doc, e.Trigger).String())
	for _, view := range e.Views {
		p.whyLine(out, "", fmt.Sprintf("%s: %s [%s]", voiceName(doc, view.Statement), view.Status, view.Rule))
	}
	out.WriteString("\nIn short:\n\n")
	for _, fact := range eventFacts(doc, e) {
		p.whyLine(out, "", fact)
	}
}
