package attribution_test

import (
	"testing"

	"rashomon"
	"rashomon/rashomontest"
	"rashomon/reader"
)

func TestTrees(t *testing.T) {
	rashomontest.RunTrees(t, func(doc *rashomon.Document) error { return reader.New().Read(t.Context(), doc) })
}
