package petrarch_test

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon"
	"rashomon/event/petrarch"
	"rashomon/rashomontest"
)

// tree returns a phrase of the case files with its tree.
func tree(t *testing.T, phrase string) *rashomon.Document {
	t.Helper()
	for _, path := range rashomontest.CaseFiles(t) {
		if doc := rashomontest.ReadTrees(t, rashomontest.TreesOf(path))[phrase]; doc != nil {
			return doc
		}
	}
	t.Fatalf("%q is no phrase of a case file", phrase)
	return nil
}

// lawful codes a document and demands what holds of all: the document stays as it was, a second coding is the same, every
// event has two sides that differ, its words lie in its sentence, and it names lines of the dictionary.
func lawful(t *testing.T, dictionary *petrarch.Dictionary, doc *rashomon.Document) {
	t.Helper()
	before, err := rashomon.Encode(doc)
	if err != nil {
		t.Skip("not a sound document")
	}
	coding := dictionary.Code(doc, petrarch.Options{})
	if after, err := rashomon.Encode(doc); err != nil || string(after) != string(before) {
		t.Error("the document has changed")
	}
	if diff := cmp.Diff(coding, dictionary.Code(doc, petrarch.Options{})); diff != "" {
		t.Errorf("the second time (-first +second):\n%s", diff)
	}
	for _, e := range coding.Events {
		span := doc.Sentences[e.Sentence].Span
		for _, words := range []rashomon.Span{e.Trigger, e.SourceSpan, e.TargetSpan} {
			if words.Empty() || words.Start < span.Start || words.End > span.End {
				t.Errorf("%+v: the words %v do not lie in the sentence %v", e, words, span)
			}
		}
		if e.Source == e.Target || e.Code == "" || len(e.Lines) < 2 {
			t.Errorf("got %+v, which is no event", e)
		}
	}
}

// TestLaws holds the laws to the trees of all cases, with either dictionary.
func TestLaws(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"first", "second"} {
		dictionary := load(t, name)
		for _, path := range rashomontest.CaseFiles(t) {
			for _, doc := range rashomontest.ReadTrees(t, rashomontest.TreesOf(path)) {
				lawful(t, dictionary, doc)
			}
		}
	}
}

// belongs finds names that the dictionary, not the text, gives to one of the parties.
var belongs = regexp.MustCompile(`Ilva|Arden|senate`)

// TestEvenHanded exchanges two parties in the trees of all cases: the events are the same with their codes exchanged.
func TestEvenHanded(t *testing.T) {
	t.Parallel()
	names := strings.NewReplacer("Velmian", "Osternan", "Osternan", "Velmian", "Velm", "Osterna", "Osterna", "Velm")
	codes := strings.NewReplacer("VEL", "OST", "OST", "VEL")
	for _, path := range rashomontest.CaseFiles(t) {
		dictionary := load(t, strings.TrimSuffix(filepath.Base(path), ".cases"))
		others := rashomontest.ExchangedTrees(t, rashomontest.TreesOf(path), names)
		for phrase, doc := range rashomontest.ReadTrees(t, rashomontest.TreesOf(path)) {
			if belongs.MatchString(phrase) {
				continue
			}
			other := others[names.Replace(phrase)]
			if other == nil {
				t.Fatalf("%q has no twin", phrase)
			}
			var got []petrarch.Event
			for _, e := range dictionary.Code(other, petrarch.Options{}).Events {
				got = append(got, petrarch.Event{Source: codes.Replace(e.Source), Target: codes.Replace(e.Target), Code: e.Code})
			}
			if got, want := triples(got), triples(dictionary.Code(doc, petrarch.Options{}).Events); got != want {
				t.Errorf("%q: its twin has %q, exchanged back, want %q", phrase, got, want)
			}
		}
	}
}

// FuzzCode gives text with tags and trees by chance.
func FuzzCode(f *testing.F) {
	first, second := load(f, "first"), load(f, "second")
	for _, phrase := range rashomontest.Phrases(f, "testdata/*.cases") {
		f.Add(rashomontest.Spaced(phrase), uint64(len(phrase)))
	}
	f.Fuzz(func(t *testing.T, text string, seed uint64) {
		if len(text) > 4000 {
			t.Skip("long")
		}
		doc := rashomontest.Tangled(strings.ToValidUTF8(text, "?"), seed)
		lawful(t, first, doc)
		lawful(t, second, doc)
	})
}

func FuzzVerbs(f *testing.F)    { fuzzFile(f, "verbs") }
func FuzzActors(f *testing.F)   { fuzzFile(f, "actors") }
func FuzzAgents(f *testing.F)   { fuzzFile(f, "agents") }
func FuzzDiscards(f *testing.F) { fuzzFile(f, "discards") }
func FuzzIssues(f *testing.F)   { fuzzFile(f, "issues") }

// fuzzFile gives one file of a dictionary, the others being sound. Errors name lines of it; with empty lines and comments
// added and the line ends of another system, the file says the same: as many errors, and the same coding.
func fuzzFile(f *testing.F, kind string) {
	var sound []petrarch.File
	for _, name := range []string{"verbs", "actors", "agents", "discards", "issues"} {
		for _, folder := range []string{"first", "second"} {
			content, err := os.ReadFile(filepath.Join("testdata", folder, "harbour."+name+".txt"))
			if err != nil {
				continue
			}
			if name == kind {
				f.Add(string(content))
				for line := range strings.Lines(string(content)) {
					f.Add(line)
				}
			} else if folder == "first" {
				sound = append(sound, petrarch.File{Name: name, Content: string(content)})
			}
		}
	}
	var docs []*rashomon.Document
	for i, phrase := range rashomontest.Phrases(f, "testdata/*.cases") {
		if i%10 == 0 {
			docs = append(docs, rashomontest.Tangled(rashomontest.Spaced(phrase), uint64(i)))
		}
	}
	f.Fuzz(func(t *testing.T, content string) {
		if len(content) > 4000 {
			t.Skip("long")
		}
		dictionary, problems := petrarch.New(append([]petrarch.File{{Name: kind, Content: content}}, sound...))
		for _, problem := range problems {
			var known *rashomon.Error
			if !errors.As(problem, &known) || !strings.HasPrefix(known.Place, kind) || known.Cause == "" {
				t.Errorf("got the error %v, which names no line of %s", problem, kind)
			}
		}
		spread := strings.ReplaceAll(content, "\n", "\r\n\r\n  # nothing\r\n")
		again, others := petrarch.New(append([]petrarch.File{{Name: kind, Content: spread}}, sound...))
		if len(others) != len(problems) {
			t.Errorf("got the errors %v spread out, want %v", others, problems)
		}
		for _, doc := range docs {
			got, want := again.Code(doc, petrarch.Options{}), dictionary.Code(doc, petrarch.Options{})
			if triples(got.Events) != triples(want.Events) || len(got.Issues) != len(want.Issues) || got.Outcome != want.Outcome {
				t.Errorf("%q: got %+v spread out, want %+v", doc.Text, got, want)
			}
		}
	})
}

// BenchmarkLoad reads the dictionaries that most users have: 2.6 MB, of all countries and organizations.
func BenchmarkLoad(b *testing.B) {
	paths := fullDictionary(b)
	size := int64(0)
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			b.Fatal(err)
		}
		size += info.Size()
	}
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		petrarch.Load(paths)
	}
}

// BenchmarkCode codes the sentences of all cases with those.
func BenchmarkCode(b *testing.B) {
	dictionary, _ := petrarch.Load(fullDictionary(b))
	var docs []*rashomon.Document
	words := 0
	for _, path := range rashomontest.CaseFiles(b) {
		for _, doc := range rashomontest.ReadTrees(b, rashomontest.TreesOf(path)) {
			docs = append(docs, doc)
			words += doc.Words()
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, doc := range docs {
			dictionary.Code(doc, petrarch.Options{})
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
	b.ReportMetric(float64(len(docs))*float64(b.N)/b.Elapsed().Seconds(), "sentences/s")
}

func fullDictionary(b *testing.B) []string {
	b.Helper()
	var paths []string
	for _, pattern := range []string{"CAMEO*.txt", "Phoenix.*.txt"} {
		found, err := filepath.Glob(filepath.Join(benchFolder(b), "dictionaries", pattern))
		if err != nil {
			b.Fatal(err)
		}
		paths = append(paths, found...)
	}
	return paths
}
