package syntax_test

import (
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rashomon/syntax"
)

func TestDerive(t *testing.T) {
	t.Parallel()
	tests := []struct{ form, lemma, want string }{
		{"bridge", "bridge", ""},
		{"The", "the", ""},
		{"THE", "the", ""},
		{"bridges", "bridge", "-1"},
		{"BRIDGES", "bridge", "-1"},
		{"making", "make", "-3+e"},
		{"Ferries", "ferry", "-3+y"},
		{"stopped", "stop", "-3"},
		{"Overthrew", "overthrow", "irregular"},
		{"found", "find", "irregular"},
		{"found", "found", ""},
		{"People", "Person", "title-4+rson"},
		{"has", "have", "irregular"},
		{"’ve", "have", "=have"},
		{"ca", "can", "+n"},
		{"were", "be", "=be"},
		{"n't", "not", "-2+ot"},
		{"N’T", "not", "-2+ot"},
		{"’re", "be", "=be"},
		{"'", "'s", "+s"},
		{"me", "I", "=I"},
		{"I", "I", "title"},
		{"Ingrid", "Ingrid", "title"},
		{"INGRID", "Ingrid", "title"},
		{"O'BRIEN", "O'Brien", "title"},
		{"o’brien", "O'Brien", "title"},
		{"U.N.", "U.N.", "title"},
		{"Danes", "Dane", "title-1"},
		{"DANES", "Dane", "title-1"},
		{"UNICEF", "UNICEF", "keep"},
		{"McKay", "McKay", "keep"},
		{"NGOs", "NGO", "keep-1"},
		{"“", `"`, ""},
		{"’s", "'s", ""},
		{"–", "-", ""},
		{"--", "-", ""},
		{"—", "—", ""},
		{"...", "…", ""},
		{"``", `"`, ""},
		{"1,250,000", "1250000", ""},
		{"1,250.5", "1250.5", ""},
		{"1,25", "1,25", ""},
		{"40,000th", "40,000th", ""},
		{"office@Example.org", "office@Example.org", ""},
		{"Łódź", "Łódź", "title"},
		{"ŁÓDŹ", "Łódź", "title"},
		{"bridge", "", ""},
		{"", "bridge", "=bridge"},
	}
	for _, test := range tests {
		t.Run(test.form+" "+test.lemma, func(t *testing.T) {
			t.Parallel()
			if got := syntax.Derive(test.form, test.lemma).String(); got != test.want {
				t.Errorf("got the script %q, want %q", got, test.want)
			}
		})
	}
}

func TestApply(t *testing.T) {
	t.Parallel()
	tests := []struct{ script, form, want string }{
		{"-1", "HARBOURS", "harbour"},
		{"-1", "S", "s"},
		{"-999999999", "Harbour", "harbour"},
		{"-3+e", "ing", "ing"},
		{"-3+e", "At", "at"},
		{"title-3+y", "CITIES", "City"},
		{"title", "AL-ŠARQ", "Al-Šarq"},
		{"title", "21ST", "21st"},
		{"title", "#StormWatch", "#StormWatch"},
		{"keep", "3,000", "3000"},
		{"", "http://Example.org/A", "http://Example.org/A"},
		{"", "", ""},
		{"=be", "anything", "be"},
		{"irregular", "Strove", "strive"},
		{"irregular", "Harbour", "harbour"},
	}
	for _, test := range tests {
		t.Run(test.script+" "+test.form, func(t *testing.T) {
			t.Parallel()
			script, err := syntax.ParseScript(test.script)
			if err != nil {
				t.Fatal(err)
			}
			if got := script.Apply(test.form); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestParseScriptRefuses(t *testing.T) {
	t.Parallel()
	refused := []string{
		"=", "-", "+", "-0", "-01", "-+s", "--1", "lower", "title-x", "keep1",
		"irregular-1", "irregular+s", "-9999999999999999999",
	}
	for _, text := range refused {
		if script, err := syntax.ParseScript(text); err == nil {
			t.Errorf("%q: got the script %q, want an error", text, script)
		}
	}
}

// TestIrregularForms: every line of the list is a lemma and forms that differ from it, and no form stands there twice.
func TestIrregularForms(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../network/data/irregular.txt")
	if err != nil {
		t.Fatal(err)
	}
	lemmas := map[string]string{}
	for line := range strings.Lines(string(text)) {
		words := strings.Fields(line)
		if len(words) == 0 || words[0] == "#" {
			continue
		}
		if len(words) == 1 {
			t.Errorf("%q has no forms", words[0])
		}
		for _, form := range words[1:] {
			if other := lemmas[form]; other != "" || form == words[0] || form != strings.ToLower(form) {
				t.Errorf("%q stands under %q and %q, or is no form of its own", form, other, words[0])
			}
			lemmas[form] = words[0]
			if got := syntax.Derive(form, words[0]).String(); got != "irregular" {
				t.Errorf("%q: got the script %q, want \"irregular\"", form, got)
			}
		}
	}
	if len(lemmas) == 0 {
		t.Error("the list is empty")
	}
}

// TestScriptLaws: what is derived gives the lemma, and survives its text; whatever is applied gives a lemma.
func TestScriptLaws(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		checkScript(t, word().Draw(t, "form"), word().Draw(t, "lemma"), word().Draw(t, "other"))
	})
}

func FuzzScript(f *testing.F) {
	f.Add("Bridges", "bridge", "’s")
	f.Add("\xff", "İstanbul", "1,000")
	f.Add("\xb5", "\x87", "0")
	f.Fuzz(func(t *testing.T, form, lemma, other string) { checkScript(t, form, lemma, other) })
}

// word draws strings that have much in common, so that all kinds of scripts come up, and some that have nothing.
func word() *rapid.Generator[string] {
	return rapid.OneOf(rapid.StringMatching(`[aAéÉßİ'’,.0-9-]{0,6}(ing|ED|s)?|Fought|fight`), rapid.String())
}

func checkScript(t interface{ Fatalf(string, ...any) }, form, lemma, other string) {
	script := syntax.Derive(form, lemma)
	if got := script.Apply(form); got != lemma && lemma != "" {
		t.Fatalf("script %q for %q: got %q, want %q", script, form, got, lemma)
	}
	if other != "" && script.Apply(other) == "" {
		t.Fatalf("script %q makes nothing of %q", script, other)
	}
	if read, err := syntax.ParseScript(script.String()); err != nil || read != script {
		t.Fatalf("script %q is read as %q, %v", script, read, err)
	}
}

func BenchmarkApply(b *testing.B) {
	forms := []string{"harbour", "Ferries", "of", "INGRID", "’s", "12,000"}
	script := syntax.Derive("walks", "walk")
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		script.Apply(forms[i%len(forms)])
	}
}
