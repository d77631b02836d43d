package claim

import (
	"strings"

	"rashomon"
)

// A Feature is one thing that is seen when the words of an account are set beside a claim, with the words that it
// stands in.
type Feature struct {
	Name    string
	Value   float64
	Claim   rashomon.Span // empty where no word of that side shows it
	Account rashomon.Span
}

// evidence is what is seen of a claim and an account, on its way.
type evidence struct {
	claim, account *Wording
	alignment      Alignment
	claimOf        []int     // of each word of the account: the word of the claim that it tells, or None
	toldBy         []int     // of each word of the claim: the word of the account that tells it, or None
	near           []float64 // of each word of the claim: how near that is
	features       []Feature
	seen           map[string]bool
}

// Features returns what is seen when the words of an account are set beside a claim, each feature once.
func Features(claim, account *Wording) []Feature { return compare(claim, account).features }

func compare(claim, account *Wording) *evidence {
	e := &evidence{claim: claim, account: account, alignment: Align(claim, account), seen: map[string]bool{}}
	e.pairUp()
	e.addTold()
	e.addClasses()
	e.addNegations()
	e.addStatements()
	e.addEvents()
	e.addWords()
	return e
}

// pairUp notes the pairs by word.
func (e *evidence) pairUp() {
	e.claimOf, e.toldBy = nones(len(e.account.words)), nones(len(e.claim.words))
	e.near = make([]float64, len(e.claim.words))
	for _, pair := range e.alignment.Pairs {
		a, b := pair.A-e.claim.span.Start, pair.B-e.account.span.Start
		e.claimOf[b], e.toldBy[a], e.near[a] = a, b, pair.Score
	}
}

func nones(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = rashomon.None
	}
	return list
}

// add adds a feature; one that is there already stays as it is.
func (e *evidence) add(name string, value float64, claim, account rashomon.Span) {
	if value != 0 && !e.seen[name] {
		e.seen[name] = true
		e.features = append(e.features, Feature{name, value, claim, account})
	}
}

// addOf adds a feature that a word of the account shows.
func (e *evidence) addOf(name string, word int) {
	e.add(name, 1, rashomon.Span{}, e.account.spanOf(word))
}

// addMissing adds a feature that a word of the claim shows.
func (e *evidence) addMissing(name string, word int) {
	e.add(name, 1, e.claim.spanOf(word), rashomon.Span{})
}

// addTold adds how much of the claim the account tells, what of it is missing, and what stands against it.
func (e *evidence) addTold() {
	nowhere := rashomon.Span{}
	e.add("always", 1, nowhere, nowhere)
	e.add("told", e.alignment.Cover, nowhere, nowhere)
	e.add("told of both", e.alignment.Cover*e.alignment.Back, nowhere, nowhere)
	e.add("nothing besides", e.alignment.Back, nowhere, nowhere)
	for i, w := range e.claim.words {
		switch {
		case e.toldBy[i] != rashomon.None || w.weight == 0:
		case w.number != nil:
			e.addMissing("no figure", i)
			e.addOtherFigure(i)
		case w.name:
			e.addMissing("no name", i)
		case w.relation == "root":
			e.addMissing("no predicate", i)
		}
	}
}

// addOtherFigure adds that where the claim has one figure the account has another.
func (e *evidence) addOtherFigure(i int) {
	for j, w := range e.account.words {
		if w.number != nil && e.claimOf[j] == rashomon.None {
			e.add("other figure", 1, e.claim.spanOf(i), e.account.spanOf(j))
			return
		}
	}
}

// addClasses adds the classes of the words of the account that the claim does not have itself, and whether they stand
// in the tree with words that tell the claim. Negations have rules of their own.
func (e *evidence) addClasses() {
	same := e.sameDenial()
	for j, w := range e.account.words {
		for _, class := range w.classes {
			if strings.HasPrefix(class, negation) || e.claim.has(w.lemma) || j == same {
				continue
			}
			if e.isNegated(j) {
				class = known().negatedClass(class)
			}
			e.addOf(class, j)
			if e.touchesClaim(j) {
				e.addOf(class+" on", j)
			}
		}
	}
}

// touchesClaim reports whether a word of the account stands in the tree right above or below one that tells the claim.
func (e *evidence) touchesClaim(j int) bool {
	if head := e.account.head(j); head != rashomon.None && e.claimOf[head] != rashomon.None {
		return true
	}
	for k := range e.account.words {
		if e.account.head(k) == j && e.claimOf[k] != rashomon.None {
			return true
		}
	}
	return false
}

// wordFeature is what the names of features for single words begin with.
const wordFeature = "word "

// addWords adds the words of the account that the claim does not have: what headlines and sentences are made of beside
// their content. Words for somebody or something are not among them, so that nothing hangs on who is spoken of.
func (e *evidence) addWords() {
	for j, w := range e.account.words {
		party := w.isParty() && (w.name || len(w.classes) == 0)
		if !party && w.negation() == "" && e.claimOf[j] == rashomon.None && !e.claim.has(w.lemma) {
			e.addOf(wordFeature+w.lemma, j)
		}
	}
}
