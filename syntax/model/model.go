// Package model holds the trained network of package syntax as bytes in the binary. Program syntax/train makes it; its README
// says from what.
package model

import (
	_ "embed"

	"rashomon/network"
)

//go:embed english.network
var english []byte

// Network returns the network: layers, learned tables and labels. The error is that of a damaged binary.
func Network() (*network.File, error) { return network.Read("english.network", english) }
