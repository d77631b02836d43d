package source_test

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rashomon"
	"rashomon/rashomontest"
	"rashomon/source"
)

// jsonLines returns so many lines with an article each.
func jsonLines(count int) string {
	var lines strings.Builder
	for i := range count {
		record, _ := json.Marshal(map[string]string{"id": fmt.Sprint(i), "title": "The ferry", "text": rashomontest.Article()[i%100:]})
		lines.Write(append(record, '\n'))
	}
	return lines.String()
}

func TestFieldsAreMapped(t *testing.T) {
	t.Parallel()
	fields := map[string]string{"text": "body", "source": "outlet", "id": "key"}
	for name, c := range map[string]struct {
		format rashomon.Format
		data   string
		want   string
	}{
		"JSON Lines": {"jsonl", `{"key": 7, "body": "The pilot\u0020denies it.", "outlet": "Amsel Courier", "text": "not this", "other": 1}`,
			`{"text":"The pilot\u0020denies it.","id":7,"source":"Amsel Courier"}`},
		"CSV": {"csv", "Key;body;Outlet;x\n7;The pilot denies it.;Amsel Courier;\"y\nz\"\n", "id,text,source,x\n7,The pilot denies it.,Amsel Courier,\"y\nz\"\n"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			originals, errs := openBytes(t, source.Options{Fields: fields, Format: c.format}, []byte(c.data))
			if len(errs) > 0 || len(originals) != 1 {
				t.Fatalf("got %d originals, errors %q, want one", len(originals), errs)
			}
			if got := string(originals[0].Bytes); got != c.want || originals[0].Name != "7" {
				t.Errorf("got %q under the name %q, want %q under 7", got, originals[0].Name, c.want)
			}
			doc, err := source.Parse(originals[0])
			if err != nil {
				t.Fatal(err)
			}
			if doc.Text != "The pilot denies it." || doc.Detail(rashomon.FieldSource) != "Amsel Courier" {
				t.Errorf("got %q of %q", doc.Text, doc.Detail(rashomon.FieldSource))
			}
		})
	}
	if _, errs := openBytes(t, source.Options{Fields: fields, Format: "csv"}, []byte("body,key\nx,1\n")); len(errs) != 1 || !strings.Contains(errs[0], `no column "outlet" for the field source among body, key`) {
		t.Errorf("a column that is missing: got %q", errs)
	}
}

// TestTextOfARecordStaysAsItIs states that every text goes through JSON Lines, JSON and CSV byte for byte.
func TestTextOfARecordStaysAsItIs(t *testing.T) {
	t.Parallel()
	text := rapid.StringMatching(`(?s).{0,5}[a-zäß😀][ ,;"'\\\r\n\t]{0,4}.{0,20}`).Filter(utf8.ValidString)
	rapid.Check(t, func(r *rapid.T) {
		texts := rapid.SliceOfN(text, 1, 4).Draw(r, "texts")
		var lines, table strings.Builder
		writer := csv.NewWriter(&table)
		writer.Write([]string{"text", "n"})
		for _, text := range texts {
			record, _ := json.Marshal(map[string]string{"text": text})
			lines.Write(append(record, '\r', '\n'))
			writer.Write([]string{text, "1"})
		}
		writer.Flush()
		array := "[" + strings.ReplaceAll(strings.TrimSpace(lines.String()), "\r\n", ",\n") + "]"
		for format, data := range map[rashomon.Format]string{"jsonl": lines.String(), "json": array, "csv": table.String()} {
			originals, errs := openBytes(t, source.Options{Format: format}, []byte(data))
			if len(errs) > 0 || len(originals) != len(texts) {
				r.Fatalf("%s of %q: got %d originals, errors %q", format, texts, len(originals), errs)
			}
			for i, original := range originals {
				doc, err := source.Parse(original)
				if err != nil || doc.Text != texts[i] {
					r.Fatalf("%s: got %q, error %v, want %q", format, doc.Text, err, texts[i])
				}
			}
		}
	})
}

func TestRecordsThatAreNotSound(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		format rashomon.Format
		data   string
		want   string
	}{
		"invalid UTF-8":        {"jsonl", "{\"text\": \"caf\xe9\"}", "byte 13 (0xE9) is not UTF-8"},
		"UTF-16":               {"jsonl", "\xff\xfe{\x00\"\x00", "is not UTF-8"},
		"invalid escape":       {"jsonl", `{"text": "\x"}`, "no JSON at byte"},
		"two objects":          {"jsonl", `{"text": "x"} {"text": "y"}`, "no JSON at byte"},
		"null":                 {"jsonl", `null`, "no JSON object"},
		"word":                 {"json", `true`, "no JSON object begins with 't'"},
		"array that ends":      {"json", `[`, "the file ends in the middle"},
		"object that ends":     {"json", `{"text": "x"`, "the file ends in the middle"},
		"invalid UTF-8 in CSV": {"csv", "text\ncaf\xe9\n", "is not UTF-8"},
		"open quote":           {"csv", "text\n\"The rest\n of it\n", "-:2: a quote in this record is never closed"},
		"deep":                 {"jsonl", `{"text": "x", "y": ` + strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000) + `}`, "no JSON at byte"},
		"deep in JSON":         {"json", strings.Repeat("[", 100_000), "the file ends in the middle"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			originals, errs := openBytes(t, source.Options{Format: c.format}, []byte(c.data))
			if len(originals) != 0 || len(errs) != 1 || !strings.HasPrefix(errs[0], "invalid: ") || !strings.Contains(errs[0], c.want) {
				t.Errorf("got %d originals, errors %q, want one of the kind invalid with %q", len(originals), errs, c.want)
			}
		})
	}
}

// A madeUp reader yields a beginning, a byte over and over, and an end, and tells now and then how much memory is used.
type madeUp struct {
	begin, end string
	middle     int64
	peak       uint64
	next       int64
}

func (m *madeUp) Read(p []byte) (int, error) {
	switch {
	case m.begin != "":
		n := copy(p, m.begin)
		m.begin = m.begin[n:]
		return n, nil
	case m.middle > 0:
		n := int(min(int64(len(p)), m.middle))
		for i := range p[:n] {
			p[i] = 'x'
		}
		if m.middle -= int64(n); m.middle < m.next {
			m.next = m.middle - 100<<20
			var stats runtime.MemStats
			runtime.ReadMemStats(&stats)
			m.peak = max(m.peak, stats.HeapInuse)
		}
		return n, nil
	case m.end != "":
		n := copy(p, m.end)
		m.end = m.end[n:]
		return n, nil
	}
	return 0, io.EOF
}

// TestEndlessRecords reads a line of 2 GB, and other records of 256 MB, amid small ones: they are named and passed over,
// and memory is bounded. It runs alone, for it measures the memory of the process.
func TestEndlessRecords(t *testing.T) {
	const limit, size = 8 << 20, int64(256 << 20)
	for _, c := range []struct {
		format     rashomon.Format
		begin, end string
		place      string
	}{
		{"jsonl", "{\"text\": \"One.\"}\n{\"text\": \"", "\"}\n{\"text\": \"Two.\"}\n", "-:2: "},
		{"json", "[{\"text\": \"One.\"},\n{\"text\": \"", "\"},{\"text\": \"Two.\"}]", "-:2: "},
		{"csv", "text\nOne.\n\"", "\"\nTwo.\n", "-:3: "},
		{"mbox", "From a 10:00 2019\nFrom: a\n\nOne.\n\nFrom b 10:00 2019\nFrom: a\n\n", "\n\nFrom c 10:00 2019\nFrom: c\n\nTwo.\n", "-:6: "},
		{"feed", "<rss><channel><item><description>One.</description></item>\n<item><description>", "</description></item><item><description>Two.</description></item></channel></rss>", "-:2: "},
		{"warc", warcPage("https://courier.example/1", "Content-Type: text/plain\r\n", "One.") +
			fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n", size),
			"\r\n\r\n" + warcPage("https://courier.example/2", "Content-Type: text/plain\r\n", "Two."), "record at byte"},
	} {
		t.Run(string(c.format), func(t *testing.T) {
			runtime.GC()
			input := &madeUp{begin: c.begin, middle: size, end: c.end, next: size}
			if c.format == "jsonl" && !testing.Short() {
				input.middle = 2 << 30
			}
			originals, errs := open(t, source.Options{Input: input, Format: c.format, Limit: limit}, "-")
			if len(originals) != 2 || len(errs) != 1 || !strings.HasPrefix(errs[0], "too large: ") || !strings.Contains(errs[0], c.place) {
				t.Errorf("got %d originals, errors %q, want two and one error of the kind too large at %q", len(originals), errs, c.place)
			}
			// A buffer that grows by doubling is held twice at the worst; the rest is the runtime's and the test's own.
			if most := uint64(4*limit + 32<<20); input.peak == 0 || input.peak > most {
				t.Errorf("%d bytes of memory in use, want at most %d", input.peak, most)
			}
		})
	}
	t.Run("text", func(t *testing.T) {
		input := &madeUp{begin: "x", middle: size, next: size}
		originals, errs := open(t, source.Options{Input: input, Format: "text", Limit: limit}, "-")
		if len(originals) != 0 || len(errs) != 1 || input.middle < size/2 {
			t.Errorf("got %d originals, errors %q, %d bytes unread, want one error early", len(originals), errs, input.middle)
		}
	})
}

// TestTableReadsAsTheStandardLibrary compares records with encoding/csv wherever that reads them.
func TestTableReadsAsTheStandardLibrary(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) { compareTable(r, t, rapid.StringMatching(`[ab,"\n]{0,24}`).Draw(r, "records")) })
}

func compareTable(r interface{ Fatalf(string, ...any) }, t *testing.T, records string) {
	data := "text,b\n" + records
	reader := csv.NewReader(strings.NewReader(data))
	want, err := reader.ReadAll()
	if err != nil || strings.Contains(data, "\r") || !utf8.ValidString(data) || strings.HasPrefix(data, "\ufeff") {
		return
	}
	originals, errs := openBytes(t, source.Options{Format: "csv"}, []byte(data))
	if len(want) == 1 {
		return
	}
	if len(errs) > 0 || len(originals) != len(want)-1 {
		r.Fatalf("%q: got %d records, errors %q, want %q", data, len(originals), errs, want[1:])
	}
	for i, original := range originals {
		got, err := csv.NewReader(strings.NewReader(string(original.Bytes))).ReadAll()
		if diff := cmp.Diff([][]string{{"text", "b"}, want[i+1]}, got); diff != "" || err != nil {
			r.Fatalf("%q: record %d: %v (-want +got):\n%s", data, i, err, diff)
		}
	}
}

// FuzzTable states that what encoding/csv reads is read the same, and that an original is read as itself.
func FuzzTable(f *testing.F) {
	for _, path := range containers(f) {
		if strings.HasSuffix(path, "sv") {
			f.Add(readText(f, path))
		}
	}
	f.Fuzz(func(t *testing.T, data string) {
		compareTable(t, t, data)
		checkReopened(t, "csv", data)
	})
}

// FuzzJSON states that an original of JSON Lines and of JSON is read as itself, and that a file of lines gives the same
// texts whether it is read as lines or as values, if each line is a value.
func FuzzJSON(f *testing.F) {
	for _, path := range containers(f) {
		if strings.Contains(path, ".json") {
			f.Add(readText(f, path))
		}
	}
	f.Fuzz(func(t *testing.T, data string) {
		checkReopened(t, "jsonl", data)
		checkReopened(t, "json", data)
		lines, errs := openBytes(t, source.Options{Format: "jsonl"}, []byte(data))
		values, valueErrs := openBytes(t, source.Options{Format: "json"}, []byte(data))
		if len(refusals(errs)) == 0 && len(refusals(valueErrs)) == 0 && !slices.EqualFunc(lines, values, func(a, b rashomon.Original) bool { return string(a.Bytes) == string(b.Bytes) }) {
			t.Fatalf("%q: as lines %q, as values %q", data, addresses(lines), addresses(values))
		}
	})
}

// refusals leaves out errors of values that a record was kept without.
func refusals(errs []string) []string {
	return slices.DeleteFunc(slices.Clone(errs), func(err string) bool { return strings.HasSuffix(err, "; the document is kept without") })
}

// checkReopened verifies that the originals of a container are containers of one: of themselves.
func checkReopened(t *testing.T, format rashomon.Format, data string) {
	t.Helper()
	originals, _ := openBytes(t, source.Options{Format: format}, []byte(data))
	for _, original := range originals {
		again, errs := openBytes(t, source.Options{Format: format}, original.Bytes)
		if len(refusals(errs)) > 0 || len(again) != 1 || string(again[0].Bytes) != string(original.Bytes) {
			t.Fatalf("%s %q: %q is reopened as %d originals, errors %q", format, data, original.Bytes, len(again), errs)
		}
		if doc, err := source.Parse(original); err == nil && doc.Check() != nil {
			t.Fatalf("%s %q: %v", format, data, doc.Check())
		}
	}
}

func BenchmarkRecords(b *testing.B) {
	lines := jsonLines(2000)
	benchmarkOriginals(b, "JSON Lines", lines, len(lines))
	array := "[" + strings.ReplaceAll(strings.TrimSpace(lines), "\n", ",\n") + "]"
	b.Run("JSON", func(b *testing.B) {
		b.ReportAllocs()
		b.SetBytes(int64(len(array)))
		for b.Loop() {
			for _, err := range (source.Options{Input: strings.NewReader(array), Format: "json"}).Originals(b.Context(), []string{"-"}) {
				if err != nil {
					b.Fatal(err)
				}
			}
		}
	})
}

// TestRecordsOnOneLine names each record of an array apart.
func TestRecordsOnOneLine(t *testing.T) {
	t.Parallel()
	originals, errs := openBytes(t, source.Options{Format: rashomon.FormatJSON}, []byte("[{\"text\": \"One.\"}, {\"text\": \"Two.\"}, {},\n{\"text\": \"Three.\"}, {\"text\":\n\"Four.\"}, {\"text\": \"Five.\"}]"))
	want := []string{"-:1", "-:1.2", "-:2", "-:2.2", "-:3"}
	if got := addresses(originals); !slices.Equal(got, want) || len(errs) != 1 || !strings.HasPrefix(errs[0], "invalid: -:1.3: ") {
		t.Errorf("got %q, errors %q, want %q and one of -:1.3", got, errs, want)
	}
}
