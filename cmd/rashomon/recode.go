package main

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"rashomon"
	"rashomon/event/petrarch"
	"rashomon/event/plover"
	"rashomon/reader"
)

// recoding is what `recode` is told besides the places.
type recoding struct {
	in           input
	dictionaries []string
	diff         []string
	own          bool // our own events beside those of the dictionary
	format       string
	allowMonads  bool
	corrected    correctedCode // the second form: a correction of one thing
}

func (p program) recodeCommand() *cobra.Command {
	var r recoding
	command := &cobra.Command{
		Use:   "recode PLACE... | NAME --reason TEXT",
		Short: "Code events as CAMEO with your own dictionaries, or correct a code",
		Long: `Read documents and print their events as CAMEO codes, one JSON object a
document (JSON Lines). With --dictionary they are coded with dictionaries in the
formats of PETRARCH: files with verbs, actors, agents, discards or issues in
their names. Every event names the lines of the dictionary that it comes from;
lines that are damaged are reported, and the rest is used. Without --dictionary
the events are those that rashomon finds itself; with --own they stand beside
the others, with the rule that found them in place of lines.

--diff codes with a second dictionary too and shows what differs, sentence by
sentence: what an edit of a dictionary changes.

A record of JSON Lines may have its day of publication under "date" (20110705),
and under "options" the options of PETRARCH: require_dyad, and comma_min,
comma_max and their like for what stands between commas.

With --reason the command is another: it corrects the codes of one thing in the
archive. NAME is then an event (9f2c/v3), for --type, --mode and --status, or a
party (p..., or an entity of it, 9f2c/e3), for --type and --codes.
` + correctingHelp + `

` + inputHelp,
		Example: `  rashomon recode reports.jsonl > events.jsonl
  rashomon recode --dictionary phoenix/ reports.jsonl
  rashomon recode --dictionary my.verbs.txt --dictionary my.actors.txt report.txt
  rashomon recode --dictionary phoenix/ --diff phoenix-new/ reports.jsonl
  rashomon recode 9f2c/v3 --status denied --reason "the sentence is a quotation"
  rashomon recode p3f09 --codes "LBY GOV" --reason "a ministry"`,
		Args: atLeastOne("at least one place"),
		RunE: func(cmd *cobra.Command, places []string) error {
			if r.format != "" && r.format != "json" && r.format != "text" {
				return usage("--format "+r.format, "give json or text")
			}
			if len(r.diff) > 0 && len(r.dictionaries) == 0 {
				return usage("--diff without --dictionary", "name the dictionary to compare with by --dictionary")
			}
			if len(r.diff) > 0 && r.own {
				return usage("--diff with --own", "compare two dictionaries, or leave --diff out")
			}
			if r.corrected.isGiven() && len(r.dictionaries) > 0 {
				return usage("--dictionary with a correction", "code places with a dictionary, or correct one thing with a reason")
			}
			if r.corrected.isGiven() {
				r.corrected.by.author = cmp.Or(*r.in.given[rashomon.FieldAuthor], p.getenv("USER"))
				return p.correctCode(cmd, &r.corrected, places)
			}
			return p.recode(cmd.Context(), &r, places)
		},
	}
	r.in.addFlags(command)
	command.Flags().StringArrayVar(&r.dictionaries, "dictionary", nil, "code with the dictionary in `PATH`, a folder or a file; may be repeated")
	command.Flags().StringArrayVar(&r.diff, "diff", nil, "show what the dictionary in `PATH` codes otherwise; may be repeated")
	command.Flags().BoolVar(&r.own, "own", false, "print rashomon's own events too, beside those of the dictionary")
	command.Flags().StringVar(&r.format, "format", "", "json (JSON Lines) or text (default json, with --diff text)")
	r.corrected.addFlags(command)
	command.Flags().BoolVar(&r.allowMonads, "one-sided", false, "keep events of which only one side is known")
	return command
}

// A coder codes a document.
type coder func(doc *rashomon.Document, options petrarch.Options) recoded

// recoded is what `recode` prints of a document.
type recoded struct {
	ID      string         `json:"id"`
	Events  []recodedEvent `json:"events"`
	Issues  []recodedIssue `json:"issues,omitempty"`
	Outcome string         `json:"outcome,omitempty"`
	Lines   []string       `json:"lines,omitempty"` // of the dictionary, of the outcome
}

type recodedEvent struct {
	Source      string   `json:"source"`
	Target      string   `json:"target"`
	Code        string   `json:"code"`
	Trigger     string   `json:"trigger"`
	Begin       int      `json:"begin"` // of the trigger, in code points as in the annotation format
	End         int      `json:"end"`
	SourceWords string   `json:"source_words,omitempty"`
	TargetWords string   `json:"target_words,omitempty"`
	Lines       []string `json:"lines,omitempty"` // of the dictionary
	Rule        string   `json:"rule,omitempty"`  // of an event of our own

	sentence int
}

type recodedIssue struct {
	Code  string `json:"code"`
	Words string `json:"words"`
	Begin int    `json:"begin"`
	End   int    `json:"end"`
	Line  string `json:"line"`
}

func (p program) recode(ctx context.Context, r *recoding, places []string) error {
	code, err := p.coder(r.dictionaries)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(p.stdout, 1<<20)
	if len(r.diff) == 0 {
		return p.recodeEach(ctx, r, places, out, func(doc *rashomon.Document, options petrarch.Options) error {
			coded := code(doc, options)
			if r.own && len(r.dictionaries) > 0 {
				coded.Events = append(coded.Events, ownEvents(doc, options).Events...)
			}
			return r.write(out, coded)
		})
	}
	other, err := p.coder(r.diff)
	if err != nil {
		return err
	}
	difference := &comparison{before: code, after: other, out: out, width: p.width(), asJSON: r.format == "json"}
	err = p.recodeEach(ctx, r, places, out, difference.show)
	if ctx.Err() == nil {
		difference.summary(p)
	}
	return err
}

// recodeEach reads the places and shows each document.
func (p program) recodeEach(
	ctx context.Context, r *recoding, places []string, out *bufio.Writer, show func(*rashomon.Document, petrarch.Options) error,
) error {
	originals, err := r.in.annotated(ctx, p, places)
	if err != nil {
		return err
	}
	progress := p.newProgress("coding")
	defer progress.stop()
	var failed unread
	for result := range reader.New().All(ctx, originals, parse, r.in.workers) {
		if ctx.Err() != nil {
			break
		}
		var options petrarch.Options
		if result.Err == nil {
			options, result.Err = r.options(result)
		}
		if result.Err != nil {
			failed.add(result.Err)
			progress.failed()
			progress.print(func() { p.complain(result.Err) })
			continue
		}
		if err := show(result.Document, options); err != nil {
			return err
		}
		progress.done(result.Document.Words())
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return failed.failure()
}

// coder returns what codes with a dictionary, or with our own events where none is named.
func (p program) coder(paths []string) (coder, error) {
	if len(paths) == 0 {
		return ownEvents, nil
	}
	dictionary, problems := petrarch.Load(paths)
	for _, problem := range problems {
		var known *rashomon.Error
		if !errors.As(problem, &known) || known.Kind != rashomon.ErrorInvalid {
			return nil, problem
		}
		p.complain(problem)
	}
	return func(doc *rashomon.Document, options petrarch.Options) recoded {
		return recodedBy(dictionary.Code(doc, options), doc)
	}, nil
}

// recodedBy returns what a dictionary makes of a document as it is printed.
func recodedBy(coding petrarch.Coding, doc *rashomon.Document) recoded {
	out := recoded{ID: doc.Name, Events: []recodedEvent{}, Outcome: string(coding.Outcome), Lines: coding.Lines}
	for _, e := range coding.Events {
		begin, end := points(doc, e.Trigger)
		out.Events = append(out.Events, recodedEvent{
			Source: e.Source, Target: e.Target, Code: e.Code, Trigger: doc.QuoteSpan(e.Trigger), Begin: begin, End: end,
			SourceWords: doc.QuoteSpan(e.SourceSpan), TargetWords: doc.QuoteSpan(e.TargetSpan), Lines: e.Lines, sentence: e.Sentence,
		})
	}
	for _, issue := range coding.Issues {
		begin, end := points(doc, issue.Span)
		out.Issues = append(out.Issues, recodedIssue{issue.Code, doc.QuoteSpan(issue.Span), begin, end, issue.Line})
	}
	return out
}

// points returns where a span begins and ends in code points.
func points(doc *rashomon.Document, span rashomon.Span) (begin, end int) {
	extent := doc.Extent(span)
	begin = utf8.RuneCountInString(doc.Text[:extent.Start])
	return begin, begin + utf8.RuneCountInString(doc.Quote(extent))
}

// ownEvents returns the events that the reader has found, as CAMEO: an event for each actor and recipient whose codes
// differ. One whose side is not known or has no code is left out, unless one side is enough.
func ownEvents(doc *rashomon.Document, options petrarch.Options) recoded {
	out := recoded{ID: doc.Name, Events: []recodedEvent{}}
	for _, e := range doc.Events {
		code := plover.CAMEO(e.Type, e.Mode)
		if code == "" {
			continue
		}
		for _, actor := range orNobody(e.Actors) {
			for _, recipient := range orNobody(e.Recipients) {
				source, target := actorCode(doc, actor), actorCode(doc, recipient)
				if source == target || !options.AllowMonads && (source == nobody || target == nobody) {
					continue
				}
				begin, end := points(doc, e.Trigger)
				out.Events = append(out.Events, recodedEvent{
					Source: source, Target: target, Code: code, Trigger: doc.QuoteSpan(e.Trigger), Begin: begin, End: end,
					SourceWords: entityName(doc, actor), TargetWords: entityName(doc, recipient), Rule: e.Rule,
					sentence: doc.SentenceOf(e.Trigger.Start),
				})
			}
		}
	}
	return out
}

// orNobody returns the entities of one side of an event, or None where there are none.
func orNobody(entities []int) []int {
	if len(entities) == 0 {
		return []int{rashomon.None}
	}
	return entities
}

func entityName(doc *rashomon.Document, entity int) string {
	if entity == rashomon.None {
		return ""
	}
	return doc.Entities[entity].Name
}

// nobody is how CAMEO writes an actor that is not known, and the country of one whose country is not.
const nobody = "---"

// actorCode writes the codes of an entity as CAMEO does: country and sectors in one.
func actorCode(doc *rashomon.Document, entity int) string {
	if entity == rashomon.None || len(doc.Entities[entity].Codes) == 0 {
		return nobody
	}
	codes := doc.Entities[entity].Codes
	if slices.ContainsFunc(plover.Sectors(), func(s plover.Sector) bool { return s.Code == codes[0] }) {
		return nobody + strings.Join(codes, "")
	}
	return strings.Join(codes, "")
}

func (r *recoding) write(out *bufio.Writer, coded recoded) error {
	if r.format != "text" {
		encoder := json.NewEncoder(out)
		encoder.SetEscapeHTML(false)
		return encoder.Encode(coded)
	}
	for _, e := range coded.Events {
		fmt.Fprintf(out, "%s\t%s\t%s\t%s\t%s\n", clean(coded.ID), e.Source, e.Target, e.Code, clean(e.Trigger))
	}
	if coded.Outcome != "" {
		fmt.Fprintf(out, "%s\t%s\n", clean(coded.ID), coded.Outcome)
	}
	return nil
}

// A petrarchRecord is what a record of JSON Lines may tell besides what every document does.
type petrarchRecord struct {
	Date    any            `json:"date"`
	Options map[string]any `json:"options"`
}

// options returns the options for a document: its record's, or the flag's. A day of publication that only the record
// tells is put on the document.
func (r *recoding) options(result reader.Result) (petrarch.Options, error) {
	options := petrarch.Options{AllowMonads: r.allowMonads}
	if result.Original.Format != rashomon.FormatJSON {
		return options, nil
	}
	var record petrarchRecord
	decoder := json.NewDecoder(bytes.NewReader(result.Original.Bytes))
	decoder.UseNumber()
	if decoder.Decode(&record) != nil { // a record of another form has other things under these names
		return options, nil
	}
	if result.Document.Published() == "" {
		dateDocument(result.Document, fmt.Sprint(record.Date))
	}
	err := setOptions(&options, record.Options, result.Original.Address)
	return options, err
}

// dateDocument puts a day of publication, as PETRARCH writes it, on a document.
func dateDocument(doc *rashomon.Document, text string) {
	for _, layout := range []string{"20060102", "060102"} {
		if date, err := time.Parse(layout, text); err == nil {
			doc.Details = append(doc.Details, rashomon.Detail{
				Field: rashomon.FieldPublished, Value: date.Format(time.DateOnly), Rule: "json/date",
			})
			return
		}
	}
}

// setOptions sets what a record says, in the words of PETRARCH's configuration; what they do not tell is left.
func setOptions(options *petrarch.Options, said map[string]any, place string) error {
	if value, found := said["require_dyad"]; found {
		options.AllowMonads = strings.EqualFold(fmt.Sprint(value), "false")
	}
	for _, known := range []struct {
		name   string
		number *int
	}{
		{"comma_min", &options.Middle.Min}, {"comma_max", &options.Middle.Max}, {"comma_bmin", &options.Begin.Min},
		{"comma_bmax", &options.Begin.Max}, {"comma_emin", &options.End.Min}, {"comma_emax", &options.End.Max},
	} {
		value, found := said[known.name]
		if !found {
			continue
		}
		number, err := strconv.Atoi(fmt.Sprint(value))
		if err != nil || number < 0 {
			return &rashomon.Error{
				Kind: rashomon.ErrorInvalid, Place: place, Cause: fmt.Sprintf("the option %s is %q", known.name, fmt.Sprint(value)),
				Remedy: "give a number of words, 0 for none",
			}
		}
		*known.number = number
	}
	return nil
}
