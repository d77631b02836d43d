package claim

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"rashomon"
)

// A Judgement is what an account says of a claim, and why.
type Judgement struct {
	Relation Relation
	// Probabilities are those of the relations, in their order. They sum to 1.
	Probabilities [len(Relations)]float64
	// Alignment is how much of the claim the account tells at all. A judgement about little is worth little.
	Alignment      Alignment
	Claim, Account *Wording // what was compared
	Reasons        []Reason // the strongest first
}

// A Reason is what some words, or how much is told at all, bear on a judgement.
type Reason struct {
	Text    string   // what it is, for people: "leaves it open"
	Rules   []string // the features that it sums, those of the weights file, the heaviest first
	Claim   rashomon.Span
	Account rashomon.Span
	// Weight is how much it speaks for the relation rather than for the others, as a difference of logarithms of
	// probabilities; below 0 where it speaks against it.
	Weight float64
}

// leastReason is the weight below which nothing is given as a reason: it changes a probability by less than 3 in 100.
const leastReason = 0.1

// JudgeWordings tells what the words of an account say of a claim.
func JudgeWordings(claim, account *Wording) Judgement {
	e := compare(claim, account)
	var scores [len(Relations)]float64
	for _, f := range e.features {
		weights := weightsOf(f.Name)
		for k := range scores {
			scores[k] += float64(weights[k] * f.Value) // rounded by itself, so that every machine adds the same
		}
	}
	j := Judgement{Probabilities: Softmax(scores), Alignment: e.alignment, Claim: claim, Account: account}
	best := 0
	for k := range scores {
		if scores[k] > scores[best] {
			best = k
		}
	}
	j.Relation = Relations[best]
	j.Reasons = reasons(e.features, best)
	return j
}

// Softmax returns the probabilities of scores.
func Softmax(scores [len(Relations)]float64) [len(Relations)]float64 {
	top, sum := slices.Max(scores[:]), 0.0
	for k := range scores {
		scores[k] = math.Exp(scores[k] - top)
		sum += scores[k]
	}
	for k := range scores {
		scores[k] /= sum
	}
	return scores
}

// reasons returns what bears on a relation, the strongest first: features of the same words are one reason.
func reasons(features []Feature, relation int) []Reason {
	var out []Reason
	for _, f := range weighed(features, relation) {
		text := known().reason(f.Name)
		same := slices.IndexFunc(out, func(r Reason) bool {
			return r.Claim == f.Claim && r.Account == f.Account && (r.Text == text || !f.Account.Empty())
		})
		if same < 0 {
			same = len(out)
			out = append(out, Reason{Text: text, Claim: f.Claim, Account: f.Account})
		}
		out[same].Rules = append(out[same].Rules, f.Name)
		out[same].Weight += f.Value
	}
	out = slices.DeleteFunc(out, func(r Reason) bool { return math.Abs(r.Weight) < leastReason })
	slices.SortStableFunc(out, func(a, b Reason) int { return cmp.Compare(b.Weight, a.Weight) })
	return out
}

// weighed returns features with how much each speaks for a relation rather than for the others as its value: first the
// heaviest, but single words behind all that is known by a class.
func weighed(features []Feature, relation int) []Feature {
	out := slices.Clone(features)
	for i, f := range features {
		weights := weightsOf(f.Name)
		others := 0.0
		for k := range weights {
			if k != relation {
				others += weights[k] / float64(len(weights)-1)
			}
		}
		out[i].Value = f.Value * (weights[relation] - others)
	}
	slices.SortStableFunc(out, func(a, b Feature) int {
		return cmp.Or(
			isWordFeature(a.Name)-isWordFeature(b.Name), cmp.Compare(math.Abs(b.Value), math.Abs(a.Value)),
			strings.Compare(a.Name, b.Name),
		)
	})
	return out
}

func isWordFeature(name string) int {
	if strings.HasPrefix(name, wordFeature) {
		return 1
	}
	return 0
}
