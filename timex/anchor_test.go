package timex_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"rashomon"
	"rashomon/timex"
)

// TestIntervalsAndAnchors looks at what the case files do not: the interval, the grain, the offset and what it counts
// from.
func TestIntervalsAndAnchors(t *testing.T) {
	t.Parallel()
	fifthOfMay := rashomon.Timex{
		Value: "1941-05-05", From: "1941-05-05", To: "1941-05-05", Grain: "day",
		AnchorTimex: rashomon.None, Rule: "timex/date/day",
	}
	for _, test := range []struct {
		name, text, published string
		want                  []rashomon.Timex
	}{
		{"a day", "5 May 1941", "", []rashomon.Timex{
			fifthOfMay,
		}},
		{"a year before our era", "44 BC", "", []rashomon.Timex{
			{
				Value: "BC0044", From: "-0043-01-01", To: "-0043-12-31", Grain: "year",
				AnchorTimex: rashomon.None, Rule: "timex/date/year",
			},
		}},
		{"a season", "the winter of 1941", "", []rashomon.Timex{
			{
				Value: "1941-WI", From: "1940-12-01", To: "1941-02-28", Grain: "season",
				AnchorTimex: rashomon.None, Rule: "timex/date/season-of-year",
			},
		}},
		{"from the publication", "yesterday", "2011-07-05", []rashomon.Timex{{
			Value: "2011-07-04", From: "2011-07-04", To: "2011-07-04", Grain: "day", Offset: "-P1D",
			Anchor: rashomon.AnchorPublication, AnchorTimex: rashomon.None, Rule: "timex/date/yesterday",
		}}},
		{"from nothing", "two weeks ago", "", []rashomon.Timex{{
			Offset: "-P2W", Anchor: rashomon.AnchorUnknown, AnchorTimex: rashomon.None, Rule: "timex/date/ago",
		}}},
		{"from a vague distance", "a few weeks ago", "2011-07-05", []rashomon.Timex{{
			Value: "PAST_REF", Offset: "-PXW",
			Anchor: rashomon.AnchorPublication, AnchorTimex: rashomon.None, Rule: "timex/date/ago",
		}}},
		{"from an earlier time", "It began on 5 May 1941. Two days later it ended.", "", []rashomon.Timex{
			fifthOfMay,
			{
				Value: "1941-05-07", From: "1941-05-07", To: "1941-05-07", Grain: "day", Offset: "P2D",
				Anchor: rashomon.AnchorTimex, AnchorTimex: 0, Rule: "timex/date/later",
			},
		}},
		{"the year of an earlier time", "It began in May 1941. In June it ended.", "", []rashomon.Timex{
			{
				Value: "1941-05", From: "1941-05-01", To: "1941-05-31", Grain: "month",
				AnchorTimex: rashomon.None, Rule: "timex/date/month-of-year",
			},
			{
				Value: "1941-06", From: "1941-06-01", To: "1941-06-30", Grain: "month",
				Anchor: rashomon.AnchorTimex, AnchorTimex: 0, Rule: "timex/date/month",
			},
		}},
		{"a length that leads up to the publication", "the last two days", "2011-07-05", []rashomon.Timex{{
			Type: "DURATION", Value: "P2D", From: "2011-07-03", To: "2011-07-05", Grain: "day", Offset: "-P2D",
			Anchor: rashomon.AnchorPublication, AnchorTimex: rashomon.None, Rule: "timex/duration/last",
		}}},
		{"a length that lies nowhere", "two days", "2011-07-05", []rashomon.Timex{{
			Type: "DURATION", Value: "P2D", Grain: "day", AnchorTimex: rashomon.None, Rule: "timex/duration/length",
		}}},
		{"a time of day", "5:30 p.m.", "2011-07-05", []rashomon.Timex{{
			Type: "TIME", Value: "2011-07-05T17:30", From: "2011-07-05T17:30", To: "2011-07-05T17:30", Grain: "minute",
			Anchor: rashomon.AnchorPublication, AnchorTimex: rashomon.None, Rule: "timex/time/clock",
		}}},
		{"no such day", "30 February 2011", "", []rashomon.Timex{
			{AnchorTimex: rashomon.None, Rule: "timex/date/day"},
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			for i := range test.want {
				if test.want[i].Type == "" {
					test.want[i].Type = rashomon.TimexDate
				}
			}
			doc, _ := document(test.text, test.published)
			got := timex.Find(doc)
			if diff := cmp.Diff(got, test.want, cmpopts.IgnoreFields(rashomon.Timex{}, "Span")); diff != "" {
				t.Errorf("%q: got - want +\n%s", test.text, diff)
			}
		})
	}
}
