// Package factuality tells of every event whether it is so, according to whoever tells of it: actual, denied,
// possible, still to come, or only supposed.
//
// The state of every word follows from that of the word it hangs on, from the root of the tree downwards: what governs
// it says whether it is so ("refused to attack"), or where it stands beside ("without attacking"), and what stands
// with it adds to that ("did not attack", "may attack", "no attack"). A statement is a world of its own: what is told
// in it is judged by what its holder says, and the words around it count for whether he says so, not for whether it is
// so.
//
//	statuses      the algebra of states, outcomes and signatures             status.go
//	clauses       what is said of clauses that complete a word               clause.go
//	adjuncts      what is said of clauses that stand beside one              adjunct.go
//	nominals      what is said of noun phrases                               nominal.go
//	governors     which word says something of what hangs on it              governor.go
//	statements    whose words a word is in, and what the cue says of it      statement.go
//	own words     negation, auxiliaries, adverbs, adjectives, times          modifier.go
//	moods         questions, commands, slogans, headlines                    mood.go
//	heads         what hangs on a word, noted once                           head.go
//	views         what others hold of the same event                         view.go
//	reasons       why                                                        reason.go
//
// Which words say what is in data files (lexicon.go). Statuses follow FactBank (Saurí and Pustejovsky, Language
// Resources and Evaluation 2009) and the guidelines of MEANTIME (Minard and others, LREC 2016), with a conditional of
// its own.
package factuality

import "rashomon"

// Judge fills Statement, Status and Views of all events of a document that has sentences, tags, trees, times and
// statements.
func Judge(doc *rashomon.Document) {
	if len(doc.Events) == 0 {
		return
	}
	r := newReading(doc)
	r.judgeTokens()
	for i := range doc.Events {
		event := &doc.Events[i]
		token := r.tree.HeadOf(event.Trigger)
		event.Statement, event.Status = r.voices[token], r.stateOf(event.Trigger).status()
		event.Views = r.presuppose(token)
	}
	r.addAnswers()
}

// A reading is a document on its way through the judgement.
type reading struct {
	doc     *rashomon.Document
	tree    *rashomon.Tree
	lexicon *lexicon
	words   []string // the forms of the tokens, in lower case

	voices []int    // of each token: the innermost statement whose content holds it, or None
	cues   []int    // of each token: the statement whose cue holds it, or None
	givens []string // of each statement: by which rule who tells of it takes its content to be so; "" where he does not
	future []bool   // of each token: it is part of a time behind the day of publication

	heads  []head // of each token: what hangs on it
	mains  []bool // of each token: it heads a sentence, or a clause that stands by itself
	judged []bool // of each token: its state is known

	tookPlace []bool  // of each token: what governs it says that it took place
	around    []state // of each token: what it hangs on says of it
	states    []state // of each token: with what its own words say of it

	steps map[int][]Step // of each token: what made its state; nil while nobody asks why
}

func newReading(doc *rashomon.Document) *reading {
	r := &reading{
		doc: doc, tree: doc.Tree(), lexicon: known(), words: make([]string, len(doc.Tokens)),
		around: make([]state, len(doc.Tokens)), states: make([]state, len(doc.Tokens)),
		mains: make([]bool, len(doc.Tokens)), judged: make([]bool, len(doc.Tokens)),
		tookPlace: make([]bool, len(doc.Tokens)), givens: make([]string, len(doc.Statements)),
	}
	for i, token := range doc.Tokens {
		r.words[i] = fold(doc.Quote(token.Extent))
	}
	r.findVoices()
	r.findHeads()
	r.findFuture()
	return r
}

// judgeTokens gives every token its state, heads before what hangs on them.
func (r *reading) judgeTokens() {
	order := make([]int, 0, len(r.doc.Tokens))
	for i := range r.doc.Tokens {
		if r.tree.Head(i) == rashomon.None {
			order = append(order, i)
		}
	}
	for n := 0; n < len(order); n++ {
		r.judgeToken(order[n])
		for child := range r.tree.Dependents(order[n]) {
			order = append(order, child)
		}
	}
}

// judgeToken gives a token its state, unless it was judged ahead of its turn.
func (r *reading) judgeToken(i int) {
	if r.judged[i] {
		return
	}
	r.judged[i] = true
	r.around[i] = r.surroundings(i)
	r.states[i] = r.withOwnWords(i, r.around[i])
}

// stateOf returns the state of the event of a trigger. A modal that is part of the trigger makes the event what it is, a
// promise or a demand ("will help", "must leave"), and says nothing against its being so.
func (r *reading) stateOf(trigger rashomon.Span) state {
	token := r.tree.HeadOf(trigger)
	if r.holdsModal(trigger) {
		return r.around[token]
	}
	return r.states[token]
}

func (r *reading) holdsModal(trigger rashomon.Span) bool {
	return trigger.Start != r.tree.HeadOf(trigger) && r.tree.Is(trigger.Start, "aux")
}
