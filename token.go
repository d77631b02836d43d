package rashomon

// A Sentence is a sentence by the conventions of Universal Dependencies: sentences are in order, do not overlap, and
// hold every token.
type Sentence struct {
	Span Span   `json:"span"`
	Rule string `json:"rule"`
}

// A Token is one syntactic word of the text: "don't" is the two tokens "do" and "n't".
type Token struct {
	Extent Extent `json:"extent"`
	// Joined marks a further word of a multiword token, as "n't" in "don't"; the word before it is the token before.
	Joined bool   `json:"joined,omitempty"`
	Rule   string `json:"rule"` // of the segmentation

	// What follows is filled by syntax and empty before.

	Lemma    string `json:"lemma,omitempty"`
	UPOS     string `json:"upos,omitempty"`     // universal part of speech
	XPOS     string `json:"xpos,omitempty"`     // Penn Treebank tag
	Features string `json:"features,omitempty"` // "Number=Sing|Person=3", sorted
	// Head is the distance in tokens from this token to its head (the head of token i is token i+Head); 0 for the root.
	Head     int    `json:"head,omitempty"`
	Relation string `json:"relation,omitempty"` // of Universal Dependencies, with subtype; "" while there is no tree
}
