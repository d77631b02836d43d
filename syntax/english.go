package syntax

import "rashomon/syntax/model"

// English returns a parser with the model that Rashomon ships. The error is that of a damaged binary.
func English() (*Parser, error) {
	network, err := model.Network()
	if err != nil {
		return nil, err
	}
	vectors, err := model.Vectors()
	if err != nil {
		return nil, err
	}
	return New(network, vectors)
}
