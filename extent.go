package rashomon

// An Extent is a half-open range of bytes of a document's text. Its borders stand between code points.
type Extent struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len returns the length in bytes.
func (e Extent) Len() int { return e.End - e.Start }

// Empty reports whether the extent covers nothing. The zero Extent is empty and stands for "nowhere in the text".
func (e Extent) Empty() bool { return e.End <= e.Start }

// Contains reports whether the other extent lies wholly within e.
func (e Extent) Contains(other Extent) bool { return e.Start <= other.Start && other.End <= e.End }

// A Span is a half-open range of tokens of a document.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len returns the number of tokens.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether the span covers no token. The zero Span is empty and stands for "none".
func (s Span) Empty() bool { return s.End <= s.Start }

// None is the index of something that is not there: an event without a place, a statement within no other.
const None = -1
