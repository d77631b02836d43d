package party_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rashomon"
	"rashomon/digest"
)

// document makes a digest by hand, of one entity a line:
//
//	PERSON Nora Haddad = Haddad; title=Colonel; codes=LBY MIL; nouns=the commander = she who came; listed=persons:Nora Haddad
//
// Its names stand between "=", and a title before the first. Names stand far from one another, but a line that begins
// with "+" stands beside the one before, and one with "~" is called its by-name. "source=" says that the entity
// published the document, "country=" where a place lies.
func document(t testing.TB, id string, lines ...string) *digest.Digest {
	t.Helper()
	d := &digest.Digest{Document: id, Name: id}
	var text strings.Builder
	for _, line := range lines {
		between := " and far away from all that there was also somebody else: "
		if rest, found := strings.CutPrefix(line, "+"); found {
			line, between = rest, ", "
		}
		if rest, found := strings.CutPrefix(line, "~"); found {
			line, between = rest, ", which its people call the "
		}
		kind, rest, found := strings.Cut(line, " ")
		if !found {
			t.Fatalf("%q has no type", line)
		}
		fields := strings.Split(rest, ";")
		e := digest.Entity{Type: rashomon.EntityType(kind)}
		for _, field := range fields[1:] {
			set(t, d, &e, strings.TrimSpace(field), fields[0])
		}
		title := e.Name // where set has put it
		e.Name = ""
		for i, name := range strings.Split(fields[0], "=") {
			if name = strings.TrimSpace(name); name != "" {
				text.WriteString(between)
				e.Mentions = slices.Insert(e.Mentions, i, mention(&text, name, title, rashomon.MentionName))
				e.Name = orElse(e.Name, name)
				title, between = "", " and far away from all that there was also again: "
			}
		}
		for i := range e.Mentions {
			if m := &e.Mentions[i]; m.Kind == rashomon.MentionNominal {
				text.WriteString(between)
				*m = mention(&text, m.Text, "", rashomon.MentionNominal)
				e.Name = orElse(e.Name, m.Text)
			}
		}
		d.Entities = append(d.Entities, e)
	}
	d.Text = text.String()
	return d
}

func orElse(a, b string) string {
	if a == "" {
		return b
	}
	return a
}

func mention(text *strings.Builder, name, title string, kind rashomon.MentionKind) digest.Mention {
	start := text.Len()
	text.WriteString(name)
	words := strings.Fields(name)
	return digest.Mention{
		Extent: rashomon.Extent{Start: start, End: text.Len()}, Kind: kind, Text: name, Title: title,
		Head: strings.ToLower(words[len(words)-1]), Distancing: strings.Contains(name, "so-called"),
	}
}

// set reads a field of a line. A title is left in the entity's name.
func set(t testing.TB, d *digest.Digest, e *digest.Entity, field, names string) {
	t.Helper()
	key, value, _ := strings.Cut(field, "=")
	switch key {
	case "title":
		e.Name = value
	case "codes":
		e.Codes = strings.Fields(value)
	case "listed":
		e.Listed = value
	case "source":
		d.Source = strings.TrimSpace(names)
	case "dateline":
		d.Place = strings.TrimSpace(names) + ", Orland"
	case "country":
		e.Location = &rashomon.Location{Country: value, Name: strings.TrimSpace(names), Precision: rashomon.PrecisionTown, Score: 1}
	case "nouns":
		for noun := range strings.SplitSeq(value, "=") {
			e.Mentions = append(e.Mentions, digest.Mention{Kind: rashomon.MentionNominal, Text: strings.TrimSpace(noun)})
		}
	default:
		t.Fatalf("%q: unknown field", field)
	}
}

// groups prints which entities of documents are one party, as "a1 b1; a2", in which a1 is the first of document a.
// Parties are in the order of their first entities.
func groups(parties []rashomon.Party) string {
	var all []string
	sorted := slices.SortedFunc(slices.Values(parties), func(a, b rashomon.Party) int {
		if a.Entities[0].Less(b.Entities[0]) {
			return -1
		}
		return 1
	})
	for _, party := range sorted {
		var entities []string
		for _, e := range party.Entities {
			entities = append(entities, fmt.Sprintf("%s%d", e.Document, e.Index+1))
		}
		all = append(all, strings.Join(entities, " "))
	}
	return strings.Join(all, "; ")
}
