package echo_test

import (
	"context"
	"io/fs"
	"path"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"

	"rashomon"
	"rashomon/digest"
	"rashomon/examples"
	"rashomon/reader"
	"rashomon/source"
)

// embedded are the digests of the embedded case, read once.
var embedded = sync.OnceValues(func() ([]*digest.Digest, error) {
	var digests []*digest.Digest
	err := fs.WalkDir(examples.Case(), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := fs.ReadFile(examples.Case(), name)
		if err != nil {
			return err
		}
		d, err := read(rashomon.Original{Name: name, Bytes: content, Format: formats[path.Ext(name)]})
		digests = append(digests, d)
		return err
	})
	return digests, err
})

var formats = map[string]rashomon.Format{
	".txt": rashomon.FormatText, ".md": rashomon.FormatMarkdown, ".html": rashomon.FormatHTML, ".pdf": rashomon.FormatPDF,
}

func read(original rashomon.Original) (*digest.Digest, error) {
	doc, err := source.Parse(original)
	if err != nil {
		return nil, err
	}
	if err := reader.New().Read(context.Background(), doc); err != nil {
		return nil, err
	}
	return digest.Of(doc), nil
}

// accounts returns the digests of the embedded case.
func accounts(t testing.TB) []*digest.Digest {
	t.Helper()
	digests, err := embedded()
	if err != nil {
		t.Fatal(err)
	}
	return digests
}

// stories returns n accounts: those of the embedded case over and over, each time with other names and figures, days later.
func stories(t testing.TB, n int) []*digest.Digest {
	t.Helper()
	var out []*digest.Digest
	for seed := 0; len(out) < n; seed++ {
		for _, d := range accounts(t) {
			out = append(out, varied(d, seed))
		}
	}
	return out[:n]
}

// varied returns a digest with the letters of all names and the digits of all figures shifted by a seed, so that extents
// stay as they are. Seed 0 changes the id alone.
func varied(d *digest.Digest, seed int) *digest.Digest {
	out := *d
	out.Document = d.Document + "-" + strconv.Itoa(seed)
	named := map[string]bool{}
	for _, entity := range d.Entities {
		for _, mention := range entity.Mentions {
			if mention.Kind == rashomon.MentionName {
				for _, word := range letters.FindAllString(mention.Text, -1) {
					named[strings.ToLower(word)] = len(word) > 2
				}
			}
		}
	}
	shift := func(text string) string { return shifted(text, seed, named) }
	out.Text, out.Source, out.Agency, out.Published = shift(d.Text), shift(d.Source), shift(d.Agency), later(d.Published, seed)
	out.Sentences, out.Entities = nil, nil
	for _, s := range d.Sentences {
		terms := make([]string, len(s.Terms))
		for i, term := range s.Terms {
			terms[i] = shift(term)
		}
		s.Terms = terms
		out.Sentences = append(out.Sentences, s)
	}
	for _, entity := range d.Entities {
		entity.Name = shift(entity.Name)
		mentions := make([]digest.Mention, len(entity.Mentions))
		for i, mention := range entity.Mentions {
			mention.Text = shift(mention.Text)
			mentions[i] = mention
		}
		entity.Mentions = mentions
		out.Entities = append(out.Entities, entity)
	}
	out.Quantities, out.Statements, out.Timexes = nil, nil, nil
	for _, timex := range d.Timexes {
		timex.Value = clocks.ReplaceAllString(timex.Value, "T"+strconv.Itoa(10+seed%14)+":"+strconv.Itoa(10+seed%50))
		out.Timexes = append(out.Timexes, timex)
	}
	for _, q := range d.Quantities {
		q.Low, q.High = scaled(q.Low, seed), scaled(q.High, seed)
		out.Quantities = append(out.Quantities, q)
	}
	for _, s := range d.Statements {
		s.HolderName = shift(s.HolderName)
		out.Statements = append(out.Statements, s)
	}
	return &out
}

var clocks = regexp.MustCompile(`T\d\d:\d\d`)

var letters = regexp.MustCompile(`\pL+`)

func shifted(text string, seed int, named map[string]bool) string {
	return letters.ReplaceAllStringFunc(text, func(word string) string {
		if !named[strings.ToLower(word)] {
			return word
		}
		return strings.Map(func(r rune) rune { return shiftedLetter(r, seed) }, word)
	})
}

func shiftedLetter(r rune, seed int) rune {
	for _, first := range "aA" {
		if seed == 0 {
			return r
		}
		if r >= first && r < first+26 {
			return first + (r-first+1)*(7919*rune(seed%1000)+rune(seed/1000))/97%26
		}
	}
	return r
}

func scaled(value *float64, seed int) *float64 {
	if value == nil {
		return nil
	}
	out := *value * float64(1+seed)
	return &out
}

// later returns a day some months after another one, in another year after twelve.
func later(published string, seed int) string {
	if len(published) < 10 {
		return published
	}
	return strconv.Itoa(2000+seed%200/12) + "-" + string(rune('0'+seed%12/10)) + string(rune('0'+seed%12%10)) + published[7:]
}
