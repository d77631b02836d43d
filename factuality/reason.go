package factuality

import (
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
}

// Why tells why the event of a trigger, whether or not it is among the events of the document, has its status.
func Why(doc *rashomon.Document, trigger rashomon.Span) Reason {
	r := newReading(doc)
	r.steps = map[int][]Step{}
	r.judgeTokens()
	token := r.triggerHead(trigger)
	reason := Reason{Status: r.states[token].status(), Statement: r.voices[token]}
	for at, last := token, 0; at != rashomon.None; at = last {
		last = rashomon.None
		steps := r.steps[at]
		for n := len(steps) - 1; n >= 0; n-- {
			reason.Steps = append(reason.Steps, steps[n])
			if steps[n].By == r.tree.Head(at) {
				last = steps[n].By
			}
		}
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

// follow returns the state of a token that another says something of by a signature.
func (r *reading) follow(i, by int, s state, sig signature) state {
	if sig.so == given && r.boundary(i, by) == borderCue {
		r.givens[r.voices[i]] = sig.rule
	}
	r.step(i, by, sig.rule)
	return s.under(sig)
}

// from returns the state of a token that follows from that of another by a construction.
func (r *reading) from(i, by int, s state, rule string) state {
	r.step(i, by, rule)
	return s
}

func (r *reading) note(i int, rule string) { r.step(i, i, rule) }

func (r *reading) step(i, by int, rule string) {
	if r.steps == nil {
		return
	}
	relation := r.doc.Tokens[by].Relation
	if by == r.tree.Head(i) {
		relation = r.doc.Tokens[i].Relation
	}
	r.steps[i] = append(r.steps[i], Step{i, by, relation, rule})
}
