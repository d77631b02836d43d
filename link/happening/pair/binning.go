package pair

import (
	"math"
	"slices"
)

// A binning has the thresholds of each feature that some models ask of.
type binning struct {
	scales [features]scale
	first  [features + 1]int32 // the number of the first threshold of each feature, among those of all
}

// A scale is the thresholds of one feature.
type scale struct {
	thresholds []float32 // sorted, and behind them one that nothing reaches
	perUnit    float32   // cells
	below      [cells]uint8
}

// cells is into how many the range of a feature is cut, each with the number of thresholds below it, so that few are left to be asked.
const cells = 64

func newBinning(models ...Model) *binning {
	b := &binning{}
	for _, model := range models {
		for _, tree := range model {
			for _, node := range tree {
				if s := &b.scales[node.Feature]; node.Below != 0 {
					s.thresholds = append(s.thresholds, node.Threshold)
				}
			}
		}
	}
	for f := range b.scales {
		b.scales[f].cut()
		b.first[f+1] = b.first[f] + int32(len(b.scales[f].thresholds)-1)
	}
	return b
}

// cut sorts the thresholds, and cuts the range of the feature into cells.
func (s *scale) cut() {
	slices.Sort(s.thresholds)
	known := slices.Compact(s.thresholds)
	s.thresholds = append(slices.Clone(known), float32(math.NaN()))
	if n := len(known); n > 1 {
		s.perUnit = (cells - 1) / (known[n-1] - known[0])
	}
	for cell := range s.below {
		for _, threshold := range known {
			if s.cell(threshold) < cell { // as every threshold in a cell before that of a value is below it
				s.below[cell]++
			}
		}
	}
}

// cell returns that of a value which is not below the first threshold.
func (s *scale) cell(x float32) int { return min(int((x-s.thresholds[0])*s.perUnit), cells-1) % cells }

// bin returns how many thresholds lie not above a value.
func (s *scale) bin(x float32) int32 {
	if !(x >= s.thresholds[0]) {
		return 0
	}
	n := int32(s.below[s.cell(x)])
	for x >= s.thresholds[n] {
		n++
	}
	return n
}

// A slate has the features of up to 64 pairs of events, as answers to what trees ask: of each threshold, by its number, the pairs whose
// feature is not below it, a bit for each. Behind them stand no pairs at all.
type slate []uint64

// atOnce is how many pairs of events are judged at once.
const atOnce = 64

func (b *binning) newSlate() slate { return make(slate, b.first[features]+1) }

// write puts down the features of one pair, from one feature to another. They count when they are settled.
func (b *binning) write(s slate, pair int, x *Features, from, to Feature) {
	for f := from; f < to; f++ {
		if n := b.scales[f].bin(x[f]); n > 0 {
			s[b.first[f]+n-1] |= 1 << (pair % atOnce)
		}
	}
}

// settle ends the writing of features: what is not below a threshold is not below those before it.
func (b *binning) settle(s slate, from, to Feature) {
	for f := from; f < to; f++ {
		for n := b.first[f+1] - 2; n >= b.first[f]; n-- {
			s[n] |= s[n+1]
		}
	}
}

// question returns the number of a threshold.
func (b *binning) question(f Feature, threshold float32) uint16 {
	return uint16(b.first[f] + b.scales[f].bin(threshold) - 1)
}

// never returns the number of a threshold that nothing reaches.
func (b *binning) never() uint16 { return uint16(b.first[features]) }
