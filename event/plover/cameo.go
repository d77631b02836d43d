package plover

import (
	"regexp"
	"slices"
)

// A Coding is what a code of CAMEO means in PLOVER.
type Coding struct {
	Code      string // the code that is known: "195" for "1959"
	Type      string
	Mode      string   // empty where the code tells none
	Contexts  []string // none where the code tells none
	Exchanged bool     // CAMEO's source is the recipient, and its target the actor: who receives a visit
	Meaning   string
}

// cameoCode is the form of a code: the cue category and up to two digits that say more.
var cameoCode = regexp.MustCompile(`^\d{2,4}$`)

// FromCAMEO returns what a code of CAMEO means, or, where it is not known, the longest beginning of it that is: the
// manual advises the same. Comments and appeals (01, 02) mean nothing in PLOVER.
func FromCAMEO(code string) (Coding, bool) {
	if !cameoCode.MatchString(code) {
		return Coding{}, false
	}
	for ; code != ""; code = code[:len(code)-1] {
		if coding, found := known().fromCAMEO[code]; found {
			coding.Contexts = slices.Clone(coding.Contexts)
			return coding, true
		}
	}
	return Coding{}, false
}

// CAMEO returns the code of CAMEO that comes nearest to a type in a mode, or to the type where the mode is none of its
// modes, and "" for a type that is not known. FromCAMEO gives type and mode back wherever CAMEO can tell them; where it
// cannot, see to_cameo.txt.
func CAMEO(typ, mode string) string {
	codes := known().toCAMEO
	if code, found := codes[typeMode{typ, mode}]; found {
		return code
	}
	return codes[typeMode{typ, ""}]
}
