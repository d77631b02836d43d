package ground

import (
	"cmp"
	"slices"

	"rashomon"
	"rashomon/digest"
	"rashomon/network"
)

// largestStory is how many documents may share a party before it says nothing of what they are about. The cost of
// comparing grows with it, not with the number of documents.
const largestStory = 40

// Related returns the pairs of documents that may tell of the same: those that share happenings or parties, several or with a rare word
// besides, or rare words. The first of each pair comes first in order; pairs are sorted.
func (g *Ground) Related() [][2]string {
	var related [][2]string
	for _, d := range g.Digests {
		for _, other := range g.After(d.Document) {
			related = append(related, [2]string{d.Document, other})
		}
	}
	return related
}

// After returns the documents that are related to one and come after it in order, sorted.
func (g *Ground) After(document string) []string {
	neighbours := g.sites[document].neighbours
	at, _ := slices.BinarySearch(neighbours, document)
	return neighbours[at:]
}

// AreRelated reports whether two documents are related.
func (g *Ground) AreRelated(a, b string) bool {
	_, related := slices.BinarySearch(g.sites[a].neighbours, b)
	return related
}

// What two documents share makes them related from enough on. Two accounts of one event may name nobody in common, and yet
// both speak of blowtorches, methane and truncheons; a single party is no story, nor is a single happening: of the pairs in ECB+ that
// share a party alone 4 in 5 are on different topics, of those that share a happening, but no party and no rare word, every other one.
const (
	enough          = 3
	weightHappening = 2
	weightParty     = 2
	weightRareWord  = 1
)

const (
	rareRank   = 8000 // from this place on in the list of words by frequency, a word is rare
	fewSharers = 16   // a word that more documents have is not rare among them
)

// relate finds which documents are related: at first all, and then those that share something with added documents, and those
// of parties and happenings that were of other documents before.
func (g *Ground) relate(added []*digest.Digest, parties, happenings [][2][]string) {
	first := len(added) == len(g.Digests)
	met := meetings{}
	for _, d := range added {
		for _, word := range g.sites[d.Document].words {
			having := append(g.having[word], d.Document)
			g.having[word] = having
			if !first && len(having) <= fewSharers+1 {
				met.change(having[:len(having)-1], having, fewSharers)
			}
		}
	}
	if first {
		g.relateAll()
		return
	}
	for _, change := range append(parties, happenings...) {
		met.change(change[0], change[1], largestStory)
	}
	for pair := range met {
		g.relateTwo(pair[0], pair[1])
	}
}

// meetings are pairs of documents, the first first, that share more or less than before.
type meetings map[[2]string]bool

// change notes that other documents share something than before, that which too many share counting for nothing.
func (m meetings) change(before, now []string, most int) {
	if len(before) > most && len(now) > most {
		return
	}
	all := slices.Compact(slices.Sorted(slices.Values(slices.Concat(before, now))))
	crossed := (len(before) > most) != (len(now) > most)
	isNew := func(document string) bool {
		return crossed || slices.Contains(before, document) != slices.Contains(now, document)
	}
	for i, a := range all {
		for _, b := range all[i+1:] {
			if isNew(a) || isNew(b) {
				m[[2]string{a, b}] = true
			}
		}
	}
}

// relateTwo sets whether two documents are related.
func (g *Ground) relateTwo(a, b string) {
	x, y := g.sites[a], g.sites[b]
	related := g.weight(x, y) >= enough
	at, were := slices.BinarySearch(x.neighbours, b)
	if related == were {
		return
	}
	g.changed[a] |= relatedAnew
	g.changed[b] |= relatedAnew
	g.rerelated = append(g.rerelated, [2]string{a, b})
	from, _ := slices.BinarySearch(y.neighbours, a)
	if related {
		x.neighbours, y.neighbours = slices.Insert(slices.Clip(x.neighbours), at, b), slices.Insert(slices.Clip(y.neighbours), from, a)
	} else {
		x.neighbours, y.neighbours = slices.Delete(x.neighbours, at, at+1), slices.Delete(y.neighbours, from, from+1)
	}
}

// weight returns how much two documents share.
func (g *Ground) weight(a, b *site) int {
	weight := weightRareWord * inBoth(a.words, b.words, func(word string) bool { return len(g.having[word]) <= fewSharers })
	weight += weightParty * inBoth(a.numbers(a.parties), b.numbers(b.parties), func(party int) bool {
		return len(g.parties.entries[party].documents) <= largestStory
	})
	return weight + weightHappening*inBoth(a.numbers(a.happenings), b.numbers(b.happenings), func(happening int) bool {
		return len(g.happenings.entries[happening].documents) <= largestStory
	})
}

// numbers returns numbers, sorted, each once.
func (s *site) numbers(of []int) []int {
	out := slices.Compact(slices.Sorted(slices.Values(of)))
	if len(out) > 0 && out[0] == rashomon.None {
		out = out[1:]
	}
	return out
}

// inBoth counts what two sorted lists have in common that counts.
func inBoth[T cmp.Ordered](a, b []T, counts func(T) bool) int {
	n := 0
	for len(a) > 0 && len(b) > 0 {
		switch order := cmp.Compare(a[0], b[0]); {
		case order < 0:
			a = a[1:]
		case order > 0:
			b = b[1:]
		default:
			if counts(a[0]) {
				n++
			}
			a, b = a[1:], b[1:]
		}
	}
	return n
}

// relateAll finds all related documents at once: of each those that come after it.
func (g *Ground) relateAll() {
	places := map[string]int{}
	for i, d := range g.Digests {
		places[d.Document] = i
	}
	m := mates{places: places, weights: make([]int, len(g.Digests))}
	parties, happenings := g.parties.byDocument(), g.happenings.byDocument()
	for i, d := range g.Digests {
		m.met = m.met[:0]
		for _, number := range happenings[d.Document] {
			m.add(i, g.happenings.entries[number].documents, largestStory, weightHappening)
		}
		for _, number := range parties[d.Document] {
			m.add(i, g.parties.entries[number].documents, largestStory, weightParty)
		}
		x := g.sites[d.Document]
		for _, word := range x.words {
			m.add(i, g.having[word], fewSharers, weightRareWord)
		}
		for _, at := range m.met {
			if m.weights[at] >= enough {
				y := g.sites[g.Digests[at].Document]
				x.neighbours, y.neighbours = append(x.neighbours, y.head.Document), append(y.neighbours, x.head.Document)
			}
			m.weights[at] = 0
		}
	}
	for _, site := range g.sites {
		slices.Sort(site.neighbours)
	}
}

// Mates are the documents that share something with one and come after it.
type mates struct {
	places  map[string]int // of documents, in their order
	weights []int          // of what each shares with the one, by its place
	met     []int          // places of those that share something
}

// add notes that documents share something with the one at a place, unless they are too many.
func (m *mates) add(place int, documents []string, most, weight int) {
	if len(documents) > most {
		return
	}
	for _, document := range documents {
		if at := m.places[document]; at > place {
			if m.weights[at] == 0 {
				m.met = append(m.met, at)
			}
			m.weights[at] += weight
		}
	}
}

// rareWords returns the rare content words of a document, each once.
func rareWords(d *digest.Digest) []string {
	vectors, err := network.EnglishVectors()
	if err != nil {
		return nil // a damaged binary: whoever reads documents has said so
	}
	var words []string
	for _, sentence := range d.Sentences {
		for _, term := range sentence.Terms {
			if rank, known := vectors.Rank(term); (!known || rank >= rareRank) && len(term) >= 4 {
				words = append(words, term)
			}
		}
	}
	slices.Sort(words)
	return slices.Compact(words)
}

// Neighbours returns the documents that are related to one of some documents, sorted, with those themselves.
func (g *Ground) Neighbours(documents []string) []string {
	out := slices.Clone(documents)
	for _, document := range documents {
		out = append(out, g.sites[document].neighbours...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
