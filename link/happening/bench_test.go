package happening_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"rashomon"
	"rashomon/digest"
	"rashomon/link/happening"
	"rashomon/link/party"
)

// varied returns a number of digests: those of one story again and again, each time with other names and days, as so many
// stories of as many accounts.
func varied(b *testing.B, number int) []*digest.Digest {
	b.Helper()
	paths, err := filepath.Glob("../../examples/dam/text/*.txt")
	if err != nil || len(paths) == 0 {
		b.Fatalf("got %v, %v", paths, err)
	}
	var told []*digest.Digest
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		told = append(told, account{name: path, published: "2017-03-27", text: string(text)}.read(b))
	}
	out := make([]*digest.Digest, number)
	for i := range out {
		out[i] = variation(told[i%len(told)], i, i/len(told))
	}
	return out
}

// variation returns a digest with its names and days as they are in another story.
func variation(d *digest.Digest, number, story int) *digest.Digest {
	v := *d
	v.Document = fmt.Sprintf("%05d", number)
	names := map[string]bool{}
	for _, entity := range d.Entities {
		for _, mention := range entity.Mentions {
			if mention.Kind == rashomon.MentionName {
				for word := range strings.FieldsSeq(strings.ToLower(mention.Text)) {
					names[word] = true
				}
			}
		}
	}
	rename := func(word string) string {
		if names[strings.ToLower(word)] {
			return fmt.Sprintf("%sx%d", word, story)
		}
		return word
	}
	renameAll := func(words []string) []string {
		out := make([]string, len(words))
		for i, word := range words {
			out[i] = rename(word)
		}
		return out
	}
	v.Entities = slices.Clone(d.Entities)
	for i, entity := range d.Entities {
		v.Entities[i].Name = strings.Join(renameAll(strings.Fields(entity.Name)), " ")
		v.Entities[i].Mentions = slices.Clone(entity.Mentions)
		for n, mention := range entity.Mentions {
			v.Entities[i].Mentions[n].Text = strings.Join(renameAll(strings.Fields(mention.Text)), " ")
		}
	}
	v.Sentences = slices.Clone(d.Sentences)
	for i, sentence := range d.Sentences {
		v.Sentences[i].Terms = renameAll(sentence.Terms)
	}
	v.Timexes = slices.Clone(d.Timexes)
	for i, timex := range d.Timexes {
		v.Timexes[i].From, v.Timexes[i].To = later(timex.From, story), later(timex.To, story)
	}
	v.Events = slices.Clone(d.Events)
	for i, event := range d.Events {
		v.Events[i].Terms, v.Events[i].Roles = renameAll(event.Terms), slices.Clone(event.Roles)
		for n, role := range event.Roles {
			v.Events[i].Roles[n].Head = rename(role.Head)
		}
	}
	return &v
}

func later(day string, days int) string {
	if len(day) < len(time.DateOnly) {
		return day
	}
	at, err := time.Parse(time.DateOnly, day[:len(time.DateOnly)])
	if err != nil {
		return day
	}
	return at.AddDate(0, 0, days).Format(time.DateOnly) + day[len(time.DateOnly):]
}

// BenchmarkLink links many stories of eight accounts each. Documents of 10,000 take a while: -benchtime 1x.
func BenchmarkLink(b *testing.B) {
	for _, number := range []int{100, 1000, 10000} {
		b.Run(fmt.Sprint(number), func(b *testing.B) {
			if number > 1000 && testing.Short() {
				b.Skip("SKIPPED: 10,000 documents, with -short")
			}
			digests := varied(b, number)
			parties := party.Link(digests)
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			b.ReportAllocs()
			for b.Loop() {
				index, err := happening.NewIndex(happening.Coarse)
				if err != nil {
					b.Fatal(err)
				}
				for _, d := range digests {
					index.Add(d)
				}
				happenings := index.Happenings(parties)
				b.StopTimer()
				runtime.GC()
				runtime.ReadMemStats(&after)
				b.ReportMetric(float64(len(happenings)), "happenings")
				b.ReportMetric(float64(int64(after.HeapAlloc)-int64(before.HeapAlloc))/1e6, "MB-held")
				runtime.KeepAlive(index)
				b.StartTimer()
			}
		})
	}
}

// BenchmarkAdd adds one document to a thousand that are linked, and asks for all happenings.
func BenchmarkAdd(b *testing.B) {
	digests := varied(b, 1001)
	index, err := happening.NewIndex(happening.Coarse)
	if err != nil {
		b.Fatal(err)
	}
	for _, d := range digests[:1000] {
		index.Add(d)
	}
	parties := party.Link(digests)
	index.Happenings(parties)
	number := 0
	b.ReportAllocs()
	for b.Loop() {
		one := *digests[1000]
		one.Document = fmt.Sprintf("again %d", number)
		number++
		index.Add(&one)
		index.Happenings(parties)
	}
}
