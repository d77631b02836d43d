package view

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"rashomon"
	"rashomon/archive"
)

// Targets returns what names mean for a correction of a kind, each by where it stands in the texts: ids of documents, of what
// stands in one ("9f2c/v3") or between several ("h1f83"). A view of the archive that is at hand spares making one; it may be nil.
func Targets(
	ctx context.Context, a *archive.Archive, v *View, kind rashomon.CorrectionKind, names []string,
) ([]rashomon.Target, error) {
	n := naming{ctx, a, kind, v}
	var targets []rashomon.Target
	for _, name := range names {
		target, err := n.target(name)
		if err != nil {
			return nil, err
		}
		targets = append(targets, target)
	}
	return targets, nil
}

// A naming finds what names mean for a correction.
type naming struct {
	context context.Context
	archive *archive.Archive
	kind    rashomon.CorrectionKind
	view    *View // opened when it is first needed
}

func (n *naming) target(name string) (rashomon.Target, error) {
	document, finding, isWithin := strings.Cut(name, "/")
	switch {
	case !isWithin && IsID(name):
		return n.between(name)
	case !isWithin:
		doc, err := n.archive.Document(n.context, name)
		if err != nil {
			return rashomon.Target{}, err
		}
		return rashomon.Target{Kind: rashomon.TargetDocument, Passages: []rashomon.Passage{{Document: doc.ID}}}, nil
	}
	doc, err := n.archive.Document(n.context, document)
	if err != nil {
		return rashomon.Target{}, err
	}
	if n.kind == rashomon.CorrectionDismiss && !strings.HasPrefix(finding, "v") {
		return n.told(doc, finding)
	}
	return n.within(doc, finding)
}

// within returns an entity or an event of a document: of two that are joined or parted, the party or happening it is of.
func (n *naming) within(doc *rashomon.Document, name string) (rashomon.Target, error) {
	finding, found := doc.Finding(name)
	if !found || !strings.HasPrefix(finding.Kind, "entity ") && !strings.HasPrefix(finding.Kind, "event ") {
		return rashomon.Target{}, unnamed(doc.ID+"/"+name, "the document has no such entity or event")
	}
	if strings.HasPrefix(finding.Kind, "entity ") {
		mention := slices.IndexFunc(doc.Mentions, func(m rashomon.Mention) bool { return m.Entity == finding.Index() })
		return onePassage(rashomon.TargetParty, doc.ID, doc.Extent(doc.Mentions[mention].Span)), nil
	}
	kind := rashomon.TargetEvent
	if n.kind == rashomon.CorrectionMerge || n.kind == rashomon.CorrectionSplit {
		kind = rashomon.TargetHappening
	}
	return onePassage(kind, doc.ID, doc.Extent(doc.Events[finding.Index()].Trigger)), nil
}

func onePassage(kind rashomon.TargetKind, document string, extent rashomon.Extent) rashomon.Target {
	return rashomon.Target{Kind: kind, Passages: []rashomon.Passage{{Document: document, Extent: extent}}}
}

func unnamed(name, cause string) error {
	return &rashomon.Error{
		Kind: rashomon.ErrorNotFound, Place: name, Cause: cause,
		Remedy: "`rashomon show ID --findings` lists what stands in a document, `rashomon compare` what stands between them",
	}
}

// open sets the documents of the archive side by side, once.
func (n *naming) open() (err error) {
	if n.view == nil {
		n.view, err = Open(n.context, n.archive, Options{})
	}
	return err
}

// told returns how a document stands to a party, or a prediction that it makes.
func (n *naming) told(doc *rashomon.Document, name string) (rashomon.Target, error) {
	if err := n.open(); err != nil {
		return rashomon.Target{}, err
	}
	for _, p := range n.view.Comparison.Positions {
		if IsID(name) && p.Document == doc.ID && strings.HasPrefix(p.Party, name) && len(p.Evidence) > 0 {
			parties := n.view.Parties(p.Party)
			return rashomon.Target{Kind: rashomon.TargetPosition, Passages: []rashomon.Passage{
				{Document: doc.ID, Extent: p.Evidence[0]}, n.mention(parties[0]),
			}}, nil
		}
	}
	said, isPassage := doc.Passage(name)
	predictions := n.view.Comparison.Predictions
	if exact := (rashomon.Passage{Document: doc.ID, Extent: said.Extent}); isPassage &&
		slices.ContainsFunc(predictions, func(p rashomon.Prediction) bool { return p.Passage == exact }) {
		return onePassage(rashomon.TargetPrediction, doc.ID, said.Extent), nil
	}
	for _, p := range predictions {
		if p.Document != doc.ID {
			continue
		}
		isSaid := isPassage && said.Extent.Start < p.Extent.End && p.Extent.Start < said.Extent.End
		if isSaid || p.Statement != rashomon.None && name == "s"+strconv.Itoa(p.Statement+1) {
			return onePassage(rashomon.TargetPrediction, doc.ID, p.Extent), nil
		}
	}
	return rashomon.Target{}, unnamed(doc.ID+"/"+name, "there is no event, no position and no prediction of this name")
}

// mention returns a passage that mentions a party: the first of its first entity.
func (n *naming) mention(p rashomon.Party) rashomon.Passage {
	first := p.Entities[0]
	return rashomon.Passage{
		Document: first.Document, Extent: n.view.Digest(first.Document).Entities[first.Index].Mentions[0].Extent,
	}
}

// between returns what an id of a comparison means.
func (n *naming) between(id string) (rashomon.Target, error) {
	if err := n.open(); err != nil {
		return rashomon.Target{}, err
	}
	var targets []rashomon.Target
	switch id[0] {
	case 'p':
		for _, p := range n.view.Parties(id) {
			targets = append(targets, rashomon.Target{Kind: rashomon.TargetParty, Passages: []rashomon.Passage{n.mention(p)}})
		}
	case 'h':
		if h, count := n.view.Happening(id); count > 0 {
			event := n.view.Digest(h.Events[0].Document).Events[h.Events[0].Index]
			targets = slices.Repeat([]rashomon.Target{onePassage(rashomon.TargetHappening, h.Events[0].Document, event.Extent)}, count)
		}
	case 'c':
		d, count := n.view.Difference(id)
		targets = slices.Repeat([]rashomon.Target{{
			Kind: rashomon.TargetDifference, Rule: d.Rule, Passages: []rashomon.Passage{d.A.Passage, d.B.Passage},
		}}, count)
	case 'a':
		a, count := n.view.Agreement(id)
		targets = slices.Repeat([]rashomon.Target{{Kind: rashomon.TargetAgreement, Rule: a.Rule, Passages: bare(a.Passages)}}, count)
	case 'k':
		e, count := n.view.Echo(id)
		targets = slices.Repeat([]rashomon.Target{{Kind: rashomon.TargetEcho, Rule: e.Rule, Passages: e.Passages}}, count)
	}
	switch len(targets) {
	case 0:
		return rashomon.Target{}, UnknownID(id)
	case 1:
		return targets[0], nil
	}
	return rashomon.Target{}, AmbiguousID(id)
}

// bare returns passages without whose word they are.
func bare(sides []rashomon.Side) []rashomon.Passage {
	out := make([]rashomon.Passage, len(sides))
	for i, side := range sides {
		out[i] = side.Passage
	}
	return out
}

// UnknownID is the error of an id that nothing has.
func UnknownID(id string) error {
	return &rashomon.Error{
		Kind: rashomon.ErrorNotFound, Place: id, Cause: "nothing has this id in these documents",
		Remedy: "`rashomon compare` and `rashomon matrix` print ids; give four digits or more",
	}
}

// AmbiguousID is the error of the beginning of several ids.
func AmbiguousID(id string) error {
	return &rashomon.Error{Kind: rashomon.ErrorUsage, Place: id, Cause: "more than one id begins like this",
		Remedy: "give more digits"}
}
