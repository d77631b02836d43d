package entity

import "rashomon"

// joinRelatives joins relative pronouns to the noun or name that their clause hangs on.
func joinRelatives(c *clusters) {
	heads := c.byHead()
	for i := range c.drafts {
		if c.drafts[i].role != "relative" {
			continue
		}
		if j := c.apposed(i); j != rashomon.None {
			c.join(j, i, "relative pronoun")
		} else if head := c.relativeHead(c.drafts[i].Head); head != rashomon.None {
			if j, found := heads[head]; found {
				c.join(j, i, "relative pronoun")
			}
		}
	}
}

// apposed returns the name of a person that is set off by commas before "who", or None: in "the man from the harbour, Anna Belt's
// uncle" it tells nothing, but in "the head of the harbour, Anna Belt, who" it is she, whatever the clause hangs on.
func (c *clusters) apposed(i int) int {
	at := c.drafts[i].Span.Start
	if c.lower(at) != "who" || at < 1 || c.lower(at-1) != "," {
		return rashomon.None
	}
	for j, d := range c.drafts {
		if d.Kind == rashomon.MentionName && d.kind == rashomon.EntityPerson && d.Span.End == at-1 && c.isSetOff(d.Span.Start) {
			return j
		}
	}
	return rashomon.None
}

// isSetOff reports whether a comma stands before a name or its title.
func (c *clusters) isSetOff(start int) bool {
	return start > 0 && c.lower(start-1) == "," || start > 1 && c.lower(start-2) == ","
}
