package main

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"rashomon"
	"rashomon/archive"
	"rashomon/reader"
	"rashomon/view"
)

func (p program) whyCommand() *cobra.Command {
	var asJSON bool
	command := &cobra.Command{
		Use:   "why ID/FINDING | ID",
		Short: "Tell why something was found: the rule, and the text it stands on",
		Long: `Tell why something was found. A finding's name is the id of its document, a
stroke, and its id within the document as ` + "`rashomon show ID --findings`" + ` prints
it: d1 is the first detail, p1 the first part, n1 the first sentence, w1 the
first word.

Of a sentence it also shows the tree: the tags of each word, and which word it
hangs on as what, by the conventions of Universal Dependencies. Of a word it
also tells which answers the reader weighed, with their shares; that is computed
anew and stands nowhere in the archive. Of an entity it tells why each mention was
taken for the same one, and what else a place's name may mean. Of a statement it
tells on whose word the text has it, from the author inwards, and how each of
them is known. Of a time whose value is deduced it tells between which days the
document was written, and what says so. Of an event it tells the line of the
lexicon, the way through the tree to each who takes part, whether it is so, and
according to whom.

An id that ` + "`rashomon compare`" + ` or ` + "`matrix`" + ` prints at the end of a line stands alone:
of a party (p...) or happening (h...) it tells why its names or events are taken
for one, of a difference (c...), an agreement (a...) or an echo (k...) the rule
and the passages.

Of all that stands in the text it tells whose voice it is in. Two numbers in place
of a finding ask that of a range of bytes.`,
		Example: "  rashomon why 9f2c/d2\n  rashomon why 9f2c/n3\n  rashomon why 9f2c/w12\n  rashomon why 9f2c/s5\n  rashomon why 9f2c/v2\n  rashomon why 9f2c/120-240",
		Args:    exactly(1, "the name of a finding"),
		RunE: func(cmd *cobra.Command, args []string) error {
			id, name, found := strings.Cut(args[0], "/")
			if !found && !view.IsID(args[0]) {
				return usage(fmt.Sprintf("%q names no finding", args[0]), "write the document's id, a stroke and the finding's id, as 9f2c/d2, or an id that `rashomon compare` prints")
			}
			return p.withArchive(cmd, true, func(ctx context.Context, a *archive.Archive) error {
				if !found {
					return p.whyCompared(ctx, a, id)
				}
				return p.whyNamed(ctx, a, id, name, asJSON)
			})
		},
	}
	command.Flags().BoolVar(&asJSON, "json", false, "print a JSON object")
	return command
}

// whyNamed tells why a document has the finding of a name.
func (p program) whyNamed(ctx context.Context, a *archive.Archive, id, name string, asJSON bool) error {
	doc, err := a.Document(ctx, id)
	if err != nil {
		return err
	}
	finding, found := doc.Finding(name)
	if !found {
		finding, found = doc.Passage(name)
	}
	if !found {
		return &rashomon.Error{
			Kind: rashomon.ErrorNotFound, Place: id + "/" + name, Cause: "document " + doc.ID + " has no such finding",
			Remedy: fmt.Sprintf("`rashomon show %s --findings` lists them, and its text is bytes 0-%d", doc.ID, len(doc.Text)),
		}
	}
	return p.why(doc, finding, asJSON)
}

// A whyLine is what `why --json` prints.
type whyLine struct {
	Document string      `json:"document"`
	Finding  string      `json:"finding"`
	Kind     string      `json:"kind"`
	Value    string      `json:"value,omitempty"`
	Rule     string      `json:"rule,omitempty"` // "" of a passage, which is no finding
	Quote    string      `json:"quote,omitempty"`
	Begin    int         `json:"begin"` // code points of the text, as in the annotation format
	End      int         `json:"end"`
	Reading  string      `json:"reading,omitempty"` // the version of the reader that made the finding
	Reader   string      `json:"reader,omitempty"`  // the version whose reasons follow
	Reasons  []reason    `json:"reasons,omitempty"` // of a token
	Chain    []chainLink `json:"chain,omitzero"`    // on whose word, from the author inwards; empty where it is the author's own
	Laid     []string    `json:"laid,omitempty"`    // the statements that begin or end within it
}

func (p program) why(doc *rashomon.Document, finding rashomon.Finding, asJSON bool) error {
	reasons, err := reasonsOf(doc, finding)
	if err != nil {
		return err
	}
	if asJSON {
		line := whyLine{
			Document: doc.ID, Finding: finding.ID, Kind: finding.Kind, Value: finding.Value, Rule: finding.Rule,
			Quote: doc.Quote(finding.Extent), Begin: utf8.RuneCountInString(doc.Text[:finding.Extent.Start]),
			End: utf8.RuneCountInString(doc.Text[:finding.Extent.End]),
		}
		if reasons != nil {
			line.Reading, line.Reader, line.Reasons = doc.Reading, reader.Version, reasons
		}
		if hasVoice(doc, finding) {
			line.Chain, line.Laid = links(doc, chainOf(doc, finding)), laid(doc, finding)
		}
		return json.NewEncoder(p.stdout).Encode(line)
	}
	var out strings.Builder
	p.whyFinding(&out, doc, finding)
	if isStatement(finding) {
		p.whyStatement(&out, doc, finding.Index())
	} else if hasVoice(doc, finding) {
		p.whyLaid(&out, doc, finding)
	}
	if finding.Kind == "sentence" {
		p.whyTree(&out, doc, doc.Sentences[finding.Index()].Span)
	}
	if strings.HasPrefix(finding.Kind, "entity ") {
		p.whyEntity(&out, doc, finding.Index())
	}
	if finding.Kind == "written" || strings.HasPrefix(finding.Kind, "timex ") && doc.Timexes[finding.Index()].Anchor == rashomon.AnchorDeduced {
		p.whyWritten(&out, doc)
	}
	if strings.HasPrefix(finding.Kind, "event ") {
		p.whyEvent(&out, doc, finding.Index())
	}
	if reasons != nil {
		p.whyReasons(&out, doc, reasons)
	}
	_, err = p.stdout.Write([]byte(out.String()))
	return err
}

func (p program) whyFinding(out *strings.Builder, doc *rashomon.Document, finding rashomon.Finding) {
	name := "finding"
	for _, line := range wrap(finding.Kind+" "+finding.Value, p.width()-9) {
		fmt.Fprintf(out, "%-8s %s\n", name, line)
		name = ""
	}
	if finding.Rule != "" {
		fmt.Fprintf(out, "%-8s %s\n", "rule", finding.Rule)
	}
	if finding.Extent.Empty() {
		if !strings.HasPrefix(finding.Kind, "entity ") {
			fmt.Fprintf(out, "%-8s nowhere: it comes from markup, from a header, or from a person\n", "text")
		}
		return
	}
	fmt.Fprintf(out, "%-8s bytes %d to %d\n", "text", finding.Extent.Start, finding.Extent.End)
	if !isStatement(finding) && hasVoice(doc, finding) {
		p.whyVoice(out, doc, finding)
	}
	out.WriteByte('\n')
	before, quote, after := context80(doc, finding.Extent)
	for _, line := range wrap(before+"»"+quote+"«"+after, p.width()-4) {
		fmt.Fprintf(out, "    %s\n", line)
	}
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
