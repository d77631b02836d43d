package point

import (
	"cmp"
	"slices"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/concurrent"
)

// A result is what is found within a document, or between two.
type result struct {
	sight       [16]byte // by which it was found: see [ground.Ground.Sight]
	differences []rashomon.Difference
	agreed      []agreed
	contrasts   []Contrast
	ends        [][2]int32 // of what is agreed, the numbers of the two passages: see circles
}

// isEmpty reports whether nothing was found.
func (r *result) isEmpty() bool {
	return len(r.differences)+len(r.agreed)+len(r.contrasts) == 0
}

// An Index keeps what was found, so that no more is compared when documents come than what they touch. It is not safe for
// concurrent use.
type Index struct {
	found map[string][]*unit // of each document: within it, and with those after it; nil where nothing is kept
	least float64            // odds of contrasts
	signs bool               // of contrasts are kept

	circles *circles // of what was found; nil where nothing is kept

	round int32       // of choosing among contrasts
	order []*Contrast // that can be chosen, the likeliest first
	gone  []*Contrast // that could be in the last round, and cannot any more

	numbers *numbering // where there is a choice; nil where nothing is kept
}

// NewIndex returns an index that has found nothing.
func NewIndex() *Index {
	return &Index{found: map[string][]*unit{}, least: LeastOdds, circles: newCircles(), numbers: newNumbering()}
}

// Once returns an index for one comparison, which keeps nothing.
func Once() *Index { return &Index{least: LeastOdds} }

// An exchange is the results of an update, in the order of the documents, with those that were not there before it, and those that were
// and are no more.
type exchange struct{ all, come, gone []*result }

// update compares every document by itself and with those that are related to it, several at once, unless the ground looks the
// same to both as before.
func (x *Index) update(g *ground.Ground) exchange {
	units, gone := x.units(g)
	news := inWalk(g, units)
	walks := slices.Collect(slices.Chunk(news, max(1, min(len(news)/leastWalks, walkLength))))
	concurrent.Each(len(walks), func() func(int) {
		shelves := newShelves(g)
		return func(i int) {
			shelves.walk(walks[i])
			for _, u := range walks[i] {
				if r := shelves.compare(u, x); x.found != nil || !r.isEmpty() {
					u.known = r
				}
			}
		}
	})
	found := exchange{all: make([]*result, 0, len(units)), gone: gone}
	for _, u := range units {
		if u.known != nil {
			found.all = append(found.all, u.known)
		}
	}
	for _, u := range news {
		if u.known != nil {
			found.come = append(found.come, u.known)
		}
	}
	return found
}

// inWalk returns the units of which nothing is known, in an order in which those of one document stand near each other: by the
// place of the later of the two in the walk, and then the nearer ones first.
func inWalk(g *ground.Ground, units []*unit) []*unit {
	places := map[string]int{}
	for place, document := range g.Walk() {
		places[document] = place
	}
	var news []*unit
	for _, u := range units {
		if u.known == nil {
			a, b := places[u.documents[0]], places[u.documents[1]]
			u.later, u.earlier = max(a, b), min(a, b)
			news = append(news, u)
		}
	}
	slices.SortFunc(news, func(x, y *unit) int { return cmp.Or(cmp.Compare(x.later, y.later), -cmp.Compare(x.earlier, y.earlier)) })
	return news
}

// A unit is a document, which stands twice, or two that are related, with what is known of them.
type unit struct {
	documents [2]string
	sight     [16]byte
	known     *result // nil where it is to be found, or nothing was that need be kept

	earlier, later int // places of the two in a walk
}

// units returns all documents, each before its pairs with those that come after it, and the results that were kept of others.
func (x *Index) units(g *ground.Ground) (units []*unit, gone []*result) {
	for _, d := range g.Digests {
		known := x.found[d.Document]
		if known == nil || g.Touched(d.Document) {
			now := unitsOf(g, d.Document)
			if x.found != nil {
				gone = append(gone, recall(g, known, now)...)
				x.found[d.Document] = now
			}
			known = now
		}
		units = append(units, known...)
	}
	return units, gone
}

// unitsOf returns a document, and its pairs with those that come after it.
func unitsOf(g *ground.Ground, document string) []*unit {
	after := g.After(document)
	all, out := make([]unit, 1+len(after)), make([]*unit, 1+len(after))
	for i := range all {
		other := document
		if i > 0 {
			other = after[i-1]
		}
		all[i].documents, out[i] = [2]string{document, other}, &all[i]
	}
	return out
}

// recall takes over what was found before, unless the ground looks another to the two, and returns the results that nothing takes over.
func recall(g *ground.Ground, before, units []*unit) []*result {
	var gone []*result
	for _, u := range units {
		for len(before) > 0 && before[0].documents[1] < u.documents[1] {
			gone, before = append(gone, before[0].known), before[1:]
		}
		a, b := u.documents[0], u.documents[1]
		if len(before) > 0 && before[0].documents[1] == b {
			u.known, u.sight, before = before[0].known, before[0].sight, before[1:]
		}
		if u.known != nil && !g.Changed(a) && !g.Changed(b) {
			continue
		}
		if u.sight = g.Sight(a, b); u.known != nil && u.known.sight != u.sight {
			gone = append(gone, u.known)
			u.known = nil
		}
	}
	for _, u := range before {
		gone = append(gone, u.known)
	}
	return gone
}

// walkLength is how many units in a walk one worker goes through at most, and leastWalks into how many walks they are parted: all
// workers have some, and most of what is made of related documents is used again.
const walkLength, leastWalks = 2048, 16

// shelves are those of the documents that were compared last. They are many times as large as what they are made of.
type shelves struct {
	ground   *ground.Ground
	made     map[string]*shelf
	order    []string       // in which they were asked for last
	left     map[string]int // of documents: how often they will be asked for in this walk
	matching matching
}

// mostShelves is how many are kept, each a quarter of a megabyte. Those that nobody will ask for are dropped before, so that ten are
// kept as a rule. With half as many, 1 in 12 more are made.
const mostShelves = 40

func newShelves(g *ground.Ground) *shelves { return &shelves{ground: g, made: map[string]*shelf{}} }

// walk makes ready for units that will be compared in their order.
func (s *shelves) walk(units []*unit) {
	s.left = map[string]int{}
	for _, u := range units {
		for _, document := range u.documents {
			s.left[document]++
		}
	}
	for _, document := range slices.Clone(s.order) {
		if s.left[document] == 0 {
			s.drop(document)
		}
	}
}

// of returns the shelf of a document, which is asked for once less from now on.
func (s *shelves) of(document string) *shelf {
	made := s.made[document]
	if made != nil {
		s.drop(document)
	} else {
		made = newShelf(s.ground, s.ground.Digest(document))
	}
	if s.left[document]--; s.left[document] > 0 {
		s.keep(document, made)
	}
	return made
}

// keep keeps a shelf, as the one that was asked for last.
func (s *shelves) keep(document string, made *shelf) {
	if len(s.order) == mostShelves {
		s.drop(s.order[0])
	}
	s.made[document], s.order = made, append(s.order, document)
}

// drop keeps a shelf no longer.
func (s *shelves) drop(document string) {
	delete(s.made, document)
	s.order = slices.DeleteFunc(s.order, func(other string) bool { return other == document })
}

// compare compares a document by itself, or two.
func (s *shelves) compare(u *unit, x *Index) *result {
	r := &result{sight: u.sight}
	if a, b := s.of(u.documents[0]), s.of(u.documents[1]); a == b {
		r.differences = asDifferences(slices.Concat(a.rebuttals, inside(a)))
	} else {
		s.matching.set(a.words, b.words)
		r.between(a, b, &s.matching, x)
	}
	r.contrasts = slices.Clone(r.contrasts) // without room for more: results are kept by the hundred thousand
	return r
}

// between compares two documents.
func (r *result) between(a, b *shelf, m *matching, index *Index) {
	var hands, agreements []finding
	for i := range a.tellings {
		x := &a.tellings[i]
		for _, j := range b.candidates(x, &m.found) {
			y := &b.tellings[j]
			if x.denied != y.denied && !m.mayDeny(x, y) {
				continue
			}
			l := m.liken(x, y, true)
			hands = append(hands, differ(x, y, l)...)
			if f, agrees := agree(x, y, l); agrees {
				agreements = append(agreements, f)
			}
		}
	}
	found := append(fewHands(hands), special(a, b)...)
	found = append(append(found, labels(a.digest, b.digest)...), camps(a, b)...)
	found = append(append(found, reach(a, b)...), reach(b, a)...)
	agreements = slices.Concat(
		agreements, eachPair(a.causes, b.causes, causesAgree), eachPair(a.timed, b.timed, clocksAgree), byNoun(a, b, m), alike(a, b))
	m.lines.set(a, b, m)
	agreements = append(agreements, r.weigh(&m.lines, found, agreements, index)...)
	r.agreed = a.agreed(b, agreements)
	r.differences = asDifferences(append(found, quarrels(a, b)...))
}

// special compares what stands in few clauses, and may be told in all kinds of words: orders, obstacles and causes.
func special(a, b *shelf) []finding {
	return slices.Concat(
		eachPair(a.orders, b.orders, orderDiffers), eachPair(a.moments, b.moments, momentsDiffer), eachPair(a.moments, b.moments, arrivalsDiffer),
		generalMoments(a, b), generalMoments(b, a),
		eachPair(a.victims, b.victims, victimsDiffer), eachPair(a.states, b.states, statesDiffer), denyThings(a, b), denyThings(b, a),
		eachPair(a.beginners, b.beginners, beginnersDiffer), eachPair(a.spots, b.spots, spotsDiffer), eachPair(a.intents, b.intents, intentsDiffer),
		eachPair(a.causes, b.causes, causesDiffer), eachPair(a.deedNames, b.deedNames, deedNamesDiffer),
		eachPair(a.volitions, b.volitions, volitionsDiffer), eachPair(a.pictures, b.pictures, picturesDiffer), otherObstacles(a, b), otherJudgements(a, b))
}

// eachPair returns what a rule finds between each of the one and each of the other.
func eachPair[T any](as, bs []T, rule func(a, b T) (finding, bool)) []finding {
	var found []finding
	for _, a := range as {
		for _, b := range bs {
			if f, finds := rule(a, b); finds {
				found = append(found, f)
			}
		}
	}
	return found
}

// alike finds what two documents call for, and what they compare it with, in common.
func alike(a, b *shelf) []finding {
	return slices.Concat(
		eachPair(a.demands, b.demands, demandsAgree), eachPair(a.soundings, b.soundings, soundingsAgree),
		eachPair(a.precedents, b.precedents, precedentsAgree))
}

// differ returns what the rules find between two tellings.
func differ(a, b *telling, l likeness) []finding {
	found := roles(a, b, l)
	for _, rule := range []func(a, b *telling, l likeness) (finding, bool){denial, opposition, upperHand, other, kinds, whereabouts} {
		if f, differs := rule(a, b, l); differs {
			found = append(found, f)
		}
	}
	return found
}

// inside returns what differs within one document between the words of different holders.
func inside(s *shelf) []finding {
	var differences []finding
	var found set
	for i := range s.tellings {
		a := &s.tellings[i]
		for _, j := range s.candidates(a, &found) {
			if b := &s.tellings[j]; int(j) > i && otherVoice(a, b) {
				differences = append(differences, differ(a, b, liken(a, b))...)
			}
		}
	}
	return slices.Concat(fewHands(differences), otherObstacles(s, s), otherJudgements(s, s), quarrels(s, s), dissents(s))
}

// otherJudgements finds what one calls right and another wrong: between two documents, or in different words in one.
func otherJudgements(a, b *shelf) []finding {
	var found []finding
	for i, x := range a.judged {
		for j, y := range b.judged {
			if f, differs := judgementsDiffer(x, y); differs && (a != b || j > i) {
				found = append(found, f)
			}
		}
	}
	return found
}

// otherObstacles finds who is told to have stood in the way of one thing: between two documents, or in different words in one.
func otherObstacles(a, b *shelf) []finding {
	var found []finding
	for i, x := range a.obstacles {
		for j, y := range b.obstacles {
			if a == b && (j <= i || !otherVoice(x.by, y.by)) {
				continue
			}
			if f, differs := obstaclesDiffer(x, y); differs {
				found = append(found, f)
			}
		}
	}
	return found
}

// reach finds what one document rebuts and another tells as so, unless the other rebuts it too.
func reach(by, other *shelf) []finding {
	var found []finding
	for _, r := range by.rebutted {
		for i := range other.tellings {
			t := &other.tellings[i]
			if slices.ContainsFunc(other.rebutted, func(own rebuttalOf) bool { return own.told.clause.Sentence == t.clause.Sentence }) {
				continue
			}
			if f, reaches := reached(r, t); reaches {
				found = append(found, f)
			}
		}
	}
	return found
}
