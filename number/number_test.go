package number_test

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rashomon"
	"rashomon/number"
	"rashomon/rashomontest"
	"rashomon/segment"
)

type at func(*rashomon.Document, int) (number.Number, bool)

func document(text string) *rashomon.Document {
	doc := rashomontest.Document(text)
	doc.Sentences, doc.Tokens = segment.Find(doc)
	return doc
}

// all reads a document from left to right.
func all(doc *rashomon.Document, at at) []number.Number {
	var found []number.Number
	for i := 0; i < len(doc.Tokens); {
		n, ok := at(doc, i)
		if !ok {
			i++
			continue
		}
		found = append(found, n)
		i = n.Span.End
	}
	return found
}

func printed(n number.Number) string {
	text := strconv.FormatFloat(n.Low, 'f', -1, 64)
	if n.High != n.Low {
		text += ".."
		if !math.IsInf(n.High, 1) {
			text += strconv.FormatFloat(n.High, 'f', -1, 64)
		}
	}
	return text + " " + string(n.Kind)
}

func find(at at) func(rashomontest.Case) []rashomontest.Finding {
	return func(c rashomontest.Case) []rashomontest.Finding {
		doc := document(c.Phrase)
		var found []rashomontest.Finding
		for _, n := range all(doc, at) {
			extent := doc.Extent(n.Span)
			found = append(found, rashomontest.Finding{Start: extent.Start, End: extent.End, Value: printed(n)})
		}
		return found
	}
}

var carriers = []string{
	"%s.", "Officials spoke of %s, not more.", "They counted %s on the quay.", "It was (%s) they say.",
}

func TestAt(t *testing.T) {
	t.Parallel()
	rashomontest.RunCases(t, "testdata/numbers.cases", find(number.At))
	rashomontest.RunCarriers(t, "testdata/numbers.cases", carriers[:2], find(number.At))
}

func TestRangeAt(t *testing.T) {
	t.Parallel()
	rashomontest.RunCases(t, "testdata/ranges.cases", find(number.RangeAt))
	rashomontest.RunCarriers(t, "testdata/ranges.cases", carriers, find(number.RangeAt))
}

var belowTwenty = strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen " +
	"fifteen sixteen seventeen eighteen nineteen")

var tens = strings.Fields("- - twenty thirty forty fifty sixty seventy eighty ninety")

// inWords spells a number below 10^12 as it is spelled in Britain or, without "and", in America.
func inWords(v int64, and string) string {
	switch {
	case v < 20:
		return belowTwenty[v]
	case v < 100 && v%10 == 0:
		return tens[v/10]
	case v < 100:
		return tens[v/10] + "-" + belowTwenty[v%10]
	case v < 1000:
		return join(belowTwenty[v/100]+" hundred", v%100, and)
	}
	for _, scale := range []struct {
		value int64
		name  string
	}{{1_000_000_000, "billion"}, {1_000_000, "million"}, {1000, "thousand"}} {
		if v >= scale.value {
			return join(inWords(v/scale.value, and)+" "+scale.name, v%scale.value, and)
		}
	}
	panic("not reached")
}

func join(head string, rest int64, and string) string {
	switch {
	case rest == 0:
		return head
	case rest < 100:
		return head + and + inWords(rest, and)
	}
	return head + " " + inWords(rest, and)
}

// grouped writes a number with a comma between its thousands.
func grouped(v int64) string {
	digits := strconv.FormatInt(v, 10)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// TestPrintedNumbersAreReadBack: what is printed is read back, in words and in figures: all to ten thousand, and others
// to a billion of billions.
func TestPrintedNumbersAreReadBack(t *testing.T) {
	t.Parallel()
	for v := range int64(10_000) {
		readBack(t, v)
	}
	rapid.Check(t, func(t *rapid.T) { readBack(t, rapid.Int64Range(0, 999_999_999_999).Draw(t, "v")) })
}

func readBack(t interface{ Errorf(string, ...any) }, v int64) {
	for _, text := range []string{inWords(v, " and "), inWords(v, " "), strconv.FormatInt(v, 10), grouped(v)} {
		got := all(document("They saw "+text+" on the quay."), number.At)
		if len(got) != 1 || got[0].Low != float64(v) || got[0].High != float64(v) || got[0].Kind != number.Cardinal {
			t.Errorf("%d as %q: got %v", v, text, got)
		}
	}
}

// TestDecimalsAreReadBack: a decimal with a scale is the whole number that it stands for, to the last bit.
func TestDecimalsAreReadBack(t *testing.T) {
	t.Parallel()
	for name, scale := range map[string]int64{"thousand": 1_000, "million": 1_000_000, "bn": 1_000_000_000} {
		for tenths := int64(1); tenths < 2000; tenths++ {
			text := fmt.Sprintf("%d.%d %s", tenths/10, tenths%10, name)
			got := all(document("They saw "+text+"."), number.At)
			if want := float64(tenths * (scale / 10)); len(got) != 1 || got[0].Low != want {
				t.Errorf("%q: got %v, want %v", text, got, want)
			}
		}
	}
}

// TestOrdinalsAreReadBack: the same for ranks, whose last word alone is changed.
func TestOrdinalsAreReadBack(t *testing.T) {
	t.Parallel()
	endings := strings.NewReplacer("one.", "first.", "two.", "second.", "three.", "third.", "five.", "fifth.",
		"eight.", "eighth.", "nine.", "ninth.", "twelve.", "twelfth.", "ty.", "tieth.", ".", "th.")
	for v := int64(1); v < 2000; v++ {
		got := all(document(endings.Replace(inWords(v, " and ")+".")), number.At)
		if len(got) != 1 || got[0].Low != float64(v) || got[0].Kind != number.Ordinal {
			t.Errorf("%d as %q: got %v", v, endings.Replace(inWords(v, " and ")+"."), got)
		}
	}
}

// TestRomansAreReadBack: every number that Rome could write is read back from its letters.
func TestRomansAreReadBack(t *testing.T) {
	t.Parallel()
	forms := map[float64]string{2: "II", 4: "IV", 9: "IX", 14: "XIV", 40: "XL", 49: "XLIX", 1944: "MCMXLIV", 3999: "MMMCMXCIX"}
	for v, form := range forms {
		doc := document("Chapter " + form + " of the rules")
		got, ok := number.At(doc, 1)
		if !ok || got.Low != v || got.Kind != number.Roman {
			t.Errorf("%s: got %v, want %v", form, got, v)
		}
	}
	for _, text := range []string{"Chapter IIII", "chapter vii", "the MIX of the rules", "Chapter IC"} {
		if got, ok := number.At(document(text), 1); ok {
			t.Errorf("%q: got %v, want nothing", text, got)
		}
	}
}

// TestPartedRank: some sources part the ending of a rank from its figures.
func TestPartedRank(t *testing.T) {
	t.Parallel()
	got, ok := number.At(document("the 15,599 th plane"), 1)
	if !ok || got.Low != 15599 || got.Kind != number.Ordinal || got.Span != (rashomon.Span{Start: 1, End: 3}) {
		t.Errorf("got %v, want the rank 15599", got)
	}
}

// FuzzAt: numbers lie in a sentence and begin where they were asked for; low is no higher than high; only what is vague
// is open; a range begins with the number that stands there; a sentence before changes nothing.
func FuzzAt(f *testing.F) {
	for _, phrase := range rashomontest.Phrases(f, "testdata/*.cases") {
		f.Add(phrase)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		doc, later := document(text), document("So.\n\n"+text)
		shift := len(later.Tokens) - len(doc.Tokens)
		for i := range doc.Tokens {
			n, ok := number.At(doc, i)
			shifted, okLater := number.At(later, i+shift)
			n.Span.Start += shift
			if ok != okLater || ok && (n.Span.Start != shifted.Span.Start || printed(n) != printed(shifted)) {
				t.Errorf("%q token %d: got %v %t, after a sentence %v %t", text, i, n, ok, shifted, okLater)
			}
			n.Span.Start -= shift
			span, isRange := number.RangeAt(doc, i)
			if isRange != ok || ok && (span.Span.Start != i || span.Span.End < n.Span.End) {
				t.Errorf("%q token %d: got the range %v of %v", text, i, span, n)
			}
			for _, n := range []number.Number{n, span} {
				if ok {
					checkNumber(t, doc, i, n)
				}
			}
		}
	})
}

func checkNumber(t *testing.T, doc *rashomon.Document, i int, n number.Number) {
	t.Helper()
	end := doc.Sentences[doc.SentenceOf(i)].Span.End
	if n.Span.Start != i || n.Span.Empty() || n.Span.End > end {
		t.Errorf("token %d of a sentence to %d: got %v", i, end, n.Span)
	}
	if !(n.Low <= n.High) || math.IsInf(n.Low, 0) || math.IsInf(n.High, 1) != n.Vague {
		t.Errorf("%q: got %v..%v, vague %t", doc.QuoteSpan(n.Span), n.Low, n.High, n.Vague)
	}
	if n.Kind == "" || n.Rule == "" {
		t.Errorf("%q: got kind %q, rule %q", doc.QuoteSpan(n.Span), n.Kind, n.Rule)
	}
}

func BenchmarkAt(b *testing.B) {
	for _, test := range []struct{ name, text string }{
		{"article", rashomontest.Article()},
		{"long", rashomontest.LongArticle()},
		{"nasty", rashomontest.NastyArticle()},
		{"numbers", strings.Repeat("two hundred and five thousand and ", 3000)},
	} {
		b.Run(test.name, func(b *testing.B) {
			doc := document(test.text)
			b.ReportAllocs()
			b.SetBytes(int64(len(test.text)))
			for b.Loop() {
				for i := range doc.Tokens {
					number.RangeAt(doc, i)
				}
			}
			b.ReportMetric(float64(b.N*len(doc.Tokens))/b.Elapsed().Seconds(), "tokens/s")
		})
	}
}
