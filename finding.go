package rashomon

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A Finding is one fact of a document in a form that people can read: every element of every layer is one.
type Finding struct {
	ID     string // within the document: a letter for the layer and the number in it, from 1, as in "p3"
	Kind   string // the layer and what it says first: "part body", "token NOUN"
	Value  string // all else that it says, as key=value
	Extent Extent // empty where nothing in the text says it
	Rule   string
}

// A layer is one of the document's slices, seen as findings.
type layer struct {
	letter  string // of the ids
	length  int
	finding func(i int) Finding // without ID
}

func (d *Document) layers() []layer {
	return []layer{
		{"d", len(d.Details), d.detailFinding},
		{"p", len(d.Parts), d.partFinding},
		{"n", len(d.Sentences), d.sentenceFinding},
		{"w", len(d.Tokens), d.tokenFinding},
		{"e", len(d.Entities), d.entityFinding},
		{"m", len(d.Mentions), d.mentionFinding},
		{"t", len(d.Timexes), d.timexFinding},
		{"q", len(d.Quantities), d.quantityFinding},
		{"s", len(d.Statements), d.statementFinding},
		{"v", len(d.Events), d.eventFinding},
		{"l", len(d.Labels), d.labelFinding},
		{"o", len(d.LoadedWords), d.loadedWordFinding},
		{"k", len(d.Stances), d.stanceFinding},
		{"y", len(d.Written), d.daysFinding},
		{"g", len(d.Evidence), d.evidenceFinding},
	}
}

func (l layer) at(i int) Finding {
	finding := l.finding(i)
	finding.ID = reference(l.letter, i)
	return finding
}

// Findings lists what is known of a document, layer by layer, in order.
func (d *Document) Findings() iter.Seq[Finding] {
	return func(yield func(Finding) bool) {
		for _, layer := range d.layers() {
			for i := range layer.length {
				if !yield(layer.at(i)) {
					return
				}
			}
		}
	}
}

// Finding returns the finding with the id.
func (d *Document) Finding(id string) (Finding, bool) {
	for _, layer := range d.layers() {
		number, found := strings.CutPrefix(id, layer.letter)
		if !found {
			continue
		}
		if i, err := strconv.Atoi(number); err == nil && i >= 1 && i <= layer.length && reference(layer.letter, i-1) == id {
			return layer.at(i - 1), true
		}
	}
	return Finding{}, false
}

// Index returns the index of a finding in its layer.
func (f Finding) Index() int {
	number, _ := strconv.Atoi(f.ID[1:]) // as the layer made it
	return number - 1
}

// Passage returns a stretch of the text, named by its bytes as "120-240", as if it were a finding. It is none where there are no such
// bytes, or they cut a letter.
func (d *Document) Passage(name string) (Finding, bool) {
	from, to, found := strings.Cut(name, "-")
	start, err := strconv.Atoi(from)
	end, err2 := strconv.Atoi(to)
	if !found || err != nil || err2 != nil || start < 0 || start >= end || end > len(d.Text) || !utf8.ValidString(d.Text[start:end]) {
		return Finding{}, false
	}
	return Finding{ID: name, Kind: "passage", Extent: Extent{Start: start, End: end}}, true
}

// Print writes the stable printed form of a document, which golden files hold and people read in reviews: one finding a
// line, its id, kind, value, quoted text, extent and rule.
func Print(w io.Writer, d *Document) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "document %s name=%q reading=%q bytes=%d\n", d.ID, d.Name, d.Reading, len(d.Text))
	for finding := range d.Findings() {
		out.WriteString(finding.ID + " " + finding.Kind)
		if finding.Value != "" {
			out.WriteString(" " + finding.Value)
		}
		if !finding.Extent.Empty() {
			fmt.Fprintf(out, " %q %d-%d", d.Quote(finding.Extent), finding.Extent.Start, finding.Extent.End)
		}
		out.WriteString(" [" + finding.Rule + "]\n")
	}
	return out.Flush()
}

// pairs joins keys and values, leaving out those without a value.
func pairs(keysAndValues ...string) string {
	var out []string
	for i := 0; i < len(keysAndValues); i += 2 {
		if keysAndValues[i+1] != "" {
			out = append(out, keysAndValues[i]+"="+keysAndValues[i+1])
		}
	}
	return strings.Join(out, " ")
}

// reference returns the id of the element at an index of a layer, or "" for None.
func reference(letter string, i int) string {
	if i == None {
		return ""
	}
	return letter + strconv.Itoa(i+1)
}

func references(letter string, indexes []int) string {
	ids := make([]string, len(indexes))
	for n, i := range indexes {
		ids[n] = reference(letter, i)
	}
	return strings.Join(ids, ",")
}

func bound(b *float64) string {
	if b == nil {
		return ""
	}
	return strconv.FormatFloat(*b, 'f', -1, 64)
}

func (d *Document) detailFinding(i int) Finding {
	detail := d.Details[i]
	value := pairs("value", strconv.Quote(detail.Value))
	return Finding{Kind: "detail " + string(detail.Field), Value: value, Extent: detail.Extent, Rule: detail.Rule}
}

func (d *Document) partFinding(i int) Finding {
	part := d.Parts[i]
	return Finding{Kind: "part " + string(part.Kind), Extent: part.Extent, Rule: part.Rule}
}

func (d *Document) sentenceFinding(i int) Finding {
	sentence := d.Sentences[i]
	return Finding{Kind: "sentence", Extent: d.Extent(sentence.Span), Rule: sentence.Rule}
}

func (d *Document) tokenFinding(i int) Finding {
	token := d.Tokens[i]
	var head, joined string
	if token.Relation != "" && token.Head != 0 {
		head = reference("w", i+token.Head)
	}
	if token.Joined {
		joined = reference("w", i-1)
	}
	value := pairs("joined", joined, "lemma", token.Lemma, "upos", token.UPOS, "xpos", token.XPOS,
		"features", token.Features, "relation", token.Relation, "head", head)
	return Finding{Kind: "token", Value: value, Extent: token.Extent, Rule: token.Rule}
}

func (d *Document) entityFinding(i int) Finding {
	entity := d.Entities[i]
	value := pairs("name", strconv.Quote(entity.Name), "codes", strings.Join(entity.Codes, ","), "coded", quoted(entity.CodeRule),
		"location", entity.Location.String())
	return Finding{Kind: "entity " + string(entity.Type), Value: value, Rule: entity.Rule}
}

func (d *Document) mentionFinding(i int) Finding {
	mention := d.Mentions[i]
	value := pairs("entity", reference("e", mention.Entity), "head", reference("w", mention.Head),
		"title", quoted(d.QuoteSpan(mention.Title)), "distancing", quoted(d.QuoteSpan(mention.Distancing)),
		"antecedent", reference("m", mention.Antecedent), "reason", quoted(mention.Reason))
	return Finding{Kind: "mention " + string(mention.Kind), Value: value, Extent: d.Extent(mention.Span), Rule: mention.Rule}
}

func (d *Document) timexFinding(i int) Finding {
	timex := d.Timexes[i]
	anchor := string(timex.Anchor)
	if timex.Anchor == AnchorTimex {
		anchor = reference("t", timex.AnchorTimex)
	}
	value := pairs("value", timex.Value, "mod", timex.Mod, "from", timex.From, "to", timex.To, "grain", string(timex.Grain),
		"offset", timex.Offset, "anchor", anchor)
	return Finding{Kind: "timex " + string(timex.Type), Value: value, Extent: d.Extent(timex.Span), Rule: timex.Rule}
}

func (d *Document) quantityFinding(i int) Finding {
	quantity := d.Quantities[i]
	cumulative := ""
	if quantity.Cumulative {
		cumulative = "yes"
	}
	value := pairs("low", bound(quantity.Low), "high", bound(quantity.High), "qualifier", quantity.Qualifier,
		"unit", quantity.Unit, "of", quoted(quantity.Of), "per", quantity.Per, "cumulative", cumulative,
		"period", reference("t", quantity.Period), "part", reference("q", quantity.PartOf))
	return Finding{Kind: "quantity " + string(quantity.Kind), Value: value, Extent: d.Extent(quantity.Span), Rule: quantity.Rule}
}

func (d *Document) statementFinding(i int) Finding {
	statement := d.Statements[i]
	content := make([]string, len(statement.Content))
	for n, span := range statement.Content {
		content[n] = strconv.Quote(d.QuoteSpan(span))
	}
	value := pairs("type", string(statement.Type), "act", string(statement.Act), "holder", reference("e", statement.Holder),
		"within", reference("s", statement.Within), "source", quoted(d.QuoteSpan(statement.Source)),
		"source_kind", string(statement.SourceKind), "involvement", string(statement.Involvement),
		"cue", quoted(d.QuoteSpan(statement.Cue)), "content", strings.Join(content, "+"))
	extent := Extent{d.Extent(statement.Content[0]).Start, d.Extent(statement.Content[len(statement.Content)-1]).End}
	return Finding{Kind: "statement " + string(statement.Kind), Value: value, Extent: extent, Rule: statement.Rule}
}

func (d *Document) eventFinding(i int) Finding {
	event := d.Events[i]
	value := pairs("mode", event.Mode, "contexts", strings.Join(event.Contexts, ","), "status", string(event.Status),
		"actors", references("e", event.Actors), "recipients", references("e", event.Recipients),
		"place", reference("e", event.Place), "place_from", string(event.PlaceFrom),
		"time", reference("t", event.Time), "time_from", string(event.TimeFrom),
		"quantities", references("q", event.Quantities), "statement", reference("s", event.Statement),
		"views", printViews(event.Views), "agency", string(event.Agency))
	return Finding{Kind: "event " + event.Type, Value: value, Extent: d.Extent(event.Trigger), Rule: event.Rule}
}

// printViews returns views as "s2:denied,s5:possible"; the document's own voice is "author".
func printViews(views []View) string {
	out := make([]string, len(views))
	for i, view := range views {
		out[i] = cmp.Or(reference("s", view.Statement), "author") + ":" + string(view.Status)
	}
	return strings.Join(out, ",")
}

func (d *Document) loadedWordFinding(i int) Finding {
	word := d.LoadedWords[i]
	value := pairs("valence", strconv.Itoa(word.Valence), "statement", reference("s", word.Statement))
	return Finding{Kind: "loaded word", Value: value, Extent: d.Extent(word.Span), Rule: word.Rule}
}

func (d *Document) stanceFinding(i int) Finding {
	stance := d.Stances[i]
	evidence := make([]string, len(stance.Evidence))
	for n, span := range stance.Evidence {
		evidence[n] = strconv.Quote(d.QuoteSpan(span))
	}
	mention := d.Mentions[stance.Mention]
	value := pairs("value", strconv.Itoa(stance.Value), "probability", strconv.FormatFloat(stance.Probability, 'f', -1, 64),
		"mention", reference("m", stance.Mention), "entity", reference("e", mention.Entity),
		"statement", reference("s", stance.Statement), "evidence", strings.Join(evidence, "+"))
	return Finding{Kind: "stance", Value: value, Extent: d.Extent(mention.Span), Rule: stance.Rule}
}

func (d *Document) labelFinding(i int) Finding {
	label := d.Labels[i]
	value := pairs("entity", reference("e", label.Entity), "valence", strconv.Itoa(label.Valence))
	return Finding{Kind: "label", Value: value, Extent: d.Extent(label.Span), Rule: label.Rule}
}

func quoted(s string) string {
	if s == "" {
		return ""
	}
	return strconv.Quote(s)
}
