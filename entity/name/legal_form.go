package name

import (
	_ "embed"
	"slices"
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

// withLegalForm makes an organization's name that was cut short before its trade or its legal form whole: "Orlo" that goes on
// with "Shipping, Ltd.".
func (n *Name) withLegalForm(forms []string) {
	if n.Type != rashomon.EntityOrganization {
		return
	}
	end := n.Span.End
	if end < len(forms) && trades()[forms[end]] {
		end++
		n.Span.End = end
	}
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

// IsTrade reports whether a word is what companies deal in, with a capital, as the ends of their names are.
func IsTrade(form string) bool { return trades()[form] }

// tradeRule is the rule of a company that is known by what it deals in.
const tradeRule = "name/trade"

// withCompanies adds the companies that the network passed over: proper nouns with capitals before what a company deals in,
// "Orlo Nitrates", or another last word of organizations, "Orlo Watch".
func (s sentence) withCompanies(names []Name) []Name {
	for i := 1; i < len(s.forms); i++ {
		if !endsBody(s.forms[i]) || !s.isFree(names, i) || !s.isFirstWord(names, i-1) {
			continue
		}
		start := i - 1
		for start > 0 && s.isFree(names, start-1) {
			start--
		}
		n := Name{Span: rashomon.Span{Start: start, End: i + 1}, Type: rashomon.EntityOrganization, Rule: tradeRule}
		n.Share = max(leastTrade, s.share(slices.Index(s.types, rashomon.EntityOrganization), start, i+1))
		names = place(names, n)
	}
	return names
}

// endsBody reports whether a word ends the names of companies or other organizations.
func endsBody(form string) bool { return trades()[form] || EndsWatch(form) }

// EndsWatch reports whether a word, with a capital, ends the names of organizations that watch others, and are none of these.
func EndsWatch(form string) bool { return lastWords()[form] == rashomon.EntityOrganization }

// leastTrade is the share of a company that is known by what it deals in: more speaks for it than the network sees.
const leastTrade = 0.5

// isFirstWord reports whether a token may be the first word of a company's name: a proper noun, which the parser may take for an
// adjective of the word behind it.
func (s sentence) isFirstWord(names []Name, i int) bool {
	inName := slices.ContainsFunc(names, func(n Name) bool { return n.Span.Start <= i && i < n.Span.End })
	return s.isFree(names, i) || !inName && startsUpper(s.forms[i]) && s.tokens[i].XPOS == "NNP"
}
