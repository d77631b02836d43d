package echo

import (
	"cmp"
	"fmt"
	"slices"

	"rashomon"
)

// A saying is a place where something is laid to somebody in particular.
type saying struct{ head, credit, sentence int32 }

// compareSayings compares by the head of the holder's name, then by place.
func compareSayings(p, q saying) int {
	return cmp.Or(cmp.Compare(p.head, q.head), cmp.Compare(p.credit, q.credit))
}

// readSaid finds where a text lays something to somebody in particular.
func (a *account) readSaid() {
	for i, c := range a.credits {
		if c.says && a.tells(c.sentence) && c.head != "" && !words().classes.Has("anybody", c.head) {
			a.said = append(a.said, saying{c.who, int32(i), int32(c.sentence)})
		}
	}
	slices.SortFunc(a.said, compareSayings)
}

// eachHead calls a function with the sayings of two accounts whose holders' names have one head.
func eachHead(a, b []saying, do func(p, q saying)) {
	for len(a) > 0 && len(b) > 0 {
		switch p, q := a[0], b[0]; {
		case p.head < q.head:
			a = a[1:]
		case q.head < p.head:
			b = b[1:]
		default:
			for i := 0; i < len(b) && b[i].head == p.head; i++ {
				do(p, b[i])
			}
			a = a[1:]
		}
	}
}

// A match is two places in two accounts that lay the same to the same holder.
type match struct {
	p, q saying
	shared
}

// compareMatches puts those first that share most.
func compareMatches(x, y match) int {
	return cmp.Or(cmp.Compare(y.weight(), x.weight()), cmp.Compare(x.p.credit, y.p.credit), cmp.Compare(x.q.credit, y.q.credit))
}

// heldInCommon returns links between statements of two accounts that lay the same to the same holder. Of several
// statements of a holder, the two that share most belong together.
func heldInCommon(a, b *account) []link {
	var matches []match
	eachHead(a.said, b.said, func(p, q saying) {
		like := a.credits[p.credit].same(&b.credits[q.credit].name)
		if like == unlike {
			return
		}
		t, u := &a.tellings[p.sentence], &b.tellings[q.sentence]
		s := t.share(u)
		claim := isOneClaim(like, s) && 3*s.terms >= min(len(t.terms), len(u.terms))
		if claim || a.hasRun(int(p.sentence), b, int(q.sentence)) {
			matches = append(matches, match{p, q, s})
		}
	})
	if len(matches) == 0 {
		return nil
	}
	slices.SortFunc(matches, compareMatches)
	paired, pairedToo := map[int32]bool{}, map[int32]bool{}
	var links []link
	for _, m := range matches {
		if paired[m.p.sentence] || pairedToo[m.q.sentence] {
			continue
		}
		paired[m.p.sentence], pairedToo[m.q.sentence] = true, true
		links = append(links, link{
			a: a.passage(int(m.p.sentence)), b: b.passage(int(m.q.sentence)), kind: rashomon.EchoSharedSource, rule: "holder",
			reason: fmt.Sprintf("Both lay it to the same holder: %q and %q.", a.credits[m.p.credit].text, b.credits[m.q.credit].text),
			score:  min(0.9, 0.5+float64(m.weight())/20), weak: true,
		})
	}
	return links
}

// isOneClaim reports whether what two statements of one holder share makes them one claim.
func isOneClaim(like likeness, s shared) bool {
	if like == bare || s.terms < 3 {
		return s.exact() > 0 && s.terms > 0
	}
	return like == full
}
