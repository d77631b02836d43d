package archive_test

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"rashomon/archive"
	"rashomon/rashomontest"
)

// documents is the size of the archive that benchmarks read from.
var documents = flag.Int("documents", 5_000, "how many documents the archive of the benchmarks has")

// batch is how many documents the command line puts at once.
const batch = 200

// report makes a short report: some 150 words, whose frequencies fall as those of a language do (Zipf's law), of a
// vocabulary of 50,000, in ten sentences. The word "the" stands in every one.
func report(number int) archive.Entry {
	random := rand.New(rand.NewPCG(uint64(number), 1))
	zipf := rand.NewZipf(random, 1.1, 5, 50_000)
	var text strings.Builder
	for i := range 100 + number%101 {
		text.WriteString(spell(zipf.Uint64()))
		switch {
		case i%15 == 14:
			fmt.Fprintf(&text, " the %d .\n", number)
		case i%7 == 6:
			text.WriteString(" , ")
		default:
			text.WriteByte(' ')
		}
	}
	return entry(text.String(), fmt.Sprintf("reports/%06d.txt", number), "1", given("title", fmt.Sprintf("Report %d", number)),
		given("source", "The Quay Gazette"), given("published", fmt.Sprintf("%d-%02d-%02d", 1990+number%30, 1+number%12, 1+number%28)))
}

// spell makes a word of a number: the greater the longer.
func spell(number uint64) string {
	syllables := []string{"ba", "ne", "ti", "ro", "su", "kal", "mer", "dis", "pon", "gul"}
	word := ""
	for more := true; more; more = number > 0 {
		word += syllables[number%10]
		number /= 10
	}
	return word
}

func reports(from, to int) (entries []archive.Entry) {
	for i := from; i < to; i++ {
		entries = append(entries, report(i))
	}
	return entries
}

// filled makes an archive of as many reports as the flag says, and tells how large it is.
func filled(b *testing.B) *archive.Archive {
	b.Helper()
	path := rashomontest.Archive(b, "filled.db")
	a := open(b, path)
	for from := 0; from < *documents; from += batch {
		put(b, a, reports(from, min(from+batch, *documents))...)
	}
	if info, err := os.Stat(path); err == nil {
		b.Logf("%d documents, %d bytes a document in the archive", *documents, info.Size()/int64(*documents))
	}
	return a
}

func BenchmarkPut(b *testing.B) {
	a := empty(b)
	b.ReportAllocs()
	number := 0
	for b.Loop() {
		b.StopTimer()
		entries := reports(number, number+batch)
		number += batch
		b.StartTimer()
		put(b, a, entries...)
	}
	b.ReportMetric(float64(number)/b.Elapsed().Seconds(), "docs/s")
}

func BenchmarkRead(b *testing.B) {
	a, ctx := filled(b), context.Background()
	middle := report(*documents / 2)
	b.Run("Holds", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if held, err := a.Holds(ctx, middle.Original, "1"); !held || err != nil {
				b.Fatal(held, err)
			}
		}
	})
	b.Run("Document", func(b *testing.B) {
		b.ReportAllocs()
		b.SetBytes(int64(len(middle.Document.Text)))
		for b.Loop() {
			if _, err := a.Document(ctx, middle.Document.ID); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("List", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			for _, err := range a.List(ctx) {
				if err != nil {
					b.Fatal(err)
				}
			}
		}
		b.ReportMetric(float64(*documents)*float64(b.N)/b.Elapsed().Seconds(), "docs/s")
	})
	for _, query := range []string{"the", "ba ne", `"ba ne"`, "ba OR ne -ti", "gulmer", "gulm*", "the -sudis", "nowhere"} {
		b.Run("Search/"+query, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := a.Search(ctx, query, 20); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("Verify", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			verified(b, a)
		}
		b.ReportMetric(float64(*documents)*float64(b.N)/b.Elapsed().Seconds(), "docs/s")
	})
}
