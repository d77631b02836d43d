package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"strings"

	"rashomon"
	"rashomon/event/petrarch"
)

// A comparison shows what two dictionaries make of the same documents, where they differ.
type comparison struct {
	before, after coder
	out           *bufio.Writer
	width         int
	asJSON        bool

	documents, changed, gone, added int
}

// A change is a sentence that is coded otherwise, as `recode --diff --format json` prints it.
type change struct {
	ID       string         `json:"id"`
	Sentence string         `json:"sentence"`
	Gone     []recodedEvent `json:"gone,omitempty"`
	New      []recodedEvent `json:"new,omitempty"`
	Before   string         `json:"outcome_before,omitempty"` // of the document, where it changes
	After    string         `json:"outcome_after,omitempty"`
}

// show codes a document with both and prints the sentences in which they differ.
func (c *comparison) show(doc *rashomon.Document, options petrarch.Options) error {
	before, after := c.before(doc, options), c.after(doc, options)
	changes := changesOf(doc, before, after)
	c.documents++
	if len(changes) > 0 {
		c.changed++
	}
	for _, one := range changes {
		c.gone, c.added = c.gone+len(one.Gone), c.added+len(one.New)
		if c.asJSON {
			encoder := json.NewEncoder(c.out)
			encoder.SetEscapeHTML(false)
			if err := encoder.Encode(one); err != nil {
				return err
			}
			continue
		}
		c.print(one)
	}
	return nil
}

// changesOf returns the sentences whose events differ and, where only the outcome does, the document without a
// sentence.
func changesOf(doc *rashomon.Document, before, after recoded) []change {
	var changes []change
	gone, added := missing(before.Events, after.Events), missing(after.Events, before.Events)
	for i, sentence := range doc.Sentences {
		one := change{ID: doc.Name, Sentence: clean(doc.QuoteSpan(sentence.Span)), Gone: inSentence(gone, i), New: inSentence(added, i)}
		if len(one.Gone)+len(one.New) > 0 {
			changes = append(changes, one)
		}
	}
	if before.Outcome == after.Outcome {
		return changes
	}
	if len(changes) == 0 {
		changes = append(changes, change{ID: doc.Name})
	}
	changes[0].Before, changes[0].After = outcomeName(before.Outcome), outcomeName(after.Outcome)
	return changes
}

func outcomeName(outcome string) string {
	if outcome == "" {
		return "coded"
	}
	return outcome
}

// missing returns the events that have none like them, in the same sentence, among others.
func missing(events, others []recodedEvent) []recodedEvent {
	type key struct {
		source, target, code string
		sentence             int
	}
	known := map[key]bool{}
	for _, e := range others {
		known[key{e.Source, e.Target, e.Code, e.sentence}] = true
	}
	var out []recodedEvent
	for _, e := range events {
		if !known[key{e.Source, e.Target, e.Code, e.sentence}] {
			out = append(out, e)
		}
	}
	return out
}

func inSentence(events []recodedEvent, sentence int) []recodedEvent {
	var out []recodedEvent
	for _, e := range events {
		if e.sentence == sentence {
			out = append(out, e)
		}
	}
	return out
}

// print shows a change to a person: the sentence, then what is gone after "-" and what is new after "+", each with the
// lines of its dictionary.
func (c *comparison) print(one change) {
	fmt.Fprintln(c.out, cut(one.ID, c.width))
	for _, line := range wrap(one.Sentence, c.width-2) {
		fmt.Fprintln(c.out, "  "+line)
	}
	if one.Before != "" {
		fmt.Fprintf(c.out, "  %s, before: %s\n", one.After, one.Before)
	}
	for _, e := range one.Gone {
		c.event("-", e)
	}
	for _, e := range one.New {
		c.event("+", e)
	}
	fmt.Fprintln(c.out)
}

func (c *comparison) event(mark string, e recodedEvent) {
	const margin = 6
	told := fmt.Sprintf("%s -> %s %s %q", e.Source, e.Target, e.Code, e.Trigger)
	fmt.Fprintf(c.out, "  %s %s\n", mark, cut(told, c.width-margin))
	for _, part := range wrap(strings.Join(e.Lines, ", "), c.width-margin) {
		fmt.Fprintln(c.out, "      "+part)
	}
}

// summary tells in one line how much differs.
func (c *comparison) summary(p program) {
	line := fmt.Sprintf("%d of %s differ: %s gone, %d new", c.changed, plural(c.documents, "document", "documents"),
		plural(c.gone, "event", "events"), c.added)
	if c.asJSON {
		fmt.Fprintln(p.stderr, line)
		return
	}
	fmt.Fprintln(p.stdout, line)
}
