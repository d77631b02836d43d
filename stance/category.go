package stance

// The categories of a token: what the network is told of it beside its form.
const (
	categoryPlace = iota
	categoryPath
	categoryRelation
	categoryUPOS
	categoryValence
	categoryLoaded
	categoryVoice
	categories
)

// Categories returns how many values each category has.
func Categories() []int {
	return []int{
		categoryPlace: placeCount, categoryPath: pathCount, categoryRelation: 2 * (len(relations) + 1),
		categoryUPOS: len(uposTags) + 1, categoryValence: valenceCount, categoryLoaded: loadedCount, categoryVoice: voiceCount,
	}
}

// relations are the relations of Universal Dependencies that are told apart; of another subtype the relation before the
// colon counts.
var relations = []string{
	"acl", "acl:relcl", "advcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "ccomp", "compound", "compound:prt",
	"conj", "cop", "csubj", "csubj:pass", "dep", "det", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj",
	"list", "mark", "nmod", "nmod:poss", "nsubj", "nsubj:pass", "nummod", "obj", "obl", "obl:agent", "orphan", "parataxis",
	"punct", "reparandum", "root", "vocative", "xcomp",
}

var uposTags = []string{
	"ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
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

// setOwn sets the categories of a token that are the same from all targets.
func (r *reading) setOwn(own []uint8, token int) {
	t := r.doc.Tokens[token]
	own[categoryUPOS] = uposNumbers[t.UPOS]
	own[categoryLoaded] = r.loaded[token]
	if !r.isMasked(token) {
		own[categoryValence] = valenceOf(r.forms[token], t.Lemma)
	}
}

// setSeen sets those that depend on the target.
func (r *reading) setSeen(own []uint8, token int, s sight) {
	own[categoryPlace] = r.place(token, s)
	path, by := r.climb.path(r.doc, token)
	own[categoryPath] = path
	own[categoryRelation] = relationNumber(r.doc.Tokens[by].Relation)
	if by != token {
		own[categoryRelation] += aboveTarget
	}
	own[categoryVoice] = r.voice(token, s.entity)
}
