package timex_test

import (
	"fmt"
	"strings"
	"testing"

	"rashomon"
	"rashomon/timex"
)

// tree builds a document of one sentence from a line a word: form, lemma, universal and Penn tag, head (from 1; 0 for the
// root), relation.
func tree(t *testing.T, lines string) *rashomon.Document {
	t.Helper()
	doc := &rashomon.Document{Details: []rashomon.Detail{{Field: rashomon.FieldPublished, Value: "2011-07-05", Rule: "given"}}}
	for i, line := range strings.Split(strings.TrimSpace(lines), "\n") {
		var form string
		var head int
		token := rashomon.Token{Rule: "hand"}
		_, err := fmt.Sscan(line, &form, &token.Lemma, &token.UPOS, &token.XPOS, &head, &token.Relation)
		if err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		if head > 0 {
			token.Head = head - 1 - i
		}
		token.Extent = rashomon.Extent{Start: len(doc.Text), End: len(doc.Text) + len(form)}
		doc.Text += form + " "
		doc.Tokens = append(doc.Tokens, token)
	}
	doc.Sentences = []rashomon.Sentence{{Span: rashomon.Span{Start: 0, End: len(doc.Tokens)}, Rule: "hand"}}
	return doc
}

// TestTense: on which side of the day of publication, Tuesday 5 July 2011, a time lies, the verb tells.
func TestTense(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ name, want, lines string }{
		{"past", "2011-07-01", `
			He he PRON PRP 2 nsubj
			left leave VERB VBD 0 root
			on on ADP IN 4 case
			Friday Friday PROPN NNP 2 obl`},
		{"present", "2011-07-08", `
			He he PRON PRP 2 nsubj
			leaves leave VERB VBZ 0 root
			on on ADP IN 4 case
			Friday Friday PROPN NNP 2 obl`},
		{"is to", "2011-07-08", `
			Both both PRON DT 4 nsubj:outer
			were be AUX VBD 4 cop
			to to PART TO 4 mark
			meet meet VERB VB 0 root
			on on ADP IN 6 case
			Friday Friday PROPN NNP 4 obl`},
		{"present, a day just past", "2011-06-30", `
			We we PRON PRP 2 nsubj
			mourn mourn VERB VBP 0 root
			them they PRON PRP 2 obj
			of of ADP IN 6 case
			30 30 NUM CD 6 nummod
			June June PROPN NNP 3 nmod`},
		{"present, a day soon", "2011-08-30", `
			Talks talk NOUN NNS 2 nsubj
			begin begin VERB VBP 0 root
			on on ADP IN 5 case
			30 30 NUM CD 5 nummod
			August August PROPN NNP 2 obl`},
		{"perfect", "2011-07-01", `
			He he PRON PRP 3 nsubj
			has have AUX VBZ 3 aux
			left leave VERB VBN 0 root
			since since ADP IN 5 case
			Friday Friday PROPN NNP 3 obl`},
		{"will", "2011-07-08", `
			He he PRON PRP 3 nsubj
			will will AUX MD 3 aux
			leave leave VERB VB 0 root
			on on ADP IN 5 case
			Friday Friday PROPN NNP 3 obl`},
		{"an infinitive that is planned", "2011-07-08", `
			He he PRON PRP 2 nsubj
			agreed agree VERB VBD 0 root
			to to PART TO 4 mark
			leave leave VERB VB 2 xcomp
			on on ADP IN 6 case
			Friday Friday PROPN NNP 4 obl`},
		{"an infinitive of the past", "2011-07-01", `
			He he PRON PRP 2 nsubj
			failed fail VERB VBD 0 root
			to to PART TO 4 mark
			leave leave VERB VB 2 xcomp
			on on ADP IN 6 case
			Friday Friday PROPN NNP 4 obl`},
		{"what is due", "2011-07-08", `
			A a DET DT 2 det
			vote vote NOUN NN 6 nsubj
			scheduled schedule VERB VBN 2 acl
			for for ADP IN 5 case
			Friday Friday PROPN NNP 3 obl
			failed fail VERB VBD 0 root`},
		{"a day soon, that did not happen yet", "2011-07-14", `
			They they PRON PRP 2 nsubj
			hoped hope VERB VBD 0 root
			for for ADP IN 4 case
			victory victory NOUN NN 2 obl
			on on ADP IN 6 case
			July July PROPN NNP 4 nmod
			14 14 NUM CD 6 nummod`},
		{"a day of last year", "2010-07-14", `
			He he PRON PRP 2 nsubj
			died die VERB VBD 0 root
			on on ADP IN 4 case
			July July PROPN NNP 2 obl
			14 14 NUM CD 4 nummod`},
		{"a day of last year, beside the subject", "2010-07-14", `
			Talks talk NOUN NNS 5 nsubj
			on on ADP IN 3 case
			July July PROPN NNP 1 nmod
			14 14 NUM CD 3 nummod
			failed fail VERB VBD 0 root`},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			got := timex.Find(tree(t, test.lines))
			if len(got) != 1 || got[0].Value != test.want {
				t.Errorf("got %+v, want one time, %s", got, test.want)
			}
		})
	}
}

// join puts a document of one sentence behind another one.
func join(first, second *rashomon.Document) *rashomon.Document {
	for _, token := range second.Tokens {
		token.Extent.Start += len(first.Text)
		token.Extent.End += len(first.Text)
		first.Tokens = append(first.Tokens, token)
	}
	from := first.Sentences[len(first.Sentences)-1].Span.End
	first.Text += second.Text
	first.Sentences = append(first.Sentences, rashomon.Sentence{
		Span: rashomon.Span{Start: from, End: len(first.Tokens)}, Rule: "hand",
	})
	return first
}

// onFriday builds a document of one sentence that tells of Friday, 1 July.
func onFriday(t *testing.T) *rashomon.Document {
	t.Helper()
	return tree(t, `
		They they PRON PRP 2 nsubj
		came come VERB VBD 0 root
		on on ADP IN 4 case
		Friday Friday PROPN NNP 2 obl`)
}

// TestClockOfDayBefore: an hour at which something happened is of the day that the sentence before told, one that is to come is not.
func TestClockOfDayBefore(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct{ want, verb string }{
		"happened": {"2011-07-01T09:00", "fell fall VERB VBD 0 root"},
		"to come":  {"2011-07-05T09:00", "falls fall VERB VBZ 0 root"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			doc := join(onFriday(t), tree(t, `
				The the DET DT 2 det
				gate gate NOUN NN 3 nsubj
				`+test.verb+`
				at at ADP IN 5 case
				9 9 NUM CD 3 obl
				a.m. a.m. ADV RB 5 advmod`))
			found := timex.Find(doc)
			if len(found) != 2 || found[1].Value != test.want {
				t.Errorf("got %v, want %s", found, test.want)
			}
		})
	}
}

// TestClockBeforeItsDay: an hour is of the day that stands right behind it, whatever day was told before.
func TestClockBeforeItsDay(t *testing.T) {
	t.Parallel()
	doc := join(onFriday(t), tree(t, `
		The the DET DT 2 det
		gate gate NOUN NN 3 nsubj
		fell fall VERB VBD 0 root
		at at ADP IN 5 case
		9.15 9.15 NUM CD 3 obl
		a.m. a.m. ADV RB 5 advmod
		on on ADP IN 9 case
		the the DET DT 9 det
		4th 4th NOUN NN 3 obl`))
	found := timex.Find(doc)
	if len(found) < 2 || found[1].Value != "2011-07-04T09:15" {
		t.Errorf("got %v, want 9.15 of the 4th", found)
	}
}

// TestClockOfTextThatLooksBack: in the findings of an inquiry an hour is not one of the day that they were published on, but of the day of
// their headline, or of none.
func TestClockOfTextThatLooksBack(t *testing.T) {
	t.Parallel()
	for kind, want := range map[rashomon.PartKind]string{rashomon.PartBody: "XXXX-XX-XXT06:40", rashomon.PartHeadline: "2011-05-09T06:40"} {
		t.Run(string(kind), func(t *testing.T) {
			t.Parallel()
			doc := tree(t, `
				Raid raid NOUN NN 0 root
				of of ADP IN 4 case
				9 9 NUM CD 4 nummod
				May May PROPN NNP 1 nmod`)
			doc.Parts = []rashomon.Part{{Kind: kind, Extent: rashomon.Extent{End: len(doc.Text)}, Rule: "hand"}}
			for _, day := range []string{"2", "12", "20", "21"} {
				doc = join(doc, tree(t, fmt.Sprintf(`
					They they PRON PRP 2 nsubj
					left leave VERB VBD 0 root
					on on ADP IN 5 case
					%[1]s %[1]s NUM CD 5 nummod
					May May PROPN NNP 2 obl`, day)))
			}
			for range 4 { // beyond the reach of the days before
				doc = join(doc, tree(t, "It it PRON PRP 2 nsubj\nrained rain VERB VBD 0 root"))
			}
			doc = join(doc, tree(t, `
				It it PRON PRP 2 nsubj
				began begin VERB VBD 0 root
				at at ADP IN 4 case
				6.40 6.40 NUM CD 2 obl
				a.m. a.m. ADV RB 4 advmod`))
			found := timex.Find(doc)
			if len(found) != 6 || found[5].Value != want {
				t.Errorf("got %v, want %s", found, want)
			}
		})
	}
}
