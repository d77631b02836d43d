// Package export writes what Rashomon has found in forms that other tools load.
package export

import (
	"encoding/json"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"rashomon"
)

// WriteAnnotation writes one document in the annotation format: one JSON object on one line. Offsets count Unicode code
// points of the text. Fields that are unknown are left out.
func WriteAnnotation(w io.Writer, doc *rashomon.Document) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(newAnnotation(doc))
}

type annotation struct {
	Document   documentHead `json:"document"`
	Text       string       `json:"text"`
	Details    []detail     `json:"details,omitempty"`
	Parts      []part       `json:"parts,omitempty"`
	Sentences  []sentence   `json:"sentences,omitempty"`
	Entities   []entity     `json:"entities,omitempty"`
	Times      []time       `json:"times,omitempty"`
	Quantities []quantity   `json:"quantities,omitempty"`
	Events     []event      `json:"events,omitempty"`
	Statements []statement  `json:"statements,omitempty"`
	Labels     []label      `json:"labels,omitempty"`
	Loaded     []loaded     `json:"loaded,omitempty"`
	Stances    []stance     `json:"stances,omitempty"`
	Written    []days       `json:"written,omitempty"`
	Evidence   []evidence   `json:"evidence,omitempty"`
}

type documentHead struct {
	ID        string `json:"id"`
	Name      string `json:"name"`
	Title     string `json:"title,omitempty"`
	Source    string `json:"source,omitempty"`
	Author    string `json:"author,omitempty"`
	Agency    string `json:"agency,omitempty"`
	Place     string `json:"place,omitempty"`
	Published string `json:"published,omitempty"`
	URL       string `json:"url,omitempty"`
	Language  string `json:"language,omitempty"`
	SHA256    string `json:"sha256"`
}

// A stretch is a half-open range of code points of the text.
type stretch struct {
	Begin int `json:"begin"`
	End   int `json:"end"`
}

type detail struct {
	Field string `json:"field"`
	Value string `json:"value"`
	*stretch
	Rule string `json:"rule"`
}

type part struct {
	stretch
	Kind string `json:"kind"`
	Rule string `json:"rule"`
}

type sentence struct {
	stretch
	Tokens []token `json:"tokens"`
}

type token struct {
	stretch
	Form     string `json:"form"`
	Lemma    string `json:"lemma,omitempty"`
	UPOS     string `json:"upos,omitempty"`
	XPOS     string `json:"xpos,omitempty"`
	Features string `json:"feats,omitempty"`
	Head     *int   `json:"head,omitempty"` // from 1 within the sentence; 0 for the root
	Relation string `json:"deprel,omitempty"`
}

type entity struct {
	ID       string             `json:"id"`
	Name     string             `json:"name"`
	Type     string             `json:"type"`
	Codes    []string           `json:"codes,omitempty"`
	CodeRule string             `json:"code_rule,omitempty"`
	Location *rashomon.Location `json:"location,omitempty"`
	Mentions []mention          `json:"mentions"`
	Rule     string             `json:"rule"`
}

type mention struct {
	stretch
	Kind       string   `json:"kind"`
	Title      *stretch `json:"title,omitempty"`
	Distancing *stretch `json:"distancing,omitempty"`
	Reason     string   `json:"reason,omitempty"` // why it is of this entity
	Rule       string   `json:"rule"`
}

type time struct {
	stretch
	Type   string `json:"type"`
	Value  string `json:"value,omitempty"`
	Mod    string `json:"mod,omitempty"`
	From   string `json:"from,omitempty"`
	To     string `json:"to,omitempty"`
	Grain  string `json:"grain,omitempty"`
	Offset string `json:"offset,omitempty"`
	Anchor string `json:"anchor,omitempty"` // publication, deduced, unknown, or the index in times of the one it counts from
	// Inferred tells of a value that follows from when the document was written, which it does not tell by itself.
	Inferred bool   `json:"inferred,omitempty"`
	Text     string `json:"text"`
	Rule     string `json:"rule"`
}

type quantity struct {
	stretch
	Kind       string   `json:"kind"`
	Low        *float64 `json:"low,omitempty"`
	High       *float64 `json:"high,omitempty"`
	Qualifier  string   `json:"qualifier,omitempty"`
	Unit       string   `json:"unit,omitempty"`
	Of         string   `json:"of,omitempty"`
	Per        string   `json:"per,omitempty"`
	Cumulative bool     `json:"cumulative,omitempty"`
	Period     *int     `json:"period,omitempty"`  // index into times
	PartOf     *int     `json:"part_of,omitempty"` // index into quantities
	Rule       string   `json:"rule"`
}

type event struct {
	ID string `json:"id"`
	stretch
	Type       string   `json:"type"`
	Mode       string   `json:"mode,omitempty"`
	Contexts   []string `json:"contexts,omitempty"`
	Actors     []string `json:"actors,omitempty"`
	Recipients []string `json:"recipients,omitempty"`
	Place      string   `json:"place,omitempty"`
	PlaceFrom  string   `json:"place_from,omitempty"` // tree, sentence, frame
	Time       *int     `json:"time,omitempty"`
	TimeFrom   string   `json:"time_from,omitempty"`
	Quantities []int    `json:"quantities,omitempty"`
	Status     string   `json:"status"`
	Statement  string   `json:"statement,omitempty"`
	Views      []view   `json:"views,omitempty"`
	Agency     string   `json:"agency,omitempty"`
	Rule       string   `json:"rule"`
}

// A view is the status of an event according to another holder; without a statement it is the document's own voice.
type view struct {
	Statement string `json:"statement,omitempty"`
	Status    string `json:"status"`
	Rule      string `json:"rule"`
}

type statement struct {
	ID      string    `json:"id"`
	Within  string    `json:"within,omitempty"`
	Holder  string    `json:"holder,omitempty"`
	Source  *stretch  `json:"source,omitempty"`
	Cue     *stretch  `json:"cue,omitempty"`
	Content []stretch `json:"content"`
	Kind    string    `json:"kind"`
	Type    string    `json:"type,omitempty"`
	Act     string    `json:"act,omitempty"`

	SourceKind  string `json:"source_kind,omitempty"`
	Involvement string `json:"involvement,omitempty"`

	Rule string `json:"rule"`
}

type label struct {
	Entity string `json:"entity"`
	stretch
	Valence int    `json:"valence"`
	Rule    string `json:"rule"`
}

type loaded struct {
	stretch
	Valence   int    `json:"valence"`
	Statement string `json:"statement,omitempty"`
	Rule      string `json:"rule"`
}

type stance struct {
	Entity string `json:"entity"`
	stretch
	Value       int       `json:"value"`
	Probability float64   `json:"probability"`
	Statement   string    `json:"statement,omitempty"`
	Evidence    []stretch `json:"evidence,omitempty"`
	Rule        string    `json:"rule"`
}

// days are some on which the document may have been written, as far as evidence leaves them.
type days struct {
	From string `json:"from,omitempty"`
	To   string `json:"to,omitempty"`
}

type evidence struct {
	stretch
	Reason string `json:"reason"`
	Rule   string `json:"rule"`
}

// An annotator turns a document into the format's terms.
type annotator struct {
	doc    *rashomon.Document
	points []int // points[i]: code points before byte i; nil when the text is ASCII and bytes are code points
}

func newAnnotation(doc *rashomon.Document) annotation {
	a := annotator{doc: doc, points: codePoints(doc.Text)}
	return annotation{
		Document: a.head(), Text: doc.Text, Details: each(doc.Details, a.detail), Parts: each(doc.Parts, a.part),
		Sentences: each(doc.Sentences, a.sentence), Entities: a.entities(), Times: each(doc.Timexes, a.time),
		Quantities: each(doc.Quantities, a.quantity), Events: a.events(), Statements: a.statements(), Labels: each(doc.Labels, a.label),
		Loaded: each(doc.LoadedWords, a.loaded), Stances: each(doc.Stances, a.stance),
		Written: each(doc.Written, func(d rashomon.Days) days { return days(d) }), Evidence: each(doc.Evidence, a.evidence),
	}
}

// codePoints counts the code points before each byte of a text, its end included.
func codePoints(text string) []int {
	if utf8.RuneCountInString(text) == len(text) {
		return nil
	}
	points := make([]int, len(text)+1)
	count := 0
	for i := range len(text) {
		points[i] = count
		if i+1 == len(text) || utf8.RuneStart(text[i+1]) {
			count++
		}
	}
	points[len(text)] = count
	return points
}

func each[T, U any](elements []T, turn func(T) U) []U {
	turned := make([]U, len(elements))
	for i, element := range elements {
		turned[i] = turn(element)
	}
	return turned
}

func (a annotator) stretch(e rashomon.Extent) stretch {
	if a.points == nil {
		return stretch{e.Start, e.End}
	}
	return stretch{a.points[e.Start], a.points[e.End]}
}

func (a annotator) spanned(s rashomon.Span) stretch { return a.stretch(a.doc.Extent(s)) }

// optional returns nil for the empty span.
func (a annotator) optional(s rashomon.Span) *stretch {
	if s.Empty() {
		return nil
	}
	spanned := a.spanned(s)
	return &spanned
}

// id names an element as the format does: a letter and its number from 1, "" for none.
func id(letter string, index int) string {
	if index == rashomon.None {
		return ""
	}
	return letter + strconv.Itoa(index+1)
}

// place returns an index into another list, nil for none.
func place(index int) *int {
	if index == rashomon.None {
		return nil
	}
	return &index
}

func ids(letter string, indexes []int) []string {
	return each(indexes, func(i int) string { return id(letter, i) })
}

func (a annotator) head() documentHead {
	return documentHead{
		ID: a.doc.ID, Name: a.doc.Name, SHA256: a.doc.SHA256,
		Title: a.doc.Detail(rashomon.FieldTitle), Source: a.doc.Detail(rashomon.FieldSource), Author: a.authors(),
		Agency: a.doc.Detail(rashomon.FieldAgency), Place: a.doc.Detail(rashomon.FieldPlace),
		Published: a.doc.Published(), URL: a.doc.Detail(rashomon.FieldURL), Language: a.doc.Detail(rashomon.FieldLanguage),
	}
}

func (a annotator) authors() string { return strings.Join(a.doc.Authors(), ", ") }

func (a annotator) detail(d rashomon.Detail) detail {
	out := detail{Field: string(d.Field), Value: d.Value, Rule: d.Rule}
	if !d.Extent.Empty() {
		at := a.stretch(d.Extent)
		out.stretch = &at
	}
	return out
}

func (a annotator) part(p rashomon.Part) part {
	return part{a.stretch(p.Extent), string(p.Kind), p.Rule}
}

func (a annotator) sentence(s rashomon.Sentence) sentence {
	out := sentence{stretch: a.spanned(s.Span)}
	for i := s.Span.Start; i < s.Span.End; i++ {
		out.Tokens = append(out.Tokens, a.token(i, s.Span))
	}
	return out
}

func (a annotator) token(i int, within rashomon.Span) token {
	t := a.doc.Tokens[i]
	out := token{
		stretch: a.stretch(t.Extent), Form: a.doc.Quote(t.Extent),
		Lemma: t.Lemma, UPOS: t.UPOS, XPOS: t.XPOS, Features: t.Features, Relation: t.Relation,
	}
	if t.Relation != "" {
		head := 0
		if t.Head != 0 {
			head = i + t.Head - within.Start + 1
		}
		out.Head = &head
	}
	return out
}

func (a annotator) entities() []entity {
	out := make([]entity, len(a.doc.Entities))
	for i, e := range a.doc.Entities {
		out[i] = entity{ID: id("e", i), Name: e.Name, Type: string(e.Type), Codes: e.Codes, CodeRule: e.CodeRule, Location: e.Location, Rule: e.Rule}
	}
	for _, m := range a.doc.Mentions {
		out[m.Entity].Mentions = append(out[m.Entity].Mentions, mention{
			a.spanned(m.Span), string(m.Kind), a.optional(m.Title), a.optional(m.Distancing), m.Reason, m.Rule,
		})
	}
	return out
}

func (a annotator) time(t rashomon.Timex) time {
	out := time{
		stretch: a.spanned(t.Span), Type: string(t.Type), Value: t.Value, Mod: t.Mod, From: t.From, To: t.To, Grain: string(t.Grain),
		Offset: t.Offset, Anchor: string(t.Anchor), Inferred: t.Anchor == rashomon.AnchorDeduced, Text: a.doc.QuoteSpan(t.Span), Rule: t.Rule,
	}
	if t.Anchor == rashomon.AnchorTimex {
		out.Anchor = strconv.Itoa(t.AnchorTimex)
	}
	return out
}

func (a annotator) evidence(e rashomon.Evidence) evidence {
	return evidence{a.spanned(e.Span), e.Reason, e.Rule}
}

func (a annotator) quantity(q rashomon.Quantity) quantity {
	return quantity{
		a.spanned(q.Span), string(q.Kind), q.Low, q.High, q.Qualifier, q.Unit, q.Of, q.Per, q.Cumulative,
		place(q.Period), place(q.PartOf), q.Rule,
	}
}

func (a annotator) events() []event {
	out := make([]event, len(a.doc.Events))
	for i, e := range a.doc.Events {
		out[i] = event{
			ID: id("v", i), stretch: a.spanned(e.Trigger), Type: e.Type, Mode: e.Mode, Contexts: e.Contexts,
			Actors: ids("e", e.Actors), Recipients: ids("e", e.Recipients),
			Place: id("e", e.Place), PlaceFrom: string(e.PlaceFrom), Time: place(e.Time), TimeFrom: string(e.TimeFrom),
			Quantities: e.Quantities, Status: string(e.Status), Statement: id("s", e.Statement), Views: each(e.Views, newView),
			Agency: string(e.Agency), Rule: e.Rule,
		}
	}
	return out
}

func (a annotator) statements() []statement {
	out := make([]statement, len(a.doc.Statements))
	for i, s := range a.doc.Statements {
		out[i] = statement{
			ID: id("s", i), Within: id("s", s.Within), Holder: id("e", s.Holder),
			Source: a.optional(s.Source), Cue: a.optional(s.Cue), Content: each(s.Content, a.spanned),
			Kind: string(s.Kind), Type: string(s.Type), Act: string(s.Act),
			SourceKind: string(s.SourceKind), Involvement: string(s.Involvement), Rule: s.Rule,
		}
	}
	return out
}

func newView(v rashomon.View) view { return view{id("s", v.Statement), string(v.Status), v.Rule} }

func (a annotator) loaded(w rashomon.LoadedWord) loaded {
	return loaded{a.spanned(w.Span), w.Valence, id("s", w.Statement), w.Rule}
}

func (a annotator) stance(s rashomon.Stance) stance {
	mention := a.doc.Mentions[s.Mention]
	return stance{
		id("e", mention.Entity), a.spanned(mention.Span), s.Value, s.Probability, id("s", s.Statement),
		each(s.Evidence, a.spanned), s.Rule,
	}
}

func (a annotator) label(l rashomon.Label) label {
	return label{id("e", l.Entity), a.spanned(l.Span), l.Valence, l.Rule}
}
