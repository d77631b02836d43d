package factuality_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rashomon"
	"rashomon/factuality"
	"rashomon/rashomontest"
)

// lawful judges the events of a document, whose statuses are not known yet, and demands what holds of all: the
// document stays sound and otherwise as it was, an event is in the voice that Document.Voice tells, Why tells the same
// status and the same voice, views are in the order of their statements and never that of the event itself, and a
// second look finds the same.
func lawful(t *testing.T, doc *rashomon.Document) {
	t.Helper()
	before := *doc
	before.Events = nil
	bare, err := rashomon.Encode(&before)
	if err != nil {
		t.Skip("not a sound document")
	}
	factuality.Judge(doc)
	if err := doc.Check(); err != nil {
		t.Error(err)
	}
	judged := slices.Clone(doc.Events)
	factuality.Judge(doc)
	if diff := cmp.Diff(judged, doc.Events); diff != "" {
		t.Errorf("the second time (-first +second):\n%s", diff)
	}
	step := 1 + len(doc.Events)/40 // Why judges the whole document for one event
	for i := 0; i < len(doc.Events); i += step {
		lawfulEvent(t, doc, i, doc.Events[i])
	}
	after := *doc
	after.Events = nil
	if rest, err := rashomon.Encode(&after); err != nil || string(rest) != string(bare) {
		t.Error("more than the events has changed")
	}
}

func lawfulEvent(t *testing.T, doc *rashomon.Document, i int, event rashomon.Event) {
	t.Helper()
	if event.Trigger.Len() == 1 && event.Statement != doc.Voice(doc.Extent(event.Trigger)) {
		t.Errorf("event %d: got statement %d, want %d", i+1, event.Statement, doc.Voice(doc.Extent(event.Trigger)))
	}
	why := factuality.Why(doc, event.Trigger)
	if why.Status != event.Status || why.Statement != event.Statement {
		t.Errorf("event %d: got %s in %d, why tells %s in %d", i+1, event.Status, event.Statement, why.Status, why.Statement)
	}
	if event.Status != rashomon.StatusActual && len(why.Steps) == 0 {
		t.Errorf("event %d: %s for no reason", i+1, event.Status)
	}
	for n, view := range event.Views {
		if view.Statement == event.Statement {
			t.Errorf("event %d: a view of the holder's own", i+1)
		}
		if n > 0 && view.Statement < event.Views[n-1].Statement {
			t.Errorf("event %d: views out of order", i+1)
		}
	}
}

// everyWord makes an event of every token.
func everyWord(doc *rashomon.Document) {
	doc.Events = make([]rashomon.Event, len(doc.Tokens))
	for i := range doc.Events {
		doc.Events[i] = rashomon.Event{
			Trigger: rashomon.Span{Start: i, End: i + 1}, Type: "ASSAULT", Status: rashomon.StatusActual,
			Place: rashomon.None, Time: rashomon.None, Statement: rashomon.None, Rule: "every word",
		}
	}
}

// FuzzJudge gives text with tags, trees, statements and events by chance.
func FuzzJudge(f *testing.F) {
	for _, phrase := range rashomontest.Phrases(f, "testdata/*.cases") {
		f.Add(rashomontest.Spaced(phrase), uint64(len(phrase)))
	}
	f.Fuzz(func(t *testing.T, text string, seed uint64) {
		if len(text) > 1500 {
			t.Skip("long")
		}
		doc := rashomontest.Tangled(strings.ToValidUTF8(text, "?"), seed)
		everyWord(doc)
		addChanceStatements(doc, seed)
		lawful(t, doc)
	})
}

// addChanceStatements adds statements one within the other, each with the word before it as its cue.
func addChanceStatements(doc *rashomon.Document, seed uint64) {
	acts := []rashomon.Act{rashomon.ActAssert, rashomon.ActDeny, rashomon.ActAdmit}
	kinds := []rashomon.StatementKind{rashomon.StatementDirect, rashomon.StatementIndirect, rashomon.StatementMixed}
	within := rashomon.None
	for _, sentence := range doc.Sentences {
		within = rashomon.None
		first, step := sentence.Span.Start+1+int(seed%3), 1+int(seed%5)
		for start := first; start < sentence.Span.End && len(doc.Statements) < 20; start += step {
			doc.Statements = append(doc.Statements, rashomon.Statement{
				Within: within, Holder: rashomon.None, Cue: rashomon.Span{Start: start - 1, End: start},
				Content: []rashomon.Span{{Start: start, End: sentence.Span.End}}, Act: acts[start%3], Kind: kinds[start%2],
				Type: rashomon.StatementAssertion, Rule: "chance",
			})
			within = len(doc.Statements) - 1
		}
	}
}

// TestLaws holds the laws to the trees of the cases, with an event for every word.
func TestLaws(t *testing.T) {
	t.Parallel()
	eachTree(t, func(doc *rashomon.Document) {
		everyWord(doc)
		lawful(t, doc)
	})
}

func eachTree(t testing.TB, do func(doc *rashomon.Document)) {
	t.Helper()
	for _, path := range rashomontest.CaseFiles(t) {
		trees := rashomontest.ReadTrees(t, rashomontest.TreesOf(path))
		for _, c := range rashomontest.LoadCases(t, path) {
			if doc := trees[c.Phrase]; doc != nil {
				do(doc)
			}
		}
	}
}

// TestEvenHanded exchanges those who take part in the trees of all cases: what is found is the same.
func TestEvenHanded(t *testing.T) {
	t.Parallel()
	exchange := strings.NewReplacer(
		"rebels", "troops", "troops", "rebels", "army", "band", "Velm", "Oste", "colonel", "captain", "captain", "colonel",
		"garrison", "brigade", "council", "board", "minister", "bishop", "envoys", "judges", "guards", "nurses",
	)
	exchanged := 0
	for _, path := range rashomontest.CaseFiles(t) {
		others := rashomontest.ExchangedTrees(t, rashomontest.TreesOf(path), exchange)
		for phrase, doc := range rashomontest.ReadTrees(t, rashomontest.TreesOf(path)) {
			other := others[exchange.Replace(phrase)]
			if other == nil {
				t.Fatalf("%q has no twin", phrase)
			}
			if other.Text != doc.Text {
				exchanged++
			}
			everyWord(doc)
			everyWord(other)
			factuality.Judge(doc)
			factuality.Judge(other)
			if diff := cmp.Diff(doc.Events, other.Events); diff != "" {
				t.Errorf("%q (-it +its twin):\n%s", phrase, diff)
			}
		}
	}
	if exchanged < 100 {
		t.Errorf("got %d phrases with names exchanged, want a hundred or more", exchanged)
	}
}

// TestDoubleNegation denies a governing verb once and twice: a denial undoes another.
func TestDoubleNegation(t *testing.T) {
	t.Parallel()
	for lemma, want := range map[string][2]rashomon.Status{
		"manage": {rashomon.StatusActual, rashomon.StatusDenied},
		"refuse": {rashomon.StatusDenied, rashomon.StatusActual},
		"plan":   {rashomon.StatusFuture, rashomon.StatusDenied},
		"stop":   {rashomon.StatusActual, rashomon.StatusDenied},
	} {
		for negations := range 4 {
			if got := judgeGoverned(lemma, negations); got != want[negations%2] {
				t.Errorf("%d negations of %s: got %s, want %s", negations, lemma, got, want[negations%2])
			}
		}
	}
}

// judgeGoverned returns the status of a verb in the infinitive under another verb, which is denied some times.
func judgeGoverned(lemma string, negations int) rashomon.Status {
	doc := rashomontest.Document(strings.Repeat("not ", negations) + lemma + " to attack")
	for i := range doc.Tokens {
		doc.Tokens[i].Lemma = doc.Quote(doc.Tokens[i].Extent)
	}
	governor := negations
	for i := range negations {
		setTree(doc, i, governor, "ADV", "RB", "advmod")
	}
	setTree(doc, governor, governor, "VERB", "VBD", "root")
	setTree(doc, governor+1, governor+2, "PART", "TO", "mark")
	setTree(doc, governor+2, governor, "VERB", "VB", "xcomp")
	return factuality.Why(doc, rashomon.Span{Start: governor + 2, End: governor + 3}).Status
}

func setTree(doc *rashomon.Document, i, head int, upos, xpos, relation string) {
	token := &doc.Tokens[i]
	token.UPOS, token.XPOS, token.Head, token.Relation = upos, xpos, head-i, relation
}

// TestWhy tells the words on the way from an event to the root.
func TestWhy(t *testing.T) {
	t.Parallel()
	trees := rashomontest.ReadTrees(t, "testdata/verb.conllu")
	for _, test := range []struct{ phrase, word, want string }{
		{"The rebels refused to cross the river.", "cross", "denied: refuse (verbs.txt) <- xcomp"},
		{"The rebels did not fail to cross the river.", "cross",
			"actual: fail (verbs.txt) <- xcomp; not (adverbs.txt) <- advmod"},
		{"The air force stopped bombing the port.", "bombing", "actual: stop (verbs.txt) <- xcomp"},
		{"The council called for a ceasefire.", "ceasefire", "future: call (verbs.txt) <- obl"},
		{"The rebels refused to cross the river.", "river", "actual"},
	} {
		doc := trees[test.phrase]
		if doc == nil {
			t.Fatalf("%q has no tree", test.phrase)
		}
		if got := factuality.Why(doc, spanOf(t, doc, test.word, 0)).String(); got != test.want {
			t.Errorf("%q, %s:\n got %s\nwant %s", test.phrase, test.word, got, test.want)
		}
	}
}

// BenchmarkJudge judges every word of the cases as an event.
func BenchmarkJudge(b *testing.B) {
	var docs []*rashomon.Document
	words, size := 0, 0
	eachTree(b, func(doc *rashomon.Document) {
		everyWord(doc)
		docs = append(docs, doc)
		words += doc.Words()
		size += len(doc.Text)
	})
	b.ReportAllocs()
	b.SetBytes(int64(size))
	for b.Loop() {
		for _, doc := range docs {
			factuality.Judge(doc)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

// TestJudgeTakesLinearTime judges sentences of a hundred thousand words that all hang on the first, or each on the one
// before. What takes long, as all does on a busy machine, is looked at again beside a quarter of its length: linear
// time takes four times as long, square time sixteen.
func TestJudgeTakesLinearTime(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: sentences of a hundred thousand words, with -short")
	}
	t.Parallel()
	for _, relation := range []string{"obj", "nsubj", "xcomp", "conj", "acl", "advcl"} {
		for _, chained := range []bool{false, true} {
			if timeOf(100_000, relation, chained) < time.Second {
				continue
			}
			quarter, whole := timeOf(25_000, relation, chained), timeOf(100_000, relation, chained)
			for range 2 {
				quarter = min(quarter, timeOf(25_000, relation, chained))
				whole = min(whole, timeOf(100_000, relation, chained))
			}
			if whole > 10*quarter {
				t.Errorf("%s, chained %v: 25,000 words took %v, 100,000 words %v", relation, chained, quarter, whole)
			}
		}
	}
}

// timeOf returns how long a sentence takes to judge whose words hang by a relation on the first, or in a chain.
func timeOf(words int, relation string, chained bool) time.Duration {
	doc := rashomontest.Document("deny" + strings.Repeat(" attack", words-1))
	for i := range doc.Tokens {
		doc.Tokens[i].Lemma = doc.Quote(doc.Tokens[i].Extent)
		head := 0
		if chained {
			head = max(0, i-1)
		}
		setTree(doc, i, head, "VERB", "VB", relation)
	}
	doc.Tokens[0].Relation = "root"
	everyWord(doc)
	start := time.Now()
	factuality.Judge(doc)
	return time.Since(start)
}
