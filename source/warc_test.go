package source_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
	"pgregory.net/rapid"

	"rashomon"
	"rashomon/rashomontest"
	"rashomon/source"
)

// warcRecord writes a record of WARC.
func warcRecord(kind, uri, contentType, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2019-03-05T12:00:00Z\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
		kind, uri, contentType, len(block), block)
}

// httpPage writes a response.
func httpPage(status, headers, body string) string {
	return "HTTP/1.1 " + status + "\r\n" + headers + "\r\n" + body
}

func warcPage(uri, headers, body string) string {
	return warcRecord("response", uri, "application/http; msgtype=response", httpPage("200 OK", headers, body))
}

func gzipped(data string) string {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	w.Write([]byte(data))
	w.Close()
	return out.String()
}

func zstandard(data string) string {
	encoder, err := zstd.NewWriter(nil)
	if err != nil {
		panic(err)
	}
	defer encoder.Close()
	return string(encoder.EncodeAll([]byte(data), nil))
}

const page = "<html><head><title>The ferry</title></head><body><article><p>The ferry ran aground at noon, and two hours went by before help came.</p>" +
	"<p>Nobody was hurt, the harbour office said in the evening.</p></article></body></html>"

const pageText = "The ferry ran aground at noon, and two hours went by before help came.\n\nNobody was hurt, the harbour office said in the evening."

// sampleWARC holds four documents amid records that hold none.
func sampleWARC() []string {
	html := "Content-Type: text/html; charset=utf-8\r\n"
	return []string{
		warcRecord("warcinfo", "", "application/warc-fields", "software: none\r\n"),
		warcRecord("request", "https://courier.example/1", "application/http; msgtype=request", "GET /1 HTTP/1.1\r\nHost: courier.example\r\n\r\n"),
		warcPage("https://courier.example/1", html, page),
		warcPage("https://courier.example/logo.png", "Content-Type: image/png\r\n", "\x89PNG"),
		warcRecord("response", "https://courier.example/gone", "application/http; msgtype=response", httpPage("404 Not Found", html, page)),
		warcRecord("response", "dns:courier.example", "text/dns", "20190305120000\r\ncourier.example. 300 IN A 192.0.2.1\r\n"),
		warcRecord("revisit", "https://courier.example/1", "application/http; msgtype=response", httpPage("200 OK", html, "")),
		warcPage("<https://courier.example/2>", html+"Content-Encoding: gzip\r\n", gzipped(page)),
		warcRecord("metadata", "https://courier.example/1", "application/warc-fields", "via: x\r\n"),
		warcRecord("resource", "https://courier.example/note.txt", "text/plain; charset=iso-8859-1", "A note from the caf\xe9."),
		warcRecord("conversion", "https://courier.example/3", "text/plain", "What a PDF said."),
		warcPage("https://courier.example/feed", "Content-Type: application/xml\r\n",
			"<rss version='2.0'><channel><title>Courier</title><item><guid>f1</guid><description>Of the feed.</description></item></channel></rss>"),
	}
}

var sampleWARCAddresses = []string{
	"-!https://courier.example/1@2019-03-05T12:00:00Z", "-!https://courier.example/2@2019-03-05T12:00:00Z",
	"-!https://courier.example/note.txt@2019-03-05T12:00:00Z", "-!https://courier.example/3@2019-03-05T12:00:00Z",
	"-!https://courier.example/feed@2019-03-05T12:00:00Z!f1",
}

func TestWARC(t *testing.T) {
	t.Parallel()
	records := sampleWARC()
	members := ""
	for _, record := range records {
		members += gzipped(record)
	}
	whole := strings.Join(records, "")
	for name, data := range map[string]string{
		"plain": whole, "a member a record": members, "one member": gzipped(whole), "zstd": zstandard(whole), "twice": gzipped(members),
		"WARC 1.1": strings.ReplaceAll(whole, "WARC/1.0", "WARC/1.1"), "line feeds in the header": strings.ReplaceAll(whole, "WARC/1.0\r\n", "WARC/1.0\n"),
		"folded field": strings.ReplaceAll(whole, "WARC-Date: ", "WARC-Date:\r\n  "), "lower case": strings.ReplaceAll(whole, "Content-Length", "content-length"),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			originals, errs := openBytes(t, source.Options{}, []byte(data))
			if got := addresses(originals); !slices.Equal(got, sampleWARCAddresses) || len(errs) > 0 {
				t.Errorf("got %q, errors %q, want %q", got, errs, sampleWARCAddresses)
			}
		})
	}
}

func TestWARCDocuments(t *testing.T) {
	t.Parallel()
	originals, _ := openBytes(t, source.Options{}, []byte(strings.Join(sampleWARC(), "")))
	want := []string{pageText, pageText, "A note from the café.", "What a PDF said.", "Of the feed."}
	for i, original := range originals {
		doc, err := source.Parse(original)
		if err != nil {
			t.Errorf("%s: %v", original.Address, err)
			continue
		}
		if doc.Text != want[i] {
			t.Errorf("%s: got %q, want %q", original.Address, doc.Text, want[i])
		}
		if published := doc.Detail(rashomon.FieldPublished); published != "" {
			t.Errorf("%s: got published %q, want none: the time of capture is none of publication", original.Address, published)
		}
		want := rashomon.Detail{Field: rashomon.FieldURL, Value: original.Name, Rule: "warc/target-uri"}
		if original.Format != rashomon.FormatEntry && (!strings.HasPrefix(want.Value, "https://courier.example/") || !slices.Contains(doc.Details, want)) {
			t.Errorf("%s: got details %v, want %v among them", original.Address, doc.Details, want)
		}
	}
}

// TestPageOfAnArchiveIsThePage states that a page is the same document from a file and from an archive, however it was
// sent, and that the file, the address and the time of capture are kept.
func TestPageOfAnArchiveIsThePage(t *testing.T) {
	t.Parallel()
	html := "Content-Type: text/html; charset=windows-1252\r\n"
	folder := writeFiles(t, map[string]string{
		"a.warc":    warcPage("https://courier.example/1", html, page),
		"b.warc":    warcPage("https://courier.example/1", html+"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", chunked(gzipped(page))),
		"c.warc":    strings.Replace(warcPage("https://courier.example/1", html, page), "2019-03-05", "2019-03-06", 1),
		"d.warc.gz": gzipped(warcPage("https://courier.example/1", html, page)),
		"page.html": page,
	})
	originals, errs := open(t, source.Options{}, folder)
	if len(originals) != 5 || len(errs) > 0 {
		t.Fatalf("got %q, errors %q, want five", addresses(originals), errs)
	}
	for i, want := range []string{
		"a.warc!https://courier.example/1@2019-03-05T12:00:00Z", "b.warc!https://courier.example/1@2019-03-05T12:00:00Z",
		"c.warc!https://courier.example/1@2019-03-06T12:00:00Z", "d.warc.gz!https://courier.example/1@2019-03-05T12:00:00Z", "page.html",
	} {
		if got := originals[i]; got.Address != filepath.Join(folder, strings.SplitN(want, "!", 2)[0])+strings.TrimPrefix(want, strings.SplitN(want, "!", 2)[0]) {
			t.Errorf("got %q, want %q", got.Address, want)
		} else if string(got.Bytes) != page || got.Format != rashomon.FormatHTML || (got.Charset == "windows-1252") != (i < 4) {
			t.Errorf("%s: got format %s, charset %q, bytes %q", want, got.Format, got.Charset, got.Bytes)
		}
	}
}

// TestWARCCutAnywhere cuts an archive at every byte: what was whole before is kept, and a record that is cut is named.
func TestWARCCutAnywhere(t *testing.T) {
	t.Parallel()
	records := sampleWARC()
	whole := strings.Join(records, "")
	ends := []int{}
	for end, i := 0, 0; i < len(records); i++ {
		end += len(records[i])
		ends = append(ends, end)
	}
	for cut := len("WARC/1."); cut < len(whole); cut++ {
		var kept []string
		for i, end := range ends {
			if end-len("\r\n\r\n") <= cut { // without the empty lines behind it a record is whole
				kept = append(kept, records[i])
			}
		}
		want, _ := openBytes(t, source.Options{}, []byte(strings.Join(kept, "")))
		got, errs := openBytes(t, source.Options{Format: "warc"}, []byte(whole[:cut]))
		if !slices.Equal(addresses(got), addresses(want)) {
			t.Fatalf("cut at %d: got %q, want %q", cut, addresses(got), addresses(want))
		}
		inRecord := len(strings.TrimRight(whole[min(cut, len(strings.Join(kept, ""))):cut], "\r\n")) > 0
		if inRecord && (len(errs) == 0 || !strings.Contains(errs[len(errs)-1], fmt.Sprintf("record at byte %d: ", len(strings.Join(kept, ""))))) {
			t.Fatalf("cut at %d: got errors %q, want one that names byte %d", cut, errs, len(strings.Join(kept, "")))
		}
	}
}

// TestGzippedWARCCutAnywhere does the same with a member for each record.
func TestGzippedWARCCutAnywhere(t *testing.T) {
	t.Parallel()
	var whole string
	var ends []int
	pages := []string{}
	for i := range 4 {
		uri := fmt.Sprintf("https://courier.example/%d", i)
		whole += gzipped(warcPage(uri, "Content-Type: text/html\r\n", page))
		ends = append(ends, len(whole))
		pages = append(pages, "-!"+uri+"@2019-03-05T12:00:00Z")
	}
	for cut := 20; cut < len(whole); cut++ {
		complete := 0
		for complete < len(ends) && ends[complete] <= cut {
			complete++
		}
		got, errs := openBytes(t, source.Options{Format: "warc"}, []byte(whole[:cut]))
		if len(got) < complete || !slices.Equal(addresses(got), pages[:len(got)]) {
			t.Fatalf("cut at %d: got %q, want at least %q", cut, addresses(got), pages[:complete])
		}
		if isBorder := slices.Contains(ends, cut); isBorder == (len(errs) > 0) {
			t.Fatalf("cut at %d: got errors %q", cut, errs)
		}
	}
}

func TestDamagedWARC(t *testing.T) {
	t.Parallel()
	first, last := warcPage("https://courier.example/1", "Content-Type: text/html\r\n", page), warcPage("https://courier.example/2", "Content-Type: text/html\r\n", page)
	for name, c := range map[string]struct{ between, want string }{
		"junk":             {"these bytes are\r\nno record\r\n", "what stands here is no record"},
		"no length":        {"WARC/1.0\r\nWARC-Type: response\r\n\r\n", "does not tell its length"},
		"negative length":  {"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\n", "does not tell its length"},
		"length too short": {strings.Replace(last, "Content-Length: ", "Content-Length: 1\r\nX: ", 1), "does not begin with a status line"},
		"no colon":         {"WARC/1.0\r\nWARC-Type response\r\nContent-Length: 0\r\n\r\n", "not well-formed"},
		"endless line":     {"WARC/1.0\r\nX: " + strings.Repeat("x", 100_000) + "\r\nContent-Length: 0\r\n\r\n", "not well-formed"},
		"endless header":   {"WARC/1.0\r\n" + strings.Repeat("X: y\r\n", 2000) + "\r\n", "does not end"},
		"no status line":   {warcRecord("response", "https://courier.example/x", "application/http", "<html>"), "does not begin with a status line"},
		"too large":        {warcPage("https://courier.example/x", "Content-Type: text/html\r\n", strings.Repeat("x", 20_000)), "more than 10000 bytes"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			originals, errs := openBytes(t, source.Options{Limit: 10_000}, []byte(first+c.between+last))
			if got := addresses(originals); !slices.Equal(got, []string{sampleWARCAddresses[0], sampleWARCAddresses[1]}) {
				t.Errorf("got %q, want both pages", got)
			}
			if len(errs) == 0 || !strings.Contains(errs[0], c.want) || !strings.Contains(errs[0], fmt.Sprintf("record at byte %d", len(first))) {
				t.Errorf("got %q, want first one with %q at byte %d", errs, c.want, len(first))
			}
		})
	}
}

// TestWARCTakesApartWhatWasPutTogether states that pages of any bytes come out of an archive as they went in.
func TestWARCTakesApartWhatWasPutTogether(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		bodies := rapid.SliceOfN(rapid.SliceOf(rapid.Byte()), 1, 5).Draw(t, "bodies")
		var archive strings.Builder
		for i, body := range bodies {
			archive.WriteString(warcPage(fmt.Sprintf("https://courier.example/%d", i), "Content-Type: text/plain\r\n", string(body)))
		}
		i := 0
		for original, err := range (source.Options{Input: strings.NewReader(archive.String())}).Originals(t.Context(), []string{"-"}) {
			if err != nil {
				t.Fatal(err)
			}
			if string(original.Bytes) != string(bodies[i]) {
				t.Fatalf("got %q, want %q", original.Bytes, bodies[i])
			}
			i++
		}
		if i != len(bodies) {
			t.Fatalf("got %d pages, want %d", i, len(bodies))
		}
	})
}

// FuzzWARC states that pages that come out of an archive lie within it as they are, unless they were coded, that damage
// behind an archive takes nothing away from it, and that all ends.
func FuzzWARC(f *testing.F) {
	for _, record := range sampleWARC() {
		f.Add([]byte(record))
	}
	f.Add([]byte("WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n"))
	before := strings.Join(sampleWARC(), "")
	f.Fuzz(func(t *testing.T, data []byte) {
		originals, _ := openBytes(t, source.Options{Format: "warc", Limit: 1 << 20}, append([]byte(before), data...))
		if got := addresses(originals); len(got) < len(sampleWARCAddresses) || !slices.Equal(got[:len(sampleWARCAddresses)], sampleWARCAddresses) {
			t.Fatalf("behind a sound archive %q: got %q", data, got)
		}
		if bytes.Contains(bytes.ToLower(data), []byte("encoding")) {
			return
		}
		for _, original := range originals[len(sampleWARCAddresses):] {
			if original.Format != rashomon.FormatEntry && !bytes.Contains(data, original.Bytes) {
				t.Fatalf("%q does not lie within %q", original.Bytes, data)
			}
		}
	})
}

func BenchmarkWARC(b *testing.B) {
	random, text := rand.New(rand.NewPCG(1, 2)), rashomontest.LongArticle()
	var archive strings.Builder
	for i := range 200 {
		body := page + text[random.IntN(len(text)/2):][:20_000+random.IntN(60_000)]
		archive.WriteString(warcPage(fmt.Sprintf("https://courier.example/%d", i), "Content-Type: text/html\r\n", body))
	}
	benchmarkOriginals(b, "plain", archive.String(), archive.Len())
	benchmarkOriginals(b, "gzip", gzipped(archive.String()), archive.Len())
}

// benchmarkOriginals opens data; the speed is that of size bytes, which it unpacks to.
func benchmarkOriginals(b *testing.B, name, data string, size int) {
	b.Run(name, func(b *testing.B) {
		b.ReportAllocs()
		b.SetBytes(int64(size))
		for b.Loop() {
			originals := 0
			for _, err := range (source.Options{Input: strings.NewReader(data)}).Originals(b.Context(), []string{"-"}) {
				if err != nil {
					b.Fatal(err)
				}
				originals++
			}
			if originals == 0 {
				b.Fatal("no originals")
			}
		}
	})
}
