package main

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rashomon"
)

// A chainLink is a statement in the chain that leads from the author inwards, as `why --json` prints it.
type chainLink struct {
	Statement   string       `json:"statement"`
	Name        string       `json:"name"` // of the holder
	Holder      string       `json:"holder,omitempty"`
	Resolution  []resolution `json:"resolution,omitempty"`
	Source      string       `json:"source,omitempty"`
	SourceKind  string       `json:"source_kind,omitempty"`
	Involvement string       `json:"involvement,omitempty"`
	Cue         string       `json:"cue,omitempty"`
	Content     []string     `json:"content"`
	Kind        string       `json:"kind"`
	Type        string       `json:"type,omitempty"`
	Act         string       `json:"act,omitempty"`
	Rule        string       `json:"rule"`
	Explanation string       `json:"explanation"` // of the rule
}

// A resolution is a step from the words of a source to the entity that they were taken for.
type resolution struct {
	Mention string `json:"mention"`
	Words   string `json:"words"`
	Reason  string `json:"reason,omitempty"` // for which it was joined to the next
	Rule    string `json:"rule"`
}

// links returns a chain of statements as links: none but not nil where a text is in its author's voice.
func links(doc *rashomon.Document, chain []int) []chainLink {
	out := []chainLink{}
	for _, i := range chain {
		s := doc.Statements[i]
		next := chainLink{
			Statement: fmt.Sprint("s", i+1), Name: doc.HolderName(i),
			Source: doc.QuoteSpan(s.Source), SourceKind: string(s.SourceKind), Involvement: string(s.Involvement),
			Cue: doc.QuoteSpan(s.Cue), Kind: string(s.Kind), Type: string(s.Type), Act: string(s.Act),
			Rule: s.Rule, Explanation: explanation(s.Rule),
		}
		if s.Holder != rashomon.None {
			next.Holder = fmt.Sprint("e", s.Holder+1)
		}
		for _, j := range resolved(doc, s) {
			m := doc.Mentions[j]
			next.Resolution = append(next.Resolution, resolution{fmt.Sprint("m", j+1), doc.QuoteSpan(m.Span), m.Reason, m.Rule})
		}
		for _, span := range s.Content {
			next.Content = append(next.Content, doc.QuoteSpan(span))
		}
		out = append(out, next)
	}
	return out
}

// resolved returns the mention of the holder in the source of a statement, the one that it was joined to, and so on.
func resolved(doc *rashomon.Document, s rashomon.Statement) []int {
	at := rashomon.None
	for j, m := range doc.Mentions {
		if m.Entity == s.Holder && s.Source.Start <= m.Head && m.Head < s.Source.End &&
			(at == rashomon.None || m.Span.Len() > doc.Mentions[at].Span.Len()) {
			at = j
		}
	}
	var chain []int
	for ; at != rashomon.None && !slices.Contains(chain, at); at = doc.Mentions[at].Antecedent {
		chain = append(chain, at)
	}
	return chain
}

// whyStatement tells of a statement and of each that it stands in whose word it is, and how that is known.
func (p program) whyStatement(out *strings.Builder, doc *rashomon.Document, i int) {
	out.WriteString("\nOn whose word, from the author inwards:\n")
	chain := chainTo(doc, i)
	for n, at := range chain {
		out.WriteByte('\n')
		p.whyLine(out, fmt.Sprint("s", at+1), doc.PrintChain(chain[:n+1]))
		p.whySource(out, doc, doc.Statements[at])
		p.whySaid(out, doc, at)
	}
}

func (p program) whySource(out *strings.Builder, doc *rashomon.Document, s rashomon.Statement) {
	if source := clean(doc.QuoteSpan(s.Source)); source != "" {
		p.field(out, "source", strconv.Quote(source))
	}
	if s.Holder != rashomon.None {
		e := doc.Entities[s.Holder]
		p.field(out, "holder", fmt.Sprintf("e%d %s (%s)", s.Holder+1, e.Name, strings.ToLower(string(e.Type))))
		for _, j := range resolved(doc, s) {
			p.field(out, "", fmt.Sprintf("m%d %s", j+1, mentionText(doc, j)))
		}
	}
	p.field(out, "is", cmp.Or(sources[s.SourceKind], "not known what kind of source"))
	if s.Involvement != "" {
		text := involved[s.Involvement]
		if s.Holder != rashomon.None {
			text += ", by its codes: " + strings.Join(doc.Entities[s.Holder].Codes, " ")
		}
		p.field(out, "", text)
	}
}

func (p program) whySaid(out *strings.Builder, doc *rashomon.Document, i int) {
	s := doc.Statements[i]
	if cue := clean(doc.QuoteSpan(s.Cue)); cue != "" {
		p.field(out, "cue", strconv.Quote(cue))
	}
	does := cmp.Or(types[s.Type], "not known")
	if s.Act != "" {
		does += "; the act: " + string(s.Act)
	}
	p.field(out, "does", does)
	p.field(out, "how", kinds[s.Kind])
	p.field(out, "says", contentText(doc, i))
	p.field(out, "rule", s.Rule+" - "+explanation(s.Rule))
}

// field prints a line with its name before it, below a statement.
func (p program) field(out *strings.Builder, name, text string) {
	const margin, names = 10, 8
	for _, line := range wrap(text, p.width()-margin-names) {
		fmt.Fprintf(out, "%*s%-*s%s\n", margin, "", names, name, line)
		name = ""
	}
}

// What the kinds of source, of involvement, of statement and of attitude mean.
var (
	sources = map[rashomon.SourceKind]string{
		rashomon.SourcePerson:     "a person, by name or function",
		rashomon.SourceOffice:     "an office: a government, a ministry, an army, an organisation",
		rashomon.SourceOutlet:     "an outlet: an agency, a newspaper, a broadcaster",
		rashomon.SourceDocument:   "a document: a report, a poll, data",
		rashomon.SourceAnonymous:  "anonymous: the text does not tell who it is",
		rashomon.SourceCollective: "a collective: many people, without their names",
		rashomon.SourceNobody:     "nobody: the text does not tell who says it",
	}
	involved = map[rashomon.Involvement]string{
		rashomon.InvolvementParty:   "party to it: of a government, an army, an armed or a political group",
		rashomon.InvolvementOutside: "outside it: media, observers, aid, courts, civilians",
	}
	kinds = map[rashomon.StatementKind]string{
		rashomon.StatementDirect:   "direct: in quotation marks",
		rashomon.StatementIndirect: "indirect: in the words of whoever tells it",
		rashomon.StatementMixed:    "mixed: partly in quotation marks",
	}
	types = map[rashomon.StatementType]string{
		rashomon.StatementAssertion:   "assertion: said, written or shown",
		rashomon.StatementBelief:      "belief: thought, feared or doubted",
		rashomon.StatementFact:        "fact: known or learned, so that the text takes it to be so",
		rashomon.StatementEventuality: "eventuality: wanted, planned or ordered, what shall be",
	}
)
