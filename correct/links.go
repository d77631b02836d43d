package correct

import (
	"cmp"
	"slices"

	"rashomon"
	"rashomon/digest"
	"rashomon/link"
	"rashomon/link/echo"
	"rashomon/link/happening"
	"rashomon/link/party"
)

// Links links the documents as package link does, with what people say of parties, happenings and echoes.
func (r *Replay) Links() rashomon.Links {
	sorted := slices.SortedFunc(slices.Values(r.Digests), func(a, b *digest.Digest) int {
		return cmp.Compare(a.Document, b.Document)
	})
	r.parties = r.correctParties(party.Link(sorted))
	return rashomon.Links{
		Parties: r.parties, Happenings: r.correctHappenings(happening.Link(sorted, r.parties)),
		Echoes: r.correctEchoes(echo.Find(sorted)),
	}
}

// LinksOf links the documents, which are those of an index, as Links does.
func (r *Replay) LinksOf(x *link.Index) rashomon.Links {
	links := x.LinksWith(func(parties []rashomon.Party) []rashomon.Party {
		r.parties = r.correctParties(parties)
		return r.parties
	})
	links.Happenings, links.Echoes = r.correctHappenings(links.Happenings), r.correctEchoes(links.Echoes)
	return links
}

// Resume takes up links that were made of the same digests with the same corrections, but for such as [IsAfterwards]: the parties, and
// which of the corrections changed nothing, and why.
func (r *Replay) Resume(parties []rashomon.Party, unapplied map[int64]string) {
	r.parties = parties
	for _, c := range r.corrections {
		if !IsAfterwards(c) {
			why, isUnapplied := unapplied[c.Number]
			r.refused[c.Number], r.applied[c.Number] = why, !isUnapplied
		}
	}
}

// IsAfterwards reports whether a correction takes away from what comparing found, and changes nothing that is compared.
func IsAfterwards(c rashomon.Correction) bool {
	if c.Kind != rashomon.CorrectionDismiss {
		return false
	}
	switch c.Targets[0].Kind {
	case rashomon.TargetDifference, rashomon.TargetAgreement, rashomon.TargetPosition, rashomon.TargetPrediction:
		return true
	}
	return false
}

// bonds returns what corrections say of elements of a kind being one.
func (r *Replay) bonds(kind rashomon.TargetKind, find func(rashomon.Passage) (rashomon.Element, bool)) []bond {
	var out []bond
	for _, c := range r.corrections {
		if len(c.Targets) != 2 || c.Targets[0].Kind != kind {
			continue
		}
		a, foundA := find(c.Targets[0].Passages[0])
		b, foundB := find(c.Targets[1].Passages[0])
		if foundA && foundB && !r.dismissed[a] && !r.dismissed[b] {
			r.applied[c.Number] = true
			out = append(out, bond{a: a, b: b, apart: c.Kind == rashomon.CorrectionSplit, correction: c})
		}
	}
	return out
}

// regroup joins and parts groups, and notes which corrections do nothing since later ones say otherwise.
func (r *Replay) regroup(groups []group, bonds []bond) []group {
	regrouped, contradicted := regroup(groups, bonds)
	for _, b := range contradicted {
		r.applied[b.correction.Number] = false
		r.refused[b.correction.Number] = "a later correction says otherwise"
		if b.a == b.b {
			r.refused[b.correction.Number] = "this reading takes both for one within the document"
		}
	}
	return regrouped
}

func (r *Replay) correctParties(parties []rashomon.Party) []rashomon.Party {
	out := slices.Clone(parties)
	if bonds := r.bonds(rashomon.TargetParty, r.entity); len(bonds) > 0 {
		out = r.joinParties(parties, bonds)
	}
	r.recodeParties(out)
	return out
}

// joinParties joins and parts parties.
func (r *Replay) joinParties(parties []rashomon.Party, bonds []bond) []rashomon.Party {
	at := map[rashomon.Element]int{}
	for i, p := range parties {
		for _, element := range p.Entities {
			at[element] = i
		}
	}
	touched := map[int]bool{}
	for _, b := range bonds {
		touched[at[b.a]], touched[at[b.b]] = true, true
	}
	var groups []group
	var out []rashomon.Party
	for i, p := range parties {
		if touched[i] {
			groups = append(groups, group{p.Entities, p.Joins})
		} else {
			out = append(out, p)
		}
	}
	for _, g := range r.regroup(groups, bonds) {
		whole := parties[at[g.elements[0]]]
		if !slices.Equal(whole.Entities, g.elements) {
			whole = r.describe(g, func(e rashomon.Element) rashomon.Party { return parties[at[e]] })
		}
		whole.Joins = g.joins
		out = append(out, whole)
	}
	slices.SortFunc(out, func(a, b rashomon.Party) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

// recodeParties gives parties the type and codes that people say they have.
func (r *Replay) recodeParties(parties []rashomon.Party) {
	for _, c := range r.corrections {
		if c.Kind != rashomon.CorrectionRecode || c.Targets[0].Kind != rashomon.TargetParty {
			continue
		}
		element, found := r.entity(c.Targets[0].Passages[0])
		if !found {
			continue
		}
		r.applied[c.Number] = true
		p := &parties[slices.IndexFunc(parties, func(p rashomon.Party) bool { return slices.Contains(p.Entities, element) })]
		if c.Type != "" {
			p.Type = rashomon.EntityType(c.Type)
		}
		if len(c.Codes) > 0 {
			p.Codes = c.Codes
		}
	}
}

// correctEchoes leaves out the echoes that people dismissed.
func (r *Replay) correctEchoes(echoes []rashomon.Echo) []rashomon.Echo {
	return without(r, echoes, rashomon.TargetEcho, func(e rashomon.Echo, t rashomon.Target) bool {
		return e.Rule == t.Rule && holds(e.Passages, t.Passages)
	})
}

// holds reports whether passages have all of some others among them.
func holds(passages, others []rashomon.Passage) bool {
	return !slices.ContainsFunc(others, func(p rashomon.Passage) bool { return !slices.Contains(passages, p) })
}

// without returns a list without what corrections dismiss: what fits a target of a kind.
func without[T any](r *Replay, list []T, kind rashomon.TargetKind, fits func(T, rashomon.Target) bool) []T {
	for _, c := range r.corrections {
		if c.Kind != rashomon.CorrectionDismiss || c.Targets[0].Kind != kind {
			continue
		}
		kept := slices.DeleteFunc(slices.Clone(list), func(element T) bool { return fits(element, c.Targets[0]) })
		r.applied[c.Number] = r.applied[c.Number] || len(kept) < len(list)
		list = kept
	}
	return list
}
