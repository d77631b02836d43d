package archive_test

import (
	"context"
	"iter"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon"
	"rashomon/archive"
	"rashomon/rashomontest"
)

// openComposing opens an archive that keeps what a program makes of all readings.
func openComposing(t testing.TB, path, program string) *archive.Archive {
	t.Helper()
	o := options()
	o.Maker = func() []byte { return []byte(program) }
	a, err := archive.Open(context.Background(), path, o)
	must(t, err)
	t.Cleanup(func() { must(t, a.Close()) })
	return a
}

// parts returns the parts of the composite of a name.
func parts(t testing.TB, a *archive.Archive, made string) []string {
	t.Helper()
	c, err := a.Composite(context.Background(), []byte(made))
	must(t, err)
	var out []string
	for i := range c.Parts {
		part, err := c.Part(context.Background(), i)
		must(t, err)
		out = append(out, string(part))
	}
	return out
}

func compose(t testing.TB, a *archive.Archive, made string, parts ...string) {
	t.Helper()
	head, err := a.Head(context.Background())
	must(t, err)
	_, err = a.Compose(context.Background(), head, []byte(made), bytesOf(parts...))
	must(t, err)
}

// bytesOf yields parts.
func bytesOf(parts ...string) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		for _, part := range parts {
			if !yield([]byte(part), nil) {
				return
			}
		}
	}
}

// TestComposites: the last composite is kept, found by its name alone, and gone with a document that is removed.
func TestComposites(t *testing.T) {
	t.Parallel()
	ctx, path := context.Background(), rashomontest.Archive(t, "test.db")
	a := openComposing(t, path, "p")
	put(t, a, titled)
	if got := parts(t, a, "x"); len(got) > 0 {
		t.Errorf("got %q before any was kept", got)
	}
	compose(t, a, "x", "one", "", "three")
	if diff := cmp.Diff(parts(t, a, "x"), []string{"one", "", "three"}); diff != "" {
		t.Errorf("(-got +want): %s", diff)
	}
	earlier, err := a.Composite(ctx, []byte("x"))
	must(t, err)
	compose(t, a, "y", "four")
	if got := parts(t, a, "x"); len(got) > 0 {
		t.Errorf("got %q of another name", got)
	}
	if got := parts(t, openComposing(t, path, "q"), "y"); len(got) > 0 {
		t.Errorf("got %q of another program", got)
	}
	unnamed := open(t, path)
	compose(t, unnamed, "y", "five")
	if got := parts(t, unnamed, "y"); len(got) > 0 {
		t.Errorf("got %q of a program without a name", got)
	}
	if got, err := earlier.Part(ctx, 0); len(got) > 0 || err != nil {
		t.Errorf("got %q, %v when another was kept meanwhile", got, err)
	}
	head, err := a.Head(ctx)
	must(t, err)
	put(t, a, untitled)
	if kept, err := a.Compose(ctx, head, []byte("z"), bytesOf("five")); kept || err != nil || len(parts(t, a, "z")) > 0 {
		t.Errorf("got %q, %v of what the archive held before", parts(t, a, "z"), err)
	}
	verified(t, a)
	if got := parts(t, a, "y"); len(got) != 1 {
		t.Errorf("got %q", got)
	}
	must(t, a.Remove(ctx, titled.Document.ID, "me", "a test"))
	if got := parts(t, a, "y"); len(got) > 0 {
		t.Errorf("got %q after a document was removed", got)
	}
}

// TestVerifyComposites finds whatever is changed in a composite, and who asks for it is told.
func TestVerifyComposites(t *testing.T) {
	t.Parallel()
	for _, change := range []string{
		`UPDATE composite SET sha256 = (SELECT hash FROM custody WHERE sequence = 1)`, `UPDATE composite SET size = size + 1`, `UPDATE composite SET checksum = 1`,
		`UPDATE composite SET packed = (SELECT hash FROM custody WHERE sequence = 1)`,
	} {
		t.Run(change, func(t *testing.T) {
			t.Parallel()
			path := rashomontest.Archive(t, "test.db")
			a := openComposing(t, path, "p")
			compose(t, a, "x", "one")
			execute(t, raw(t, path), change)
			found := 0
			for _, err := range a.Verify(context.Background(), nil) {
				must(t, err)
				found++
			}
			if found == 0 {
				t.Error("nothing was found")
			}
			c, err := a.Composite(context.Background(), []byte("x"))
			must(t, err)
			_, err = c.Part(context.Background(), 0)
			wantKind(t, err, rashomon.ErrorCorrupt)
		})
	}
}
