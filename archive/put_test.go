package archive_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon"
	"rashomon/archive"
)

func TestWhatIsPutIsGot(t *testing.T) {
	t.Parallel()
	a := empty(t)
	ctx := context.Background()
	want := entry("The ferry left the harbour.\nNobody saw it return.", "in/ferry.txt", "1",
		given(rashomon.FieldTitle, "A ferry is lost"), given(rashomon.FieldPublished, "2019-05-02"))
	added, err := a.Put(ctx, []archive.Entry{want, want})
	if err != nil || added != 1 {
		t.Fatalf("Put: got %d, %v; want 1 added, for the second is the first again", added, err)
	}
	for _, id := range []string{want.Document.ID, want.Document.SHA256, want.Document.ID[:4], want.Document.ID[:5]} {
		got, err := a.Document(ctx, id)
		if diff := cmp.Diff(got, want.Document); diff != "" || err != nil {
			t.Errorf("Document(%q): %v, got - want +\n%s", id, err, diff)
		}
		original, err := a.Original(ctx, id)
		if diff := cmp.Diff(original, want.Original); diff != "" || err != nil {
			t.Errorf("Original(%q): %v, got - want +\n%s", id, err, diff)
		}
	}
	hits, err := a.Search(ctx, "harbour -boat", 10)
	if err != nil || len(hits) != 1 || hits[0].ID != want.Document.ID {
		t.Errorf("Search: got %v, %v; want the one document", hits, err)
	}
}
