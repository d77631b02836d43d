package claim_test

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rashomon"
	"rashomon/claim"
	"rashomon/rashomontest"
)

// eachCase calls use with the claim and the account of every case.
func eachCase(t testing.TB, use func(phrase string, of, account *claim.Wording)) {
	t.Helper()
	names := rashomontest.ListedNames(t)
	for _, path := range rashomontest.CaseFiles(t) {
		for phrase, doc := range rashomontest.ReadTrees(t, rashomontest.TreesOf(path)) {
			of, account := annotated(doc, names)
			use(phrase, of, account)
		}
	}
}

// lawful judges an account and demands what holds of all: probabilities that sum to 1, the greatest of which is that
// of the relation, an alignment between 0 and 1, reasons that stand in the wordings, and the same judgement the
// second time.
func lawful(t rapid.TB, of, account *claim.Wording) claim.Judgement {
	t.Helper()
	j := claim.JudgeWordings(of, account)
	sum := 0.0
	for k, p := range j.Probabilities {
		sum += p
		if p < 0 || p > 1 || claim.Relations[k] == j.Relation && p*float64(len(j.Probabilities)) < 1-1e-9 {
			t.Errorf("%s with probabilities %v", j.Relation, j.Probabilities)
		}
	}
	if math.Abs(sum-1) > 1e-9 {
		t.Errorf("probabilities %v sum to %v", j.Probabilities, sum)
	}
	if a := j.Alignment; a.Cover < 0 || a.Cover > 1 || a.Back < 0 || a.Back > 1 {
		t.Errorf("alignment %v, %v", a.Cover, a.Back)
	}
	for _, pair := range j.Alignment.Pairs {
		a, b := rashomon.Span{Start: pair.A, End: pair.A + 1}, rashomon.Span{Start: pair.B, End: pair.B + 1}
		if !inside(of, a) || !inside(account, b) {
			t.Errorf("the pair %+v stands outside", pair)
		}
	}
	for _, r := range j.Reasons {
		if !inside(of, r.Claim) || r.Text == "" || len(r.Rules) == 0 {
			t.Errorf("reason %+v", r)
		}
	}
	again := claim.JudgeWordings(of, account)
	if diff := cmp.Diff(j.Reasons, again.Reasons); diff != "" || j.Probabilities != again.Probabilities {
		t.Errorf("the second time (-first +second):\n%s", diff)
	}
	return j
}

func inside(w *claim.Wording, span rashomon.Span) bool {
	return span.Empty() || w.Span().Start <= span.Start && span.End <= w.Span().End
}

// TestLaws holds the laws to the cases; besides, whatever is said confirms itself, and tells all of itself.
func TestLaws(t *testing.T) {
	t.Parallel()
	eachCase(t, func(phrase string, of, account *claim.Wording) {
		lawful(t, of, account)
		for _, w := range []*claim.Wording{of, account} {
			if j := lawful(t, w, w); j.Relation != claim.For || j.Alignment.Cover != 1 {
				t.Errorf("%q: %s, %v, of %q itself", phrase, j.Relation, j.Alignment.Cover, w.Quote(w.Span()))
			}
		}
	})
}

// TestNegation: a sentence and its denial are each against the other.
func TestNegation(t *testing.T) {
	t.Parallel()
	names := rashomontest.ListedNames(t)
	for phrase, doc := range rashomontest.ReadTrees(t, "testdata/negation.conllu") {
		of, account := annotated(doc, names)
		if j := claim.JudgeWordings(account, of); j.Relation != claim.Against {
			t.Errorf("%q, exchanged: got %s %v, want against", phrase, j.Relation, j.Probabilities)
		}
	}
}

// TestEvenHanded exchanges names of persons and of places, and nouns for parties, in the trees of all cases: nothing else
// changes.
func TestEvenHanded(t *testing.T) {
	t.Parallel()
	exchange := strings.NewReplacer(
		"Brandt", "Iskar", "Iskar", "Brandt", "Velm", "Osterna", "Osterna", "Velm",
		"soldier", "rebel", "rebel", "soldier", "Soldier", "Rebel", "Rebel", "Soldier",
	)
	names := rashomontest.ListedNames(t)
	for _, path := range rashomontest.CaseFiles(t) {
		others := rashomontest.ExchangedTrees(t, rashomontest.TreesOf(path), exchange)
		for phrase, doc := range rashomontest.ReadTrees(t, rashomontest.TreesOf(path)) {
			other := others[exchange.Replace(phrase)]
			if other == nil {
				t.Fatalf("%q has no twin", phrase)
			}
			it, twin := claim.JudgeWordings(annotated(doc, names)), claim.JudgeWordings(annotated(other, names))
			if diff := cmp.Diff(it.Reasons, twin.Reasons); diff != "" || it.Probabilities != twin.Probabilities {
				t.Errorf("%q (-it +its twin):\n%s", phrase, diff)
			}
		}
	}
}

// FuzzJudge gives claims and accounts with tags and trees by chance.
func FuzzJudge(f *testing.F) {
	for _, phrase := range rashomontest.Phrases(f, "testdata/*.cases") {
		of, account, _ := strings.Cut(phrase, "\n\n")
		f.Add(rashomontest.Spaced(of), rashomontest.Spaced(account), uint64(len(phrase)))
	}
	f.Fuzz(func(t *testing.T, of, account string, seed uint64) {
		if len(of)+len(account) > 4000 {
			t.Skip("long")
		}
		a := claim.NewText(rashomontest.Tangled(strings.ToValidUTF8(of, "?"), seed)).Claim()
		b := claim.NewText(rashomontest.Tangled(strings.ToValidUTF8(account, "?"), seed+1))
		lawful(t, a, b.Nearest(a))
	})
}

// TestNearest: of a long account the sentence counts that tells most of the claim, wherever it stands.
func TestNearest(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		fillers := rapid.SliceOfN(rapid.SampledFrom([]string{
			"the market sells fish and bread on most days", "rain fell on the hills until late in the evening",
			"schools teach children to read and to count",
		}), 15, 40).Draw(t, "sentences")
		at := rapid.IntRange(0, len(fillers)-1).Draw(t, "at")
		fillers[at] = "soldiers burned the village of Tarsk"
		of := claim.NewText(tagged("soldiers burned Tarsk")).Claim()
		account := claim.NewText(tagged(strings.Join(fillers, "\n"))).Nearest(of)
		if got := account.Quote(account.Span()); got != fillers[at] {
			t.Errorf("got %q, want %q", got, fillers[at])
		}
	})
}

// tagged returns a document all of whose words are nouns.
func tagged(text string) *rashomon.Document {
	doc := rashomontest.Document(text)
	for i := range doc.Tokens {
		doc.Tokens[i].UPOS, doc.Tokens[i].Lemma = "NOUN", doc.Quote(doc.Tokens[i].Extent)
	}
	return doc
}

// BenchmarkJudge judges all cases: a pair is a claim and an account, prepared before.
func BenchmarkJudge(b *testing.B) {
	type pair struct{ of, account *claim.Wording }
	var pairs []pair
	bytes := 0
	eachCase(b, func(phrase string, of, account *claim.Wording) {
		pairs = append(pairs, pair{of, account})
		bytes += len(phrase)
	})
	b.ReportAllocs()
	b.SetBytes(int64(bytes))
	for b.Loop() {
		for _, p := range pairs {
			claim.JudgeWordings(p.of, p.account)
		}
	}
	b.ReportMetric(float64(len(pairs))*float64(b.N)/b.Elapsed().Seconds(), "pairs/s")
}
