package factuality

import (
	"cmp"
	"slices"

	"rashomon"
)

// presuppose returns the views of those who tell of a statement in words that take its content to be so: who writes
// that somebody admitted something writes that it is so. It is the view of each around it, as long as that holds.
func (r *reading) presuppose(token int) []rashomon.View {
	var views []rashomon.View
	for at := r.voices[token]; at != rashomon.None && r.givens[at] != ""; at = r.doc.Statements[at].Within {
		views = append(views, rashomon.View{
			Statement: r.doc.Statements[at].Within, Status: r.states[token].status(), Rule: "takes it to be so: " + r.givens[at],
		})
	}
	slices.Reverse(views)
	return views
}

// addAnswers adds the views of those who deny or admit what was told just before: "The rebels said the army shelled the
// town. The army denied it."
func (r *reading) addAnswers() {
	triggers := r.triggers()
	for i := range r.doc.Statements {
		anaphor := r.anaphor(i)
		if anaphor == rashomon.None {
			continue
		}
		if event := r.antecedent(i, anaphor, triggers); event != rashomon.None && r.doc.Events[event].Statement != i {
			views := append(r.doc.Events[event].Views, rashomon.View{
				Statement: i, Status: r.states[anaphor].status(), Rule: "answer: " + r.words[anaphor],
			})
			slices.SortStableFunc(views, func(a, b rashomon.View) int { return cmp.Compare(a.Statement, b.Statement) })
			r.doc.Events[event].Views = views
		}
	}
}

// triggers returns of every token the event that it is the trigger of, or None.
func (r *reading) triggers() []int {
	at := nones(len(r.doc.Tokens))
	for i := len(r.doc.Events) - 1; i >= 0; i-- {
		at[r.tree.HeadOf(r.doc.Events[i].Trigger)] = i
	}
	return at
}

// anaphor returns the word of a denial or admission that stands for all that is denied or admitted ("it", "the
// claim"), or None.
func (r *reading) anaphor(statement int) int {
	s := &r.doc.Statements[statement]
	if s.Act != rashomon.ActDeny && s.Act != rashomon.ActAdmit ||
		len(s.Content) != 1 || s.Content[0].Len() > longestAnaphor {
		return rashomon.None
	}
	head := s.Content[0].End - 1
	cue := r.tree.Head(head)
	isAnaphor := r.is("anaphor", head) || r.lexicon.classes.Has("anaphor", fold(r.doc.Tokens[head].Lemma))
	if !isAnaphor || cue == rashomon.None || r.cues[cue] != statement {
		return rashomon.None
	}
	if r.doc.Tokens[head].UPOS == "NOUN" && !r.isDefinite(head) || r.states[cue].status() != rashomon.StatusActual {
		return rashomon.None
	}
	return head
}

// longestAnaphor is how many words one may have that speaks of what was said before: "all these allegations".
const longestAnaphor = 3

// antecedent returns the event that an answer is about, or None: the one that carries the clause or sentence before, or
// what somebody else is said there to say.
func (r *reading) antecedent(answer, anaphor int, triggers []int) int {
	cue := r.tree.Head(anaphor)
	if r.tree.Is(cue, "conj") || r.tree.Is(cue, "parataxis") {
		return r.carried(r.tree.Head(cue), answer, triggers)
	}
	sentence := r.doc.SentenceOf(anaphor) - 1
	if sentence < 0 {
		return rashomon.None
	}
	span := r.doc.Sentences[sentence].Span
	for at := span.Start; at < span.End; at++ {
		if r.tree.Head(at) == rashomon.None {
			return r.carried(at, answer, triggers)
		}
	}
	return rashomon.None
}

// carried returns the event of a token or, where that is the cue of somebody else's statement, the event that the
// statement is about.
func (r *reading) carried(token, answer int, triggers []int) int {
	statement := r.cues[token]
	if statement == rashomon.None {
		return triggers[token]
	}
	holder := r.doc.Statements[statement].Holder
	if holder != rashomon.None && holder == r.doc.Statements[answer].Holder {
		return rashomon.None
	}
	for child := range r.tree.Dependents(token) {
		if r.holds(statement, child) && triggers[child] != rashomon.None {
			return triggers[child]
		}
	}
	return rashomon.None
}
