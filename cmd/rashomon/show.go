package main

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

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

Below the text stands who and what it speaks of, where and when, its figures, who
did what to whom, by what names and in what words it says so, and on whose word
it tells what it tells, each with the id that ` + "`rashomon why`" + ` takes. "author <- Reuters <- the ministry" is what the author says that Reuters
says that the ministry says. A source is party to it, or outside it, where the
text or what is known of the source tells that it takes part in what is told.

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
	p.showFound(&out, doc)
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
	p.showWritten(out, doc)
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
