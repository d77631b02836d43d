package network_test

import (
	"crypto/sha256"
	"errors"
	"slices"
	"strings"
	"testing"

	"rashomon"
	"rashomon/network"
)

// small returns the bytes of a file with a section of each kind.
func small() []byte {
	var w network.Writer
	w.Strings("words", []string{"harbour", "", "ferry"})
	w.Bytes("bytes", 2, []byte{1, 255, 3, 4})
	w.Int16("int16", 3, []int16{-2047, 0, 2047})
	w.Float32("float32", []float32{-1.5, 0.25})
	w.Strings("none", nil)
	return w.File()
}

func TestFileHoldsWhatWasWritten(t *testing.T) {
	t.Parallel()
	f, err := network.Read("test", small())
	if err != nil {
		t.Fatal(err)
	}
	bytes, width := f.Bytes("bytes")
	numbers, columns := f.Int16("int16")
	switch {
	case !slices.Equal(f.Strings("words"), []string{"harbour", "", "ferry"}) || f.Strings("none") != nil:
		t.Errorf("strings: got %q and %q", f.Strings("words"), f.Strings("none"))
	case !slices.Equal(bytes, []byte{1, 255, 3, 4}) || width != 2:
		t.Errorf("bytes: got %v in %d columns", bytes, width)
	case !slices.Equal(numbers, []int16{-2047, 0, 2047}) || columns != 3:
		t.Errorf("int16: got %v in %d columns", numbers, columns)
	case !slices.Equal(f.Float32("float32"), []float32{-1.5, 0.25}):
		t.Errorf("float32: got %v", f.Float32("float32"))
	case !f.Has("words") || f.Has("word"):
		t.Error("Has does not know what there is")
	}
}

// TestDamageIsSeen changes, cuts and lengthens a file everywhere.
func TestDamageIsSeen(t *testing.T) {
	t.Parallel()
	data := small()
	for i := range data {
		changed := slices.Clone(data)
		changed[i] ^= 1
		mustFail(t, changed)
		mustFail(t, data[:i])
	}
	mustFail(t, append(data, 0))
}

func mustFail(t *testing.T, data []byte) {
	t.Helper()
	_, err := network.Read("test", data)
	if known := new(rashomon.Error); !errors.As(err, &known) || known.Kind != rashomon.ErrorCorrupt || !strings.Contains(known.Place, "test") {
		t.Errorf("%d bytes: got error %v, want one of corruption that names the file", len(data), err)
	}
}

// FuzzRead seals anything as the content of a file, so that its checksum fits: what is read of it lies within it.
func FuzzRead(f *testing.F) {
	f.Add(small()[len(magic)+sha256.Size:])
	f.Add([]byte{})
	f.Add([]byte("\xff\xff\xff\xff\xff\xff\xff\xff\x01\x00\x00\x00name"))
	f.Fuzz(func(t *testing.T, body []byte) {
		sum := sha256.Sum256(body)
		file, err := network.Read("test", slices.Concat([]byte(magic), sum[:], body))
		if (file == nil) == (err == nil) {
			t.Fatalf("got file %v and error %v", file, err)
		}
		if file == nil {
			return
		}
		for _, name := range []string{"words", "bytes", "int16", "float32", ""} {
			held, _ := file.Bytes(name)
			numbers, _ := file.Int16(name)
			if len(held) > len(body) || 2*len(numbers) > len(body) || 4*len(file.Float32(name)) > len(body) {
				t.Fatalf("section %q is longer than the file", name)
			}
			file.Strings(name)
		}
	})
}

const magic = "rashomon model 1\n"

// TestEnglishVectors reads the file that ships: its checksum fits, and the commonest word has the first row.
func TestEnglishVectors(t *testing.T) {
	t.Parallel()
	v, err := network.EnglishVectors()
	if err != nil {
		t.Fatal(err)
	}
	if row, found := v.Rows["the"]; !found || row != 0 {
		t.Errorf("the row of \"the\" is %d, %v", row, found)
	}
}

func TestVectorsThatDoNotFit(t *testing.T) {
	t.Parallel()
	var w network.Writer
	w.Strings("words", []string{"harbour", "ferry"})
	w.Bytes("vectors", 2, []byte{1, 2, 3})
	if _, err := network.ReadVectors(read(t, w.File())); err == nil {
		t.Error("two words and three numbers in rows of two: got no error")
	}
}
