package event_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rashomon/conllu"
	"rashomon/datafile"
	"rashomon/rashomontest"
)

// sides are parties that are exchanged for each other: who fights, rules, enforces the law and protests.
var sides = [][2]string{
	{"rebel", "government"}, {"rebel", "soldier"}, {"guerrilla", "police"}, {"army", "militia"}, {"protester", "police"},
}

// TestSides puts every verb of the lexicon between two parties, both ways: what a deed is must not depend on who does it
// and who suffers it. testdata/sides.golden lists the verbs with which it does, for the codebook asks who it is: it tells
// MOBILIZE by who is mobilised.
func TestSides(t *testing.T) {
	t.Parallel()
	names := rashomontest.ListedNames(t)
	var differing bytes.Buffer
	for _, verb := range verbsOfLexicon(t) {
		for _, pair := range sides {
			one, other := codedBetween(t, names, pair[0], verb, pair[1]), codedBetween(t, names, pair[1], verb, pair[0])
			if one != other {
				fmt.Fprintf(&differing, "%s | %ss > %ss: %s | %[3]ss > %[2]ss: %[5]s\n", verb, pair[0], pair[1], one, other)
			}
		}
	}
	rashomontest.Golden(t, "testdata/sides.golden", differing.Bytes())
}

// verbsOfLexicon returns the headwords of the verbs, each once.
func verbsOfLexicon(t *testing.T) []string {
	t.Helper()
	paths, err := filepath.Glob("data/verbs/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no verbs (%v)", err)
	}
	var all []string
	for _, path := range paths {
		if err := datafile.Each(os.DirFS("."), path, 5, func(columns []string) error {
			all = append(all, columns[0])
			return nil
		}); err != nil {
			t.Fatal(err)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// codedBetween returns what "The rebels attack the soldiers" is, with who does it and who suffers it by the order in which
// they are named; that of MOBILIZE without its mode, which is who is mobilised.
func codedBetween(t *testing.T, names []rashomontest.ListedName, subject, verb, object string) string {
	t.Helper()
	docs, err := conllu.Read("bare", strings.NewReader(bareTree(subject, verb, object)))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range foundInOrder(docs[0], names) {
		if e.Type == "MOBILIZE" {
			e.Mode = ""
		}
		all = append(all, strings.TrimSpace(fmt.Sprint(e.Type, " ", e.Mode))+fmt.Sprint(" ", e.Actors, e.Recipients))
	}
	if len(all) == 0 {
		return "none"
	}
	return strings.Join(all, "; ")
}

// bareTree returns the tree of "the rebels verb the soldiers", with the verb's particle behind it.
func bareTree(subject, verb, object string) string {
	lemma, particle, _ := strings.Cut(verb, " ")
	lines := []string{
		"the\tthe\tDET\tDT\t_\t2\tdet", subject + "s\t" + subject + "\tNOUN\tNNS\t_\t3\tnsubj", lemma + "\t" + lemma + "\tVERB\tVBD\t_\t0\troot",
	}
	if particle != "" {
		lines = append(lines, particle+"\t"+particle+"\tADP\tRP\t_\t3\tcompound:prt")
	}
	lines = append(lines, fmt.Sprintf("the\tthe\tDET\tDT\t_\t%d\tdet", len(lines)+2), object+"s\t"+object+"\tNOUN\tNNS\t_\t3\tobj")
	var words []string
	for i, line := range lines {
		word, _, _ := strings.Cut(line, "\t")
		words = append(words, word)
		lines[i] = fmt.Sprintf("%d\t%s\t_\t_\n", i+1, line)
	}
	return "# newdoc id = bare\n# sent_id = bare-1\n# text = " + strings.Join(words, " ") + "\n" + strings.Join(lines, "") + "\n"
}
