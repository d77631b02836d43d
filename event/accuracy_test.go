package event_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"testing"

	"rashomon"
	"rashomon/rashomontest"
	"rashomon/reader"
	"rashomon/score"
	"rashomon/source"
)

// TestAccuracy measures events as the scorers of the benches do (events.py, accounts.py), whose figures these are.
func TestAccuracy(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: the accuracy of the shipped models, with -short")
	}
	t.Parallel()
	var report bytes.Buffer
	measureSentences(t, &report)
	measureAccounts(t, &report)
	rashomontest.Golden(t, "testdata/accuracy.golden", report.Bytes())
}

// A deed is an event as it is compared: by extents of the text.
type deed struct {
	typ                string
	status             rashomon.Status
	trigger            []rashomon.Extent
	actors, recipients [][]rashomon.Extent // of each party, its mentions
	reciprocal         bool
}

func overlap(a, b rashomon.Extent) bool { return a.Start < b.End && b.Start < a.End }

func anyOverlap(some, others []rashomon.Extent) bool {
	return slices.ContainsFunc(some, func(a rashomon.Extent) bool {
		return slices.ContainsFunc(others, func(b rashomon.Extent) bool { return overlap(a, b) })
	})
}

func sameType(wanted, found deed) bool { return wanted.typ == found.typ }

// oneFound reports whether one of some parties overlaps one found; nobody asks for nothing.
func oneFound(wanted, found [][]rashomon.Extent) bool {
	return len(wanted) == 0 || len(score.PairMost(wanted, found, anyOverlap)) > 0
}

// sameActor: of what two do together, one of them, on either side.
func sameActor(wanted, found deed) bool {
	if wanted.reciprocal {
		return sameType(wanted, found) &&
			oneFound(slices.Concat(wanted.actors, wanted.recipients), slices.Concat(found.actors, found.recipients))
	}
	return sameType(wanted, found) && oneFound(wanted.actors, found.actors)
}

// sameBoth: besides, one of the recipients; of what two do together, two by different mentions.
func sameBoth(wanted, found deed) bool {
	if !wanted.reciprocal {
		return sameActor(wanted, found) && oneFound(wanted.recipients, found.recipients)
	}
	parties := slices.Concat(wanted.actors, wanted.recipients)
	var mentions [][]rashomon.Extent
	for _, party := range slices.Concat(found.actors, found.recipients) {
		for _, mention := range party {
			mentions = append(mentions, []rashomon.Extent{mention})
		}
	}
	return sameActor(wanted, found) && len(score.PairMost(parties, mentions, anyOverlap)) >= min(2, len(parties))
}

// measureSentences compares what is found in single sentences, most of which are marked with one event alone: what counts
// is how many of those are found, and how right are those found at their words.
func measureSentences(t *testing.T, out io.Writer) {
	t.Helper()
	var all, both, actor, aligned score.Count
	rashomontest.EachLine(t, rashomontest.Bench(t, "plover", "dev.jsonl"), func(line []byte) {
		wanted, doc := readSentence(t, line)
		found := slices.DeleteFunc(deedsOf(doc), func(d deed) bool {
			return d.status == rashomon.StatusDenied || d.status == rashomon.StatusHypothetical
		})
		all.Add(counted(wanted, found, sameType))
		actor.Add(counted(wanted, found, sameActor))
		both.Add(counted(wanted, found, sameBoth))
		at := slices.DeleteFunc(slices.Clone(found), func(d deed) bool {
			return !slices.ContainsFunc(wanted, func(w deed) bool { return anyOverlap(w.trigger, d.trigger) })
		})
		aligned.Add(counted(wanted, at, sameType))
	})
	fmt.Fprintf(out, "# plover/dev.jsonl\ntype                %v\ntype and actor      %v\ntype and both       %v\ntype, at its words  %v\n",
		all, actor, both, aligned)
}

func counted(wanted, found []deed, fit func(wanted, found deed) bool) score.Count {
	return score.Count{Right: len(score.PairMost(wanted, found, fit)), Found: len(found), Wanted: len(wanted)}
}

func readSentence(t *testing.T, line []byte) ([]deed, *rashomon.Document) {
	t.Helper()
	var sentence struct {
		Text   string
		Events []struct {
			Type                        string
			Trigger, Actors, Recipients []rashomontest.Stretch
			Reciprocal                  bool
		}
	}
	if err := json.Unmarshal(line, &sentence); err != nil {
		t.Fatal(err)
	}
	var wanted []deed
	for _, e := range sentence.Events {
		d := deed{typ: e.Type, trigger: rashomontest.InBytes(sentence.Text, e.Trigger...), reciprocal: e.Reciprocal}
		for _, actor := range rashomontest.InBytes(sentence.Text, e.Actors...) {
			d.actors = append(d.actors, []rashomon.Extent{actor})
		}
		for _, recipient := range rashomontest.InBytes(sentence.Text, e.Recipients...) {
			d.recipients = append(d.recipients, []rashomon.Extent{recipient})
		}
		wanted = append(wanted, d)
	}
	return wanted, read(t, rashomon.Original{Bytes: bytes.Clone(line), Format: rashomon.FormatJSON, Name: "sentence"}, sentence.Text)
}

// read reads a document and sees that its text is as the bench has it.
func read(t *testing.T, original rashomon.Original, text string) *rashomon.Document {
	t.Helper()
	doc, err := source.Parse(original)
	if err != nil {
		t.Fatal(err)
	}
	if doc.Text != text {
		t.Fatalf("%s: the text differs from that of the bench", original.Name)
	}
	if err := reader.New().Read(t.Context(), doc); err != nil {
		t.Fatal(err)
	}
	return doc
}

// deedsOf returns the events of a document.
func deedsOf(doc *rashomon.Document) []deed {
	mentions := make([][]rashomon.Extent, len(doc.Entities))
	for _, m := range doc.Mentions {
		mentions[m.Entity] = append(mentions[m.Entity], doc.Extent(m.Span))
	}
	out := make([]deed, len(doc.Events))
	for i, e := range doc.Events {
		out[i] = deed{typ: e.Type, status: e.Status, trigger: []rashomon.Extent{doc.Extent(e.Trigger)}}
		for _, actor := range e.Actors {
			out[i].actors = append(out[i].actors, mentions[actor])
		}
		for _, recipient := range e.Recipients {
			out[i].recipients = append(out[i].recipients, mentions[recipient])
		}
	}
	return out
}

// The rules by which an event found in an account is one that is wanted.
var accountRules = []struct {
	name string
	fit  func(wanted, found deed) bool
}{
	{"events", sameWords},
	{"events and type", func(w, f deed) bool { return sameWords(w, f) && sameType(w, f) }},
	{"events and actor", func(w, f deed) bool { return sameWords(w, f) && sameType(w, f) && oneActor(w, f) }},
	{"events and status", func(w, f deed) bool { return sameWords(w, f) && sameType(w, f) && w.status == f.status }},
}

// sameWords: the triggers share half or more of the shorter one.
func sameWords(wanted, found deed) bool {
	a, b := wanted.trigger[0], found.trigger[0]
	common := min(a.End, b.End) - max(a.Start, b.Start)
	return common > 0 && 2*common >= min(a.Len(), b.Len())
}

// oneActor: one of the actors is the same, or there is none on either side.
func oneActor(wanted, found deed) bool {
	return len(wanted.actors) == 0 && len(found.actors) == 0 || len(score.PairMost(wanted.actors, found.actors, anyOverlap)) > 0
}

// measureAccounts compares what is found in the accounts with each of two careful readings of them.
func measureAccounts(t *testing.T, out io.Writer) {
	t.Helper()
	found := map[string][]deed{}
	var counts [2][]score.Count
	for i, reader := range []string{"a", "b"} {
		counts[i] = make([]score.Count, len(accountRules))
		for _, reading := range rashomontest.Readings(t, reader) {
			if found[reading.Account] == nil {
				found[reading.Account] = deedsOf(read(t, reading.Original(t), reading.Text))
			}
			for n, rule := range accountRules {
				counts[i][n].Add(counted(wantedDeeds(reading), found[reading.Account], rule.fit))
			}
		}
	}
	fmt.Fprint(out, "\n# accounts: F1 against each of two readings, and the mean\n")
	for n, rule := range accountRules {
		a, b := 100*counts[0][n].F1(), 100*counts[1][n].F1()
		fmt.Fprintf(out, "%-20s a %.2f  b %.2f  mean %.2f\n", rule.name, a, b, (a+b)/2)
	}
}

// wantedDeeds returns the events of a reading.
func wantedDeeds(reading rashomontest.Reading) []deed {
	mentions := reading.Mentions()
	out := make([]deed, len(reading.Events))
	for i, e := range reading.Events {
		out[i] = deed{typ: e.Type, status: e.Status, trigger: rashomontest.InBytes(reading.Text, e.Stretch)}
		for _, actor := range e.Actors {
			out[i].actors = append(out[i].actors, mentions[actor])
		}
	}
	return out
}
