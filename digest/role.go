package digest

import "rashomon"

// eventRoles returns what hangs on the head of a trigger: of a predicate the roles of its clause; of a noun its possessors,
// phrases and compounds, and as Shared the roles of the clause that it stands in ("the army carried out the raid"); of a
// participle before a noun, that noun ("the captured town").
func (b *builder) eventRoles(head, clause int) []Role {
	if clause != rashomon.None && b.drawn[clause].Head == b.doc.Tokens[head].Extent {
		return b.drawn[clause].Roles
	}
	var roles []Role
	for i := range b.tree.Dependents(head) {
		if b.isRole(i) || b.tree.Is(i, "nmod") || b.tree.Is(i, "compound") {
			roles = append(roles, b.role(i))
		}
	}
	if described := b.tree.Head(head); described != rashomon.None && b.tree.Is(head, "amod") {
		roles = append(roles, b.describedRole(head, described))
	}
	return append(roles, b.rolesAround(head, clause)...)
}

// describedRole returns the role of a noun with the participle that describes it: who does it or, for a past participle,
// whom it is done to.
func (b *builder) describedRole(participle, noun int) Role {
	role := b.role(noun)
	role.Relation, role.Preposition = "nsubj", ""
	if b.doc.Tokens[participle].XPOS == "VBN" {
		role.Relation = "nsubj:pass"
	}
	return role
}

// rolesAround returns the roles of the clause around a word that is not its predicate, without the one that holds the word.
func (b *builder) rolesAround(head, clause int) []Role {
	if clause == rashomon.None {
		return nil
	}
	var roles []Role
	for _, role := range b.drawn[clause].Roles {
		if !role.Extent.Contains(b.doc.Tokens[head].Extent) {
			role.Shared = true
			roles = append(roles, role)
		}
	}
	return roles
}
