package pair

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
	x, y := a.number, b.number
	f[Numbers] = float32(max(x, y)*3 + min(x, y))
	f[KnownPlaces] = truth(a.place.head != none) + truth(b.place.head != none)
}

// addLate adds the late features of the coarse grain, see late.
func (w *Words) addLate(f *Features, a, b *Telling) {
	f[NearestHeads], f[SharedRarity] = w.nearestHeads(a, b)
	f[ClauseNear] = w.nearness(a.clause.bag, b.clause.bag)
	f[ClauseFigure] = sharedFigure(a.said, b.said)
	if x, y, both := victims(a, b); both {
		f[SameVictim] = verdict(true, x.same(y))
	}
}

// modeDeed is the kind of occurrences that are of no particular kind.
const modeDeed = "deed"

// nearestHeads returns the cosine of the nearest two nouns that have a part in two events, and the rarity of the rarest in both.
func (w *Words) nearestHeads(a, b *Telling) (nearest, rarest float32) {
	nearest = -1
	for i := range a.arguments {
		for k := range b.arguments {
			x, y := &a.arguments[i], &b.arguments[k]
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

// nearness returns how near the words of one bag have others in another, and those of that in the one, the rarer the heavier: the mean
// of both ways.
func (w *Words) nearness(a, b bag) float32 {
	w.nearA, w.nearB = append(w.nearA[:0], make([]float64, len(a))...), append(w.nearB[:0], make([]float64, len(b))...)
	for i, x := range a {
		for k, y := range b {
			near := w.similarity(x, y)
			w.nearA[i], w.nearB[k] = max(w.nearA[i], near), max(w.nearB[k], near)
		}
	}
	return (w.weighedMean(a, w.nearA) + w.weighedMean(b, w.nearB)) / 2
}

// weighedMean returns the mean of a number of each word, the rarer the heavier.
func (w *Words) weighedMean(words bag, numbers []float64) float32 {
	var sum, all float64
	for i, word := range words {
		sum += float64(w.rarity[word]) * numbers[i]
		all += float64(w.rarity[word])
	}
	return float32(sum / max(1, all))
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
