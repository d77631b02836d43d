package rashomon_test

import (
	"errors"
	"strings"
	"testing"

	"rashomon"
)

func target(kind rashomon.TargetKind, starts ...int) rashomon.Target {
	t := rashomon.Target{Kind: kind}
	for _, start := range starts {
		t.Passages = append(t.Passages, rashomon.Passage{Document: "d1", Extent: rashomon.Extent{Start: start, End: start + 4}})
	}
	return t
}

func TestCorrectionCheck(t *testing.T) {
	t.Parallel()
	party, event := target(rashomon.TargetParty, 1), target(rashomon.TargetEvent, 1)
	document := rashomon.Target{Kind: rashomon.TargetDocument, Passages: []rashomon.Passage{{Document: "d1"}}}
	for _, test := range []struct {
		name string
		c    rashomon.Correction
		want string // a part of the error, "" for none
	}{
		{"merge", rashomon.Correction{Kind: "merge", Targets: []rashomon.Target{party, target("party", 9)}}, ""},
		{"merge of one", rashomon.Correction{Kind: "merge", Targets: []rashomon.Target{party}}, "1 things are named to merge, not 2"},
		{"merge with itself", rashomon.Correction{Kind: "merge", Targets: []rashomon.Target{party, party}}, "both are the same"},
		{"split of two kinds", rashomon.Correction{Kind: "split", Targets: []rashomon.Target{party, target("happening", 9)}}, "two parties"},
		{"recode", rashomon.Correction{Kind: "recode", Type: "ASSAULT", Targets: []rashomon.Target{event}}, ""},
		{"recode to nothing", rashomon.Correction{Kind: "recode", Targets: []rashomon.Target{event}}, "say what is to be changed"},
		{"status of a party", rashomon.Correction{Kind: "recode", Status: "denied", Targets: []rashomon.Target{party}}, "no status"},
		{"unknown status", rashomon.Correction{Kind: "recode", Status: "so", Targets: []rashomon.Target{event}}, "no status \"so\""},
		{"unknown type", rashomon.Correction{Kind: "recode", Type: "GHOST", Targets: []rashomon.Target{party}}, "no type \"GHOST\""},
		{"redate", rashomon.Correction{Kind: "redate", Day: "2011-07-05", Targets: []rashomon.Target{document}}, ""},
		{"redate to no day", rashomon.Correction{Kind: "redate", Day: "2011-02-30", Targets: []rashomon.Target{document}}, "is no day"},
		{"redate of a party", rashomon.Correction{Kind: "redate", Day: "2011-07-05", Targets: []rashomon.Target{party}}, "nobody can redate"},
		{"dismiss", rashomon.Correction{Kind: "dismiss", Targets: []rashomon.Target{target("difference", 1, 9)}}, ""},
		{"dismiss half", rashomon.Correction{Kind: "dismiss", Targets: []rashomon.Target{target("difference", 1)}}, "do not name"},
		{"undo", rashomon.Correction{Kind: "undo", Undoes: 7}, ""},
		{"undo nothing", rashomon.Correction{Kind: "undo"}, "give its number"},
		{"unknown", rashomon.Correction{Kind: "forget"}, "no correction \"forget\""},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			test.c.Author, test.c.Reason = "an editor", "because"
			err := test.c.Check()
			var known *rashomon.Error
			switch {
			case test.want == "" && err != nil:
				t.Errorf("got %v, want no error", err)
			case test.want != "" && (!errors.As(err, &known) || !strings.Contains(err.Error(), test.want)):
				t.Errorf("got %v, want one that says %q", err, test.want)
			}
		})
	}
}

func TestCorrectionDescribe(t *testing.T) {
	t.Parallel()
	c := rashomon.Correction{
		Kind: rashomon.CorrectionRecode, Targets: []rashomon.Target{target(rashomon.TargetParty, 3)}, Codes: []string{"LBY", "GOV"},
	}
	if got, want := c.Describe(), "recode party d1/3-7 codes=LBY GOV"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
