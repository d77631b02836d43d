package petrarch

import (
	"embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"rashomon/datafile"
)

//go:embed data/*.txt
var data embed.FS

// A meaning is a code taken apart, so that it can be combined with another. The zero meaning is no event.
type meaning struct {
	code   string // "" where it is of two codes
	digits int    // four hexadecimal ones, see data/cameo.txt
	known  bool   // the code is one of CAMEO, so that there are digits
	denied bool
}

// firstStance is the smallest number whose first digit, the stance, is not 0.
const firstStance = 0x1000

// ontology is what data/cameo.txt holds.
type ontology struct {
	byCode   map[string]meaning
	byDigits map[string]string // code by print of digits
}

var cameo = sync.OnceValue(func() ontology {
	o := ontology{byCode: map[string]meaning{}, byDigits: map[string]string{}}
	err := datafile.Each(data, "data/cameo.txt", 2, func(columns []string) error {
		digits, denied := strings.CutPrefix(columns[1], "not ")
		number, err := strconv.ParseInt(digits, 16, 32)
		if err != nil || len(digits) != 4 {
			return fmt.Errorf("%q are not four digits", digits)
		}
		m := meaning{columns[0], int(number), true, denied}
		o.byCode[m.code], o.byDigits[m.print()] = m, m.code
		return nil
	})
	if err != nil {
		panic(err) // the file is part of the program, and a test loads it
	}
	return o
})

func (m meaning) print() string { return fmt.Sprintf("%t%04X", m.denied, m.digits) }

func (m meaning) empty() bool { return m == meaning{} }

// meaningOf returns the meaning of a code of a dictionary. One that is none of CAMEO has that of its category, if
// there is one.
func meaningOf(code string) meaning {
	if code == "" {
		return meaning{}
	}
	m, known := cameo().byCode[code]
	if !known && len(code) > 2 {
		m, known = cameo().byCode[code[:2]+"0"]
	}
	m.code, m.known = code, known
	return m
}

// deny returns what it means not to do something.
func (m meaning) deny() meaning {
	if m.empty() || !m.known {
		return meaning{}
	}
	return meaning{digits: m.digits, known: true, denied: !m.denied}
}

// combine returns the meaning of a verb with another verb in its complement. Where one of the two is not known in its
// parts, the inner one counts.
func combine(outer, inner meaning) meaning {
	switch {
	case inner.empty():
		return outer
	case outer.empty() || !outer.known || !inner.known:
		return inner
	case outer.digits >= firstStance && inner.digits >= firstStance && !outer.denied,
		!inner.denied && !outer.denied && inner.digits >= outer.digits:
		return inner
	}
	return meaning{digits: (outer.digits + inner.digits) & 0xFFFF, known: true, denied: outer.denied != inner.denied}
}

// text returns the code of a meaning: its own, or that of the nearest combination that has one, without its detail or
// without its deed.
func (m meaning) text() string {
	if m.code != "" {
		return m.code
	}
	for mask := 0xFFFF; mask != 0 && m.known; mask = mask << 4 & 0xFFFF {
		general := m
		general.digits &= mask
		if code, found := cameo().byDigits[general.print()]; found {
			return code
		}
	}
	return ""
}

// isUnder reports whether a meaning is another one or a kind of it, and how many digits they share.
func (m meaning) isUnder(other meaning) (digits int, ok bool) {
	if !m.known || !other.known || m.denied != other.denied {
		return 0, m.code == other.code && !m.empty()
	}
	for i, mask := range []int{0xFFFF, 0xFFF0, 0xFF00, 0xF000} {
		if m.digits&mask == other.digits {
			return 4 - i, true
		}
	}
	return 0, false
}
