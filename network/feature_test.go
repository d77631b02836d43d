package network_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rashomon/network"
)

var words = network.Words{
	Buckets: 1 << 16,
	Vectors: map[string]int32{
		"harbour": 0, "café": 1, "resume": 2, "0000": 3, "minister": 4, "1984": 5, "--": 6, "00,000": 7, "hope": 8,
		"hop": 9, "it's": 10,
	},
}

func TestVector(t *testing.T) {
	t.Parallel()
	tests := []struct {
		form string
		want int32
	}{
		{"harbour", 0},
		{"HARBOUR", 0},
		{"ｈａｒｂｏｕｒ", 0},
		{"café", 1},
		{"Cafe\u0301", network.NoRow}, // composed by nobody, and "cafe" has no vector
		{"résumé", 2},
		{"re\u0301sume\u0301", 2},
		{"1984", 5},
		{"1985", 3},
		{"40,000", 7},
		{"ex-minister", 4},
		{"ex–minister", 4},
		{"minister-", network.NoRow},
		{"—", 6},
		{"it’s", 10},
		{"quay", network.NoRow},
		{"", network.NoRow},
	}
	for _, test := range tests {
		t.Run(test.form, func(t *testing.T) {
			t.Parallel()
			if _, got := features(words, test.form); got != test.want {
				t.Errorf("got row %d, want %d", got, test.want)
			}
		})
	}
}

// TestShared says which features, in the order of Features, two forms have in common: "shape stems suffixes
// prefixes", one sign each.
func TestShared(t *testing.T) {
	t.Parallel()
	tests := []struct{ a, b, want string }{
		{"harbour", "harbour", "== ==== ==="},
		{"harbour", "Harbour", ".= ==== ==="},
		{"Harbour", "HARBOUR", ".= ==== ==="},
		{"NATO", "UN", "== .... ..."},
		{"Ingrid", "Astrid", "== ===. ..."},
		{"café", "cafe", "== ==== ==="},
		{"Łódź", "Lodz", "== ==== ==="},
		{"isn’t", "isn't", "== ==== ==="},
		{"—", "--", "== ==== ==="},
		{"ﬁve", "five", "== ==== ==="},
		{"har\u00adbour", "harbour", "== ==== ==="},
		{"1984", "2021", "== ==== ==="},
		{"1984", "84", "== ==.. ==."},
		{"1980s", "1970s", "== ==== ==="},
		{"B52", "B61", "== .... =.."},
		{"hoping", "hopping", "=. ==== ==="},
		{"hopping", "hopped", "=. .... ==="},
		{"strove", "stove", "=. ===. ==."},
		{"at", "hat", "== ==.. ..."},
		{"U.N.", "U.S.", "== =... ==."},
	}
	for _, test := range tests {
		t.Run(test.a+" "+test.b, func(t *testing.T) {
			t.Parallel()
			a, _ := features(words, test.a)
			b, _ := features(words, test.b)
			var got strings.Builder
			for i := range a {
				if i == 2 || i == 6 {
					got.WriteByte(' ')
				}
				if a[i] == b[i] {
					got.WriteByte('=')
				} else {
					got.WriteByte('.')
				}
			}
			if diff := cmp.Diff(got.String(), test.want); diff != "" {
				t.Errorf("got, want: %s", diff)
			}
		})
	}
}

func TestNormalForm(t *testing.T) {
	t.Parallel()
	for form, want := range map[string]string{
		"Café": "café", "“": `"`, "O’Brien": "o'brien", "–": "-", "—": "--", "…": "...", "": "", "İzmir": "izmir",
		strings.Repeat("a", 100) + "Z": strings.Repeat("a", 63) + "z",
	} {
		if got := network.NormalForm(form); got != want {
			t.Errorf("%q: got %q, want %q", form, got, want)
		}
	}
}

func TestFeaturesTakeNoMemory(t *testing.T) {
	rows := make([]uint32, network.FeatureCount)
	forms := []string{"harbour", "Ferries", "“", "Łódź", "1,000", "樋口", "ﷺ", strings.Repeat("ﷺ", 1000), "ex-minister"}
	for _, form := range forms {
		if got := testing.AllocsPerRun(10, func() { words.Features(rows, form) }); got != 0 {
			t.Errorf("%.20q: got %v allocations, want none", form, got)
		}
	}
}

func TestFeaturesOfLongForm(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("é", 5<<20) + "ville"
	got, _ := features(words, long)
	want, _ := features(words, strings.Repeat("é", 200)+"ville")
	if diff := cmp.Diff(got, want); diff != "" {
		t.Errorf("the middle of a long form matters: %s", diff)
	}
}

// word draws forms with endings, figures and marks, and anything.
var word = rapid.OneOf(rapid.StringMatching(`[aAéÉßİ'’,.0-9-]{0,6}(ing|ED|s)?|strove`), rapid.String())

// TestFeatureLaws: see checkFeatures.
func TestFeatureLaws(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		checkFeatures(t, word.Draw(t, "form"), rapid.Uint32Min(1).Draw(t, "buckets"))
	})
}

func FuzzFeatures(f *testing.F) {
	for _, form := range []string{"harbour", "it's", "“", "Łódź", "1,000", "樋口", "ﷺ", "\xff\xfe", "e\u0301", "", "-"} {
		f.Add(form, uint32(1000))
	}
	f.Fuzz(func(t *testing.T, form string, buckets uint32) { checkFeatures(t, form, max(1, buckets)) })
}

// checkFeatures verifies that all rows are filled, within range and the same each time, and that a form set with
// typographic marks is the same to the network as the form typed.
func checkFeatures(t interface{ Fatalf(string, ...any) }, form string, buckets uint32) {
	w := network.Words{Buckets: buckets, Vectors: words.Vectors}
	rows, vector := features(w, form)
	for i, row := range rows {
		if row >= buckets {
			t.Fatalf("%q: feature %d is in row %d of %d", form, i, row, buckets)
		}
	}
	set := strings.NewReplacer("'", "’", `"`, "”", "-", "–").Replace(form)
	for _, other := range []string{form, set} {
		again, vectorAgain := features(w, other)
		if !slices.Equal(again, rows) || vectorAgain != vector {
			t.Fatalf("%q has %v and %d, %q has %v and %d", form, rows, vector, other, again, vectorAgain)
		}
	}
	if normal := network.NormalForm(form); !utf8.ValidString(normal) {
		t.Fatalf("%q: the normal form %q is no UTF-8", form, normal)
	}
}

func features(w network.Words, form string) (rows []uint32, vector int32) {
	rows = slices.Repeat([]uint32{^uint32(0)}, network.FeatureCount)
	_, vector = w.Features(rows, form)
	return rows, vector
}

func BenchmarkFeatures(b *testing.B) {
	text := strings.Fields(`The harbour of Łódź-by-Sea was closed on Monday , 12 May 2024 , after 1,200 ferries — all
		of them empty — had been counted by the minister ’s office ; " nobody was hurt , " said Ingrid O'Brien of UNICEF .`)
	w := network.Words{Buckets: 1 << 16, Vectors: map[string]int32{}}
	for i := range int32(60_000) { // as large as a model's
		w.Vectors[strconv.Itoa(int(i))] = i
	}
	for i, form := range text {
		w.Vectors[network.NormalForm(form)] = int32(i)
	}
	rows := make([]uint32, network.FeatureCount)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		w.Features(rows, text[i%len(text)])
	}
}
