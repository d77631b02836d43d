package rashomontest

import (
	"bufio"
	"os"
	"path/filepath"
	"testing"
)

// Bench returns the path of a file of the benches, which are large and lie outside the project: in $RASHOMON_BENCH, else
// in ../shared/bench beside the checkout. Where it is absent the test is skipped aloud.
func Bench(t testing.TB, elements ...string) string {
	t.Helper()
	root := os.Getenv("RASHOMON_BENCH")
	if root == "" {
		root = filepath.Join(moduleRoot(t), "..", "shared", "bench")
	}
	path := filepath.Join(append([]string{root}, elements...)...)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("SKIPPED: the bench %s is not here; set RASHOMON_BENCH to the folder of the benches", filepath.Join(elements...))
	}
	return path
}

// EachLine calls read with every line of a file of JSON Lines.
func EachLine(t testing.TB, path string, read func(line []byte)) {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		read(lines.Bytes())
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
}

// moduleRoot returns the folder of go.mod, at or above the test's working folder.
func moduleRoot(t testing.TB) string {
	t.Helper()
	folder, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(folder, "go.mod")); err == nil {
			return folder
		}
		parent := filepath.Dir(folder)
		if parent == folder {
			t.Fatal("no go.mod at or above the working folder")
		}
		folder = parent
	}
}
