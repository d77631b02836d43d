package compare_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rashomon/compare"
	"rashomon/compare/ground"
	"rashomon/digest"
	"rashomon/digest/digesttest"
	"rashomon/link"
)

// BenchmarkCompare links and compares documents made by varying the embedded case: each story of eight accounts has names,
// days and figures of its own. The growth from 100 to 10,000 shows whether the cost is that of the matches.
func BenchmarkCompare(b *testing.B) {
	for _, documents := range []int{100, 1000, 10_000} {
		b.Run(strconv.Itoa(documents), func(b *testing.B) {
			if documents > 1000 && testing.Short() {
				b.Skip("10,000 documents take minutes")
			}
			digests := stories(b, digesttest.Case(b), documents)
			b.ReportAllocs()
			for b.Loop() {
				links := link.Link(digests)
				found := compare.Compare(ground.New(digests, links))
				b.ReportMetric(float64(len(found.Differences)), "differences")
			}
			b.ReportMetric(float64(documents)*float64(b.N)/b.Elapsed().Seconds(), "documents/s")
			var memory runtime.MemStats
			runtime.ReadMemStats(&memory)
			b.ReportMetric(float64(memory.Sys)/(1<<20), "MiB-taken")
		})
	}
}

// stories returns so many digests, in stories of as many accounts as are given.
func stories(t testing.TB, accounts []*digest.Digest, documents int) []*digest.Digest {
	t.Helper()
	words := vocabulary(accounts)
	var out []*digest.Digest
	for story := 0; len(out) < documents; story++ {
		change := changed(words, story)
		for _, account := range accounts[:min(len(accounts), documents-len(out))] {
			out = append(out, varied(t, account, change, story))
		}
	}
	return out
}

// vocabulary returns the words of the accounts that a story may have in others' place, sorted, the longest first: all but
// short ones and those that tell what happens.
func vocabulary(accounts []*digest.Digest) []string {
	kept := map[string]bool{}
	for _, d := range accounts {
		for _, clause := range d.Clauses {
			for word := range strings.FieldsSeq(clause.Predicate) {
				kept[word] = true
			}
		}
	}
	var words []string
	for _, d := range accounts {
		for _, word := range strings.FieldsFunc(d.Text, func(r rune) bool { return r < 'A' || r > 'z' || r > 'Z' && r < 'a' }) {
			if len(word) >= 4 && !kept[strings.ToLower(word)] {
				words = append(words, word)
			}
		}
	}
	slices.SortFunc(words, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	return slices.Compact(words)
}

// changed returns what takes the place of words and days in a story: other words of the accounts with as many letters, so
// that extents stay, and names with other letters.
func changed(words []string, story int) map[string]string {
	random := rand.New(rand.NewPCG(uint64(story), 0))
	byLength := map[int][]string{}
	for _, word := range words {
		if word == strings.ToLower(word) {
			byLength[len(word)] = append(byLength[len(word)], word)
		}
	}
	change := map[string]string{}
	for _, word := range words {
		other := []byte(word)
		if like := byLength[len(word)]; word == strings.ToLower(word) {
			other = []byte(like[random.IntN(len(like))])
		} else {
			for i := range other[1:] {
				other[i+1] = other[i+1]&0x20 | 'A' + byte(random.IntN(26))
			}
		}
		change[word], change[strings.ToLower(word)] = string(other), strings.ToLower(string(other))
	}
	return change
}

// fieldNames are the words of the encoded form that are no text.
var fieldNames = regexp.MustCompile(`"(\w+)":`)

var textWord = regexp.MustCompile(`[A-Za-z]+`)

// varied returns a digest with words and days exchanged, under an id of its own.
func varied(t testing.TB, d *digest.Digest, change map[string]string, story int) *digest.Digest {
	t.Helper()
	encoded, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	out := new(digest.Digest)
	kept := map[string]bool{}
	for _, name := range fieldNames.FindAllSubmatch(encoded, -1) {
		kept[string(name[1])] = true
	}
	text := textWord.ReplaceAllStringFunc(string(encoded), func(word string) string {
		if other, changes := change[word]; changes && !kept[word] {
			return other
		}
		return word
	})
	text = strings.ReplaceAll(text, "2017-03", fmt.Sprintf("%d-%02d", 1900+story%120, 1+story%12))
	if err := json.Unmarshal([]byte(text), out); err != nil {
		t.Fatal(err)
	}
	out.Document = fmt.Sprintf("%s-%05d", d.Document, story)
	for i := range out.Quantities {
		for _, bound := range []*float64{out.Quantities[i].Low, out.Quantities[i].High} {
			if bound != nil && *bound > 2 {
				*bound += float64(story % 50)
			}
		}
	}
	return out
}
