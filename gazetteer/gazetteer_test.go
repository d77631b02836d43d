package gazetteer_test

import (
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rashomon"
	"rashomon/gazetteer"
	"rashomon/rashomontest"
)

func TestLookupGivesTheBestMatchFirst(t *testing.T) {
	t.Parallel()
	g := load(t)
	for name, want := range map[string]string{
		"Benghazi":        "name Benghazi LBY town",
		"  the BENGHAZI ": "name Benghazi LBY town",
		"Misurata":        "variant Misratah LBY town",
		"Libya":           "name Libya LBY country",
		"Libyans":         "adjective Libya LBY country",
		"U.S.":            "variant United States USA country",
		"Georgia":         "name Georgia GEO country",
		"Al-Qubba":        "spelling Al Qubbah LBY town",
		"Sahel":           "name Sahel  region",
		"Kharkiv Oblast":  "variant Kharkiv UKR province",
		"Kyiv Oblast":     "variant Kiev UKR province",
		"Texas":           "name Texas USA province",
	} {
		found := g.Lookup(name)
		if len(found) == 0 {
			t.Errorf("%q: got nothing, want %s", name, want)
			continue
		}
		best := found[0]
		got := strings.Join([]string{string(best.Match), best.Name, best.Country, string(best.Precision)}, " ")
		if got != want {
			t.Errorf("%q: got %s, want %s", name, got, want)
		}
	}
	for _, nowhere := range []string{"", "the", " - ", "Zarquzabad Pumbo"} {
		if found := g.Lookup(nowhere); len(found) > 0 {
			t.Errorf("%q: got %+v, want nothing", nowhere, found)
		}
	}
}

func TestAllPlacesAreOnEarth(t *testing.T) {
	t.Parallel()
	g := load(t)
	for _, path := range []string{"data/regions.txt", "data/countries.txt", "data/populations.txt"} {
		for _, name := range namesIn(t, path) {
			found := g.Lookup(name)
			if len(found) == 0 {
				t.Errorf("%s: %q is not found", path, name)
			}
			for _, place := range found {
				if place.Latitude < -90 || place.Latitude > 90 || place.Longitude < -180 || place.Longitude > 180 ||
					place.Radius <= 0 || place.Name == "" {
					t.Errorf("%q: got %+v", name, place)
				}
			}
		}
	}
}

// namesIn returns the names that a data file tells of.
func namesIn(t *testing.T, path string) []string {
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for line := range strings.Lines(string(content)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		switch path {
		case "data/regions.txt":
			names = append(names, strings.Split(strings.Split(line, "|")[5], ";")...)
		case "data/countries.txt":
			names = append(names, strings.Split(strings.Split(line, "\t")[7], ";")...)
		default:
			names = append(names, line[4:4+strings.IndexAny(line[4:], "0123456789")])
		}
	}
	return names
}

// turn returns the document with its entities in another order.
func turn(doc *rashomon.Document, order []int) *rashomon.Document {
	turned := *doc
	turned.Entities = make([]rashomon.Entity, len(doc.Entities))
	turned.Mentions = slices.Clone(doc.Mentions)
	for from, to := range order {
		turned.Entities[to] = doc.Entities[from]
	}
	for i := range turned.Mentions {
		turned.Mentions[i].Entity = order[turned.Mentions[i].Entity]
	}
	return &turned
}

// The order of the entities changes nothing, and everything that is set is sound.
func TestTheOrderOfEntitiesChangesNothing(t *testing.T) {
	t.Parallel()
	g := load(t)
	phrases := rashomontest.Phrases(t, "testdata/*.cases")
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(phrases), 1, 6).Draw(t, "phrases"), " ")
		doc, _ := markedDocument(text)
		order := make([]int, len(doc.Entities))
		for i := range order {
			order[i] = i
		}
		turned := turn(doc, rapid.Permutation(order).Draw(t, "order"))
		g.Locate(doc)
		g.Locate(turned)
		for i, mention := range doc.Mentions {
			got, want := turned.Entities[turned.Mentions[i].Entity], doc.Entities[mention.Entity]
			if diff := cmp.Diff(got.Location, want.Location); diff != "" {
				t.Errorf("%q in %q: got - want +\n%s", want.Name, text, diff)
			}
		}
		for i := range doc.Mentions {
			if location, found := g.Relatives(doc).At(i); found {
				doc.Entities[doc.Mentions[i].Entity].Location = &location
			}
		}
		doc.SHA256 = strings.Repeat("0", 64)
		doc.ID = doc.SHA256[:rashomon.IDLength]
		if err := doc.Check(); err != nil {
			t.Error(err)
		}
	})
}

func TestLocateIsSafeForConcurrentUse(t *testing.T) {
	t.Parallel()
	g := load(t)
	text := strings.Join(rashomontest.Phrases(t, "testdata/*.cases"), " ")
	want, _ := markedDocument(text)
	g.Locate(want)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			got, _ := markedDocument(text)
			g.Locate(got)
			if diff := cmp.Diff(got.Entities, want.Entities); diff != "" {
				t.Errorf("got - want +\n%s", diff)
			}
		})
	}
	group.Wait()
}

// added is a source with one place.
type added struct{ place gazetteer.Place }

func (a added) Named(folded string) []gazetteer.Place {
	if folded == strings.ToLower(a.place.Name) {
		return []gazetteer.Place{a.place}
	}
	return nil
}

func (a added) Spelled(string) []gazetteer.Place { return nil }

func TestWithAddsPlaces(t *testing.T) {
	t.Parallel()
	g := load(t)
	hamlet := gazetteer.Place{
		Name: "Upper Tangle Wick", Precision: rashomon.PrecisionTown, Latitude: 12, Longitude: 34, Radius: 2, Country: "SDN",
		Population: 20_000,
	}
	with := g.With(added{hamlet})
	doc, asked := markedDocument("A man called at [[Upper Tangle Wick]] , [Sudan] .")
	with.Locate(doc)
	got := doc.Entities[doc.Mentions[asked].Entity].Location
	if got == nil || got.Latitude != 12 || got.Country != "SDN" {
		t.Errorf("got %v, want the added place", got)
	}
	if found := g.Lookup("Upper Tangle Wick"); len(found) > 0 {
		t.Errorf("the gazetteer without it: got %v", found)
	}
}

func BenchmarkLookup(b *testing.B) {
	g := load(b)
	for _, name := range []string{"Benghazi", "Misurata", "Springfield", "Nowhere At All"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				g.Lookup(name)
			}
		})
	}
}

// BenchmarkLocate reads all cases as one document: a name in every five words, many more than reports have.
func BenchmarkLocate(b *testing.B) {
	g := load(b)
	text := strings.Join(rashomontest.Phrases(b, "testdata/*.cases"), " ")
	doc, _ := markedDocument(text)
	b.ReportAllocs()
	b.SetBytes(int64(len(doc.Text)))
	for b.Loop() {
		g.Locate(doc)
	}
	b.ReportMetric(float64(len(doc.Tokens)*b.N)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkLoad also tells how much memory a gazetteer takes beside the file that it is embedded in.
func BenchmarkLoad(b *testing.B) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	g, err := gazetteer.Load()
	if err != nil {
		b.Fatal(err)
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := gazetteer.Load(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/(1<<20), "MB")
	runtime.KeepAlive(g)
}

// TestMemory holds the gazetteer to its bound.
func TestMemory(t *testing.T) {
	const most = 60 << 20
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	g, err := gazetteer.Load()
	if err != nil {
		t.Fatal(err)
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	info, err := os.Stat("data/places.bin")
	if err != nil {
		t.Fatal(err)
	}
	if taken := int64(after.HeapAlloc) - int64(before.HeapAlloc) + info.Size(); taken > most {
		t.Errorf("got %d bytes, want at most %d", taken, most)
	}
	runtime.KeepAlive(g)
}
