package entity

import (
	"slices"
	"strings"

	"rashomon"
	"rashomon/entity/code"
	"rashomon/entity/name"
)

// joinShorterNames joins a name to a fuller one that holds its words in the same order: a person's last or first name, and
// the last word of an organisation's. Of several fuller names the nearest before it is meant, as news style has it; where
// the shorter name comes first there must be one alone.
func joinShorterNames(c *clusters) {
	fuller := c.fullerNames()
	for i := range c.drafts {
		d := &c.drafts[i]
		if d.Kind != rashomon.MentionName || len(d.words) == 0 || d.key != "" {
			continue
		}
		candidates := fuller[d.words[len(d.words)-1]]
		if first := d.words[0]; len(d.words) > 1 {
			candidates = append(slices.Clip(candidates), fuller[first]...)
		}
		if full := c.fullerName(i, candidates); full != rashomon.None {
			c.join(full, i, "part of the fuller name")
		}
	}
}

// mostFuller is how many names of one first or last word are weighed: the first ones of a text.
const mostFuller = 64

// fullerNames returns the names of several words, each once, by their first words and by their last ones.
func (c *clusters) fullerNames() map[string][]int {
	index, seen := map[string][]int{}, map[string]bool{}
	for i, d := range c.drafts {
		words := strings.Join(d.words, " ")
		if d.Kind != rashomon.MentionName || len(d.words) < 2 || seen[words] {
			continue
		}
		seen[words] = true
		first, last := d.words[0], d.words[len(d.words)-1]
		for _, word := range []string{last, first} {
			if n := len(index[word]); n < mostFuller && (n == 0 || index[word][n-1] != i) {
				index[word] = append(index[word], i)
			}
		}
	}
	return index
}

// fullerName returns the draft with the fuller name that a name is short for, or None.
func (c *clusters) fullerName(i int, candidates []int) int {
	before, after := rashomon.None, rashomon.None
	several := false
	for _, j := range candidates {
		if c.of[i] == c.of[j] || !isShortFor(&c.drafts[i], &c.drafts[j]) || !compatible(c.of[i], c.of[j]) {
			continue
		}
		latest := c.of[j].latestBefore(i)
		switch {
		case latest != rashomon.None:
			before = max(before, latest)
		case after == rashomon.None:
			after = j
		case c.of[after] != c.of[j]:
			several = true
		}
	}
	if before != rashomon.None || several {
		return before
	}
	return after
}

// latestBefore returns the last mention of a cluster that stands before a draft, or None.
func (own *cluster) latestBefore(i int) int {
	at, _ := slices.BinarySearch(own.drafts, i)
	if at == 0 {
		return rashomon.None
	}
	return own.drafts[at-1]
}

// isShortFor reports whether one name is a part of another that people use for the whole: a person's first or last name; of
// other names the words before "of" or before a noun for what it is ("House" of "House of Representatives", "Idlib" of "Idlib
// province"), or some of those before "of" with the last of them ("Council" of "National Council of Velm").
func isShortFor(short, full *draft) bool {
	if short.kind != full.kind || len(short.words) >= len(full.words) {
		return false
	}
	head := beforeLink(full.words)
	if short.kind == rashomon.EntityPerson {
		if len(short.words) == 1 {
			return short.words[0] == head[len(head)-1] || short.words[0] == head[0]
		}
		return holdsInOrder(full.words, short.words)
	}
	if slices.Equal(short.words, head) {
		return true
	}
	if begins := len(head) > len(short.words) && slices.Equal(head[:len(short.words)], short.words); begins {
		if len(head) == len(short.words)+1 && full.kind == rashomon.EntityOrganization && name.IsTrade(capitalized(head[len(head)-1])) {
			return true
		}
		noun, length := code.FindNoun(head[len(short.words):])
		return noun != nil && length == len(head)-len(short.words) && (noun.Type == short.kind || isBody(short.kind))
	}
	return short.kind != rashomon.EntityPlace && short.words[len(short.words)-1] == head[len(head)-1] && holdsInOrder(head, short.words)
}

// capitalized returns a folded word as it stands in names.
func capitalized(word string) string {
	if word == "" {
		return ""
	}
	return strings.ToUpper(word[:1]) + word[1:]
}

// beforeLink returns the words of a name before "of" and its like, in which its head stands.
func beforeLink(words []string) []string {
	for i, word := range words {
		if i > 0 && nameLinks()[word] {
			return words[:i]
		}
	}
	return words
}

// holdsInOrder reports whether words holds all of part, in order, perhaps with others between.
func holdsInOrder(words, part []string) bool {
	for _, word := range part {
		at := slices.Index(words, word)
		if at < 0 {
			return false
		}
		words = words[at+1:]
	}
	return true
}
