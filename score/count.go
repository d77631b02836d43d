// Package score measures how near what was found in a document comes to what is there: one file for each measure. All
// of them rest on a [Count], so that a measure of many documents is the sum of those of each.
package score

import (
	"fmt"

	"rashomon"
)

// A Count counts what was found against what is wanted. The zero Count is ready to be added to.
type Count struct {
	Right  int // found and wanted
	Found  int
	Wanted int
}

// Extents counts the extents found that are wanted, in whatever order both are. One that stands twice among the wanted
// is right twice at most.
func Extents(found, wanted []rashomon.Extent) Count {
	left := make(map[rashomon.Extent]int, len(wanted))
	for _, extent := range wanted {
		left[extent]++
	}
	count := Count{Found: len(found), Wanted: len(wanted)}
	for _, extent := range found {
		if left[extent] > 0 {
			left[extent]--
			count.Right++
		}
	}
	return count
}

// Add adds the counts of another document.
func (c *Count) Add(other Count) {
	c.Right += other.Right
	c.Found += other.Found
	c.Wanted += other.Wanted
}

// count counts one that was found and is wanted, if it is right.
func (c *Count) count(right bool) {
	if right {
		c.Right++
	}
}

// Precision returns the share of what was found that is right, 0 where nothing was found.
func (c Count) Precision() float64 { return share(c.Right, c.Found) }

// Recall returns the share of what is wanted that was found, 0 where nothing is wanted.
func (c Count) Recall() float64 { return share(c.Right, c.Wanted) }

// F1 returns the harmonic mean of precision and recall, 0 where nothing is right.
func (c Count) F1() float64 { return share(2*c.Right, c.Found+c.Wanted) }

// String returns precision, recall and F1 in percent.
func (c Count) String() string {
	return fmt.Sprintf("precision %.2f  recall %.2f  F1 %.2f", 100*c.Precision(), 100*c.Recall(), 100*c.F1())
}

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}
