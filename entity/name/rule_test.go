package name

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rashomon"
	"rashomon/entity/name/chain"
	"rashomon/network"
)

func span(start, end int) Name { return Name{Span: rashomon.Span{Start: start, End: end}} }

func TestPlace(t *testing.T) {
	t.Parallel()
	among := []Name{span(1, 3), span(3, 4), span(6, 9)}
	for title, test := range map[string]struct {
		name Name
		want []Name
	}{
		"before all":       {span(0, 1), []Name{span(0, 1), span(1, 3), span(3, 4), span(6, 9)}},
		"between":          {span(4, 6), []Name{span(1, 3), span(3, 4), span(4, 6), span(6, 9)}},
		"behind all":       {span(9, 10), []Name{span(1, 3), span(3, 4), span(6, 9), span(9, 10)}},
		"over two":         {span(0, 5), []Name{span(0, 5), span(6, 9)}},
		"within one":       {span(7, 8), among},
		"over a part":      {span(8, 11), among},
		"over one, a part": {span(3, 7), among},
	} {
		t.Run(title, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(place(append([]Name(nil), among...), test.name), test.want); diff != "" {
				t.Errorf("got, want: %s", diff)
			}
		})
	}
}

// TestPlaceKeepsOrder: whatever is placed, names stand in order and apart, and some are left.
func TestPlaceKeepsOrder(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		var names []Name
		for range rapid.IntRange(1, 20).Draw(t, "names") {
			start := rapid.IntRange(0, 30).Draw(t, "start")
			n := span(start, start+rapid.IntRange(1, 6).Draw(t, "length"))
			names = place(names, n)
			end := 0
			for _, n := range names {
				if n.Span.Start < end {
					t.Fatalf("%v overlap", names)
				}
				end = n.Span.End
			}
		}
		if len(names) == 0 {
			t.Fatal("nothing is left")
		}
	})
}

func TestWithLegalForm(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{
		"Orlo Shipping , Ltd. said": 4, "Orlo Shipping Inc": 3, "Orlo Shipping Co. Ltd .": 4, "Orlo Shipping , which": 2,
		"Orlo Shipping": 2, "Orlo Shipping ,": 2,
	} {
		n := span(0, 2)
		n.Type = rashomon.EntityOrganization
		if n.withLegalForm(strings.Fields(text)); n.Span.End != want {
			t.Errorf("%q: got %d tokens, want %d", text, n.Span.End, want)
		}
	}
	person := span(0, 2)
	person.Type = rashomon.EntityPerson
	if person.withLegalForm(strings.Fields("Nora Lindqvist , PC")); person.Span.End != 2 {
		t.Errorf("a person got a legal form: %v", person)
	}
}

func TestAddressed(t *testing.T) {
	t.Parallel()
	person := Name{Span: rashomon.Span{Start: 0, End: 1}, Type: rashomon.EntityPerson}
	forms := strings.Fields("#haddad wrote to nora@harbour.example of #3 on https://harbour.example/list")
	var got []string
	for _, n := range addressed([]Name{person}, forms) {
		got = append(got, string(n.Type)+" "+forms[n.Span.Start])
	}
	want := []string{"OTHER #haddad", "OTHER nora@harbour.example", "OTHER https://harbour.example/list"}
	if diff := cmp.Diff(got, want); diff != "" {
		t.Errorf("got, want: %s", diff)
	}
}

// tagged returns tokens side by side with spaces between, but for those written with a bar: "Edward/PROPN", "COVID|"
// "-|" "19".
func tagged(text string) (tokens []rashomon.Token, forms []string) {
	at := 0
	for word := range strings.FieldsSeq(text) {
		form, tag, _ := strings.Cut(strings.TrimSuffix(word, "|"), "/")
		tokens = append(tokens, rashomon.Token{Extent: rashomon.Extent{Start: at, End: at + len(form)}, UPOS: tag})
		forms = append(forms, form)
		if at += len(form); !strings.HasSuffix(word, "|") {
			at++
		}
	}
	return tokens, forms
}

func TestWithNumeral(t *testing.T) {
	t.Parallel()
	for text, test := range map[string]struct {
		kind rashomon.EntityType
		want int
	}{
		"Orlo VII ruled": {rashomon.EntityPerson, 2}, "Orlo I/PROPN ruled": {rashomon.EntityPerson, 2},
		"Orlo I/PRON think": {rashomon.EntityPerson, 1}, "Orlo I think": {rashomon.EntityPerson, 1},
		"Orlo ruled": {rashomon.EntityPerson, 1}, "Orlo": {rashomon.EntityPerson, 1},
		"Orlo VI": {rashomon.EntityPlace, 1}, "Orlo| -|": {rashomon.EntityEvent, 1},
		"Orlo| -| 19 spread": {rashomon.EntityOther, 3}, "Orlo - 19 dead": {rashomon.EntityOther, 1},
		"Orlo| -| based": {rashomon.EntityOther, 1}, "Orlo| -| 19 flew": {rashomon.EntityPlace, 1},
	} {
		n := span(0, 1)
		n.Type = test.kind
		if n.withNumeral(tagged(text)); n.Span.End != test.want {
			t.Errorf("%q, a %s: got %d tokens, want %d", text, test.kind, n.Span.End, test.want)
		}
	}
}

func TestWithoutTail(t *testing.T) {
	t.Parallel()
	for text, test := range map[string]struct {
		kind rashomon.EntityType
		want int
	}{
		"Haddad/PROPN 's/PART house/NOUN": {rashomon.EntityPerson, 1}, "Orlo/PROPN lakes/NOUN": {rashomon.EntityPlace, 1},
		"Orlo/PROPN lakes/PROPN": {rashomon.EntityPlace, 2}, "Orlo lakes": {rashomon.EntityPlace, 2},
		"Orlo/PROPN Lakes/NOUN": {rashomon.EntityPlace, 2}, "orlo/NOUN lakes/NOUN": {rashomon.EntityPlace, 2},
		"Orlo/PROPN shipping/NOUN": {rashomon.EntityOrganization, 2},
	} {
		tokens, forms := tagged(text)
		n := span(0, len(forms))
		n.Type = test.kind
		if n.withoutTail(tokens, forms); n.Span.End != test.want {
			t.Errorf("%q, a %s: got %d tokens, want %d", text, test.kind, n.Span.End, test.want)
		}
	}
}

func TestWithPlaceWord(t *testing.T) {
	t.Parallel()
	for text, test := range map[string]struct {
		kind              rashomon.EntityType
		last, first, want int
	}{
		"Upper Orlo":     {rashomon.EntityPlace, 0, 1, 0},
		"in New Orlo":    {rashomon.EntityPlace, 0, 2, 1},
		"new Orlo":       {rashomon.EntityPlace, 0, 1, 1},
		"Northern Orlo":  {rashomon.EntityPlace, 0, 1, 1},
		"Old Haddad":     {rashomon.EntityPerson, 0, 1, 1},
		"Port Lindqvist": {rashomon.EntityPlace, 1, 1, 1}, // "Port" is another name
		"Orlo":           {rashomon.EntityPlace, 0, 0, 0},
	} {
		n := span(test.first, test.first+1)
		n.Type = test.kind
		if n.withPlaceWord(strings.Fields(text), test.last); n.Span.Start != test.want {
			t.Errorf("%q: got the first token %d, want %d", text, n.Span.Start, test.want)
		}
	}
	for word := range placeWords() {
		if !startsUpper(word) {
			t.Errorf("%s has no capital", word)
		}
	}
}

func TestWithSurname(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{
		"Omar J. Haddad/PROPN left": 3, "Omar J. Haddad left": 2, "Omar J. left/PROPN": 2, "Omar J Haddad/PROPN": 2,
		"Omar J.": 2,
	} {
		n := span(0, 2)
		n.Type = rashomon.EntityPerson
		if n.withSurname(tagged(text)); n.Span.End != want {
			t.Errorf("%q: got %d tokens, want %d", text, n.Span.End, want)
		}
	}
	initial := span(0, 1)
	initial.Type = rashomon.EntityPerson
	if initial.withSurname(tagged("J. Haddad/PROPN")); initial.Span.End != 1 {
		t.Errorf("an initial by itself: got %d tokens", initial.Span.End)
	}
}

// TestWithCompanies: proper nouns before what a company deals in are one, but for what is part of another name.
func TestWithCompanies(t *testing.T) {
	t.Parallel()
	for text, test := range map[string]struct {
		found []Name
		want  string
	}{
		"Orlo/PROPN Nitrates/PROPN paid/VERB":         {nil, "Orlo Nitrates"},
		"New/PROPN Orlo/PROPN Steel/PROPN":            {nil, "New Orlo Steel"},
		"the/DET Nitrates/PROPN":                      {nil, ""},
		"Orlo/PROPN nitrates/NOUN":                    {nil, ""},
		"Orlo/PROPN Steel/PROPN Workers/PROPN struck": {[]Name{span(0, 3)}, "Orlo Steel Workers"},
	} {
		tokens, forms := tagged(text)
		s := sentence{
			Recognizer: &Recognizer{types: []rashomon.EntityType{rashomon.EntityOrganization}}, tokens: tokens, forms: forms,
		}
		var got []string
		for _, n := range s.withCompanies(test.found) {
			got = append(got, strings.Join(forms[n.Span.Start:n.Span.End], " "))
		}
		if got := strings.Join(got, ","); got != test.want {
			t.Errorf("%q: got %q, want %q", text, got, test.want)
		}
	}
}

// TestWithNumbered: a word with a capital for a work or a ground, and a number behind it.
func TestWithNumbered(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"at/ADP Pier/PROPN 7/NUM today/NOUN":        "Pier 7 FACILITY",
		"Hill/PROPN 40/NUM fell/VERB":               "Hill 40 PLACE",
		"under/ADP Shaft/PROPN Two/NUM":             "Shaft Two FACILITY",
		"Shaft/PROPN two/NUM times/NOUN a/DET week": "",
		"Article/PROPN 7/NUM":                       "",
		"at/ADP pier/NOUN 7/NUM":                    "",
		"the/DET Pier/PROPN was/AUX":                "",
	} {
		tokens, forms := tagged(text)
		var got []string
		for _, n := range (sentence{tokens: tokens, forms: forms}).withNumbered(nil) {
			got = append(got, strings.Join(forms[n.Span.Start:n.Span.End], " ")+" "+string(n.Type))
		}
		if got := strings.Join(got, ","); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// TestNumberedWords: every word of the file begins with a capital and has a type.
func TestNumberedWords(t *testing.T) {
	t.Parallel()
	if len(numberedWords()) == 0 {
		t.Fatal("no words")
	}
	for word, kind := range numberedWords() {
		if !startsUpper(word) || kind != rashomon.EntityFacility && kind != rashomon.EntityPlace {
			t.Errorf("%q has the type %q", word, kind)
		}
	}
}

// TestLooksProper: what the parser takes for a name must look like one besides.
func TestLooksProper(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"Orlo/PROPN":                           true,
		"said/VERB Orlo/PROPN":                 true,
		"the/DET OHB/PROPN":                    true,
		"an/DET OHB/PROPN":                     false, // an abbreviation
		"Al/PROPN":                             false,
		"E17/PROPN":                            false,
		"the/DET Orlo/PROPN -/PUNCT Velm/NOUN": false,
		"Orlo/PROPN 22/NUM":                    false, // one of many
	} {
		tokens, forms := tagged(text)
		at := slices.IndexFunc(tokens, func(token rashomon.Token) bool { return token.UPOS == "PROPN" })
		if got := (sentence{tokens: tokens, forms: forms}).looksProper(at, at+1); got != want {
			t.Errorf("%q: got %v, want %v", text, got, want)
		}
	}
}

// TestTakesPart: a word that nobody knows may stand before a noun as well.
func TestTakesPart(t *testing.T) {
	t.Parallel()
	vectors := &network.Vectors{Rows: map[string]int32{"harbour": 0}}
	for _, test := range []struct {
		form, relation string
		want           bool
	}{
		{"Orlo", "nsubj", true}, {"Orlo", "compound", true}, {"Orlo", "list", false},
		{"Harbour", "nsubj", true}, {"Harbour", "compound", false},
	} {
		s := sentence{
			Recognizer: &Recognizer{vectors: vectors},
			tokens:     []rashomon.Token{{UPOS: "PROPN", Relation: test.relation}}, forms: []string{test.form},
		}
		if got := s.takesPart(0, 1); got != test.want {
			t.Errorf("%s as %s: got %v, want %v", test.form, test.relation, got, test.want)
		}
	}
}

// TestWithTitled: proper nouns behind a title are a person, but for what is part of another name or of the title.
func TestWithTitled(t *testing.T) {
	t.Parallel()
	for text, test := range map[string]struct {
		found []Name
		want  string
	}{
		"Senator/NOUN Haddad/PROPN spoke/VERB":         {nil, "Haddad"},
		"Mr./PROPN Omar/PROPN Haddad/PROPN":            {nil, "Omar Haddad"},
		"Vice/PROPN Admiral/PROPN Haddad/PROPN":        {nil, "Haddad"},
		"the/DET senator/NOUN Haddad/PROPN":            {nil, ""},
		"Senators/NOUN Haddad/PROPN":                   {nil, ""},
		"Senator/NOUN Haddad/NOUN":                     {nil, ""},
		"Senator/NOUN haddad/PROPN":                    {nil, ""},
		"Chief/PROPN Petty/PROPN Officer/PROPN":        {nil, ""},
		"General/PROPN Secretary/PROPN":                {nil, ""},
		"General/PROPN Orlo/PROPN Works/PROPN":         {[]Name{span(0, 3)}, "General Orlo Works"},
		"Senator/NOUN Omar/PROPN Haddad/PROPN spoke":   {[]Name{span(2, 3)}, "Omar,Haddad"},
		"Haddad/PROPN spoke/VERB to/ADP Senator/PROPN": {nil, ""},
	} {
		tokens, forms := tagged(text)
		s := sentence{
			Recognizer: &Recognizer{types: []rashomon.EntityType{rashomon.EntityPerson}}, tokens: tokens, forms: forms,
		}
		var got []string
		for _, n := range s.withTitled(test.found) {
			got = append(got, strings.Join(forms[n.Span.Start:n.Span.End], " "))
		}
		if got := strings.Join(got, ","); got != test.want {
			t.Errorf("%q: got %q, want %q", text, got, test.want)
		}
	}
}

func TestWithAcronyms(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Orlo Harbour Board ( OHB ) met":       "OHB",
		"Orlo Harbour Board ( O.H.B. ) met":    "O.H.B.",
		"Orlo Harbour Board ( OH ) met":        "",
		"Orlo Harbour Board ( ohb ) met":       "",
		"Orlo Harbour Board ( OHB , a board )": "",
		"Orlo Harbour Board , OHB ) met":       "",
		"Board of Orlo ( BO ) met":             "BO",
		"Orlo and Board ( O ) met":             "",
		"Orlo Harbour Board ( OHB":             "",
		"Orlo Harbour Board":                   "",
	} {
		forms := strings.Fields(text)
		whole := span(0, 3)
		whole.Type = rashomon.EntityOrganization
		got := ""
		for _, n := range withAcronyms([]Name{whole}, forms)[1:] {
			got += forms[n.Span.Start]
			if n.Type != whole.Type {
				t.Errorf("%q: got a %s", text, n.Type)
			}
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// TestWithStates: a state stands behind a place or before a postal code, and one of two letters with either a sign
// between or the code behind.
// TestWithBracketed: the initials in brackets tell how far a name goes.
func TestWithBracketed(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"the Fuel and Harbour Board ( FHB ) met": "Fuel and Harbour Board",
		"at Fuel and Harbour Board ( FHB )":      "Fuel and Harbour Board",
		"Harbour Board ( FHB ) met":              "",
		"the Harbour Board ( HB ) met":           "",
		"fuel and harbour boards ( FHB )":        "",
		"Fuel and Harbour Board ( fhb )":         "",
		"Fuel and Harbour Board FHB":             "",
	} {
		forms := strings.Fields(text)
		got := ""
		for _, n := range (sentence{forms: forms}).withBracketed(nil) {
			got += strings.Join(forms[n.Span.Start:n.Span.End], " ")
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestWithStates(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"Orlo , Me.": true, "Orlo Me.": true, "Orlo , ME": true, "Orlo ME": false, "ORLO , ME": false, "ORLO , Me.": true,
		"Orlo ME 04401": true, "ORLO ME 04401-1234": true, "Orlo ME 0440": false, "Orlo and Me.": false, "Orlo , me": false,
	} {
		n := span(0, 1)
		n.Type = rashomon.EntityPlace
		if got := len(withStates([]Name{n}, strings.Fields(text))) == 2; got != want {
			t.Errorf("%q: got %v, want %v", text, got, want)
		}
	}
	person, whole := span(0, 1), span(0, 3)
	person.Type, whole.Type = rashomon.EntityPerson, rashomon.EntityPlace
	for title, n := range map[string]Name{"behind a person": person, "in a name": whole} {
		if got := withStates([]Name{n}, []string{"Orlo", ",", "Me."}); len(got) != 1 {
			t.Errorf("%s: got %v", title, got)
		}
	}
}

// TestStates: every abbreviation of the list is known behind a place.
func TestStates(t *testing.T) {
	t.Parallel()
	if got := len(states()); got < 100 {
		t.Errorf("got %d abbreviations", got)
	}
	for abbreviation := range states() {
		n := span(0, 1)
		n.Type = rashomon.EntityPlace
		if got := withStates([]Name{n}, []string{"Orlo", ",", abbreviation}); len(got) != 2 {
			t.Errorf("%s: got %v", abbreviation, got)
		}
	}
}

// TestThings: every thing of the list is found by itself, with its type and its whole name, and stands there once.
func TestThings(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, same := range things() {
		for _, known := range same {
			name := strings.Join(known.words, " ")
			if seen[name] {
				t.Errorf("%s stands there twice", name)
			}
			seen[name] = true
			got := withThings(nil, known.words)
			if len(got) != 1 || got[0].Span.Len() != len(known.words) || got[0].Type != known.kind {
				t.Errorf("%s, a %s: got %v", name, known.kind, got)
			}
			if known.kind != rashomon.EntityEvent && known.kind != rashomon.EntityOther {
				t.Errorf("%s: the type %s", name, known.kind)
			}
		}
	}
	if len(seen) < 100 {
		t.Errorf("got %d things", len(seen))
	}
}

// TestWithThings: the longest name counts, and what is a part of a longer one that was found is left to it.
func TestWithThings(t *testing.T) {
	t.Parallel()
	forms := strings.Fields("Winter Olympics , Cold War Museum")
	got := withThings([]Name{span(3, 6)}, forms)
	winter := Name{Span: span(0, 2).Span, Type: rashomon.EntityEvent, Share: 1, Rule: thingRule}
	if diff := cmp.Diff(got, []Name{winter, span(3, 6)}); diff != "" {
		t.Errorf("got, want: %s", diff)
	}
}

// TestDoubtCommon: common words are less likely in names, and nothing changes at others, before a further capital, and
// where no tags are known.
func TestDoubtCommon(t *testing.T) {
	t.Parallel()
	r, err := English()
	if err != nil {
		t.Fatal(err)
	}
	tokens, forms := tagged("Orlo/PROPN closed/VERB the/DET Equal/ADJ Harbours/NOUN party/NOUN today")
	each := chain.Labels(len(r.types))
	scores := make([]float32, len(tokens)*each)
	r.doubtCommon(scores, tokens, forms)
	for i, want := range []float32{0, doubt, 0, 0, doubt, doubt, 0} {
		if got := scores[i*each+chain.Outside]; got != want {
			t.Errorf("token %d: got %v, want %v", i, got, want)
		}
	}
}

func TestRefine(t *testing.T) {
	t.Parallel()
	for text, test := range map[string]struct{ given, want rashomon.EntityType }{
		"Kiln Lane Bridge":     {rashomon.EntityPlace, rashomon.EntityFacility},
		"Bridge of Sighs":      {rashomon.EntityPlace, rashomon.EntityFacility},
		"Kiln Lane":            {rashomon.EntityPlace, rashomon.EntityPlace},
		"Bridge":               {rashomon.EntityPlace, rashomon.EntityPlace},
		"Treaty of Orlo":       {rashomon.EntityOther, rashomon.EntityWork},
		"Operation Orlo":       {rashomon.EntityOrganization, rashomon.EntityEvent},
		"HMS Orlo":             {rashomon.EntityPerson, rashomon.EntityWeapon},
		"Orlo & Sons Ltd.":     {rashomon.EntityPerson, rashomon.EntityOrganization},
		"Nora PC":              {rashomon.EntityPerson, rashomon.EntityPerson},
		"Operation":            {rashomon.EntityOther, rashomon.EntityOther},
		"Brigade":              {rashomon.EntityPlace, rashomon.EntityOrganization},
		"Brigades":             {rashomon.EntityPlace, rashomon.EntityPlace},
		"Red Lobster":          {rashomon.EntityPlace, rashomon.EntityOrganization},
		"RED LOBSTER":          {rashomon.EntityPerson, rashomon.EntityPerson},
		"Harbour Board Bridge": {rashomon.EntityOrganization, rashomon.EntityOrganization},
	} {
		words := strings.Fields(text)
		n := span(0, len(words))
		n.Type = test.given
		if n.refine(words); n.Type != test.want {
			t.Errorf("%q, a %s: got %s, want %s", text, test.given, n.Type, test.want)
		}
	}
}

func TestIsBelieved(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		inner, outer rashomon.EntityType
		want         bool
	}{
		{rashomon.EntityPlace, rashomon.EntityOrganization, true}, {rashomon.EntityPlace, rashomon.EntityPerson, true},
		{rashomon.EntityPerson, rashomon.EntityFacility, true}, {rashomon.EntityPerson, rashomon.EntityOrganization, false},
		{rashomon.EntityOther, rashomon.EntityOrganization, false}, {rashomon.EntityOrganization, rashomon.EntityWork, false},
	} {
		if got := isBelieved(test.inner, test.outer); got != test.want {
			t.Errorf("a %s in a %s: got %v", test.inner, test.outer, got)
		}
	}
}
