package report

import (
	"cmp"
	"slices"
	"strings"

	"rashomon"
	"rashomon/view"
)

// A named is a party that several documents name.
type named struct {
	*rashomon.Party
	documents int
}

func (d *draft) parties() Section {
	var all []named
	for i := range d.view.Comparison.Parties {
		p := &d.view.Comparison.Parties[i]
		if n := namedBy(p); n > 1 && p.Type != rashomon.EntityPlace {
			all = append(all, named{p, n})
		}
	}
	most := foremost(all, d.about.Most, func(x, y named) int {
		return cmp.Or(cmp.Compare(y.documents, x.documents), cmp.Compare(len(y.Entities), len(x.Entities)), cmp.Compare(x.Name, y.Name))
	})
	note := "Who takes part, by the names and nouns that each source uses. Hostile or favourable tells with what sympathy its own voice uses them, as far as that could be told."
	return section(d, "parties", "Parties, and what each source calls them", []string{note}, chosen[named]{most, len(all)}, "No party is named by two accounts.", func(p named) Entry {
		return Entry{ID: p.ID, Title: tidy(p.Name) + coded(*p.Party), Lines: d.namings(*p.Party)}
	})
}

// namedBy counts the documents that use a name of a party.
func namedBy(p *rashomon.Party) int {
	var documents []string // those of one form stand once each, and most parties have one
	for _, s := range p.Spellings {
		switch {
		case s.Kind != rashomon.MentionName:
		case documents == nil:
			documents = s.Documents
		default:
			documents = slices.Concat(documents, s.Documents)
			slices.Sort(documents)
			documents = slices.Compact(documents)
		}
	}
	return len(documents)
}

func coded(p rashomon.Party) string {
	return " (" + strings.ToLower(strings.TrimSpace(string(p.Type))) + ")"
}

// Of a party so many forms are told, and of each where some of those who use it do.
const (
	mostForms  = 20
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
	known := map[string]bool{}
	for _, use := range uses {
		name := isolated(d.view.Name(use.Document))
		if use.Valence != 0 {
			name += " (" + valences[use.Valence] + ")"
		}
		if !known[name] {
			known[name] = true
			by = append(by, name)
		}
	}
	for _, use := range first(uses, mostPlaces) {
		line.Cites = append(line.Cites, d.cite(d.view.QuotationOf(use.Passage)))
	}
	line.Text += some(by)
	return line
}

// mostStands is how many positions are told of a party: more nobody reads one by one.
const mostStands = 30

// A stand is how accounts stand to a party.
type stand struct {
	party     *rashomon.Party
	positions []rashomon.Position
}

func (d *draft) positions() Section {
	taken := map[string][]rashomon.Position{} // by party
	for _, p := range d.view.Comparison.Positions {
		taken[p.Party] = append(taken[p.Party], p)
	}
	var all []stand
	for i := range d.view.Comparison.Parties {
		p := &d.view.Comparison.Parties[i]
		// who publishes stands for himself
		isOwn := func(by rashomon.Position) bool { return strings.EqualFold(p.Name, d.view.Name(by.Document)) }
		if positions := slices.DeleteFunc(taken[p.ID], isOwn); len(positions) > 0 {
			all = append(all, stand{p, positions})
		}
	}
	most := foremost(all, d.about.Most, func(x, y stand) int {
		return cmp.Or(cmp.Compare(len(y.positions), len(x.positions)), cmp.Compare(x.party.Name, y.party.Name))
	})
	note := "How accounts stand to a party in their own voice, with the sentences that show it. An account that only reports what others say of it takes no position."
	nothing := "No account was found to take a side in its own voice."
	return section(d, "positions", "Who is for whom, who against", []string{note}, chosen[stand]{most, len(all)}, nothing, d.stand)
}

func (d *draft) stand(s stand) Entry {
	e := Entry{ID: s.party.ID, Title: tidy(s.party.Name)}
	for _, p := range first(s.positions, mostStands) {
		stands := d.view.Stand(p, s.party.Name)
		line := Line{Text: tidy(stands.Source) + ", " + day(stands.Published) + ": " + stances[stands.Stance] + ". " +
			sentence(stands.Why)}
		for _, q := range first(stands.Evidence, mostPointed) {
			line.Cites = append(line.Cites, d.cite(q))
		}
		e.Lines = append(e.Lines, line)
	}
	if left := s.positions[len(e.Lines):]; len(left) > 0 {
		e.Lines = append(e.Lines, leftOfStands(left))
	}
	return e
}

// leftOfStands tells of positions that are not shown how many are for a party, and how many against it.
func leftOfStands(left []rashomon.Position) Line {
	counts := map[int]int{}
	for _, p := range left {
		counts[p.Stance]++
	}
	var told []string
	for _, stance := range []int{1, -1, 0} {
		if counts[stance] > 0 {
			told = append(told, number(counts[stance])+" "+stances[stance])
		}
	}
	return Line{Text: count(len(left), "more account takes", "more accounts take") + " a position, left out here: " + list(told) + "."}
}
