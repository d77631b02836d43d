package plover

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func TestReadOntology(t *testing.T) {
	t.Parallel()
	o, err := readOntology(files)
	if err != nil {
		t.Fatal(err)
	}
	for _, typ := range o.types {
		for _, mode := range append(o.modes[typ.Name], Mode{}) {
			if _, found := o.toCAMEO[typeMode{typ.Name, mode.Name}]; !found {
				t.Errorf("%s %s has no code in to_cameo.txt", typ.Name, mode.Name)
			}
		}
	}
	if got := slices.Collect(maps.Keys(o.fromCAMEO)); len(got) != 279 {
		t.Errorf("got %d codes of CAMEO, want 279", len(got))
	}
}

// TestReadOntologyNamesTheLine puts one bad line behind good files.
func TestReadOntologyNamesTheLine(t *testing.T) {
	t.Parallel()
	good := map[string]string{
		"types": "AID|material cooperation|10|help", "modes": "AID|food|9|with food", "contexts": "health|illness",
		"sectors": "MED|doctors", "cameo": "070|AID|food|health|help", "exchanged": "070|turned", "to_cameo": "AID|food|070",
	}
	for _, test := range []struct{ file, line, want string }{
		{"types", "AID|material cooperation|10|help", `the type "AID" stands twice`},
		{"types", "HELP|cooperation|10|help", `"cooperation" is no quad class`},
		{"types", "HELP|material cooperation|ten|help", `"ten" is no intensity from -10 to 10`},
		{"types", "HELP|material cooperation|NaN|help", `"NaN" is no intensity from -10 to 10`},
		{"types", "HELP|material cooperation|10.5|help", `"10.5" is no intensity from -10 to 10`},
		{"types", "HELP|material cooperation|10", "got 3 columns, want 4"},
		{"modes", "HELP|money|9|", `want a type and a mode, got "HELP" and "money"`},
		{"modes", "AID||9|", `want a type and a mode, got "AID" and ""`},
		{"modes", "AID|food|9|", `the mode "food" stands twice`},
		{"modes", "AID|money|11|", `"11" is no intensity from -10 to 10`},
		{"contexts", "health|illness", `the context "health" stands twice`},
		{"sectors", "MED|nurses", `the sector "MED" stands twice`},
		{"cameo", "7|AID|||", `"7" is no code of CAMEO`},
		{"cameo", "070|AID|||", `the code 070 stands twice`},
		{"cameo", "071|AID||health wealth|", `"wealth" is no context`},
		{"cameo", "071|HELP|||", `"HELP" is no type`},
		{"cameo", "071|AID|money||", `"money" is no mode of AID`},
		{"exchanged", "071|turned", `the code "071" is not in cameo.txt`},
		{"to_cameo", "AID||071", `the code "071" is not in cameo.txt`},
		{"to_cameo", "AID|food|070", `AID food stands twice`},
		{"to_cameo", "HELP||070", `"HELP" is no type`},
	} {
		t.Run(test.file+" "+test.line, func(t *testing.T) {
			t.Parallel()
			files := fstest.MapFS{}
			for name, line := range good {
				files["data/"+name+".txt"] = &fstest.MapFile{Data: []byte(line + "\n")}
			}
			if _, err := readOntology(files); err != nil {
				t.Fatalf("the good files: %v", err)
			}
			path := "data/" + test.file + ".txt"
			files[path].Data = append(files[path].Data, test.line...)
			_, err := readOntology(files)
			want := fmt.Sprintf("%s:2: %s", path, test.want)
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("got %v, want %s", err, want)
			}
		})
	}
}

// TestFilesInOrder: codes of CAMEO stand in their order, and the modes in the order of the types, so that a line is
// found by eye.
func TestFilesInOrder(t *testing.T) {
	t.Parallel()
	o := known()
	last := map[string]string{}
	inOrder := func(file, key string) {
		if key < last[file] {
			t.Errorf("%s: %q stands after %q", file, key, last[file])
		}
		last[file] = key
	}
	rank := func(typ string) string {
		return fmt.Sprintf("%02d", slices.IndexFunc(o.types, func(t Type) bool { return t.Name == typ }))
	}
	for file, order := range map[string]struct {
		columns int
		key     func(columns []string) string
	}{
		"cameo":    {5, func(columns []string) string { return columns[0] }},
		"modes":    {4, func(columns []string) string { return rank(columns[0]) }},
		"to_cameo": {3, func(columns []string) string { return rank(columns[0]) }},
	} {
		if err := eachLine(files, file, order.columns, func(columns []string) error {
			inOrder(file, order.key(columns))
			return nil
		}); err != nil {
			t.Error(err)
		}
	}
}
