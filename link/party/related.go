package party

import "slices"

// agreeInName reports whether the full names of two profiles, whatever their company, allow that they are one.
func agreeInName(p, q *profile) bool { return p.nameKey == q.nameKey || bestName(p, q).score > 0 }

// mayStand reports whether one of two profiles may be a short name, or a description, of the other, whatever its
// company.
func mayStand(p, q *profile) bool {
	return !p.isAnchor() && p.mayMean(q) || !q.isAnchor() && q.mayMean(p)
}

// mayMean reports whether a short name or a description may stand for another profile.
func (p *profile) mayMean(q *profile) bool {
	switch {
	case q.description != nil:
		return false
	case p.description == nil:
		return shortFor(p, q).score > 0
	}
	return p.description.fits(p, q, q.functions)
}

// sign returns the signature of a profile: all that agreeInName and mayStand ask for.
func (p *profile) sign() key {
	parts := []string{string(p.class), string(p.entity.Type), p.entity.Name, p.name(), p.gender}
	for _, f := range p.forms {
		parts = append(append(parts, f.text), f.words...)
	}
	for _, f := range p.functions {
		parts = append(parts, f.what, f.of)
	}
	if p.isAnchor() {
		parts = append(parts, "anchor")
	}
	if p.isSource || p.isDateline || p.description != nil && (p.description.ownVoice || p.description.ownPlace) {
		parts = append(parts, p.element.Document)
	}
	return newKey(parts...)
}

// fits reports whether a description in a profile fits another profile with certain functions.
func (d *description) fits(own, other *profile, functions []function) bool {
	switch {
	case d.ownVoice:
		return other.isSource && other.context == own.context
	case d.ownPlace:
		return other.isDateline && other.context == own.context
	case other.class == classPerson && own.class == classPerson:
		return slices.ContainsFunc(functions, d.function.fits)
	case other.class != classPerson && own.class != classPerson:
		return slices.ContainsFunc(other.forms, d.isIn)
	}
	return false
}

// isIn reports whether all words of a description are in a name that says last the same.
func (d *description) isIn(f form) bool {
	return len(f.words) > len(d.words) && f.words[f.head] == synonym(singular(d.last())) && holdsAll(f.words, d.words)
}
