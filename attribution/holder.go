package attribution

import (
	"slices"
	"strings"

	"rashomon"
)

// setHolder sets the holder of a statement, what kind of source it is and whether it takes part in what is told. Those before it
// have theirs already.
func (r *reading) setHolder(all []rashomon.Statement, i int) {
	s, speaker := &all[i], r.drafts[i].speaker
	s.Holder = rashomon.None
	if speaker == rashomon.None {
		s.SourceKind = rashomon.SourceNobody
		return
	}
	m := r.mentionOf(speaker, s.Source)
	if noun := r.relativeNoun(speaker); m == rashomon.None && noun != rashomon.None { // "the committee, which calls itself"
		speaker, m = noun, r.mentionAt(noun)
	}
	if m == rashomon.None {
		s.SourceKind = r.nounKind(speaker)
		return
	}
	s.Holder = r.doc.Mentions[m].Entity
	if r.doc.Mentions[m].Kind == rashomon.MentionPronoun && r.quoted[speaker] == rashomon.None && !r.spokenOf[s.Holder] {
		if s.Holder = r.speakerBefore(all[:i], inClass("third person", r.words[speaker])); s.Holder == rashomon.None {
			return
		}
	}
	s.SourceKind = r.sourceKind(s.Holder, m)
	s.Involvement = involvement(r.doc.Entities[s.Holder].Codes)
}

// relativeNoun returns the noun that the relative clause of a relative pronoun hangs on, None for other words.
func (r *reading) relativeNoun(pronoun int) int {
	if !r.isRelative(pronoun) {
		return rashomon.None
	}
	at := pronoun
	for range deepestControl {
		head := r.tree.Head(at)
		if head == rashomon.None {
			break
		}
		if r.tree.Is(at, "acl:relcl") && head < pronoun {
			return head
		}
		at = head
	}
	return rashomon.None
}

// entitiesSpokenOf tells of each entity whether a name or a noun of the author's own speaks of it. "He" who speaks is nobody that only a
// quotation speaks of, his own least of all.
func (r *reading) entitiesSpokenOf() []bool {
	spoken := make([]bool, len(r.doc.Entities))
	for _, m := range r.doc.Mentions {
		if m.Kind != rashomon.MentionPronoun && r.quoted[m.Head] == rashomon.None {
			spoken[m.Entity] = true
		}
	}
	return spoken
}

// speakerBefore returns who speaks in the last statement that stands in no other, or None where a person is wanted and it is
// none.
func (r *reading) speakerBefore(all []rashomon.Statement, person bool) int {
	for i := len(all) - 1; i >= 0; i-- {
		if h := all[i].Holder; all[i].Within == rashomon.None && h != rashomon.None {
			if person && r.doc.Entities[h].Type != rashomon.EntityPerson {
				return rashomon.None
			}
			return h
		}
	}
	return rashomon.None
}

// mentionOf returns the mention that a speaker heads, else one in apposition that the source holds: "her brother, Jonas
// Brandt"; None where the source mentions nobody.
func (r *reading) mentionOf(speaker int, source rashomon.Span) int {
	if m := r.mentionAt(speaker); m != rashomon.None {
		return m
	}
	for child := range r.tree.Dependents(speaker) {
		if contains(source, child) && (r.tree.Is(child, "appos") || r.tree.Is(child, "flat") || r.tree.Is(child, "nmod:desc")) {
			if m := r.mentionAt(child); m != rashomon.None {
				return m
			}
		}
	}
	return rashomon.None
}

// mentionAt returns the longest mention that a token heads, or None.
func (r *reading) mentionAt(head int) int { return r.mentions[head] }

// headMentions returns of each token the longest mention that it heads, or None.
func headMentions(doc *rashomon.Document) []int {
	at := make([]int, len(doc.Tokens))
	for i := range at {
		at[i] = rashomon.None
	}
	for n, m := range doc.Mentions {
		if at[m.Head] == rashomon.None || m.Span.Len() > doc.Mentions[at[m.Head]].Span.Len() {
			at[m.Head] = n
		}
	}
	return at
}

// sourceKind tells what a source is that mentions an entity: by the entity, where it has a name, else by the noun.
func (r *reading) sourceKind(entity, mention int) rashomon.SourceKind {
	e := r.doc.Entities[entity]
	if slices.Contains(e.Codes, "JRN") && e.Type != rashomon.EntityPerson && r.isNamed(entity) {
		return rashomon.SourceOutlet
	}
	if r.isNamed(entity) {
		return namedKinds[e.Type]
	}
	head := r.doc.Mentions[mention].Head
	if kind := r.nounKind(head); kind != "" && !(kind == rashomon.SourceAnonymous && r.isDefinite(mention)) {
		return kind
	}
	switch {
	case r.doc.Tokens[head].UPOS == "PRON":
		return ""
	case e.Type == rashomon.EntityPerson && r.isDefinite(mention):
		return rashomon.SourcePerson
	case e.Type == rashomon.EntityPerson:
		return rashomon.SourceAnonymous
	case e.Type == rashomon.EntityGroup:
		return rashomon.SourceCollective
	}
	return namedKinds[e.Type]
}

// namedKinds are what sources with a name are, by the type of the entity.
var namedKinds = map[rashomon.EntityType]rashomon.SourceKind{
	rashomon.EntityPerson: rashomon.SourcePerson, rashomon.EntityOrganization: rashomon.SourceOffice,
	rashomon.EntityGroup: rashomon.SourceCollective, rashomon.EntityPlace: rashomon.SourceOffice,
	rashomon.EntityFacility: rashomon.SourceOffice, rashomon.EntityWork: rashomon.SourceDocument,
}

// nounKind tells what a noun that stands for nobody by name is as a source, as the lexicon has it.
func (r *reading) nounKind(head int) rashomon.SourceKind {
	if head > 0 {
		if kind := sourceKind(r.words[head-1] + " " + r.lemma(head)); kind != "" {
			return kind
		}
	}
	return sourceKind(r.lemma(head))
}

// isNamed reports whether an entity has a name in the document.
func (r *reading) isNamed(entity int) bool { return r.named[entity] }

func namedEntities(doc *rashomon.Document) []bool {
	named := make([]bool, len(doc.Entities))
	for _, m := range doc.Mentions {
		named[m.Entity] = named[m.Entity] || m.Kind == rashomon.MentionName
	}
	return named
}

// isDefinite reports whether a phrase in the singular says that it is known who is meant: "the minister", "her brother".
func (r *reading) isDefinite(mention int) bool {
	m := r.doc.Mentions[mention]
	first := r.words[m.Span.Start]
	isKnown := inClass("definite", first) || r.doc.Tokens[m.Span.Start].XPOS == "PRP$" ||
		r.tree.Dependent(m.Head, "nmod:poss") != rashomon.None
	return isKnown && !strings.HasSuffix(r.doc.Tokens[m.Head].XPOS, "S")
}

// involvement tells by the codes of an entity whether it takes part in what is told: where they say both or neither, nothing.
func involvement(codes []string) rashomon.Involvement {
	found := rashomon.Involvement("")
	for _, code := range codes {
		if one := sectorInvolvement(code); one != "" {
			if found != "" && found != one {
				return ""
			}
			found = one
		}
	}
	return found
}
