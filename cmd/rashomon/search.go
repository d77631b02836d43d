package main

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"rashomon/archive"
)

func (p program) searchCommand() *cobra.Command {
	var asJSON bool
	var limit int
	command := &cobra.Command{
		Use:   "search WORDS...",
		Short: "Search the texts of the archive",
		Long: `Search the texts and titles of the archive. All words must stand in a document.
"Quoted words" must stand together, OR lets either side do, a - before a word
excludes it, a * after three letters or more lets it go on. Hits are sorted by
how well they fit; of words in more than 10,000 documents, the latest first.`,
		Example: `  rashomon search ferry harbour
  rashomon search '"warning shots" OR gunfire -drill'
  rashomon search 'negotiat*' --json`,
		Args: atLeastOne("words"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if limit < 1 {
				return usage(fmt.Sprintf("--limit %d", limit), "give 1 or more")
			}
			return p.withArchive(cmd, true, func(ctx context.Context, a *archive.Archive) error {
				hits, err := a.Search(ctx, strings.Join(args, " "), limit)
				if err != nil {
					return err
				}
				return p.printHits(hits, asJSON)
			})
		},
	}
	command.Flags().BoolVar(&asJSON, "json", false, "print one JSON object a hit")
	command.Flags().IntVarP(&limit, "limit", "n", 20, "how many at most")
	return command
}

func (p program) printHits(hits []archive.Hit, asJSON bool) error {
	if len(hits) == 0 && !asJSON {
		fmt.Fprintln(p.stderr, "rashomon: nothing found")
	}
	for _, hit := range hits {
		if asJSON {
			if err := json.NewEncoder(p.stdout).Encode(hit); err != nil {
				return err
			}
			continue
		}
		if err := p.printHit(hit); err != nil {
			return err
		}
	}
	return nil
}

// printHit prints the document's line and below it the passage, what matched between » and «.
func (p program) printHit(hit archive.Hit) error {
	if err := p.printSummary(hit.Summary, false); err != nil {
		return err
	}
	var passage strings.Builder
	for _, piece := range hit.Snippet {
		if piece.Match {
			passage.WriteString("»" + piece.Text + "«")
		} else {
			passage.WriteString(piece.Text)
		}
	}
	for _, line := range wrap(passage.String(), p.width()-4) {
		if _, err := fmt.Fprintf(p.stdout, "    %s\n", line); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintln(p.stdout)
	return err
}
