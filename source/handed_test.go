package source_test

import (
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rashomon"
	"rashomon/source"
)

// gathered returns the originals of a sequence, and its errors as they are told.
func gathered(sequence iter.Seq2[rashomon.Original, error]) (originals []rashomon.Original, errs []string) {
	for original, err := range sequence {
		if err != nil {
			errs = append(errs, err.Error())
			continue
		}
		originals = append(originals, original)
	}
	return originals, errs
}

// TestHanded calls what is handed in by its name, wherever it lies.
func TestHanded(t *testing.T) {
	t.Parallel()
	folder := writeFiles(t, map[string]string{
		"0": zipped(t, member{name: "a.txt", content: "The first."}, member{name: "b.txt", content: "The second."}), "1": "Words.", "2": "", "3": "\x00\x01", "4": zipped(t),
	})
	for _, c := range []struct {
		file, name string
		want       []string // addresses
		err        string   // the beginning of its error
	}{
		{"0", "two.zip", []string{"two.zip!a.txt", "two.zip!b.txt"}, ""},
		{"1", "words.txt", []string{"words.txt"}, ""},
		{"1", "../../etc/passwd", []string{"../../etc/passwd"}, ""}, // a name, and never a path
		{"2", "empty.txt", nil, "empty.txt: the file is empty"},
		{"3", "junk", nil, "junk: neither its name nor its first bytes tell"},
		{"4", "none.zip", nil, "none.zip: "},
	} {
		file, err := os.Open(filepath.Join(folder, c.file))
		if err != nil {
			t.Fatal(err)
		}
		originals, errs := gathered(source.Options{}.Handed(t.Context(), file, c.name))
		_ = file.Close()
		if !slices.Equal(addresses(originals), c.want) || len(errs) > 1 || (len(errs) == 1) != (c.err != "") || len(errs) == 1 && !strings.HasPrefix(errs[0], c.err) {
			t.Errorf("%s: got %q, errors %q, want %q, %q", c.name, addresses(originals), errs, c.want, c.err)
		}
	}
}

// TestPageOpensNoFile: whatever is given as an address, no file of this machine is read.
func TestPageOpensNoFile(t *testing.T) {
	t.Parallel()
	folder := writeFiles(t, map[string]string{"secret.txt": "A secret.", "http:/x/secret.txt": "A secret."})
	for _, address := range []string{
		filepath.Join(folder, "secret.txt"), folder, "file://" + folder + "/secret.txt", "-", "", " ", "*", "http:/x/secret.txt", "//host/secret.txt", "http:", "javascript:1",
	} {
		if originals, errs := gathered(source.Options{Input: strings.NewReader("typed")}.Page(t.Context(), address)); len(originals) != 0 || len(errs) != 1 {
			t.Errorf("%q: got %q, errors %q", address, addresses(originals), errs)
		}
	}
}
