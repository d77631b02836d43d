package source_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rashomon"
	"rashomon/rashomontest"
	"rashomon/source"
)

// A member is a file to be put into a zip archive.
type member struct {
	name, content string
	flags         uint16
}

func zipped(t testing.TB, members ...member) string {
	t.Helper()
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for _, m := range members {
		w, err := archive.CreateHeader(&zip.FileHeader{Name: m.name, Method: zip.Deflate, Flags: m.flags})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, m.content); err != nil && !strings.HasSuffix(m.name, "/") {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestZip(t *testing.T) {
	t.Parallel()
	data := zipped(t,
		member{name: "b/second.txt", content: "The second."}, member{name: "a/"}, member{name: "first.md", content: "The first."},
		member{name: "__MACOSX/._first.md", content: "Hidden."}, member{name: ".hidden/x.txt", content: "Hidden."}, member{name: "c/.x.txt", content: "Hidden."},
		member{name: "picture.png", content: "\x89PNG\x00\x00"}, member{name: "program.go", content: "package main"},
		member{name: "lines.jsonl.gz", content: gzipped("{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n")},
		member{name: "inner.zip", content: zipped(t, member{name: "x.txt", content: "Of the inner archive."})},
	)
	folder := writeFiles(t, map[string]string{"reports.zip": data})
	path := filepath.Join(folder, "reports.zip")
	want := []string{
		path + "!b/second.txt", path + "!first.md", path + "!inner.zip!x.txt", path + "!lines.jsonl.gz:1", path + "!lines.jsonl.gz:2",
	}
	originals, errs := open(t, source.Options{}, path)
	if got := addresses(originals); !slices.Equal(got, want) || len(errs) > 0 {
		t.Errorf("got %q, errors %q, want %q", got, errs, want)
	}
	originals, errs = openBytes(t, source.Options{}, []byte(data))
	if len(originals) != len(want) || len(errs) > 0 {
		t.Errorf("from the input: got %q, errors %q, want %d originals", addresses(originals), errs, len(want))
	}
}

func TestZipMembersThatAreRefused(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		bad  member
		want string
	}{
		{"upwards", member{name: "../up.txt", content: "x"}, `invalid: -!"../up.txt": the member's name leads out of the archive`},
		{"absolute", member{name: "/etc/x.txt", content: "x"}, "leads out of the archive"},
		{"backslash", member{name: `..\up.txt`, content: "x"}, "is written with backslashes"},
		{"terminal", member{name: "\x1b[2J.txt", content: "x"}, `invalid: -!"\x1b[2J.txt": the member's name holds control characters`},
		{"encrypted", member{name: "secret.txt", content: "x", flags: 1}, "unsupported: -!secret.txt: the member is encrypted"},
		{"empty", member{name: "nothing.txt"}, "invalid: -!nothing.txt: the file is empty"},
		{"too large", member{name: "large.txt", content: strings.Repeat("Line after line.\n", 70_000)}, "too large: -!large.txt: one document of more than 1000000 bytes"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			data := zipped(t, member{name: "a.txt", content: "The first."}, c.bad, member{name: "z.txt", content: "The last."})
			originals, errs := openBytes(t, source.Options{Limit: 1_000_000}, []byte(data))
			if got := addresses(originals); !slices.Equal(got, []string{"-!a.txt", "-!z.txt"}) {
				t.Errorf("got %q, want the two others", got)
			}
			if len(errs) != 1 || !strings.Contains(errs[0], c.want) {
				t.Errorf("got %q, want one error with %q", errs, c.want)
			}
		})
	}
}

func TestNestingIsBounded(t *testing.T) {
	t.Parallel()
	data := "A text."
	for depth := 1; depth <= 5; depth++ {
		data = gzipped(data)
		originals, errs := openBytes(t, source.Options{}, []byte(data))
		if within := depth <= 3; within != (len(originals) == 1) || within != (len(errs) == 0) {
			t.Errorf("%d deep: got %d originals, errors %q", depth, len(originals), errs)
		}
	}
	data = zipped(t, member{name: "x.txt", content: "A text."})
	for range 100 {
		data = zipped(t, member{name: "x.zip", content: data})
	}
	if originals, errs := openBytes(t, source.Options{}, []byte(data)); len(originals) != 0 || len(errs) != 1 || !strings.HasPrefix(errs[0], "too large: ") {
		t.Errorf("got %d originals, errors %q, want one error of the kind too large", len(originals), errs)
	}
}

func TestBombs(t *testing.T) {
	t.Parallel()
	const size = 100 << 20
	spaces := strings.Repeat(" ", size)
	mailBox := "From a@b.example Mon Mar  4 18:20:00 2019\nFrom: x\n\n" + spaces
	for name, c := range map[string]struct {
		data   string
		format rashomon.Format
	}{
		"text":        {gzipped(spaces), rashomon.FormatText},
		"lines":       {gzipped(spaces), "jsonl"},
		"table":       {gzipped("text\n\"" + spaces), rashomon.FormatCSV},
		"mail box":    {gzipped(mailBox), "mbox"},
		"feed":        {gzipped("<rss><channel><item>" + spaces), "feed"},
		"WARC":        {gzipped("WARC/1.0\r\nContent-Length: 99999999999\r\n\r\n" + spaces), "warc"},
		"twice":       {gzipped(gzipped(spaces)), "jsonl"},
		"zstd":        {zstandard(spaces), "jsonl"},
		"zip":         {zipped(t, member{name: "x.txt", content: spaces}), ""},
		"gzip in zip": {zipped(t, member{name: "x.jsonl.gz", content: gzipped(spaces)}), ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			originals, errs := openBytes(t, source.Options{Limit: 1 << 20, Format: c.format}, []byte(c.data))
			if len(originals) != 0 || len(errs) != 1 || !strings.HasPrefix(errs[0], "too large: -") {
				t.Errorf("got %d originals, errors %q, want one error of the kind too large", len(originals), errs)
			}
		})
	}
}

// TestOverlappingMembers names one member of a zip archive a thousand times: what comes out in all is bounded.
func TestOverlappingMembers(t *testing.T) {
	t.Parallel()
	const copies, content = 1000, 1 << 20
	data := []byte(zipped(t, member{name: "0000.txt", content: strings.Repeat("x", content)}))
	const trailer = 22 // bytes of the end record, of which 8 to 20 tell count, count, size and offset of the directory
	end := data[len(data)-trailer:]
	offset := binary.LittleEndian.Uint32(end[16:])
	entry := data[offset : len(data)-trailer]
	crafted := slices.Clone(data[:offset])
	for i := range copies {
		crafted = append(crafted, bytes.Replace(entry, []byte("0000.txt"), fmt.Appendf(nil, "%04d.txt", i), 1)...)
	}
	end = slices.Clone(end)
	binary.LittleEndian.PutUint16(end[8:], copies)
	binary.LittleEndian.PutUint16(end[10:], copies)
	binary.LittleEndian.PutUint32(end[12:], uint32(copies*len(entry)))
	crafted = append(crafted, end...)

	originals, errs := openBytes(t, source.Options{Limit: content}, crafted)
	if most := 1 + 200*len(crafted)/content; len(originals) > most || len(originals)+len(errs) < copies {
		t.Errorf("got %d originals of %d bytes and %d errors from %d bytes, want at most %d", len(originals), content, len(errs), len(crafted), most)
	}
}

// TestRealTextIsNoBomb packs a large table as regular as tables get.
func TestRealTextIsNoBomb(t *testing.T) {
	t.Parallel()
	var lines strings.Builder
	for i := range 200_000 {
		fmt.Fprintf(&lines, "{\"id\": \"%d\", \"source\": \"Amsel Courier\", \"text\": \"The ferry ran aground at noon.\"}\n", i)
	}
	data := gzipped(lines.String())
	originals, errs := openBytes(t, source.Options{Limit: 1 << 20}, []byte(data))
	if len(originals) != 200_000 || len(errs) > 0 {
		t.Errorf("got %d originals, errors %q, packed %d times smaller", len(originals), errs, lines.Len()/len(data))
	}
}

func TestPackedFileThatIsCut(t *testing.T) {
	t.Parallel()
	lines := ""
	for i := range 3000 {
		lines += fmt.Sprintf("{\"text\": \"Line %d.\"}\n", i*i)
	}
	for name, data := range map[string]string{"gzip": gzipped(lines), "zstd": zstandard(lines)} {
		originals, errs := openBytes(t, source.Options{Format: "jsonl"}, []byte(data[:len(data)*9/10]))
		if len(errs) != 1 || !strings.Contains(errs[0], "the file ends in the middle") {
			t.Errorf("%s: got errors %q", name, errs)
		}
		for i, original := range originals {
			if want := fmt.Sprintf("{\"text\": \"Line %d.\"}", i*i); string(original.Bytes) != want {
				t.Fatalf("%s: got %q, want %q", name, original.Bytes, want)
			}
		}
	}
}

// TestZipTakesApartWhatWasPutTogether states that texts of any names and words come out as they went in.
func TestZipTakesApartWhatWasPutTogether(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		texts := rapid.MapOf(rapid.StringMatching(`[a-z]{1,3}(/[a-z ]{1,3}x)?\.txt`), rapid.StringMatching(`[ -~\n]{1,40}`)).Draw(r, "texts")
		var members []member
		for name, text := range texts {
			members = append(members, member{name: name, content: text})
		}
		originals, errs := openBytes(t, source.Options{}, []byte(zipped(t, members...)))
		if len(originals) != len(texts) && len(texts) > 0 || len(errs) > 0 && len(texts) > 0 {
			r.Fatalf("got %q, errors %q, want %q", addresses(originals), errs, texts)
		}
		for _, original := range originals {
			if want := texts[strings.TrimPrefix(original.Address, "-!")]; string(original.Bytes) != want {
				r.Fatalf("%s: got %q, want %q", original.Address, original.Bytes, want)
			}
		}
	})
}

// FuzzZip changes a byte of an archive and states that a member that comes out is one that was put in, unchanged, under
// a name within the archive.
func FuzzZip(f *testing.F) {
	f.Add("a.txt", "The first.", "b/c.jsonl", "{\"text\": \"One.\"}", 0, byte(0))
	f.Add("../x.txt", "Up.", "/etc/x.txt", "Absolute.", 40, byte(7))
	f.Add("in.zip", zipped(f, member{name: "x.txt", content: "In."}), "x.gz", gzipped("Packed."), 300, byte(255))
	f.Fuzz(func(t *testing.T, name, content, second, secondContent string, at int, change byte) {
		if max(len(name), len(second)) > 1<<15 {
			return
		}
		data := []byte(zipped(t, member{name: name, content: content}, member{name: second, content: secondContent}))
		data[uint(at)%uint(len(data))] ^= change
		originals, _ := openBytes(t, source.Options{Format: rashomon.FormatText, Limit: 1 << 16}, data)
		for _, original := range originals {
			path, found := strings.CutPrefix(original.Address, "-!")
			if !found || strings.Contains(path, "!") || strings.Contains(content+secondContent, "\x1f\x8b") || strings.Contains(content+secondContent, "\x28\xb5") {
				continue // no longer a zip archive, or one with more containers in it
			}
			if !filepath.IsLocal(path) || string(original.Bytes) != content && string(original.Bytes) != secondContent {
				t.Fatalf("%q and %q, byte %d changed by %d: got %q as %q", name, second, at, change, original.Bytes, path)
			}
		}
	})
}

func BenchmarkPacked(b *testing.B) {
	var members []member
	size := 0
	for i := range 200 {
		text := rashomontest.Article() + strings.Repeat("Line after line.\n", i)
		size += len(text)
		members = append(members, member{name: fmt.Sprintf("%03d.txt", i), content: text})
	}
	benchmarkOriginals(b, "zip", zipped(b, members...), size)
	lines := jsonLines(2000)
	benchmarkOriginals(b, "gzip", gzipped(lines), len(lines))
	benchmarkOriginals(b, "zstd", zstandard(lines), len(lines))
}
