package stance

// The categories of a word that are the same from all targets, which go into the encoder.
const (
	categoryUPOS = iota
	categoryValence
	categoryLoaded
	categories
)

// Categories returns how many values each of them has.
func Categories() []int {
	return []int{categoryUPOS: len(uposTags) + 1, categoryValence: valenceCount, categoryLoaded: loadedCount}
}

// The categories of a word as it is seen from a target.
const (
	seenPlace = iota
	seenPath
	seenRelation
	seenVoice
	seen
)

// SeenCategories returns how many values each of them has.
func SeenCategories() []int {
	return []int{seenPlace: placeCount, seenPath: pathCount, seenRelation: 2 * (len(relations) + 1), seenVoice: voiceCount}
}

// relations are the relations of Universal Dependencies that are told apart; of another subtype the relation before the
// colon counts.
var relations = []string{
	"acl", "acl:relcl", "advcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "ccomp", "compound",
	"compound:prt", "conj", "cop", "csubj", "csubj:pass", "dep", "det", "discourse", "dislocated", "expl", "fixed",
	"flat", "goeswith", "iobj", "list", "mark", "nmod", "nmod:poss", "nsubj", "nsubj:pass", "nummod", "obj", "obl",
	"obl:agent", "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp",
}

var uposTags = []string{
	"ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM",
	"VERB", "X",
}

var (
	relationNumbers = numbers(relations)
	uposNumbers     = numbers(uposTags)
)

// aboveTarget is added to the relation of a token that the target hangs on: it is then that by which it does.
var aboveTarget = uint8(len(relations) + 1)

// numbers numbers names from 1; 0 is for what is none of them.
func numbers(names []string) map[string]uint8 {
	out := make(map[string]uint8, len(names))
	for i, name := range names {
		out[name] = uint8(i + 1)
	}
	return out
}

func relationNumber(relation string) uint8 {
	if number, found := relationNumbers[relation]; found {
		return number
	}
	for i := range len(relation) {
		if relation[i] == ':' {
			return relationNumbers[relation[:i]]
		}
	}
	return 0
}

// appendOwn appends the categories of a token that are the same from all targets.
func (r *reading) appendOwn(values []uint8, token int) []uint8 {
	t := r.doc.Tokens[token]
	valence := uint8(0)
	if !r.isMasked(token) {
		valence = valenceOf(r.form(token), t.Lemma)
	}
	return append(values, uposNumbers[t.UPOS], valence, r.loaded[token]) // in the order of the constants
}

// appendSeen appends the categories of a token as it is seen from a target.
func (r *reading) appendSeen(values []uint8, token int, s sight) []uint8 {
	path, by := r.climb.path(r.doc, token)
	relation := relationNumber(r.doc.Tokens[by].Relation)
	if by != token {
		relation += aboveTarget
	}
	return append(values, r.place(token, s), path, relation, r.voice(token, s.entity)) // in the order of the constants
}
