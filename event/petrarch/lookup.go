package petrarch

import (
	"slices"
	"strings"

	"rashomon"
)

// A found verb is an entry of the dictionary at a verb of a sentence, with all tokens that belong to it.
type foundVerb struct {
	*verb
	token  int
	span   rashomon.Span
	tokens []int // further words of it
}

// verbsAt returns the entries for a verb, those of the most words first: by the form in the text or, where that is no
// form of any, by the lemma.
func (s *sentence) verbsAt(token int) []foundVerb {
	last := s.wordOf(token+1) - 1
	if last < s.wordOf(token) {
		return nil
	}
	entries := s.dictionary.verbs[s.words[last].text]
	if len(entries) == 0 {
		entries = s.dictionary.verbs[strings.ToUpper(s.doc.Tokens[token].Lemma)]
	}
	var out []foundVerb
	for _, entry := range entries {
		if found, ok := s.complete(entry, token, last); ok {
			out = append(out, found)
		}
	}
	slices.SortStableFunc(out, func(a, b foundVerb) int { return b.words() - a.words() })
	return out
}

func (v *verb) words() int { return len(v.before) + len(v.after) }

// complete finds the further words of a verb: those before it right before, those after it right after or hanging on
// it.
func (s *sentence) complete(entry *verb, token, last int) (foundVerb, bool) {
	found := foundVerb{verb: entry, token: token, span: rashomon.Span{Start: token, End: token + 1}}
	for i := range entry.before {
		at := s.wordOf(token) - 1 - i
		if last > s.wordOf(token) {
			at = last - 1 - i
		}
		if at < 0 || s.words[at].text != entry.before[len(entry.before)-1-i] {
			return found, false
		}
		found.add(s.words[at].token)
	}
	for _, text := range entry.after {
		at := s.particle(token, text, last+1)
		if at == rashomon.None {
			return found, false
		}
		if s.wordOf(at) == last+1 {
			last++
		}
		found.add(at)
	}
	return found, true
}

func (f *foundVerb) add(token int) {
	f.tokens = append(f.tokens, token)
	if token == f.span.End {
		f.span.End++
	}
	if token == f.span.Start-1 {
		f.span.Start--
	}
}

// particle returns the token of a further word of a verb: the next one, or one that hangs on the verb, or the
// preposition of what hangs on it.
func (s *sentence) particle(token int, text string, next int) int {
	if next < len(s.words) && s.words[next].text == text {
		return s.words[next].token
	}
	for child := range s.tree.Dependents(token) {
		if child > token && s.text(child) == text && !s.is(child, "nsubj", "conj") {
			return child
		}
		if s.is(child, "obl") && s.hasCase(child, text) {
			return s.tree.Dependent(child, "case")
		}
	}
	return rashomon.None
}
