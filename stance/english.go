package stance

import (
	_ "embed"

	"rashomon/network"
)

//go:embed english.network
var english []byte

// English returns a finder with the model that Rashomon ships. The error is that of a damaged binary.
func English() (*Finder, error) {
	file, err := network.Read("stance/english.network", english)
	if err != nil {
		return nil, err
	}
	vectors, err := network.EnglishVectors()
	if err != nil {
		return nil, err
	}
	return New(file, vectors)
}
