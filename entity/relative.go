package entity

import "rashomon"

// joinRelatives joins relative pronouns to the noun or name that their clause hangs on.
func joinRelatives(c *clusters) {
	heads := c.byHead()
	for i := range c.drafts {
		if c.drafts[i].role != "relative" {
			continue
		}
		if head := c.relativeHead(c.drafts[i].Head); head != rashomon.None {
			if j, found := heads[head]; found {
				c.join(j, i, "relative pronoun")
			}
		}
	}
}
