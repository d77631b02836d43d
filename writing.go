package rashomon

import (
	"errors"
	"fmt"
	"strconv"
	"time"
)

// Days are the days from one to another, both included, as ISO 8601 writes them. An end that is not known is empty.
type Days struct {
	From string `json:"from,omitempty"`
	To   string `json:"to,omitempty"`
}

// An Evidence is something in a text that tells on which days it may have been written.
type Evidence struct {
	Span   Span   `json:"span"`
	Reason string `json:"reason"` // what follows from the passage, in plain words
	Rule   string `json:"rule"`
}

// DaysRule is the rule of every stretch of days in Written: all evidence allows it.
const DaysRule = "dating/evidence"

// String writes days as people do: "2011-02-15 to 2011-10-20", "2011-02-15 or later".
func (d Days) String() string {
	switch {
	case d.From == d.To:
		return d.From
	case d.From == "":
		return d.To + " or earlier"
	case d.To == "":
		return d.From + " or later"
	}
	return d.From + " to " + d.To
}

func (d *Document) checkWritten() error {
	if (len(d.Written) > 0) != (len(d.Evidence) > 0) {
		return fmt.Errorf("%d stretches of days of writing and %d pieces of evidence", len(d.Written), len(d.Evidence))
	}
	for i, days := range d.Written {
		if err := days.check(); err != nil {
			return fmt.Errorf("days of writing %d: %w", i+1, err)
		}
		if i > 0 && (d.Written[i-1].To == "" || days.From == "" || days.From <= d.Written[i-1].To) {
			return fmt.Errorf("days of writing %d: not behind those before", i+1)
		}
	}
	for i, evidence := range d.Evidence {
		where := fmt.Sprintf("evidence %d", i+1)
		if err := d.checkSpanned(where, evidence.Span, evidence.Rule); err != nil {
			return err
		}
		if evidence.Reason == "" {
			return fmt.Errorf("%s: no reason", where)
		}
	}
	return nil
}

func (d Days) check() error {
	for _, end := range []string{d.From, d.To} {
		if _, err := time.Parse(time.DateOnly, end); end != "" && err != nil {
			return err
		}
	}
	switch {
	case d.From == "" && d.To == "":
		return errors.New("every day")
	case d.From != "" && d.To != "" && d.To < d.From:
		return fmt.Errorf("end on %s, before %s", d.To, d.From)
	}
	return nil
}

func (d *Document) daysFinding(i int) Finding {
	return Finding{Kind: "written", Value: pairs("from", d.Written[i].From, "to", d.Written[i].To), Rule: DaysRule}
}

func (d *Document) evidenceFinding(i int) Finding {
	evidence := d.Evidence[i]
	value := pairs("because", strconv.Quote(evidence.Reason))
	return Finding{Kind: "evidence", Value: value, Extent: d.Extent(evidence.Span), Rule: evidence.Rule}
}
