package stance

import "hash/fnv"

// Marked sentences are dealt by their text into Parts parts, of which the network that ships has not learned from the
// one that is Measured.
const (
	Parts    = 5
	Measured = 0
)

// PartOf returns the part of a sentence.
func PartOf(text string) int {
	hash := fnv.New32a()
	hash.Write([]byte(text)) // never fails
	return int(hash.Sum32() % Parts)
}
