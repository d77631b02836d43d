package entity

import (
	"strings"

	"rashomon"
)

// joinKeys joins names that the data know for names of one thing: "UK" and "British", "ISIL" and "Daesh".
func joinKeys(c *clusters) {
	c.joinBy("known as the same", func(d *draft) string { return d.key })
}

// joinSameNames joins names of the same words. Where the recogniser gave one name several types, a person and a place that
// are called the same stay apart. A family name that several have in the text is the nearest one's: see joinShorterNames.
func joinSameNames(c *clusters) {
	shared := c.sharedNames()
	c.joinBy("the same name", func(d *draft) string {
		if d.Kind != rashomon.MentionName || len(d.words) == 1 && shared[d.words[0]] {
			return ""
		}
		return strings.Join(d.words, " ")
	})
}

// sharedNames returns the family names of several persons who are named in full.
func (c *clusters) sharedNames() map[string]bool {
	full, shared := map[string][]string{}, map[string]bool{}
	for _, d := range c.drafts {
		if d.Kind != rashomon.MentionName || d.kind != rashomon.EntityPerson || len(d.words) < 2 {
			continue
		}
		last := d.words[len(d.words)-1]
		if other, found := full[last]; found && other[0] != d.words[0] {
			shared[last] = true
		}
		full[last] = d.words
	}
	return shared
}

// joinBy joins drafts that have the same value, each to the latest one before it that it fits.
func (c *clusters) joinBy(reason string, value func(d *draft) string) {
	seen := map[string][]int{}
	for i := range c.drafts {
		v := value(&c.drafts[i])
		if v == "" {
			continue
		}
		joined := false
		for n := len(seen[v]) - 1; n >= 0 && !joined; n-- {
			joined = c.of[seen[v][n]] == c.of[i] || c.join(seen[v][n], i, reason)
		}
		if !joined {
			seen[v] = append(seen[v], i)
		}
	}
}
