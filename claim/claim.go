// Package claim tells whether an account confirms a claim, denies it, or only reports it, and in which words.
//
//	wordings     what is compared: a claim, and what an account says of it        wording.go
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
// of a longer text the first sentence. An account that is longer is judged by the sentence that tells most of the claim.
func Judge(claim, account *rashomon.Document) Judgement {
	of := first(NewText(claim))
	return JudgeWordings(of, nearestWording(of, NewText(account)))
}

// whole returns all of a text, or nil where that is too long.
func (t *Text) whole() *Wording {
	if len(t.words) > longestWording {
		return nil
	}
	return t.Wording(rashomon.Span{End: len(t.words)})
}

func first(t *Text) *Wording {
	if w := t.whole(); w != nil {
		return w
	}
	return t.Wording(t.doc.Sentences[0].Span)
}

// nearestWording returns the sentence that tells most of a claim, of several the first, or all of a short text.
func nearestWording(claim *Wording, account *Text) *Wording {
	best, most := account.whole(), -1.0
	if best != nil {
		return best
	}
	for _, sentence := range account.doc.Sentences {
		w := account.Wording(sentence.Span)
		if told := Align(claim, w).Cover; told > most {
			best, most = w, told
		}
	}
	return best
}
