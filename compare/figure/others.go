package figure

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"rashomon"
	"rashomon/digest"
)

// addsToNamed reports whether a figure of others stands beside somebody named to whom the same happened: "they took the
// chairman, and forty others".
func (r *reader) addsToNamed(q *digest.Quantity) bool {
	c := r.clauseOf(q)
	if c == nil {
		return false
	}
	words := split(r.d.Text[c.Extent.Start:max(c.Extent.Start, q.Extent.Start)])
	return len(words) > 0 && words[len(words)-1] == "and" && slices.ContainsFunc(c.Roles, r.isNamedPerson)
}

// clauseOf returns the clause that a figure stands in, or nil.
func (r *reader) clauseOf(q *digest.Quantity) *digest.Clause {
	for _, i := range r.clausesIn[q.Sentence] {
		if r.d.Clauses[i].Extent == q.Clause {
			return &r.d.Clauses[i]
		}
	}
	return nil
}

// isNamedPerson reports whether an object, or a subject in the passive, is somebody with a name.
func (r *reader) isNamedPerson(role digest.Role) bool {
	if role.Relation != "obj" && role.Relation != "nsubj:pass" {
		return false
	}
	first, _ := utf8.DecodeRuneInString(r.d.Quote(role.Extent))
	return role.Quantity == rashomon.None && unicode.IsUpper(first)
}
