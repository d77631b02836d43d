package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"slices"

	"rashomon"
	"rashomon/claim"
	"rashomon/reader"
	"rashomon/source"
)

// An example is what is seen of a claim and an account, and what people say that the account does to the claim.
type example struct {
	features []claim.Feature
	relation int // index into claim.Relations
	claim    int // its number: accounts of one claim are learned from together, or not at all
}

// readExamples reads claims with accounts, one claim a line.
func readExamples(ctx context.Context, path string) ([]example, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var examples []example
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<24)
	for number := 0; lines.Scan(); number++ {
		of, err := readClaim(ctx, lines.Bytes(), number)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, number+1, err)
		}
		examples = append(examples, of...)
	}
	return examples, lines.Err()
}

func readClaim(ctx context.Context, line []byte, number int) ([]example, error) {
	var record struct {
		Claim    string
		Accounts []struct {
			Text   string
			Stance claim.Relation
		}
	}
	if err := json.Unmarshal(line, &record); err != nil {
		return nil, err
	}
	of, err := readWording(ctx, record.Claim)
	if err != nil {
		return nil, err
	}
	var examples []example
	for _, account := range record.Accounts {
		relation := slices.Index(claim.Relations[:], account.Stance)
		if relation < 0 {
			return nil, fmt.Errorf("%q is no relation", account.Stance)
		}
		p, err := readWording(ctx, account.Text)
		if err != nil {
			return nil, err
		}
		examples = append(examples, example{claim.Features(of, p), relation, number})
	}
	return examples, nil
}

// readWording reads a text as the program does.
func readWording(ctx context.Context, text string) (*claim.Wording, error) {
	doc, err := source.Parse(rashomon.Original{
		Bytes: []byte(text), Format: rashomon.FormatText,
		Given: []rashomon.Detail{{Field: rashomon.FieldLanguage, Value: "en", Rule: "user/--language"}},
	})
	if err != nil {
		return nil, err
	}
	if err := reader.New().Read(ctx, doc); err != nil {
		return nil, err
	}
	return claim.NewText(doc).Wording(rashomon.Span{End: len(doc.Tokens)}), nil
}
