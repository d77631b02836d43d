package event

import (
	"fmt"
	"strings"

	"rashomon"
)

// A Reason tells why an event was found.
type Reason struct {
	Sense string // the line of the lexicon, and what it means
	Next  string // the next best reading of the word, "" where there is none
	Roles []RoleReason
}

// A RoleReason tells why an entity takes part in an event.
type RoleReason struct {
	Entity int
	Actor  bool
	Path   string // through the tree: `bombed <-nsubj- jets <-compound- NATO`
}

// Why tells why this version finds an event, given by its index in a document that Find has filled.
func Why(doc *rashomon.Document, event int) Reason {
	r := newReading(doc)
	r.find()
	e := doc.Events[event]
	head := r.tree.HeadOf(e.Trigger)
	reason := Reason{Sense: e.Rule, Next: r.next(head)}
	if at, found := r.draftsByHead()[head]; found {
		d := r.drafts[at]
		reason.Sense = d.rule + ": " + coding{typ: d.typ, mode: d.mode}.String()
	}
	for _, actor := range e.Actors {
		reason.Roles = append(reason.Roles, RoleReason{actor, true, r.path(head, actor)})
	}
	for _, recipient := range e.Recipients {
		reason.Roles = append(reason.Roles, RoleReason{recipient, false, r.path(head, recipient)})
	}
	return reason
}

// next returns the line of the lexicon that would be taken for a word if the one that was had not been there, or "".
func (r *reading) next(head int) string {
	taken := false
	for _, s := range r.candidates(head) {
		if taken && r.fits(head, s) {
			return fmt.Sprintf("%s: %s", s.rule, s.coding)
		}
		taken = taken || s == r.senseOf(head)
	}
	return ""
}

// String returns a coding as the data files write it.
func (c coding) String() string {
	switch {
	case c.typ == "":
		return "none"
	case c.threat != "":
		return c.typ + " or " + c.threat
	}
	return strings.TrimSpace(c.typ + " " + c.mode)
}

// path returns the shortest way through the tree from a word to a mention of an entity, or "" where there is none in the
// sentence.
func (r *reading) path(from, entity int) string {
	steps := map[int]string{from: r.doc.Quote(r.doc.Tokens[from].Extent)}
	for queue := []int{from}; len(queue) > 0; queue = queue[1:] {
		at := queue[0]
		if at != from && r.entity(at) == entity {
			return steps[at]
		}
		visit := func(next int, step string) {
			if _, seen := steps[next]; !seen {
				steps[next] = steps[at] + step + r.doc.Quote(r.doc.Tokens[next].Extent)
				queue = append(queue, next)
			}
		}
		for child := range r.tree.Dependents(at) {
			visit(child, " <-"+r.doc.Tokens[child].Relation+"- ")
		}
		if head := r.tree.Head(at); head != rashomon.None {
			visit(head, " -"+r.doc.Tokens[at].Relation+"-> ")
		}
	}
	return ""
}
