package petrarch

import "rashomon"

// codeSequence codes a sentence with patterns of the first version: verb after verb, each with the words before it and
// those of its phrase. The phrase of a verb that is coded is not looked at again.
func (s *sentence) codeSequence() []coded {
	var out []coded
	for token := s.span.Start; token < s.span.End; token++ {
		if !s.isVerb(token) || s.isDropped(token) {
			continue
		}
		end := s.phraseEnd(token)
		for _, v := range s.verbsAt(token) {
			if found, ok := s.codeVerb(v, end); ok {
				out = append(out, found...)
				token = end - 1
				break
			}
		}
	}
	return out
}

// phraseEnd returns the token at which the phrase of a verb ends: what stands after it and hangs below it, or below
// the verb that it completes, without what is coordinated with it or inserted.
func (s *sentence) phraseEnd(token int) int {
	end := token + 1
	for up := token; ; up = s.tree.Head(up) {
		limit := s.span.End
		for child := range s.tree.Dependents(up) {
			switch {
			case child < token:
			case s.is(child, "parataxis", "discourse") || s.is(child, "conj") && s.isVerb(child):
				limit = min(limit, max(token+1, s.tree.Span(child).Start))
			default:
				end = max(end, s.tree.Span(child).End)
			}
		}
		end = min(end, limit)
		if !s.is(up, "xcomp", "aux", "cop") || s.tree.Head(up) == rashomon.None {
			return end
		}
	}
}

// codeVerb codes one verb; ok is false where neither it nor a pattern has a code.
func (s *sentence) codeVerb(v foundVerb, end int) (out []coded, ok bool) {
	match := s.matchLinear(v, s.wordOf(end))
	what, at := v.code, []position{v.at}
	var source, target *mention
	if match != nil && !match.pattern.code.empty() {
		what, source, target = match.pattern.code, match.source, match.target
		at = append(at, match.pattern.at)
	}
	if what.empty() {
		return nil, false
	}
	if source == nil || target == nil {
		source, target = s.sides(v, end, source, target)
	}
	return s.bothWays(what, v.span, source, target, at), true
}

// bothWays makes the events of a code: what the source does, and what the target does at the same time.
func (s *sentence) bothWays(what code, trigger rashomon.Span, source, target *mention, at []position) []coded {
	var sources, targets []side
	if source != nil {
		sources = source.sides()
	}
	if target != nil {
		targets = target.sides()
	}
	var out []coded
	if what.active != "" {
		out = append(out, coded{sources, targets, what.active, trigger, at})
	}
	if what.passive != "" {
		out = append(out, coded{targets, sources, what.passive, trigger, at})
	}
	return out
}

// sides finds who does something and to whom, where the pattern does not say so: the subject, or the first that is
// spoken of before the verb, and the first that is spoken of after it. In the passive with an agent they change
// places.
func (s *sentence) sides(v foundVerb, end int, source, target *mention) (*mention, *mention) {
	if agent := s.passiveAgent(v.token); agent != nil && source == nil && target == nil {
		subject, _ := s.subject(v.token)
		return agent, subject
	}
	if source == nil {
		subject, start := s.subject(v.token)
		if source = subject; source == nil || source == target {
			source = s.firstMention(start, v.span.Start, target)
		}
	}
	if target == nil {
		target = s.firstMention(v.span.End, end, source)
	}
	return source, target
}

// passiveAgent returns who a passive verb says to have done it, or nil.
func (s *sentence) passiveAgent(token int) *mention {
	if s.tree.Dependent(token, "aux:pass", "nsubj:pass") == rashomon.None {
		return nil
	}
	for child := range s.tree.Dependents(token) {
		if s.is(child, "obl") && child > token && s.hasCase(child, classBy.words()...) {
			return s.mentionOf(child)
		}
	}
	return nil
}

// subject returns who is the subject of a verb, or where that is nobody or a pronoun of the nearest verb above; and
// from which token on somebody else may be meant, where the subject is nobody known.
func (s *sentence) subject(token int) (who *mention, start int) {
	for range s.span.Len() {
		for child := range s.tree.Dependents(token) {
			if !s.is(child, "nsubj", "csubj") || s.isDropped(child) || s.doc.Tokens[child].UPOS == "PRON" {
				continue
			}
			return s.mentionOf(child), s.tree.Span(child).Start
		}
		up := s.tree.Head(token)
		if up == rashomon.None {
			break
		}
		token = up
	}
	return nil, s.span.Start
}

// mentionOf returns the mention that a noun is, or the first below it.
func (s *sentence) mentionOf(token int) *mention {
	first := s.firstConjunct(s.nominal(token))
	for i := range s.mentions {
		if s.mentions[i].head == first {
			return &s.mentions[i]
		}
	}
	for i := range s.mentions {
		for up := s.mentions[i].head; up != rashomon.None && !s.isVerb(up); up = s.tree.Head(up) {
			if up == token {
				return &s.mentions[i]
			}
		}
	}
	return nil
}

// firstMention returns the first that is spoken of from one token to another, other than somebody with the same codes.
func (s *sentence) firstMention(start, end int, except *mention) *mention {
	for i := range s.mentions {
		m := &s.mentions[i]
		if m.span.Start >= start && m.span.Start < end && !m.isLike(except) {
			return m
		}
	}
	return nil
}

// isLike reports whether two mentions are the same one or have the same single code.
func (m *mention) isLike(other *mention) bool {
	if other == nil || m == other {
		return other != nil
	}
	return len(m.codes) == 1 && len(other.codes) == 1 && m.codes[0].code == other.codes[0].code
}
