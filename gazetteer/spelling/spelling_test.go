package spelling_test

import (
	"testing"

	"pgregory.net/rapid"

	"rashomon/gazetteer/spelling"
)

func TestFold(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"":                   "",
		"Benghazi":           "benghazi",
		"Tājūrā’":            "tajura",
		"São Tomé":           "sao tome",
		"Port-au-Prince":     "port au prince",
		"  St. John's  (NL)": "st johns nl",
		"Saint John’s":       "st johns",
		"U.S.":               "us",
		"Mount Hermon":       "mt hermon",
		"Łódź":               "lodz",
		"Ağrı":               "agri",
		"Mountain View":      "mountain view",
		"Київ":               "киів",
	} {
		if got := spelling.Fold(name); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}

func TestKeyJoinsSpellings(t *testing.T) {
	t.Parallel()
	for _, spellings := range [][]string{
		{"Ajdabiya", "Ajdabia", "Ajdābiyā"},
		{"Misratah", "Misrata", "Misurata"},
		{"Az Zawiyah", "Zawiya", "Al-Zawia", "Zawiyya"},
		{"Burayqah", "Al Brega", "Brega"},
		{"Dayr az Zawr", "Deir ez-Zor", "Deir al-Zour"},
		{"Darnah", "Derna"},
		{"Khan Yunis", "Khan Younes"},
		{"Yekaterinburg", "Ekaterinburg"},
		{"Idlib", "Edleb"},
		{"Zaporizhzhya", "Zaporozhye", "Zaporizhzhia"},
	} {
		want := spelling.Key(spelling.Fold(spellings[0]))
		for _, other := range spellings[1:] {
			if got := spelling.Key(spelling.Fold(other)); got != want {
				t.Errorf("%q: got %q, want %q as of %q", other, got, want, spellings[0])
			}
		}
	}
}

func TestKeyKeepsNamesApart(t *testing.T) {
	t.Parallel()
	for _, names := range [][2]string{{"Homs", "Hama"}, {"Sirte", "Surman"}, {"Tripoli", "Tobruk"}, {"Mosul", "Basra"}} {
		if a, b := spelling.Key(spelling.Fold(names[0])), spelling.Key(spelling.Fold(names[1])); a == b {
			t.Errorf("%q and %q: both got %q", names[0], names[1], a)
		}
	}
	for _, none := range []string{"", "al", "Eao"} {
		if got := spelling.Key(spelling.Fold(none)); got != "" {
			t.Errorf("%q: got the key %q, want none", none, got)
		}
	}
}

func TestFoldTwiceIsFoldOnce(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.String().Draw(t, "name")
		once := spelling.Fold(name)
		if twice := spelling.Fold(once); twice != once {
			t.Errorf("%q: got %q, then %q", name, once, twice)
		}
	})
}

// BenchmarkFold: a lookup folds the name that is looked up and every name with its hash.
func BenchmarkFold(b *testing.B) {
	for _, name := range []string{"Benghazi", "Qaşr Bin Ghashīr"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(name)))
			for b.Loop() {
				spelling.Fold(name)
			}
		})
	}
}
