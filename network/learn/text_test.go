package learn_test

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon/network"
	"rashomon/network/learn"
)

func write(t *testing.T, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func zipped(t *testing.T, text string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestReadTexts(t *testing.T) {
	t.Parallel()
	got, err := learn.ReadTexts(
		write(t, "text.txt.gz", zipped(t, "The ferry left. No.\nIt didn't sink.\n\nThe ferry left.\n")),
		write(t, "lines.jsonl", []byte(`{"id": "1", "text": "Guards closed the bridge."}`+"\n")),
	)
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{
		{"The", "ferry", "left", "."}, {"It", "did", "n't", "sink", "."}, {"Guards", "closed", "the", "bridge", "."},
	}
	if diff := cmp.Diff(got, want); diff != "" {
		t.Errorf("got, want: %s", diff)
	}
}

func TestReadTextsNamesThePlace(t *testing.T) {
	t.Parallel()
	for _, path := range []string{
		filepath.Join(t.TempDir(), "absent.txt"), write(t, "broken.txt.gz", []byte("no gzip")), write(t, "broken.jsonl", []byte("{")),
	} {
		if _, err := learn.ReadTexts(path); err == nil || !strings.Contains(err.Error(), path) {
			t.Errorf("got error %v, want one that names %s", err, path)
		}
	}
}

func TestVectors(t *testing.T) {
	t.Parallel()
	from := write(t, "vectors.json", []byte(`{"precision": 8, "dimensions": 2, "words": ["the", "a", "of"], "unkVector": [0, 0],
		"vectors": {"a": [1, -1, 1.4, 2], "of": [3, 3, 4.2, 3], "the": [-1, 90, 1.4, 1]}}`))
	to := filepath.Join(t.TempDir(), "vectors")
	if err := learn.WriteVectors(from, to, 2); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(to)
	if err != nil {
		t.Fatal(err)
	}
	f, err := network.Read("test", data)
	if err != nil {
		t.Fatal(err)
	}
	vectors, err := network.ReadVectors(f)
	if err != nil {
		t.Fatal(err)
	}
	table := learn.VectorTable(vectors)
	if diff := cmp.Diff(vectors.Rows, map[string]int32{"the": 0, "a": 1}); diff != "" {
		t.Errorf("rows: got, want: %s", diff)
	}
	if first := table.Row(0); first[0] != 0 || first[1] != 0 {
		t.Errorf("the row of unknown words is %v, want zeros", first)
	}
	if most := float32(127) / network.PerVector; table.Row(1)[0] >= 0 || table.Row(1)[1] > most || table.Row(2)[0] != -table.Row(2)[1] {
		t.Errorf("rows of the and a: %v, %v", table.Row(1), table.Row(2))
	}
}

func TestVectorsThatLackAWord(t *testing.T) {
	t.Parallel()
	from := write(t, "vectors.json", []byte(`{"dimensions": 2, "words": ["the", "a"], "vectors": {"a": [1, -1]}}`))
	err := learn.WriteVectors(from, filepath.Join(t.TempDir(), "vectors"), 2)
	if err == nil || !strings.Contains(err.Error(), `"the"`) {
		t.Errorf("got error %v, want one that names the word", err)
	}
}
