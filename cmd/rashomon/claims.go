package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"math"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"rashomon"
	"rashomon/claim"
	"rashomon/reader"
	"rashomon/source"
)

// claimLineLimit is the size above which a line is refused: a claim with some thousand articles on it.
const claimLineLimit = 16 << 20

func (p program) claimsCommand() *cobra.Command {
	var why bool
	workers := cores()
	command := &cobra.Command{
		Use:   "claims FILE...",
		Short: "Tell which accounts confirm a claim, deny it or only report it",
		Long: `Read claims with what accounts say of them, one JSON object a line (JSON Lines):

  {"id": "c1", "claim": "TEXT", "accounts": [{"id": "a1", "text": "TEXT"}]}

and print for each whether the account is for the claim, against it, or only
observing, and which two accounts agree or contradict each other:

  {"id": "c1", "accounts": [{"id": "a1", "stance": "for"}], "pairs": [...]}

A text is a headline, a sentence or a whole article; of an article the sentence
counts that tells most of the claim. --why adds how much of the claim the account
tells (told, from 0 to 1), how likely each stance is, and what speaks for and
against it, in which words. A line that cannot be read is reported, and so is an
account; the rest is judged. FILE may be - for standard input.`,
		Example: "  rashomon claims claims.jsonl > stances.jsonl\n  rashomon claims --why claims.jsonl",
		Args:    atLeastOne("at least one file"),
		RunE: func(cmd *cobra.Command, paths []string) error {
			if workers < 1 {
				return usage(fmt.Sprintf("--workers %d", workers), "give 1 or more")
			}
			return p.claims(cmd.Context(), paths, workers, why)
		},
	}
	command.Flags().BoolVar(&why, "why", false, "tell why, in which words")
	command.Flags().IntVarP(&workers, "workers", "j", workers, "`NUMBER` of accounts read at once")
	return command
}

// A claimRecord is a line of what `claims` reads.
type claimRecord struct {
	ID       string          `json:"id"`
	Claim    string          `json:"claim"`
	Accounts []accountRecord `json:"accounts"`
}

type accountRecord struct {
	ID     string `json:"id"`
	Text   string `json:"text"`
	Source string `json:"source,omitempty"`
}

// A judgedClaim is a line of what it prints.
type judgedClaim struct {
	ID       string          `json:"id"`
	Accounts []judgedAccount `json:"accounts"`
	Pairs    []judgedPair    `json:"pairs"`
}

type judgedAccount struct {
	ID     string         `json:"id"`
	Stance claim.Relation `json:"stance"`
	*judgedReasons
}

type judgedReasons struct {
	Told          float64                    `json:"told"`
	Probabilities map[claim.Relation]float64 `json:"probabilities"`
	Reasons       []judgedReason             `json:"reasons"`
}

type judgedReason struct {
	Weight  float64  `json:"weight"` // below 0 where it speaks against the stance
	Reason  string   `json:"reason"`
	Claim   string   `json:"claim,omitempty"` // the words of the claim that it stands on
	Account string   `json:"account,omitempty"`
	Rules   []string `json:"rules"` // lines of claim/data/weights.txt
}

type judgedPair struct {
	A        string `json:"a"`
	B        string `json:"b"`
	Relation string `json:"relation"`
}

func (p program) claims(ctx context.Context, paths []string, workers int, why bool) error {
	judge := &claimJudge{program: p, workers: workers, why: why, progress: p.newProgress("judging")}
	defer judge.progress.stop()
	out := bufio.NewWriterSize(p.stdout, 1<<20)
	for _, path := range paths {
		if err := judge.file(ctx, path, out); err != nil {
			return err
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return judge.failed.failure()
}

// A claimJudge judges line after line.
type claimJudge struct {
	program
	workers  int
	why      bool
	progress *progress
	failed   unread
}

// file judges the claims of a file. The error is that of a file that cannot be opened or read, or of what was printed.
func (j *claimJudge) file(ctx context.Context, path string, out io.Writer) error {
	in := j.stdin
	if path != "-" {
		file, err := os.Open(path)
		if err != nil {
			return unopened(path, err)
		}
		defer file.Close()
		in = file
	}
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	lines := bufio.NewReaderSize(in, 1<<16)
	for number := 1; ctx.Err() == nil; number++ {
		line, err := claimLine(lines)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return unopened(path, err)
		}
		if len(line) == 0 {
			continue
		}
		place := fmt.Sprintf("%s:%d", path, number)
		record, err := readClaimRecord(line)
		if err != nil {
			j.complain(placedAt(place, err))
			continue
		}
		if err := encoder.Encode(j.record(ctx, place, record)); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// complain reports what cannot be judged.
func (j *claimJudge) complain(err error) {
	j.failed.add(err)
	j.progress.failed()
	j.progress.print(func() { j.program.complain(err) })
}

// claimLine returns the next line without white space around it; of one that is longer than claimLineLimit, a byte
// more than that.
func claimLine(in *bufio.Reader) ([]byte, error) {
	var line []byte
	for {
		piece, err := in.ReadSlice('\n')
		line = append(line, piece[:min(len(piece), claimLineLimit+1-len(line))]...)
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
		case err != nil && (!errors.Is(err, io.EOF) || len(line) == 0):
			return nil, err
		case len(line) > claimLineLimit:
			return line, nil
		default:
			return bytes.TrimSpace(line), nil
		}
	}
}

// readClaimRecord reads one line: a claim that has an id and a text, and accounts that each have an id of their own
// and a text.
func readClaimRecord(line []byte) (claimRecord, error) {
	var record claimRecord
	if len(line) > claimLineLimit {
		return record, &rashomon.Error{
			Kind: rashomon.ErrorTooLarge, Cause: fmt.Sprintf("a line of more than %d bytes", claimLineLimit),
			Remedy: "give the claim on several lines, each with a part of its accounts",
		}
	}
	if err := json.Unmarshal(line, &record); err != nil {
		return claimRecord{}, invalidClaim("it is no JSON object of this form: " + err.Error())
	}
	switch {
	case record.ID == "":
		return claimRecord{}, invalidClaim(`the claim has no "id"`)
	case record.Claim == "":
		return claimRecord{}, invalidClaim(`there is no "claim"`)
	}
	seen := map[string]bool{}
	for i, account := range record.Accounts {
		switch {
		case account.ID == "":
			return claimRecord{}, invalidClaim(fmt.Sprintf(`account %d has no "id"`, i+1))
		case seen[account.ID]:
			return claimRecord{}, invalidClaim(fmt.Sprintf("two accounts have the id %q", account.ID))
		}
		seen[account.ID] = true
	}
	return record, nil
}

func invalidClaim(cause string) error {
	return &rashomon.Error{
		Kind: rashomon.ErrorInvalid, Cause: cause, Remedy: "see `rashomon claims --help` for the form of a line",
	}
}

// placedAt gives an error of a line the line.
func placedAt(place string, err error) error {
	var known *rashomon.Error
	if errors.As(err, &known) {
		known.Place = place
	}
	return err
}

// record judges the accounts of one claim. Those that cannot be read are reported and left out.
func (j *claimJudge) record(ctx context.Context, place string, record claimRecord) judgedClaim {
	judged := judgedClaim{ID: record.ID, Accounts: []judgedAccount{}, Pairs: []judgedPair{}}
	var of *claim.Wording
	number := -1 // of the account; the claim itself comes first
	for result := range reader.New().All(ctx, claimOriginals(place, record), source.Parse, j.workers) {
		if ctx.Err() != nil {
			break
		}
		number++
		switch {
		case result.Err != nil:
			j.complain(result.Err)
		case !result.Document.English():
			j.progress.print(func() { j.foreign(result.Original.Address, result.Document) })
		case number == 0:
			of = claim.NewText(result.Document).Claim()
		case of != nil:
			account := claim.NewText(result.Document).Nearest(of)
			judged.Accounts = append(judged.Accounts, j.account(record.Accounts[number-1].ID, claim.JudgeWordings(of, account)))
			j.progress.done(result.Document.Words())
		}
	}
	judged.Pairs = append(judged.Pairs, pairs(judged.Accounts)...)
	return judged
}

// claimOriginals yields the text of a claim and those of its accounts.
func claimOriginals(place string, record claimRecord) iter.Seq2[rashomon.Original, error] {
	return func(yield func(rashomon.Original, error) bool) {
		original := func(name, text string) rashomon.Original {
			return rashomon.Original{Bytes: []byte(text), Format: rashomon.FormatText, Name: name, Address: place + " " + name}
		}
		if !yield(original(record.ID, record.Claim), nil) {
			return
		}
		for _, account := range record.Accounts {
			if !yield(original(account.ID, account.Text), nil) {
				return
			}
		}
	}
}

func (j *claimJudge) account(id string, judgement claim.Judgement) judgedAccount {
	judged := judgedAccount{ID: id, Stance: judgement.Relation}
	if !j.why {
		return judged
	}
	judged.judgedReasons = &judgedReasons{
		Told: rounded(judgement.Alignment.Cover), Probabilities: map[claim.Relation]float64{}, Reasons: []judgedReason{},
	}
	for k, relation := range claim.Relations {
		judged.Probabilities[relation] = rounded(judgement.Probabilities[k])
	}
	for _, r := range judgement.Reasons {
		judged.Reasons = append(judged.Reasons, judgedReason{
			rounded(r.Weight), r.Text, judgement.Claim.Quote(r.Claim), judgement.Account.Quote(r.Account), r.Rules,
		})
	}
	return judged
}

// rounded returns a number with three decimals, the same on every machine.
func rounded(x float64) float64 { return math.Round(x*1000) / 1000 }

// pairs returns which two accounts agree or contradict each other: those that both take a side.
func pairs(accounts []judgedAccount) []judgedPair {
	sided := slices.DeleteFunc(slices.Clone(accounts), func(a judgedAccount) bool { return a.Stance == claim.Observing })
	var found []judgedPair
	for i, a := range sided {
		for _, b := range sided[i+1:] {
			relation := "agree"
			if a.Stance != b.Stance {
				relation = "contradict"
			}
			found = append(found, judgedPair{a.ID, b.ID, relation})
		}
	}
	return found
}
