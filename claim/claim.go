// Package claim tells whether an account confirms a claim, denies it, or only reports it, and in which words.
//
//	wordings     what is compared: a claim, and what an account says of it        wording.go
//	alignment    which words of one are told by words of the other                align.go
//	evidence     what of the claim is told and what is missing; words that debunk, deny, confirm, hedge or doubt, and
//	             whether they bear on what is told; negation of one side; whose word it is; the status of events
//	                                                                              evidence.go, negation.go, statement.go
//	judgement    evidence weighed by multinomial logistic regression              judgement.go, model.go
//
// Which words do what stands in data files (lexicon.go), and so do the weights, which claim/train learns. The task is
// that of Ferreira and Vlachos, "Emergent: a novel data-set for stance classification", NAACL 2016, and so are the
// relations; like theirs, the model is linear over features of alignment, polarity and wording, so that every
// judgement can be taken apart.
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

// Judge tells what an account says of a claim. Both are documents that have been read. A claim is a sentence or a
// headline: of a longer text the first sentence. An account that is longer is judged by the sentence that tells most
// of the claim.
func Judge(claim, account *rashomon.Document) Judgement {
	of := NewText(claim).Claim()
	return JudgeWordings(of, NewText(account).Nearest(of))
}

// Claim returns what a text claims: all of it, or the first sentence of one that is longer than a wording.
func (t *Text) Claim() *Wording {
	if all := t.all(); all != nil {
		return all
	}
	return t.Wording(t.doc.Sentences[0].Span)
}

// Nearest returns what a text says of a claim: all of it, or of one that is longer than a wording the sentence that
// tells most of the claim, of several the first.
func (t *Text) Nearest(claim *Wording) *Wording {
	best, most := t.all(), -1.0
	if best != nil {
		return best
	}
	for _, sentence := range t.doc.Sentences {
		w := t.Wording(sentence.Span)
		if told := Align(claim, w).Cover; told > most {
			best, most = w, told
		}
	}
	return best
}

// all returns all of a text, or nil where that is too long.
func (t *Text) all() *Wording {
	if len(t.words) > longestWording {
		return nil
	}
	return t.Wording(rashomon.Span{End: len(t.words)})
}
