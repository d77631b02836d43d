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

func clearness(d *digest.Digest, event *digest.Event) int {
	return clarity(d, event, headingOf(d, event))
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
			Clause: extent(c.text, c.clause), Roles: []digest.Role{{Relation: "nsubj", Extent: extent(c.text, c.subject), Entity: rashomon.None}},
		}
		if got := headingOf(d, event).of(d.Text); got != c.want {
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
		return clearness(d, &digest.Event{Clause: extent(text, clause), Actors: []int{0}, Verbal: true})
	}
	if he, guard := by("He raised the gates"), by("The guard raised the gates"); he >= guard {
		t.Errorf("a pronoun is as clear as a noun: %d, %d", he, guard)
	}
}

func TestWhatTellsOfNobodyIsNoTitle(t *testing.T) {
	t.Parallel()
	text := "The guard raised the gates. Raised the gates. The guard raised the gates?"
	d := &digest.Digest{Text: text}
	guard := digest.Role{Relation: "nsubj", Extent: extent(text, "The guard"), Entity: rashomon.None}
	told := clearness(d, &digest.Event{Clause: extent(text, "The guard raised the gates"), Roles: []digest.Role{guard}, Verbal: true})
	without := clearness(d, &digest.Event{Clause: extent(text, "Raised the gates"), Verbal: true})
	asked := extent(text, "The guard raised the gates?")
	guard.Extent = rashomon.Extent{Start: asked.Start, End: asked.Start + len("The guard")}
	question := clearness(d, &digest.Event{Clause: asked, Roles: []digest.Role{guard}, Verbal: true})
	if without >= told || question >= told {
		t.Errorf("got %d with a subject, %d without, %d as a question", told, without, question)
	}
}

// TestTitlesNameWhoever: in brackets stands whom the clause only speaks of by a pronoun, or shares with the one before.
func TestTitlesNameWhoever(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, clause, subject, want string }{
		{"Two guards shut the gate and burned the mill.", "and burned the mill", "Two guards", "[Two guards] burned the mill"},
		{"Two guards came. They burned the old mill at Velm.", "They burned the old mill at Velm", "They", "[Two guards] burned the old mill at Velm"},
		{"Two guards, who burned the old mill, fled.", "who burned the old mill", "who", "[Two guards] burned the old mill"},
		{"Two guards promised to open the mill by May, he said.", "Two guards promised", "Two guards", "Two guards promised to open the mill by May"},
		{
			"At the mill of Velm two guards died and dozens wounded.", "At the mill of Velm two guards died and dozens", "two guards",
			"At the mill of Velm two guards died",
		},
	} {
		kind := rashomon.MentionPronoun
		if strings.HasPrefix(strings.ToLower(c.subject), "two") {
			kind = rashomon.MentionNominal
		}
		who := extent(c.text, "wo guards") // with its first letter, large or small
		who.Start--
		d := &digest.Digest{Text: c.text, Entities: []digest.Entity{{Mentions: []digest.Mention{
			{Extent: who, Kind: rashomon.MentionNominal}, {Extent: extent(c.text, c.subject), Kind: kind},
		}}}}
		event := &digest.Event{
			Clause: extent(c.text, c.clause), Roles: []digest.Role{{Relation: "nsubj", Extent: extent(c.text, c.subject)}}, Verbal: true,
			Status: rashomon.StatusActual,
		}
		if got := headingOf(d, event).of(c.text); got != c.want {
			t.Errorf("%q: got %q, want %q", c.clause, got, c.want)
		}
	}
}

// TestTitlesTellNoDeedThatWasNone: what denies a deed stands in the clause before, so that a title without it would tell the contrary.
func TestTitlesTellNoDeedThatWasNone(t *testing.T) {
	t.Parallel()
	text := "Two guards did not come and burn the mill."
	guards := extent(text, "Two guards")
	d := &digest.Digest{Text: text, Entities: []digest.Entity{{Mentions: []digest.Mention{{Extent: guards, Kind: rashomon.MentionNominal}}}}}
	event := &digest.Event{
		Clause: extent(text, "and burn the mill"), Roles: []digest.Role{{Relation: "nsubj", Extent: guards}}, Verbal: true,
		Status: rashomon.StatusDenied,
	}
	if got := headingOf(d, event).of(text); strings.Contains(got, "guards") {
		t.Errorf("got %q", got)
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
