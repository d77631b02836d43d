package source_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rashomon/source"
)

// TestLinksOutOfAFolder follows a link in a folder only where it leads to a file of the folder, or is named outright.
func TestLinksOutOfAFolder(t *testing.T) {
	t.Parallel()
	folder := writeFiles(t, map[string]string{"secret.txt": "Not of the folder.", "in/a.txt": "Of the folder.", "in/sub/b.txt": "Of the folder too."})
	in := filepath.Join(folder, "in")
	for link, to := range map[string]string{"out.txt": "../secret.txt", "absolute.txt": filepath.Join(folder, "secret.txt"), "within.txt": "sub/b.txt"} {
		if err := os.Symlink(to, filepath.Join(in, link)); err != nil {
			t.Skip("SKIPPED: no links here: ", err)
		}
	}
	want := []string{filepath.Join(in, "a.txt"), filepath.Join(in, "sub/b.txt"), filepath.Join(in, "within.txt")}
	if originals, errs := open(t, source.Options{}, in); !slices.Equal(addresses(originals), want) || len(errs) > 0 {
		t.Errorf("got %q, errors %q, want %q", addresses(originals), errs, want)
	}
	named := filepath.Join(in, "out.txt")
	if originals, errs := open(t, source.Options{}, named); !slices.Equal(addresses(originals), []string{named}) || len(errs) > 0 {
		t.Errorf("named outright: got %q, errors %q", addresses(originals), errs)
	}
	root := filepath.Join(folder, "link")
	if err := os.Symlink("in", root); err != nil {
		t.Fatal(err)
	}
	if originals, errs := open(t, source.Options{}, root); len(originals) != len(want) || len(errs) > 0 {
		t.Errorf("a folder that is a link itself: got %q, errors %q", addresses(originals), errs)
	}
}

func TestPlacesThatAreNoFiles(t *testing.T) {
	t.Parallel()
	for place, want := range map[string]string{
		"ftp://courier.example/y":           "usage: ftp://courier.example/y: only http and https are fetched",
		"file:///etc/passwd":                "usage: file:///etc/passwd: only http and https are fetched",
		"ftp://name:word@courier.example/y": "usage: ftp://courier.example/y: only http and https are fetched",
		"http://name:word@courier.example/": "denied: http://courier.example/: the address holds a name or password",
		"http://name:wo/rd@courier.example": "usage: http://courier.example: this is no address",
		"http://name:word@[::1":             "usage: http://[::1: this is no address",
	} {
		_, errs := open(t, source.Options{}, place)
		if len(errs) != 1 || !strings.HasPrefix(errs[0], want) || strings.Contains(errs[0], "wo") && strings.Contains(errs[0], "rd@") {
			t.Errorf("%q: got %q, want one that begins %q", place, errs, want)
		}
	}
}

func TestBrokenZip(t *testing.T) {
	t.Parallel()
	whole := zipped(t, member{name: "a.txt", content: "The first."})
	folder := writeFiles(t, map[string]string{"cut.zip": whole[:len(whole)-9], "junk.zip": "\x00\x01\x02", "page.zip": "<html>Not found.", "text.zip": "x"})
	for _, name := range []string{"cut.zip", "junk.zip", "page.zip", "text.zip"} {
		path := filepath.Join(folder, name)
		if originals, errs := open(t, source.Options{}, path); len(originals) != 0 || len(errs) != 1 || !strings.HasPrefix(errs[0], "invalid: "+path+": it is a broken zip archive; ") {
			t.Errorf("%s: got %q, errors %q", name, addresses(originals), errs)
		}
	}
}

func TestLimitIsToldAsPeopleWriteIt(t *testing.T) {
	t.Parallel()
	for limit, want := range map[int64]string{1 << 20: "1 MiB;", 3 << 10: "3 KiB;", 1001: "1001 bytes;"} {
		_, errs := openBytes(t, source.Options{Limit: limit}, []byte(strings.Repeat("Words. ", 200_000)))
		if len(errs) != 1 || !strings.Contains(errs[0], "one document of more than "+want+" split it, or raise the limit with --limit") {
			t.Errorf("%d: got %q, want %q", limit, errs, want)
		}
	}
}
