package entity

import "testing"

// TestSamePerson: two full names are of one person where one holds the other or the data know both for his, and a person whom
// the data know is nobody else.
func TestSamePerson(t *testing.T) {
	t.Parallel()
	named := func(key string, words ...string) *cluster {
		c := &cluster{full: [][]string{words}, keys: map[string]bool{}}
		if key != "" {
			c.keys[key] = true
		}
		return c
	}
	for _, test := range []struct {
		name string
		a, b *cluster
		want bool
	}{
		{"the fuller name", named("", "irena", "torvat"), named("", "irena", "maria", "torvat"), true},
		{"a family", named("", "irena", "torvat"), named("", "zhelan", "torvat"), false},
		{"one whom the data know, and another", named("person:brandt", "hanne", "brandt"), named("", "jon", "iskar"), false},
		{"two names that the data know for one", named("person:brandt", "hanne", "brandt"), named("person:brandt", "the", "baker"), true},
	} {
		if got := samePerson(test.a, test.b); got != test.want {
			t.Errorf("%s: got %v, want %v", test.name, got, test.want)
		}
	}
}
