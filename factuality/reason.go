package factuality

import (
	"slices"
	"strings"

	"rashomon"
)

// A Reason tells why an event has its status.
type Reason struct {
	Status    rashomon.Status
	Statement int    // whose words carry it, as an index into Statements, or None
	Steps     []Step // what made the status, from the event upwards; none where nothing speaks against its being so
}

// A Step is a word or construction that said something of an event.
type Step struct {
	Token    int    // the token of which it was said
	By       int    // the token that said it
	Relation string // of Token, where By is what it hangs on, else of By
	Rule     string // "refuse (verbs.txt)", or the name of a construction
	Outer    bool   // By is what Token hangs on, or what that hangs on in turn
}

// Why tells why the event of a trigger, whether or not it is among the events of the document, has its status.
func Why(doc *rashomon.Document, trigger rashomon.Span) Reason {
	r := newReading(doc)
	r.steps = map[int][]Step{}
	r.judgeTokens()
	token := r.tree.HeadOf(trigger)
	reason := Reason{Status: r.stateOf(trigger).status(), Statement: r.voices[token]}
	for at, withOwn := token, !r.holdsModal(trigger); at != rashomon.None; {
		above, aboveWithOwn := rashomon.None, true
		for _, step := range slices.Backward(r.steps[at]) {
			if step.Outer || withOwn {
				reason.Steps = append(reason.Steps, step)
			}
			if step.Outer {
				above, aboveWithOwn = step.By, step.Rule != besideHead
			}
		}
		at, withOwn = above, aboveWithOwn
	}
	return reason
}

// String prints a reason for people: "denied: refuse (verbs.txt) <- xcomp".
func (r Reason) String() string {
	var out strings.Builder
	out.WriteString(string(r.Status))
	for n, step := range r.Steps {
		separator := "; "
		if n == 0 {
			separator = ": "
		}
		out.WriteString(separator + step.Rule + " <- " + step.Relation)
	}
	return out.String()
}

// follow returns the state of a token that another, which it hangs on, says something of by a signature.
func (r *reading) follow(i, by int, s state, sig signature) state {
	if s.choose(sig) == given && r.boundary(i, by) == borderCue {
		r.givens[r.voices[i]] = sig.rule
	}
	return r.from(i, by, s.under(sig), sig.rule)
}

// from returns the state of a token that follows from that of another, which it hangs on, by a construction.
func (r *reading) from(i, by int, s state, rule string) state {
	if r.steps != nil {
		r.steps[i] = append(r.steps[i], Step{i, by, r.doc.Tokens[i].Relation, rule, true})
	}
	return s
}

// add returns the state of a token to which its own word, or another that hangs on it, adds something.
func (r *reading) add(i, by int, s state, sig signature) state {
	if r.steps != nil {
		r.steps[i] = append(r.steps[i], Step{i, by, r.doc.Tokens[by].Relation, sig.rule, false})
	}
	return s.under(sig)
}
