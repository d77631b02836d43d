package pair

import (
	"math"
	"sync"
)

// In the coarse grain a happening is told in very different words: the shots, the dead, the panic. What two events are, and
// when, weighs more there than how they are told, which is what the trees of the fine grain look at. So it has trees of its own, which
// look at what those of the fine grain say and at more besides.

// The bounds of the odds of the fine grain, which is surer of itself than the coarse one has reason for.
const leastOdds, mostOdds = -6, 4

// addCoarse adds the features of the coarse grain to those of two events with these odds in the fine one, but for late ones.
func (w *Words) addCoarse(f *Features, odds float64, clause overlap, a, b *Telling) {
	f[FineOdds] = float32(min(max(odds, leastOdds), mostOdds))
	f[Outcome] = truth(a.canDo(b) || b.canDo(a))
	f[Kinship] = f[SameFamily] + 2*f[Outcome]
	f[Days] = -1
	if a.time.known(b.time) {
		f[Days], f[TimeSureness] = a.time.distance(b.time), float32(min(a.time.sure, b.time.sure))
	}
	f[SameHour] = sameHour(a.time, b.time)
	f[Leads] = truth(a.lead) + truth(b.lead)
	f[ClauseRarest], f[ClauseShared] = float32(clause.rarest), float32(clause.shared)
	f[Deeds] = truth(a.deed) + truth(b.deed)
	x, y := a.number(), b.number()
	f[Numbers] = float32(max(x, y)*3 + min(x, y))
	f[KnownPlaces] = truth(a.place.head != none) + truth(b.place.head != none)
}

// addLate adds the late features of the coarse grain, see late.
func (w *Words) addLate(f *Features, a, b *Telling) {
	f[NearestHeads], f[SharedRarity] = w.nearestHeads(a, b)
	f[ClauseNear] = (w.nearness(a.clause, b.clause) + w.nearness(b.clause, a.clause)) / 2
	f[ClauseFigure] = sharedFigure(a.said, b.said)
	if v, u := a.victim(), b.victim(); v != nil && u != nil {
		f[SameVictim] = verdict(true, v.same(*u))
	}
}

// modeDeed is the kind of occurrences that are of no particular kind.
const modeDeed = "deed"

// nearestHeads returns the cosine of the nearest two nouns that have a part in two events, and the rarity of the rarest in both.
func (w *Words) nearestHeads(a, b *Telling) (nearest, rarest float32) {
	nearest = -1
	for _, x := range a.arguments {
		for _, y := range b.arguments {
			if x.head == none || y.head == none {
				continue
			}
			nearest = max(nearest, float32(w.similarity(x.head, y.head)))
			if x.same(y) {
				rarest = max(rarest, float32(max(w.rarity[x.head], w.rarity[y.head])))
			}
		}
	}
	return nearest, rarest
}

// nearness returns how near the words of one bag have others in another, the rarer the heavier.
func (w *Words) nearness(a, b bag) float32 {
	var near, all float64
	for _, x := range a {
		best := 0.0
		for _, y := range b {
			best = max(best, w.similarity(x, y))
		}
		near += float64(w.rarity[x]) * best
		all += float64(w.rarity[x])
	}
	return float32(near / max(1, all))
}

// leastFigure is the number from which it tells something that two clauses have the same.
const leastFigure = 3

func sharedFigure(a, b []figure) float32 {
	found := float32(0)
	for _, x := range a {
		for _, y := range b {
			switch {
			case x.low != y.low || x.high != y.high || x.low < leastFigure:
			case x.of == y.of:
				return 2
			default:
				found = 1
			}
		}
	}
	return found
}

// canDo reports whether an event can do to people and things what another is.
func (t *Telling) canDo(other *Telling) bool { return t.outcomes.shares(other.families) }

// isKin reports whether two events may be told as one happening: they share a family, or one can do what the other is.
func (t *Telling) isKin(other *Telling) bool {
	return t.families.shares(other.families) || t.canDo(other) || other.canDo(t)
}

// coarseTrees are the trees of the coarse grain, and those that tell which events have no chance with them.
type coarseTrees struct{ screen, all *forest }

func newCoarseTrees(m Model) *coarseTrees { return &coarseTrees{newForest(m.screen()), newForest(m)} }

// coarseEnglish is the trees of the coarse grain that ship, made by link/happening/train.
var coarseEnglish = sync.OnceValues(func() (*coarseTrees, error) {
	model, err := readModel("data/coarse.txt")
	return newCoarseTrees(model), err
})

// fineEnglish is the trees of [English].
var fineEnglish = sync.OnceValues(func() (*forest, error) {
	model, err := English()
	return newForest(model), err
})

// A Judge tells how likely it is that two events are the same, in one of the grains.
type Judge struct {
	words  *Words
	fine   *forest
	coarse *coarseTrees // nil in the fine grain
}

// NewJudge returns a judge of accounts that know words. The error is that of a damaged binary.
func NewJudge(words *Words, coarse bool) (*Judge, error) {
	fine, err := fineEnglish()
	if err != nil {
		return nil, err
	}
	j := &Judge{words: words, fine: fine}
	if coarse {
		j.coarse, err = coarseEnglish()
	}
	return j, err
}

// With returns the same judge, with words of its own to be used beside j.
func (j *Judge) With(words *Words) *Judge {
	return &Judge{words: words, fine: j.fine, coarse: j.coarse}
}

// NewPupil returns a judge of the coarse grain with trees that have been learnt so far.
func NewPupil(words *Words, learnt Model) (*Judge, error) {
	fine, err := fineEnglish()
	return &Judge{words: words, fine: fine, coarse: newCoarseTrees(learnt)}, err
}

// Features compares an event of the first document with one of the second in the coarse grain.
func (j *Judge) Features(d Documents, first, second int) Features {
	f, clause := j.words.features(d, first, second)
	a, b := &d.a.Tellings[first], &d.b.Tellings[second]
	j.words.addCoarse(&f, j.fine.glimpse(&f), clause, a, b)
	j.words.addLate(&f, a, b)
	return f
}

// SameHead reports whether two events are told by one word.
func (j *Judge) SameHead(d Documents, a, b int) bool {
	return d.a.Tellings[a].head == d.b.Tellings[b].head
}

// Comparable reports whether two events are like enough at first sight to be compared.
func (j *Judge) Comparable(d Documents, a, b int) bool {
	return j.words.Comparable(d, a, b) || j.coarse != nil && d.a.Tellings[a].isKin(&d.b.Tellings[b])
}

// Apart reports whether two events are certainly different. In the coarse grain, what is done to one person is another happening
// than what is done to several, of which it may be a part; and what harm comes to one person is one, unless both times are sure.
func (j *Judge) Apart(d Documents, a, b int) bool {
	x, y := &d.a.Tellings[a], &d.b.Tellings[b]
	if j.coarse == nil {
		return j.words.Apart(d, a, b)
	}
	if x.number() > 0 && y.number() > 0 && x.number() != y.number() {
		return true
	}
	return x.otherVictim(y) || x.time.excludes(y.time, coarseSlack) && !x.sameHarm(y)
}

// harm is the logarithm of the odds, at least, that what harm comes to one person by name is one happening: nobody dies twice.
const harm = 1

// sameHarm reports whether harm comes to one and the same person by name in both of two events, whose times may meet.
func (t *Telling) sameHarm(other *Telling) bool {
	x, y := t.victim(), other.victim()
	return x != nil && y != nil && x.same(*y) && t.wholes != (familySet{}) && other.wholes != (familySet{}) &&
		(min(t.time.sure, other.time.sure) < surest || !t.time.excludes(other.time, fineSlack))
}

// Probability returns how likely it is that event a of the first document and event b of the second are the same. What is less
// likely than least may be given as less likely still, and is found sooner.
func (j *Judge) Probability(d Documents, a, b int, least float64) float64 {
	f, clause := j.words.features(d, a, b)
	odds := j.fine.glimpse(&f)
	if j.coarse != nil {
		x, y := &d.a.Tellings[a], &d.b.Tellings[b]
		j.words.addCoarse(&f, odds, clause, x, y)
		odds = j.coarseOdds(&f, x, y, math.Log(least/(1-least)))
	}
	return 1 / (1 + math.Exp(-odds))
}

// coarseOdds returns the logarithm of the odds in the coarse grain of two events with all but the late features.
func (j *Judge) coarseOdds(f *Features, a, b *Telling, least float64) float64 {
	odds := math.Inf(-1)
	if j.coarse.screen.look(f, least) >= least {
		j.words.addLate(f, a, b)
		odds = j.coarse.all.look(f, least)
	}
	if a.sameHarm(b) {
		odds = max(odds, harm)
	}
	return odds
}
