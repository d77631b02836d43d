package petrarch

import (
	"fmt"
	"strings"
)

// An actor is who a phrase stands for: a code, or one for each time.
type actor struct{ codes []datedCode }

// A datedCode is a code from one day to another, both included; 0 is no bound.
type datedCode struct {
	code     string
	from, to day
	at       position
}

func (c datedCode) dated() bool { return c.from != 0 || c.to != 0 }

// nullCode stands for somebody, or something done, that is not coded.
const nullCode = "---"

// on returns the code of an actor on a day: the first one bound to a time that holds the day, else the last one that
// is bound to none. ok is false where there is neither.
func (a *actor) on(date day) (code datedCode, ok bool) {
	for _, c := range a.codes {
		if c.dated() && date != 0 && (c.from == 0 || date >= c.from) && (c.to == 0 || date <= c.to) {
			return c, true
		}
		if !c.dated() {
			code, ok = c, true
		}
	}
	return code, ok
}

// readActors reads a file of actors: a name and its code, further names after "+", and codes bound to a time, which
// may stand on lines of their own that begin with white space.
func (d *Dictionary) readActors(f *file, content string) {
	var current *actor
	for text := range f.lines(content) {
		name, codes, ok := cutCodes(text)
		if !ok {
			f.damaged("a square bracket that does not close", "write the code as [CODE] or [CODE 20110705-20120131]")
		}
		synonym := strings.HasPrefix(text, "+")
		name = strings.ReplaceAll(strings.TrimSpace(name), "+", " ")
		switch {
		case strings.HasPrefix(name, "Source:"):
			continue
		case name != "" && !synonym:
			current = &actor{}
		case current == nil:
			f.damaged("nobody stands above that this belongs to", "begin with the line of a name")
			continue
		}
		if name != "" {
			d.addActor(f, name, current)
		}
		for _, code := range codes {
			if c, ok := readDatedCode(f, code); ok {
				current.codes = append(current.codes, c)
			}
		}
	}
}

func (d *Dictionary) addActor(f *file, name string, who *actor) {
	if p := readPhrase(name); len(p.words) > 0 {
		d.actors.add(p, who, f.position())
		return
	}
	f.damaged(fmt.Sprintf("the name %q has no word", name), "")
}

// readDatedCode reads what stands in square brackets: CODE, CODE <DAY, CODE >DAY or CODE DAY-DAY.
func readDatedCode(f *file, text string) (datedCode, bool) {
	c := datedCode{at: f.position()}
	code, when, _ := strings.Cut(strings.ReplaceAll(text, "\t", " "), " ")
	// A bound may stand against its code: [GON<990101].
	if at := strings.IndexAny(code, "<>"); at >= 0 {
		code, when = code[:at], code[at:]+when
	}
	c.code = strings.ToUpper(code)
	when = strings.ReplaceAll(when, " ", "")
	if when == "" {
		return c, c.code != ""
	}
	ok := true
	switch first, last, between := strings.Cut(when, "-"); {
	case when[0] == '<':
		c.to, ok = readDay(when[1:])
	case when[0] == '>':
		c.from, ok = readDay(when[1:])
	case between:
		var both bool
		c.from, ok = readDay(first)
		c.to, both = readDay(last)
		ok = ok && both
	default:
		ok = false
	}
	if !ok {
		f.damaged(fmt.Sprintf("%q is no time", when), "write <20110705, >20110705 or 20110705-20120131")
	}
	return c, ok
}
