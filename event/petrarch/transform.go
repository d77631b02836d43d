package petrarch

import (
	"fmt"
	"slices"
	"strings"
)

// A transform says what becomes of an event that is told, wanted or tried: in "~ a (b . ATTACK) SAY = a b 112" that a
// blames b, where a says that b attacks somebody. Letters stand for actors, of which different ones are different, "."
// for anybody, "_" for nobody, and Q for any verb.
type transform struct {
	outer, inner meaning
	anyInner     bool
	actors       [3]string // the outer source, the inner source and target
	result       [2]string
	code         string // "Q" for that of the inner verb
	at           position
}

// addTransform reads a transformation.
func (d *Dictionary) addTransform(f *file, text string) {
	const remedy = "write ~ a (b c VERB) VERB = a b CODE"
	left, right, found := strings.Cut(strings.NewReplacer("(", " ", ")", " ").Replace(text), "=")
	parts, result := strings.Fields(left), strings.Fields(right)
	if !found || len(parts) != 5 || len(result) != 3 {
		f.damaged("a transformation that cannot be read", remedy)
		return
	}
	t := transform{
		actors: [3]string{parts[0], parts[1], parts[2]}, result: [2]string{result[0], result[1]},
		code: strings.ToUpper(result[2]), anyInner: strings.EqualFold(parts[3], "Q"), at: f.position(),
	}
	for _, name := range t.result {
		if !slices.Contains(t.actors[:], name) || name == "." || name == "_" {
			f.damaged(fmt.Sprintf("%q stands for nobody on the left side", name), remedy)
			return
		}
	}
	var ok bool
	if t.outer, ok = d.verbMeaning(f, parts[4]); !ok {
		return
	}
	if !t.anyInner {
		if t.inner, ok = d.verbMeaning(f, parts[3]); !ok {
			return
		}
	}
	d.transforms = append(d.transforms, t)
}

// verbMeaning returns what a verb, or several joined by "_", means in a transformation.
func (d *Dictionary) verbMeaning(f *file, names string) (meaning, bool) {
	var m meaning
	for i, name := range strings.Split(strings.ToUpper(names), "_") {
		entries := d.verbs[name]
		at := slices.IndexFunc(entries, func(v *verb) bool { return v.words() == 0 })
		if at < 0 {
			f.damaged(fmt.Sprintf("the verb %s of a transformation is given nowhere", name), "give it in a block above")
			return m, false
		}
		next := meaningOf(entries[at].code.active)
		if i == 0 {
			m = next
		} else {
			m = combine(m, next)
		}
	}
	return m, !m.empty()
}

// transformed returns what becomes of an event that holds another, by the transformation that names both verbs most
// exactly.
func (s *sentence) transformed(a act) (act, bool) {
	var best *transform
	bestDigits := -1
	for i := range s.dictionary.transforms {
		t := &s.dictionary.transforms[i]
		outer, ok := a.meaning.isUnder(t.outer)
		inner := 0
		if ok && !t.anyInner {
			inner, ok = a.inner.meaning.isUnder(t.inner)
		}
		if digits := 10*outer + inner; ok && digits > bestDigits && t.binds(a) != nil {
			best, bestDigits = t, digits
		}
	}
	if best == nil {
		return a, false
	}
	sides := best.binds(a)
	out := act{
		sources: sides[best.result[0]], targets: sides[best.result[1]], meaning: meaningOf(best.code),
		trigger: a.inner.trigger, at: append(slices.Concat(a.at, a.inner.at), best.at),
	}
	if best.code == "Q" {
		out.meaning = a.inner.meaning
	}
	return out, true
}

// binds returns whom the letters of a transformation stand for in an event, or nil where they cannot.
func (t *transform) binds(a act) map[string][]side {
	bound := map[string][]side{}
	for i, who := range [][]side{a.sources, a.inner.sources, a.inner.targets} {
		name := t.actors[i]
		if name == "." {
			continue
		}
		if (name == "_") != (len(who) == 0) {
			return nil
		}
		for other, sides := range bound {
			if (other == name) != sameCodes(sides, who) {
				return nil
			}
		}
		bound[name] = who
	}
	return bound
}

func sameCodes(a, b []side) bool {
	return slices.EqualFunc(a, b, func(x, y side) bool { return x.code == y.code })
}
