package framing

import "cmp"

// sumSigns adds up, for every entity, the labels whose words say by themselves what they are.
func (r *reading) sumSigns() {
	for _, p := range r.parties {
		r.signs[p.entity] += p.own()
	}
}

// own returns the valence that the words of a phrase have by themselves. A noun held at a distance is not meant: a good
// or contested one turns hostile, a hostile one loses its edge, and so do its good modifiers; hostile ones stay. A noun
// in doubt only loses its edge.
func (p partyName) own() int {
	noun := p.noun
	if p.doubted {
		noun = max(0, noun)
	}
	switch {
	case !p.held:
		return cmp.Compare(noun+p.good, p.bad)
	case p.noun < 0:
		return cmp.Compare(0, p.bad)
	}
	return -1
}

// valence returns the valence of a label with the rule. A contested word has that of the other labels of its party: who
// writes of "the puppet government" means no praise with "the regime".
func (r *reading) valence(p partyName) (int, string) {
	if own := p.own(); own != 0 || p.doubted || p.held || p.noun != 0 {
		return own, p.rule()
	}
	if sign := cmp.Compare(r.signs[p.entity], 0); sign != 0 {
		return sign, p.rule() + "; as the other labels"
	}
	return 0, p.rule()
}
