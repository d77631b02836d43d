package stories

import (
	"strings"
	"testing"
)

// TestStories: every mark stands in the text of its account, and every story has happenings that several accounts tell.
func TestStories(t *testing.T) {
	t.Parallel()
	accounts, err := All()
	if err != nil {
		t.Fatal(err)
	}
	tellers := map[string]map[string]bool{} // of each happening: the accounts
	for _, account := range accounts {
		doc, marks, err := account.Parse()
		if err != nil {
			t.Fatal(err)
		}
		if len(marks) == 0 || strings.ContainsAny(doc.Text, "[]|") {
			t.Errorf("%s: %d marks, or a bracket is left", account.Original.Name, len(marks))
		}
		for _, mark := range marks {
			if words := doc.Text[mark.Extent.Start:mark.Extent.End]; strings.TrimSpace(words) != words {
				t.Errorf("%s: a mark holds %q", account.Original.Name, words)
			}
			if tellers[mark.Cluster] == nil {
				tellers[mark.Cluster] = map[string]bool{}
			}
			tellers[mark.Cluster][account.Original.Name] = true
		}
	}
	shared := map[string]int{}
	for cluster, by := range tellers {
		if story, _, _ := strings.Cut(cluster, " "); len(by) > 1 {
			shared[story]++
		}
	}
	if len(shared) == 0 {
		t.Error("got no story")
	}
	for story, n := range shared {
		if n < 3 {
			t.Errorf("%s: several accounts tell of %d happenings, want 3", story, n)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"[went off", "[went off]", "[|blast]", "[went off|]"} {
		if _, err := parse("story", "-- one 2001-02-03\nThe device "+text+" at noon.\n"); err == nil {
			t.Errorf("%q: got no error", text)
		}
	}
}
