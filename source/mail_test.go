package source_test

import (
	"encoding/base64"
	"fmt"
	"mime/quotedprintable"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"rashomon"
	"rashomon/rashomontest"
	"rashomon/source"
)

func parseMail(message string) (*rashomon.Document, error) {
	return source.Parse(rashomon.Original{Bytes: []byte(message), Format: rashomon.FormatMail, Name: "x", Address: "box:1"})
}

// mailWith returns a message with fields and a body.
func mailWith(fields, body string) string {
	return "From: ida@courier.example\r\nSubject: The ferry\r\n" + fields + "\r\n" + strings.ReplaceAll(body, "\n", "\r\n")
}

// multipart returns the field and the body of an entity of parts.
func multipart(kind string, parts ...string) string {
	boundary := fmt.Sprintf("b%d", len(parts)+len(strings.Join(parts, "")))
	return fmt.Sprintf("Content-Type: multipart/%s; boundary=%s\n\n--%s\n%s\n--%s--\n", kind, boundary, boundary, strings.Join(parts, "\n--"+boundary+"\n"), boundary)
}

func part(fields, body string) string { return fields + "\n\n" + body }

const (
	plainPart = "Content-Type: text/plain"
	htmlPart  = "Content-Type: text/html"
)

func TestMailBodies(t *testing.T) {
	t.Parallel()
	text := func(fields, body string) string { return mailWith(fields, body) }
	nested := part(plainPart, "The ferry sails.")
	for range 10 {
		nested = multipart("mixed", nested)
	}
	entity := func(entity string) string { return "From: ida@courier.example\n" + entity }
	for name, c := range map[string]struct{ message, want string }{
		"no type":             {text("", "The ferry sails."), "The ferry sails."},
		"unknown type":        {text("Content-Type: ???\r\n", "The ferry sails."), "The ferry sails."},
		"quoted-printable":    {text("Content-Transfer-Encoding: Quoted-Printable\r\n", "The fe=\nrry sails=2E"), "The ferry sails."},
		"base64":              {text("Content-Transfer-Encoding: base64\r\n", "VGhlIGZlcnJ5\nIHNhaWxzLg==\n"), "The ferry sails."},
		"base64, cut":         {text("Content-Transfer-Encoding: base64\r\n", "VGhlIGZlcnJ5\nIHNhaWxzLg"), "The ferry sails"},
		"charset":             {text("Content-Type: text/plain; charset=KOI8-R\r\n", "\xf0\xc1\xd2\xcf\xcd."), "Паром."},
		"HTML":                {text(htmlPart+"\r\n", "<p>The ferry</p><p>sails.</p>"), "The ferry\n\nsails."},
		"plain before HTML":   {entity(multipart("alternative", part(htmlPart, "<p>Not this.</p>"), part(plainPart, "The ferry sails."))), "The ferry sails."},
		"empty plain":         {entity(multipart("alternative", part(plainPart, " "), part(htmlPart, "<p>The ferry sails.</p>"))), "The ferry sails."},
		"related":             {entity(multipart("alternative", multipart("related", part(htmlPart, "<p>The ferry sails.</p>"), part("Content-Type: image/png", "x")))), "The ferry sails."},
		"attached":            {entity(multipart("mixed", part(plainPart, "The ferry sails."), part(plainPart+"\nContent-Disposition: attachment; filename=x.txt", "Not this."))), "The ferry sails."},
		"two texts":           {entity(multipart("mixed", part(plainPart, "The ferry"), part(htmlPart, "sails."))), "The ferry\n\nsails."},
		"nested":              {entity(nested), "The ferry sails."},
		"no last boundary":    {entity(strings.TrimSuffix(multipart("mixed", part(plainPart, "The ferry sails."), part(plainPart, "")), "--\n")), "The ferry sails."},
		"flowed":              {text("Content-Type: text/plain; format=flowed\r\n", "The ferry \nsails.\n\n> as \n> quoted\n\n From"), "The ferry sails.\n\nas quoted\n\nFrom"},
		"flowed, delsp":       {text("Content-Type: text/plain; format=flowed; delsp=yes\r\n", "The fer \nry sails."), "The ferry sails."},
		"not flowed":          {text("", "The ferry \nsails."), "The ferry \nsails."},
		"quoted From in text": {text("", ">From here."), ">From here."},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			doc, err := parseMail(c.message)
			if err != nil || doc.Text != c.want {
				t.Errorf("got %+v, error %v, want %q", doc, err, c.want)
			}
		})
	}
}

func TestMailParts(t *testing.T) {
	t.Parallel()
	doc, err := parseMail(mailWith("", "Ben wrote:\n> Was it the pilot?\n>\n> I doubt it.\n>> They say so.\n\nI saw him sleep at the wheel.\n\n-- \nIda\n> not a quote\n"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range doc.Parts {
		got = append(got, fmt.Sprintf("%s: %s", p.Kind, doc.Quote(p.Extent)))
	}
	want := []string{
		"body: Ben wrote:", "quote: Was it the pilot?", "quote: I doubt it.", "quote: They say so.", "body: I saw him sleep at the wheel.",
		"boilerplate: -- \nIda\n> not a quote",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestMailThatCannotBeRead(t *testing.T) {
	t.Parallel()
	deep := part(plainPart, "Deep.")
	for range 10_000 {
		deep = "Content-Type: multipart/mixed; boundary=b\n\n--b\n" + deep
	}
	wide := multipart("mixed", slices.Repeat([]string{part(plainPart, "x")}, 5000)...)
	for name, c := range map[string]struct{ message, want string }{
		"no header":  {"no colon here\n\nText.", "no mail"},
		"no text":    {mailWith("", " \n"), "the message has no text"},
		"a picture":  {mailWith("Content-Type: image/png\r\n", "x"), "the message has no text"},
		"deep":       {deep, "parts nest more than 20 deep"},
		"wide":       {wide, "more than 1000 parts"},
		"binary":     {mailWith("", "\x00\x01\x02"), "this is no text"},
		"bad base64": {mailWith("Content-Transfer-Encoding: base64\r\n", "!!!!"), "is not sound base64"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			doc, err := parseMail(c.message)
			if err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "box:1: ") {
				t.Errorf("got %v, error %v, want one with %q", doc, err, c.want)
			}
		})
	}
}

// TestMailHeaders writes names as mail programs do.
func TestMailHeaders(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		field string
		name  rashomon.Field
		want  string
	}{
		{"Subject: =?utf-8?b?Q2Fmw6k=?= and =?koi8-r?q?=F0=C1?=", rashomon.FieldTitle, "Café and Па"},
		{"Subject: =?utf-8?q?one?=\r\n =?utf-8?q?_two?=", rashomon.FieldTitle, "one two"},
		{"Subject: raw caf\xe9", rashomon.FieldTitle, "raw café"},
		{"Subject: raw café", rashomon.FieldTitle, "raw café"},
		{"Subject: =?klingon?q?x?=", rashomon.FieldTitle, "x"},
		{"Subject: =?utf-8?q?cut", rashomon.FieldTitle, "=?utf-8?q?cut"},
		{"From: \"Quell, Ida\" <ida@courier.example>", rashomon.FieldAuthor, "Quell, Ida"},
		{"From: ida@courier.example (Ida Quell)", rashomon.FieldAuthor, "Ida Quell"},
		{"From: Ida at the Courier", rashomon.FieldAuthor, "Ida at the Courier"},
		{"List-Id: <watch.lists.example>", rashomon.FieldSource, "watch.lists.example"},
		{"List-Id: \"Harbour Watch\" <watch.lists.example>", rashomon.FieldSource, "Harbour Watch"},
		{"Date: Tue, 5 Mar 2019 12:00:00 +0100", rashomon.FieldPublished, "2019-03-05T12:00:00+01:00"},
		{"Date: some day", rashomon.FieldPublished, ""},
		{"Date: 04/05/2019 10:00", rashomon.FieldPublished, ""},
	} {
		doc, err := parseMail(c.field + "\r\n\r\nThe ferry sails.")
		if err != nil {
			t.Errorf("%q: %v", c.field, err)
		} else if got := doc.Detail(c.name); got != c.want {
			t.Errorf("%q: got %q, want %q", c.field, got, c.want)
		}
	}
}

// TestMailBoxTakesApartWhatWasPutTogether quotes From lines as mboxrd does.
func TestMailBoxTakesApartWhatWasPutTogether(t *testing.T) {
	t.Parallel()
	line := rapid.OneOf(rapid.StringMatching(`[ -~]{0,30}`), rapid.StringMatching(`>{0,2}From [a-z]{0,5} 10:00 2019`), rapid.Just(""))
	rapid.Check(t, func(r *rapid.T) {
		var box strings.Builder
		var want []string
		for i := range rapid.IntRange(1, 4).Draw(r, "messages") {
			body := rapid.SliceOfN(line, 1, 6).Draw(r, "body")
			message := fmt.Sprintf("Subject: %d\n\n%s\n", i, strings.Join(body, "\n"))
			want = append(want, message)
			box.WriteString("From ida@courier.example Mon Mar  4 18:20:00 2019\n")
			for line := range strings.Lines(message) {
				if strings.HasPrefix(strings.TrimLeft(line, ">"), "From ") {
					box.WriteString(">")
				}
				box.WriteString(line)
			}
			box.WriteString("\n")
		}
		originals, errs := openBytes(t, source.Options{Format: "mbox"}, []byte(box.String()))
		var got []string
		for _, original := range originals {
			got = append(got, string(original.Bytes))
		}
		if !slices.Equal(got, want) || len(errs) > 0 {
			r.Fatalf("%q: got %q, errors %q, want %q", box.String(), got, errs, want)
		}
	})
}

// FuzzMailBox states that what is put behind a box takes nothing from it, and that its messages join to no more than
// the box. What is attached to them is their own affair: it may be packed, or broken.
func FuzzMailBox(f *testing.F) {
	f.Add(readText(f, "testdata/container/list.mbox"))
	f.Add("From x\n\n>>From y 10:00 2019\r\n\r\nFrom z 10:00 2019\n")
	const first = "From ida Mon Mar  4 18:20:00 2019\nSubject: x\n\nThe ferry sails.\n"
	f.Fuzz(func(t *testing.T, data string) {
		box := first + "\nFrom ben Mon Mar  4 18:20:00 2019\n" + data
		originals, errs := openBytes(t, source.Options{Format: "mbox"}, []byte(box))
		originals = slices.DeleteFunc(originals, func(o rashomon.Original) bool { return isAttached(o.Address) })
		errs = slices.DeleteFunc(errs, isAttached)
		if len(errs) > 0 || len(originals) < 2 || "From ida Mon Mar  4 18:20:00 2019\n"+string(originals[0].Bytes) != first {
			t.Fatalf("%q: got %q, errors %q", box, addresses(originals), errs)
		}
		size := 0
		for _, original := range originals {
			size += len(original.Bytes)
		}
		if size > len(box) {
			t.Fatalf("%q: %d bytes of messages", box, size)
		}
	})
}

// isAttached reports whether an address, or an error that begins with one, is of an attachment.
func isAttached(address string) bool { return strings.Contains(address, "!") }

// FuzzMail states that a text is read from a message in the same way whatever transfer encoding it is sent in, and that
// what is read of any message is sound. Of control characters an encoding may make too many for a text.
func FuzzMail(f *testing.F) {
	for _, message := range strings.Split(readText(f, "testdata/container/list.mbox"), "\nFrom ") {
		_, message, _ = strings.Cut(message, "\n")
		fields, body, _ := strings.Cut(message, "\n\n")
		f.Add(fields, body)
	}
	f.Add("Content-Type: text/plain; format=flowed", "> a \n> b \n\n-- \nx")
	f.Fuzz(func(t *testing.T, fields, body string) {
		if doc, err := parseMail(fields + "\n\n" + body); err == nil && doc.Check() != nil {
			t.Fatalf("%q, %q: %v", fields, body, doc.Check())
		}
		if hasControls(body) || !utf8.ValidString(body) || strings.HasPrefix(body, "\ufeff") {
			return
		}
		var quoted strings.Builder
		w := quotedprintable.NewWriter(&quoted)
		w.Write([]byte(body))
		w.Close()
		plain, err := parseMail("Subject: x\n\n" + body)
		for encoding, encoded := range map[string]string{"quoted-printable": quoted.String(), "base64": base64.StdEncoding.EncodeToString([]byte(body))} {
			again, encodedErr := parseMail("Subject: x\nContent-Transfer-Encoding: " + encoding + "\n\n" + encoded)
			if (err == nil) != (encodedErr == nil) || err == nil && again.Text != plain.Text {
				t.Fatalf("%q: %v, in %s: %v", body, err, encoding, encodedErr)
			}
		}
	})
}

func BenchmarkMail(b *testing.B) {
	message := mailWith("Message-ID: <x@y.example>\r\nContent-Type: text/plain; charset=utf-8\r\n", rashomontest.Article())
	var box strings.Builder
	for range 500 {
		box.WriteString("From ida Mon Mar  4 18:20:00 2019\n" + message + "\n")
	}
	benchmarkOriginals(b, "mbox", box.String(), box.Len())
	b.Run("parse", func(b *testing.B) {
		b.ReportAllocs()
		b.SetBytes(int64(len(message)))
		for b.Loop() {
			if _, err := parseMail(message); err != nil {
				b.Fatal(err)
			}
		}
	})
}
