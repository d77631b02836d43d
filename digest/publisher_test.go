package digest_test

import (
	"testing"

	"rashomon/digest"
)

func TestPublisher(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, source, agency, want string
	}{
		{"a letterhead", "HARBOUR UNION OF KARSOVA", "Northwind Press", "Harbour Union of Karsova"},
		{"the agency where nothing else is known", "", "NORTHWIND PRESS", "Northwind Press"},
		{"an acronym", "BBC", "", "BBC"},
		{"a name", "The Karsova Post", "", "The Karsova Post"},
		{"nobody", "", "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			d := digest.Digest{Source: test.source, Agency: test.agency}
			if got := d.Publisher(); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
