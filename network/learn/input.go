package learn

import (
	"math/rand/v2"

	"rashomon/network"
)

// An Input is what the network sees of a word: rows of its tables. Row 0 is that of words that a table does not hold.
type Input struct {
	word, vector int32
	features     [network.FeatureCount]int32
	Categories   []uint8 // one for each category of the encoder
}

// NewInput returns the input of a form.
func NewInput(words network.Words, form string, categories ...uint8) Input {
	var features [network.FeatureCount]uint32
	word, vector := words.Features(features[:], form)
	in := Input{word: word + 1, vector: vector + 1, Categories: categories}
	for i, feature := range features {
		in.features[i] = int32(feature)
	}
	return in
}

// blind hides some words from the network, so that it meets words not known and words without a vector in training.
func blind(random *rand.Rand, inputs []Input, d Dropouts) []Input {
	blinded := make([]Input, len(inputs))
	for i, in := range inputs {
		if random.Float32() < d.Words {
			in.word = 0
		}
		if random.Float32() < d.Vectors {
			in.vector = 0
		}
		blinded[i] = in
	}
	return blinded
}
