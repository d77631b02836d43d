package score

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"rashomon"
)

var (
	//go:embed data/features.txt
	featuresFile string
	//go:embed data/relations.txt
	relationsFile string

	universalFeatures = names(featuresFile)
	contentRelations  = names(relationsFile)
)

// names returns the words of a data file; lines that begin with "#" are comments.
func names(file string) map[string]bool {
	set := map[string]bool{}
	for line := range strings.Lines(file) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, name := range strings.Fields(line) {
			set[name] = true
		}
	}
	return set
}

// A Parsing holds the figures of the CoNLL 2018 evaluation (https://universaldependencies.org/conll18/evaluation.html).
// Those after Words count over all words, so that a word that is cut wrongly is wrong in everything.
type Parsing struct {
	Tokens    Count // what is written as one: "don't"
	Sentences Count
	Words     Count // "do" and "n't"
	UPOS      Count
	XPOS      Count
	Features  Count // only the universal ones
	Lemmas    Count // any lemma is right where none is wanted
	UAS       Count // the head
	LAS       Count // the head, and the relation without its subtype
	CLAS      Count // LAS of content words
}

// Parse compares a parse with the one that is wanted. Both documents must pass [rashomon.Document.Check] but for the
// shape of their trees: circles, several roots and words without a relation are counted as they stand. Their texts must
// be the same but for white space, else the error is a *rashomon.Error of kind ErrorInvalid.
//
// A word found is paired with the wanted word that covers the same characters. The evaluation of 2018 pairs the words
// of multiword tokens by a longest common subsequence of their forms instead, because in other languages they need not
// spell the token. In a sound document each covers characters of its own, and the pairs are the same unless one form
// stands twice within a token that both sides cut differently.
func Parse(got, want *rashomon.Document) (Parsing, error) {
	found, wanted := newUnits(got), newUnits(want)
	if found.text != wanted.text {
		return Parsing{}, differentTexts(got, want, found.text, wanted.text)
	}
	words := Count{Found: len(got.Tokens), Wanted: len(want.Tokens)}
	parsing := Parsing{
		Tokens:    Extents(found.tokens, wanted.tokens),
		Sentences: Extents(found.sentences, wanted.sentences),
		Words:     words, UPOS: words, XPOS: words, Features: words, Lemmas: words, UAS: words, LAS: words,
		CLAS: Count{Found: contentWords(got), Wanted: contentWords(want)},
	}
	pairs := pairing{got: got.Tokens, want: want.Tokens, partners: partners(found.words, wanted.words)}
	for i, partner := range pairs.partners {
		if partner != rashomon.None {
			parsing.compare(got.Tokens[i], want.Tokens[partner], pairs.sameHead(i))
		}
	}
	return parsing, nil
}

// compare counts what is right of a word that is paired with a wanted one.
func (p *Parsing) compare(got, want rashomon.Token, sameHead bool) {
	sameArc := sameHead && withoutSubtype(got.Relation) == withoutSubtype(want.Relation)
	p.Words.count(true)
	p.UPOS.count(got.UPOS == want.UPOS)
	p.XPOS.count(got.XPOS == want.XPOS)
	p.Features.count(got.Features == want.Features || slices.Equal(universal(got.Features), universal(want.Features)))
	p.Lemmas.count(want.Lemma == "" || got.Lemma == want.Lemma)
	p.UAS.count(sameHead)
	p.LAS.count(sameArc)
	p.CLAS.count(sameArc && isContent(want))
}

func contentWords(doc *rashomon.Document) int {
	words := 0
	for _, token := range doc.Tokens {
		if isContent(token) {
			words++
		}
	}
	return words
}

func isContent(token rashomon.Token) bool { return contentRelations[withoutSubtype(token.Relation)] }

func withoutSubtype(relation string) string {
	relation, _, _ = strings.Cut(relation, ":")
	return relation
}

// universal returns those features of a word that are compared, sorted.
func universal(features string) []string {
	var kept []string
	for feature := range strings.SplitSeq(features, "|") {
		name, _, _ := strings.Cut(feature, "=")
		if universalFeatures[name] {
			kept = append(kept, feature)
		}
	}
	slices.Sort(kept)
	return kept
}

// Add adds the counts of another document.
func (p *Parsing) Add(other Parsing) {
	others := other.rows()
	for i, row := range p.rows() {
		row.count.Add(*others[i].count)
	}
}

// String returns a table of precision, recall and F1 in percent, a line for each figure.
func (p Parsing) String() string {
	var table strings.Builder
	fmt.Fprintf(&table, "%-10s%9s%8s%8s\n", "", "precision", "recall", "F1")
	for _, row := range p.rows() {
		c := row.count
		fmt.Fprintf(&table, "%-10s%9.2f%8.2f%8.2f\n", row.name, 100*c.Precision(), 100*c.Recall(), 100*c.F1())
	}
	return table.String()
}

// A row is one figure under the name that the evaluation gives it.
type row struct {
	name  string
	count *Count
}

func (p *Parsing) rows() []row {
	return []row{
		{"Tokens", &p.Tokens}, {"Sentences", &p.Sentences}, {"Words", &p.Words}, {"UPOS", &p.UPOS}, {"XPOS", &p.XPOS},
		{"UFeats", &p.Features}, {"Lemmas", &p.Lemmas}, {"UAS", &p.UAS}, {"LAS", &p.LAS}, {"CLAS", &p.CLAS},
	}
}
