package petrarch

import (
	"slices"
	"strings"

	"rashomon"
)

// A hit is a phrase of the dictionary in a sentence.
type hit struct {
	span     rashomon.Span // of tokens
	head     int           // the token it hangs by
	nominal  int           // the head of the noun phrase that it belongs to
	code     string        // of an actor; "" of an agent
	agent    agent
	at       []position
	isPerson bool // not only describes the noun phrase's head, but is or holds it
}

// An actorCode is who a mention stands for, with the lines that say so.
type actorCode struct {
	code string
	at   []position
}

// A mention is a noun phrase, or several that are coordinated, with the codes of those it speaks of.
type mention struct {
	head  int           // of the first
	span  rashomon.Span // from the first to the last word that gave a code
	codes []actorCode
}

// findHits finds the actors and agents of a sentence from left to right, the longest first; where both begin at a
// word, the actor is taken.
func (s *sentence) findHits() {
	for i := 0; i < len(s.words); {
		n := s.hitAt(i)
		i += max(1, n)
	}
}

func (s *sentence) hitAt(i int) int {
	token := s.words[i].token
	if s.isDropped(token) || s.doc.Tokens[token].UPOS == "PRON" {
		return 0
	}
	if found, n := s.dictionary.actors.longest(s.words[i:]); n > 0 {
		if c, ok := found.value.on(s.date); ok && c.code != nullCode {
			s.addHit(i, n, hit{code: c.code, at: []position{found.at, c.at}})
		}
		return n
	}
	if found, n := s.dictionary.agents.longest(s.words[i:]); n > 0 {
		s.addHit(i, n, hit{agent: *found.value, at: []position{found.at}})
		return n
	}
	return 0
}

func (s *sentence) addHit(start, words int, h hit) {
	h.span = s.tokens(start, start+words)
	h.head = s.head(h.span)
	h.nominal = s.nominal(h.head)
	h.isPerson = h.nominal >= h.span.Start && h.nominal < h.span.End
	s.hits = append(s.hits, h)
}

// premodifiers are the relations by which a word belongs to the noun phrase of the noun that it hangs on.
var premodifiers = []string{
	"compound", "amod", "flat", "nmod:poss", "nummod", "det", "goeswith", "nmod:desc", "nmod:unmarked",
}

// nominal climbs from a word to the head of the noun phrase that it belongs to. What is coordinated with a modifier is
// one too: "US and British activists".
func (s *sentence) nominal(token int) int {
	for range s.span.Len() {
		up := s.tree.Head(token)
		if up == rashomon.None {
			return token
		}
		if s.isConjunct(token) {
			first := s.firstConjunct(token)
			if !s.is(first, premodifiers...) {
				return token
			}
			token = first
			continue
		}
		if !s.is(token, premodifiers...) {
			return s.continued(token)
		}
		token = up
		if s.isVerb(up) && s.is(up, premodifiers...) { // "military-ruled": it tells nothing of who the noun is
			return up
		}
	}
	return token
}

// continued returns the noun that goes on with a subject without a comma: a parser that does not know a name may make
// two subjects of "Velm President Orsk".
func (s *sentence) continued(token int) int {
	if !s.is(token, "nsubj") {
		return token
	}
	end := s.tree.Span(token).End
	for sibling := range s.tree.Dependents(s.tree.Head(token)) {
		if sibling > token && s.is(sibling, "nsubj") && s.tree.Span(sibling).Start == end {
			return sibling
		}
	}
	return token
}

// isConjunct reports whether a noun is one of several. In a list with commas a parser takes some for appositions.
func (s *sentence) isConjunct(token int) bool {
	up := s.tree.Head(token)
	if up == rashomon.None || s.is(token, "conj") {
		return up != rashomon.None
	}
	listed := s.tree.Dependent(token, "conj") != rashomon.None || s.tree.Dependent(up, "conj") > token
	return s.is(token, "appos") && listed
}

func (s *sentence) firstConjunct(token int) int {
	for s.isConjunct(token) {
		token = s.tree.Head(token)
	}
	return token
}

// without returns the sentence as it is when some of its words do not tell who somebody is, because they tell what is
// done: "military exercises".
func (s *sentence) without(tokens []int) *sentence {
	taken := func(h hit) bool {
		for i := h.span.Start; i < h.span.End; i++ {
			if !slices.Contains(tokens, i) {
				return false
			}
		}
		return h.code == "" && !h.isPerson
	}
	if !slices.ContainsFunc(s.hits, taken) {
		return s
	}
	rest := *s
	rest.hits = slices.DeleteFunc(slices.Clone(s.hits), taken)
	rest.findMentions()
	return &rest
}

// findMentions gathers the hits of a sentence into mentions, in the order of the text.
func (s *sentence) findMentions() {
	s.mentions = nil
	seen := map[int]bool{}
	for _, h := range s.hits {
		head := s.firstConjunct(h.nominal)
		if s.isOwned(h) || seen[head] || s.isVerb(h.nominal) && !h.isPerson {
			continue
		}
		seen[head] = true
		if m := s.mention(head); len(m.codes) > 0 {
			s.mentions = append(s.mentions, m)
		}
	}
	slices.SortStableFunc(s.mentions, func(a, b mention) int { return a.span.Start - b.span.Start })
}

// isOwned reports whether a hit only says whose agents somebody is: "soldiers from Gondor". Then it is no mention
// itself.
func (s *sentence) isOwned(h hit) bool {
	owner := s.owner(s.firstConjunct(h.nominal))
	return owner != rashomon.None && s.takesFrom(owner)
}

// owner returns the noun that a noun phrase hangs on with a preposition, or None.
func (s *sentence) owner(nominal int) int {
	if up := s.tree.Head(nominal); up != rashomon.None && s.is(nominal, "nmod") {
		return s.nominal(up)
	}
	return rashomon.None
}

// takesFrom reports whether a noun is an agent of nobody yet, so that it takes its actor from what hangs on it.
func (s *sentence) takesFrom(nominal int) bool {
	agents, actors := false, false
	for _, conjunct := range s.conjuncts(s.firstConjunct(nominal)) {
		for _, h := range s.hits {
			if h.nominal == conjunct {
				agents, actors = agents || h.code == "", actors || h.code != ""
			}
		}
	}
	return agents && !actors
}

// conjuncts returns a noun and those coordinated with it.
func (s *sentence) conjuncts(first int) []int {
	out := []int{first}
	for n := 0; n < len(out) && len(out) < s.span.Len(); n++ {
		for child := range s.tree.Dependents(out[n]) {
			if s.isConjunct(child) && !s.isVerb(child) {
				out = append(out, child)
			}
		}
	}
	slices.Sort(out)
	return out
}

// A party is what is known of one conjunct of a mention.
type party struct {
	actors, agents []hit
	plural         bool // several agents, whose actors hang on them: "the ambassadors of"
}

// mention codes a noun phrase with all that is coordinated with it.
func (s *sentence) mention(first int) mention {
	m := mention{head: first}
	var parties []party
	conjuncts := s.conjuncts(first)
	conjuncts = append(conjuncts, s.strays(conjuncts)...)
	for _, conjunct := range conjuncts {
		p := s.party(conjunct)
		if len(conjuncts) > 1 && len(p.actors) == 0 && len(p.agents) == 0 { // "the sheep and the goats of Velm"
			p = s.partyBelow(conjunct)
		}
		parties = append(parties, p)
	}
	lend(parties)
	for _, p := range parties {
		for _, code := range p.codes() {
			m.add(code)
		}
		m.widen(p.actors)
		m.widen(p.agents)
	}
	return m
}

// party returns the actors and agents of one noun phrase: its own or, where it has agents and no actor, the actors of
// what hangs on it with a preposition.
func (s *sentence) party(nominal int) party {
	var p party
	for _, h := range s.hits {
		switch {
		case h.nominal != nominal:
		case h.code != "":
			switch {
			case len(p.actors) == 0 || s.isCoordinated(h):
				p.actors = append(p.actors, h)
			default:
				p.agents = append(p.agents, s.agentsWithin(h)...)
			}
		default:
			p.agents = append(p.agents, h)
		}
	}
	if len(p.agents) > 0 && len(p.actors) == 0 {
		below := s.partyBelow(nominal)
		p.actors, p.agents = below.actors, append(p.agents, below.agents...)
		p.plural = len(p.actors) > 0 && strings.HasSuffix(s.doc.Tokens[nominal].XPOS, "S")
	}
	return p
}

// agentsWithin returns the agents in the words of an actor that stands behind another one: "the Osternan senate", where a
// senate without a country is that of Velm.
func (s *sentence) agentsWithin(h hit) []hit {
	var out []hit
	end := s.wordOf(h.span.End)
	for i := s.wordOf(h.span.Start); i < end; {
		found, n := s.dictionary.agents.longest(s.words[i:end])
		if n > 0 {
			also := h
			also.code, also.agent, also.at = "", *found.value, []position{found.at}
			out = append(out, also)
		}
		i += max(1, n)
	}
	return out
}

// isCoordinated reports whether an actor stands beside another: in the tree, or right after "and" where the parser has
// missed that.
func (s *sentence) isCoordinated(h hit) bool {
	before := h.span.Start - 1
	return s.is(h.head, "conj") || before >= s.span.Start && s.doc.Tokens[before].UPOS == "CCONJ"
}

// strays returns the agents that a parser has coordinated with the actor of others: in "the officials of Velm and the
// soldiers of Sund" it may take the soldiers to stand beside Velm.
func (s *sentence) strays(conjuncts []int) []int {
	var out []int
	for _, nominal := range conjuncts {
		for child := range s.tree.Dependents(nominal) {
			if !s.is(child, "nmod") || s.isAgent(child) || !s.isAgent(nominal) {
				continue
			}
			for _, beside := range s.conjuncts(child) {
				if s.isAgent(beside) {
					out = append(out, beside)
				}
			}
		}
	}
	return out
}

// isAgent reports whether a noun is an agent itself.
func (s *sentence) isAgent(nominal int) bool {
	return slices.ContainsFunc(s.hits, func(h hit) bool { return h.nominal == nominal && h.code == "" && h.isPerson })
}

// partyBelow returns the actors, and the agents with them, of the first phrase on a noun that has actors.
func (s *sentence) partyBelow(nominal int) party {
	for child := range s.tree.Dependents(nominal) {
		if !s.is(child, "nmod", "appos") || s.is(child, premodifiers...) {
			continue
		}
		var below party
		for _, conjunct := range s.conjuncts(child) {
			if conjunct != child && s.isAgent(conjunct) && !s.isAgent(child) {
				continue // a stray
			}
			for _, h := range s.hits {
				switch {
				case h.nominal != conjunct:
				case h.code != "":
					below.actors = append(below.actors, h)
				default:
					below.agents = append(below.agents, h)
				}
			}
		}
		if len(below.actors) > 0 {
			return below
		}
	}
	return party{}
}

// lend gives conjuncts that name no actor those of another: "the Danish media and government", "lawmakers and
// officials in Gondor". What several people are is lent to those who stand after the first that they are of: "the
// ambassadors of Gondor, Rohan and Bree". A description that one has alone stays with it.
func lend(parties []party) {
	for i := range parties {
		if parties[0].plural && len(parties[i].agents) == 0 {
			parties[i].agents = parties[0].agents
		}
		if len(parties[i].actors) > 0 || len(parties[i].agents) == 0 {
			continue
		}
		for j := range parties {
			if j == i || len(parties[j].agents) == 0 || len(parties[j].actors) == 0 {
				continue
			}
			parties[i].actors = parties[j].actors
			if j < i {
				parties[i].agents = append(describing(parties[j].agents), parties[i].agents...)
			}
			break
		}
	}
}

// describing returns the agents that stand before the head of a noun phrase: "Islamist media".
func describing(agents []hit) []hit {
	var out []hit
	for _, h := range agents {
		if !h.isPerson {
			out = append(out, h)
		}
	}
	return out
}

// codes returns the codes of a party: that of each actor with those of all agents, or the agents' after "---".
func (p party) codes() []actorCode {
	if len(p.actors) == 0 && len(p.agents) == 0 {
		return nil
	}
	bases := p.actors
	if len(bases) == 0 {
		bases = []hit{{code: nullCode}}
	}
	var out []actorCode
	for _, base := range bases {
		for _, single := range strings.Split(base.code, "/") {
			coded := actorCode{code: single, at: slices.Clone(base.at)}
			for _, h := range p.agents {
				coded.code = withAgent(coded.code, h.agent)
				coded.at = append(coded.at, h.at...)
			}
			out = append(out, coded)
		}
	}
	return out
}

// withAgent adds the code of an agent to that of an actor, unless it stands there. Codes are of three letters each, so
// that a likeness across their borders is none.
func withAgent(code string, a agent) string {
	for i := 0; i+len(a.code) <= len(code); i += 3 {
		if code[i:i+len(a.code)] == a.code {
			return code
		}
	}
	if a.before {
		return a.code + strings.TrimPrefix(code, nullCode)
	}
	return code + a.code
}

func (m *mention) add(c actorCode) {
	for _, have := range m.codes {
		if have.code == c.code {
			return
		}
	}
	m.codes = append(m.codes, c)
}

func (m *mention) widen(hits []hit) {
	for _, h := range hits {
		switch {
		case m.span.Empty():
			m.span = h.span
		default:
			m.span = rashomon.Span{Start: min(m.span.Start, h.span.Start), End: max(m.span.End, h.span.End)}
		}
	}
}
