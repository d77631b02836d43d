package name

import (
	_ "embed"
	"strings"
	"sync"

	"rashomon"
)

//go:embed data/legal_forms.txt
var legalFormFile string

//go:embed data/trades.txt
var tradeFile string

var (
	legalForms = sync.OnceValue(func() map[string]bool { return lines(legalFormFile) })
	trades     = sync.OnceValue(func() map[string]bool { return lines(tradeFile) })
)

// lines returns the lines of a file without those of comments.
func lines(file string) map[string]bool {
	set := map[string]bool{}
	for line := range strings.Lines(file) {
		if !strings.HasPrefix(line, "#") {
			set[strings.TrimSpace(line)] = true
		}
	}
	return set
}

// withLegalForm makes an organization's name that was cut short before its legal form whole: "Orlo Shipping" that goes
// on with ", Ltd.".
func (n *Name) withLegalForm(forms []string) {
	if n.Type != rashomon.EntityOrganization {
		return
	}
	end := n.Span.End
	if end < len(forms) && forms[end] == "," {
		end++
	}
	for end < len(forms) && legalForms()[forms[end]] {
		end++
		n.Span.End = end
	}
}

// isCompany reports whether a name ends with a legal form that means nothing else: two letters often do.
func isCompany(forms []string) bool {
	last := forms[len(forms)-1]
	return legalForms()[last] && len(strings.ReplaceAll(last, ".", "")) > 2
}

// isTrade reports whether a name ends with what a company deals in: "Orlo Coal".
func isTrade(forms []string) bool { return len(forms) > 1 && trades()[forms[len(forms)-1]] }
