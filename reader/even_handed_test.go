package reader_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon"
	"rashomon/rashomontest"
	"rashomon/reader"
)

// TestEvenHanded exchanges the parties of the sentences in testdata/even_handed.cases for each other: everything that
// is found must be the same with the parties exchanged.
func TestEvenHanded(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: sentences read with their parties exchanged, with -short")
	}
	t.Parallel()
	chain := reader.New()
	var done summary
	t.Run("sentences", func(t *testing.T) {
		rashomontest.RunCases(t, "testdata/even_handed.cases", func(c rashomontest.Case) []rashomontest.Finding {
			value := c.Value
			if differences := exchange(t, chain, c, &done); len(differences) > 0 {
				value = strings.Join(differences, "\n")
			}
			return []rashomontest.Finding{{Start: 0, End: len(c.Phrase), Value: value}}
		})
	})
	done.check(t)
}

// exchange reads a sentence with all of its pairs both ways and tells where that makes a difference.
func exchange(t *testing.T, chain *reader.Reader, c rashomontest.Case, done *summary) []string {
	var differences []string
	found := false
	for _, pair := range pairsOf(t, c) {
		as := readWith(t, chain, c.Phrase, pair[0], pair[1])
		want, got := as.findings(), readWith(t, chain, c.Phrase, pair[1], pair[0]).findings()
		if diff := cmp.Diff(got, want); diff != "" {
			differences = append(differences, fmt.Sprintf("-%s +%s:\n%s", pair[1], pair[0], diff))
		}
		found = found || len(as.Events)+len(as.Statements) > 0
		done.count(c, as)
	}
	if !found {
		differences = append(differences, "nothing is found")
	}
	return differences
}

// A summary tells how much the test has seen.
type summary struct {
	sync.Mutex
	sentences map[string]bool // by their text: they must come out the same
	readings  int
	types     map[string]bool // of the events in these
}

func (s *summary) count(c rashomontest.Case, as cast) {
	s.Lock()
	defer s.Unlock()
	s.readings += 2
	if c.Section != rashomontest.Must {
		return
	}
	if s.sentences == nil {
		s.sentences, s.types = map[string]bool{}, map[string]bool{}
	}
	s.sentences[c.Phrase] = true
	for _, e := range as.Events {
		s.types[e.Type] = true
	}
}

// check demands a hundred sentences and all types of events in them.
func (s *summary) check(t *testing.T) {
	const sentences, types = 100, 16
	seen := slices.Sorted(maps.Keys(s.types))
	t.Logf("%d readings; %d sentences come out the same, in which there are %s",
		s.readings, len(s.sentences), strings.Join(seen, ", "))
	if len(s.sentences) < sentences || len(seen) < types {
		t.Errorf("got %d sentences with events of %d types, want %d and %d", len(s.sentences), len(seen), sentences, types)
	}
}

// pairsOf returns the pairs of parties that a case names by its value.
func pairsOf(t *testing.T, c rashomontest.Case) [][2]string {
	var pairs [][2]string
	for group := range strings.SplitSeq(c.Value, ", ") {
		listed, found := c.Given[group]
		if !found {
			t.Errorf("%s:%d: no pairs are given as %q", c.File, c.Line, group)
		}
		for pair := range strings.SplitSeq(listed, "; ") {
			a, b, _ := strings.Cut(pair, "/")
			pairs = append(pairs, [2]string{a, b})
		}
	}
	return pairs
}

// A cast is a document with where each of two parties is named in it.
type cast struct {
	*rashomon.Document
	parties map[string]string            // the names by "A" and "B"
	roles   map[string][]rashomon.Extent // where they stand
}

// readWith reads a sentence with two parties put in.
func readWith(t *testing.T, chain *reader.Reader, sentence, a, b string) cast {
	c := fill(t, sentence, map[string]string{"A": a, "B": b})
	if err := chain.Read(t.Context(), c.Document); err != nil {
		t.Error(err)
	}
	return c
}

// findings tells what is found, each party called A or B.
func (c cast) findings() []string { return slices.Concat(c.events(), c.statements(), c.labels()) }

// fill puts the parties into the slots of a sentence.
func fill(t *testing.T, sentence string, parties map[string]string) cast {
	c := cast{parties: parties, roles: map[string][]rashomon.Extent{}}
	var text strings.Builder
	for rest := sentence; rest != ""; {
		before, behind, found := strings.Cut(rest, "{")
		text.WriteString(before)
		if !found {
			break
		}
		slot, after, _ := strings.Cut(behind, "}")
		role, possessive := strings.CutSuffix(slot, "'s")
		start, name := text.Len(), parties[role]
		if start == 0 {
			name = strings.ToUpper(name[:1]) + name[1:]
		}
		text.WriteString(name)
		c.roles[role] = append(c.roles[role], rashomon.Extent{Start: start, End: text.Len()})
		if possessive {
			text.WriteString(possessiveOf(name))
		}
		rest = after
	}
	c.Document = parsed(t, text.String())
	if c.Text != text.String() || !c.English() {
		t.Errorf("%q became %q, English %t", text.String(), c.Text, c.English())
	}
	return c
}

func possessiveOf(name string) string {
	if strings.HasSuffix(name, "s") {
		return "'"
	}
	return "'s"
}

// events tells of the events all but the place, for of two parties one may be a country, where it is done to it.
func (c cast) events() []string {
	var out []string
	for _, e := range c.Events {
		line := fmt.Sprintf("%s %s %s %s: %s", e.Type, e.Mode, e.Status, e.Agency, c.QuoteSpan(e.Trigger))
		line += " by " + c.all(e.Actors) + " to " + c.all(e.Recipients) + " as " + c.voice(e.Statement)
		if e.Time != rashomon.None {
			line += " when " + c.QuoteSpan(c.Timexes[e.Time].Span)
		}
		for _, view := range e.Views {
			line += fmt.Sprintf(", %s to %s", view.Status, c.voice(view.Statement))
		}
		out = append(out, line)
	}
	return out
}

func (c cast) statements() []string {
	var out []string
	for i, s := range c.Statements {
		out = append(out, fmt.Sprintf("%s %s %s: %s", s.Kind, s.Act, c.QuoteSpan(s.Cue), c.voice(i)))
	}
	return out
}

// labels tells the sum of what the labels say of each party, and the loaded words.
func (c cast) labels() []string {
	valences := map[string]int{}
	for _, label := range c.Labels {
		valences[c.one(label.Entity)] += label.Valence
	}
	var out []string
	for _, role := range []string{"A", "B"} {
		out = append(out, fmt.Sprintf("%s is called %+d", role, valences[role]))
	}
	for _, word := range c.LoadedWords {
		voice := c.voice(word.Statement)
		out = append(out, fmt.Sprintf("%+d %s in the words of %s", word.Valence, c.QuoteSpan(word.Span), voice))
	}
	return out
}

// voice tells who holds a statement.
func (c cast) voice(statement int) string {
	if statement == rashomon.None {
		return "the text"
	}
	return c.one(c.Statements[statement].Holder)
}

func (c cast) all(entities []int) string {
	var names []string
	for _, entity := range entities {
		names = append(names, c.one(entity))
	}
	slices.Sort(names)
	return strings.Join(slices.Compact(names), ", ")
}

// one calls an entity A or B where it is named in their place, else by its name: "soldiers of A".
func (c cast) one(entity int) string {
	if entity == rashomon.None {
		return "nobody"
	}
	var roles string
	for _, role := range []string{"A", "B"} {
		if slices.ContainsFunc(c.Mentions, func(m rashomon.Mention) bool { return m.Entity == entity && c.isIn(m, role) }) {
			roles += role
		}
	}
	if roles != "" {
		return roles
	}
	name := c.Entities[entity].Name
	for role, party := range c.parties {
		name = strings.NewReplacer(party+possessiveOf(party), role, party, role).Replace(name)
	}
	return name
}

// isIn reports whether the head of a mention stands in the place of a party.
func (c cast) isIn(m rashomon.Mention, role string) bool {
	head := c.Tokens[m.Head].Extent
	return slices.ContainsFunc(c.roles[role], func(e rashomon.Extent) bool {
		return e.Start <= head.Start && head.End <= e.End
	})
}
