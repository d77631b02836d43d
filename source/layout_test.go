package source

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rashomon"
	"rashomon/rashomontest"
)

// tiling returns an error unless the parts are in order, disjoint, trimmed, on rune borders, and leave out nothing but
// white space.
func tiling(text string, parts []rashomon.Part) error {
	end := 0
	for _, p := range parts {
		if p.Extent.Start < end || p.Extent.End > len(text) || p.Extent.Empty() {
			return fmt.Errorf("part %v of %d bytes does not follow the one that ends at %d", p, len(text), end)
		}
		gap, quoted := text[end:p.Extent.Start], text[p.Extent.Start:p.Extent.End]
		if strings.TrimSpace(gap) != "" {
			return fmt.Errorf("%q lies between parts", gap)
		}
		if strings.TrimSpace(quoted) != quoted {
			return fmt.Errorf("part %q has white space around it", quoted)
		}
		if !utf8.ValidString(quoted) {
			return fmt.Errorf("part %q is not on rune borders", quoted)
		}
		end = p.Extent.End
	}
	if strings.TrimSpace(text[end:]) != "" {
		return fmt.Errorf("%q lies behind the last part", text[end:])
	}
	return nil
}

// printParts gives one line a part: kind, rule, text.
func printParts(text string, parts []rashomon.Part) string {
	var out strings.Builder
	for _, p := range parts {
		fmt.Fprintf(&out, "%-11s %-24s %q\n", p.Kind, p.Rule, text[p.Extent.Start:p.Extent.End])
	}
	return out.String()
}

func TestLayoutGolden(t *testing.T) {
	t.Parallel()
	for _, path := range glob(t, "testdata/layout/*.txt") {
		t.Run(filepath.Base(path), func(t *testing.T) {
			t.Parallel()
			text := readFile(t, path)
			rashomontest.Golden(t, strings.TrimSuffix(path, ".txt")+".golden", []byte(printParts(text, layout(text))))
		})
	}
}

// drawText draws a text of the lines that texts are made of, blank ones among them.
func drawText(t *rapid.T, name string) string {
	lines := rapid.SliceOfN(rapid.SampledFrom([]string{
		"", "", "Shots in Orlo", "ORLO, 4 May (AP) —", "> quoted", "- item", "1. First", "(a) clause", "    indented by four",
		"  a little", "\ttab", "* * *", "=====", "# Marked",
		"a line of some length that an editor would wrap at this width and",
		"so goes on on the next, until the sentence ends.", "The watch had gone home, and nobody knew when the",
		"ferry would come.", "The harbour was empty.", "\u2028", "e\u0301\u200b", "\u00a0",
	}), 0, 12).Draw(t, name)
	return strings.Join(lines, rapid.SampledFrom([]string{"\n", "\r\n"}).Draw(t, name+" line end"))
}

func TestLayoutTiles(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := drawText(t, "text")
		if err := tiling(text, layout(text)); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
	})
}

func TestJoinedTextsAreCutAsAlone(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) { checkJoined(t, drawText(t, "first"), drawText(t, "second")) })
}

// checkJoined holds two texts that are joined by an empty line to the parts that they have alone, but for the two at the
// border: those are one part where a sentence goes on from the one to the other.
func checkJoined(t interface{ Fatalf(string, ...any) }, first, second string) {
	if hasMargin(first) || hasMargin(second) {
		return // the margin is taken off a text as a whole
	}
	const between = "\n\n"
	joined := cutLines(first + between + second)
	alone := cutLines(first)
	border := len(alone)
	for _, p := range cutLines(second) {
		p.Extent.Start += len(first + between)
		p.Extent.End += len(first + between)
		alone = append(alone, p)
	}
	if len(joined) < len(alone) {
		before, after := first[:alone[border-1].Extent.End], (first + between + second)[alone[border].Extent.Start:]
		if last, _ := utf8.DecodeLastRuneInString(before); last != ',' && !unicode.IsLetter(last) && !unicode.IsDigit(last) {
			t.Fatalf("%q goes on behind %q", after, before)
		}
		if next, _ := utf8.DecodeRuneInString(after); !unicode.IsLower(next) {
			t.Fatalf("%q goes on behind %q", after, before)
		}
		alone[border-1].Extent.End, alone[border-1].Rule = alone[border].Extent.End, "layout/continued"
		alone = slices.Delete(alone, border, border+1)
	}
	if diff := cmp.Diff(alone, joined); diff != "" {
		t.Fatalf("%q and %q (-alone +joined):\n%s", first, second, diff)
	}
}

func hasMargin(text string) bool {
	for line := range strings.Lines(text) {
		if first, _ := utf8.DecodeRuneInString(line); !unicode.IsSpace(first) {
			return false
		}
	}
	return true
}

func FuzzLayout(f *testing.F) {
	for _, path := range glob(f, "testdata/layout/*.txt") {
		f.Add(readFile(f, path), "Orlo\nis quiet.")
	}
	f.Fuzz(func(t *testing.T, first, second string) {
		if !utf8.ValidString(first) || !utf8.ValidString(second) {
			return
		}
		if err := tiling(first, layout(first)); err != nil {
			t.Fatalf("%q: %v", first, err)
		}
		checkJoined(t, first, second)
	})
}

func BenchmarkLayout(b *testing.B) {
	for name, text := range benchTexts() {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				layout(text)
			}
		})
	}
}

func benchTexts() map[string]string {
	return map[string]string{
		"article": rashomontest.Article(), "long": rashomontest.LongArticle(), "nasty": rashomontest.NastyArticle(),
		"oneline": strings.ReplaceAll(rashomontest.LongArticle(), "\n", " "),
		"lines":   strings.Repeat("- one of very many short lines\n", 30_000),
		"words":   strings.Repeat("Short Line\n\n", 80_000),
	}
}
