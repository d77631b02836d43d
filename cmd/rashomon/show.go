package main

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"rashomon"
	"rashomon/archive"
	"rashomon/export"
)

func (p program) showCommand() *cobra.Command {
	var asJSON, findings, original bool
	command := &cobra.Command{
		Use:   "show ID",
		Short: "Show a document, what it says of itself, and how that is known",
		Long: `Show a document. ID is its id or the beginning of it, four digits or more.

Words in the margin tell the parts of the text apart: headline, heading, byline,
dateline, quote, item, caption, boilerplate; the body has none.`,
		Example: "  rashomon show 9f2c\n  rashomon show 9f2c --findings | less\n  rashomon show 9f2c --original > as-it-came.pdf",
		Args:    exactly(1, "the id of a document"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.withArchive(cmd, true, func(ctx context.Context, a *archive.Archive) error {
				if original {
					return p.showOriginal(ctx, a, args[0])
				}
				doc, err := a.Document(ctx, args[0])
				if err != nil {
					return err
				}
				switch {
				case asJSON:
					return export.WriteAnnotation(p.stdout, doc)
				case findings:
					return rashomon.Print(p.stdout, doc)
				}
				return p.show(ctx, a, doc)
			})
		},
	}
	command.Flags().BoolVar(&asJSON, "json", false, "print it in the annotation format")
	command.Flags().BoolVar(&findings, "findings", false, "print every finding with its id, extent and rule, one a line")
	command.Flags().BoolVar(&original, "original", false, "print the bytes as they arrived")
	command.MarkFlagsMutuallyExclusive("json", "findings", "original")
	return command
}

func (p program) showOriginal(ctx context.Context, a *archive.Archive, id string) error {
	original, err := a.Original(ctx, id)
	if err != nil {
		return err
	}
	_, err = p.stdout.Write(original.Bytes)
	return err
}

func (p program) show(ctx context.Context, a *archive.Archive, doc *rashomon.Document) error {
	arrivals, err := a.Arrivals(ctx, doc.ID)
	if err != nil {
		return err
	}
	var out strings.Builder
	p.showHead(&out, doc)
	for _, arrival := range arrivals {
		fmt.Fprintf(&out, "%-10s %s from %s%s\n", "arrived", arrival.Time.Format(time.RFC3339), visible(arrival.Address), stated(arrival))
	}
	fmt.Fprintf(&out, "%-10s %s\n\n", "reading", readingLine(doc))
	p.showText(&out, doc)
	_, err = p.stdout.Write([]byte(out.String()))
	return err
}

// showHead lists what is known of the publication, and how.
func (p program) showHead(out *strings.Builder, doc *rashomon.Document) {
	fmt.Fprintf(out, "%-10s %s\n%-10s %s\n", "id", doc.ID, "name", visible(doc.Name))
	for _, detail := range doc.Details {
		rule := "  [" + detail.Rule + "]"
		fmt.Fprintf(out, "%-10s %s%s\n", detail.Field, cut(detail.Value, p.width()-11-len(rule)), rule)
	}
	if doc.Published() == "" {
		fmt.Fprintf(out, "%-10s unknown: neither the document nor whoever read it says when\n", rashomon.FieldPublished)
	}
}

// stated tells what the person who handed the document in said of it.
func stated(arrival archive.Arrival) string {
	var said []string
	for _, detail := range arrival.Given {
		said = append(said, string(detail.Field)+" "+strconv.Quote(detail.Value))
	}
	if said == nil {
		return ""
	}
	return ", stated: " + strings.Join(said, ", ")
}

func readingLine(doc *rashomon.Document) string {
	if !doc.English() {
		return "none: it is not in English"
	}
	return fmt.Sprintf("%s, %s, by reader %s", plural(len(doc.Sentences), "sentence", "sentences"), plural(doc.Words(), "word", "words"), doc.Reading)
}

// showText prints the text part by part, the kind of each that is not body in the margin.
func (p program) showText(out *strings.Builder, doc *rashomon.Document) {
	const margin = len("boilerplate ")
	for _, part := range doc.Parts {
		kind := string(part.Kind)
		if part.Kind == rashomon.PartBody {
			kind = ""
		}
		for i, line := range wrap(doc.Quote(part.Extent), p.width()-margin) {
			if i > 0 {
				kind = ""
			}
			fmt.Fprintf(out, "%-*s%s\n", margin, kind, line)
		}
		out.WriteByte('\n')
	}
}

func (p program) whyCommand() *cobra.Command {
	var asJSON bool
	command := &cobra.Command{
		Use:   "why ID/FINDING",
		Short: "Tell why something was found: the rule, and the text it stands on",
		Long: `Tell why something was found. A finding's name is the id of its document, a
stroke, and its id within the document as ` + "`rashomon show ID --findings`" + ` prints
it: d1 is the first detail, p1 the first part, n1 the first sentence, w1 the
first word.`,
		Example: "  rashomon why 9f2c/d2",
		Args:    exactly(1, "the name of a finding"),
		RunE: func(cmd *cobra.Command, args []string) error {
			id, name, found := strings.Cut(args[0], "/")
			if !found {
				return usage(fmt.Sprintf("%q names no finding", args[0]), "write the document's id, a stroke and the finding's id, as 9f2c/d2")
			}
			return p.withArchive(cmd, true, func(ctx context.Context, a *archive.Archive) error {
				doc, err := a.Document(ctx, id)
				if err != nil {
					return err
				}
				finding, found := doc.Finding(name)
				if !found {
					return &rashomon.Error{
						Kind: rashomon.ErrorNotFound, Place: args[0], Cause: "document " + doc.ID + " has no such finding",
						Remedy: "`rashomon show " + doc.ID + " --findings` lists them",
					}
				}
				return p.why(doc, finding, asJSON)
			})
		},
	}
	command.Flags().BoolVar(&asJSON, "json", false, "print a JSON object")
	return command
}

// A whyLine is what `why --json` prints.
type whyLine struct {
	Document string `json:"document"`
	Finding  string `json:"finding"`
	Kind     string `json:"kind"`
	Value    string `json:"value,omitempty"`
	Rule     string `json:"rule"`
	Quote    string `json:"quote,omitempty"`
	Begin    int    `json:"begin"` // code points of the text, as in the annotation format
	End      int    `json:"end"`
}

func (p program) why(doc *rashomon.Document, finding rashomon.Finding, asJSON bool) error {
	if asJSON {
		return json.NewEncoder(p.stdout).Encode(whyLine{
			Document: doc.ID, Finding: finding.ID, Kind: finding.Kind, Value: finding.Value, Rule: finding.Rule,
			Quote: doc.Quote(finding.Extent), Begin: utf8.RuneCountInString(doc.Text[:finding.Extent.Start]),
			End: utf8.RuneCountInString(doc.Text[:finding.Extent.End]),
		})
	}
	var out strings.Builder
	fmt.Fprintf(&out, "%-8s %s\n%-8s %s\n", "finding", clean(finding.Kind+" "+finding.Value), "rule", finding.Rule)
	if finding.Extent.Empty() {
		fmt.Fprintf(&out, "%-8s nowhere: it comes from markup, from a header, or from a person\n", "text")
	} else {
		fmt.Fprintf(&out, "%-8s bytes %d to %d\n\n", "text", finding.Extent.Start, finding.Extent.End)
		before, quote, after := context80(doc, finding.Extent)
		for _, line := range wrap(before+"»"+quote+"«"+after, p.width()-4) {
			fmt.Fprintf(&out, "    %s\n", line)
		}
	}
	_, err := p.stdout.Write([]byte(out.String()))
	return err
}

// context80 returns an extent's text and up to 80 bytes on each side, cut between words.
func context80(doc *rashomon.Document, e rashomon.Extent) (before, quote, after string) {
	before, after = doc.Text[:e.Start], doc.Text[e.End:]
	if len(before) > 80 {
		before = before[len(before)-80:]
		_, before, _ = strings.Cut(before, " ")
		before = "… " + before
	}
	if len(after) > 80 {
		after = after[:80]
		if space := strings.LastIndexByte(after, ' '); space >= 0 {
			after = after[:space]
		}
		after += " …"
	}
	return strings.ToValidUTF8(before, ""), doc.Quote(e), strings.ToValidUTF8(after, "")
}
