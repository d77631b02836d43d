package name

import (
	_ "embed"
	"strings"
	"sync"

	"rashomon"
)

//go:embed data/legal_forms.txt
var legalFormFile string

var legalForms = sync.OnceValue(func() map[string]bool {
	forms := map[string]bool{}
	for line := range strings.Lines(legalFormFile) {
		if !strings.HasPrefix(line, "#") {
			forms[strings.TrimSpace(line)] = true
		}
	}
	return forms
})

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
