package table_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rashomon/gazetteer/table"
)

func drawEntry(t *rapid.T) table.Entry {
	name := rapid.StringMatching(`[A-Zß][a-zé ]{0,12}`).Draw(t, "name")
	country := rapid.SampledFrom([]string{"LBY", "SYR", "GBR"}).Draw(t, "country")
	return table.Entry{
		Name: name, Folded: strings.ToLower(name), Key: rapid.SampledFrom([]string{"", "k", "krn"}).Draw(t, "key"),
		Latitude:  float64(rapid.IntRange(-9e6, 9e6).Draw(t, "latitude")) / 1e5,
		Longitude: float64(rapid.IntRange(-18e6, 18e6).Draw(t, "longitude")) / 1e5,
		GeoNames:  rapid.IntRange(0, 2e7).Draw(t, "geonames"), Country: country,
		Province: rapid.SampledFrom([]string{"", "LY.77", "GB.ENG"}).Draw(t, "province"),
		Class:    rapid.SampledFrom([]table.Class{table.Town5000, table.Capital, table.Province}).Draw(t, "class"),
		Size:     rapid.Float64Range(1, 4e7).Draw(t, "size"),
	}
}

// What is written is found again by its name and by its key, in any order, and nothing else is.
func TestWhatIsWrittenIsFound(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		entries := rapid.SliceOfN(rapid.Custom(drawEntry), 0, 20).Draw(t, "entries")
		block, err := table.Write(entries)
		if err != nil {
			t.Fatal(err)
		}
		turned := slices.Clone(entries)
		slices.Reverse(turned)
		if again, _ := table.Write(turned); !slices.Equal(again, block) {
			t.Error("the order of the entries changes the bytes")
		}
		opened, err := table.Open(string(block))
		if err != nil || opened.Len() != len(entries) {
			t.Fatalf("got %v, want %d entries", err, len(entries))
		}
		for _, entry := range entries {
			if !holds(opened.Named(entry.Folded), entry) {
				t.Errorf("%+v is not found by its name", entry)
			}
			if entry.Key != "" && !holds(opened.Spelled(entry.Key), entry) {
				t.Errorf("%+v is not found by its key", entry)
			}
		}
		if found := opened.Named("nowhere"); found != nil {
			t.Errorf("got %v for a name that is not there", found)
		}
	})
}

func holds(found []table.Entry, want table.Entry) bool {
	size := want.Size
	want.Size, want.Folded, want.Key = 0, "", ""
	for _, got := range found {
		isNear := math.Abs(got.Size-size) <= 0.045*size+1
		got.Size = 0
		if isNear && cmp.Equal(got, want) {
			return true
		}
	}
	return false
}

func TestWriteRefuses(t *testing.T) {
	t.Parallel()
	for name, entry := range map[string]table.Entry{
		"a long name":      {Name: strings.Repeat("a", 256), Country: "LBY"},
		"no country":       {Name: "a"},
		"a long province":  {Name: "a", Country: "LBY", Province: "LY.1234567890"},
		"a country's name": {Name: "a", Country: "Libya"},
	} {
		if _, err := table.Write([]table.Entry{entry}); err == nil {
			t.Errorf("%s: got no error", name)
		}
	}
}

// FuzzOpen: whatever a header says, no more is taken for entries than the block has room for.
func FuzzOpen(f *testing.F) {
	block, err := table.Write([]table.Entry{{Name: "Sabha", Folded: "sabha", Key: "sb", Country: "LBY", Province: "LY.75"}})
	if err != nil {
		f.Fatal(err)
	}
	for cut := range len(block) + 1 {
		if _, err := table.Open(string(block[:cut])); (err == nil) != (cut == len(block)) {
			f.Fatalf("%d of %d bytes: got %v", cut, len(block), err)
		}
	}
	f.Add(block[:12])
	f.Fuzz(func(t *testing.T, header []byte) {
		damaged := slices.Concat(header, block[min(len(header), len(block)):])
		opened, err := table.Open(string(damaged))
		if err == nil && opened.Len() > len(damaged)/24 {
			t.Errorf("%d entries in %d bytes", opened.Len(), len(damaged))
		}
	})
}
