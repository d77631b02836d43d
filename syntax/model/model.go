// Package model holds the trained network of package syntax and the word vectors that it was trained with, as bytes in the
// binary. Program syntax/train makes both; its README says from what.
package model

import _ "embed"

//go:embed english.network
var network []byte

//go:embed english.vectors
var vectors []byte

// Network returns the network: layers, learned tables and labels. The error is that of [Read].
func Network() (*File, error) { return Read("english.network", network) }

// Vectors returns the word vectors, which change more seldom and are therefore a file of their own. The error is that of [Read].
func Vectors() (*File, error) { return Read("english.vectors", vectors) }
