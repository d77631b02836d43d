package event

import "slices"

// farthestBack is how many sentences before a definite noun the event that it takes up may stand, and mostBetween how many
// events between them are looked at, in sentences without end.
const (
	farthestBack = 4
	mostBetween  = 40
)

// recall gives a noun that takes up an event told before ("the offensive", "this attack", "the Sunday raid") those who took
// part in it, where the noun itself names nobody. The event before is of the same type, and whom it was done to is the same
// or not told again.
func (r *reading) recall() {
	for i := range r.drafts {
		d := &r.drafts[i]
		if len(d.actors) > 0 || !r.isDefinite(d.head) {
			continue
		}
		if before := r.before(i); before != nil {
			d.actors = without(before.actors, d.recipients)
			if len(d.recipients) == 0 {
				d.recipients = before.recipients
			}
		}
	}
}

// isDefinite reports whether a token is a noun that is taken as known.
func (r *reading) isDefinite(i int) bool {
	if r.doc.Tokens[i].UPOS != "NOUN" {
		return false
	}
	for child := range r.tree.Dependents(i) {
		if r.tree.Is(child, "det") && inClass("definite", r.words[child]) {
			return true
		}
	}
	return false
}

// before returns the last draft before one that it may take up, or nil.
func (r *reading) before(i int) *draft {
	d := &r.drafts[i]
	sentence := r.doc.SentenceOf(d.head)
	for j := i - 1; j >= max(0, i-mostBetween); j-- {
		other := &r.drafts[j]
		if sentence-r.doc.SentenceOf(other.head) > farthestBack {
			return nil
		}
		if len(other.actors) > 0 && r.takesUp(d, other) {
			return other
		}
	}
	return nil
}

// takesUp reports whether a draft may speak of the same as another: of the same type, done to the same, if it says to whom,
// and in a general word ("the attack") or one of the same stem ("bombed", "the bombing").
func (r *reading) takesUp(d, other *draft) bool {
	return other.ofKind(d) && (len(d.recipients) == 0 || shareOne(d.recipients, other.recipients)) &&
		(inClass("general", r.lemma(d.head)) || sameStem(r.lemma(d.head), r.lemma(other.head)))
}

// sameStem reports whether two words begin with the same letters.
func sameStem(a, b string) bool {
	const letters = 4
	return len(a) >= letters && len(b) >= letters && a[:letters] == b[:letters]
}

func shareOne(some, others []int) bool {
	return slices.ContainsFunc(some, func(e int) bool { return slices.Contains(others, e) })
}
