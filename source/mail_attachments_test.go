package source_test

import (
	"encoding/base64"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rashomon"
	"rashomon/source"
)

// attached returns an entity that is attached under a name, in base64.
func attached(mediaType, name, content string) string {
	return part("Content-Type: "+mediaType+"\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename=\""+name+"\"",
		base64.StdEncoding.EncodeToString([]byte(content)))
}

func TestAttachments(t *testing.T) {
	t.Parallel()
	forwarded := "From: ben@courier.example\nSubject: Fwd\n" + multipart("mixed", part(plainPart, "Forwarded."), attached("text/plain", "deep.txt", "Deep."))
	message := "From: ida@courier.example\nSubject: x\n" + multipart("mixed",
		multipart("alternative", part(plainPart, "The ferry sails."), part(htmlPart, "<p>The ferry sails.</p>")),
		attached("text/plain; charset=iso-8859-1", "note.txt", "From the caf\xe9."),
		attached("text/html", "=?utf-8?q?p=C3=A4ge=2Ehtml?=", page),
		attached("application/octet-stream", "report.pdf", "%PDF-1.4 and so on"),
		attached("application/pdf", "", "%PDF-1.4 without a name"),
		attached("image/png", "picture.png", "\x89PNG\x00\x00"),
		attached("application/pgp-signature", "signature.asc", "-----BEGIN PGP SIGNATURE-----"),
		attached("text/calendar", "invite.ics", "BEGIN:VCALENDAR"),
		attached("application/zip", "more.zip", zipped(t, member{name: "in.txt", content: "In the archive."})),
		attached("text/csv", "table.csv", "text,id\nOf a table.,7\n"),
		attached("text/plain", "=?utf-8?q?../../=1B[2Jup.txt?=", "Upwards."),
		part("Content-Type: message/rfc822", forwarded),
	)
	want := []string{"", "!note.txt", "!päge.html", "!report.pdf", "!attachment 4", "!more.zip!in.txt", "!table.csv:2", "!attachment 9", "!attachment 10", "!attachment 10!deep.txt"}
	formats := []rashomon.Format{"mail", "text", "html", "pdf", "pdf", "text", "csv", "text", "mail", "text"}
	box := "From ida@courier.example Mon Mar  4 18:20:00 2019\n" + message
	folder := writeFiles(t, map[string]string{"a.eml": message, "b.mbox": box})
	for _, c := range []struct {
		file, address string
		format        rashomon.Format
	}{{"a.eml", "a.eml", ""}, {"b.mbox", "b.mbox:1", ""}, {"a.eml", "a.eml", "mail"}, {"b.mbox", "b.mbox:1", "mbox"}} {
		originals, errs := open(t, source.Options{Format: c.format}, filepath.Join(folder, c.file))
		var got []string
		var as []rashomon.Format
		for _, original := range originals {
			got = append(got, strings.TrimPrefix(original.Address, filepath.Join(folder, c.address)))
			as = append(as, original.Format)
		}
		if !slices.Equal(got, want) || !slices.Equal(as, formats) || len(errs) > 0 {
			t.Fatalf("%s: got %q as %q, errors %q, want %q as %q", c.file, got, as, errs, want, formats)
		}
		note := originals[1]
		if doc, err := source.Parse(note); err != nil || string(note.Bytes) != "From the caf\xe9." || note.Charset != "iso-8859-1" || doc.Text != "From the café." || note.Name != "note.txt" {
			t.Errorf("got %q in %q under %q, error %v", note.Bytes, note.Charset, note.Name, err)
		}
	}
}

// TestAttachmentsAreBounded sends mails within mails, parts within parts, and a bomb.
func TestAttachmentsAreBounded(t *testing.T) {
	t.Parallel()
	mails, parts := "Subject: x\nFrom: y\n\nThe ferry sails.", part(plainPart, "The ferry sails.")
	for range 30 {
		mails = "Subject: x\nFrom: y\n" + multipart("mixed", attached("message/rfc822", "m.eml", mails))
	}
	for range 30 {
		parts = multipart("mixed", parts, attached("text/plain", "x.txt", "Deep."))
	}
	many := make([]string, 1500)
	for i := range many {
		many[i] = attached("text/plain", fmt.Sprint(i, ".txt"), "A text.")
	}
	for name, c := range map[string]struct {
		message string
		most    int
		want    string
	}{
		"mails":  {mails, 5, "too large: -!m.eml!m.eml!m.eml!m.eml: more than 3 containers"},
		"parts":  {"From: y\n" + parts, 25, ""},
		"number": {"From: y\n" + multipart("mixed", many...), 1001, ""},
		"bomb":   {"From: y\n" + multipart("mixed", attached("application/gzip", "x.txt.gz", gzipped(strings.Repeat(" ", 30<<20)))), 1, "too large: -!x.txt.gz: "},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			originals, errs := openBytes(t, source.Options{Format: rashomon.FormatMail, Limit: 4 << 20}, []byte(c.message))
			if len(originals) == 0 || len(originals) > c.most || (c.want != "") != (len(errs) == 1) || c.want != "" && !strings.HasPrefix(errs[0], c.want) {
				t.Errorf("got %d originals, errors %q, want at most %d and %q", len(originals), errs, c.most, c.want)
			}
		})
	}
}
