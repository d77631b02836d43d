package archive_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rashomon"
	"rashomon/archive"
	"rashomon/rashomontest"
)

func TestWhatCannotBeOpened(t *testing.T) {
	t.Parallel()
	const later = `INSERT INTO goose_db_version (version_id, is_applied)
		SELECT 999, is_applied FROM goose_db_version WHERE version_id = 1`
	for _, test := range []struct {
		name    string
		make    func(t *testing.T, path string)
		options archive.Options
		want    rashomon.ErrorKind
	}{
		{"a text file", write("This is a letter, not a database.\n"), options(), rashomon.ErrorCorrupt},
		{"a few bytes", write("SQLite"), options(), rashomon.ErrorCorrupt},
		{"a database cut off after its head", write("SQLite format 3\x00"), options(), rashomon.ErrorCorrupt},
		{"a folder", folder, options(), rashomon.ErrorUsage},
		{"a later version", withStatement(later), options(), rashomon.ErrorNewer},
		{"a later version, to read", withStatement(later),
			archive.Options{ReadOnly: true}, rashomon.ErrorNewer},
		{"another program's", func(t *testing.T, path string) { execute(t, raw(t, path), `CREATE TABLE contacts (name TEXT)`) },
			options(), rashomon.ErrorInvalid},
		{"nothing, to read", func(*testing.T, string) {}, archive.Options{ReadOnly: true}, rashomon.ErrorNotFound},
		{"an empty file, to read", write(""), archive.Options{ReadOnly: true}, rashomon.ErrorNotFound},
		{"without a clock", func(*testing.T, string) {}, archive.Options{}, rashomon.ErrorUsage},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			path := rashomontest.Archive(t, "test.db")
			test.make(t, path)
			_, err := archive.Open(context.Background(), path, test.options)
			wantKind(t, err, test.want)
		})
	}
}

func folder(t *testing.T, path string) {
	rashomontest.OnlyFiles(t)
	must(t, os.Mkdir(path, 0o755))
}

func write(content string) func(*testing.T, string) {
	return func(t *testing.T, path string) {
		rashomontest.OnlyFiles(t)
		must(t, os.WriteFile(path, []byte(content), 0o600))
	}
}

// withStatement makes an archive and runs a statement on its database.
func withStatement(statement string) func(*testing.T, string) {
	return func(t *testing.T, path string) {
		open(t, path)
		execute(t, raw(t, path), statement)
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestMissingFolder(t *testing.T) {
	t.Parallel()
	rashomontest.OnlyFiles(t)
	_, err := archive.Open(context.Background(), filepath.Join(t.TempDir(), "missing", "test.db"), options())
	wantKind(t, err, rashomon.ErrorNotFound)
}

// TestEmptyFile: a file without a byte is where an archive can be made, as by `mktemp`.
func TestEmptyFile(t *testing.T) {
	t.Parallel()
	rashomontest.OnlyFiles(t)
	path := rashomontest.Archive(t, "test.db")
	write("")(t, path)
	verified(t, open(t, path))
}

// TestStrangeName opens an archive whose name means something to addresses and to SQLite.
func TestStrangeName(t *testing.T) {
	t.Parallel()
	rashomontest.OnlyFiles(t)
	path := filepath.Join(t.TempDir(), "a b%20c?mode=memory#d.db")
	putGenerated(t, open(t, path), 1)
	if _, err := os.Stat(path); err != nil {
		t.Error(err)
	}
}

func TestReadOnly(t *testing.T) {
	t.Parallel()
	path := rashomontest.Archive(t, "test.db")
	writer := open(t, path)
	putGenerated(t, writer, 3)
	reader := openToRead(t, path)
	verified(t, reader)
	if got, want := list(t, reader), list(t, writer); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	_, err := reader.Put(context.Background(), []archive.Entry{generated(9)})
	wantKind(t, err, rashomon.ErrorDenied)
	wantKind(t, reader.Remove(context.Background(), generated(1).Document.ID, "me", "no"), rashomon.ErrorDenied)
}

// TestReadingLeavesNothingBehind: the files that SQLite makes beside an archive go with the last who closes it.
func TestReadingLeavesNothingBehind(t *testing.T) {
	t.Parallel()
	rashomontest.OnlyFiles(t)
	path := rashomontest.Archive(t, "test.db")
	a, err := archive.Open(context.Background(), path, options())
	must(t, err)
	putGenerated(t, a, 3)
	want := list(t, a)
	must(t, a.Close())
	reader, err := archive.Open(context.Background(), path, archive.Options{ReadOnly: true})
	must(t, err)
	if got := list(t, reader); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	must(t, reader.Close())
	wantAlone(t, path)
}

// TestReadingAfterAKill reads an archive whose last changes are still beside its file, as after its process was killed.
func TestReadingAfterAKill(t *testing.T) {
	t.Parallel()
	rashomontest.OnlyFiles(t)
	running, killed := rashomontest.Archive(t, "test.db"), rashomontest.Archive(t, "test.db")
	a := open(t, running)
	putGenerated(t, a, 3)
	for _, suffix := range []string{"", "-wal"} {
		stored, err := os.ReadFile(running + suffix)
		must(t, err)
		must(t, os.WriteFile(killed+suffix, stored, 0o600))
	}
	reader, err := archive.Open(context.Background(), killed, archive.Options{ReadOnly: true})
	must(t, err)
	if got, want := list(t, reader), list(t, a); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	must(t, reader.Close())
	wantAlone(t, killed)
}

// wantAlone checks that a file is the only one in its folder.
func wantAlone(t *testing.T, path string) {
	t.Helper()
	files, err := os.ReadDir(filepath.Dir(path))
	must(t, err)
	for _, file := range files {
		if file.Name() != filepath.Base(path) {
			t.Errorf("got %s beside the archive, want nothing", file.Name())
		}
	}
}

// TestReadOnlyFile opens archives where the file, its folder or both may not be written.
func TestReadOnlyFile(t *testing.T) {
	t.Parallel()
	rashomontest.OnlyFiles(t)
	if os.Geteuid() == 0 {
		t.Skip("the superuser may write everything")
	}
	for _, test := range []struct {
		name         string
		file, folder os.FileMode
	}{{"file and folder", 0o400, 0o500}, {"file", 0o400, 0o700}, {"folder", 0o600, 0o500}} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			folder := t.TempDir()
			path := filepath.Join(folder, "test.db")
			a, err := archive.Open(context.Background(), path, options())
			must(t, err)
			putGenerated(t, a, 3)
			want := list(t, a)
			must(t, a.Close())
			must(t, os.Chmod(path, test.file))
			must(t, os.Chmod(folder, test.folder))
			defer os.Chmod(folder, 0o700)
			_, err = archive.Open(context.Background(), path, options())
			wantKind(t, err, rashomon.ErrorDenied)
			reader := openToRead(t, path)
			verified(t, reader)
			if got := list(t, reader); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
			wantAlone(t, path)
		})
	}
}

// TestVanishedFile: what is written to a file that has no name any more would be lost without a word.
func TestVanishedFile(t *testing.T) {
	t.Parallel()
	rashomontest.OnlyFiles(t)
	path := rashomontest.Archive(t, "test.db")
	a := open(t, path)
	putGenerated(t, a, 1)
	must(t, os.Rename(path, path+".moved"))
	_, err := a.Put(context.Background(), []archive.Entry{generated(2)})
	wantKind(t, err, rashomon.ErrorNotFound)
	write("")(t, path)
	_, err = a.Put(context.Background(), []archive.Entry{generated(2)})
	wantKind(t, err, rashomon.ErrorNotFound)
}

// TestVersion1 opens an archive that the first version of the schema made: reads it as it is, then brings it up to date
// and adds to it.
func TestVersion1(t *testing.T) {
	t.Parallel()
	rashomontest.OnlyFiles(t)
	stored, err := os.ReadFile("testdata/version1.archive")
	must(t, err)
	path := rashomontest.Archive(t, "version1.db")
	must(t, os.WriteFile(path, stored, 0o600))
	a := open(t, path)
	verified(t, a)
	var told strings.Builder
	told.WriteString(list(t, a))
	for entry, err := range a.Custody(context.Background()) {
		must(t, err)
		told.WriteString(entry.Describe() + "\n")
	}
	rashomontest.Golden(t, "testdata/version1.golden", []byte(told.String()))
	put(t, a, generated(77))
	verified(t, a)
}
