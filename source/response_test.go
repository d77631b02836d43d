package source_test

import (
	"bytes"
	"compress/flate"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"

	"rashomon"
	"rashomon/source"
)

func deflated(data string) (withHeader, bare string) {
	var wrapped, plain bytes.Buffer
	w := zlib.NewWriter(&wrapped)
	w.Write([]byte(data))
	w.Close()
	f, _ := flate.NewWriter(&plain, flate.DefaultCompression)
	f.Write([]byte(data))
	f.Close()
	return wrapped.String(), plain.String()
}

func brotlied(data string) string {
	var out bytes.Buffer
	w := brotli.NewWriter(&out)
	w.Write([]byte(data))
	w.Close()
	return out.String()
}

func chunked(data string) string {
	return fmt.Sprintf("5;extension=1\r\n%s\r\n%x\r\n%s\r\n0\r\nTrailer: x\r\n\r\n", data[:5], len(data)-5, data[5:])
}

// parseResponse reads the page that a response in a web archive sends.
func parseResponse(response string) (*rashomon.Document, error) {
	record := warcRecord("response", "https://courier.example/1", "application/http", response)
	options := source.Options{Input: strings.NewReader(record), Format: "warc"}
	for original, err := range options.Originals(context.Background(), []string{"-"}) {
		if err != nil {
			return nil, err
		}
		return source.Parse(original)
	}
	return nil, errors.New("no original")
}

func TestResponses(t *testing.T) {
	t.Parallel()
	zlibbed, bare := deflated(page)
	html := "Content-Type: text/html; charset=utf-8\r\n"
	for name, response := range map[string]string{
		"plain":                   httpPage("200 OK", html, page),
		"chunked":                 httpPage("200 OK", html+"Transfer-Encoding: chunked\r\n", chunked(page)),
		"no longer chunked":       httpPage("200 OK", html+"Transfer-Encoding: chunked\r\n", page),
		"chunked, cut":            httpPage("200 OK", html+"Transfer-Encoding: chunked\r\n", strings.TrimSuffix(chunked(page), "0\r\nTrailer: x\r\n\r\n")),
		"gzip":                    httpPage("200 OK", html+"Content-Encoding: gzip\r\n", gzipped(page)),
		"no longer gzip":          httpPage("200 OK", html+"Content-Encoding: gzip\r\n", page),
		"chunked gzip":            httpPage("200 OK", html+"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", chunked(gzipped(page))),
		"zlib":                    httpPage("200 OK", html+"Content-Encoding: deflate\r\n", zlibbed),
		"deflate":                 httpPage("200 OK", html+"Content-Encoding: deflate\r\n", bare),
		"brotli":                  httpPage("200 OK", html+"Content-Encoding: br\r\n", brotlied(page)),
		"zstd":                    httpPage("200 OK", html+"Content-Encoding: zstd\r\n", zstandard(page)),
		"gzip, then brotli":       httpPage("200 OK", html+"Content-Encoding: gzip, br\r\n", brotlied(gzipped(page))),
		"wrong length":            httpPage("200 OK", html+"Content-Length: 9999\r\n", page),
		"HTTP/2":                  strings.Replace(httpPage("200 OK", html, page), "HTTP/1.1", "HTTP/2", 1),
		"no reason":               strings.Replace(httpPage("200 OK", html, page), "200 OK", "200", 1),
		"header goes before meta": httpPage("200 OK", html, strings.Replace(page, "<title>", "<meta charset=utf-16><title>", 1)),
		"type told by the bytes":  httpPage("200 OK", "", page),
		"unknown charset":         httpPage("200 OK", "Content-Type: text/html; charset=klingon\r\n", page),
		"broken type":             httpPage("200 OK", "Content-Type: text/html; charset\r\n", page),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			doc, err := parseResponse(response)
			if err != nil {
				t.Fatal(err)
			}
			if doc.Text != pageText {
				t.Errorf("got %q, want %q", doc.Text, pageText)
			}
			if got := doc.Detail(rashomon.FieldURL); got != "https://courier.example/1" {
				t.Errorf("got url %q", got)
			}
		})
	}
}

func TestResponseCharset(t *testing.T) {
	t.Parallel()
	doc, err := parseResponse(httpPage("200 OK", "Content-Type: text/html; charset=windows-1251\r\n", "<meta charset=iso-8859-1><p>\xcf\xe0\xf0\xee\xec \xf1\xe5\xeb \xed\xe0 \xec\xe5\xeb\xfc \xe2 \xef\xee\xeb\xe4\xe5\xed\xfc, \xed\xe8\xea\xf2\xee \xed\xe5 \xef\xee\xf1\xf2\xf0\xe0\xe4\xe0\xeb.</p>"))
	if err != nil {
		t.Fatal(err)
	}
	if want := "Паром сел на мель в полдень, никто не пострадал."; doc.Text != want {
		t.Errorf("got %q, want %q", doc.Text, want)
	}
}

func TestResponsesThatCannotBeRead(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ response, want string }{
		"empty":             {"", "does not begin with a status line"},
		"no status":         {"HTTP/1.1 fine\r\n\r\n", "its status is no number"},
		"broken header":     {"HTTP/1.1 200 OK\r\nno colon\r\n\r\n", "headers are not well-formed"},
		"unknown coding":    {httpPage("200 OK", "Content-Type: text/html\r\nContent-Encoding: rot13\r\n", page), "compressed by a method that is not known: rot13"},
		"coded over & over": {httpPage("200 OK", "Content-Type: text/html\r\nContent-Encoding: gzip, gzip, gzip, gzip\r\n", page), "compressed 4 times over"},
		"bomb":              {httpPage("200 OK", "Content-Type: text/html\r\nContent-Encoding: gzip\r\n", gzipped(strings.Repeat(" ", 60<<20))), "one document of more than"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			doc, err := parseResponse(c.response)
			if err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "-, record at byte 0: ") {
				t.Errorf("got %v, error %v, want one with %q", doc, err, c.want)
			}
		})
	}
}

// FuzzResponse states that a response that can be read gives a sound document, and the same when its body is sent in
// chunks or compressed.
func FuzzResponse(f *testing.F) {
	f.Add("Content-Type: text/html; charset=utf-8\r\n", page)
	f.Add("Content-Type: text/plain; charset=iso-8859-1\r\nContent-Language: en\r\n", "A note from the caf\xe9.")
	f.Add("X: y\r\n", "<p>Text in a paragraph of no type.")
	f.Fuzz(func(t *testing.T, headers, body string) {
		lower := strings.ToLower(headers)
		if len(body) < 6 || !strings.HasSuffix(headers, "\r\n") || strings.Contains("\n"+strings.ReplaceAll(headers, "\r", ""), "\n\n") || strings.Contains(lower, "encoding") || strings.HasPrefix(body, "\x1f\x8b") {
			return
		}
		plain, err := parseResponse(httpPage("200 OK", headers, body))
		for coding, coded := range map[string]string{"Transfer-Encoding: chunked": chunked(body), "Content-Encoding: gzip": gzipped(body), "Content-Encoding: br": brotlied(body)} {
			again, codedErr := parseResponse(httpPage("200 OK", headers+coding+"\r\n", coded))
			if (err == nil) != (codedErr == nil) || err == nil && plain.Text != again.Text {
				t.Fatalf("%q, %q: %v; with %s: %v", headers, body, err, coding, codedErr)
			}
		}
		if err == nil && plain.Check() != nil {
			t.Fatalf("%q, %q: %v", headers, body, plain.Check())
		}
	})
}

func BenchmarkResponse(b *testing.B) {
	text := strings.Repeat("The ferry ran aground at noon, and two hours went by before help came.\n\n", 1000)
	for name, response := range map[string]string{
		"plain": httpPage("200 OK", "Content-Type: text/plain\r\n", text), "gzip": httpPage("200 OK", "Content-Type: text/plain\r\nContent-Encoding: gzip\r\n", gzipped(text)),
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				if _, err := parseResponse(response); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
