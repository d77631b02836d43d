package syntax

import (
	"rashomon/network"
	"rashomon/syntax/model"
)

// English returns a parser with the model that Rashomon ships. The error is that of a damaged binary.
func English() (*Parser, error) {
	file, err := model.Network()
	if err != nil {
		return nil, err
	}
	vectors, err := network.EnglishVectors()
	if err != nil {
		return nil, err
	}
	return New(file, vectors)
}
