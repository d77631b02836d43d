package view

import (
	"slices"

	"rashomon"
)

// A Group is differences on one question: found by one rule, each with a passage in common with another of them, or between the
// same passages.
type Group struct {
	rashomon.Difference                       // the strongest, or one about as strong of which less was shown
	More                []rashomon.Difference // the others, in order of strength
}

// Groups puts differences, sorted by strength, that ask the same together, in the order of the strongest of each. One that asks
// the same as those of two groups joins them.
func Groups(differences []rashomon.Difference) []Group {
	groups := asking(differences)
	var shown leads
	for i := range groups {
		groups[i].lead(&shown)
		shown.add(groups[i].Difference)
	}
	return joined(groups)
}

// asking returns the groups of those that ask the same, directly or through others.
func asking(differences []rashomon.Difference) []Group {
	joined := make([]int, len(differences)) // to an earlier one, or to itself
	var first func(i int) int
	first = func(i int) int {
		if joined[i] != i {
			joined[i] = first(joined[i])
		}
		return joined[i]
	}
	var known leads
	for i, d := range differences {
		joined[i] = i
		for _, j := range known.near(d) {
			if a, b := first(i), first(j); a != b && asksTheSame(differences[j], d) {
				joined[max(a, b)] = min(a, b)
			}
		}
		known.add(d)
	}
	var groups []Group
	places := map[int]int{}
	for i, d := range differences {
		at, found := places[first(i)]
		if !found {
			places[i] = len(groups)
			groups = append(groups, Group{Difference: d})
			continue
		}
		groups[at].More = append(groups[at].More, d)
	}
	return groups
}

// leads are differences by the documents of their sides: two that have no document in common have nothing to do with each other.
type leads struct {
	differences []rashomon.Difference
	in          map[string][]int // their numbers, by document
}

func (l *leads) add(d rashomon.Difference) {
	if l.in == nil {
		l.in = map[string][]int{}
	}
	at := len(l.differences)
	l.differences = append(l.differences, d)
	l.in[d.A.Document] = append(l.in[d.A.Document], at)
	if d.B.Document != d.A.Document {
		l.in[d.B.Document] = append(l.in[d.B.Document], at)
	}
}

// near returns the numbers of those that have a document in common with a difference, some twice.
func (l *leads) near(d rashomon.Difference) []int {
	return slices.Concat(l.in[d.A.Document], l.in[d.B.Document])
}

// joined joins to each group those behind it that are led by the same quarrel.
func joined(groups []Group) []Group {
	var out []Group
	var shown leads
	for _, g := range groups {
		at := -1
		for _, i := range shown.near(g.Difference) {
			if (at < 0 || i < at) && goesOn(out[i].Difference, g.Difference) {
				at = i
			}
		}
		if at < 0 {
			shown.add(g.Difference)
			out = append(out, g)
			continue
		}
		out[at].More = append(append(out[at].More, g.Difference), g.More...)
	}
	return out
}

// nearlyAsStrong is by how much a difference may be weaker than the strongest of its group and stand for it.
const nearlyAsStrong = 0.1

// lead lets that difference stand for the group of which the groups before have shown least, if it is about as strong as the
// strongest: the fewest of its passages, and not yet its two voices.
func (g *Group) lead(before *leads) {
	best, shown := -1, before.shown(g.Difference)
	for i, d := range g.More {
		if g.Strength-d.Strength > nearlyAsStrong {
			break
		}
		if n := before.shown(d); n < shown {
			best, shown = i, n
		}
	}
	if best >= 0 {
		g.Difference, g.More[best] = g.More[best], g.Difference
	}
}

// shown tells how much of a difference the first lines of groups have shown; names say nothing of who did what.
func (l *leads) shown(d rashomon.Difference) int {
	passages, voices := map[rashomon.Passage]bool{}, 0
	for _, i := range l.near(d) {
		o := l.differences[i]
		if isName(o) {
			continue
		}
		for _, side := range []rashomon.Side{d.A, d.B} {
			if overlap(side, o.A) || overlap(side, o.B) {
				passages[side.Passage] = true
			}
		}
		if sameVoice(d.A, o.A) && sameVoice(d.B, o.B) || sameVoice(d.A, o.B) && sameVoice(d.B, o.A) {
			voices = 1
		}
	}
	return 2*len(passages) + voices
}

// sameVoice reports whether two sides are in the words of the same holders in one document.
func sameVoice(x, y rashomon.Side) bool {
	return x.Document == y.Document && slices.Equal(x.Holders, y.Holders)
}

// asksTheSame reports whether two differences are on one question: found by the same rule and with a passage in common, or
// between the same passages, where not only one of the two is on a name.
func asksTheSame(x, y rashomon.Difference) bool {
	if x.Rule == y.Rule && shareSide(x, y) {
		return true
	}
	return isName(x) == isName(y) && (overlap(x.A, y.A) && overlap(x.B, y.B) || overlap(x.A, y.B) && overlap(x.B, y.A))
}

// longestQuarrel is how many bytes after what is disputed one voice may still go on to dispute it.
const longestQuarrel = 800

// goesOn reports whether two differences are of one quarrel: one passage is disputed, near by in its own document, by the author
// or by whom he cites, and neither is on a name or on a side taken.
func goesOn(x, y rashomon.Difference) bool {
	isOpinion := func(d rashomon.Difference) bool { return isName(d) || d.Kind == rashomon.PointPosition }
	isOwn := func(d rashomon.Difference) bool { return d.A.Document == d.B.Document }
	if isOpinion(x) || isOpinion(y) || !isOwn(x) || !isOwn(y) {
		return false
	}
	near := func(a, b rashomon.Side) bool {
		return max(a.Extent.End, b.Extent.End)-min(a.Extent.Start, b.Extent.Start) <= longestQuarrel
	}
	return (x.A.Passage == y.A.Passage || x.B.Passage == y.B.Passage) && near(x.A, x.B) && near(y.A, y.B)
}

// shareSide reports whether two differences have a passage in common.
func shareSide(x, y rashomon.Difference) bool {
	return x.A.Passage == y.A.Passage || x.A.Passage == y.B.Passage || x.B.Passage == y.A.Passage || x.B.Passage == y.B.Passage
}

// overlap reports whether two sides have words in common.
func overlap(x, y rashomon.Side) bool {
	return x.Document == y.Document && x.Extent.Start < y.Extent.End && y.Extent.Start < x.Extent.End
}

// lets lets a difference of the group, by its id, stand for it, if it is of it.
func (g *Group) lets(id string) bool {
	if g.ID == id {
		return true
	}
	at := slices.IndexFunc(g.More, func(d rashomon.Difference) bool { return d.ID == id })
	if at < 0 {
		return false
	}
	led := g.More[at]
	g.More = slices.Concat([]rashomon.Difference{g.Difference}, g.More[:at], g.More[at+1:]) // lists of others have the old one
	g.Difference = led
	return true
}

// IDs returns those of all differences of the group.
func (g Group) IDs() []string {
	out := []string{g.ID}
	for _, d := range g.More {
		out = append(out, d.ID)
	}
	return out
}

// Surest returns the strength of the strongest of the group.
func (g Group) Surest() float64 {
	surest := g.Strength
	for _, d := range g.More {
		surest = max(surest, d.Strength)
	}
	return surest
}

// Others returns the sides of weaker differences that have no words in common with the strongest or with each other.
func (g Group) Others() []rashomon.Side {
	shown, others := map[string][]rashomon.Extent{}, []rashomon.Side{} // the first by document
	seen := map[rashomon.Passage]bool{}                                // a passage may differ from hundreds
	add := func(side rashomon.Side) bool {
		if seen[side.Passage] {
			return false
		}
		seen[side.Passage] = true
		meets := func(e rashomon.Extent) bool { return e.Start < side.Extent.End && side.Extent.Start < e.End }
		if slices.ContainsFunc(shown[side.Document], meets) {
			return false
		}
		shown[side.Document] = append(shown[side.Document], side.Extent)
		return true
	}
	add(g.A)
	add(g.B)
	for _, d := range g.More {
		for _, side := range []rashomon.Side{d.A, d.B} {
			if add(side) {
				others = append(others, side)
			}
		}
	}
	return others
}

func isName(d rashomon.Difference) bool { return d.Kind == rashomon.PointName }
