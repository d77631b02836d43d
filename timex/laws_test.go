package timex_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"rashomon"
	"rashomon/rashomontest"
	"rashomon/segment"
	"rashomon/timex"
)

// aDay draws a day of the years that are written with four digits and stand for years without more words.
var aDay = rapid.Custom(func(t *rapid.T) time.Time {
	days := rapid.IntRange(0, 436_000).Draw(t, "days since the year 1000")
	return time.Date(1000, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, days)
})

// one returns the one time of a text.
func one(t *rapid.T, text, published string) rashomon.Timex {
	doc, _ := document(text, published)
	found := timex.Find(doc)
	if len(found) != 1 || doc.QuoteSpan(found[0].Span) != text {
		t.Fatalf("%q: got %+v, want one time over the whole text", text, found)
	}
	return found[0]
}

// TestPrintedDatesAreReadBack: a date that is written out is read as the date.
func TestPrintedDatesAreReadBack(t *testing.T) {
	t.Parallel()
	layouts := []string{
		"2 January 2006", "January 2, 2006", "2 Jan 2006", "Jan 2, 2006", "Monday, 2 January 2006", "Mon, 02 Jan 2006",
		"2006-01-02",
	}
	rapid.Check(t, func(t *rapid.T) {
		day := aDay.Draw(t, "day")
		text := day.Format(rapid.SampledFrom(layouts).Draw(t, "layout"))
		want := day.Format(time.DateOnly)
		got := one(t, text, "")
		if got.Value != want || got.From != want || got.To != want || got.Type != rashomon.TimexDate {
			t.Errorf("%q: got %+v, want %s", text, got, want)
		}
	})
}

// TestMonthsAreReadBack: so is a month with its year, and its interval are its days.
func TestMonthsAreReadBack(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		day := aDay.Draw(t, "day")
		first := day.AddDate(0, 0, 1-day.Day())
		got := one(t, day.Format("January 2006"), "")
		if got.Value != day.Format("2006-01") || got.From != first.Format(time.DateOnly) ||
			got.To != first.AddDate(0, 1, -1).Format(time.DateOnly) {
			t.Errorf("%s: got %+v", day.Format("January 2006"), got)
		}
	})
}

// TestRelativeDaysFollowThePublication: published so many days later, a text means a day so many days later.
func TestRelativeDaysFollowThePublication(t *testing.T) {
	t.Parallel()
	phrases := []string{
		"today", "yesterday", "tomorrow", "two days ago", "the day before yesterday", "the day after tomorrow",
		"ten days from now",
	}
	rapid.Check(t, func(t *rapid.T) {
		published, shift := aDay.Draw(t, "published"), rapid.IntRange(0, 1000).Draw(t, "shift")
		text := rapid.SampledFrom(phrases).Draw(t, "phrase")
		before := one(t, text, published.Format(time.DateOnly))
		after := one(t, text, published.AddDate(0, 0, shift).Format(time.DateOnly))
		moved, err := time.Parse(time.DateOnly, before.Value)
		if err != nil || moved.AddDate(0, 0, shift).Format(time.DateOnly) != after.Value {
			t.Errorf("%q %d days later: got %s after %s", text, shift, after.Value, before.Value)
		}
	})
}

// TestWeekdaysAreNear: a weekday of a report lies within a week of its publication, on that weekday, and "last" and
// "next" lie before and behind it.
func TestWeekdaysAreNear(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		published := aDay.Draw(t, "published")
		weekday := rapid.SampledFrom([]string{"Monday", "Tuesday", "Saturday", "Sunday"}).Draw(t, "weekday")
		prefix := rapid.SampledFrom([]string{"", "last ", "next "}).Draw(t, "prefix")
		got, err := time.Parse(time.DateOnly, one(t, prefix+weekday, published.Format(time.DateOnly)).Value)
		if err != nil || got.Weekday().String() != weekday {
			t.Fatalf("%s%s: got %v", prefix, weekday, got)
		}
		days := int(got.Sub(published).Hours() / 24)
		low := map[string]int{"": -6, "last ": -7, "next ": 1}[prefix]
		high := map[string]int{"": 0, "last ": -1, "next ": 7}[prefix]
		if days < low || days > high {
			t.Errorf("%s%s: %d days from the publication", prefix, weekday, days)
		}
	})
}

// TestFindIsPure: a document that is read many times at once is read the same every time.
func TestFindIsPure(t *testing.T) {
	t.Parallel()
	doc := &rashomon.Document{Text: rashomontest.Article()}
	doc.Sentences, doc.Tokens = segment.Find(doc)
	want := fmt.Sprint(timex.Find(doc))
	if want == "[]" {
		t.Fatal("the article tells no time")
	}
	got := make(chan string)
	for range 8 {
		go func() { got <- fmt.Sprint(timex.Find(doc)) }()
	}
	for range 8 {
		if found := <-got; found != want {
			t.Errorf("got %s, want %s", found, want)
		}
	}
}

// FuzzFind: whatever the text, the times are in order, do not overlap, name their rule, and fit the document; every
// day that bounds one is a day of the calendar, and no interval ends before it begins.
func FuzzFind(f *testing.F) {
	for _, phrase := range rashomontest.Phrases(f, "testdata/*.cases") {
		f.Add(phrase, "2011-07-05")
		f.Add("On 5 May 1941 it began. "+phrase+" it ended.", "")
	}
	f.Fuzz(func(t *testing.T, text, published string) {
		original := rashomon.Original{Bytes: []byte(strings.ToValidUTF8(text, "?")), Format: rashomon.FormatText}
		doc := &rashomon.Document{ID: original.ID(), SHA256: original.SHA256(), Text: string(original.Bytes), Reading: "fuzz"}
		if strings.TrimSpace(published) != "" {
			doc.Details = []rashomon.Detail{{Field: rashomon.FieldPublished, Value: published, Rule: "given"}}
		}
		doc.Sentences, doc.Tokens = segment.Find(doc)
		doc.Timexes = timex.Find(doc)
		if err := doc.Check(); err != nil {
			t.Fatal(err)
		}
		end := 0
		for _, found := range doc.Timexes {
			if found.Span.Start < end {
				t.Fatalf("%+v begins before token %d", found, end)
			}
			end = found.Span.End
			checkBounds(t, found)
		}
	})
}

func checkBounds(t *testing.T, found rashomon.Timex) {
	if (found.From == "") != (found.To == "") {
		t.Fatalf("%+v has one bound", found)
	}
	if found.From == "" || strings.HasPrefix(found.From, "-") || strings.Contains(found.From, "T") {
		return // time.Parse reads no years before 0
	}
	from, err := time.Parse(time.DateOnly, found.From)
	if err != nil {
		t.Fatalf("%+v: %v", found, err)
	}
	to, err := time.Parse(time.DateOnly, found.To)
	if err != nil || to.Before(from) {
		t.Fatalf("%+v: %v", found, err)
	}
}
