package name

import (
	"slices"

	"rashomon"
	"rashomon/entity/name/chain"
)

// A sentence is the tokens of a block on their way to names, whose spans count from the block's first token.
type sentence struct {
	*Recognizer
	*work
	tokens []rashomon.Token
	forms  []string
	scores []float32
	inner  []float32 // scores within names
	values []uint8   // categories
	labels []int     // that fit together best
	summed bool      // the lattice holds the shares
}

// sentence returns the sentence of tokens of which the first is token first of its chunk. Where nothing may be a name
// no shares are worked out.
func (r *Recognizer) sentence(w *work, tokens []rashomon.Token, first int) sentence {
	each, length := chain.Labels(len(r.types)), len(tokens)
	s := sentence{
		Recognizer: r, work: w, tokens: tokens,
		forms:  w.forms[first : first+length],
		scores: w.scores[first*each : (first+length)*each],
		inner:  w.innerScores[first*each : (first+length)*each],
		values: w.categories[first*categories : (first+length)*categories],
	}
	s.labels = w.path.Best(r.chain, s.scores)
	if s.summed = s.mayHoldNames(); s.summed {
		w.lattice.Sum(r.chain, s.scores, nil)
	}
	return s
}

func (s sentence) mayHoldNames() bool {
	for i, label := range s.labels {
		isProper := s.tokens[i].UPOS == "PROPN" && startsUpper(s.forms[i])
		if label != chain.Outside || s.values[i*categories+categoryParty] != 0 || isProper {
			return true
		}
	}
	return false
}

// The rules of names: found by the network, or told by the list of parties.
const (
	networkRule = "name/network"
	listRule    = "name/list"
)

// ofNetwork adds the names that the network finds.
func (s sentence) ofNetwork(names []Name) []Name {
	for start := 0; start < len(s.labels); start++ {
		if s.labels[start] == chain.Outside {
			continue
		}
		kind, end := nameAt(s.labels, start)
		span := rashomon.Span{Start: start, End: end}
		n := Name{Span: span, Type: s.types[kind], Share: s.share(kind, start, end), Rule: networkRule}
		n.Others = s.others(kind, start, end)
		names = append(names, n)
		start = end - 1
	}
	return names
}

// nameAt returns the type of the name that begins at a label and where it ends.
func nameAt(labels []int, start int) (kind, end int) {
	for end = start; ; end++ {
		kind, position := chain.Of(labels[end])
		if position == chain.End || position == chain.Single {
			return kind, end + 1
		}
	}
}

// share returns the share of a name among all that could stand there.
func (s sentence) share(kind, start, end int) float64 {
	if !s.summed {
		return 0
	}
	return float64(s.lattice.Name(kind, start, end))
}

// leastOther is the share from which on it is kept that a name may be of another type.
const leastOther = 0.01

// others returns the shares of names of the same tokens and of other types.
func (s sentence) others(kind, start, end int) []Other {
	var others []Other
	for other := range s.types {
		if share := s.share(other, start, end); other != kind && share >= leastOther {
			others = append(others, Other{s.types[other], share})
		}
	}
	return others
}

// leastShare is the share of names at a token below which no listed one is believed to stand there: at the beginning of
// sentences and in headings words have capitals that are no names.
const leastShare = 0.05

// ofLists adds the listed parties. A listed name of several types says nothing of the type.
func (s sentence) ofLists(names []Name) []Name {
	for start := range s.forms {
		value := int(s.values[start*categories+categoryParty])
		if value == 0 || value%2 == 0 || s.lattice.Label(start, chain.Outside) > 1-leastShare {
			continue
		}
		end := start + 1
		for end < len(s.forms) && int(s.values[end*categories+categoryParty]) == value+1 {
			end++
		}
		kind := partyTypes[(value-firstWord)/2]
		if kind == rashomon.EntityOther {
			continue
		}
		share := 0.0
		if number := slices.Index(s.types, kind); number >= 0 {
			share = s.share(number, start, end)
		}
		names = place(names, Name{Span: rashomon.Span{Start: start, End: end}, Type: kind, Share: share, Rule: listRule})
	}
	return names
}

// nextName returns where the name after the one found begins, or the end of the sentence.
func (s sentence) nextName(i int) int {
	if i+1 < len(s.found) {
		return s.found[i+1].Span.Start
	}
	return len(s.forms)
}

// place puts a name in its place among others, in the order of the text, and in that of those that it holds wholly.
// Where it meets a part of another, or all of it lies in a longer one, it is left out.
func place(names []Name, n Name) []Name {
	first, _ := slices.BinarySearchFunc(names, n.Span.Start, func(other Name, start int) int {
		return other.Span.End - 1 - start
	})
	last := first
	for last < len(names) && names[last].Span.Start < n.Span.End {
		if other := names[last].Span; other.Start < n.Span.Start || other.End > n.Span.End {
			return names
		}
		last++
	}
	return slices.Replace(names, first, last, n)
}
