package attribution

import "rashomon"

// ofAgent returns what hangs on the doer of a passive but belongs to the deed: "was accused by prosecutors of ...".
func (r *reading) ofAgent(i int, subject rashomon.Span) []complement {
	agent := r.agent(i)
	if agent == rashomon.None {
		return nil
	}
	var out []complement
	for child := range r.tree.Dependents(agent) {
		if child > agent && (r.tree.Is(child, "nmod") || r.tree.Is(child, "acl")) {
			out = append(out, complement{frame: objectFrame(r.marker(child)), content: single(r.tree.Span(child)).with(subject)})
		}
	}
	return out
}

// passiveComplements returns what is said of the subject of a passive, and what somebody is told.
func (r *reading) passiveComplements(i int) []complement {
	subject := r.passiveSubject(i)
	var out []complement
	for child := range r.tree.Dependents(i) {
		clause := single(r.tree.Span(child))
		switch {
		case r.tree.Is(child, "ccomp"), r.tree.Is(child, "csubj"):
			out = append(out, complement{frame: frameClause, content: clause, nobody: true})
		case r.tree.Is(child, "advcl") && r.isReported(child):
			out = append(out, complement{frame: frameClause, content: clause, nobody: true})
		case r.tree.Is(child, "xcomp") && r.isTold(i):
			out = append(out, complement{frame: frameOrder, content: clause, nobody: true})
		case r.tree.Is(child, "xcomp"):
			out = append(out, complement{
				frame:   frameOrder | frameInfinitive | framePredicate | frameClause,
				content: clause.with(subject), nobody: true,
			})
		case r.tree.Is(child, "obl") && r.marker(child) == "as":
			out = append(out, complement{frame: frameAs, content: clause.with(subject), nobody: true})
		case r.tree.Is(child, "obl") && r.marker(child) != "by", r.tree.Is(child, "advcl"):
			out = append(out, complement{frame: objectFrame(r.marker(child)), content: clause.with(subject), nobody: true})
		}
	}
	for _, c := range append(r.hungClauses(i), r.ofAgent(i, subject)...) {
		c.nobody = true
		out = append(out, c)
	}
	if predicate := r.withPredicate(rashomon.Span{Start: i, End: i + 1}, i); !subject.Empty() && predicate.Len() > 1 {
		content := single(subject).with(rashomon.Span{Start: i + 1, End: predicate.End})
		out = append(out, complement{frame: framePredicate, content: content, nobody: true})
	}
	if !subject.Empty() {
		out = append(out, complement{frame: frameObject, content: single(subject), nobody: true})
	}
	for _, c := range r.prepositional(i) {
		c.nobody = true
		out = append(out, c)
	}
	return out
}
