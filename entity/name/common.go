package name

import (
	"slices"

	"rashomon"
	"rashomon/entity/name/chain"
)

// commonTags are the parts of speech of words that are no proper nouns and no mere signs, articles and prepositions,
// which may stand in any name.
var commonTags = []string{"ADJ", "ADV", "AUX", "CCONJ", "INTJ", "NOUN", "NUM", "PRON", "SCONJ", "VERB"}

// doubt is what the score of being in no name is raised by at a word that the parser takes for a common one. The
// network, which has not learned to lean on the parser, is so told what it thinks. Half of it and twice as much bring
// less.
const doubt = 1

// doubtCommon raises the scores of being in no name at common words, where the document has parts of speech. Capitals
// side by side are left alone: parties and books have names of common words.
func (r *Recognizer) doubtCommon(scores []float32, tokens []rashomon.Token, forms []string) {
	each := chain.Labels(len(r.types))
	for i, token := range tokens {
		inTitle := startsUpper(forms[i]) && i+1 < len(forms) && startsUpper(forms[i+1])
		if !inTitle && slices.Contains(commonTags, token.UPOS) {
			scores[i*each+chain.Outside] += doubt
		}
	}
}
