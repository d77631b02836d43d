package rashomon

import (
	"slices"
	"strings"
)

// A Statement is an attribution: what the text lays to somebody other than its author.
type Statement struct {
	Within  int           `json:"within"` // index of the statement that this one stands in, or None
	Holder  int           `json:"holder"` // index into Entities, or None where the text names nobody that is known
	Source  Span          `json:"source,omitzero"`
	Cue     Span          `json:"cue,omitzero"`
	Content []Span        `json:"content"` // in order, without overlap; at least one
	Kind    StatementKind `json:"kind"`
	Type    StatementType `json:"type,omitempty"` // "" in documents stored before there were types
	Act     Act           `json:"act,omitempty"`  // "" for what is no act: a belief, a wish

	SourceKind  SourceKind  `json:"source_kind,omitempty"` // "" where the text does not tell
	Involvement Involvement `json:"involvement,omitempty"` // "" where neither the text nor the codes of the holder tell

	Rule string `json:"rule"`
}

// A StatementKind tells how a statement gives the words of its holder.
type StatementKind string

// The kinds of statement.
const (
	StatementDirect   StatementKind = "direct"
	StatementIndirect StatementKind = "indirect"
	StatementMixed    StatementKind = "mixed"
)

var statementKinds = []StatementKind{StatementDirect, StatementIndirect, StatementMixed}

// A StatementType tells how the holder stands to the content, by the types of attribution of the Penn Discourse TreeBank
// (Prasad and others 2007) as PARC 3.0 has them (Pareti 2016).
type StatementType string

// The types of statement.
const (
	StatementAssertion   StatementType = "assertion"   // said, written, shown
	StatementBelief      StatementType = "belief"      // thought, feared, doubted
	StatementFact        StatementType = "fact"        // known, learned, remembered: the text takes the content to be so
	StatementEventuality StatementType = "eventuality" // wanted, planned, ordered, promised: what shall be
)

var statementTypes = []StatementType{"", StatementAssertion, StatementBelief, StatementFact, StatementEventuality}

// An Act is what the holder does by saying it.
type Act string

// The acts.
const (
	ActAssert   Act = "assert"
	ActDeny     Act = "deny"
	ActAccuse   Act = "accuse"
	ActAdmit    Act = "admit"
	ActPredict  Act = "predict"
	ActPromise  Act = "promise"
	ActThreaten Act = "threaten"
	ActDemand   Act = "demand"
	ActPropose  Act = "propose"
	ActAsk      Act = "ask"
	ActPraise   Act = "praise"
	ActCondemn  Act = "condemn"
)

var acts = []Act{
	"", ActAssert, ActDeny, ActAccuse, ActAdmit, ActPredict, ActPromise, ActThreaten, ActDemand, ActPropose, ActAsk, ActPraise,
	ActCondemn,
}

// A SourceKind tells what a source is.
type SourceKind string

// The kinds of source.
const (
	SourcePerson     SourceKind = "person"     // by name or function
	SourceOffice     SourceKind = "office"     // a government, ministry, army, organisation
	SourceOutlet     SourceKind = "outlet"     // an agency, newspaper, broadcaster
	SourceDocument   SourceKind = "document"   // a report, a poll, data
	SourceAnonymous  SourceKind = "anonymous"  // "officials", "a source close to"
	SourceCollective SourceKind = "collective" // "the media", "residents", "critics"
	SourceNobody     SourceKind = "nobody"     // "reportedly", "is said to"
)

var sourceKinds = []SourceKind{
	"", SourcePerson, SourceOffice, SourceOutlet, SourceDocument, SourceAnonymous, SourceCollective, SourceNobody,
}

// An Involvement tells whether a source takes part in what the document tells of.
type Involvement string

// The involvements.
const (
	InvolvementParty   Involvement = "party"   // a government, an army, armed or political groups, and their people
	InvolvementOutside Involvement = "outside" // media, observers, aid, courts, civilians
)

var involvements = []Involvement{"", InvolvementParty, InvolvementOutside}

// Chain returns whose words an extent of the text is in, as indexes of statements from the author inwards: empty where it
// is the author's own voice. An extent that reaches out of a statement is not in it.
func (d *Document) Chain(extent Extent) []int {
	var chain []int
	for at := d.Voice(extent); at != None; at = d.Statements[at].Within {
		chain = append(chain, at)
	}
	slices.Reverse(chain)
	return chain
}

// Voice returns the innermost statement whose content holds an extent, or None in the author's own voice. Of two that hold
// the same words, it is the one that stands within the other, else the first.
func (d *Document) Voice(extent Extent) int {
	innermost, length := None, 0
	for i := range d.Statements {
		for _, span := range d.Statements[i].Content {
			content := d.Extent(span)
			if content.Contains(extent) && (innermost == None || content.Len() < length ||
				content.Len() == length && d.Statements[i].Within == innermost) {
				innermost, length = i, content.Len()
			}
		}
	}
	return innermost
}

// OwnWords counts the words in the author's own voice, those that no statement covers. See [Document.Words].
func (d *Document) OwnWords() int {
	laid := make([]bool, len(d.Tokens))
	for _, statement := range d.Statements {
		for _, span := range statement.Content {
			for i := span.Start; i < span.End; i++ {
				laid[i] = true
			}
		}
	}
	words := 0
	for i, token := range d.Tokens {
		if !laid[i] && d.isWord(token) {
			words++
		}
	}
	return words
}

// PrintChain returns a chain of statements for people, from the author inwards: "author <- Reuters <- the ministry".
func (d *Document) PrintChain(chain []int) string {
	var out strings.Builder
	out.WriteString("author")
	for _, i := range chain {
		out.WriteString(" <- " + d.HolderName(i))
	}
	return out.String()
}

// HolderName returns how to call the holder of a statement: the name of the entity, else the words of the source, else
// "somebody unnamed".
func (d *Document) HolderName(statement int) string {
	switch s := d.Statements[statement]; {
	case s.Holder != None:
		return d.Entities[s.Holder].Name
	case !s.Source.Empty():
		return d.QuoteSpan(s.Source)
	}
	return "somebody unnamed"
}
