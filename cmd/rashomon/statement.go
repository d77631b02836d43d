package main

import (
	"cmp"
	"fmt"
	"math"
	"strings"

	"rashomon"
)

// showStatements tells how much of a text is in its author's own words, who the others are, and lists what is laid to
// them, each statement below the one that it stands in.
func (p program) showStatements(out *strings.Builder, doc *rashomon.Document) {
	if len(doc.Statements) == 0 {
		return
	}
	holders := holdersOf(doc)
	lines := []string{" " + shareText(doc, holders)}
	for _, h := range holders {
		lines = append(lines, h.line(doc))
	}
	p.showLines(out, "on whose word", lines)
	within := make([][]int, len(doc.Statements)+1)
	for i, statement := range doc.Statements {
		within[statement.Within+1] = append(within[statement.Within+1], i)
	}
	out.WriteString("who says what\n")
	p.showWithin(out, doc, within, rashomon.None, 0)
	out.WriteByte('\n')
}

// showWithin lists the statements that stand within one, or within none.
func (p program) showWithin(out *strings.Builder, doc *rashomon.Document, within [][]int, outer, depth int) {
	const deepest = 5 // levels that are set in: below, the lines would become too short
	for _, i := range within[outer+1] {
		p.showStatement(out, doc, i, 2*min(depth, deepest))
		p.showWithin(out, doc, within, i, depth+1)
	}
}

// showStatement prints a statement: whose word it is from the author inwards, and what it says, cut to a line of its own
// where both are longer than one.
func (p program) showStatement(out *strings.Builder, doc *rashomon.Document, i, indent int) {
	const margin = 8
	columns := p.width() - margin - indent
	whose := doc.PrintChain(chainTo(doc, i)) + " " + doing(doc.Statements[i]) + ":"
	content := contentText(doc, i)
	lines := wrap(whose+" "+content, columns)
	if len(lines) > 1 {
		lines = append(wrap(whose, columns), cut(content, columns))
	}
	id := fmt.Sprint("s", i+1)
	for _, line := range lines {
		fmt.Fprintf(out, "  %-*s%s%s\n", margin-2, id, strings.Repeat(" ", indent), line)
		id = ""
	}
}

// chainTo returns a statement behind all that it stands in, the outermost first.
func chainTo(doc *rashomon.Document, i int) []int {
	if outer := doc.Statements[i].Within; outer != rashomon.None {
		return append(chainTo(doc, outer), i)
	}
	return []int{i}
}

// contentText returns what a statement says, with a mark where words of the author's stand between.
func contentText(doc *rashomon.Document, i int) string {
	var parts []string
	for _, span := range doc.Statements[i].Content {
		parts = append(parts, clean(doc.QuoteSpan(span)))
	}
	return strings.Join(parts, " … ")
}

// doing tells what a holder did: the act, or the attitude where there was none.
func doing(s rashomon.Statement) string { return cmp.Or(acted[s.Act], held[s.Type], "said") }

var acted = map[rashomon.Act]string{
	rashomon.ActAssert: "said", rashomon.ActDeny: "denied", rashomon.ActAccuse: "accused", rashomon.ActAdmit: "admitted",
	rashomon.ActPredict: "predicted", rashomon.ActPromise: "promised", rashomon.ActThreaten: "threatened",
	rashomon.ActDemand: "demanded", rashomon.ActPropose: "proposed", rashomon.ActAsk: "asked",
	rashomon.ActPraise: "praised", rashomon.ActCondemn: "condemned",
}

var held = map[rashomon.StatementType]string{
	rashomon.StatementBelief: "thought", rashomon.StatementFact: "knew", rashomon.StatementEventuality: "wanted",
}

// A holder is one on whose word a text tells something, or all together whom it does not name.
type holder struct {
	name       string
	entity     int // index into Entities, or None
	statements []rashomon.Statement
}

// unnamed reports whether the text tells nothing of who it is.
func (h holder) unnamed() bool { return h.entity == rashomon.None && h.statements[0].Source.Empty() }

// holdersOf returns those on whose word a document tells something, in the order in which they first appear.
func holdersOf(doc *rashomon.Document) []holder {
	type key struct {
		entity int
		words  string // where no entity is known
	}
	var holders []holder
	known := map[key]int{}
	for i, statement := range doc.Statements {
		who := key{entity: statement.Holder}
		if statement.Holder == rashomon.None {
			who.words = strings.ToLower(clean(doc.QuoteSpan(statement.Source)))
		}
		at, found := known[who]
		if !found {
			at = len(holders)
			known[who] = at
			holders = append(holders, holder{name: doc.HolderName(i), entity: statement.Holder})
		}
		holders[at].statements = append(holders[at].statements, statement)
	}
	return holders
}

// line tells of a holder what kind of source it is, whether it takes part in what is told, and how often it did what.
func (h holder) line(doc *rashomon.Document) string {
	var id, kind, part string
	if h.entity != rashomon.None {
		id = fmt.Sprint("e", h.entity+1)
	}
	var done []string
	times := map[string]int{}
	for _, s := range h.statements {
		kind, part = cmp.Or(kind, string(s.SourceKind)), cmp.Or(part, parts[s.Involvement])
		if times[doing(s)]++; times[doing(s)] == 1 {
			done = append(done, doing(s))
		}
	}
	for i, did := range done {
		done[i] = fmt.Sprint(did, " ", times[did])
	}
	line := id + " " + h.name
	if facts := strings.Trim(kind+", "+part, ", "); facts != "" && !h.unnamed() {
		line += " (" + facts + ")"
	}
	return line + ": " + strings.Join(done, ", ")
}

var parts = map[rashomon.Involvement]string{
	rashomon.InvolvementParty: "party to it", rashomon.InvolvementOutside: "outside it",
}

// shareText tells how many of the words are the author's own, and to how many others the rest is laid.
func shareText(doc *rashomon.Document, holders []holder) string {
	others, somebody := len(holders), ""
	for _, h := range holders {
		if h.unnamed() {
			others, somebody = others-1, "somebody unnamed"
		}
	}
	if others > 0 {
		somebody = strings.TrimSuffix(plural(others, "other", "others")+" and "+somebody, " and ")
	}
	own, words := doc.OwnWords(), max(doc.Words(), 1)
	percent := int(math.Round(100 * float64(own) / float64(words)))
	if 0 < own && own < words { // there is some of both, if only a little
		percent = min(max(percent, 1), 99)
	}
	return fmt.Sprintf("%d %% of the words are the author's own, %d %% are laid to %s.", percent, 100-percent, somebody)
}
