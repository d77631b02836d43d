package petrarch

import (
	"slices"
	"strings"

	"rashomon"
)

// An act is an event while it is put together: it may hold another, as "said" holds what was said.
type act struct {
	sources, targets []side
	inner            *act // instead of targets
	meaning          meaning
	back             meaning // what the targets do to the sources at the same time
	trigger          rashomon.Span
	at               []position
}

// depthLimit is how deep clauses may stand in each other; deeper ones are not coded.
const depthLimit = 12

// codeClauses codes a sentence with patterns of the second version: from its highest verb down, each verb with what is
// coded below it.
func (s *sentence) codeClauses() []coded {
	var out []coded
	for token := s.span.Start; token < s.span.End; token++ {
		if s.tree.Head(token) == rashomon.None || s.isApart(token) {
			for _, a := range s.acts(token, 0) {
				out = append(out, a.coded()...)
			}
		}
	}
	return out
}

// isApart reports whether a clause stands beside the one it hangs on: inserted, or before the verb that reports it.
func (s *sentence) isApart(token int) bool {
	if !s.isVerb(token) {
		return false
	}
	return s.is(token, "parataxis") || s.is(token, "ccomp") && token < s.tree.Head(token)
}

// coded makes the events of an act that has both sides, or one where monads are allowed. Several who cooperate without
// anybody else do so with each other.
func (a act) coded() []coded {
	text := a.meaning.text()
	if a.inner != nil {
		return nil
	}
	var out []coded
	if text != "" {
		targets := a.targets
		if len(a.sources) > 1 && len(targets) == 0 && text >= "03" && text < "07" {
			targets = a.sources
		}
		out = append(out, coded{a.sources, targets, text, a.trigger, a.at})
	}
	if back := a.back.text(); back != "" {
		out = append(out, coded{a.targets, a.sources, back, a.trigger, a.at})
	}
	return out
}

// acts codes a clause: its verb and those coordinated with it, each with the subject of the first where it has none.
func (s *sentence) acts(token, depth int) []act {
	if depth > depthLimit || s.isDropped(token) {
		return nil
	}
	if main := s.mistaken(token); main != rashomon.None {
		return s.acts(main, depth+1)
	}
	out := s.actsOf(token, depth)
	for child := range s.tree.Dependents(token) {
		if s.is(child, "conj") && s.isVerb(child) {
			out = append(out, s.acts(child, depth+1)...)
		}
	}
	return out
}

// mistaken returns the verb of a sentence whose parser took the participle that describes its subject for the verb: in "a
// report released on Monday claimed that ..." it makes "released" the root, and "claimed" an adverbial clause without
// conjunction and subject. It is None where the verb is the verb.
func (s *sentence) mistaken(token int) int {
	if s.doc.Tokens[token].XPOS != "VBN" || s.tree.Dependent(token, "aux") != rashomon.None {
		return rashomon.None
	}
	for child := range s.tree.Dependents(token) {
		finite := s.doc.Tokens[child].XPOS == "VBD" || s.doc.Tokens[child].XPOS == "VBN"
		if child > token && s.is(child, "advcl") && finite && s.tree.Dependent(child, "mark", "nsubj") == rashomon.None &&
			s.tree.Dependent(child, "ccomp") != rashomon.None {
			return child
		}
	}
	return rashomon.None
}

// actsOf codes one verb: alone, with its objects, or with the clauses that complete it.
func (s *sentence) actsOf(token, depth int) []act {
	if s.tree.Dependent(token, "expl") != rashomon.None {
		if subject := s.tree.Dependent(token, "nsubj"); subject != rashomon.None {
			return s.clausesOn(subject, depth)
		}
	}
	base, s := s.verbAct(token)
	if s.isPassive(token) || base.meaning.empty() && !base.back.empty() {
		return s.passiveActs(base, token, depth)
	}
	if base.sources == nil {
		base.sources = s.subjectSides(token)
	}
	controls := s.controls(token) && base.meaning.digits < firstPurpose
	inner := s.complements(token, depth, controls)
	if base.targets == nil && !controls {
		base.targets = s.objectSides(token)
	}
	if len(base.targets) > 0 && (len(inner) == 0 || !controls) {
		return []act{base}
	}
	if len(inner) == 0 {
		if base.meaning.empty() && !s.is(token, "ccomp") {
			return s.adverbials(token, depth)
		}
		return []act{base} // in a complement, that somebody is spoken of may be enough
	}
	var out []act
	for _, a := range inner {
		out = append(out, s.within(base, a))
	}
	return out
}

// verbAct returns what the dictionary has for a verb, and the sentence without the words of its pattern.
func (s *sentence) verbAct(token int) (act, *sentence) {
	out := act{trigger: rashomon.Span{Start: token, End: token + 1}}
	found := s.verbsAt(token)
	if !s.isVerb(token) || len(found) == 0 {
		return out, s
	}
	what, at, rest := found[0].code, []position{found[0].at}, s
	if match := s.matchTree(found[0]); match != nil {
		what, at, rest = match.pattern.code, append(at, match.pattern.at), s.without(match.tokens)
		if match.source != nil {
			out.sources = match.source.sides()
		}
		if match.target != nil {
			out.targets = match.target.sides()
		}
	}
	out.meaning, out.back, out.trigger, out.at = meaningOf(what.active), meaningOf(what.passive), found[0].span, at
	if s.isDenied(token) {
		out.meaning, out.back = out.meaning.deny(), meaning{}
	}
	return out, rest
}

// isDenied reports whether a verb is negated.
func (s *sentence) isDenied(token int) bool {
	for child := range s.tree.Dependents(token) {
		if s.is(child, "advmod") && classDenial.has(s.text(child)) {
			return true
		}
	}
	return false
}

// isPassive reports whether a verb is in the passive: with its auxiliary, or as a participle that describes a noun.
func (s *sentence) isPassive(token int) bool {
	if s.tree.Dependent(token, "aux:pass", "nsubj:pass") != rashomon.None {
		return true
	}
	return s.is(token, "acl") && !s.is(token, "acl:relcl") && s.doc.Tokens[token].XPOS == "VBN"
}

// passiveActs codes a verb in the passive: the agent stands after "by", "from" or "in", and the subject has it done to
// it. Where a clause completes it, the subject does what that says: "is scheduled to attend".
func (s *sentence) passiveActs(base act, token, depth int) []act {
	if base.meaning.empty() {
		base.meaning, base.back = base.back, meaning{}
	}
	subject := s.subjectSides(token)
	agents := s.obliqueSides(token, classBy.words()...)
	if inner := s.complements(token, depth, false); len(agents) == 0 && len(inner) > 0 {
		base.sources = subject
		var out []act
		for _, a := range inner {
			out = append(out, s.within(base, a))
		}
		return out
	}
	for _, preposition := range classPassiveSource.words() {
		if len(agents) == 0 {
			agents = s.obliqueSides(token, preposition)
		}
	}
	if base.sources == nil {
		base.sources = agents
	}
	if base.targets == nil {
		base.targets = subject
	}
	if len(base.targets) == 0 {
		base.targets = s.obliqueSides(token, classPassiveTarget.words()...)
	}
	return []act{base}
}

// within puts an act into the one of the verb above it. An act of nobody is done by the subject above; one of somebody
// else is held, and told by a transformation or, where it takes no stance itself, as done to its doer.
func (s *sentence) within(outer, inner act) act {
	if outer.meaning.empty() && len(outer.sources) == 0 {
		return inner
	}
	if len(inner.sources) == 0 && !s.wants(outer, inner) {
		return outer.done(inner)
	}
	out := outer
	out.inner, out.targets = &inner, nil
	if inner.inner != nil {
		return out
	}
	if told, ok := s.transformed(out); ok {
		return told
	}
	if len(inner.sources) == 0 {
		return outer.done(inner)
	}
	if len(outer.sources) > 0 && !outer.meaning.empty() && inner.meaning.digits < firstStance {
		out.inner, out.targets, out.meaning = nil, inner.sources, combine(outer.meaning, inner.meaning)
		out.at = slices.Concat(outer.at, inner.at)
	}
	return out
}

// done returns an act of nobody as done by the subject of the verb above it.
func (a act) done(inner act) act {
	inner.sources, inner.back = a.sources, meaning{} // what is planned or tried is told of one side
	inner.meaning = combine(a.meaning, inner.meaning)
	inner.at = slices.Concat(a.at, inner.at)
	return inner
}

// wants reports whether a transformation may tell of an act of nobody in another: "wants to attack".
func (s *sentence) wants(outer, inner act) bool {
	outer.inner = &inner
	_, ok := s.transformed(outer)
	return ok
}

// complements codes the clauses that complete a verb. Where the verb controls them, its object does what they say.
func (s *sentence) complements(token, depth int, controls bool) []act {
	var out []act
	for child := range s.tree.Dependents(token) {
		if !s.is(child, "ccomp", "xcomp") || s.isApart(child) || !s.isVerb(child) && s.is(child, "xcomp") {
			continue
		}
		for _, a := range s.acts(child, depth+1) {
			if s.is(child, "xcomp") && len(a.sources) == 0 && controls {
				a.sources = s.objectSides(token)
			}
			out = append(out, a)
		}
	}
	return out
}

// firstPurpose is the smallest number of a stance (data/cameo.txt) whose clause with an object is a purpose: somebody is met,
// forced or searched so that something be done; asked and promised it is done by whom one asks.
const firstPurpose = 0x8000

// controls reports whether the object of a verb does what its complement says: "asked them to go".
func (s *sentence) controls(token int) bool {
	object := s.tree.Dependent(token, "obj", "iobj")
	if object == rashomon.None {
		return false
	}
	complement := s.tree.Dependent(token, "xcomp", "ccomp")
	return complement > object && s.isVerb(complement)
}

// adverbials codes the adverbial clauses of a verb that has no code.
func (s *sentence) adverbials(token, depth int) []act {
	var out []act
	for child := range s.tree.Dependents(token) {
		if s.is(child, "advcl") && s.isVerb(child) {
			out = append(out, s.acts(child, depth+1)...)
		}
	}
	return out
}

// clausesOn codes the participles that say what happened to a noun: "there were soldiers killed".
func (s *sentence) clausesOn(token, depth int) []act {
	var out []act
	for child := range s.tree.Dependents(token) {
		if s.is(child, "acl") && s.isPassive(child) {
			out = append(out, s.acts(child, depth+1)...)
		}
	}
	return out
}

// subjectSides returns who the subject of a verb is. A pronoun is who the subject of a verb above is, the subject of a
// participle the noun that it describes; a verb that only goes on with another has that one's.
func (s *sentence) subjectSides(token int) []side {
	for child := range s.tree.Dependents(token) {
		if !s.is(child, "nsubj") {
			continue
		}
		if s.doc.Tokens[child].UPOS == "PRON" {
			return s.sidesAbove(token)
		}
		return s.nounSides(child)
	}
	switch {
	case s.is(token, "conj") && s.isVerb(s.tree.Head(token)):
		return s.subjectSides(s.tree.Head(token))
	case s.is(token, "acl"):
		return s.nounSides(s.tree.Head(token))
	case s.is(token, "advcl") && s.mistaken(s.tree.Head(token)) == token:
		head := s.tree.Head(token)
		if sides := s.subjectSides(head); len(sides) > 0 {
			return sides
		}
		return s.objectSides(head)
	}
	return nil
}

// sidesAbove returns who a pronoun that is the subject of a verb stands for: the noun of a relative clause, or the
// nearest subject above.
func (s *sentence) sidesAbove(token int) []side {
	for up := token; s.tree.Head(up) != rashomon.None; {
		relative := s.is(up, "acl:relcl")
		up = s.tree.Head(up)
		if relative && !s.isVerb(up) {
			return s.nounSides(up)
		}
		subject := s.tree.Dependent(up, "nsubj")
		if subject != rashomon.None && subject < token && s.doc.Tokens[subject].UPOS != "PRON" {
			return s.nounSides(subject)
		}
	}
	return nil
}

// objectSides returns to whom something is done: the object or, where that is nobody, the first of what stands behind
// prepositions.
func (s *sentence) objectSides(token int) []side {
	for child := range s.tree.Dependents(token) {
		if s.is(child, "obj", "iobj") && s.doc.Tokens[child].UPOS != "PRON" {
			if sides := s.nounSides(child); len(sides) > 0 {
				return s.placed(sides, token)
			}
		}
	}
	if s.isReporting(token) {
		return nil
	}
	return s.firstOblique(token)
}

// firstOblique returns who stands behind the first preposition after a verb with which somebody does.
func (s *sentence) firstOblique(token int) []side {
	for child := range s.tree.Dependents(token) {
		if s.is(child, "obl") && child > token {
			if sides := s.nounSides(child); len(sides) > 0 {
				return sides
			}
		}
	}
	return nil
}

// isReporting reports whether a verb only tells who says the rest of the sentence: then nothing is done where it is
// said.
func (s *sentence) isReporting(token int) bool {
	if s.is(token, "parataxis") {
		return true
	}
	complement := s.tree.Dependent(token, "ccomp")
	return complement != rashomon.None && complement < token
}

// placed gives agents of nobody the actor that stands with them behind a preposition: "received ministers from Velm".
func (s *sentence) placed(sides []side, token int) []side {
	from := s.firstOblique(token)
	if len(from) == 0 || strings.HasPrefix(from[0].code, nullCode) {
		return sides
	}
	out := slices.Clone(sides)
	for i := range out {
		if bare, found := strings.CutPrefix(out[i].code, nullCode); found {
			out[i].code = withAgent(from[0].code, agent{code: bare})
			out[i].at = slices.Concat(out[i].at, from[0].at)
		}
	}
	return out
}

// obliqueSides returns who stands with a verb behind one of some prepositions.
func (s *sentence) obliqueSides(token int, prepositions ...string) []side {
	for child := range s.tree.Dependents(token) {
		if s.is(child, "obl") && s.hasCase(child, prepositions...) {
			if sides := s.nounSides(child); len(sides) > 0 {
				return sides
			}
		}
	}
	return nil
}

// nounSides returns who a noun phrase speaks of: the mention that it is, or the first below it, or in a clause on it.
func (s *sentence) nounSides(token int) []side {
	if m := s.mentionOf(token); m != nil {
		return m.sides()
	}
	span := s.tree.Span(token)
	for _, m := range s.mentions {
		if m.head > token && m.head < span.End {
			return m.sides()
		}
	}
	return nil
}
