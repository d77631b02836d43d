package language_test

import (
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rashomon/rashomontest"
	"rashomon/source/language"
)

func languageOf(text string) string {
	code, _ := language.Of(text)
	return code
}

func paragraphs(t testing.TB) string {
	t.Helper()
	data, err := os.ReadFile("testdata/paragraphs.txt")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestLanguageOfParagraphs(t *testing.T) {
	t.Parallel()
	right, total := 0, 0
	for line := range strings.Lines(paragraphs(t)) {
		want, text, found := strings.Cut(strings.TrimSpace(line), " ")
		if !found || want == "#" {
			continue
		}
		total++
		got := languageOf(text)
		if got == want {
			right++
		} else {
			t.Logf("%q: got %q, want %q", text, got, want)
		}
		if (got == "en") != (want == "en") {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
	if right*100 < total*95 {
		t.Errorf("got %d of %d paragraphs right, want 95 %%", right, total)
	}
}

func TestLanguageUndecided(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"Vessany", "1914-1918", "Ferry sinks", "Jan de Vries, Piet van der Berg, Kees de Boer", "Radio Televizija Lusenia", "Москва",
	} {
		if got := languageOf(text); got != "" {
			t.Errorf("%q: got %q, want nothing", text, got)
		}
	}
}

// TestLanguageOfEnglish looks for English documents that would be lost: the texts of the benches are all English.
func TestLanguageOfEnglish(t *testing.T) {
	t.Parallel()
	for _, article := range []string{rashomontest.Article(), strings.ToUpper(rashomontest.Article()), rashomontest.LongArticle(), rashomontest.NastyArticle()} {
		if got := languageOf(article); got != "en" {
			t.Errorf("%.60q: got %q, want %q", article, got, "en")
		}
	}
}

// TestLanguageOfQuotations states that a foreign quotation does not make an English text foreign.
// The pieces of addresses look like short words of any language.
func TestLanguageLeavesOutAddresses(t *testing.T) {
	t.Parallel()
	address := "https://www.ferry.example/que?es=la&de=el&que=en&el=la&un=si&no=el#um=1&el=la&que=de"
	text := "Who owns the ferry? " + strings.Repeat(address+" ", 3)
	if got := languageOf(text); got != "en" && got != "" {
		t.Errorf("got %q, want en or nothing", got)
	}
}

func TestLanguageOfQuotations(t *testing.T) {
	t.Parallel()
	var foreign []string
	for line := range strings.Lines(paragraphs(t)) {
		if code, text, _ := strings.Cut(strings.TrimSpace(line), " "); code != "en" && code != "#" {
			foreign = append(foreign, text)
		}
	}
	rapid.Check(t, func(rt *rapid.T) {
		quotation := rapid.SampledFrom(foreign).Draw(rt, "quotation")
		if got := languageOf(quotation + "\n\n" + rashomontest.Article()); got != "en" {
			rt.Errorf("got %q, want %q", got, "en")
		}
	})
}
