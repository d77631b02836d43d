package attribution

import "rashomon"

// isTold reports whether a verb tells somebody to do something, so that only what they are to do is its content.
func (r *reading) isTold(i int) bool { return inClass("told", r.lemma(i)) }

// ordered returns what somebody is asked to do, with whoever is asked, unless the verb tells them.
func (r *reading) ordered(i int, object, clause rashomon.Span) spans {
	if r.isTold(i) && clause.Start > i {
		return single(clause)
	}
	return single(object).with(clause)
}

// objectComplements returns what a verb says with an object: the object, it and a predicate, it and a clause, it and a
// phrase.
func (r *reading) objectComplements(i, head int, object rashomon.Span) []complement {
	var out []complement
	for child := range r.tree.Dependents(head) {
		if child > head && r.tree.Is(child, "acl") && r.isInfinitive(child) && r.tree.Head(head) == i {
			out = append(out, complement{frame: frameOrder, content: r.ordered(i, object, r.tree.Span(child))})
		}
	}
	for child := range r.tree.Dependents(i) {
		content := single(object).with(r.tree.Span(child))
		switch {
		case r.tree.Is(child, "xcomp") && r.isInfinitive(child):
			out = append(out, complement{frame: frameOrder | frameInfinitive, content: r.ordered(i, object, r.tree.Span(child))})
		case r.tree.Is(child, "advcl") && r.isInfinitive(child) && r.tree.Span(child).Start == object.End:
			out = append(out, complement{frame: frameOrder, content: r.ordered(i, object, r.tree.Span(child))})
		case r.tree.Is(child, "xcomp") && r.marker(child) == "as":
			out = append(out, complement{frame: frameAs, content: content})
		case r.tree.Is(child, "xcomp"):
			out = append(out, complement{frame: framePredicate, content: content})
		case r.tree.Is(child, "obl") && r.marker(child) == "as":
			out = append(out, complement{frame: frameAs, content: content})
		case r.tree.Is(child, "obl") && !r.timed[child], r.tree.Is(child, "advcl"):
			out = append(out, complement{frame: objectFrame(r.marker(child)), content: content})
		}
	}
	for i := object.Start; i < object.End; i++ {
		if r.tree.Is(i, "nmod") || r.tree.Is(i, "acl") {
			out = append(out, complement{frame: objectFrame(r.marker(i)), content: single(object)})
		}
	}
	if last := r.asPhrase(object.End); last > object.End {
		out = append(out, complement{frame: frameAs, content: single(rashomon.Span{Start: object.Start, End: last})})
	}
	if predicate := r.withPredicate(object, i); predicate != object || r.quotesWithin(object) {
		out = append(out, complement{frame: framePredicate, content: single(predicate)})
	}
	return append(out, complement{frame: frameObject, content: single(r.withClause(object, i))})
}

// asPhrase returns the end of a phrase of "as" that begins at a token, whatever it hangs on, or 0.
func (r *reading) asPhrase(i int) int {
	if i >= len(r.words) || r.words[i] != "as" || r.tree.Head(i) < i {
		return 0
	}
	return r.tree.Span(r.tree.Head(i)).End
}

// naming returns somebody with what they are called: two objects, "called him a liar", or an object with a quotation behind it.
func (r *reading) naming(i int) []complement {
	start := r.verbGroup(i, i).End
	if first := r.tree.Dependent(i, "iobj"); first > i {
		if second := r.tree.Dependent(i, "obj"); second > first {
			return []complement{{frame: framePredicate, content: single(r.tree.Span(first)).with(r.tree.Span(second))}}
		}
	}
	end := min(r.sentence(i).End, start+longestSpeaker)
	for j := start + 1; j < end && !r.isBorder(j); j++ {
		if r.opensQuotation(j) && r.quoted[i] == rashomon.None {
			return []complement{{frame: framePredicate, content: single(rashomon.Span{Start: start, End: r.quotations[r.quoted[j]].span.End})}}
		}
	}
	return nil
}

// quotesWithin reports whether a quotation begins within a phrase and ends it: "the vote 'a comedy'".
func (r *reading) quotesWithin(object rashomon.Span) bool {
	q := r.quoted[object.End-1]
	return q != rashomon.None && r.quotations[q].span.Start > object.Start
}

// withPredicate adds to an object all right behind it that hangs on the verb, up to a comma, a joined clause or a time: what
// it is called, whatever the tree takes that for.
func (r *reading) withPredicate(object rashomon.Span, verb int) rashomon.Span {
	for child := range r.tree.Dependents(verb) {
		span := r.tree.Span(child)
		if span.Start != object.End || child < verb {
			continue
		}
		isPhrase := r.tree.Is(child, "obl") && (r.marker(child) == "" || r.quoted[child] != r.quoted[verb])
		if r.tree.Is(child, "obj") || isPhrase || r.tree.Is(child, "xcomp") || r.tree.Is(child, "advmod") && !r.timed[child] {
			object.End = span.End
		}
	}
	return object
}

// withClause adds to an object the clause right behind it that the tree has on the verb, where the verb takes none: "her plan
// to end the war", "the leader losing ground".
func (r *reading) withClause(object rashomon.Span, verb int) rashomon.Span {
	for child := range r.tree.Dependents(verb) {
		if r.tree.Is(child, "xcomp") && r.tree.Span(child).Start == object.End {
			object.End = r.tree.Span(child).End
		}
	}
	return object
}

// prepositional returns the phrases that stand behind a verb with a preposition, which then belongs to the cue.
func (r *reading) prepositional(i int) []complement {
	var out []complement
	order := r.order(i)
	for child := range r.tree.Dependents(i) {
		if child < i || !r.tree.Is(child, "obl") && !r.tree.Is(child, "advcl") {
			continue
		}
		marker := r.tree.Dependent(child, "case", "mark")
		if marker == rashomon.None {
			continue
		}
		if order != rashomon.None && order > child {
			content := single(r.tree.Span(child)).with(r.tree.Span(order)).without(rashomon.Span{Start: marker, End: marker + 1})
			out = append(out, complement{frame: frameOrder, content: content})
		}
		c := complement{frame: prepositionFrame(r.words[marker]), content: single(r.tree.Span(child)).without(rashomon.Span{Start: marker, End: marker + 1})}
		if marker <= i+2 {
			c.cueEnd = marker + 1
		}
		out = append(out, c)
	}
	return out
}

// order returns the last to-clause of a verb, which may be what somebody behind a preposition shall do: "called on the army to
// withdraw"; or None.
func (r *reading) order(i int) int {
	found := rashomon.None
	for child := range r.tree.Dependents(i) {
		if (r.tree.Is(child, "advcl") || r.tree.Is(child, "xcomp")) && r.isInfinitive(child) {
			found = child
		}
	}
	return found
}
