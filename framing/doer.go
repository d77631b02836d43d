package framing

import (
	"slices"

	"rashomon"
)

// agentReach is how many tokens behind a passive verb a doer of the event is its agent wherever the tree has hung it:
// room for two noun phrases between them.
const agentReach = 12

// hasAgent reports whether a passive verb has an agent: its own, that of a verb joined to it ("shot and killed by
// police"), or a doer of the event close behind it with "by".
func (t telling) hasAgent(verb int) bool {
	if t.agent(verb) != rashomon.None {
		return true
	}
	for i := range t.tree.Dependents(verb) {
		if t.tree.Is(i, "conj") && t.doc.Tokens[i].XPOS == "VBN" && t.agent(i) != rashomon.None {
			return true
		}
	}
	end := t.doc.Sentences[t.doc.SentenceOf(verb)].Span.End
	for i := verb + 1; i < min(verb+1+agentReach, end); i++ {
		if t.isDoer(i) && t.isBy(i) {
			return true
		}
	}
	return false
}

// agent returns the head of the phrase of "by" that names who did it, and not when or by what means, or None. It hangs
// on the word for the event, or on a phrase of that: "the shooting of [three men by police]".
func (t telling) agent(head int) int {
	for i := range t.tree.Dependents(head) {
		if !t.isPhrase(i) {
			continue
		}
		if t.isBy(i) {
			return i
		}
		for inner := range t.tree.Dependents(i) {
			if t.isPhrase(inner) && t.isBy(inner) {
				return inner
			}
		}
	}
	return rashomon.None
}

func (t telling) isPhrase(i int) bool { return t.tree.Is(i, "obl") || t.tree.Is(i, "nmod") }

func (t telling) isBy(i int) bool {
	return t.hasCase(i, "agent") && !t.timed[i] && !inClass("means", t.lemmas[i]) &&
		t.doc.Tokens[i].UPOS != "VERB" && t.doc.Tokens[i].UPOS != "NUM"
}

// ofNoun tells who is made the doer by a noun: nobody, unless the event has a doer or the noun stands with one. Beside
// a verb whose subject or agent is the doer it is told as by that verb: "the army carried out a raid".
func (t telling) ofNoun(noun int) rashomon.Agency {
	if verb := t.tree.Head(noun); verb != rashomon.None && t.doc.Tokens[verb].UPOS == "VERB" {
		switch {
		case t.tree.Is(noun, "nsubj:pass") && t.isDoer(t.agent(verb)):
			return rashomon.AgencyPassive
		case (t.tree.Is(noun, "obj") || t.tree.Is(noun, "obl")) && t.isDoer(t.tree.Dependent(verb, "nsubj")):
			return rashomon.AgencyActive
		}
	}
	if len(t.event.Actors) > 0 || t.agent(noun) != rashomon.None || t.hasDoerBefore(noun) {
		return rashomon.AgencyNominal
	}
	return rashomon.AgencyAgentless
}

// isDoer reports whether a token, or None, is a doer of the event.
func (t telling) isDoer(token int) bool {
	mention := t.mentionOf(token)
	return mention != rashomon.None && slices.Contains(t.event.Actors, t.doc.Mentions[mention].Entity)
}

// hasDoerBefore reports whether somebody who is not the one it was done to stands before a noun: "the army's raid",
// "air force raids".
func (t telling) hasDoerBefore(noun int) bool {
	for i := range t.tree.Dependents(noun) {
		if !t.tree.Is(i, "nmod:poss") && !t.tree.Is(i, "compound") && !t.tree.Is(i, "amod") {
			continue
		}
		if mention := t.headed[i]; mention != rashomon.None && t.maybeDoer(t.doc.Mentions[mention].Entity) {
			return true
		}
	}
	return false
}

func (t telling) maybeDoer(entity int) bool {
	switch t.doc.Entities[entity].Type {
	case rashomon.EntityPerson, rashomon.EntityOrganization, rashomon.EntityGroup, rashomon.EntityPlace:
		return !slices.Contains(t.event.Recipients, entity)
	}
	return false
}
