package attribution

import (
	"slices"

	"rashomon"
)

// clauses returns the clauses below a verb, or a noun or adjective, that can be its content.
func (r *reading) clauses(i int) []complement {
	var out []complement
	hasObject := r.object(i) != rashomon.None
	for child := range r.tree.Dependents(i) {
		span := single(r.tree.Span(child))
		switch {
		case r.tree.Is(child, "ccomp") && r.isInfinitive(child) || r.tree.Is(child, "xcomp") && !hasObject && r.isInfinitive(child):
			if r.tree.Dependent(child, "nsubj") != rashomon.None {
				out = append(out, complement{frame: frameOrder, content: span})
			} else {
				out = append(out, complement{frame: frameInfinitive, content: span})
			}
		case r.tree.Is(child, "ccomp") && r.isGerund(child), r.tree.Is(child, "xcomp") && !hasObject && r.isGerund(child):
			out = append(out, complement{frame: frameGerund, content: span})
		case r.tree.Is(child, "ccomp"):
			out = append(out, complement{frame: frameClause, content: span})
		case r.tree.Is(child, "xcomp") && !hasObject:
			out = append(out, complement{frame: framePredicate, content: span})
		case r.tree.Is(child, "parataxis") && child > i && r.isClause(child) && !r.isCoordinated(child), r.tree.Is(child, "advcl") && child > i && r.isReported(child):
			out = append(out, complement{frame: frameClause, content: span})
		case r.tree.Is(child, "advcl:relcl") && r.tree.Span(child).Start >= i && r.followsQuestionWord(child, i):
			out = append(out, complement{frame: frameClause, content: single(rashomon.Span{Start: i + 1, End: r.tree.Span(child).End})})
		case r.tree.Is(child, "advcl") && r.tree.Span(child).Start == i+1 && r.isInfinitive(child):
			out = append(out, complement{frame: frameInfinitive, content: span})
		}
	}
	out = append(out, r.hungClauses(i)...)
	return slices.Concat(r.seeming(i), out)
}

// isCoordinated reports whether a clause begins with "yet", "but" and their like, and so stands beside the verb and not in it.
func (r *reading) isCoordinated(clause int) bool {
	return r.doc.Tokens[r.tree.Span(clause).Start].UPOS == "CCONJ"
}

// seeming returns what something seems to be: the subject and the clause.
func (r *reading) seeming(i int) []complement {
	clause := r.tree.Dependent(i, "xcomp")
	if clause == rashomon.None {
		return nil
	}
	return []complement{{frame: frameSeeming, content: r.subjectOf(i).with(r.tree.Span(clause)), nobody: true}}
}

// followsQuestionWord reports whether a clause stands behind a question word that stands right behind a verb: "asked why ...".
func (r *reading) followsQuestionWord(clause, verb int) bool {
	return clause > verb+1 && inClass("complementizer", r.words[verb+1]) && r.tree.Span(clause).Start <= verb+2
}

// hungClauses returns the clauses of "that", "whether" or a question word that the tree hangs on whoever is told, or on the
// time of telling: "told reporters that ...", "said on Monday that ...", "asked the guard where ...".
func (r *reading) hungClauses(i int) []complement {
	var out []complement
	for child := range r.tree.Dependents(i) {
		isTold := (r.tree.Is(child, "obj") || r.tree.Is(child, "iobj")) && r.takesAddressee(i)
		if child < i || !isTold && !r.tree.Is(child, "obl") {
			continue
		}
		for clause := range r.tree.Dependents(child) {
			if clause > child && r.tree.Is(clause, "acl") && (r.isReported(clause) || r.isBare(clause, i)) {
				out = append(out, complement{frame: frameClause, content: single(r.tree.Span(clause))})
			}
		}
	}
	return out
}

// isReported reports whether a clause begins with a word that makes it a content: a conjunction that is not its subject or
// object, as a relative pronoun would be, or a question word.
func (r *reading) isReported(clause int) bool {
	first := r.tree.Span(clause).Start
	for first < clause && r.doc.Tokens[first].UPOS == "PUNCT" {
		first++
	}
	if !inClass("complementizer", r.words[first]) || r.words[first] == "when" && r.tree.Is(clause, "advcl") {
		return false
	}
	return r.tree.Is(first, "mark") || r.doc.Tokens[first].XPOS == "WRB" || r.words[first] == "what"
}

// isBare reports whether a clause that hangs on whoever is told has a subject of its own and no relative pronoun: "told the
// agency the soldiers had left".
func (r *reading) isBare(clause, verb int) bool {
	subject := r.tree.Dependent(clause, "nsubj")
	return r.takesAddressee(verb) && subject != rashomon.None && !r.isRelative(subject) &&
		r.tree.Dependent(clause, "mark") == rashomon.None
}

// takesAddressee reports whether the object of a verb is whoever is told.
func (r *reading) takesAddressee(i int) bool {
	lines, _ := r.verbEntry(i)
	return slices.ContainsFunc(lines, func(e entry) bool { return e.frames.has(frameAddressee) })
}
