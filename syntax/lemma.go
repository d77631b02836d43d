package syntax

import (
	"cmp"
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"rashomon"
	"rashomon/network"
)

// A Script makes a lemma of a form: it sets the form's case, cuts some letters off the end and puts others there; or
// it asks a list of irregular forms; or it gives a lemma of its own, whatever the form ("were" and "is" are "be").
// Choosing one of a hundred scripts is then all that is left of lemmatisation, a classification as in UDPipe 2 (Straka
// 2018, "UDPipe 2.0 Prototype at CoNLL 2018 UD Shared Task"). Typography and the commas within figures need no scripts
// of their own: see [plainMarks].
//
// Scripts are comparable. The zero value gives the form in lower case.
type Script struct {
	casing casing
	cut    int    // runes
	ending string // what comes after the cut; with whole, the lemma
}

// A casing says what letters of the form become. There is no class for capitals throughout: title makes "Obama" of
// both "Obama" and "OBAMA", keep has what cannot be told from the letters, "NATO" and "McCarthy".
type casing string

// The casings, in the order in which Derive prefers them.
const (
	lower casing = ""
	title casing = "title" // the first rune of each word within the form, as in "O'Brien" and "U.S.", and no other
	keep  casing = "keep"
	whole casing = "=" // no matter: the lemma does not come from the form
	// listed is that of the list: one script for "fought" and "overthrew", even where no treebank has shown them.
	listed casing = "irregular"
)

// Derive returns the script that makes a lemma of a form: the list of irregular forms if it has both, else the script
// that cuts and adds least. Without a first letter in common the lemma is given whole. No script gives an empty lemma;
// it gets the zero value.
func Derive(form, lemma string) Script {
	if lemma == "" {
		return Script{}
	}
	if network.IrregularLemma(strings.ToLower(form)) == lemma {
		return Script{casing: listed}
	}
	best := Script{casing: whole, ending: lemma}
	base, fewest := plainMarks(form), math.MaxInt
	for _, casing := range []casing{lower, title, keep} {
		cased := casing.set(base)
		shared := sharedPrefix(cased, lemma)
		script := Script{casing, utf8.RuneCountInString(cased[shared:]), lemma[shared:]}
		edits := script.cut + utf8.RuneCountInString(script.ending)
		if shared > 0 && edits < fewest && script.Apply(form) == lemma {
			best, fewest = script, edits
		}
	}
	return best
}

// sharedPrefix returns the length of the longest prefix of whole runes that two strings share.
func sharedPrefix(a, b string) int {
	shared := 0
	for shared < len(a) {
		_, size := utf8.DecodeRuneInString(a[shared:])
		if !strings.HasPrefix(b[shared:], a[shared:shared+size]) {
			break
		}
		shared += size
	}
	return shared
}

// Apply returns the lemma of a form. A form that the script does not fit, being no longer than what is to be cut or not
// on the list, is given in lower case without a cut. The lemma of a form that is not empty is not empty.
func (s Script) Apply(form string) string {
	switch s.casing {
	case whole:
		return s.ending
	case listed:
		return cmp.Or(network.IrregularLemma(strings.ToLower(form)), lower.set(plainMarks(form)))
	}
	base := plainMarks(form)
	stem := s.casing.set(base)
	for cut := 0; cut < s.cut && stem != ""; cut++ {
		_, size := utf8.DecodeLastRuneInString(stem)
		stem = stem[:len(stem)-size]
	}
	if stem == "" {
		return lower.set(base)
	}
	return stem + s.ending
}

// set returns a form in a casing. Addresses and hashtags keep theirs.
func (c casing) set(form string) string {
	switch {
	case c == keep || isAddress(form):
		return form
	case c == title:
		return titled(form)
	}
	return strings.ToLower(form)
}

func isAddress(form string) bool {
	return strings.ContainsAny(form, "@#") || strings.Contains(form, "/") && strings.Contains(form, ".")
}

// titled returns a form with capitals where a stretch of letters, digits and combining marks starts, and nowhere else:
// "o'brien" is "O'Brien", "1ST" is "1st".
func titled(form string) string {
	within := false
	return strings.Map(func(r rune) rune {
		first := !within
		within = unicode.In(r, unicode.L, unicode.M, unicode.N)
		if first {
			return unicode.ToTitle(r)
		}
		return unicode.ToLower(r)
	}, form)
}

// plainMarks writes the marks of a form as lemmas have them in the treebanks: typographic quotes and apostrophes plain,
// figures without commas between their thousands, one sign for what is typed as several.
func plainMarks(form string) string {
	switch plain := strings.Map(plainQuote, form); plain {
	case "--", "–":
		return "-"
	case "...":
		return "…"
	case "``", "''":
		return `"`
	default:
		return ungrouped(plain)
	}
}

func plainQuote(r rune) rune {
	if plain := network.Typed(r); plain == "'" || plain == `"` {
		return rune(plain[0])
	}
	return r
}

// ungrouped returns a figure without the commas between its thousands, and any other form as it is.
func ungrouped(form string) string {
	if strings.IndexByte(form, ',') < 0 || strings.IndexFunc(form, unicode.IsLetter) >= 0 {
		return form
	}
	var figure strings.Builder
	for i := range len(form) {
		if form[i] != ',' || !groups(form, i) {
			figure.WriteByte(form[i])
		}
	}
	return figure.String()
}

// groups reports whether a comma stands behind a digit and before exactly three.
func groups(form string, comma int) bool {
	isDigit := func(i int) bool { return i >= 0 && i < len(form) && '0' <= form[i] && form[i] <= '9' }
	return isDigit(comma-1) && isDigit(comma+1) && isDigit(comma+2) && isDigit(comma+3) && !isDigit(comma+4)
}

// String returns the stable text of a script, the label under which a model stores it: "" for the form in lower case,
// "-1", "-3+y", "title-1", "keep", "irregular", and "=be" for a lemma given whole.
func (s Script) String() string {
	if s.casing == whole {
		return string(whole) + s.ending
	}
	text := string(s.casing)
	if s.cut > 0 {
		text += "-" + strconv.Itoa(s.cut)
	}
	if s.ending != "" {
		text += "+" + s.ending
	}
	return text
}

// ParseScript reads what [Script.String] has written.
func ParseScript(text string) (Script, error) {
	if lemma, found := strings.CutPrefix(text, string(whole)); found && lemma != "" {
		return Script{casing: whole, ending: lemma}, nil
	}
	var script Script
	edit, ending, _ := strings.Cut(text, "+")
	name, cut, _ := strings.Cut(edit, "-")
	script.casing, script.ending = casing(name), ending
	script.cut, _ = strconv.Atoi(cut)
	edits := script.casing == lower || script.casing == title || script.casing == keep
	if !edits && text != string(listed) || script.cut < 0 || script.String() != text {
		return Script{}, &rashomon.Error{
			Kind: rashomon.ErrorCorrupt, Place: "lemma script " + strconv.Quote(text),
			Cause: "not a lemma script", Remedy: "train the model anew",
		}
	}
	return script, nil
}
