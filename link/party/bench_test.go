package party_test

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"slices"
	"strings"
	"testing"
	"time"

	"rashomon"
	"rashomon/digest"
	"rashomon/digest/digesttest"
	"rashomon/link/party"
)

// varied returns n digests: those of the case again and again, with other names each time. Letters give way to others
// of their kind, so that names stay as long as they are.
func varied(tb testing.TB, n int) []*digest.Digest {
	tb.Helper()
	digests, out := digesttest.Case(tb), make([]*digest.Digest, n)
	for i := range out {
		out[i] = vary(digests[i%len(digests)], uint64(i/len(digests)))
	}
	return out
}

func vary(d *digest.Digest, seed uint64) *digest.Digest {
	if seed == 0 {
		return d
	}
	letters := exchanged(seed)
	copied := *d
	copied.Document = fmt.Sprintf("%s%06d", d.Document, seed)
	text := []byte(d.Text)
	copied.Entities = slices.Clone(d.Entities)
	for i, e := range copied.Entities {
		mentions := slices.Clone(e.Mentions)
		for j, m := range mentions {
			if m.Kind == rashomon.MentionName && e.Listed == "" {
				mentions[j].Text = exchange(m.Text, letters)
				copy(text[m.Extent.Start:m.Extent.End], mentions[j].Text)
			}
		}
		copied.Entities[i].Mentions, copied.Entities[i].Location = mentions, nil
	}
	copied.Text = string(text)
	return &copied
}

// common are nouns in names that any other name may have.
var common = regexp.MustCompile(`^(Ministry|Company|Union|Centre|Court|Hospital|District|National|Dam|Quarter|Town|of|and|the|for)$`)

// exchange exchanges the letters of the words of a name, but for common ones.
func exchange(name string, letters *strings.Replacer) string {
	words := strings.Split(name, " ")
	for i, word := range words {
		if !common.MatchString(word) {
			words[i] = letters.Replace(word)
		}
	}
	return strings.Join(words, " ")
}

// exchanged returns what exchanges small letters by lot, vowels for vowels.
func exchanged(seed uint64) *strings.Replacer {
	random := rand.New(rand.NewPCG(seed, 1))
	var pairs []string
	for _, kind := range []string{"aeiou", "bcdfghjklmnpqrstvwxyz"} {
		for i, j := range random.Perm(len(kind)) {
			pairs = append(pairs, kind[i:i+1], kind[j:j+1])
		}
	}
	return strings.NewReplacer(pairs...)
}

func BenchmarkLink(b *testing.B) {
	for _, n := range []int{1_000, 4_000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			if n > 1000 && testing.Short() {
				b.Skip("large")
			}
			digests := digesttest.Corpus(b, n)
			b.ReportAllocs()
			for b.Loop() {
				party.Link(digests)
			}
			parties, most, last := inUse(func() []rashomon.Party { return party.Link(digests) })
			b.ReportMetric(most, "MiB-most")
			b.ReportMetric(last, "MiB-last")
			runtime.KeepAlive(parties)
			runtime.KeepAlive(digests)
		})
	}
}

// inUse returns what a function does, and how much more memory than before is in use at most while it runs and behind it,
// in MiB and without garbage.
func inUse[T any](do func() T) (done T, most, last float64) {
	defer debug.SetGCPercent(debug.SetGCPercent(10))
	inUse := func() float64 {
		sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}} // after the last collection
		metrics.Read(sample)
		return float64(sample[0].Value.Uint64()) / (1 << 20)
	}
	runtime.GC()
	runtime.GC() // of what has to be finalized first
	before, stop, stopped := inUse(), make(chan bool), make(chan bool)
	go func() {
		defer close(stopped)
		for {
			select {
			case <-stop:
				return
			case <-time.After(time.Millisecond):
				most = max(most, inUse()-before)
			}
		}
	}()
	done = do()
	close(stop)
	<-stopped
	runtime.GC()
	return done, most, inUse() - before
}

// BenchmarkAdd adds one document to many, and asks for all parties.
func BenchmarkAdd(b *testing.B) {
	for _, n := range []int{100, 1_000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			if n > 1000 && testing.Short() {
				b.Skip("large")
			}
			digests := varied(b, n)
			x := party.NewIndex()
			for _, d := range digests {
				x.Add(d)
			}
			x.Parties()
			next := uint64(1_000_000)
			b.ReportAllocs()
			for b.Loop() {
				copied := *digests[int(next)%len(digests)]
				copied.Document, next = fmt.Sprintf("added%d", next), next+7919
				x.Add(&copied)
				x.Parties()
			}
		})
	}
}
