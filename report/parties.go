package report

import (
	"cmp"
	"slices"
	"strings"

	"rashomon"
	"rashomon/view"
)

// A named is a party that two documents or more name.
type named struct {
	rashomon.Party
	documents int
}

func (d *draft) parties() Section {
	var all []named
	for _, p := range d.view.Comparison.Parties {
		if n := namedBy(p); n > 1 && p.Type != rashomon.EntityPlace {
			all = append(all, named{p, n})
		}
	}
	slices.SortStableFunc(all, func(x, y named) int {
		return cmp.Or(cmp.Compare(y.documents, x.documents), cmp.Compare(len(y.Entities), len(x.Entities)), cmp.Compare(x.Name, y.Name))
	})
	note := "Who takes part, by the names and nouns that each source uses. Hostile or favourable tells with what sympathy its own voice uses them, as far as that could be told."
	return section(d, "parties", "Parties, and what each source calls them", []string{note}, all, "No party is named by two accounts.", func(p named) Entry {
		return Entry{ID: p.ID, Title: tidy(p.Name) + coded(p.Party), Lines: d.namings(p.Party)}
	})
}

// namedBy counts the documents that use a name of a party.
func namedBy(p rashomon.Party) int {
	var documents []string
	for _, s := range p.Spellings {
		if s.Kind == rashomon.MentionName {
			documents = append(documents, s.Documents...)
		}
	}
	slices.Sort(documents)
	return len(slices.Compact(documents))
}

func coded(p rashomon.Party) string {
	return " (" + strings.ToLower(strings.TrimSpace(string(p.Type))) + ")"
}

// Of a party so many forms are told, and of each so many users by name, some of them with where: what one line can tell.
const (
	mostForms  = 20
	mostUsers  = 12
	mostPlaces = 6
)

// namings tells of each form who uses it, and where.
func (d *draft) namings(p rashomon.Party) []Line {
	var lines []Line
	all := d.view.Namings(p)
	for from := 0; from < len(all); {
		to := from + 1
		for to < len(all) && all[to].Form == all[from].Form && all[to].Kind == all[from].Kind {
			to++
		}
		if lines = append(lines, d.naming(all[from:to])); len(lines) == mostForms && to < len(all) {
			return append(lines, Line{Text: "It goes under more forms, which are left out here."})
		}
		from = to
	}
	return lines
}

// naming tells who uses one form, and where first.
func (d *draft) naming(uses []view.Naming) Line {
	line := Line{Text: "“" + tidy(uses[0].Form) + "”: "}
	var by []string
	for _, use := range uses {
		name := isolated(use.Name)
		if use.Valence != 0 {
			name += " (" + valences[use.Valence] + ")"
		}
		if !slices.Contains(by, name) {
			by = append(by, name)
		}
		if len(line.Cites) < mostPlaces {
			line.Cites = append(line.Cites, d.cite(use.Quotation))
		}
	}
	line.Text += list(first(by, mostUsers))
	if left := len(by) - mostUsers; left > 0 {
		line.Text += "; and " + number(left) + " more"
	}
	return line
}

// A stand is how accounts stand to a party.
type stand struct {
	party     rashomon.Party
	positions []rashomon.Position
}

func (d *draft) positions() Section {
	at := map[string]int{}
	var all []stand
	for _, p := range d.view.Comparison.Parties {
		at[p.ID] = len(all)
		all = append(all, stand{party: p})
	}
	for _, p := range d.view.Comparison.Positions {
		i, known := at[p.Party]
		if known && !strings.EqualFold(all[i].party.Name, d.view.Name(p.Document)) { // who publishes stands for himself
			all[i].positions = append(all[i].positions, p)
		}
	}
	all = slices.DeleteFunc(all, func(s stand) bool { return len(s.positions) == 0 })
	slices.SortStableFunc(all, func(x, y stand) int {
		return cmp.Or(cmp.Compare(len(y.positions), len(x.positions)), cmp.Compare(x.party.Name, y.party.Name))
	})
	note := "How accounts stand to a party in their own voice, with the sentences that show it. An account that only reports what others say of it takes no position."
	return section(d, "positions", "Who is for whom, who against", []string{note}, all, "No account was found to take a side in its own voice.", func(s stand) Entry {
		e := Entry{ID: s.party.ID, Title: tidy(s.party.Name)}
		for _, p := range s.positions {
			stands := d.view.Stand(p, s.party.Name)
			line := Line{Text: tidy(stands.Source) + ", " + day(stands.Published) + ": " + stances[stands.Stance] + ". " +
				sentence(stands.Why)}
			for _, q := range first(stands.Evidence, mostPointed) {
				line.Cites = append(line.Cites, d.cite(q))
			}
			e.Lines = append(e.Lines, line)
		}
		return e
	})
}
