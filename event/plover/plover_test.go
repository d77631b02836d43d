package plover_test

import (
	"bufio"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rashomon/datafile"
	"rashomon/event/plover"
	"rashomon/rashomontest"
)

// TestOntology prints the ontology without its words, as it comes out of the files: intensities, codes of CAMEO and
// what they give back, contexts, sectors, and every code of CAMEO.
func TestOntology(t *testing.T) {
	t.Parallel()
	var text strings.Builder
	for _, typ := range plover.Types() {
		fmt.Fprintf(&text, "%s %s\n", typ.Name, typ.Quad)
		printMode(&text, typ.Name, "")
		for _, mode := range plover.Modes(typ.Name) {
			printMode(&text, typ.Name, mode.Name)
		}
	}
	text.WriteString("\ncontexts:")
	for _, context := range plover.Contexts() {
		text.WriteString(" " + context.Name)
	}
	text.WriteString("\nsectors:")
	for _, sector := range plover.Sectors() {
		text.WriteString(" " + sector.Code)
	}
	text.WriteString("\n\n")
	for _, code := range codes(t) {
		coding, _ := plover.FromCAMEO(code)
		fmt.Fprintln(&text, code, describe(coding))
	}
	rashomontest.Golden(t, "testdata/ontology.golden", []byte(text.String()))
}

// printMode prints a line of the golden file. "0831 = CONCEDE" tells that the code does not give type and mode back.
func printMode(text *strings.Builder, typ, mode string) {
	code := plover.CAMEO(typ, mode)
	fmt.Fprintf(text, "\t%-14s %5.1f %s", mode, plover.Intensity(typ, mode), code)
	if back, _ := plover.FromCAMEO(code); back.Type != typ || back.Mode != mode {
		fmt.Fprintf(text, " = %s", strings.TrimSpace(back.Type+" "+back.Mode))
	}
	text.WriteString("\n")
}

func describe(coding plover.Coding) string {
	words := []string{coding.Type}
	if coding.Mode != "" {
		words = append(words, coding.Mode)
	}
	if len(coding.Contexts) > 0 {
		words = append(words, "("+strings.Join(coding.Contexts, " ")+")")
	}
	if coding.Exchanged {
		words = append(words, "exchanged")
	}
	return strings.Join(words, " ")
}

// codes returns the codes of cameo.txt.
func codes(t testing.TB) []string {
	t.Helper()
	var codes []string
	if err := datafile.Each(os.DirFS("data"), "cameo.txt", 5, func(columns []string) error {
		codes = append(codes, columns[0])
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return codes
}

// TestCounts: the manual has 16 types, 67 modes in its tables, 37 contexts and 25 sectors, and CAMEO's cue categories
// from 03 to 20 all mean something.
func TestCounts(t *testing.T) {
	t.Parallel()
	modes := 0
	for _, typ := range plover.Types() {
		modes += len(plover.Modes(typ.Name))
	}
	got := []int{len(plover.Types()), modes, len(plover.Contexts()), len(plover.Sectors())}
	if want := []int{16, 67, 37, 25}; !slices.Equal(got, want) {
		t.Errorf("types, modes, contexts, sectors: got %v, want %v", got, want)
	}
	for category := 1; category <= 20; category++ {
		code := fmt.Sprintf("%02d", category)
		if _, found := plover.FromCAMEO(code); found != (category > 2) {
			t.Errorf("the cue category %s: got %t", code, found)
		}
	}
}

// TestQuads: types stand in the order of their quad classes, 4, 3, 4 and 5 of each, cooperation is no conflict, and the
// modes of a type are on its side of the scale, but for those of REQUEST, which is its middle.
func TestQuads(t *testing.T) {
	t.Parallel()
	var quads []plover.Quad
	for _, typ := range plover.Types() {
		quads = append(quads, typ.Quad)
		cooperation := typ.Quad == plover.QuadVerbalCooperation || typ.Quad == plover.QuadMaterialCooperation
		for _, mode := range append(plover.Modes(typ.Name), plover.Mode{Intensity: typ.Intensity}) {
			if typ.Name != "REQUEST" && cooperation != (mode.Intensity > 0) {
				t.Errorf("%s %s is %s with %g", typ.Name, mode.Name, typ.Quad, mode.Intensity)
			}
		}
	}
	want := slices.Concat(
		slices.Repeat([]plover.Quad{plover.QuadVerbalCooperation}, 4),
		slices.Repeat([]plover.Quad{plover.QuadMaterialCooperation}, 3),
		slices.Repeat([]plover.Quad{plover.QuadVerbalConflict}, 4),
		slices.Repeat([]plover.Quad{plover.QuadMaterialConflict}, 5),
	)
	if !slices.Equal(quads, want) {
		t.Errorf("got %v, want %v", quads, want)
	}
}

// TestEverythingIsTold: nothing stands without a name or a definition.
func TestEverythingIsTold(t *testing.T) {
	t.Parallel()
	told := func(name, definition string) {
		if name == "" || definition == "" {
			t.Errorf("%q: %q", name, definition)
		}
	}
	for _, typ := range plover.Types() {
		told(typ.Name, typ.Definition)
		for _, mode := range plover.Modes(typ.Name) {
			told(mode.Name, mode.Definition)
		}
	}
	for _, context := range plover.Contexts() {
		told(context.Name, context.Definition)
	}
	for _, sector := range plover.Sectors() {
		told(sector.Code, sector.Meaning)
	}
	for _, code := range codes(t) {
		coding, _ := plover.FromCAMEO(code)
		told(coding.Code, coding.Meaning)
	}
}

// TestBackFromCAMEO: the code for a type alone gives the type and no mode. The code for a mode gives both wherever some
// code does; else the type, or, where PLOVER has made two types of one cue category, that category.
func TestBackFromCAMEO(t *testing.T) {
	t.Parallel()
	told := map[string]bool{}
	for _, code := range codes(t) {
		coding, _ := plover.FromCAMEO(code)
		told[coding.Type+" "+coding.Mode] = true
	}
	for _, typ := range plover.Types() {
		alone := plover.CAMEO(typ.Name, "")
		for _, mode := range append(plover.Modes(typ.Name), plover.Mode{}) {
			code := plover.CAMEO(typ.Name, mode.Name)
			back, found := plover.FromCAMEO(code)
			switch {
			case !found || back.Code != code:
				t.Errorf("%s %s: the code %q is not known", typ.Name, mode.Name, code)
			case mode.Name == "" || told[typ.Name+" "+mode.Name]:
				if back.Type != typ.Name || back.Mode != mode.Name {
					t.Errorf("%s %s: %s gives %s %s", typ.Name, mode.Name, code, back.Type, back.Mode)
				}
			case back.Type != typ.Name && code[:2] != alone[:2]:
				t.Errorf("%s %s: %s gives %s", typ.Name, mode.Name, code, back.Type)
			}
		}
	}
}

func TestFromCAMEO(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ code, known, want string }{
		{"195", "195", "ASSAULT aerial (military)"},
		{"1959", "195", "ASSAULT aerial (military)"},
		{"043", "043", "CONSULT visit exchanged"},
		{"2", "", ""},
		{"011", "", ""},
		{"19500", "", ""},
		{"-19", "", ""},
		{"190:190", "", ""},
		{"١٩٠", "", ""},
		{"", "", ""},
	} {
		t.Run(test.code, func(t *testing.T) {
			t.Parallel()
			coding, found := plover.FromCAMEO(test.code)
			if found != (test.known != "") || coding.Code != test.known || describe(coding) != test.want {
				t.Errorf("got %t %q %q, want %q %q", found, coding.Code, describe(coding), test.known, test.want)
			}
		})
	}
}

func TestNotKnown(t *testing.T) {
	t.Parallel()
	if _, found := plover.TypeOf("FIGHT"); found || plover.Modes("FIGHT") != nil || plover.CAMEO("FIGHT", "aerial") != "" {
		t.Error("FIGHT is a type")
	}
	if got := plover.Intensity("FIGHT", "aerial"); got != 0 {
		t.Errorf("the intensity of no type: got %g, want 0", got)
	}
	if got := plover.CAMEO("ASSAULT", "hunger"); got != "190" {
		t.Errorf("a mode of another type: got %s, want 190", got)
	}
	if got := plover.Intensity("ASSAULT", "hunger"); got != -9 {
		t.Errorf("a mode of another type: got %g, want -9", got)
	}
}

// TestNothingIsShared: who changes what came out changes nothing for others.
func TestNothingIsShared(t *testing.T) {
	t.Parallel()
	plover.Types()[0].Name, plover.Modes("ASSAULT")[0].Name = "", ""
	plover.Contexts()[0].Name, plover.Sectors()[0].Code = "", ""
	coding, _ := plover.FromCAMEO("195")
	coding.Contexts[0] = ""
	again, _ := plover.FromCAMEO("195")
	if plover.Types()[0].Name == "" || plover.Modes("ASSAULT")[0].Name == "" || plover.Contexts()[0].Name == "" ||
		plover.Sectors()[0].Code == "" || again.Contexts[0] == "" {
		t.Error("a caller changed the ontology")
	}
}

// TestSectorsAreThoseOfEntityCode: the package that codes parties has the same list, in the same order.
func TestSectorsAreThoseOfEntityCode(t *testing.T) {
	t.Parallel()
	var got, want []string
	for _, sector := range plover.Sectors() {
		got = append(got, sector.Code)
	}
	if err := datafile.Each(os.DirFS("../../entity/code/data"), "sectors.txt", 3, func(columns []string) error {
		if columns[1] == "sector" {
			want = append(want, columns[0])
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestConversionTable reads the ontology's own table of conversion: every code of it is known, and a golden file lists
// where ours goes another way, for the reasons in cameo.txt.
func TestConversionTable(t *testing.T) {
	t.Parallel()
	file, err := os.Open(rashomontest.Bench(t, "plover", "CAMEO2PLOVER-2021.txt"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	line := regexp.MustCompile(`^(\d{3,4}): ([A-Z]+), *([^,]*?) *, *([^#]*?) *#`)
	var departures []string
	read := map[string]bool{}
	for lines := bufio.NewScanner(file); lines.Scan(); {
		fields := line.FindStringSubmatch(lines.Text())
		if fields == nil || read[fields[1]] {
			continue
		}
		read[fields[1]] = true
		contexts := strings.Fields(strings.ReplaceAll(fields[4], ";", " "))
		want := describe(plover.Coding{Type: fields[2], Mode: fields[3], Contexts: contexts})
		coding, _ := plover.FromCAMEO(fields[1])
		if coding.Code != fields[1] {
			t.Errorf("the code %s is not known", fields[1])
		}
		coding.Exchanged = false
		if got := describe(coding); got != want {
			departures = append(departures, fmt.Sprintf("%s %s, for %s\n", fields[1], got, want))
		}
	}
	if len(read) != 256 {
		t.Errorf("got %d codes of the table, want 256", len(read))
	}
	slices.Sort(departures)
	rashomontest.Golden(t, "testdata/departures.golden", []byte(strings.Join(departures, "")))
}

// TestFromCAMEOReadsBeginnings: a code means what the longest of its beginnings on the list means.
func TestFromCAMEOReadsBeginnings(t *testing.T) {
	t.Parallel()
	listed := codes(t)
	rapid.Check(t, func(t *rapid.T) {
		checkBeginnings(t, listed, rapid.StringMatching(`[0-2]?\d{0,4}`).Draw(t, "code"))
	})
}

func FuzzFromCAMEO(f *testing.F) {
	listed := codes(f)
	for _, code := range listed {
		f.Add(code)
	}
	f.Fuzz(func(t *testing.T, code string) { checkBeginnings(t, listed, code) })
}

func checkBeginnings(t rapid.TB, listed []string, code string) {
	want := ""
	for _, beginning := range listed {
		if strings.HasPrefix(code, beginning) && len(beginning) > len(want) && digits.MatchString(code) && len(code) <= 4 {
			want = beginning
		}
	}
	coding, found := plover.FromCAMEO(code)
	if found != (want != "") || coding.Code != want {
		t.Errorf("%q: got %t %q, want %q", code, found, coding.Code, want)
	}
	if _, known := plover.TypeOf(coding.Type); found && !known {
		t.Errorf("%q: %q is no type", code, coding.Type)
	}
}

var digits = regexp.MustCompile(`^[0-9]+$`)
