package rashomon_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// allowed is the map of the module: which packages of ours each package may import. "" is the root. The tests of any
// package may import rashomontest besides, and tests that meet real text may import what they compare with (tested).
var allowed = map[string][]string{
	"":             {},
	"archive":      {""},
	"attribution":  {"", "datafile"},
	"claim":        {"", "datafile", "network"},
	"claim/train":  {"", "claim", "reader", "source"},
	"cmd/rashomon": {"*"},
	"conllu":       {""},
	"datafile":     {},
	"dating":       {"", "datafile", "entity/code", "tense"},
	"compare": {
		"", "digest", "compare/change", "compare/figure", "compare/ground", "compare/point", "compare/position", "compare/prediction",
		"compare/silence", "compare/sorting", "concurrent",
	},
	"compare/change": {"", "compare/figure", "compare/ground", "digest", "datafile"},
	"concurrent":     {},
	"compare/figure": {"", "compare/ground", "digest", "datafile", "network", "wordnet"},
	"compare/ground": {"", "concurrent", "digest", "network"},
	"compare/point": {
		"", "compare/ground", "compare/sorting", "concurrent", "digest", "datafile", "logistic", "network", "network/matrix", "wordnet",
	},
	"compare/position":         {"", "compare/ground", "digest", "datafile"},
	"compare/prediction":       {"", "compare/ground", "digest", "datafile", "logistic", "network", "wordnet"},
	"compare/prediction/train": {"", "answerkey", "compare/ground", "compare/prediction", "digest", "link", "logistic"},
	"compare/silence":          {"", "compare/figure", "compare/ground", "digest", "datafile"},
	"compare/sorting":          {},
	"correct":                  {"", "digest", "link", "link/echo", "link/happening", "link/party", "timex"},
	"digest":                   {""},
	"digest/digesttest": {
		"", "answerkey", "attribution", "digest", "event", "examples", "factuality", "framing", "link/party", "network", "quantity", "rashomontest",
		"reader", "source", "timex",
	},
	"entity":             {"", "datafile", "entity/code", "entity/name"},
	"entity/code":        {"", "datafile"},
	"entity/code/build":  {},
	"entity/name":        {"", "entity/code", "entity/name/chain", "network"},
	"entity/name/chain":  {"network/matrix"},
	"entity/name/train":  {"", "entity/code", "entity/name", "entity/name/chain", "network", "network/learn", "segment"},
	"event":              {"", "datafile", "event/plover", "wordnet"},
	"event/plover":       {"datafile"},
	"event/petrarch":     {"", "datafile"},
	"examples":           {},
	"export":             {"", "digest"},
	"factuality":         {"", "datafile"},
	"framing":            {"", "datafile"},
	"gazetteer":          {"", "gazetteer/spelling", "gazetteer/table"},
	"gazetteer/build":    {"gazetteer/spelling", "gazetteer/table"},
	"gazetteer/spelling": {},
	"gazetteer/table":    {},
	"answerkey":          {"", "digest", "link/happening/coreference", "reader", "source"},
	"compare/point/train": {
		"", "answerkey", "compare/ground", "compare/point", "link", "logistic",
	},
	"intake":         {"", "archive", "gazetteer", "reader", "source"},
	"link":           {"", "digest", "link/echo", "link/happening", "link/party"},
	"link/echo":      {"", "concurrent", "digest", "datafile"},
	"link/happening": {"", "concurrent", "digest", "link/happening/pair"},

	"link/happening/coreference": {""},
	"link/happening/pair":        {"", "datafile", "digest", "network"},
	"link/happening/train": {
		"", "answerkey", "digest", "link/happening", "link/happening/coreference", "link/happening/pair", "link/happening/train/boost",
		"link/happening/train/stories", "link/party", "reader", "source",
	},
	"link/happening/train/boost":   {"link/happening/pair"},
	"link/happening/train/stories": {"", "source"},
	"link/party":                   {"", "digest", "datafile", "gazetteer/spelling"},
	"logistic":                     {},
	"number":                       {""},
	"quantity":                     {"", "number"},
	"rashomontest":                 {"", "conllu"},
	"reader": {
		"", "attribution", "dating", "entity", "entity/name", "event", "factuality", "framing", "gazetteer", "quantity", "segment", "stance", "syntax",
		"timex",
	},
	"report":  {"", "archive", "view"},
	"score":   {""},
	"segment": {""},
	"source": {
		"", "source/date", "source/frame", "source/language", "source/pdf", "source/typography",
	},
	"source/date":       {},
	"source/frame":      {"", "source/date", "source/typography"},
	"source/language":   {},
	"source/pdf":        {"", "source/typography"},
	"source/typography": {},
	"network":           {"", "network/matrix"},
	"network/learn":     {"", "network", "network/matrix", "segment"},
	"network/matrix":    {},
	"stance":            {"", "datafile", "network", "network/matrix"},
	"stance/train":      {"", "network", "network/learn", "network/matrix", "reader", "stance"},
	"syntax":            {"", "network", "network/matrix", "syntax/model"},
	"syntax/model":      {"network"},
	"tense":             {"", "datafile"},
	"timex":             {"", "number", "tense"},
	"ui":                {},
	"view":              {"", "archive", "compare", "compare/figure", "compare/ground", "compare/position", "concurrent", "correct", "digest", "event/plover", "link"},
	"web":               {"", "archive", "intake", "report", "source", "view"},
	"syntax/train":      {"", "conllu", "network", "network/learn", "network/matrix", "syntax"},
	"wordnet":           {"datafile"},
	"wordnet/build":     {"wordnet"},
}

// tested is what the tests of a package may import beyond that.
var tested = map[string][]string{
	"link/happening": {"link/happening/coreference", "link/party", "reader", "score", "source"},
	"entity/name":    {"network/matrix", "segment"},
	"timex":          {"segment", "syntax"},
	"source/frame":   {"source"},
	"event/petrarch": {"segment", "syntax"},
	"examples":       {"source"},
	"number":         {"segment"},
	"quantity":       {"conllu", "score", "segment", "syntax", "timex"},
	"segment":        {"conllu", "score"},
	"score":          {"conllu"},
	"stance":         {"conllu", "reader"},
	"syntax":         {"conllu", "score", "segment"},
	"attribution":    {"conllu", "reader", "score", "source"},
	"dating":         {"reader", "source", "timex"},
	"claim":          {"attribution", "conllu", "quantity", "reader"},
	"entity":         {"conllu"},
	"link":           {"digest/digesttest"},
	"link/echo":      {"answerkey", "digest/digesttest"},
	"event":          {"attribution", "conllu", "reader", "score", "source"},
	"factuality":     {"reader", "score", "source"},
	"framing":        {"attribution", "reader", "score", "source"},
	"reader":         {"score", "source"},
	"report":         {"digest", "digest/digesttest"},
	"link/party":     {"digest/digesttest"},
	"archive":        {"reader", "source"},
	"correct":        {"compare", "compare/ground", "examples", "export", "reader", "source"},
	"compare":        {"answerkey", "digest/digesttest", "examples", "export", "link", "reader", "source"},

	"compare/change":     {"compare", "digest/digesttest", "link"},
	"compare/figure":     {"answerkey", "digest/digesttest", "link", "link/party"},
	"compare/point":      {"digest/digesttest"},
	"compare/position":   {"digest/digesttest", "link"},
	"compare/prediction": {"answerkey", "digest/digesttest", "link"},
	"compare/silence":    {"digest/digesttest", "link"},
	"digest":             {"digest/digesttest", "reader"},
	"view":               {"digest/digesttest", "examples", "rashomontest", "reader", "source"},
	"web":                {"digest", "digest/digesttest", "examples", "reader"},
}

// TestImportsPointOneWay parses the files itself: `go list` in a test is cached and misses new imports.
func TestImportsPointOneWay(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && path != "." && (strings.HasPrefix(entry.Name(), ".") || entry.Name() == "testdata" || entry.Name() == "node_modules") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, ".go") {
			return nil
		}
		pkg := strings.TrimPrefix(filepath.ToSlash(filepath.Dir(path)), ".")
		seen[pkg] = true
		if _, known := allowed[pkg]; !known {
			t.Errorf("%s: the package %q is not on the map; put it there with what it may import", path, pkg)
		}
		for _, imported := range imports(t, path) {
			if !mayImport(pkg, imported, strings.HasSuffix(path, "_test.go")) {
				t.Errorf("%s: %q may not import %q", path, pkg, imported)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for pkg := range allowed {
		if !seen[pkg] {
			t.Errorf("the map names the package %q, which does not exist", pkg)
		}
	}
}

// forTests are the packages that no program imports.
var forTests = []string{"rashomontest", "digest/digesttest"}

func mayImport(pkg, imported string, inTest bool) bool {
	may := allowed[pkg]
	if slices.Contains(may, imported) || slices.Contains(may, "*") && !slices.Contains(forTests, imported) {
		return true
	}
	return inTest && (imported == pkg || imported == "" || imported == "rashomontest" || slices.Contains(tested[pkg], imported))
}

// imports returns the packages of this module that a file imports, without the module's name.
func imports(t *testing.T, path string) []string {
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	var ours []string
	for _, spec := range file.Imports {
		imported := strings.Trim(spec.Path.Value, `"`)
		if imported == "rashomon" {
			ours = append(ours, "")
		} else if rest, found := strings.CutPrefix(imported, "rashomon/"); found {
			ours = append(ours, rest)
		}
	}
	return ours
}
