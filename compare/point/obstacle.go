package point

import (
	"fmt"
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// An obstacle is who is told to have kept talks, a vote, a rescue or whatever else several had to join in from coming about.
type obstacle struct {
	by       *telling
	agent    *telling // the clause that names him, which may hang on the one above
	who      term
	hindered []*word
}

// obstacles returns the obstacles that are told.
func obstacles(tellings []telling) []obstacle {
	var found []obstacle
	for i := range tellings {
		t := &tellings[i]
		if t.denied && !t.hindersByNature() || t.open {
			continue
		}
		for _, read := range []func([]telling, *telling) (obstacle, bool){hinders, shuns, blamed, madeImpossible, tooBusy, failedBecause} {
			if o, told := read(tellings, t); told && len(o.hindered) > 0 {
				found = append(found, o)
				break
			}
		}
	}
	return found
}

// hindersByNature reports whether the predicate tells by itself that something did not come about, so that its event counts
// as denied.
func (t *telling) hindersByNature() bool {
	return !t.clause.Negated && (t.isOf("hinder") || t.isOf("shun"))
}

// isOf reports whether the predicate, alone or with an adverb ("stay away"), is of a class.
func (t *telling) isOf(class string) bool {
	predicate := strings.ReplaceAll(t.core, " ", "_")
	return words().classes.Has(class, predicate) || slices.ContainsFunc(t.clause.Adverbs, func(adverb string) bool {
		return words().classes.Has(class, predicate+"_"+adverb)
	})
}

// hinders reads "the shelling prevented the talks", "the company has blocked it".
func hinders(tellings []telling, t *telling) (obstacle, bool) {
	if !t.isOf("hinder") || t.doer() == nil {
		return obstacle{}, false
	}
	who, told := culprit(t.doer())
	return obstacle{by: t, agent: t, who: who, hindered: endeavours(tellings, t)}, told
}

// shuns reads "the union refused arbitration", "the party walked out of the talks".
func shuns(tellings []telling, t *telling) (obstacle, bool) {
	if !t.isOf("shun") || t.doer() == nil {
		return obstacle{}, false
	}
	who, told := culprit(t.doer())
	return obstacle{by: t, agent: t, who: who, hindered: endeavours(tellings, t)}, told
}

// blamed reads "the colonel blames the party for the failure of the mediation".
func blamed(tellings []telling, t *telling) (obstacle, bool) {
	if !t.isOf("blame") || t.undergoer() == nil {
		return obstacle{}, false
	}
	who, told := culprit(t.undergoer())
	return obstacle{by: t, agent: t, who: who, hindered: endeavours(tellings, t)}, told
}

// madeImpossible reads "because of the offensive they found it impossible to negotiate" and "the demands made a settlement
// impossible".
func madeImpossible(tellings []telling, t *telling) (obstacle, bool) {
	isImpossible := func(word string) bool { return words().classes.Has("impossible", word) }
	impossible := slices.ContainsFunc(t.clause.Terms, isImpossible)
	if !t.denied && !impossible {
		return obstacle{}, false
	}
	if impossible && t.core == "make" && t.doer() != nil {
		who, told := culprit(t.doer())
		return obstacle{by: t, agent: t, who: who, hindered: endeavours(tellings, t)}, told
	}
	for i := range t.others {
		if words().classes.Has("cause", t.others[i].role.Preposition) {
			who, told := culprit(&t.others[i])
			return obstacle{by: t, agent: t, who: who, hindered: endeavours(tellings, t)}, told
		}
	}
	return obstacle{}, false
}

// tooBusy reads "they were too busy looting to attend the talks".
func tooBusy(tellings []telling, t *telling) (obstacle, bool) {
	if !words().classes.Has("busy", t.core) || !slices.Contains(t.clause.Adverbs, "too") || t.doer() == nil {
		return obstacle{}, false
	}
	who, told := culprit(t.doer())
	return obstacle{by: t, agent: t, who: who, hindered: endeavours(tellings, t)}, told
}

// failedBecause reads "the mediation failed because the party walked out of it".
func failedBecause(tellings []telling, t *telling) (obstacle, bool) {
	if t.clause.Mark != "because" || t.clause.Above == rashomon.None || t.doer() == nil {
		return obstacle{}, false
	}
	for i := range tellings {
		if above := &tellings[i]; above.index == t.clause.Above && words().classes.Has("founder", above.clause.Predicate) {
			who, told := culprit(t.doer())
			return obstacle{by: above, agent: t, who: who, hindered: endeavoursIn(above.clause.Terms)}, told
		}
	}
	return obstacle{}, false
}

// culprit returns whose doing it is: whoever does it or, of a deed or a demand, whose it is.
func culprit(of *term) (term, bool) {
	if !of.acts() && of.owner != rashomon.None {
		of = of.ownerTerm()
	}
	return *of, of.party != rashomon.None && of.acts() && !of.isAnybody()
}

// endeavours returns what was hindered: the words for what several have to join in, of the clause behind its predicate and of
// those that hang on it; and where a pronoun stands for it, of the sentence before.
func endeavours(tellings []telling, t *telling) []*word {
	var terms []string
	for i := range tellings {
		if other := &tellings[i]; other.index == t.index || other.clause.Sentence == t.clause.Sentence && other.hangsUnder(t) {
			terms = append(terms, other.clause.Terms...)
		}
	}
	if found := endeavoursIn(terms); len(found) > 0 {
		return found
	}
	isPronoun := func(o term) bool {
		return words().classes.Has("pronoun", o.role.Head) || words().classes.Has("nobody", o.role.Head)
	}
	if t.clause.Sentence == 0 || !slices.ContainsFunc(t.others, isPronoun) {
		return nil
	}
	return endeavoursIn(t.digest.Sentences[t.clause.Sentence-1].Terms)
}

func endeavoursIn(terms []string) []*word {
	var found []*word
	for _, text := range terms {
		if words().classes.Has("endeavour", text) {
			found = append(found, words().word(text))
		}
	}
	return sortedWords(found)
}

// hangsUnder reports whether a clause hangs on another, at once or through others.
func (t *telling) hangsUnder(other *telling) bool {
	for above := t.clause.Above; above != rashomon.None; above = t.digest.Clauses[above].Above {
		if above == other.index {
			return true
		}
	}
	return false
}

// obstaclesDiffer finds that two sides are told to have kept one thing from coming about.
func obstaclesDiffer(a, b obstacle) (finding, bool) {
	x, y := a.by.combatants(&a.who), b.by.combatants(&b.who)
	if len(x) == 0 || len(y) == 0 || !a.by.distinct(x[0], y[0]) || otherTime(a.by, b.by) || !sharePassage(a.by, b.by) {
		return finding{}, false
	}
	thing := sharedEndeavour(a, b)
	if thing == "" {
		return finding{}, false
	}
	return finding{
		kind: rashomon.PointWho, a: a.agent.side(), b: b.agent.side(), rule: "who/hindered", strength: 0.7,
		why: fmt.Sprintf("who stood in the way (%s): %s, or %s", thing, a.name(), b.name()),
	}, true
}

// sharePassage reports whether two clauses stand in one document, or somebody or some place is named in or beside both: talks
// are held everywhere.
func sharePassage(a, b *telling) bool {
	if a.digest.Is(b.digest) {
		return true
	}
	named := b.namedAround()
	return slices.ContainsFunc(a.namedAround(), func(party int) bool { return slices.Contains(named, party) })
}

// namedAround returns the parties that are named in the sentence of a clause, in the one before it and in the one behind it.
func (t *telling) namedAround() []int {
	sentences := t.digest.Sentences
	from, to := max(t.clause.Sentence-1, 0), min(t.clause.Sentence+1, len(sentences)-1)
	around := rashomon.Extent{Start: sentences[from].Extent.Start, End: sentences[to].Extent.End}
	var parties []int
	for i, entity := range t.digest.Entities {
		isHere := func(m digest.Mention) bool { return m.Kind == rashomon.MentionName && around.Contains(m.Extent) }
		if party := t.party(i); party != rashomon.None && slices.ContainsFunc(entity.Mentions, isHere) {
			parties = append(parties, party)
		}
	}
	return parties
}

// name names who stood in the way.
func (o obstacle) name() string {
	if o.who.named {
		return o.by.ground.PartyAt(o.who.party).Name
	}
	return o.by.nameOf(o.by.entityOf(&o.who))
}

// sharedEndeavour returns the word for what both hindered, or "".
func sharedEndeavour(a, b obstacle) string {
	for _, x := range a.hindered {
		for _, y := range b.hindered {
			if x.akin(y) >= 0.8 {
				return x.text
			}
		}
	}
	return ""
}
