package stance

import "rashomon/network"

// The values of the category that tells whether a word takes sides or names somebody in a way that does: 0 where it
// does not, else this and the valence.
const (
	loadedNeither = 2
	loadedCount   = loadedNeither + 2
)

// markLoaded fills loaded. A label that is neither hostile nor favourable says nothing.
func (r *reading) markLoaded() {
	clear(network.Resize(&r.loaded, len(r.doc.Tokens)))
	for _, word := range r.doc.LoadedWords {
		for token := word.Span.Start; token < word.Span.End; token++ {
			r.loaded[token] = uint8(loadedNeither + word.Valence)
		}
	}
	for _, label := range r.doc.Labels {
		for token := label.Span.Start; token < label.Span.End && label.Valence != 0; token++ {
			r.loaded[token] = uint8(loadedNeither + label.Valence)
		}
	}
}
