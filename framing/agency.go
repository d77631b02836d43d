package framing

import (
	"slices"

	"rashomon"
)

// SetAgency tells of every event of a document who is made its doer, from the tree around its trigger: somebody by the
// subject of a verb (active), by the agent of a passive verb or a noun (passive, nominal), or nobody (agentless).
func SetAgency(doc *rashomon.Document) {
	if len(doc.Events) == 0 {
		return
	}
	r, timed := newReading(doc), timedTokens(doc)
	for i := range doc.Events {
		t := telling{r, &doc.Events[i], timed}
		t.event.Agency = t.agency(r.tree.HeadOf(t.event.Trigger))
	}
}

// timedTokens returns of each token whether it is part of a time.
func timedTokens(doc *rashomon.Document) []bool {
	timed := make([]bool, len(doc.Tokens))
	for _, timex := range doc.Timexes {
		for i := timex.Span.Start; i < timex.Span.End; i++ {
			timed[i] = true
		}
	}
	return timed
}

// A telling is one event with the words that tell of it.
type telling struct {
	*reading
	event *rashomon.Event
	timed []bool
}

func (t telling) agency(head int) rashomon.Agency {
	if upos := t.doc.Tokens[head].UPOS; upos != "VERB" && upos != "AUX" {
		return t.ofNoun(head)
	}
	return t.ofVerb(head)
}

func (t telling) ofVerb(verb int) rashomon.Agency {
	subject := t.tree.Dependent(verb, "nsubj")
	switch {
	case t.isPassive(verb):
		if t.hasAgent(verb) {
			return rashomon.AgencyPassive
		}
		return rashomon.AgencyAgentless
	case t.happens(verb) && !t.isDoer(subject), t.befalls(subject), !t.hasSubject(verb) && len(t.event.Actors) == 0:
		return rashomon.AgencyAgentless
	}
	return rashomon.AgencyActive
}

// isPassive reports whether a verb is a passive one: by its subject or auxiliary, as a participle that stands with a
// noun, or joined to a passive verb without a subject or auxiliary of its own: "was shot and killed".
func (t telling) isPassive(verb int) bool {
	for range chainLimit {
		if t.tree.Dependent(verb, "nsubj:pass", "aux:pass", "csubj:pass") != rashomon.None {
			return true
		}
		if t.doc.Tokens[verb].XPOS != "VBN" || t.tree.Dependent(verb, "nsubj", "aux") != rashomon.None {
			return false
		}
		switch {
		case t.tree.Is(verb, "acl"), t.tree.Is(verb, "amod"), t.tree.Is(verb, "advcl"):
			return true
		case t.tree.Is(verb, "conj"):
			verb = t.tree.Head(verb)
		default:
			return false
		}
	}
	return false
}

// happens reports whether what a verb says befalls its subject: "three men died", "fighting broke out".
func (t telling) happens(verb int) bool {
	return inClass("undergoing", t.lemmas[verb]) && t.tree.Dependent(verb, "obj") == rashomon.None
}

// befalls reports whether a subject, which may be None, is who it was done to: "the men perished", "the town fell".
func (t telling) befalls(subject int) bool {
	mention := t.mentionOf(subject)
	if mention == rashomon.None {
		return false
	}
	return len(t.event.Actors) == 0 && slices.Contains(t.event.Recipients, t.doc.Mentions[mention].Entity)
}

// hasSubject reports whether somebody or something is the subject of an active verb, of its own or by way of what it
// hangs on: "the army moved to shell the town", "troops shelling the town". An order needs none.
func (t telling) hasSubject(verb int) bool {
	for range chainLimit {
		if t.tree.Dependent(verb, "nsubj", "csubj", "nsubj:pass") != rashomon.None {
			return true
		}
		head := t.tree.Head(verb)
		switch relation := t.doc.Tokens[verb].Relation; relation {
		case "xcomp", "conj", "advcl", "parataxis":
			if t.doc.Tokens[head].UPOS != "VERB" {
				return false
			}
			verb = head
		case "acl":
			return t.doc.Tokens[verb].XPOS == "VBG"
		default:
			return head == rashomon.None && t.doc.Tokens[verb].XPOS == "VB"
		}
	}
	return false
}
