package event_test

import (
	"bytes"
	"errors"
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

// Bare sentences between a party X and a party Y, as token/tag/head/relation: W is the word that tells the deed.
var (
	verbFrames = []string{
		"X/NNS/2/nsubj W/VBD/0/root Y/NNS/2/obj",
		"X/NNS/2/nsubj W/VBD/0/root",
		"X/NNS/2/nsubj W/VBD/0/root against/IN/4/case Y/NNS/2/obl",
	}
	nounFrames = []string{
		"W/NN/5/nsubj of/IN/3/case Y/NNS/1/nmod today/NN/5/obl:tmod end/VBD/0/root",
		"X/NN/2/compound W/NN/5/nsubj against/IN/4/case Y/NNS/2/nmod end/VBD/0/root",
	}
)

// TestSides puts every verb and noun of the lexicon between two parties, both ways: what a deed is must not depend on who
// does it and who suffers it. testdata/sides.golden lists the words with which it does, for the codebook asks who it is:
// armed people are mobilised, others are only sent; civilians protest where governments do so in words; protesters who are
// pushed back are restricted.
func TestSides(t *testing.T) {
	t.Parallel()
	names := rashomontest.ListedNames(t)
	var differing bytes.Buffer
	for _, kind := range []struct {
		folder string
		frames []string
	}{{"verbs", verbFrames}, {"nouns", nounFrames}} {
		for _, word := range wordsOfLexicon(t, kind.folder) {
			for _, frame := range kind.frames {
				writeDifferences(t, &differing, names, frame, word)
			}
		}
	}
	rashomontest.Golden(t, "testdata/sides.golden", differing.Bytes())
}

func writeDifferences(t *testing.T, out *bytes.Buffer, names []rashomontest.ListedName, frame, word string) {
	t.Helper()
	for _, pair := range sides {
		text, coded := codedBetween(t, names, frame, word, pair[0], pair[1])
		exchangedText, exchanged := codedBetween(t, names, frame, word, pair[1], pair[0])
		if coded != exchanged {
			fmt.Fprintf(out, "%s: %s | %s: %s\n", text, coded, exchangedText, exchanged)
		}
	}
}

// wordsOfLexicon returns the headwords of a folder of the lexicon and of its occurrences, each once.
func wordsOfLexicon(t *testing.T, folder string) []string {
	t.Helper()
	paths, err := filepath.Glob("data/" + folder + "/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no %s (%v)", folder, err)
	}
	var all []string
	read := func(columns []string) error {
		for word := range strings.SplitSeq(columns[0], ",") {
			all = append(all, strings.TrimSpace(word))
		}
		return nil
	}
	for _, path := range paths {
		err = errors.Join(err, datafile.Each(os.DirFS("."), path, 5, read))
	}
	if err := errors.Join(err, datafile.Each(os.DirFS("."), "data/occurrences/"+folder+".txt", 4, read)); err != nil {
		t.Fatal(err)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// codedBetween returns a sentence and what it is coded as, with who does it and who suffers it by the order in which they
// are named; MOBILIZE without its mode, which is who is mobilised.
func codedBetween(t *testing.T, names []rashomontest.ListedName, frame, word, x, y string) (text, coded string) {
	t.Helper()
	docs, err := conllu.Read("bare", strings.NewReader(bareTree(frame, word, x, y)))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range foundInOrder(docs[0], names) {
		if e.Type == "MOBILIZE" {
			e.Mode = ""
		}
		all = append(all, strings.TrimSpace(e.Type+" "+e.Mode)+fmt.Sprint(" ", e.Actors, e.Recipients))
	}
	if len(all) == 0 {
		all = []string{"none"}
	}
	return docs[0].Text, strings.Join(all, "; ")
}

// bareTree returns the tree of a frame, with the particle of the word at its end.
func bareTree(frame, word, x, y string) string {
	lemma, particle, hasParticle := strings.Cut(word, " ")
	nodes := strings.Fields(frame)
	if hasParticle {
		at := slices.IndexFunc(nodes, func(node string) bool { return strings.HasPrefix(node, "W/") })
		nodes = append(nodes, fmt.Sprintf("%s/RP/%d/compound:prt", particle, at+1))
	}
	lemmas := strings.NewReplacer("X", x, "Y", y, "W", lemma)
	upos := map[string]string{"NN": "NOUN", "NNS": "NOUN", "VBD": "VERB", "IN": "ADP", "RP": "ADP"}
	var words, lines []string
	for i, node := range nodes {
		columns := strings.Split(node, "/")
		form := lemmas.Replace(columns[0])
		words = append(words, form)
		lines = append(lines, fmt.Sprintf("%d\t%[2]s\t%[2]s\t%[3]s\t%[4]s\t_\t%[5]s\t%[6]s\t_\t_\n",
			i+1, form, upos[columns[1]], columns[1], columns[2], columns[3]))
	}
	head := "# newdoc id = bare\n# sent_id = bare-1\n# text = " + strings.Join(words, " ") + "\n"
	return head + strings.Join(lines, "") + "\n"
}
