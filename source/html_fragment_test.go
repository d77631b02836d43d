package source

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon"
)

func TestHTMLFragment(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, fragment string
		want           []block
	}{
		{"text alone", "The ferry <b>sank</b>.", []block{{rashomon.PartBody, "The ferry sank.", "html/p"}}},
		{"line breaks", "one<br>line<br><br>another", []block{
			{rashomon.PartBody, "one line", "html/p"}, {rashomon.PartBody, "another", "html/p"},
		}},
		{"kinds", "<h2>Crew</h2><blockquote><p>We rowed.</p></blockquote><ul><li>one<li>two</ul>", []block{
			{rashomon.PartHeading, "Crew", "html/h2"}, {rashomon.PartQuote, "We rowed.", "html/blockquote"},
			{rashomon.PartItem, "one", "html/li"}, {rashomon.PartItem, "two", "html/li"},
		}},
		{"what nobody sees", "<script>x()</script><style>p {}</style><p>Seen.</p><!-- not -->", []block{
			{rashomon.PartBody, "Seen.", "html/p"},
		}},
		{"nothing", "", nil},
		{"deeper than a tree may be", strings.Repeat("<div>", 10_000) + "text", []block{{rashomon.PartBody, "text", "html/p"}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(test.want, htmlFragment(test.fragment), cmp.AllowUnexported(block{})); diff != "" {
				t.Errorf("%q: -want +got:\n%s", test.fragment, diff)
			}
		})
	}
}
