package echo

import (
	"cmp"
	"fmt"
	"math/bits"
	"slices"

	"rashomon"
)

// A run is words that stand in two accounts in the same order.
type run struct{ a, b, length int }

// An alignment is the words that two accounts share, in runs.
type alignment struct {
	a, b *account
	runs []run
}

const (
	// shortestRun is the least number of words that are aligned: shorter ones are shared by all texts of one language.
	shortestRun = 4
	// places is how many places of one run of words in a text are looked at. A text that repeats itself more often costs
	// no more for that.
	places = 8
)

// starts are the places of a text where runs of the shortest length begin, in chains of those with one hash.
type starts struct {
	of    *account
	first []int32 // by hash: behind the first place, or 0
	next  []int32 // by place: behind the next place with the same hash, or 0
}

// read takes the places of a text in place of those that are there.
func (s *starts) read(a *account) {
	s.of = a
	size := 1 << bits.Len(uint(2*len(a.words)))
	s.first = slices.Grow(s.first[:0], size)[:size]
	clear(s.first)
	s.next = slices.Grow(s.next[:0], len(a.words))[:len(a.words)]
	for i := len(a.words) - shortestRun; i >= 0; i-- {
		h := runHash(a.words[i:]) & uint32(size-1)
		s.next[i], s.first[h] = s.first[h], int32(i+1)
	}
}

// runHash returns a hash of the first words of a text.
func runHash(words []int32) uint32 {
	const factor = 0x9E3779B1 // 2 to the 32nd by the golden ratio
	h := uint32(0)
	for _, w := range words[:shortestRun] {
		h = (h ^ uint32(w)) * factor
	}
	return h ^ h>>15
}

// align finds the runs: at every word of b that no run covers yet, the longest that begins there.
func align(b *account, at *starts, runs []run) alignment {
	for j := 0; j+shortestRun <= len(b.words); {
		best := at.longest(b.words, j)
		if best.length > 0 {
			runs = append(runs, best)
		}
		j += max(1, best.length)
	}
	return alignment{at.of, b, runs}
}

// longest returns the longest run that begins at a word of another text.
func (s *starts) longest(words []int32, j int) run {
	best, seen := run{b: j}, 0
	for at := s.first[runHash(words[j:])&uint32(len(s.first)-1)]; at > 0 && seen < places; at = s.next[at-1] {
		length := runLength(s.of.words[at-1:], words[j:])
		if length >= shortestRun {
			seen++
		}
		if length >= shortestRun && length > best.length {
			best = run{int(at - 1), j, length}
		}
	}
	return best
}

// runLength returns how many words two texts begin with alike.
func runLength(a, b []int32) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}

// covered returns how many words of b stand in runs.
func (c alignment) covered() int {
	total := 0
	for _, r := range c.runs {
		total += r.length
	}
	return total
}

// share returns which share of the words of the shorter text stands in runs.
func (c alignment) share() float64 {
	return float64(c.covered()) / float64(max(1, min(len(c.a.words), len(c.b.words))))
}

// What makes a text a reprint, by the share of its words that stand in runs of four and more in the other. Two reports
// of one event that were written apart share less than a twentieth; an edited reprint may share no more than a third of
// its sequences of three words (Clough and others, METER, ACL 2002, for what papers make of agency copy).
const (
	copied = 0.5 // of the shorter text
	edited = 0.3 // of the shorter, with the same agency's credit on both
	// ofLonger is the share of the longer text: of one that holds the other among much else, the sentences are told.
	ofLonger = 0.3
	// leastCopied is how many words must stand in runs: a sentence or two make no reprint.
	leastCopied = 25
)

// reprint returns the link between the whole texts where one is a reprint of the other, or nil. Texts of one mould,
// such as reports of weather and of matches, share words and differ in names and figures.
func (c alignment) reprint() *link {
	total, share, least := float64(c.covered()), c.share(), copied
	if c.credited() {
		least = edited
	}
	longer := float64(max(len(c.a.words), len(c.b.words)))
	if total < leastCopied || share < least || total < ofLonger*longer || !c.sameMatter() {
		return nil
	}
	out := &link{
		a: c.a.whole(), b: c.b.whole(), kind: rashomon.EchoReprint, rule: "reprint/words", score: min(1, share+0.1),
		reason: fmt.Sprintf("%.0f %% of the shorter text stands word for word in the other, with its names and figures.", 100*share),
	}
	if c.credited() {
		out.rule = "reprint/agency"
		if !c.a.owned && !c.b.owned {
			out.kind = rashomon.EchoAgency
		}
		out.reason += fmt.Sprintf(" Both are credited to %s.", c.a.Agency)
	}
	return out
}

// credited reports whether both texts are credited to one agency. Two that it published itself are not: it repeats
// itself.
func (c alignment) credited() bool {
	return c.a.Agency != "" && c.a.Agency == c.b.Agency && !(c.a.owned && c.b.owned)
}

// sameMatter reports whether the shorter of two texts has most of its names and figures from the longer one.
func (c alignment) sameMatter() bool {
	short, long := c.a.matter(), c.b.matter()
	if len(short) > len(long) {
		short, long = long, short
	}
	return 2*common(short, long) >= len(short)
}

// matter returns the names and figures of an account.
func (a *account) matter() []int32 {
	var out []int32
	for i, t := range a.tellings {
		if a.tells(i) {
			out = append(append(append(out, t.names...), t.figures...), t.clocks...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

const (
	// takenOver is how many words in a row are taken for taken over, and plainWords how many of them must be of content
	// and no names: titles, names of offices and fixed phrases are shared by all.
	takenOver  = 7
	plainWords = 4
)

// verbatim returns a link for every sentence of one account of which a run stands in the other.
func (c alignment) verbatim() []link {
	var links []link
	var best map[int]run // by sentence of b
	for _, r := range c.runs {
		if r.length < takenOver {
			continue
		}
		for _, piece := range c.bySentence(r) {
			if sentence := c.b.sentenceOf(piece.b); piece.length > best[sentence].length && c.isTakenOver(piece) {
				if best == nil {
					best = map[int]run{}
				}
				best[sentence] = piece
			}
		}
	}
	kind, rule := rashomon.EchoQuotation, "quotation/words"
	if c.credited() {
		kind, rule = rashomon.EchoAgency, "agency/words"
	}
	for sentence, piece := range best {
		links = append(links, link{
			a: c.a.passage(c.a.sentenceOf(piece.a)), b: c.b.passage(sentence), kind: kind, rule: rule,
			reason: fmt.Sprintf("%d words in a row are the same.", piece.length), score: min(0.95, 0.5+float64(piece.length)/20),
		})
	}
	slices.SortFunc(links, func(x, y link) int { return cmp.Compare(x.b.Extent.Start, y.b.Extent.Start) })
	return links
}

// bySentence cuts a run where a sentence of either account ends.
func (c alignment) bySentence(r run) []run {
	var pieces []run
	for r.length > 0 {
		n := min(r.length, int(c.a.starts[c.a.sentenceOf(r.a)+1])-r.a, int(c.b.starts[c.b.sentenceOf(r.b)+1])-r.b)
		pieces = append(pieces, run{r.a, r.b, n})
		r = run{r.a + n, r.b + n, r.length - n}
	}
	return pieces
}

func (c alignment) isTakenOver(r run) bool {
	if r.length < takenOver || !c.a.tells(c.a.sentenceOf(r.a)) || !c.b.tells(c.b.sentenceOf(r.b)) {
		return false
	}
	return count(c.b.plain[r.b:r.b+r.length]) >= plainWords && !c.areOfOneMould(c.a.sentenceOf(r.a), c.b.sentenceOf(r.b))
}

// areOfOneMould reports whether two sentences tell of other things in the same words: both have names or figures, and
// none is the same.
func (c alignment) areOfOneMould(p, q int) bool {
	t, u := &c.a.tellings[p], &c.b.tellings[q]
	s := t.share(u)
	return t.exact() && u.exact() && s.names+s.exact() == 0
}
