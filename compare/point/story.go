package point

import (
	"runtime"
	"slices"
	"sync"

	"rashomon/compare/ground"
)

// A result is what is found within one story.
type result struct {
	differences []finding
	agreements  []finding
}

// stories compares every story by itself, several at once, and returns what is found in the order of the stories.
func stories(g *ground.Ground) []result {
	stories := g.Stories()
	results := make([]result, len(stories))
	next := make(chan int)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := range next {
				results[i] = story(g, stories[i])
			}
		})
	}
	for i := range stories {
		next <- i
	}
	close(next)
	workers.Wait()
	return results
}

// story compares the documents of one story: each by itself, and the pairs that are related.
func story(g *ground.Ground, s ground.Story) result {
	var r result
	shelves := map[string]*shelf{}
	for _, document := range s.Documents {
		shelf := newShelf(g, g.Digest(document))
		shelves[document] = shelf
		r.differences = append(append(r.differences, shelf.rebuttals...), inside(shelf)...)
	}
	for _, pair := range s.Pairs {
		r.between(shelves[pair[0]], shelves[pair[1]])
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
	for _, x := range a.orders {
		for _, y := range b.orders {
			if f, differs := orderDiffers(x, y); differs {
				r.differences = append(r.differences, f)
			}
		}
	}
	for _, x := range a.moments {
		for _, y := range b.moments {
			if f, differs := momentsDiffer(x, y); differs {
				r.differences = append(r.differences, f)
			}
		}
	}
	for _, x := range a.victims {
		for _, y := range b.victims {
			if f, differs := victimsDiffer(x, y); differs {
				r.differences = append(r.differences, f)
			}
		}
	}
	for _, x := range a.intents {
		for _, y := range b.intents {
			if f, differs := intentsDiffer(x, y); differs {
				r.differences = append(r.differences, f)
			}
		}
	}
	r.differences = append(r.differences, otherObstacles(a, b)...)
	for _, x := range a.causes {
		for _, y := range b.causes {
			if f, differs := causesDiffer(x, y); differs {
				r.differences = append(r.differences, f)
			}
			if f, same := causesAgree(x, y); same {
				r.agreements = append(r.agreements, f)
			}
		}
	}
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
	return append(fewHands(found), otherObstacles(s, s)...)
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
