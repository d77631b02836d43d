package point

import (
	"fmt"
	"math/bits"
	"slices"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/digest"
)

// A shelf is the tellings of a document, to be found by what they speak of.
type shelf struct {
	digest    *digest.Digest
	wording   *wording
	words     *vocabulary
	tellings  []telling
	byPlace   map[string][]int
	lines     []line
	holding   []int           // of each word of the vocabulary: how many lines hold it
	around    []*surroundings // of each sentence, once they were asked for
	denied    []int           // what is told as not so may be said of things by other words
	fortunate []int           // who has the upper hand is told of different parties
	rebutted  []rebuttalOf
	rebuttals []finding
	orders    []order
	causes    []cause
	obstacles []obstacle
	judged    []judgement
	moments   []moment
	timed     []*telling // that give a time of the clock
	intents   []intent
	epithets  []epithet
	victims   []victims
	spots     []spot
	beginners []beginner
	nothings  []nothing
	states    []state
	volitions []volition
	pictures  []picture

	nouns      []telling // deeds told by nouns
	demands    []demand
	precedents []precedent
	soundings  []sounding

	backings   []backing
	onslaughts []onslaught
	truces     []truce
	styles     []style
	deedNames  []deedName
	headways   []headway
	motives    []motive
	stands     []stand
	counted    []counted
	appointed  []appointed

	sides map[rashomon.Passage]*rashomon.Side // of what was found to agree with others
}

func newShelf(g *ground.Ground, d *digest.Digest) *shelf {
	s := &shelf{digest: d, wording: newWording(d.Text), tellings: tellings(g, d), byPlace: map[string][]int{}}
	for i := range s.tellings {
		s.tellings[i].shelf = s
	}
	names := s.namings(func(entity int) int { return g.Party(d.Document, entity) })
	for i := range s.tellings {
		t := &s.tellings[i]
		t.prepare(names)
		for _, place := range t.places {
			s.byPlace[place] = append(s.byPlace[place], i)
		}
		if t.denied {
			s.denied = append(s.denied, i)
		}
		if t.fortune() != "" {
			s.fortunate = append(s.fortunate, i)
		}
	}
	s.rebuttals, s.rebutted = rebuttals(s.tellings)
	for _, r := range s.rebutted {
		for i := range s.tellings {
			s.tellings[i].rebutted = s.tellings[i].rebutted || s.tellings[i].clause.Sentence == r.told.clause.Sentence
		}
	}
	s.orders, s.causes = orders(s.tellings), causes(s.tellings)
	s.moments, s.timed, s.intents = moments(s.tellings), timed(s.tellings), intents(g, d)
	s.epithets, s.victims = epithets(g, d), allVictims(s.tellings)
	s.spots, s.beginners = spots(s.tellings), beginners(s.tellings)
	s.nothings, s.states = nothings(s.tellings), states(s.tellings)
	s.obstacles, s.judged = obstacles(s.tellings), judgements(s, g)
	s.nouns, s.demands, s.precedents = nouns(g, d), demands(d), precedents(s, names)
	for i := range s.nouns {
		s.nouns[i].prepare(names)
	}
	s.words = newVocabulary(s.all())
	s.lines = s.findLines()
	s.soundings = soundings(s.tellings)
	s.volitions, s.pictures = volitions(s.tellings), pictures(g, d)
	s.backings, s.styles = backings(s.tellings), styles(g, d)
	s.onslaughts, s.truces = onslaughts(s.tellings), truces(g, d)
	s.deedNames = deedNames(g, d)
	for i := range s.deedNames {
		s.deedNames[i].by.shelf = s
	}
	s.headways = headways(s.tellings)
	s.motives, s.stands = motives(s.tellings), stands(g, s)
	s.counted, s.appointed = allCounted(s.tellings), allAppointed(s.tellings)
	return s
}

// all returns what is told by clauses, and by nouns.
func (s *shelf) all() []*telling {
	var all []*telling
	for _, tellings := range [...][]telling{s.tellings, s.nouns} {
		for i := range tellings {
			all = append(all, &tellings[i])
		}
	}
	return all
}

// rareWord is the weight from which on a word that two tellings share makes them worth a comparison.
const rareWord = 0.6

// findPlaces returns by what a telling is found: its parties, its rarer words, the families of its predicate, its happening.
func (t *telling) findPlaces() []string {
	var places []string
	for _, key := range t.keys {
		if key.weight >= rareWord {
			places = append(places, key.text)
		}
	}
	places = append(places, "core "+t.core)
	if len(t.core) >= shortestStem {
		places = append(places, "stem "+t.core[:shortestStem])
	}
	for _, family := range t.coreWord.families {
		places = append(places, "family "+family)
	}
	if t.kindTold() != "" {
		places = append(places, "kind")
	}
	for _, reading := range t.readings {
		for minute := reading.minute - 1; minute <= reading.minute+1; minute++ {
			places = append(places, fmt.Sprintf("clock %d", (minute+halfDay)%halfDay))
		}
	}
	if t.happening != rashomon.None {
		places = append(places, "happening "+t.ground.HappeningAt(t.happening).ID)
	}
	return places
}

// candidates returns the numbers of the tellings of a shelf that are worth a comparison with another, in order, until the set in which
// they are gathered is used again.
func (s *shelf) candidates(t *telling, found *set) []int32 {
	found.clear(len(s.tellings))
	if t.denied {
		for i := range s.tellings {
			found.add(i)
		}
		return found.all()
	}
	for _, place := range t.places {
		found.addAll(s.byPlace[place])
	}
	for _, opposite := range words().opposites[t.core] {
		found.addAll(s.byPlace["core "+opposite])
	}
	found.addAll(s.denied)
	if t.fortune() != "" {
		found.addAll(s.fortunate)
	}
	return found.all()
}

// A set is numbers.
type set struct {
	bits    []uint64
	numbers []int32 // once they were asked for
}

// clear makes the set one of none of the first so many numbers.
func (s *set) clear(numbers int) {
	size := (numbers + 63) / 64
	s.bits = slices.Grow(s.bits[:0], size)[:size]
	clear(s.bits)
}

func (s *set) add(number int) { s.bits[number/64] |= 1 << (number % 64) }

func (s *set) addAll(numbers []int) {
	for _, number := range numbers {
		s.add(number)
	}
}

// all returns the numbers in order.
func (s *set) all() []int32 {
	s.numbers = s.numbers[:0]
	for i, word := range s.bits {
		for ; word != 0; word &= word - 1 {
			s.numbers = append(s.numbers, int32(64*i+bits.TrailingZeros64(word)))
		}
	}
	return s.numbers
}
