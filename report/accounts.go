package report

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"rashomon"
	"rashomon/archive"
)

// lead tells in short what the report is of.
func (d *draft) lead() []Line {
	s := d.view.Summary()
	span := ""
	if s.From != "" {
		span = ", published from " + day(s.From) + " to " + day(s.To)
	}
	if s.Undated > 0 {
		span += ", " + number(s.Undated) + " of them undated"
	}
	reprints := ""
	if n := s.Documents - s.Roots; n > 0 {
		reprints = fmt.Sprintf(" They go back to %s: %s.", count(s.Roots, "root", "roots"),
			count(n, "account is a reprint of another", "accounts are reprints of others"))
	}
	lines := []Line{
		{Text: fmt.Sprintf("%s by %s%s.%s", count(s.Documents, "account", "accounts"), count(s.Sources, "source", "sources"), span,
			reprints)},
		{Text: fmt.Sprintf("They tell of %s. Two accounts or more tell of %s of them, and contradict each other on %s.",
			count(s.Told, "happening", "happenings"), number(s.Shared), number(s.Contested))},
	}
	for _, narrowed := range d.narrowed() {
		lines = append(lines, Line{Text: narrowed})
	}
	return append(lines, Line{Text: fmt.Sprintf("Made on %s by %s; the texts were read by %s. It gives no verdict on what is true, and takes no side.",
		d.about.Made.UTC().Format(time.DateOnly), d.about.Program, d.readers())})
}

// narrowed tells what was left out on purpose.
func (d *draft) narrowed() []string {
	var out []string
	if d.about.KnownOn != "" {
		out = append(out, "Only what had been published by "+d.about.KnownOn+" is compared; "+count(len(d.view.LeftOut), "document is",
			"documents are")+" left out.")
	}
	if days := d.about.Happened; days.From != "" || days.To != "" {
		out = append(out, strings.TrimSpace("Only what happened "+strings.TrimSpace(since(days.From)+" "+until(days.To))+" is shown."))
	}
	return out
}

func since(from string) string {
	if from == "" {
		return ""
	}
	return "from " + from
}

func until(to string) string {
	if to == "" {
		return "on"
	}
	return "to " + to
}

// readers tells by which versions of the reader the documents were read.
func (d *draft) readers() string {
	var versions []string
	for _, s := range d.about.Documents {
		if s.Reading != "" && !slices.Contains(versions, s.Reading) {
			versions = append(versions, s.Reading)
		}
	}
	slices.Sort(versions)
	if len(versions) == 0 {
		return "no reader"
	}
	return "reader " + strings.Join(versions, " and ")
}

// read lists the documents.
func (d *draft) read() Section {
	t := Table{Caption: "The documents", Head: []string{"By whom", "Title", "Published", "Words", "SHA-256 of the original"}}
	for _, s := range d.about.Documents {
		t.Rows = append(t.Rows, Row{s.ID, []Line{
			{Text: d.publisher(s)}, {Text: tidy(s.Title), Kind: "title"}, {Text: day(s.Published), Kind: "day"}, {Text: d.words(s)}, {Text: s.SHA256, Kind: "hash"},
		}})
	}
	return Section{ID: "documents", Title: "What was read", Count: number(len(t.Rows)), Tables: []Table{t}, Note: []string{
		"A document is known by the hash of its bytes: whoever has the same file has the same hash. Its first sixteen digits are its id in this report.",
	}}
}

func (d *draft) publisher(s archive.Summary) string {
	if head := d.view.Ground.Head(s.ID); head != nil {
		return tidy(head.By())
	}
	if s.Source != "" {
		return tidy(s.Source)
	}
	return "unknown"
}

// words tells how long a document is, and whether it was compared.
func (d *draft) words(s archive.Summary) string {
	if d.view.Ground.Head(s.ID) == nil {
		return number(s.Words) + ", not compared"
	}
	return number(s.Words)
}

// method tells how a report is to be read.
func (d *draft) method() Section {
	return Section{ID: "method", Title: "How to read this", Note: []string{
		"A program read the documents, by rules and small models that are the same for everybody. It finds what is told, on whose word, and where it parts. " +
			"It misses much, and takes some things wrong: what matters must be read in the documents themselves.",
		"The sentences are quoted as they stand. In each, the passage that is meant is marked. Above it stands on whose word it is told: the " +
			"publisher, and after each arrow whoever he cites. No arrow means the account's own voice.",
		"A number in brackets leads to the passage at the end of this report: its document, its place there in bytes, and the words by which the program explains " +
			"what it found there. Ids such as c17655aeaf874 do the same for whole findings: rashomon why c17655aeaf874.",
		"Unknown is shown as unknown: a document without a date has none, and what no account dates or places stands apart.",
		"Only English is read. Only sentences are quoted here, not whole texts, which may be under copyright.",
		fmt.Sprintf("Each list has at most %s; what is left out is said.", count(d.about.Most, "entry", "entries")),
	}}
}

// corrections tells what people corrected.
func (d *draft) corrections() Section {
	note := "What people changed in what the program found, with their reasons. Everything above is shown as they corrected it."
	undone := rashomon.Undone(d.about.Corrections)
	var all []rashomon.Correction
	for _, c := range d.about.Corrections {
		if c.Kind != rashomon.CorrectionUndo && undone[c.Number] == 0 {
			all = append(all, c)
		}
	}
	return section(d, "corrections", "Corrections applied", []string{note}, whole(d, all), "Nobody has corrected anything.", func(c rashomon.Correction) Entry {
		a := d.view.Amendment(c, 0)
		e := Entry{Title: fmt.Sprintf("%d, %s: %s", a.Number, a.Time.UTC().Format(time.DateOnly), a.Kind),
			Lines: []Line{{Text: sentence(a.Author + ": " + a.Reason)}}}
		for _, changed := range a.Changes {
			e.Lines = append(e.Lines, Line{Text: "Now: " + tidy(changed.What+" "+changed.To) + "."})
		}
		if a.Unapplied != "" {
			e.Lines = append(e.Lines, Line{Text: "Not applied: " + sentence(a.Unapplied)})
		}
		for _, target := range a.Targets {
			for _, q := range target.Passages {
				if q.At == "" {
					e.Lines = append(e.Lines, Line{Text: sentence(string(target.Kind) + ": " + q.Name), To: d.to(q.Document)})
					continue
				}
				e.Quotes = append(e.Quotes, d.quote(string(target.Kind), q))
			}
		}
		return e
	})
}
