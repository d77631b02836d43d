package model_test

import (
	"testing"

	"rashomon/syntax/model"
)

// TestNetwork reads the file that ships: its checksum fits.
func TestNetwork(t *testing.T) {
	t.Parallel()
	f, err := model.Network()
	if err != nil {
		t.Fatal(err)
	}
	if len(f.Strings("relations")) == 0 {
		t.Error("no relations")
	}
}
