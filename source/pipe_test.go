//go:build unix

package source_test

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"rashomon/source"
)

// within fails a test whose step does not end.
func within(t *testing.T, limit time.Duration, step func()) {
	t.Helper()
	done := make(chan struct{})
	go func() {
		defer close(done)
		step()
	}()
	select {
	case <-done:
	case <-time.After(limit):
		t.Fatalf("not done within %v", limit)
	}
}

// TestPipes names a pipe that nobody writes into, by itself and in a folder.
func TestPipes(t *testing.T) {
	t.Parallel()
	folder := writeFiles(t, map[string]string{"a.txt": "A text."})
	pipe := filepath.Join(folder, "pipe.txt")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip("SKIPPED: no pipes with names here: ", err)
	}
	within(t, 10*time.Second, func() {
		if _, errs := open(t, source.Options{}, pipe); len(errs) != 1 || !strings.Contains(errs[0], pipe+": it is not a file but a device or pipe") {
			t.Errorf("got %q, want one error that says it is a pipe", errs)
		}
		originals, errs := open(t, source.Options{}, folder)
		if want := []string{filepath.Join(folder, "a.txt")}; !slices.Equal(addresses(originals), want) || len(errs) > 0 {
			t.Errorf("in a folder: got %q, errors %q, want %q", addresses(originals), errs, want)
		}
	})
}

// TestProcessSubstitution reads a pipe that a shell names by its descriptor.
func TestProcessSubstitution(t *testing.T) {
	t.Parallel()
	if _, err := os.Stat("/proc/self/fd"); err != nil {
		t.Skip("SKIPPED: no descriptors with names here: ", err)
	}
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	io.WriteString(w, "A text out of a pipe.")
	w.Close()
	place := fmt.Sprintf("/proc/self/fd/%d", r.Fd())
	within(t, 10*time.Second, func() {
		originals, errs := open(t, source.Options{}, place)
		if len(originals) != 1 || string(originals[0].Bytes) != "A text out of a pipe." || len(errs) > 0 {
			t.Errorf("got %q, errors %q, want the text", addresses(originals), errs)
		}
	})
}
