package digest

import (
	"strings"

	"rashomon"
)

// lend gives every clause that names no subject the one that it shares with another: that of the clause it is joined to
// ("fired and ran"), the object or subject of the clause that it completes ("told them to go"), the noun that it describes
// ("the men killed by a stone").
func (b *builder) lend(heads []int) {
	for n, head := range heads {
		c := &b.drawn[n]
		if c.subject() != rashomon.None {
			continue
		}
		role, found := b.shared(c, head)
		if !found {
			continue
		}
		role.Relation, role.Preposition, role.Shared = "nsubj", "", true
		if b.isPassive(head) {
			role.Relation, c.Passive = "nsubj:pass", true
		}
		c.Roles = append([]Role{role}, c.Roles...)
	}
}

// subject returns the index of the subject among the roles, or None.
func (c *Clause) subject() int {
	for i, role := range c.Roles {
		if strings.HasPrefix(role.Relation, "nsubj") {
			return i
		}
	}
	return rashomon.None
}

// shared returns the role in another clause that is the subject of one which names none.
func (b *builder) shared(c *Clause, head int) (Role, bool) {
	token := b.doc.Tokens[head]
	if c.Above == rashomon.None {
		return Role{}, false
	}
	above := &b.drawn[c.Above]
	switch {
	case b.tree.Is(head, "acl"):
		return b.role(b.tree.Head(head)), true
	case b.tree.Is(head, "advcl") && token.XPOS == "VBN" && token.Extent.Start > above.Head.End:
		return above.lastBefore(token.Extent.Start)
	case b.tree.Is(head, "xcomp"), b.tree.Is(head, "advcl") && c.Mark == "to":
		if role, found := above.object(); found {
			return role, true
		}
		return above.subjectRole()
	case b.tree.Is(head, "conj"), b.tree.Is(head, "advcl"):
		return above.subjectRole()
	}
	return Role{}, false
}

func (c *Clause) subjectRole() (Role, bool) {
	if at := c.subject(); at != rashomon.None {
		return c.Roles[at], true
	}
	return Role{}, false
}

func (c *Clause) object() (Role, bool) {
	for _, role := range c.Roles {
		if role.Relation == "obj" || role.Relation == "iobj" || role.Relation == "obl" && role.Preposition == "upon" {
			return role, true
		}
	}
	return Role{}, false
}

// lastBefore returns the last role that begins before a byte.
func (c *Clause) lastBefore(start int) (Role, bool) {
	found := rashomon.None
	for i, role := range c.Roles {
		if role.Extent.Start < start && role.Timex == rashomon.None {
			found = i
		}
	}
	if found == rashomon.None {
		return Role{}, false
	}
	return c.Roles[found], true
}

// isPassive reports whether a verb is a past participle with no auxiliary but a passive one: what hangs on it as its
// subject underwent it.
func (b *builder) isPassive(head int) bool {
	if b.tree.Dependent(head, "aux:pass") != rashomon.None {
		return true
	}
	return b.doc.Tokens[head].XPOS == "VBN" && b.tree.Dependent(head, "aux") == rashomon.None
}
