package main

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rashomon"
	"rashomon/compare/position"
	"rashomon/view"
)

func (p program) partyCommand() *cobra.Command {
	var c comparing
	command := &cobra.Command{
		Use:   "party NAME [PLACE...]",
		Short: "Show a party: its spellings and labels by source, what it did, who sides with it",
		Long: `Show a party across documents: under what names and nouns each source speaks of
it, why they are taken for one, what it is told to have done and what was done
to it, and how each source stands to it. NAME is a name, a part of one, or an id
as ` + "`rashomon compare --format json`" + ` prints it.

` + comparingHelp,
		Example: "  rashomon party \"Public Order Regiment\"\n  rashomon party Gaddafi reports/",
		Args:    atLeastOne("the name of a party"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.compared(cmd, &c, args[1:], func(out io.Writer, v *view.View) error {
				found := v.Parties(args[0])
				if len(found) == 0 {
					return &rashomon.Error{
						Kind: rashomon.ErrorNotFound, Place: args[0], Cause: "no party goes under this name in these documents",
						Remedy: "give a part of the name, or look at `rashomon compare --format json`",
					}
				}
				switch c.format {
				case "json":
					return json.NewEncoder(out).Encode(newPartyRecord(v, found[0]))
				case "csv":
					return writeTable(out, partyTable(v, found[0]))
				}
				newSheet(p.styleFor(c.format), p.width()).party(out, v, found)
				return nil
			})
		},
	}
	c.addFlags(command)
	return command
}

// party writes the first of the parties that a name may mean, and names the others.
func (s sheet) party(out io.Writer, v *view.View, found []rashomon.Party) {
	party := found[0]
	s.entry(out, fmt.Sprintf("%s  (%s %s)", party.Name, strings.ToLower(string(party.Type)), strings.Join(party.Codes, " ")), party.ID)
	if len(found) > 1 {
		var names []string
		for _, other := range first(found[1:], 5) {
			names = append(names, fmt.Sprintf("%s (%s)", other.Name, other.ID))
		}
		s.text(out, 0, "The name may also mean: "+strings.Join(names, "; "))
	}
	s.title(out, "under what names")
	for _, spelling := range party.Spellings {
		s.text(out, 4, fmt.Sprintf("%s  %s: %s", spelling.Form, spelling.Kind, s.names(v, spelling.Documents)))
	}
	if len(party.Joins) > 0 {
		s.title(out, "why these are taken for one")
	}
	for _, reason := range view.Reasons(party.Joins) {
		s.text(out, 4, sentence(reason))
	}
	s.deeds(out, v, "what it is told to have done", v.Deeds(party, view.Did))
	s.deeds(out, v, "what is told to have been done to it", v.Deeds(party, view.Underwent))
	s.standing(out, v, party)
}

func (s sheet) deeds(out io.Writer, v *view.View, title string, sides []rashomon.Side) {
	if len(sides) == 0 {
		return
	}
	s.title(out, title)
	for _, side := range sides {
		s.side(out, v, side)
	}
}

// standing writes how each source stands to the party, over time, with the passages that show it.
func (s sheet) standing(out io.Writer, v *view.View, party rashomon.Party) {
	positions := position.Over(v.Ground, v.Comparison.Positions, party.ID)
	if len(positions) == 0 {
		return
	}
	s.title(out, "who is for it, who against it")
	var sources []string
	for source := range positions {
		sources = append(sources, source)
	}
	slices.Sort(sources)
	for _, source := range sources {
		for _, p := range positions[source] {
			s.text(out, 4, fmt.Sprintf("%s, %s: %s. %s", v.Name(p.Document), day(v.Digest(p.Document).Published), stances[p.Stance], sentence(p.Why)))
			for _, extent := range p.Evidence {
				s.side(out, v, v.Digest(p.Document).Side(extent, rashomon.None))
			}
		}
	}
}

var stances = map[int]string{-1: "against", 0: "both for and against", 1: "for"}

// A partyRecord is what `party --format json` prints.
type partyRecord struct {
	ID        string              `json:"id"`
	Name      string              `json:"name"`
	Type      string              `json:"type"`
	Codes     []string            `json:"codes,omitempty"`
	Spellings map[string][]string `json:"spellings"` // form -> documents
	Reasons   []string            `json:"reasons,omitempty"`
	Did       []deedRecord        `json:"did"`
	Underwent []deedRecord        `json:"underwent"`
}

type deedRecord struct {
	Document string   `json:"document"`
	Holders  []string `json:"holders"`
	Text     string   `json:"text"`
}

func newPartyRecord(v *view.View, party rashomon.Party) partyRecord {
	record := partyRecord{
		ID: party.ID, Name: party.Name, Type: string(party.Type), Codes: party.Codes, Spellings: map[string][]string{},
		Reasons: view.Reasons(party.Joins), Did: deedRecords(v, v.Deeds(party, view.Did)), Underwent: deedRecords(v, v.Deeds(party, view.Underwent)),
	}
	for _, spelling := range party.Spellings {
		record.Spellings[spelling.Form] = spelling.Documents
	}
	return record
}

func deedRecords(v *view.View, sides []rashomon.Side) []deedRecord {
	records := []deedRecord{}
	for _, side := range sides {
		records = append(records, deedRecord{side.Document, append([]string{}, side.Holders...), clean(v.Digest(side.Document).Quote(side.Extent))})
	}
	return records
}

func partyTable(v *view.View, party rashomon.Party) [][]string {
	table := [][]string{{"form", "kind", "document", "name", "published"}}
	for _, spelling := range party.Spellings {
		for _, document := range spelling.Documents {
			table = append(table, []string{spelling.Form, string(spelling.Kind), document, v.Name(document), v.Digest(document).Published})
		}
	}
	return table
}
