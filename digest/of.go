package digest

import (
	"slices"
	"strings"

	"rashomon"
)

// Of draws the digest of a read document.
func Of(doc *rashomon.Document) *Digest {
	b := newBuilder(doc)
	d := &Digest{
		Document: doc.ID, Name: doc.Name, Title: doc.Detail(rashomon.FieldTitle), Source: doc.Detail(rashomon.FieldSource),
		Authors: doc.Authors(), Agency: doc.Detail(rashomon.FieldAgency), Place: doc.Detail(rashomon.FieldPlace),
		Published: doc.Published(), Text: doc.Text,
	}
	d.Clauses = b.clauses()
	d.Sentences = b.sentences()
	d.Entities = b.entities()
	d.Timexes = b.times()
	d.Statements = b.statements()
	d.Events = b.events()
	d.Quantities = b.figures()
	for _, label := range doc.Labels {
		d.Labels = append(d.Labels, Label{Entity: label.Entity, Extent: doc.Extent(label.Span), Valence: label.Valence})
	}
	for _, word := range doc.LoadedWords {
		d.Loaded = append(d.Loaded, Loaded{Extent: doc.Extent(word.Span), Valence: word.Valence, Statement: word.Statement})
	}
	for _, stance := range doc.Stances {
		mention := doc.Mentions[stance.Mention]
		d.Stances = append(d.Stances, Stance{
			Entity: mention.Entity, Mention: doc.Extent(mention.Span), Value: stance.Value, Probability: stance.Probability,
			Statement: stance.Statement,
		})
	}
	return d
}

func (b *builder) sentences() []Sentence {
	out := make([]Sentence, len(b.doc.Sentences))
	for i, sentence := range b.doc.Sentences {
		extent := b.doc.Extent(sentence.Span)
		out[i] = Sentence{Extent: extent, Part: b.part(extent), Statement: b.voice(sentence.Span), Terms: b.terms(sentence.Span)}
	}
	return out
}

func (b *builder) part(extent rashomon.Extent) rashomon.PartKind {
	if at := b.doc.PartOf(extent.Start); at != rashomon.None {
		return b.doc.Parts[at].Kind
	}
	return ""
}

// terms returns the lemmas of the content words of a span.
func (b *builder) terms(span rashomon.Span) []string {
	var out []string
	for i := span.Start; i < span.End; i++ {
		if term := b.term(i); term != "" {
			out = append(out, term)
		}
	}
	return out
}

// term returns the lemma of a content word in lower case, or "".
func (b *builder) term(i int) string {
	switch token := b.doc.Tokens[i]; token.UPOS {
	case "NOUN", "PROPN", "VERB", "ADJ", "NUM":
		return strings.ToLower(token.Lemma)
	}
	return ""
}

func (b *builder) entities() []Entity {
	out := make([]Entity, len(b.doc.Entities))
	for i, entity := range b.doc.Entities {
		out[i] = Entity{
			Name: entity.Name, Type: entity.Type, Codes: entity.Codes, Listed: listed(entity), Location: bare(entity.Location),
		}
	}
	for _, mention := range b.doc.Mentions {
		extent := b.doc.Extent(mention.Span)
		out[mention.Entity].Mentions = append(out[mention.Entity].Mentions, Mention{
			Extent: extent, Kind: mention.Kind, Head: strings.ToLower(b.doc.Tokens[mention.Head].Lemma), Text: b.doc.Quote(extent),
			Title: b.doc.QuoteSpan(mention.Title), Distancing: !mention.Distancing.Empty(),
		})
	}
	return out
}

// listed returns the line of data that names an entity. Lines of nouns and of countries name none, and codes that come of
// several lines are those of several things.
func listed(entity rashomon.Entity) string {
	list, name, found := strings.Cut(entity.CodeRule, ":")
	if !found || entity.Rule != "clusters/"+string(rashomon.MentionName) || strings.Contains(name, " + ") {
		return ""
	}
	switch list {
	case "persons", "officeholders":
		if entity.Type != rashomon.EntityPerson {
			return ""
		}
	case "parties", "armed_groups", "movements", "international_organizations", "state_institutions", "companies", "media":
		if entity.Type != rashomon.EntityOrganization && entity.Type != rashomon.EntityGroup {
			return ""
		}
	default:
		return ""
	}
	name, _, _ = strings.Cut(name, ", ")
	return list + ":" + name
}

// bare returns a location without its alternatives.
func bare(location *rashomon.Location) *rashomon.Location {
	if location == nil {
		return nil
	}
	copied := *location
	copied.Alternatives = nil
	return &copied
}

func (b *builder) times() []Timex {
	out := make([]Timex, len(b.doc.Timexes))
	for i, timex := range b.doc.Timexes {
		out[i] = Timex{
			Extent: b.doc.Extent(timex.Span), Type: timex.Type, Value: timex.Value, Mod: timex.Mod, From: timex.From, To: timex.To,
			Grain: timex.Grain, Anchor: timex.Anchor, Sentence: b.doc.SentenceOf(timex.Span.Start),
		}
	}
	return out
}

func (b *builder) statements() []Statement {
	out := make([]Statement, len(b.doc.Statements))
	for i, statement := range b.doc.Statements {
		out[i] = Statement{
			Within: statement.Within, Holder: statement.Holder, HolderName: b.doc.HolderName(i), Source: b.doc.Extent(statement.Source),
			Cue: b.doc.Extent(statement.Cue), Kind: statement.Kind, Type: statement.Type, Act: statement.Act, SourceKind: statement.SourceKind,
		}
		if !statement.Cue.Empty() {
			out[i].CueLemma = strings.ToLower(b.doc.Tokens[b.tree.HeadOf(statement.Cue)].Lemma)
		}
		for _, span := range statement.Content {
			out[i].Content = append(out[i].Content, b.doc.Extent(span))
		}
	}
	return out
}

func (b *builder) events() []Event {
	out := make([]Event, len(b.doc.Events))
	for i, event := range b.doc.Events {
		head := b.tree.HeadOf(event.Trigger)
		clause := b.clauseAt(head)
		out[i] = Event{
			Extent: b.doc.Extent(event.Trigger), Clause: b.within(clause, head), Lemma: b.predicate(head),
			Verbal: b.doc.Tokens[head].UPOS == "VERB", Type: event.Type, Mode: event.Mode, Contexts: event.Contexts,
			Actors: event.Actors, Recipients: event.Recipients, Place: event.Place, PlaceFrom: event.PlaceFrom,
			Time: event.Time, TimeFrom: event.TimeFrom, Quantities: event.Quantities, Status: event.Status,
			Statement: event.Statement, Views: event.Views, Agency: event.Agency, Sentence: b.doc.SentenceOf(head),
		}
		out[i].Terms = first(b.predicate(head), b.termsOf(clause))
		out[i].Roles = b.eventRoles(head, clause)
	}
	return out
}

// first puts a word before others, which lose it.
func first(word string, others []string) []string {
	return append([]string{word}, slices.DeleteFunc(slices.Clone(others), func(s string) bool { return s == word })...)
}

func (b *builder) figures() []Quantity {
	out := make([]Quantity, len(b.doc.Quantities))
	for i, quantity := range b.doc.Quantities {
		head := b.tree.HeadOf(quantity.Span)
		extent, clause := b.doc.Extent(quantity.Span), b.clauseAt(head)
		out[i] = Quantity{
			Extent: extent, Clause: b.within(clause, head), Kind: quantity.Kind, Low: quantity.Low, High: quantity.High,
			Qualifier: quantity.Qualifier, Unit: quantity.Unit, Of: b.counted(quantity, head), Per: quantity.Per, Cumulative: quantity.Cumulative,
			Period: quantity.Period, PartOf: quantity.PartOf, Sentence: b.doc.SentenceOf(head), Statement: b.voices[head], Events: b.counting[i],
			Terms: b.termsOf(clause),
		}
		if clause != rashomon.None {
			out[i].Predicate = b.drawn[clause].Predicate
		}
	}
	return out
}

// counted returns what a figure counts, without the predicate that its noun was brought away from.
func (b *builder) counted(q rashomon.Quantity, head int) string {
	for at := head; at != rashomon.None; at = b.tree.Head(at) {
		if b.strayed(at) {
			return strings.TrimSuffix(q.Of, " "+strings.ToLower(b.doc.Tokens[b.tree.Head(at)].Lemma))
		}
	}
	return q.Of
}

// clauseAt returns the clause that holds a token, or None.
func (b *builder) clauseAt(token int) int { return b.clauseOf[token] }

// within returns the extent of a clause or, for a token in none, of its sentence.
func (b *builder) within(clause, token int) rashomon.Extent {
	if clause != rashomon.None {
		return b.drawn[clause].Extent
	}
	return b.doc.Extent(b.doc.Sentences[b.doc.SentenceOf(token)].Span)
}

func (b *builder) termsOf(clause int) []string {
	if clause == rashomon.None {
		return nil
	}
	return b.drawn[clause].Terms
}
