package entity

import "rashomon"

// joinAppositions joins a name and the noun phrase set beside it: "Haftar, the army's commander", "the commander, Khalifa
// Haftar", and the noun before a name that is no title: "the rebel leader Haftar".
func joinAppositions(c *clusters) {
	heads := c.byHead()
	for i := range c.drafts {
		c.joinPlaceOf(i, heads)
		c.joinVessel(i, heads)
		top := c.withTitle(&c.drafts[i])
		head := c.tree.Head(top)
		if head == rashomon.None || !c.tree.Is(top, "appos") && !c.isListedAlone(i, top, head) {
			continue
		}
		if j, found := heads[c.withDetail(i, head, heads)]; found && j != i && c.besides(i, j) {
			c.join(i, j, "set beside it")
		}
	}
}

// longestDetail is how many tokens behind a noun may go into detail before the name: "on night duty".
const longestDetail = 3

// withDetail returns the noun for a person that a person's name is set beside, where the parser took it to be set beside
// what goes into detail behind that noun: "the nurse on duty, Paul Haddad".
func (c *clusters) withDetail(i, head int, heads map[int]int) int {
	d := &c.drafts[i]
	if j, found := heads[head]; d.Kind != rashomon.MentionName || d.kind != rashomon.EntityPerson || found && isParty(c.drafts[j].kind) {
		return head
	}
	for preposition := head - 1; preposition > max(0, head-longestDetail); preposition-- {
		if c.doc.Tokens[preposition].UPOS != "ADP" {
			continue
		}
		j, found := heads[preposition-1]
		if found && c.drafts[j].kind == rashomon.EntityPerson && c.drafts[j].Kind == rashomon.MentionNominal {
			return preposition - 1
		}
		break
	}
	return head
}

// withTitle returns the head of a name with its title: "Colonel" in "the commander, Colonel Khalifa Haftar".
func (c *clusters) withTitle(d *draft) int {
	if up := c.tree.Head(d.Head); d.Title.Start <= up && up < d.Title.End {
		return up
	}
	return d.Head
}

// isListedAlone reports whether a person's name between commas, behind a noun that says who is meant, is only taken for the
// second of a list: "our advocate, Lena Haddad, and three boxes".
func (c *clusters) isListedAlone(i, top, head int) bool {
	d := &c.drafts[i]
	start := min(d.Span.Start, top)
	if d.Kind != rashomon.MentionName || d.kind != rashomon.EntityPerson || !c.tree.Is(top, "conj") || start != head+2 || c.form(head+1) != "," {
		return false
	}
	return d.Span.End < len(c.doc.Tokens) && c.form(d.Span.End) == "," && c.isDefinite(head)
}

// joinPlaceOf joins a noun for a place and the name behind its "of": "the town of Velm".
func (c *clusters) joinPlaceOf(i int, heads map[int]int) {
	d := &c.drafts[i]
	if d.Kind != rashomon.MentionNominal || d.kind != rashomon.EntityPlace || d.number == plural {
		return
	}
	for child := range c.tree.Dependents(d.Head) {
		if j, found := heads[child]; found && c.hasCase(child, "of") && c.drafts[j].Kind == rashomon.MentionName &&
			c.drafts[j].kind == rashomon.EntityPlace && d.Span.End == c.drafts[j].Span.End && takingUpPlaces()[d.lemma] {
			c.join(i, j, "names the place")
		}
	}
}

// joinVessel joins the name of a ship and the noun before it: "the ferry Lady Ruth".
func (c *clusters) joinVessel(i int, heads map[int]int) {
	d := &c.drafts[i]
	if d.Rule != ruleVessel || d.Span.Start == 0 {
		return
	}
	if j, found := heads[d.Span.Start-1]; found && c.drafts[j].Kind == rashomon.MentionNominal && ships()[c.drafts[j].lemma] {
		c.join(i, j, "set beside it")
	}
}

// besides reports whether two mentions may be set beside each other: not both are names, unless one is in brackets.
func (c *clusters) besides(i, j int) bool {
	a, b := c.drafts[i], c.drafts[j]
	if a.Kind == rashomon.MentionPronoun || b.Kind == rashomon.MentionPronoun || !agrees(a.number, b.number) {
		return false
	}
	return a.Kind == rashomon.MentionNominal || b.Kind == rashomon.MentionNominal
}

// byHead returns the longest draft of each head. A title may be the head of the name behind it.
func (c *clusters) byHead() map[int]int {
	heads := map[int]int{}
	for i, d := range c.drafts {
		for at := d.Title.Start; at < d.Title.End; at++ {
			heads[at] = i
		}
		if other, found := heads[d.Head]; !found || c.drafts[other].Span.Len() < d.Span.Len() {
			heads[d.Head] = i
		}
	}
	return heads
}
