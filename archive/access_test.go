package archive

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"rashomon"
)

func TestAccesses(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		readOnly, isWritable, isSettled bool
		want                            []access
	}{
		{false, true, true, []access{accessCreate}},
		{false, false, true, []access{accessCreate}},
		{true, true, true, []access{accessWrite, accessImmutable}},
		{true, true, false, []access{accessWrite}}, // what is in the -wal must not be passed over
		{true, false, true, []access{accessImmutable}},
		{true, false, false, []access{accessRead}},
	} {
		if got := accesses(test.readOnly, test.isWritable, test.isSettled); !slices.Equal(got, test.want) {
			t.Errorf("%+v: got %v", test, got)
		}
	}
}

// TestSettled: an archive that is in use, or whose last process was killed, has changes beside its file.
func TestSettled(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "test.db")
	if !isSettled(path) {
		t.Error("without a -wal: got false")
	}
	for content, want := range map[string]bool{"": true, "frames": false} {
		if err := os.WriteFile(path+"-wal", []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := isSettled(path); got != want {
			t.Errorf("a -wal of %d bytes: got %v", len(content), got)
		}
	}
}

// TestImmutable reads an archive as one that does not change, and is told when it did.
func TestImmutable(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "test.db")
	writer, err := Open(ctx, path, Options{Now: func() time.Time { return time.Unix(0, 0) }})
	if err != nil {
		t.Fatal(err)
	}
	if err := writer.Close(); err != nil {
		t.Fatal(err)
	}
	for _, isChanged := range []bool{false, true} {
		t.Run(fmt.Sprintf("changed %v", isChanged), func(t *testing.T) {
			reader := immutable(t, path)
			if isChanged {
				if err := os.Chtimes(path, time.Unix(1, 0), time.Unix(1, 0)); err != nil {
					t.Fatal(err)
				}
			}
			if err := reader.Close(); (kindOf(err) == rashomon.ErrorBusy) != isChanged || (err != nil) != isChanged {
				t.Errorf("got %v", err)
			}
			if files, err := os.ReadDir(filepath.Dir(path)); len(files) != 1 || err != nil {
				t.Errorf("got %v, %v, want the archive alone", files, err)
			}
		})
	}
}

// immutable opens an archive as one that does not change, and reads its first entry.
func immutable(t *testing.T, path string) *Archive {
	t.Helper()
	codec, err := newCodec()
	if err != nil {
		t.Fatal(err)
	}
	ctx, options := context.Background(), Options{ReadOnly: true}
	file := &sqliteFile{path: path, options: options}
	a := &Archive{path: path, options: options, engine: file, codec: codec}
	if err := file.openAs(accessImmutable, func(db *sql.DB) error { return a.ready(ctx, db) }); err != nil {
		t.Fatal(err)
	}
	for entry, err := range a.Custody(context.Background()) {
		if err != nil || entry.Kind != CustodyCreated {
			t.Errorf("got %+v, %v", entry, err)
		}
	}
	return a
}
