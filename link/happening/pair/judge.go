package pair

import (
	"math"
	"slices"
	"sync"
)

// trees are the forests of a grain. That of the coarse grain comes with a screen, which tells which events have no chance with it.
type trees struct {
	*binning
	fine, screen, coarse *forest // the last two are nil in the fine grain
}

func newTrees(fine Model) *trees {
	b := newBinning(fine)
	return &trees{binning: b, fine: newForest(b, fine)}
}

func newCoarseTrees(fine, coarse Model) *trees {
	b := newBinning(fine, coarse)
	return &trees{b, newForest(b, fine), newForest(b, coarse.screen()), newForest(b, coarse)}
}

// fineEnglish and coarseEnglish are the trees that ship, made by link/happening/train.
var (
	fineEnglish = sync.OnceValues(func() (*trees, error) {
		fine, err := English()
		return newTrees(fine), err
	})
	coarseEnglish = sync.OnceValues(func() (*trees, error) {
		fine, _ := English() // fails as the other does
		coarse, err := readModel("data/coarse.txt")
		return newCoarseTrees(fine, coarse), err
	})
)

// A Judge tells how likely it is that two events are the same, in one of the grains.
type Judge struct {
	words *Words
	*trees
	slate  slate
	at     [atOnce]Features // of the pairs that are judged at once
	clause [atOnce]overlap
	sums   sums
	odds   sums
	found  []float64
}

// NewJudge returns a judge of accounts that know words. The error is that of a damaged binary.
func NewJudge(words *Words, coarse bool) (*Judge, error) {
	read := fineEnglish
	if coarse {
		read = coarseEnglish
	}
	trees, err := read()
	return newJudge(words, trees), err
}

func newJudge(words *Words, trees *trees) *Judge {
	return &Judge{words: words, trees: trees, slate: trees.newSlate()}
}

// With returns the same judge, with words of its own to be used beside j.
func (j *Judge) With(words *Words) *Judge { return newJudge(words, j.trees) }

// NewPupil returns a judge of the coarse grain with trees that have been learnt so far.
func NewPupil(words *Words, learnt Model) (*Judge, error) {
	fine, err := English()
	return newJudge(words, newCoarseTrees(fine, learnt)), err
}

// Features compares an event of the first document with one of the second in the coarse grain.
func (j *Judge) Features(d Documents, first, second int) Features {
	pair := []Pair{{d, int32(first), int32(second)}}
	j.judgeFine(pair)
	j.addCoarse(pair)
	j.words.addLate(&j.at[0], pair[0].first(), pair[0].second())
	return j.at[0]
}

// SameHead reports whether two events are told by one word.
func (j *Judge) SameHead(d Documents, a, b int) bool {
	return d.a.Tellings[a].head == d.b.Tellings[b].head
}

// Comparable reports whether two events are like enough at first sight to be compared.
func (j *Judge) Comparable(d Documents, a, b int) bool {
	return j.coarse != nil && d.a.Tellings[a].isKin(&d.b.Tellings[b]) || j.words.Comparable(d, a, b)
}

// Apart reports whether two events are certainly different. In the coarse grain, what is done to one person is another happening
// than what is done to several, of which it may be a part; and what harm comes to one person is one, unless both times are sure.
func (j *Judge) Apart(d Documents, a, b int) bool {
	x, y := &d.a.Tellings[a], &d.b.Tellings[b]
	if j.coarse == nil {
		return j.words.Apart(d, a, b)
	}
	if x.number > 0 && y.number > 0 && x.number != y.number {
		return true
	}
	return x.otherVictim(y) || x.time.excludes(y.time, coarseSlack) && !x.sameHarm(y)
}

// harm is the logarithm of the odds, at least, that what harm comes to one person by name is one happening: nobody dies twice.
const harm = 1

// sameHarm reports whether harm comes to one and the same person by name in both of two events, whose times may meet.
func (t *Telling) sameHarm(other *Telling) bool {
	x, y, both := victims(t, other)
	return both && x.same(y) && t.wholes != (familySet{}) && other.wholes != (familySet{}) &&
		(min(t.time.sure, other.time.sure) < surest || !t.time.excludes(other.time, fineSlack))
}

// A Pair is event A of the first of two documents and event B of the second.
type Pair struct {
	Documents
	A, B int32
}

func (p *Pair) first() *Telling  { return &p.a.Tellings[p.A] }
func (p *Pair) second() *Telling { return &p.b.Tellings[p.B] }

// Probabilities returns of pairs of events how likely it is that the two are the same. What is less likely than least may be given as
// less likely still, and is found sooner. The next call puts others in their place.
func (j *Judge) Probabilities(pairs []Pair, least float64) []float64 {
	j.found = j.found[:0]
	for chunk := range slices.Chunk(pairs, atOnce) {
		j.judgeFine(chunk)
		if j.coarse != nil {
			j.addCoarse(chunk)
			j.judgeCoarse(chunk, math.Log(least/(1-least)))
		}
		for _, odds := range j.odds[:len(chunk)] {
			j.found = append(j.found, 1/(1+math.Exp(-odds)))
		}
	}
	return j.found
}

// all returns as many pairs as there are, a bit for each.
func all(pairs []Pair) uint64 { return math.MaxUint64 >> (atOnce - len(pairs)) }

// judgeFine finds the logarithm of the odds in the fine grain of some pairs.
func (j *Judge) judgeFine(pairs []Pair) {
	clear(j.slate)
	for i, p := range pairs {
		j.clause[i] = j.words.compare(&j.at[i], p.Documents, int(p.A), int(p.B))
		j.write(j.slate, i, &j.at[i], 0, FineOdds)
	}
	j.settle(j.slate, 0, FineOdds)
	j.fine.glimpse(&j.odds, j.slate, all(pairs))
}

// addCoarse adds the features of the coarse grain to those of some pairs that have been judged in the fine one, but for late ones.
func (j *Judge) addCoarse(pairs []Pair) {
	for i := range pairs {
		j.words.addCoarse(&j.at[i], j.odds[i], j.clause[i], pairs[i].first(), pairs[i].second())
		j.write(j.slate, i, &j.at[i], FineOdds, NearestHeads)
	}
	j.settle(j.slate, FineOdds, NearestHeads)
}

// judgeCoarse finds the logarithm of the odds in the coarse grain of some pairs with all but the late features, where they are least or
// more.
func (j *Judge) judgeCoarse(pairs []Pair, least float64) {
	chances := j.screen.look(&j.sums, j.slate, all(pairs), least)
	for i := range pairs {
		if chances&(1<<i) != 0 {
			j.words.addLate(&j.at[i], pairs[i].first(), pairs[i].second())
			j.write(j.slate, i, &j.at[i], NearestHeads, features)
		}
	}
	j.settle(j.slate, NearestHeads, features)
	likely := j.coarse.look(&j.sums, j.slate, chances, least)
	for i := range pairs {
		j.odds[i] = math.Inf(-1)
		if likely&(1<<i) != 0 {
			j.odds[i] = j.sums[i]
		}
		if pairs[i].first().sameHarm(pairs[i].second()) {
			j.odds[i] = max(j.odds[i], harm)
		}
	}
}
