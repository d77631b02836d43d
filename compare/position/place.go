package position

import (
	"slices"
	"sort"

	"rashomon"
	"rashomon/digest"
)

// places are where sentences, clauses and mentions of a document stand, so that what stands at a place is found without
// reading the whole document again.
type places struct {
	first    []int // of each sentence, its first clause; and at the end the number of clauses
	below    [][]int
	mentions []named // in the order of the text
}

// named is a mention with its entity.
type named struct {
	digest.Mention
	entity int
}

func placesOf(d *digest.Digest) places {
	p := places{first: make([]int, len(d.Sentences)+1), below: make([][]int, len(d.Clauses))}
	for sentence := range p.first {
		p.first[sentence] = sort.Search(len(d.Clauses), func(i int) bool { return d.Clauses[i].Sentence >= sentence })
	}
	for i, c := range d.Clauses {
		if c.Above != rashomon.None {
			p.below[c.Above] = append(p.below[c.Above], i)
		}
	}
	for i, entity := range d.Entities {
		for _, m := range entity.Mentions {
			p.mentions = append(p.mentions, named{m, i})
		}
	}
	slices.SortFunc(p.mentions, func(a, b named) int {
		if a.Extent != b.Extent {
			return compareExtents(a.Extent, b.Extent)
		}
		return a.entity - b.entity
	})
	return p
}

// sentenceAt returns the sentence that holds a byte of the text, or None.
func (w *witness) sentenceAt(offset int) int {
	at := sort.Search(len(w.d.Sentences), func(i int) bool { return w.d.Sentences[i].Extent.End > offset })
	if at == len(w.d.Sentences) || w.d.Sentences[at].Extent.Start > offset {
		return rashomon.None
	}
	return at
}

// clausesAt returns the clauses of the sentence that an extent begins in, as a range of indexes.
func (w *witness) clausesAt(extent rashomon.Extent) (from, to int) {
	sentence := w.sentenceAt(extent.Start)
	if sentence == rashomon.None {
		return 0, 0
	}
	return w.places.first[sentence], w.places.first[sentence+1]
}

// clauseAt returns the smallest clause that holds an extent, or None.
func (w *witness) clauseAt(extent rashomon.Extent) int {
	best := rashomon.None
	from, to := w.clausesAt(extent)
	for i := from; i < to; i++ {
		if e := w.d.Clauses[i].Extent; e.Contains(extent) && (best == rashomon.None || e.Len() < w.d.Clauses[best].Extent.Len()) {
			best = i
		}
	}
	return best
}

// statementAt returns in whose words an extent is, or None.
func (w *witness) statementAt(extent rashomon.Extent) int {
	if clause := w.clauseAt(extent); clause != rashomon.None {
		return w.d.Clauses[clause].Statement
	}
	if sentence := w.sentenceAt(extent.Start); sentence != rashomon.None {
		return w.d.Sentences[sentence].Statement
	}
	return rashomon.None
}

// mentionsIn returns the mentions that begin in an extent, in the order of the text.
func (w *witness) mentionsIn(extent rashomon.Extent) []named {
	all := w.places.mentions
	from := sort.Search(len(all), func(i int) bool { return all[i].Extent.Start >= extent.Start })
	to := sort.Search(len(all), func(i int) bool { return all[i].Extent.Start >= extent.End })
	return all[from:max(from, to)]
}
