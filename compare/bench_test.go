package compare_test

import (
	"os"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"

	"rashomon/compare"
	"rashomon/compare/ground"
	"rashomon/digest/digesttest"
	"rashomon/link"
)

// garbage is how much of it there may be, in percent of what is in use, before it is collected: GOGC=50 in the environment.
const garbage = 50

// BenchmarkCompare links and compares documents. The growth from 100 to 10,000 shows whether the cost is that of the matches.
// The documents themselves count as memory, and what made them too; their making does not count as time.
func BenchmarkCompare(b *testing.B) {
	defer debug.SetGCPercent(debug.SetGCPercent(garbage))
	for _, documents := range []int{100, 1000, 10_000} {
		b.Run(strconv.Itoa(documents), func(b *testing.B) {
			if documents > 1000 && testing.Short() {
				b.Skip("10,000 documents take minutes")
			}
			digests := digesttest.Corpus(b, documents)
			b.ReportAllocs()
			for b.Loop() {
				links := link.Link(digests)
				found := compare.Compare(ground.New(digests, links))
				b.ReportMetric(float64(len(found.Differences)), "differences")
			}
			b.ReportMetric(float64(documents)*float64(b.N)/b.Elapsed().Seconds(), "documents/s")
			b.ReportMetric(peak(b), "MiB-peak")
		})
	}
}

// peak returns how much memory the process has had at most, in MiB, as the system counts it.
func peak(b *testing.B) float64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0 // not Linux
	}
	for line := range strings.Lines(string(status)) {
		if kilobytes, found := strings.CutPrefix(line, "VmHWM:"); found {
			n, err := strconv.Atoi(strings.Fields(kilobytes)[0])
			if err != nil {
				b.Fatal(err)
			}
			return float64(n) / (1 << 10)
		}
	}
	return 0
}
