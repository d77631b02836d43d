package happening

import (
	"strings"
	"testing"

	"rashomon"
	"rashomon/digest"
)

// extent returns where words stand in a text.
func extent(text, words string) rashomon.Extent {
	start := strings.Index(text, words)
	return rashomon.Extent{Start: start, End: start + len(words)}
}

func TestTitles(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, clause, subject, want string }{
		{"He said and that the gates were raised", "and that the gates were raised", "the gates", "The gates were raised"},
		{"12. The gates were raised", "12. The gates were raised", "The gates", "The gates were raised"},
		{"Because of the rain the gates were raised", "Because of the rain the gates were raised", "the gates", "Because of the rain the gates were raised"},
		{"at dawn over the whole valley the gates rose", "at dawn over the whole valley the gates rose", "the gates", "At dawn over the whole valley the gates rose"},
	} {
		d := &digest.Digest{Text: c.text}
		event := &digest.Event{
			Clause: extent(c.text, c.clause), Roles: []digest.Role{{Relation: "nsubj", Extent: extent(c.text, c.subject)}},
		}
		if got := titleOf(d.Quote(titleClause(d, event))); got != c.want {
			t.Errorf("%q: got %q, want %q", c.clause, got, c.want)
		}
	}
}

func TestWhatAPronounTellsIsNoTitle(t *testing.T) {
	t.Parallel()
	text := "He raised the gates. The guard raised the gates."
	d := &digest.Digest{Text: text, Entities: []digest.Entity{{Mentions: []digest.Mention{
		{Extent: extent(text, "The guard"), Kind: rashomon.MentionNominal}, {Extent: extent(text, "He"), Kind: rashomon.MentionPronoun},
	}}}}
	by := func(clause string) int {
		return clarity(d, &digest.Event{Clause: extent(text, clause), Actors: []int{0}, Verbal: true})
	}
	if he, guard := by("He raised the gates"), by("The guard raised the gates"); he >= guard {
		t.Errorf("a pronoun is as clear as a noun: %d, %d", he, guard)
	}
}

func TestWhatTellsOfNobodyIsNoTitle(t *testing.T) {
	t.Parallel()
	text := "The guard raised the gates. Raised the gates. The guard raised the gates?"
	d := &digest.Digest{Text: text}
	guard := digest.Role{Relation: "nsubj", Extent: extent(text, "The guard")}
	told := clarity(d, &digest.Event{Clause: extent(text, "The guard raised the gates"), Roles: []digest.Role{guard}, Verbal: true})
	without := clarity(d, &digest.Event{Clause: extent(text, "Raised the gates"), Verbal: true})
	asked := extent(text, "The guard raised the gates?")
	guard.Extent = rashomon.Extent{Start: asked.Start, End: asked.Start + len("The guard")}
	question := clarity(d, &digest.Event{Clause: asked, Roles: []digest.Role{guard}, Verbal: true})
	if without >= told || question >= told {
		t.Errorf("got %d with a subject, %d without, %d as a question", told, without, question)
	}
}

func TestTitlesAreCutAtAWord(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, want string }{
		{"The ferry sank", "The ferry sank"},
		{
			"On 16 August 2012 a group of armed men attacked the gate of the mine, the company said later",
			"On 16 August 2012 a group of armed men attacked the gate of the mine, the…",
		},
	} {
		if got := cut(c.text); got != c.want || len(got) > titleLength+len("…") {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}
