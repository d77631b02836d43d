package name

import (
	_ "embed"
	"strings"
	"sync"

	"rashomon"
)

//go:embed data/states.txt
var stateFile string

// states are the abbreviations of states and provinces.
var states = sync.OnceValue(func() map[string]bool {
	known := map[string]bool{}
	for line := range strings.Lines(stateFile) {
		_, abbreviations, found := strings.Cut(line, "|")
		if !found || strings.HasPrefix(line, "#") {
			continue
		}
		for abbreviation := range strings.FieldsSeq(abbreviations) {
			known[abbreviation] = true
		}
	}
	return known
})

// stateRule is the rule of a state that is known by its abbreviation.
const stateRule = "name/state"

// withStates adds the abbreviated states that stand behind a place ("Bangor, Me.") or before a postal code ("ME
// 04401").
func withStates(names []Name, forms []string) []Name {
	last := 0 // the names before it end at or before the token
	for i, form := range forms {
		for last < len(names) && names[last].Span.End <= i {
			last++
		}
		if !states()[form] || last < len(names) && names[last].Span.Start <= i {
			continue
		}
		if isPostalCode(forms[i+1:]) || last > 0 && names[last-1].precedes(i, forms) {
			n := Name{Span: rashomon.Span{Start: i, End: i + 1}, Type: rashomon.EntityPlace, Share: 1, Rule: stateRule}
			names = place(names, n)
		}
	}
	return names
}

// isPostalCode reports whether words begin with a postal code of the United States, of five figures or nine.
func isPostalCode(forms []string) bool {
	const figures = 5
	if len(forms) == 0 || len(forms[0]) < figures || !isFigure(forms[0][:figures]) {
		return false
	}
	rest := forms[0][figures:]
	return rest == "" || rest[0] == '-'
}

// precedes reports whether the name is that of the place behind which an abbreviated state stands. In a text in
// capitals one of two letters looks like any word.
func (n Name) precedes(state int, forms []string) bool {
	end, comma := state, forms[state-1] == ","
	if comma {
		end--
	}
	if n.Type != rashomon.EntityPlace || n.Span.End != end {
		return false
	}
	return strings.HasSuffix(forms[state], ".") || comma && strings.ToUpper(forms[n.Span.Start]) != forms[n.Span.Start]
}
