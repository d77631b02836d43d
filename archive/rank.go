package archive

import (
	"cmp"
	"strings"
)

// A rank decides which of a document's readings is shown. What a person stated goes before what any reader finds, and
// of what was stated the last before the rest, so that a person can correct a statement. Where nobody stated anything,
// the rank is made of what was read and of no time or sequence.
type rank struct {
	stated  int64  // the sequence of the arrival where the person who handed it in gave details, or 0
	version string // of the reader
	arrived string // the custody detail of the arrival
}

// newRank returns the rank of a reading by a version of an arrival.
func newRank(version string, arrival int64, arrived string) (rank, error) {
	detail, err := parseArrived(arrived)
	if err != nil {
		return rank{}, err
	}
	r := rank{version: version, arrived: arrived}
	if len(detail.Given) > 0 {
		r.stated = arrival
	}
	return r, nil
}

// less reports whether a reading of the other rank is shown before one of this.
func (r rank) less(other rank) bool {
	return cmp.Or(
		cmp.Compare(r.stated, other.stated),
		compareVersions(r.version, other.version),
		strings.Compare(other.arrived, r.arrived),
	) < 0
}

// compareVersions orders versions as people count them, 1.10 after 1.9: runs of digits as numbers, all else as bytes.
// Versions that are not the same are never equal.
func compareVersions(a, b string) int {
	x, y := a, b
	for x != "" && y != "" {
		var left, right string
		left, x = cutRun(x)
		right, y = cutRun(y)
		if order := compareRuns(left, right); order != 0 {
			return order
		}
	}
	return cmp.Or(cmp.Compare(len(x), len(y)), strings.Compare(a, b))
}

// cutRun cuts off the digits, or the bytes that are none, with which a text begins.
func cutRun(s string) (run, rest string) {
	end := 1
	for end < len(s) && isDigit(s[end]) == isDigit(s[0]) {
		end++
	}
	return s[:end], s[end:]
}

func compareRuns(a, b string) int {
	if !isDigit(a[0]) || !isDigit(b[0]) {
		return strings.Compare(a, b)
	}
	a, b = strings.TrimLeft(a, "0"), strings.TrimLeft(b, "0")
	return cmp.Or(cmp.Compare(len(a), len(b)), strings.Compare(a, b))
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }
