package event

import (
	"slices"
	"testing"

	"rashomon"
)

// TestFramesOf: asides date their own sentences alone.
func TestFramesOf(t *testing.T) {
	t.Parallel()
	day := func(day string) rashomon.Timex {
		return rashomon.Timex{Type: rashomon.TimexDate, From: day, To: day, Grain: rashomon.GrainDay, Value: day}
	}
	autumn := rashomon.Timex{Type: rashomon.TimexDate, From: "2020-09-01", To: "2020-11-30", Grain: rashomon.GrainSeason}
	year := rashomon.Timex{Type: rashomon.TimexDate, From: "2021-01-01", To: "2021-12-31", Grain: rashomon.GrainYear}
	hours := rashomon.Timex{Type: rashomon.TimexDuration, Grain: rashomon.GrainHour, Value: "PT3H"}
	for name, test := range map[string]struct {
		published string
		times     []rashomon.Timex
		want      []int
	}{
		"the day told last":          {"2021-03-04", []rashomon.Timex{day("2021-03-03"), hours, day("2021-03-01")}, []int{0, 0, 2}},
		"a season before, this year": {"2021-03-04", []rashomon.Timex{day("2021-03-03"), autumn, year}, []int{0, 0, 0}},
		"a season is all":            {"2021-03-04", []rashomon.Timex{autumn}, []int{0}},
		"on to a month":              {"", []rashomon.Timex{day("2020-03-03"), autumn, day("2020-10-01")}, []int{0, 1, 2}},
		"a day to come":              {"2021-03-04", []rashomon.Timex{day("2021-03-03"), day("2021-03-09")}, []int{0, 0}},
		"its own day, looking back": {
			"2021-03-04", []rashomon.Timex{day("2021-03-04"), day("2021-01-03"), day("2021-01-04"), day("2021-01-05"), day("2021-01-06")},
			[]int{rashomon.None, 1, 2, 3, 4},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			doc := &rashomon.Document{Timexes: test.times}
			if test.published != "" {
				doc.Details = []rashomon.Detail{{Field: rashomon.FieldPublished, Value: test.published}}
			}
			if got := framesOf(doc); !slices.Equal(got, test.want) {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}
