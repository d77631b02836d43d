package view

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rashomon"
)

// A Reading is a document as it is read by people: its text cut into pieces, and what was found in it as marks on them. Whoever
// shows it counts no bytes.
type Reading struct {
	Document  string   `json:"document"` // id
	Name      string   `json:"name"`     // of whom the document is by
	Title     string   `json:"title"`
	Authors   []string `json:"authors"`
	Published string   `json:"published"` // "" where it is not known
	Language  string   `json:"language"`  // "" where it is too short to tell
	File      string   `json:"file"`      // of the original
	Words     int      `json:"words"`
	OwnWords  int      `json:"own_words"` // in the author's own voice
	Parts     []Block  `json:"parts"`
	Marks     []Mark   `json:"marks"`
}

// A Block is a paragraph, a heading, a line of credit.
type Block struct {
	Kind   rashomon.PartKind `json:"kind"`
	Pieces []Stretch         `json:"pieces"`
}

// A Stretch is a stretch of a block on which the same marks lie from end to end.
type Stretch struct {
	Text  string `json:"text"`
	Marks []int  `json:"marks,omitempty"` // indexes into the reading's marks, the longest first
	At    int    `json:"at"`              // the byte of the document's text that it begins at: its address
}

// A Layer is what can be shown of a reading, or left out.
type Layer string

// The layers.
const (
	LayerParty      Layer = "party"
	LayerEvent      Layer = "event"
	LayerStatement  Layer = "statement"
	LayerTime       Layer = "time"
	LayerFigure     Layer = "figure"
	LayerLabel      Layer = "label"
	LayerLoaded     Layer = "loaded word"
	LayerDifference Layer = "difference"
	LayerAgreement  Layer = "agreement"
	LayerEcho       Layer = "echo"
)

// A Mark is something found in a text.
type Mark struct {
	ID       string   `json:"id"` // that `why` takes: "9f2c17d0a4b35e86/s3", "c09a2"
	Layer    Layer    `json:"layer"`
	Kind     string   `json:"kind"`               // of the layer: PERSON, ASSAULT, direct, DATE, when
	Says     string   `json:"says"`               // for people
	Of       string   `json:"of,omitempty"`       // the party or happening that it speaks of
	With     *Named   `json:"with,omitempty"`     // the other document of a difference, the root of an echo
	Standing Standing `json:"standing,omitempty"` // of a difference
	Holders  []string `json:"holders,omitempty"`  // of a difference or an agreement: on whose word it is told here, from the author inwards

	extent rashomon.Extent
}

// Reading returns a document as it is read.
func (v *View) Reading(doc *rashomon.Document) Reading {
	r := Reading{
		Document: doc.ID, Name: doc.Name, Title: doc.Detail(rashomon.FieldTitle), Authors: append([]string{}, doc.Authors()...),
		Published: doc.Published(), Language: doc.Detail(rashomon.FieldLanguage), File: doc.Name, Words: doc.Words(),
		OwnWords: doc.OwnWords(), Parts: []Block{},
	}
	if d := v.byID[doc.ID]; d != nil {
		r.Name = d.By()
	}
	r.Marks = slices.Concat([]Mark{}, v.found(doc), v.between(doc.ID))
	slices.SortStableFunc(r.Marks, func(a, b Mark) int {
		return cmp.Or(cmp.Compare(a.extent.Start, b.extent.Start), cmp.Compare(b.extent.End, a.extent.End))
	})
	c := cutter{text: doc.Text, marks: r.Marks}
	for _, part := range doc.Parts {
		r.Parts = append(r.Parts, Block{part.Kind, c.pieces(part.Extent)})
	}
	return r
}

// found returns the marks of what the reader found in a document.
func (v *View) found(doc *rashomon.Document) []Mark {
	var marks []Mark
	add := func(letter string, i int, layer Layer, kind, says, of string, extent rashomon.Extent) {
		if !extent.Empty() {
			marks = append(marks, Mark{ID: doc.ID + "/" + letter + strconv.Itoa(i+1), Layer: layer, Kind: kind, Says: says, Of: of,
				extent: extent})
		}
	}
	for i, m := range doc.Mentions {
		e := doc.Entities[m.Entity]
		add("m", i, LayerParty, string(e.Type), e.Name, v.partyOf(doc.ID, m.Entity), doc.Extent(m.Span))
	}
	for i, e := range doc.Events {
		add("v", i, LayerEvent, e.Type, strings.TrimSpace(e.Type+" "+e.Mode)+", "+string(e.Status), v.happeningOf(doc.ID, i),
			doc.Extent(e.Trigger))
	}
	for i, s := range doc.Statements {
		for _, span := range s.Content {
			add("s", i, LayerStatement, string(s.Kind), doc.PrintChain(statementChain(doc, i)), "", doc.Extent(span))
		}
	}
	for i, t := range doc.Timexes {
		add("t", i, LayerTime, string(t.Type), interval(t), "", doc.Extent(t.Span))
	}
	for i, q := range doc.Quantities {
		add("q", i, LayerFigure, string(q.Kind), bounds(q), "", doc.Extent(q.Span))
	}
	for i, l := range doc.Labels {
		add("l", i, LayerLabel, valence(l.Valence), doc.Entities[l.Entity].Name, v.partyOf(doc.ID, l.Entity), doc.Extent(l.Span))
	}
	for i, o := range doc.LoadedWords {
		add("o", i, LayerLoaded, valence(o.Valence), "takes sides", "", doc.Extent(o.Span))
	}
	return marks
}

// statementChain returns a statement and those that it stands in, from the author inwards.
func statementChain(doc *rashomon.Document, i int) []int {
	var chain []int
	for at := i; at != rashomon.None; at = doc.Statements[at].Within {
		chain = append(chain, at)
	}
	slices.Reverse(chain)
	return chain
}

// between returns the marks of what stands between a document and others.
func (v *View) between(document string) []Mark {
	var marks []Mark
	for _, d := range v.Comparison.Differences {
		for _, sides := range [][2]rashomon.Side{{d.A, d.B}, {d.B, d.A}} {
			if here, there := sides[0], sides[1]; here.Document == document {
				marks = append(marks, Mark{
					ID: d.ID, Layer: LayerDifference, Kind: string(d.Kind), Says: d.Why, Of: d.Happening, With: v.named(there.Document),
					Standing: StandingOf(d), Holders: here.Holders, extent: here.Extent,
				})
			}
		}
	}
	for _, a := range v.Comparison.Agreements {
		for _, p := range a.Passages {
			if p.Document == document {
				marks = append(marks, Mark{ID: a.ID, Layer: LayerAgreement, Kind: string(a.Kind), Says: WhyAgreed(a), Of: a.Happening,
					Holders: p.Holders, extent: p.Extent})
			}
		}
	}
	for _, e := range v.Comparison.Echoes {
		for _, p := range e.Passages {
			if p.Document == document {
				marks = append(marks, Mark{ID: e.ID, Layer: LayerEcho, Kind: string(e.Kind), Says: e.Reason, With: v.named(e.Root),
					extent: p.Extent})
			}
		}
	}
	return marks
}

func (v *View) named(document string) *Named { return &Named{document, v.Name(document)} }

// partyOf returns the id of the party of an entity, or "".
func (v *View) partyOf(document string, entity int) string {
	if number := v.Ground.Party(document, entity); number != rashomon.None {
		return v.Ground.PartyAt(number).ID
	}
	return ""
}

// happeningOf returns the id of the happening of an event, or "".
func (v *View) happeningOf(document string, event int) string {
	if number := v.Ground.Happening(document, event); number != rashomon.None {
		return v.Ground.HappeningAt(number).ID
	}
	return ""
}

// A cutter cuts a text into pieces, block by block.
type cutter struct {
	text  string
	marks []Mark // sorted by where they begin
	next  int    // the first mark that begins behind the last block
	open  []int  // those that may lie on the block, by where they begin
}

// pieces cuts a block where a mark begins or ends.
func (c *cutter) pieces(block rashomon.Extent) []Stretch {
	for ; c.next < len(c.marks) && c.marks[c.next].extent.Start < block.End; c.next++ {
		c.open = append(c.open, c.next)
	}
	c.open = slices.DeleteFunc(c.open, func(i int) bool { return c.marks[i].extent.End <= block.Start })
	cuts := []int{block.Start, block.End}
	for _, i := range c.open {
		cuts = append(cuts, max(c.marks[i].extent.Start, block.Start), min(c.marks[i].extent.End, block.End))
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	out := []Stretch{}
	for i := range len(cuts) - 1 {
		piece := rashomon.Extent{Start: cuts[i], End: cuts[i+1]}
		out = append(out, Stretch{Text: c.text[piece.Start:piece.End], Marks: c.lying(piece), At: piece.Start})
	}
	return out
}

// lying returns the marks that lie on a piece, the longest first.
func (c *cutter) lying(piece rashomon.Extent) []int {
	var out []int
	for _, i := range c.open {
		if c.marks[i].extent.Start > piece.Start {
			break
		}
		if c.marks[i].extent.Contains(piece) {
			out = append(out, i)
		}
	}
	slices.SortStableFunc(out, func(a, b int) int { return cmp.Compare(c.marks[b].extent.Len(), c.marks[a].extent.Len()) })
	return out
}

// interval tells a time for people.
func interval(t rashomon.Timex) string {
	switch {
	case t.From == "":
		return cmp.Or(t.Value, "of no known day")
	case t.To == "" || t.To == t.From:
		return t.From
	}
	return t.From + " to " + t.To
}

// bounds tells the bounds of a figure for people.
func bounds(q rashomon.Quantity) string {
	number := func(b *float64) string { return strconv.FormatFloat(*b, 'f', -1, 64) }
	var size string
	switch {
	case q.Low == nil && q.High == nil:
		size = "of no known size"
	case q.Low == nil:
		size = "at most " + number(q.High)
	case q.High == nil:
		size = "at least " + number(q.Low)
	case *q.Low == *q.High:
		size = number(q.Low)
	default:
		size = fmt.Sprintf("%s to %s", number(q.Low), number(q.High))
	}
	return strings.TrimSpace(size + " " + q.Unit)
}

// valence tells sympathy for people.
func valence(v int) string {
	switch {
	case v < 0:
		return "hostile"
	case v > 0:
		return "favourable"
	}
	return "neutral"
}
