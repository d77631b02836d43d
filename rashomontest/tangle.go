package rashomontest

import (
	"math/rand/v2"
	"strings"

	"rashomon"
)

// tags and relations are what a hostile tree is made of.
var (
	tags = [][2]string{
		{"VERB", "VBD"}, {"VERB", "VBG"}, {"VERB", "VBN"}, {"VERB", "VB"}, {"NOUN", "NN"}, {"PROPN", "NNP"}, {"PRON", "PRP"},
		{"PRON", "WP"}, {"ADP", "IN"}, {"SCONJ", "IN"}, {"PUNCT", ","}, {"ADJ", "JJ"}, {"ADV", "RB"}, {"AUX", "MD"}, {"PART", "TO"},
		{"CCONJ", "CC"}, {"DET", "DT"},
	}
	relations = strings.Fields("nsubj nsubj:pass obj iobj obl nmod nmod:poss ccomp xcomp advcl acl acl:relcl parataxis conj cc " +
		"case mark aux aux:pass cop advmod amod compound appos flat punct expl det advcl:relcl csubj")
)

// Tangled gives a document tags and trees by chance: every token hangs on another of its sentence, or on none.
func Tangled(text string, seed uint64) *rashomon.Document {
	doc := Document(text)
	chance := rand.New(rand.NewPCG(seed, 1))
	for _, sentence := range doc.Sentences {
		span := sentence.Span
		for i := span.Start; i < span.End; i++ {
			token := &doc.Tokens[i]
			tag := tags[chance.IntN(len(tags))]
			token.UPOS, token.XPOS, token.Lemma = tag[0], tag[1], strings.ToLower(doc.Quote(token.Extent))
			token.Relation = "root"
			if i > span.Start {
				token.Head, token.Relation = span.Start+chance.IntN(i-span.Start)-i, relations[chance.IntN(len(relations))]
			}
		}
	}
	return doc
}

// Spaced sets the signs of a phrase apart, as tokens.
func Spaced(phrase string) string {
	return strings.NewReplacer("\"", " \" ", "“", " “ ", "”", " ” ", ",", " , ", ".", " . ", ":", " : ", "’", " ’ ", "‘", " ‘ ").Replace(phrase)
}
