package network_test

import (
	"testing"

	"pgregory.net/rapid"

	"rashomon"
	"rashomon/network"
)

// TestBlocksAreAllTokens: blocks follow upon each other, stay within their sentence and are not long; chunks are blocks in
// the same order.
func TestBlocksAreAllTokens(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		doc := &rashomon.Document{}
		starts := map[int]bool{}
		for _, length := range rapid.SliceOfN(rapid.IntRange(1, 600), 0, 5).Draw(t, "lengths") {
			first := len(doc.Tokens)
			starts[first] = true
			for range length {
				sign := rapid.SampledFrom([]string{"a", "b", ",", ";"}).Draw(t, "token")
				doc.Tokens = append(doc.Tokens, rashomon.Token{Extent: rashomon.Extent{Start: len(doc.Text), End: len(doc.Text) + 1}})
				doc.Text += sign
			}
			doc.Sentences = append(doc.Sentences, rashomon.Sentence{Span: rashomon.Span{Start: first, End: len(doc.Tokens)}})
		}
		end := 0
		for chunk := range network.Chunks(doc) {
			size := 0
			for _, b := range chunk {
				if b.Start != end || b.End <= b.Start || b.End-b.Start > 256 || b.Begins != starts[b.Start] {
					t.Fatalf("the block %+v follows upon token %d", b, end)
				}
				end = b.End
				size += b.End - b.Start
			}
			if size > 512 {
				t.Fatalf("a chunk of %d tokens", size)
			}
		}
		if end != len(doc.Tokens) {
			t.Fatalf("the last block ends at token %d of %d", end, len(doc.Tokens))
		}
	})
}
