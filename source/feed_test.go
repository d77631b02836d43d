package source_test

import (
	"fmt"
	"html"
	"strings"
	"testing"
	"unicode/utf16"

	"pgregory.net/rapid"

	"rashomon/rashomontest"
	"rashomon/source"
)

// TestEntriesStandForThemselves opens the original of every entry as a feed: it holds that entry alone, unchanged.
func TestEntriesStandForThemselves(t *testing.T) {
	t.Parallel()
	for _, path := range []string{"testdata/container/rss2.xml", "testdata/container/rss1.rdf", "testdata/container/atom.xml"} {
		originals, errs := open(t, source.Options{}, path)
		if len(originals) == 0 || len(errs) > 0 {
			t.Errorf("%s: got %d originals, errors %q", path, len(originals), errs)
		}
		for _, original := range originals {
			again, errs := openBytes(t, source.Options{Format: "feed"}, original.Bytes)
			if len(errs) > 0 || len(again) != 1 || string(again[0].Bytes) != string(original.Bytes) {
				t.Errorf("%s: got %d originals, errors %q of %q", original.Address, len(again), errs, original.Bytes)
			}
		}
	}
}

// TestEntryDoesNotDependOnTheHourOfTheFeed opens two states of a feed.
func TestEntryDoesNotDependOnTheHourOfTheFeed(t *testing.T) {
	t.Parallel()
	feed := func(date, before string) string {
		return "<rss version='2.0'><channel><title>Courier</title><pubDate>" + date + "</pubDate>" + before +
			"<item><guid>1</guid><description>The ferry sails.</description></item></channel></rss>"
	}
	now, _ := openBytes(t, source.Options{}, []byte(feed("today", "")))
	later, _ := openBytes(t, source.Options{}, []byte(feed("tomorrow", "<item><guid>2</guid><description>It sank.</description></item>")))
	if len(now) != 1 || len(later) != 2 || now[0].ID() != later[1].ID() {
		t.Errorf("got %v and %v, want one entry that is the same in both", now, later)
	}
}

func TestFeedsOfAllKinds(t *testing.T) {
	t.Parallel()
	const entry = "<item><title>T</title><description>The ferry sails.</description></item>"
	utf16LE := []byte("\xff\xfe")
	for _, unit := range utf16.Encode([]rune("<?xml version='1.0' encoding='utf-16'?><rss><channel>" + entry + "</channel></rss>")) {
		utf16LE = append(utf16LE, byte(unit), byte(unit>>8))
	}
	for name, data := range map[string]string{
		"no version":        "<rss><channel>" + entry + "</channel></rss>",
		"doctype":           "<?xml version='1.0'?><!DOCTYPE rss PUBLIC '-//Netscape//DTD RSS 0.91//EN' 'x'><rss version='0.91'><channel>" + entry + "</channel></rss>",
		"entities":          "<!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><rss><channel><title>&b;</title>" + entry + "</channel></rss>",
		"byte order mark":   "\ufeff<rss><channel>" + entry + "</channel></rss>",
		"UTF-16":            string(utf16LE),
		"items behind":      "<rss><channel><title>x</title></channel>" + entry + "</rss>",
		"comments":          "<!-- <item> --><rss><channel><!-- <item> -->" + entry + "<!-- <item> --></channel></rss>",
		"empty item":        "<rss><channel><item/>" + entry + "</channel></rss>",
		"attributes":        "<rss><channel><item id='1' class=\"x\">" + strings.TrimPrefix(entry, "<item>") + "</channel></rss>",
		"never ends":        "<rss><channel>" + entry,
		"Atom":              "<feed xmlns='http://www.w3.org/2005/Atom'><entry><summary>The ferry sails.</summary></entry></feed>",
		"Atom with prefix":  "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:title>x</a:title><a:entry><a:summary>The ferry sails.</a:summary></a:entry></a:feed>",
		"line breaks":       strings.ReplaceAll("<rss><channel>"+entry+"</channel></rss>", "><", ">\r\n<"),
		"control character": "<rss><channel><title>\x03</title>" + entry + "</channel></rss>",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			originals, errs := openBytes(t, source.Options{Format: "feed"}, []byte(data))
			if len(originals) != 1 || len(errs) > 0 {
				t.Fatalf("got %d originals, errors %q, want one", len(originals), errs)
			}
			doc, err := source.Parse(originals[0])
			if err != nil || doc.Text != "The ferry sails." {
				t.Errorf("got %+v, error %v", doc, err)
			}
		})
	}
}

func TestFeedsThatCannotBeRead(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ data, want string }{
		"another root":  {"<other/>", "this XML is no feed"},
		"text":          {"The ferry sails.", "this XML is no feed"},
		"no entry":      {"<rss><channel><title>x</title></channel></rss>", "it holds no document"},
		"cut":           {"<rss><channel>\n<item><title>x", "-:2: the file ends in the middle"},
		"open comment":  {"<rss><!-- ", "the file ends in the middle"},
		"invalid UTF-8": {"<rss><channel><item><title>ä ö ü \xe9</title></item></channel></rss>", "is not UTF-8"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			originals, errs := openBytes(t, source.Options{Format: "feed"}, []byte(c.data))
			if len(originals) != 0 || len(errs) != 1 || !strings.Contains(errs[0], c.want) {
				t.Errorf("got %d originals, errors %.300q, want one with %q", len(originals), errs, c.want)
			}
		})
	}
}

// TestDeepEntry nests elements a hundred thousand deep, and HTML in another entry.
func TestDeepEntry(t *testing.T) {
	t.Parallel()
	open, end := strings.Repeat("<i>", 100_000), strings.Repeat("</i>", 100_000)
	data := "<rss><channel><item><title>1</title>" + open + end + "<description>The ferry sails.</description></item>" +
		"<item><description>" + open + "The ferry sails." + end + "</description></item>" +
		"<item><description>" + html.EscapeString(open) + "The ferry sails.</description></item></channel></rss>"
	originals, errs := openBytes(t, source.Options{}, []byte(data))
	if len(originals) != 3 || len(errs) > 0 {
		t.Fatalf("got %d originals, errors %.300q, want three", len(originals), errs)
	}
	for i, original := range originals {
		if doc, err := source.Parse(original); err == nil && doc.Text != "The ferry sails." {
			t.Errorf("%d: got %q", i, doc.Text)
		}
	}
}

// TestFeedTakesApartWhatWasPutTogether states that texts of any words come out of a feed as they went in.
func TestFeedTakesApartWhatWasPutTogether(t *testing.T) {
	t.Parallel()
	text := rapid.StringMatching(`[A-Za-z<>&"'\]äß]([A-Za-z<>&"'\]/ äß]{0,30}[a-z])?`)
	rapid.Check(t, func(r *rapid.T) {
		texts := rapid.SliceOfN(text, 1, 5).Draw(r, "texts")
		var feed strings.Builder
		feed.WriteString("<rss><channel><title>Courier</title>")
		for i, text := range texts {
			content := html.EscapeString(html.EscapeString(text))
			if i%2 == 1 {
				content = "<![CDATA[" + html.EscapeString(text) + "]]>"
			}
			fmt.Fprintf(&feed, "<item><guid>%d</guid><description>%s</description></item>", i, content)
		}
		feed.WriteString("</channel></rss>")
		originals, errs := openBytes(t, source.Options{}, []byte(feed.String()))
		if len(originals) != len(texts) || len(errs) > 0 {
			r.Fatalf("%q: got %d originals, errors %q, want %q", feed.String(), len(originals), errs, texts)
		}
		for i, original := range originals {
			doc, err := source.Parse(original)
			if err != nil || strings.Join(strings.Fields(doc.Text), " ") != strings.Join(strings.Fields(texts[i]), " ") {
				r.Fatalf("%q: got %+v, error %v, want %q", feed.String(), doc, err, texts[i])
			}
		}
	})
}

// FuzzFeed states that the original of an entry is a feed of that entry, and that documents are sound.
func FuzzFeed(f *testing.F) {
	for _, path := range containers(f) {
		if strings.HasSuffix(path, ".xml") || strings.HasSuffix(path, ".rdf") {
			f.Add(readText(f, path))
		}
	}
	f.Add("<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry><a:id>1</a:id></a:entry></a:feed>")
	f.Fuzz(func(t *testing.T, data string) { checkReopened(t, "feed", data) })
}

func BenchmarkFeed(b *testing.B) {
	var feed strings.Builder
	feed.WriteString("<rss><channel><title>Courier</title>")
	for i := range 500 {
		fmt.Fprintf(&feed, "<item><guid>%d</guid><description>&lt;p>%s</description></item>", i, html.EscapeString(rashomontest.Article()))
	}
	feed.WriteString("</channel></rss>")
	benchmarkOriginals(b, "open", feed.String(), feed.Len())
	originals, _ := openBytes(b, source.Options{}, []byte(feed.String()))
	b.Run("parse", func(b *testing.B) {
		b.ReportAllocs()
		b.SetBytes(int64(len(originals[0].Bytes)))
		for b.Loop() {
			if _, err := source.Parse(originals[0]); err != nil {
				b.Fatal(err)
			}
		}
	})
}
