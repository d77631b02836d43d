package name

import (
	_ "embed"

	"rashomon/network"
)

//go:embed english.network
var english []byte

// English returns a recognizer with the model that Rashomon ships. The error is that of a damaged binary.
func English() (*Recognizer, error) {
	file, err := network.Read("entity/name/english.network", english)
	if err != nil {
		return nil, err
	}
	vectors, err := network.EnglishVectors()
	if err != nil {
		return nil, err
	}
	return New(file, vectors)
}
