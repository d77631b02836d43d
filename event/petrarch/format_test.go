package petrarch_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rashomon"
	"rashomon/event/petrarch"
)

// TestDamage reads files with damaged lines: each ends in an error that names the line, and the others are read.
func TestDamage(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("X", 5000)
	for _, test := range []struct {
		name, file, content string
		want                []string // beginnings of the errors
	}{
		{"sound", "a.actors.txt", "VELM [VEL]\n+VELMIAN\n\t[VELGOV <990101]\n", nil},
		{"control characters", "a.actors.txt", "VELM\x1a [VEL]\n\x1a\n", nil},
		{"comments", "a.verbs.txt", "<!-- one\ntwo --> ; three\n--- A [010] --- # four\nA # five\n- * B [01#] # six\n", nil},
		{"a comment that ends with its line", "a.actors.txt", "<! -- ACTORS -->\nVELM [VEL]\n", nil},
		{"a synonym of nobody", "a.actors.txt", "+VELMIAN\nVELM [VEL]", []string{"a.actors.txt:1: nobody stands above"}},
		{"days that are none", "a.actors.txt", "VELM\n\t[VEL <990231]\n\t[VEL 20010101]\n\t[VEL]\n", []string{
			`a.actors.txt:2: "<990231" is no time`, `a.actors.txt:3: "20010101" is no time`,
		}},
		{"a bracket that does not close", "a.actors.txt", "VELM [VEL\nSUND [SUN]", []string{"a.actors.txt:1: a square bracket"}},
		{"a long line", "a.agents.txt", "SOLDIER [~MIL]\n" + long + "\n", []string{"a.agents.txt:2: a line of 5001 bytes"}},
		{"agents without codes", "a.agents.txt", "SOLDIER\nREBEL [REB]\nPILOT {PILOTS [~MIL]\n!A! = \n", []string{
			"a.agents.txt:1: an agent without its one code", `a.agents.txt:2: "REB" is no code`,
			"a.agents.txt:3: a brace that does not close", "a.agents.txt:4: a set of words",
		}},
		{"verbs", "a.verbs.txt", "--- A [010 ---\nRUN {RAN\n- RUN [020]\n- * [020\n- * &NONE [020]\n+\nB [030]\n", []string{
			"a.verbs.txt:1: the head of a block", "a.verbs.txt:2: a bracket or brace", "a.verbs.txt:6: \"+\" is no verb",
			"a.verbs.txt:3: a pattern without its verb", "a.verbs.txt:4: a pattern without its verb",
			"a.verbs.txt:5: the set &NONE is given nowhere",
		}},
		{"patterns of the second version", "CAMEO.txt", "--- A [010] ---\nA\n- * (TO {B C) [1]\n- * {B C [1]\n- * ({B}) [1]\n- * (TO B) [2]\n", []string{
			"CAMEO.txt:3: a brace that does not close", "CAMEO.txt:4: a brace that does not close",
			"CAMEO.txt:5: a phrase in round brackets",
		}},
		{"older files", "a.verbs.txt", "RUN [010]\n- ** HILL [020]\nSIT [030]\n- * {A | B} [040]\n", []string{
			"a.verbs.txt:4: alternatives in braces",
		}},
		{"transformations", "a.verbs.txt", "--- A [010] ---\nA\n~ a (a b A) A = a b 015\n~ a (b A) A = a b 015\n" +
			"~ a (a b A) A = a c 015\n~ a (a b C) A = a b 015\n", []string{
			"a.verbs.txt:4: a transformation that cannot be read", `a.verbs.txt:5: "c" stands for nobody`,
			"a.verbs.txt:6: the verb C of a transformation",
		}},
		{"discards", "a.discards.txt", "REGATTA\n+\n", []string{"a.discards.txt:2: a discard without a word"}},
		{"issues", "a.issues.txt", "<ISSUE>\nn:harbour [H]\nport\n~ferry\n</ISSUE>\n", []string{"a.issues.txt:3: a phrase without"}},
		{"no dictionary", "notes.txt", "anything", []string{"notes.txt: its name does not say what it holds"}},
		{"prepositions", "a.prepositions.txt", "anything", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			_, problems := petrarch.New([]petrarch.File{{Name: test.file, Content: test.content}})
			if len(problems) != len(test.want) {
				t.Fatalf("got %v, want %q", problems, test.want)
			}
			for i, problem := range problems {
				var known *rashomon.Error
				if !errors.As(problem, &known) || !strings.HasPrefix(problem.Error(), test.want[i]) {
					t.Errorf("got %q, want %q", problem, test.want[i])
				}
			}
		})
	}
}

// TestManyErrors tells of a file that is no dictionary at all no more than a person will read.
func TestManyErrors(t *testing.T) {
	t.Parallel()
	_, problems := petrarch.New([]petrarch.File{{Name: "a.agents.txt", Content: strings.Repeat("SOLDIER\n", 5000)}})
	if got := len(problems); got != 101 {
		t.Errorf("got %d errors, want 101", got)
	}
	if got, want := problems[100].Error(), "a.agents.txt: 4900 more lines are damaged; mend those above first"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestLoad(t *testing.T) {
	t.Parallel()
	empty := t.TempDir()
	unreadable := filepath.Join(t.TempDir(), "a.verbs.txt")
	if err := os.Mkdir(unreadable, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		path string
		want string
	}{
		{"testdata/first", ""},
		{"testdata/first/harbour.verbs.txt", ""},
		{"testdata/none", "testdata/none: no such file or folder; name the folder or the files of a dictionary"},
		{empty, empty + ": no file of a dictionary; have verbs, actors, agents, discards or issues in the names of the files"},
	} {
		got := ""
		if _, problems := petrarch.Load([]string{test.path}); len(problems) > 0 {
			got = problems[0].Error()
		}
		if got != test.want {
			t.Errorf("%s: got %q, want %q", test.path, got, test.want)
		}
	}
}

// TestLaterCounts gives the same phrase twice, in one file and in two.
func TestLaterCounts(t *testing.T) {
	t.Parallel()
	verbs := petrarch.File{Name: "verbs", Content: "--- A [190] ---\nATTACK\n- * PORT [191]\n- * PORT [192]\n"}
	actors := petrarch.File{Name: "actors", Content: "VELM [AAA]\nVELM [BBB]\nOSTERNA [OST]\n"}
	more := petrarch.File{Name: "more.actors", Content: "OSTERNA [CCC]\n"}
	dictionary, problems := petrarch.New([]petrarch.File{verbs, actors, more})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	doc := tree(t, "Velm often attacks the port of Osterna.")
	if got, want := triples(dictionary.Code(doc, petrarch.Options{}).Events), "BBB CCC 192"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestEvidence demands of an event its words and the lines of the dictionary.
func TestEvidence(t *testing.T) {
	t.Parallel()
	doc := tree(t, "Soldiers from Velm attacked Osterna.")
	coding := load(t, "first").Code(doc, petrarch.Options{})
	if len(coding.Events) != 1 {
		t.Fatalf("got %v, want one event", coding.Events)
	}
	e := coding.Events[0]
	for _, test := range []struct{ got, want string }{
		{doc.QuoteSpan(e.Trigger), "attacked"},
		{doc.QuoteSpan(e.SourceSpan), "Soldiers from Velm"},
		{doc.QuoteSpan(e.TargetSpan), "Osterna"},
		{strings.Join(e.Lines, " "), "testdata/first/harbour.verbs.txt:27 testdata/first/harbour.actors.txt:2 " +
			"testdata/first/harbour.agents.txt:2 testdata/first/harbour.actors.txt:5"},
	} {
		if test.got != test.want {
			t.Errorf("got %q, want %q", test.got, test.want)
		}
	}
}

// TestOutcomesAndIssues discards sentences and documents, and finds what sentences are about.
func TestOutcomesAndIssues(t *testing.T) {
	t.Parallel()
	dictionary := load(t, "first")
	for _, test := range []struct {
		text    string
		outcome petrarch.Outcome
		events  string
		issues  []string
	}{
		{"Velm won the regatta and attacked Osterna.", petrarch.OutcomeSentences, "", nil},
		{"Velm attacked Osterna during the chess olympiad.", petrarch.OutcomeStory, "", nil},
		{"Velm attacked Osterna.", "", "VEL OST 190", nil},
		{"The harbours of Velm are dredged during the cease-fire.", "", "", []string{"HARBOURS harbours", "HARBOURS dredged", "TRUCE cease-fire"}},
		{"The fish markets of Velm are no safe harbour.", "", "", []string{"FISHERIES fish markets"}},
		{"The harbour of Velm has a harbour seal and a fish market.", "", "", []string{"FISHERIES fish market"}},
	} {
		doc := tree(t, test.text)
		coding := dictionary.Code(doc, petrarch.Options{})
		var issues []string
		for _, issue := range coding.Issues {
			issues = append(issues, issue.Code+" "+doc.QuoteSpan(issue.Span))
		}
		if coding.Outcome != test.outcome || triples(coding.Events) != test.events || !slices.Equal(issues, test.issues) {
			t.Errorf("%q: got %q %q %q, want %q %q %q", test.text, coding.Outcome, triples(coding.Events), issues,
				test.outcome, test.events, test.issues)
		}
		if (coding.Outcome != "") != (len(coding.Lines) > 0) {
			t.Errorf("%q: got the lines %q with the outcome %q", test.text, coding.Lines, coding.Outcome)
		}
	}
}
