package point

import (
	"slices"

	"rashomon/compare/ground"
	"rashomon/concurrent"
)

// A result is what is found within a document, or between it and those that come after it.
type result struct {
	own         []finding // differences between its own holders
	differences []finding
	agreements  []finding
}

// results compares every document by itself and with those that are related to it, several at once, and returns what is found in
// the order of the documents.
func results(g *ground.Ground) []result {
	number, after := map[string]int{}, map[string][]string{}
	for i, d := range g.Digests {
		number[d.Document] = i
	}
	for _, pair := range g.Related() {
		after[pair[0]] = append(after[pair[0]], pair[1])
	}
	results := make([]result, len(g.Digests))
	walks := slices.Collect(slices.Chunk(g.Walk(), walkLength))
	concurrent.Each(len(walks), func() func(int) {
		shelves := newShelves(g)
		return func(i int) {
			for _, document := range walks[i] {
				results[number[document]] = shelves.compare(document, after[document])
			}
		}
	})
	return results
}

// walkLength is how many documents in a walk one worker goes through: few enough that all workers have some, many enough that
// most of what is made of related documents is used again.
const walkLength = 32

// shelves are those of the documents that were compared last. They are many times as large as what they are made of.
type shelves struct {
	ground *ground.Ground
	made   map[string]*shelf
	order  []string // in which they were made
}

// mostShelves is how many are kept: more than a story has documents.
const mostShelves = 128

func newShelves(g *ground.Ground) *shelves { return &shelves{ground: g, made: map[string]*shelf{}} }

func (s *shelves) of(document string) *shelf {
	if made, known := s.made[document]; known {
		return made
	}
	if len(s.order) == mostShelves {
		delete(s.made, s.order[0])
		s.order = s.order[1:]
	}
	made := newShelf(s.ground, s.ground.Digest(document))
	s.made[document], s.order = made, append(s.order, document)
	return made
}

// compare compares a document by itself and with others.
func (s *shelves) compare(document string, others []string) result {
	own := s.of(document)
	r := result{own: append(slices.Clone(own.rebuttals), inside(own)...)}
	for _, other := range others {
		r.between(own, s.of(other))
	}
	return r
}

// between compares two documents.
func (r *result) between(a, b *shelf) {
	var found []finding
	for i := range a.tellings {
		x := &a.tellings[i]
		for _, j := range b.candidates(x) {
			y := &b.tellings[j]
			l := liken(x, y)
			found = append(found, differ(x, y, l)...)
			if f, found := agree(x, y, l); found {
				r.agreements = append(r.agreements, f)
			}
		}
	}
	r.differences = append(r.differences, fewHands(found)...)
	r.special(a, b)
	r.byNoun(a, b)
	r.alike(a, b)
	r.differences = append(append(r.differences, labels(a.digest, b.digest)...), camps(a, b)...)
	r.differences = append(append(r.differences, reach(a, b)...), reach(b, a)...)
}

// special compares what stands in few clauses, and may be told in all kinds of words: orders, obstacles and causes.
func (r *result) special(a, b *shelf) {
	r.differences = slices.Concat(r.differences,
		eachPair(a.orders, b.orders, orderDiffers), eachPair(a.moments, b.moments, momentsDiffer), eachPair(a.moments, b.moments, arrivalsDiffer),
		eachPair(a.victims, b.victims, victimsDiffer), eachPair(a.states, b.states, statesDiffer), denyThings(a, b), denyThings(b, a),
		eachPair(a.beginners, b.beginners, beginnersDiffer), eachPair(a.spots, b.spots, spotsDiffer), eachPair(a.intents, b.intents, intentsDiffer),
		eachPair(a.causes, b.causes, causesDiffer), otherObstacles(a, b), otherJudgements(a, b))
	r.agreements = append(r.agreements, eachPair(a.causes, b.causes, causesAgree)...)
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
func (r *result) alike(a, b *shelf) {
	for _, x := range a.demands {
		for _, y := range b.demands {
			if f, same := demandsAgree(x, y); same {
				r.agreements = append(r.agreements, f)
			}
		}
	}
	for _, x := range a.soundings {
		for _, y := range b.soundings {
			if f, same := soundingsAgree(x, y); same {
				r.agreements = append(r.agreements, f)
			}
		}
	}
	for _, x := range a.precedents {
		for _, y := range b.precedents {
			if f, same := precedentsAgree(x, y); same {
				r.agreements = append(r.agreements, f)
			}
		}
	}
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
	var found []finding
	for i := range s.tellings {
		a := &s.tellings[i]
		for _, j := range s.candidates(a) {
			if b := &s.tellings[j]; j > i && otherVoice(a, b) {
				found = append(found, differ(a, b, liken(a, b))...)
			}
		}
	}
	return append(append(fewHands(found), otherObstacles(s, s)...), otherJudgements(s, s)...)
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
