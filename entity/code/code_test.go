package code_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rashomon"
	"rashomon/entity/code"
	"rashomon/rashomontest"
)

const cases = "testdata/phrases.cases"

var border = regexp.MustCompile(`\b(?:anti|pro|ex|non)-|['’]s\b|['’]|[-,]`)

// words cuts a phrase as the tokens of a document are cut.
func words(phrase string) []string {
	return strings.Fields(border.ReplaceAllStringFunc(phrase, func(sign string) string {
		if sign == "-" || sign == "," {
			return " " + sign + " "
		}
		if strings.HasSuffix(sign, "s") {
			return " " + sign
		}
		return sign
	}))
}

func TestPhrases(t *testing.T) {
	t.Parallel()
	rashomontest.RunCases(t, cases, func(c rashomontest.Case) []rashomontest.Finding {
		party := code.Parse(words(c.Phrase), -1)
		party.Context = c.Given["context"]
		codes, rule := party.Codes(c.Given["date"])
		if len(codes) == 0 {
			return nil
		}
		if rule == "" {
			t.Errorf("%q: codes without a rule", c.Phrase)
		}
		return []rashomontest.Finding{{Start: 0, End: len(c.Phrase), Value: strings.Join(codes, " ")}}
	})
}

func TestRuleNamesTheData(t *testing.T) {
	t.Parallel()
	for phrase, want := range map[string]string{
		"British paratroopers":             "adjective:British + agents:paratroopers",
		"rebels in Libya":                  "agents:rebels + country:Libya",
		"a former Libyan minister":         "adjective:Libyan + agents:minister + modifier:former",
		"the UN envoy":                     "international_organizations:United Nations + agents:envoy",
		"Moammar Gadhafi":                  "persons:Muammar Gaddafi, leader 1969-09-01..2011-10-20",
		"Hamas officials":                  "armed_groups:Hamas",
		"the Damascus government's tanks":  "capital:Damascus + institutions:government",
		"fighters of the Islamic State":    "armed_groups:Islamic State",
		"something that nobody ever named": "",
	} {
		if _, got := code.Parse(words(phrase), -1).Codes(""); got != want {
			t.Errorf("%q: got %q, want %q", phrase, got, want)
		}
	}
}

func TestCapitalThatActsIsAGovernment(t *testing.T) {
	t.Parallel()
	for phrase, want := range map[string]string{"Washington": "USA GOV", "Libya": "LBY", "Singapore": "SGP"} {
		party := code.Parse(words(phrase), -1)
		party.IsActing = true
		if codes, _ := party.Codes(""); strings.Join(codes, " ") != want {
			t.Errorf("%s: got %v, want %s", phrase, codes, want)
		}
	}
}

func TestHeadTellsWhoIsMeant(t *testing.T) {
	t.Parallel()
	phrase := words("soldiers with the Syrian refugees")
	for head, want := range map[int]string{0: "MIL", 4: "SYR REF", -1: "MIL", 99: "MIL"} {
		if codes, _ := code.Parse(phrase, head).Codes(""); strings.Join(codes, " ") != want {
			t.Errorf("head %d: got %v, want %s", head, codes, want)
		}
	}
}

func TestFindTakesTheLongest(t *testing.T) {
	t.Parallel()
	for phrase, want := range map[string]int{
		"United Arab Emirates said": 3, "United Nations": 0, "U.S. forces": 1, "us": 0, "turkey": 0,
		"Guinea-Bissau's army": 3, "Guinea is": 1,
	} {
		if _, got := code.FindCountry(words(phrase)); got != want {
			t.Errorf("a country at the beginning of %q: got %d words, want %d", phrase, got, want)
		}
	}
	for phrase, want := range map[string]int{
		"al-Qaeda in the Islamic Maghreb": 7, "al-Qaeda in Paris": 3, "who": 0, "WHO": 1, "Ban Ki-moon said": 4,
		"Françoise Hollande": 0, "François Hollande": 2, "Kurdistan Workers' Party": 3, "Gaddafi's": 1,
	} {
		if _, got := code.FindEntry(words(phrase)); got != want {
			t.Errorf("a name at the beginning of %q: got %d words, want %d", phrase, got, want)
		}
	}
}

func TestFindNoun(t *testing.T) {
	t.Parallel()
	const person, group = rashomon.EntityPerson, rashomon.EntityGroup
	gov, many := []string{"GOV"}, true
	for phrase, want := range map[string]code.Noun{
		"the Foreign Minister":  {"foreign minister", "foreign minister", false, person, gov, false, true, false, "agents"},
		"two gunmen":            {"gunmen", "gunman", many, group, []string{"UAF"}, false, false, false, "agents"},
		"vice-presidents":       {"vice presidents", "vice president", many, group, gov, true, true, false, "agents"},
		"his heads of state":    {"heads of state", "head of state", many, group, gov, false, false, false, "agents"},
		"the troops":            {"troops", "troops", many, group, []string{"MIL"}, false, false, false, "collectives"},
		"a rocket-driven rifle": {"rifle", "rifle", false, rashomon.EntityWeapon, nil, false, false, false, "weapons"},
	} {
		got, _ := code.FindNoun(words(phrase))
		if got == nil {
			t.Errorf("%q: got nothing", phrase)
		} else if diff := cmp.Diff(*got, want); diff != "" {
			t.Errorf("%q: got - want +\n%s", phrase, diff)
		}
	}
	if noun, length := code.FindNoun(words("the minister's")); noun != nil {
		t.Errorf("got %q, %d words, where a possessive ends the phrase", noun.Form, length)
	}
}

// TestTermsByDate: a bound of a year stands for all of it, and who held an office and holds none is ELI.
func TestTermsByDate(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ name, date, want string }{
		{"Nelson Mandela", "1990-02-11", "ZAF PTY OPP"},
		{"Nelson Mandela", "1994-05-10", "ZAF GOV"},
		{"Nelson Mandela", "1999-06-14", "ZAF GOV"},
		{"Nelson Mandela", "1999-06-15", "ZAF ELI"},
		{"Nelson Mandela", "2013-12-04", "ZAF ELI"},
		{"Nelson Mandela", "2020-01-01", "ZAF GOV"},
		{"Nelson Mandela", "", "ZAF GOV"},
		{"Angela Merkel", "1985-01-01", "DEU"},
		{"Angela Merkel", "2010", "DEU GOV"},
		{"Osama bin Laden", "2001-09-12", "IMG REB"},
		{"Mikhail Gorbachev", "1995-05-01", "RUS ELI"},
	} {
		entries, _ := code.FindEntry(words(test.name))
		if len(entries) != 1 {
			t.Errorf("%s: got %d entries", test.name, len(entries))
			continue
		}
		if got := strings.Join(entries[0].On(test.date).Codes, " "); !sameWords(got, test.want) {
			t.Errorf("%s on %q: got %s, want %s", test.name, test.date, got, test.want)
		}
	}
}

func sameWords(a, b string) bool {
	return len(a) == len(b) && !strings.ContainsFunc(a, func(r rune) bool { return !strings.ContainsRune(b, r) })
}

// TestEvenHanded: with one country put in another's place, the codes are the same but for the country, whatever the
// noun.
func TestEvenHanded(t *testing.T) {
	t.Parallel()
	nationals := map[string]string{
		"Libyan": "LBY", "British": "GBR", "Russian": "RUS", "Ukrainian": "UKR", "Israeli": "ISR", "Palestinian": "PSE",
		"American": "USA", "Iranian": "IRN", "Syrian": "SYR", "Chinese": "CHN",
	}
	nouns := []string{
		"rebels", "terrorists", "freedom fighters", "regime", "government", "soldiers", "militants", "opposition", "jets",
		"settlers", "gunmen", "former ministers", "rebel tanks", "diplomats", "separatists", "militia", "protesters",
		"spies", "dictator", "leader", "mercenaries",
	}
	rapid.Check(t, func(t *rapid.T) {
		adjectives := rapid.SampledFrom([]string{
			"Libyan", "British", "Russian", "Ukrainian", "Israeli", "Palestinian", "American", "Iranian", "Syrian", "Chinese",
		})
		a, b, noun := adjectives.Draw(t, "a"), adjectives.Draw(t, "b"), rapid.SampledFrom(nouns).Draw(t, "noun")
		ofA, _ := code.Parse(words(a+" "+noun), -1).Codes("2015-01-01")
		ofB, _ := code.Parse(words(b+" "+noun), -1).Codes("2015-01-01")
		if ofA[0] != nationals[a] || ofB[0] != nationals[b] || cmp.Diff(ofA[1:], ofB[1:]) != "" {
			t.Errorf("%s %s: got %v, and %v of %s", a, noun, ofA, ofB, b)
		}
	})
}

// FuzzParse: whatever the words, codes stand once each, countries before sectors, always with a rule and never one
// without codes; a search takes no more words than there are; and the same words give the same codes.
func FuzzParse(f *testing.F) {
	for _, phrase := range rashomontest.Phrases(f, "testdata/*.cases") {
		f.Add(phrase, 0, "2011-07-05")
	}
	f.Add(strings.Repeat("United ", 200)+"-'-.-", 3, "20")
	f.Fuzz(func(t *testing.T, phrase string, head int, date string) {
		words := words(phrase)
		for i := range words {
			_, countries := code.FindCountry(words[i:])
			_, entries := code.FindEntry(words[i:])
			_, nouns := code.FindNoun(words[:i+1])
			if countries > len(words)-i || entries > len(words)-i || nouns > i+1 {
				t.Fatalf("%q: got %d, %d and %d words at %d", words, countries, entries, nouns, i)
			}
		}
		codes, rule := code.Parse(words, head).Codes(date)
		if (len(codes) == 0) != (rule == "") {
			t.Errorf("%q: got %v by %q", words, codes, rule)
		}
		seen := map[string]bool{}
		for _, code := range codes {
			if len(code) != 3 || seen[code] {
				t.Errorf("%q: got %v", words, codes)
			}
			seen[code] = true
		}
		again, ruleAgain := code.Parse(words, head).Codes(date)
		if diff := cmp.Diff(codes, again); diff != "" || rule != ruleAgain {
			t.Errorf("%q: got %v by %q, then %v by %q", words, codes, rule, again, ruleAgain)
		}
	})
}
