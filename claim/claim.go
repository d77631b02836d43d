// Package claim tells whether an account confirms a claim, denies it, or only reports it, and in which words.
//
//	passages     what is compared: a claim, and what an account says of it        passage.go
//	alignment    which words of one are told by words of the other                align.go
//	evidence     what of the claim is told and what is missing; words that debunk, deny, confirm, hedge or doubt, and
//	             whether they bear on what is told; negation of one side; whose word it is; the status of events
//	                                                                              evidence.go, negation.go, statement.go
//	judgement    evidence weighed by multinomial logistic regression              judgement.go, model.go
//
// Which words do what stands in data files (lexicon.go), and so do the weights, which claim/train learns. The task is that
// of Ferreira and Vlachos, "Emergent: a novel data-set for stance classification", NAACL 2016, and so are the relations; like
// theirs, the model is linear over features of alignment, polarity and wording, so that every judgement can be taken apart.
package claim

import "rashomon"

// A Relation is what an account does to a claim.
type Relation string

// The relations, in the order of the columns of data/weights.txt.
const (
	For       Relation = "for"       // it says that it is so
	Against   Relation = "against"   // it says that it is not
	Observing Relation = "observing" // it reports the claim and takes no side
)

// Relations are all relations.
var Relations = [...]Relation{For, Against, Observing}

// Judge tells what an account says of a claim. Both are documents that have been read. A claim is a sentence or a headline:
// of a longer text the first sentence. An account that is too long for one passage is judged by the sentence that tells
// most of the claim.
func Judge(claim, account *rashomon.Document) Judgement {
	of := firstPassage(claim)
	return of.Judge(bestPassage(of, account))
}

// whole returns all of a document as a passage, where it fits.
func whole(doc *rashomon.Document) (*Passage, bool) {
	if len(doc.Tokens) > longestPassage {
		return nil, false
	}
	return NewPassage(doc, rashomon.Span{End: len(doc.Tokens)}), true
}

func firstPassage(doc *rashomon.Document) *Passage {
	if p, fits := whole(doc); fits {
		return p
	}
	return NewPassage(doc, doc.Sentences[0].Span)
}

func bestPassage(claim *Passage, account *rashomon.Document) *Passage {
	best, fits := whole(account)
	if fits {
		return best
	}
	most := -1.0
	for _, sentence := range account.Sentences {
		p := NewPassage(account, sentence.Span)
		if told := Align(claim, p).Cover; told > most {
			best, most = p, told
		}
	}
	return best
}
