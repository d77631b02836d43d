package gazetteer_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon"
	"rashomon/gazetteer"
	"rashomon/gazetteer/spelling"
)

// dumpLine makes a line of a dump of our own.
func dumpLine(id int, name, alternates, latitude, longitude, class, code, country, province, population string) string {
	fields := make([]string, 19)
	fields[0], fields[1], fields[2], fields[3] = fmt.Sprint(id), name, name, alternates
	fields[4], fields[5], fields[6], fields[7] = latitude, longitude, class, code
	fields[8], fields[10], fields[14] = country, province, population
	return strings.Join(fields, "\t")
}

var dumpLines = []string{
	dumpLine(900000001, "Wādī Zarquz", "Wadi Zarquz,Oued Zarkouz,وادي,WZQ", "30.5", "17.25", "P", "PPL", "LY", "76", "1200"),
	dumpLine(900000002, "Zarquz Governorate", "", "30.1", "17.5", "A", "ADM1", "LY", "99", "40000"),
	dumpLine(900000003, "Zarquz Airport", "", "30.51", "17.2", "S", "AIRP", "LY", "76", ""),
	dumpLine(900000004, "Old Road", "", "30", "17", "R", "RD", "LY", "76", "0"),
	dumpLine(900000005, "Former District", "", "30", "17", "A", "ADM2H", "LY", "76", "0"),
	dumpLine(900000006, "Lake Zarquz", "", "30.2", "17.4", "H", "LK", "LY", "76", "0"),
}

// readDump returns the places and the errors of a dump.
func readDump(t testing.TB, content []byte) (places []gazetteer.DumpPlace, failures []string) {
	t.Helper()
	for place, err := range load(t).ReadDump("XX.txt", bytes.NewReader(content), int64(len(content))) {
		if err == nil {
			places = append(places, place)
			continue
		}
		var known *rashomon.Error
		if !errors.As(err, &known) || known.Kind == "" || known.Place == "" {
			t.Errorf("got %v, want an error with a kind and a place", err)
			continue
		}
		failures = append(failures, err.Error())
	}
	return places, failures
}

func TestReadDump(t *testing.T) {
	t.Parallel()
	content := []byte(strings.Join(dumpLines, "\r\n") + "\n\n")
	want := []gazetteer.DumpPlace{
		{
			Place: gazetteer.Place{
				Name: "Wādī Zarquz", Precision: rashomon.PrecisionTown, Latitude: 30.5, Longitude: 17.25, Radius: 2,
				Country: "LBY", Province: "LY.76", GeoNames: 900000001, Population: 1200,
			},
			Folded: []string{"wadi zarquz", "oued zarkouz"}, Keys: []string{"wdzrkz"},
		},
		{
			Place: gazetteer.Place{
				Name: "Zarquz Governorate", Precision: rashomon.PrecisionProvince, Latitude: 30.1, Longitude: 17.5, Radius: 50,
				Country: "LBY", Province: "LY.99", GeoNames: 900000002,
			},
			Folded: []string{"zarquz governorate", "zarquz"}, Keys: []string{"zrkz"},
		},
		{
			Place: gazetteer.Place{
				Name: "Zarquz Airport", Precision: rashomon.PrecisionPoint, Latitude: 30.51, Longitude: 17.2, Radius: 3,
				Country: "LBY", Province: "LY.76", GeoNames: 900000003,
			},
			Folded: []string{"zarquz airport"}, Keys: []string{"zrkzrprt"},
		},
		{
			Place: gazetteer.Place{
				Name: "Lake Zarquz", Precision: rashomon.PrecisionRegion, Latitude: 30.2, Longitude: 17.4, Radius: 15,
				Country: "LBY", Province: "LY.76", GeoNames: 900000006,
			},
			Folded: []string{"lake zarquz"}, Keys: []string{"lkzrkz"},
		},
	}
	for name, content := range map[string][]byte{"text": content, "zip": zipped(t, "XX.txt", content)} {
		got, failures := readDump(t, content)
		if len(failures) > 0 {
			t.Errorf("%s: got %v", name, failures)
		}
		if diff := cmp.Diff(got, want); diff != "" {
			t.Errorf("%s: got - want +\n%s", name, diff)
		}
	}
}

func zipped(t testing.TB, name string, content []byte) []byte {
	t.Helper()
	var packed bytes.Buffer
	archive := zip.NewWriter(&packed)
	for _, member := range []string{"readme.txt", name} {
		file, err := archive.Create(member)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := file.Write(content); err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return packed.Bytes()
}

func TestReadDumpNamesTheLine(t *testing.T) {
	t.Parallel()
	remedy := "; give a file of GeoNames' dump, 19 columns between tabs"
	good := dumpLines[0]
	for name, test := range map[string]struct{ line, want string }{
		"columns":     {"1\t2\t3", "XX.txt:2: 3 columns, want 19" + remedy},
		"number":      {strings.Replace(good, "900000001", "x", 1), "XX.txt:2: its number is not a number" + remedy},
		"coordinates": {strings.Replace(good, "30.5", "95", 1), "XX.txt:2: its coordinates are nowhere on Earth" + remedy},
		"not finite":  {strings.Replace(good, "30.5", "NaN", 1), "XX.txt:2: its coordinates are nowhere on Earth" + remedy},
		"population":  {strings.Replace(good, "1200", "-1", 1), "XX.txt:2: its population is not a number" + remedy},
		"encoding":    {strings.Replace(good, "ā", "\xff", 1), "XX.txt:2: not valid UTF-8" + remedy},
		"no name":     {strings.Replace(good, "Wādī Zarquz", "-", 1), "XX.txt:2: no name, or one of more than 200 bytes" + remedy},
	} {
		places, failures := readDump(t, []byte(good+"\n"+test.line+"\n"+good))
		if len(places) != 2 || !slices.Equal(failures, []string{test.want}) {
			t.Errorf("%s: got %d places and %q, want 2 and %q", name, len(places), failures, test.want)
		}
	}
}

func TestReadDumpRefuses(t *testing.T) {
	t.Parallel()
	for name, content := range map[string][]byte{
		"a long line": []byte(strings.Repeat("a", 1<<17)), "half a zip file": zipped(t, "XX.txt", nil)[:30],
		"no text in it": zipped(t, "notes.pdf", nil), "two in it": zipped(t, "readme.txt", nil),
	} {
		places, failures := readDump(t, content)
		if len(places) != 0 || len(failures) != 1 {
			t.Errorf("%s: got %d places and %q, want one error", name, len(places), failures)
		}
	}
}

// FuzzReadDump: places lie on Earth and are found by their names; no line gives more than a place or an error; and a bad
// line in front gives one error more and changes no place.
func FuzzReadDump(f *testing.F) {
	for _, line := range dumpLines {
		f.Add([]byte(line))
	}
	f.Add([]byte(strings.Join(dumpLines, "\n")))
	f.Add([]byte("1\t2\n\xff"))
	f.Fuzz(func(t *testing.T, content []byte) {
		if bytes.HasPrefix(content, []byte("PK\x03\x04")) {
			return // the bad line in front would make a text of it
		}
		places, failures := readDump(t, content)
		if lines := bytes.Count(content, []byte("\n")) + 1; len(places)+len(failures) > lines {
			t.Errorf("%d places and %d errors from %d lines", len(places), len(failures), lines)
		}
		for _, place := range places {
			isOnEarth := place.Latitude >= -90 && place.Latitude <= 90 && place.Longitude >= -180 && place.Longitude <= 180
			isNamed := slices.Contains(place.Folded, spelling.Fold(place.Name))
			if !isOnEarth || place.Radius <= 0 || place.Population < 0 || !isNamed {
				t.Errorf("got %+v", place)
			}
		}
		again, more := readDump(t, slices.Concat([]byte("bad\n"), content))
		if diff := cmp.Diff(again, places); diff != "" || len(more) != len(failures)+1 {
			t.Errorf("behind a bad line: %d errors after %d, and got - want +\n%s", len(more), len(failures), diff)
		}
	})
}

func BenchmarkReadDump(b *testing.B) {
	g := load(b)
	content := []byte(strings.Repeat(strings.Join(dumpLines, "\n")+"\n", 100))
	b.ReportAllocs()
	b.SetBytes(int64(len(content)))
	for b.Loop() {
		for _, err := range g.ReadDump("XX.txt", bytes.NewReader(content), int64(len(content))) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}
