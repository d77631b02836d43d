package score_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon"
	"rashomon/conllu"
	"rashomon/score"
)

const stay = `
1    They   they  PRON   PRP  Case=Nom|Number=Plur  4  nsubj
2-3  don't  _     _      _    _                     _  _
2    do     do    AUX    VBP  Mood=Ind|Style=Coll   4  aux
3    n't    not   PART   RB   _                     4  advmod
4    stay   stay  VERB   VB   VerbForm=Inf          0  root
5    .      .     PUNCT  .    _                     4  punct

1    Why    why   ADV    WRB  PronType=Int          0  root
2    ?      ?     PUNCT  .    _                     1  punct
`

// oneWord is the same with "don't" left whole and made a head.
const oneWord = `
1    They   they  PRON   PRP  Case=Nom|Number=Plur  2  nsubj
2    don't  do    AUX    VBP  Mood=Ind              3  aux
3    stay   stay  VERB   VB   VerbForm=Inf          0  root
4    .      .     PUNCT  .    _                     3  punct

1    Why    why   ADV    WRB  PronType=Int          0  root
2    ?      ?     PUNCT  .    _                     1  punct
`

// oneSentence is the same as one sentence.
const oneSentence = `
1    They   they  PRON   PRP  Case=Nom|Number=Plur  4  nsubj
2-3  don't  _     _      _    _                     _  _
2    do     do    AUX    VBP  Mood=Ind|Style=Coll   4  aux
3    n't    not   PART   RB   _                     4  advmod
4    stay   stay  VERB   VB   VerbForm=Inf          0  root
5    .      .     PUNCT  .    _                     4  punct
6    Why    why   ADV    WRB  PronType=Int          4  parataxis
7    ?      ?     PUNCT  .    _                     6  punct
`

// read returns a document made of rows with white space between their columns.
func read(t *testing.T, rows string) *rashomon.Document {
	t.Helper()
	var file strings.Builder
	for line := range strings.SplitSeq(strings.TrimSpace(rows), "\n") {
		if line != "" && line[0] != '#' {
			line = strings.Join(append(strings.Fields(line), "_", "_"), "\t")
		}
		file.WriteString(line + "\n")
	}
	docs, err := conllu.Read("rows", strings.NewReader(file.String()))
	if err != nil || len(docs) != 1 {
		t.Fatalf("got %d documents and %v, want one", len(docs), err)
	}
	if err := docs[0].Check(); err != nil {
		t.Fatal(err)
	}
	return docs[0]
}

// perfect returns the figures of the rows of stay against themselves.
func perfect() score.Parsing {
	all := func(n int) score.Count { return score.Count{Right: n, Found: n, Wanted: n} }
	return score.Parsing{
		Tokens: all(6), Sentences: all(2), Words: all(7), UPOS: all(7), XPOS: all(7), Features: all(7), Lemmas: all(7),
		UAS: all(7), LAS: all(7), CLAS: all(4),
	}
}

// oneWordLess is what it costs to leave "don't" whole.
func oneWordLess(p *score.Parsing) {
	for _, c := range []*score.Count{&p.Words, &p.UPOS, &p.XPOS, &p.Features, &p.Lemmas, &p.UAS, &p.LAS} {
		c.Right -= 2
		c.Found--
	}
	p.CLAS.Right--
	p.CLAS.Found--
}

// A parseCase changes one of two documents that are the same, and tells what that costs.
type parseCase struct {
	name   string
	rows   string // of what is found; those of stay where empty
	change func(got, want *rashomon.Document)
	cost   func(p *score.Parsing)
}

func (c parseCase) run(t *testing.T) {
	t.Parallel()
	rows := c.rows
	if rows == "" {
		rows = stay
	}
	gotDoc, wantDoc := read(t, rows), read(t, stay)
	c.change(gotDoc, wantDoc)
	got, err := score.Parse(gotDoc, wantDoc)
	if err != nil {
		t.Fatal(err)
	}
	want := perfect()
	c.cost(&want)
	if diff := cmp.Diff(got, want); diff != "" {
		t.Errorf("got - want +\n%s", diff)
	}
}

func TestParseTags(t *testing.T) {
	t.Parallel()
	for _, test := range []parseCase{
		{"nothing", "", func(got, want *rashomon.Document) {}, func(p *score.Parsing) {}},
		{"tag", "", func(got, want *rashomon.Document) { got.Tokens[0].UPOS = "NOUN" },
			func(p *score.Parsing) { p.UPOS.Right-- }},
		{"Penn tag", "", func(got, want *rashomon.Document) { got.Tokens[0].XPOS = "" },
			func(p *score.Parsing) { p.XPOS.Right-- }},
		{"feature", "", func(got, want *rashomon.Document) { got.Tokens[0].Features = "Case=Nom" },
			func(p *score.Parsing) { p.Features.Right-- }},
		{"feature that is not universal", "", func(got, want *rashomon.Document) { got.Tokens[1].Features = "Mood=Ind" },
			func(p *score.Parsing) {}},
		{"order of features", "", func(got, want *rashomon.Document) { got.Tokens[0].Features = "Number=Plur|Case=Nom" },
			func(p *score.Parsing) {}},
		{"lemma", "", func(got, want *rashomon.Document) { got.Tokens[2].Lemma = "n't" },
			func(p *score.Parsing) { p.Lemmas.Right-- }},
		{"no lemma wanted", "", func(got, want *rashomon.Document) { want.Tokens[2].Lemma = "" },
			func(p *score.Parsing) {}},
	} {
		t.Run(test.name, test.run)
	}
}

func TestParseTrees(t *testing.T) {
	t.Parallel()
	for _, test := range []parseCase{
		{"head of a content word", "", func(got, want *rashomon.Document) { got.Tokens[0].Head = 1 },
			func(p *score.Parsing) { p.UAS.Right--; p.LAS.Right--; p.CLAS.Right-- }},
		{"head of a function word", "", func(got, want *rashomon.Document) { got.Tokens[1].Head = 1 },
			func(p *score.Parsing) { p.UAS.Right--; p.LAS.Right-- }},
		{"relation", "", func(got, want *rashomon.Document) { got.Tokens[0].Relation = "obj" },
			func(p *score.Parsing) { p.LAS.Right--; p.CLAS.Right-- }},
		{"relation of a function word", "", func(got, want *rashomon.Document) { got.Tokens[2].Relation = "aux" },
			func(p *score.Parsing) { p.LAS.Right--; p.CLAS.Right--; p.CLAS.Found-- }},
		{"subtype", "", func(got, want *rashomon.Document) { got.Tokens[0].Relation = "nsubj:pass" },
			func(p *score.Parsing) {}},
		{"no tree", "", func(got, want *rashomon.Document) { got.Tokens[6].Head, got.Tokens[6].Relation = 0, "" },
			func(p *score.Parsing) { p.UAS.Right--; p.LAS.Right-- }},
		{"no tree wanted", "", func(got, want *rashomon.Document) { want.Tokens[6].Head, want.Tokens[6].Relation = 0, "" },
			func(p *score.Parsing) { p.UAS.Right--; p.LAS.Right-- }},
		{"no tree on either side", "",
			func(got, want *rashomon.Document) {
				got.Tokens[6].Head, got.Tokens[6].Relation = 0, ""
				want.Tokens[6].Head, want.Tokens[6].Relation = 0, ""
			}, func(p *score.Parsing) {}},
	} {
		t.Run(test.name, test.run)
	}
}

func TestParseUnits(t *testing.T) {
	t.Parallel()
	for _, test := range []parseCase{
		{"two tokens", "", func(got, want *rashomon.Document) { got.Tokens[2].Joined = false },
			func(p *score.Parsing) { p.Tokens.Right--; p.Tokens.Found++ }},
		{"one word", oneWord, func(got, want *rashomon.Document) {},
			func(p *score.Parsing) { oneWordLess(p); p.UAS.Right--; p.LAS.Right--; p.CLAS.Right-- }},
		{"the same head at another distance", oneWord, func(got, want *rashomon.Document) { got.Tokens[0].Head = 2 },
			oneWordLess},
		{"another head at the same distance", oneWord, func(got, want *rashomon.Document) { got.Tokens[0].Head = 3 },
			func(p *score.Parsing) { oneWordLess(p); p.UAS.Right--; p.LAS.Right--; p.CLAS.Right-- }},
		{"one sentence", oneSentence, func(got, want *rashomon.Document) {},
			func(p *score.Parsing) {
				p.Sentences.Right, p.Sentences.Found = 0, 1
				p.UAS.Right--
				p.LAS.Right--
				p.CLAS.Right--
			}},
		{"nothing found", "", func(got, want *rashomon.Document) { got.Tokens, got.Sentences = nil, nil },
			func(p *score.Parsing) {
				for _, c := range counts(p) {
					*c = score.Count{Wanted: c.Wanted}
				}
			}},
	} {
		t.Run(test.name, test.run)
	}
}

// TestParseSetsWhiteSpaceAside compares documents whose text and part borders are set differently.
func TestParseSetsWhiteSpaceAside(t *testing.T) {
	t.Parallel()
	other := read(t, strings.Replace(stay, "\n\n", "\n\n# newpar\n", 1))
	if !strings.Contains(other.Text, "\n\n") {
		t.Fatalf("got %q, want two parts", other.Text)
	}
	got, err := score.Parse(other, read(t, stay))
	if diff := cmp.Diff(got, perfect()); diff != "" || err != nil {
		t.Errorf("%v, got - want +\n%s", err, diff)
	}
}

func TestParseRefusesAnotherText(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ name, rows, want string }{
		{"other", strings.Replace(stay, "Why ", "Whö ", 1),
			`rows: its text is not that of rows: got "ö?", want "y?"; compare`},
		{"longer", stay + "3 ! ! PUNCT . _ 1 punct\n", `got "!", want ""`},
		{"shorter", strings.Join(strings.Split(stay, "\n")[:7], "\n"), `got "", want "Why?"`},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			got, err := score.Parse(read(t, test.rows), read(t, stay))
			var typed *rashomon.Error
			if !errors.As(err, &typed) || typed.Kind != rashomon.ErrorInvalid || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want an error with %q", err, test.want)
			}
			if got != (score.Parsing{}) {
				t.Errorf("got %+v besides the error", got)
			}
		})
	}
}

func TestParsingPrintsATable(t *testing.T) {
	t.Parallel()
	total := perfect()
	half, err := score.Parse(read(t, oneSentence), read(t, stay))
	if err != nil {
		t.Fatal(err)
	}
	total.Add(half)
	const want = `          precision  recall      F1
Tokens       100.00  100.00  100.00
Sentences     66.67   50.00   57.14
Words        100.00  100.00  100.00
UPOS         100.00  100.00  100.00
XPOS         100.00  100.00  100.00
UFeats       100.00  100.00  100.00
Lemmas       100.00  100.00  100.00
UAS           92.86   92.86   92.86
LAS           92.86   92.86   92.86
CLAS          87.50   87.50   87.50
`
	if diff := cmp.Diff(total.String(), want); diff != "" {
		t.Errorf("got - want +\n%s", diff)
	}
}

// counts returns all figures of a parsing.
func counts(p *score.Parsing) []*score.Count {
	return []*score.Count{
		&p.Tokens, &p.Sentences, &p.Words, &p.UPOS, &p.XPOS, &p.Features, &p.Lemmas, &p.UAS, &p.LAS, &p.CLAS,
	}
}
