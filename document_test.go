package rashomon_test

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon"
	"rashomon/rashomontest"
)

// full returns a document that has something in every layer.
func full() *rashomon.Document {
	doc := rashomontest.Document("Ports shut , says Brandt .\nNearly 40 fled on Monday .")
	number := 40.0
	doc.Details = []rashomon.Detail{
		{Field: rashomon.FieldAuthor, Value: "Brandt", Extent: rashomon.Extent{Start: 18, End: 24}, Rule: "text/byline"},
		{Field: rashomon.FieldPublished, Value: "2031-05-06", Rule: "user/--published"},
	}
	for i, head := range []int{1, 0, -1, -2, -1, -4} {
		doc.Tokens[i].Head, doc.Tokens[i].Relation, doc.Tokens[i].UPOS = head, "dep", "X"
	}
	doc.Entities = []rashomon.Entity{
		{Name: "Brandt", Type: rashomon.EntityPerson, Rule: "name"},
		{Name: "Ports", Type: rashomon.EntityFacility, Codes: []string{"MAR"}, CodeRule: "ports", Location: &rashomon.Location{
			Latitude: 1.5, Longitude: -2, Precision: rashomon.PrecisionTown, Name: "Ports", Score: 0.5, Rule: "town",
		}, Rule: "noun"},
	}
	doc.Mentions = []rashomon.Mention{
		{Span: rashomon.Span{Start: 0, End: 1}, Head: 0, Kind: rashomon.MentionNominal, Entity: 1, Rule: "noun", Antecedent: rashomon.None},
		{Span: rashomon.Span{Start: 4, End: 5}, Head: 4, Kind: rashomon.MentionName, Entity: 0, Rule: "name", Antecedent: rashomon.None},
	}
	doc.Timexes = []rashomon.Timex{{Span: rashomon.Span{Start: 10, End: 11}, Type: rashomon.TimexDate, Value: "2031-05-05", Grain: rashomon.GrainDay, Offset: "-P1D", Anchor: rashomon.AnchorPublication,
		AnchorTimex: rashomon.None, Rule: "weekday"}}
	doc.Quantities = []rashomon.Quantity{{Span: rashomon.Span{Start: 6, End: 8}, Kind: rashomon.QuantityCount, High: &number, Qualifier: "nearly",
		Period: 0, PartOf: rashomon.None, Rule: "hedge"}}
	doc.Statements = []rashomon.Statement{{
		Within: rashomon.None, Holder: 0, Source: rashomon.Span{Start: 4, End: 5}, Cue: rashomon.Span{Start: 3, End: 4},
		Content: []rashomon.Span{{Start: 0, End: 2}}, Kind: rashomon.StatementIndirect, Type: rashomon.StatementAssertion,
		Act: rashomon.ActAssert, SourceKind: rashomon.SourcePerson, Involvement: rashomon.InvolvementOutside, Rule: "says",
	}}
	doc.Events = []rashomon.Event{{
		Trigger: rashomon.Span{Start: 1, End: 2}, Type: "COERCE", Recipients: []int{1}, Place: rashomon.None, Time: rashomon.None,
		Status: rashomon.StatusActual, Statement: 0, Rule: "shut",
	}, {
		Trigger: rashomon.Span{Start: 8, End: 9}, Type: "RETREAT", Place: rashomon.None, Time: 0, TimeFrom: rashomon.OriginTree,
		Quantities: []int{0}, Status: rashomon.StatusActual, Statement: rashomon.None, Agency: rashomon.AgencyActive, Rule: "fled",
		Views: []rashomon.View{{Statement: 0, Status: rashomon.StatusDenied, Rule: "denies"}},
	}}
	doc.Labels = []rashomon.Label{{Entity: 0, Span: rashomon.Span{Start: 4, End: 5}, Valence: 0, Rule: "name"}}
	doc.LoadedWords = []rashomon.LoadedWord{{Span: rashomon.Span{Start: 8, End: 9}, Valence: -1, Statement: rashomon.None, Rule: "fled"}}
	doc.Stances = []rashomon.Stance{{
		Mention: 0, Value: -1, Probability: 0.75, Statement: 0, Evidence: []rashomon.Span{{Start: 1, End: 2}}, Rule: "network",
	}}
	doc.Written = []rashomon.Days{{To: "2031-05-05"}, {From: "2033-01-01", To: "2033-12-31"}}
	doc.Evidence = []rashomon.Evidence{{Span: rashomon.Span{Start: 4, End: 5}, Reason: "he lived then", Rule: "alive"}}
	return doc
}

func TestCheckAcceptsEveryLayer(t *testing.T) {
	t.Parallel()
	if err := full().Check(); err != nil {
		t.Error(err)
	}
}

func TestCheckNamesWhatDoesNotFit(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		want   string
		damage func(*rashomon.Document)
	}{
		{"not valid UTF-8", func(d *rashomon.Document) { d.Text += "\xff" }},
		{"not the beginning of the hash", func(d *rashomon.Document) { d.ID = "0" }},
		{"detail 1: field: unknown colour", func(d *rashomon.Document) { d.Details[0].Field = "colour" }},
		{"detail 2: no value", func(d *rashomon.Document) { d.Details[1].Value = " " }},
		{"part 1: kind: unknown song", func(d *rashomon.Document) { d.Parts[0].Kind = "song" }},
		{"part 2: begins at 0", func(d *rashomon.Document) { d.Parts[1].Extent.Start = 0 }},
		{"part 2: \"Nearly\" before it", func(d *rashomon.Document) { d.Parts[1].Extent.Start += 7 }},
		{"the end of the text: \".\" before it", func(d *rashomon.Document) { d.Parts[1].Extent.End-- }},
		{"token 1: names no rule", func(d *rashomon.Document) { d.Tokens[0].Rule = "" }},
		{"token 2: begins at 4", func(d *rashomon.Document) { d.Tokens[1].Extent.Start = 4 }},
		{"token 1: extent {0 500}", func(d *rashomon.Document) { d.Tokens[0].Extent.End = 500 }},
		{"token 4: not within part 1", func(d *rashomon.Document) {
			d.Parts = []rashomon.Part{{Extent: rashomon.Extent{Start: 0, End: 15}, Kind: "body", Rule: "r"}, {Extent: rashomon.Extent{Start: 15, End: len(d.Text)}, Kind: "body", Rule: "r"}}
		}},
		{"joined to a word that it does not touch", func(d *rashomon.Document) { d.Tokens[1].Joined = true }},
		{"sentence 2: tokens {5 12}", func(d *rashomon.Document) { d.Sentences[1].Span.Start-- }},
		{"token 7 stands in no sentence", func(d *rashomon.Document) { d.Sentences = d.Sentences[:1] }},
		{"sentence 1: crosses the border of part 1", func(d *rashomon.Document) {
			d.Sentences = []rashomon.Sentence{{Span: rashomon.Span{Start: 0, End: 12}, Rule: "r"}}
		}},
		{"token 3 has no relation", func(d *rashomon.Document) { d.Tokens[2].Relation = "" }},
		{"token 6 has its head outside", func(d *rashomon.Document) { d.Tokens[5].Head = 1 }},
		{"2 roots", func(d *rashomon.Document) { d.Tokens[0].Head = 0 }},
		{"token 1 stands in a circle", func(d *rashomon.Document) { d.Tokens[0].Head, d.Tokens[2].Head = 2, -2 }},
		{"entity 1: never mentioned", func(d *rashomon.Document) { d.Mentions = d.Mentions[:1] }},
		{"entity 1: type: unknown GHOST", func(d *rashomon.Document) { d.Entities[0].Type = "GHOST" }},
		{"mention 1: entity: index 9 of 2", func(d *rashomon.Document) { d.Mentions[0].Entity = 9 }},
		{"mention 1: head 3 outside", func(d *rashomon.Document) { d.Mentions[0].Head = 3 }},
		{"mention 1: empty span", func(d *rashomon.Document) { d.Mentions[0].Span = rashomon.Span{} }},
		{"mention 1: antecedent 2 is not another mention of its entity", func(d *rashomon.Document) { d.Mentions[0].Antecedent = 1 }},
		{"mention 1: antecedent: index 7 of 2", func(d *rashomon.Document) { d.Mentions[0].Antecedent = 7 }},
		{"mention 1: title: span {3 99}", func(d *rashomon.Document) { d.Mentions[0].Title = rashomon.Span{Start: 3, End: 99} }},
		{"entity 2: location: 91, -2 is nowhere", func(d *rashomon.Document) { d.Entities[1].Location.Latitude = 91 }},
		{"entity 2: location: precision: unknown", func(d *rashomon.Document) { d.Entities[1].Location.Precision = "" }},
		{"entity 2: location: score 2", func(d *rashomon.Document) { d.Entities[1].Location.Score = 2 }},
		{"timex 1: grain: unknown eon", func(d *rashomon.Document) { d.Timexes[0].Grain = "eon" }},
		{"timex 1: anchor \"timex\" and anchor timex -1", func(d *rashomon.Document) { d.Timexes[0].Anchor = rashomon.AnchorTimex }},
		{"quantity 1: kind: unknown few", func(d *rashomon.Document) { d.Quantities[0].Kind = "few" }},
		{"quantity 1: part of itself", func(d *rashomon.Document) { d.Quantities[0].PartOf = 0 }},
		{"timex 1: type: unknown EPOCH", func(d *rashomon.Document) { d.Timexes[0].Type = "EPOCH" }},
		{"timex 1: span {10 99}", func(d *rashomon.Document) { d.Timexes[0].Span.End = 99 }},
		{"quantity 1: low 41 above high 40", func(d *rashomon.Document) { low := 41.0; d.Quantities[0].Low = &low }},
		{"statement 1: no content", func(d *rashomon.Document) { d.Statements[0].Content = nil }},
		{"statement 1 stands within itself", func(d *rashomon.Document) { d.Statements[0].Within = 0 }},
		{"statement 1: holder: index -2", func(d *rashomon.Document) { d.Statements[0].Holder = -2 }},
		{"statement 1: source: unknown rumour", func(d *rashomon.Document) { d.Statements[0].SourceKind = "rumour" }},
		{"statement 1: involvement: unknown neutral", func(d *rashomon.Document) { d.Statements[0].Involvement = "neutral" }},
		{"event 1: status: unknown perhaps", func(d *rashomon.Document) { d.Events[0].Status = "perhaps" }},
		{"event 1: actor or recipient: index 2", func(d *rashomon.Document) { d.Events[0].Actors = []int{2} }},
		{"event 2: quantity: index 1", func(d *rashomon.Document) { d.Events[1].Quantities = []int{1} }},
		{"event 2: time: index 1", func(d *rashomon.Document) { d.Events[1].Time = 1 }},
		{"event 2: time: origin: unknown air", func(d *rashomon.Document) { d.Events[1].TimeFrom = "air" }},
		{"event 1: place: index -1 from \"tree\"", func(d *rashomon.Document) { d.Events[0].PlaceFrom = rashomon.OriginTree }},
		{"event 2: agency: unknown fate", func(d *rashomon.Document) { d.Events[1].Agency = "fate" }},
		{"event 2: view 1: statement: index 9", func(d *rashomon.Document) { d.Events[1].Views[0].Statement = 9 }},
		{"loaded word 1: valence -3", func(d *rashomon.Document) { d.LoadedWords[0].Valence = -3 }},
		{"stance 1: mention: index 7", func(d *rashomon.Document) { d.Stances[0].Mention = 7 }},
		{"stance 1: value: unknown 0", func(d *rashomon.Document) { d.Stances[0].Value = 0 }},
		{"stance 1: probability 1.5", func(d *rashomon.Document) { d.Stances[0].Probability = 1.5 }},
		{"stance 1: statement: index 4", func(d *rashomon.Document) { d.Stances[0].Statement = 4 }},
		{"stance 1: evidence: empty span", func(d *rashomon.Document) { d.Stances[0].Evidence[0].End = 1 }},
		{"stance 1: names no rule", func(d *rashomon.Document) { d.Stances[0].Rule = "" }},
		{"1 stretches of days of writing and 0 pieces", func(d *rashomon.Document) { d.Written, d.Evidence = d.Written[:1], nil }},
		{"days of writing 1: every day", func(d *rashomon.Document) { d.Written[0].To = "" }},
		{"days of writing 2: end on 2033-12-31", func(d *rashomon.Document) { d.Written[1].From = "2034-01-01" }},
		{"days of writing 2: not behind", func(d *rashomon.Document) { d.Written[0].To = "2033-01-01" }},
		{"days of writing 1: parsing time", func(d *rashomon.Document) { d.Written[0].To = "Monday" }},
		{"evidence 1: no reason", func(d *rashomon.Document) { d.Evidence[0].Reason = "" }},
		{"evidence 1: empty span", func(d *rashomon.Document) { d.Evidence[0].Span.End = 4 }},
		{"label 1: valence 2", func(d *rashomon.Document) { d.Labels[0].Valence = 2 }},
	} {
		t.Run(test.want, func(t *testing.T) {
			t.Parallel()
			doc := full()
			test.damage(doc)
			if err := doc.Check(); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want an error with %q", err, test.want)
			}
		})
	}
}

func TestExtentsOfSpans(t *testing.T) {
	t.Parallel()
	doc := full()
	if got, want := doc.QuoteSpan(rashomon.Span{Start: 6, End: 8}), "Nearly 40"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	for i := range doc.Tokens {
		for j := i + 1; j <= len(doc.Tokens); j++ {
			span := rashomon.Span{Start: i, End: j}
			if got := doc.Span(doc.Extent(span)); got != span {
				t.Errorf("got %v, want %v", got, span)
			}
		}
	}
	if got := doc.Span(rashomon.Extent{Start: 1, End: 3}); !got.Empty() {
		t.Errorf("inside a token: got %v, want nothing", got)
	}
	if got := doc.SentenceOf(6); got != 1 {
		t.Errorf("sentence of token 7: got %d, want 1", got)
	}
	if got := doc.PartOf(26); got != rashomon.None {
		t.Errorf("part of the line break: got %d, want none", got)
	}
}

func TestPrint(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	if err := rashomon.Print(&out, full()); err != nil {
		t.Fatal(err)
	}
	rashomontest.Golden(t, "testdata/full.golden", out.Bytes())
}

func TestFindingByID(t *testing.T) {
	t.Parallel()
	doc := full()
	for want := range doc.Findings() {
		if got, found := doc.Finding(want.ID); !found || got != want {
			t.Errorf("%s: got %v, want %v", want.ID, got, want)
		}
	}
	for _, id := range []string{"", "p", "p0", "p3", "p01", "p-1", "x1", "w999999999999999999999"} {
		if got, found := doc.Finding(id); found {
			t.Errorf("%q: got %v, want nothing", id, got)
		}
	}
}

func TestEncodingIsStable(t *testing.T) {
	t.Parallel()
	encoded, err := rashomon.Encode(full())
	if err != nil {
		t.Fatal(err)
	}
	decoded, err := rashomon.Decode(encoded)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(full(), decoded); diff != "" {
		t.Errorf("-encoded +decoded:\n%s", diff)
	}
	rashomontest.Golden(t, "testdata/full.document", encoded)
}

// The files of past versions must stay readable for ever.
func TestDecodeReadsEveryVersion(t *testing.T) {
	t.Parallel()
	for _, path := range []string{
		"testdata/version1.document", "testdata/version2.document", "testdata/version3.document",
		"testdata/version4.document", "testdata/version5.document",
	} {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := rashomon.Decode(data)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := doc.Detail(rashomon.FieldAuthor), "Brandt"; got != want {
			t.Errorf("%s: got %q, want %q", path, got, want)
		}
	}
}

func TestDecodeSaysWhatIsWrong(t *testing.T) {
	t.Parallel()
	encoded, err := rashomon.Encode(full())
	if err != nil {
		t.Fatal(err)
	}
	text := string(encoded)
	for _, test := range []struct {
		name, data string
		want       rashomon.ErrorKind
	}{
		{"empty", "", rashomon.ErrorCorrupt},
		{"no header", "{}", rashomon.ErrorCorrupt},
		{"cut", text[:len(text)/2], rashomon.ErrorCorrupt},
		{"unknown field", strings.Replace(text, `"text"`, `"texts"`, 1), rashomon.ErrorCorrupt},
		{"unsound", strings.Replace(text, `"status":"actual"`, `"status":"odd"`, 1), rashomon.ErrorCorrupt},
		{"two documents", text + text, rashomon.ErrorCorrupt},
		{"later version", strings.Replace(text, "document 6", "document 7", 1), rashomon.ErrorNewer},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			doc, err := rashomon.Decode([]byte(test.data))
			var typed *rashomon.Error
			if doc != nil || !errors.As(err, &typed) || typed.Kind != test.want {
				t.Errorf("got %v and %v, want no document and an error of kind %q", doc, err, test.want)
			}
		})
	}
}

func FuzzDecode(f *testing.F) {
	encoded, err := rashomon.Encode(full())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(encoded)
	f.Add([]byte("rashomon-document 1\n{}\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := rashomon.Decode(data)
		if err != nil {
			if doc != nil {
				t.Errorf("an error, and half a document")
			}
			return
		}
		first, err := rashomon.Encode(doc)
		if err != nil {
			t.Fatal(err)
		}
		again, err := rashomon.Decode(first)
		if err != nil {
			t.Fatalf("what was decoded does not decode again: %v", err)
		}
		second, err := rashomon.Encode(again)
		if err != nil || !bytes.Equal(first, second) {
			t.Errorf("encode, decode, encode: got %q, want %q (%v)", second, first, err)
		}
	})
}

func TestErrorsAreOneLine(t *testing.T) {
	t.Parallel()
	err := &rashomon.Error{Kind: rashomon.ErrorInvalid, Place: "a.txt", Cause: "line 3:\n no", Remedy: "mend it"}
	if got, want := err.Error(), "a.txt: line 3: no; mend it"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
