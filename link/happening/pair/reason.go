package pair

import (
	"fmt"
	"strings"
)

// Reason tells people what two events have in common.
func (w *Words) Reason(d Documents, i, j int) string {
	a, b := &d.a.Tellings[i], &d.b.Tellings[j]
	reasons := []string{w.wordReason(a, b)}
	if shared := w.sharedArguments(a, b); shared != "" {
		reasons = append(reasons, "both with "+shared)
	}
	if a.place.head != none && a.place.same(&b.place) {
		reasons = append(reasons, "in "+w.forms[a.place.head])
	}
	if a.time.known(b.time) && a.time.meets(b.time) {
		reasons = append(reasons, "on "+dayOf(max(a.time.from, b.time.from)))
	}
	if sameFigure(a.figures, b.figures) > 0 {
		reasons = append(reasons, "of one figure")
	}
	if shared := w.sharedWords(a, b); shared != "" {
		reasons = append(reasons, "near "+shared)
	}
	return strings.Join(reasons, "; ")
}

func (w *Words) wordReason(a, b *Telling) string {
	x, y := w.forms[a.head], w.forms[b.head]
	switch {
	case a.head == b.head:
		return fmt.Sprintf("both %q", x)
	case a.families.shares(b.families):
		return fmt.Sprintf("%q and %q can name the same", x, y)
	}
	return fmt.Sprintf("%q and %q are words of a kind", x, y)
}

func (w *Words) sharedArguments(a, b *Telling) string {
	var names []string
	for _, x := range a.arguments {
		for _, y := range b.arguments {
			if name := w.forms; x.head != none && x.same(&y) && len(names) < 3 {
				names = appendNew(names, name[x.head])
			}
		}
	}
	return strings.Join(names, ", ")
}

// sharedWords returns the rarest words of both sentences.
func (w *Words) sharedWords(a, b *Telling) string {
	var shared bag
	a.sentence.each(b.sentence.bag, func(word int32) {
		if word != a.head && word != b.head {
			shared = append(shared, word)
		}
	})
	var forms []string
	for _, word := range w.rarest(shared, shareFrom, 3) {
		forms = append(forms, w.forms[word])
	}
	return strings.Join(forms, ", ")
}

func appendNew(list []string, name string) []string {
	for _, known := range list {
		if known == name {
			return list
		}
	}
	return append(list, name)
}
