package attribution

import (
	"rashomon"
)

func newReading(doc *rashomon.Document) *reading {
	r := &reading{
		doc: doc, tree: doc.Tree(), words: make([]string, len(doc.Tokens)), quoted: make([]int, len(doc.Tokens)),
		mentions: headMentions(doc), named: namedEntities(doc), timed: make([]bool, len(doc.Tokens)),
		speakers: map[int]int{},
	}
	for i, token := range doc.Tokens {
		r.words[i], r.quoted[i] = fold(doc.Quote(token.Extent)), rashomon.None
	}
	for _, timex := range doc.Timexes {
		for i := timex.Span.Start; i < timex.Span.End; i++ {
			r.timed[i] = true
		}
	}
	r.findQuotations()
	r.count()
	r.spokenOf = r.entitiesSpokenOf()
	return r
}

func (r *reading) lemma(i int) string { return fold(r.doc.Tokens[i].Lemma) }

// isPassive reports whether a verb is in the passive voice, or a participle behind a noun.
func (r *reading) isPassive(i int) bool {
	if r.doc.Tokens[i].XPOS != "VBN" {
		return false
	}
	if r.tree.Dependent(i, "nsubj:pass", "aux:pass", "csubj:pass") != rashomon.None {
		return true
	}
	if r.tree.Is(i, "conj") && r.tree.Dependent(i, "nsubj", "aux") == rashomon.None {
		return r.isPassive(r.tree.Head(i))
	}
	return r.tree.Dependent(i, "nsubj", "aux") == rashomon.None
}

// passiveSubject returns the phrase that a passive is about: its subject, or the noun that a participle stands behind.
func (r *reading) passiveSubject(i int) rashomon.Span {
	if subject := r.tree.Dependent(i, "nsubj:pass", "nsubj"); subject != rashomon.None {
		if r.isRelative(subject) && r.tree.Is(i, "acl") {
			return rashomon.Span{Start: subject, End: subject + 1}
		}
		return r.tree.Span(subject)
	}
	head := r.tree.Head(i)
	switch {
	case head == rashomon.None:
		return rashomon.Span{}
	case r.tree.Is(i, "conj"):
		return r.passiveSubject(head)
	case r.tree.Is(i, "acl"):
		return r.antecedentSpan(head, i)
	case r.tree.Is(i, "xcomp"):
		return first(r.subjectOf(head))
	}
	return rashomon.Span{}
}

func first(all spans) rashomon.Span {
	if len(all) == 0 {
		return rashomon.Span{}
	}
	return all[0]
}

// subjectOf returns the phrase of a verb's subject, or nothing.
func (r *reading) subjectOf(i int) spans {
	subject := r.subject(i)
	if subject == rashomon.None || r.words[subject] == "it" && r.tree.Is(subject, "expl") {
		return nil
	}
	return single(r.tree.Span(subject))
}

// object returns the token that heads what a verb is about, or None.
func (r *reading) object(i int) int {
	for child := range r.tree.Dependents(i) {
		if r.tree.Is(child, "obj") && !(r.isRelative(child) && child < i) && !r.isInverted(i, child) {
			return child
		}
	}
	return rashomon.None
}

// isInverted reports whether what the tree has as the object of a verb of speech is its subject: "..., said the mayor."
func (r *reading) isInverted(verb, object int) bool {
	if object < verb || r.tree.Dependent(verb, "nsubj", "nsubj:pass") != rashomon.None || verb == 0 {
		return false
	}
	before := r.verbGroup(verb, verb).Start - 1
	return before >= 0 && r.doc.Tokens[before].UPOS == "PUNCT" && r.isFinite(verb) && r.hasClauseFrame(verb)
}

func (r *reading) hasClauseFrame(verb int) bool {
	lines, _ := r.verbEntry(verb)
	_, found := takesQuotation(lines)
	return found
}

func (r *reading) isFinite(i int) bool {
	switch r.doc.Tokens[i].XPOS {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	for child := range r.tree.Dependents(i) {
		if r.tree.Is(child, "aux") {
			return true
		}
	}
	return false
}

// isRelative reports whether a token is a relative pronoun.
func (r *reading) isRelative(i int) bool {
	switch r.doc.Tokens[i].XPOS {
	case "WP", "WDT":
		return true
	}
	return false
}

// isInfinitive reports whether a verb, or what stands with a copula, has "to" before it.
func (r *reading) isInfinitive(i int) bool {
	for child := range r.tree.Dependents(i) {
		if child < i && r.tree.Is(child, "mark") && r.words[child] == "to" {
			return true
		}
	}
	return false
}

func (r *reading) isGerund(i int) bool {
	return r.doc.Tokens[i].XPOS == "VBG" && r.tree.Dependent(i, "aux", "nsubj", "mark") == rashomon.None
}

// isClause reports whether a token heads a clause with a verb of its own.
func (r *reading) isClause(i int) bool {
	upos := r.doc.Tokens[i].UPOS
	return upos == "VERB" || upos == "AUX" || r.tree.Dependent(i, "cop", "nsubj", "csubj") != rashomon.None
}

// marker returns the preposition or conjunction before a phrase or clause, in lower case, or "".
func (r *reading) marker(i int) string {
	if marker := r.tree.Dependent(i, "case", "mark"); marker != rashomon.None {
		return r.words[marker]
	}
	return ""
}

// antecedent returns the noun that a verb's clause is a relative clause of, when the verb, or what it depends on as a
// to-clause, has a gap for it: "the plan that he proposed", "the troops they wanted to send".
func (r *reading) antecedent(i int) int {
	for range longestGap {
		if r.tree.Is(i, "acl:relcl") {
			if subject := r.tree.Dependent(i, "nsubj"); subject == rashomon.None || r.isRelative(subject) {
				return rashomon.None
			}
			return r.tree.Head(i)
		}
		if !r.tree.Is(i, "xcomp") {
			return rashomon.None
		}
		i = r.tree.Head(i)
	}
	return rashomon.None
}

// longestGap is how many to-clauses may stand between a relative clause and its gap.
const longestGap = 3

// antecedentSpan returns the phrase of a noun up to a clause behind it.
func (r *reading) antecedentSpan(noun, clause int) rashomon.Span {
	span := r.tree.Span(noun)
	if preposition := r.tree.Dependent(noun, "case"); preposition != rashomon.None && preposition < noun {
		span.Start = max(span.Start, r.tree.Span(preposition).End)
	}
	for clause != noun && r.tree.Head(clause) != noun {
		clause = r.tree.Head(clause)
	}
	if start := r.tree.Span(clause).Start; start > noun {
		span.End = min(span.End, start)
		for span.End > noun+1 && (r.isRelative(span.End-1) || r.words[span.End-1] == "that") {
			span.End--
		}
	}
	return span
}

// clauseHead returns the head of the clause that a token stands in.
func (r *reading) clauseHead(i int) int {
	for {
		head := r.tree.Head(i)
		if head == rashomon.None || r.isClause(i) && !r.tree.Is(i, "amod") && !r.tree.Is(i, "compound") {
			return i
		}
		i = head
	}
}
