package point

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// labels finds that two documents call the same side of a conflict, which neither calls by a name, by words of opposite
// sympathy: "the revolutionaries", "the so-called rebels". Who is meant is told by the sector that the words are coded
// with, and by the country. Of several words of one sympathy, those for the party that is labelled most often stand for all.
func labels(a, b *digest.Digest) []finding {
	var found []finding
	for _, valence := range []int{-1, 1} {
		for _, x := range mostUsed(a, valence) {
			for _, y := range mostUsed(b, -valence) {
				if sameSide(a.Entities[x.Entity], b.Entities[y.Entity]) {
					found = append(found, finding{
						kind: rashomon.PointName, a: labelSide(a, x), b: labelSide(b, y), rule: "name/sector", strength: 0.6,
						why: fmt.Sprintf("the same side is called %q, or %q", a.Quote(x.Extent), b.Quote(y.Extent)),
					})
				}
			}
		}
	}
	return found
}

// mostUsed returns, of the labels of one sympathy, the first for the party of each sector that has most of them.
func mostUsed(d *digest.Digest, valence int) []digest.Label {
	count, first := map[int]int{}, map[int]digest.Label{}
	for _, label := range d.Labels {
		if label.Valence != valence || len(sectors(d.Entities[label.Entity])) == 0 {
			continue
		}
		if count[label.Entity]++; count[label.Entity] == 1 {
			first[label.Entity] = label
		}
	}
	best := map[string]int{} // sectors -> entity
	for _, entity := range slices.Sorted(maps.Keys(count)) {
		side := strings.Join(sectors(d.Entities[entity]), " ")
		if known, found := best[side]; !found || count[entity] > count[known] {
			best[side] = entity
		}
	}
	var out []digest.Label
	for _, side := range slices.Sorted(maps.Keys(best)) {
		out = append(out, first[best[side]])
	}
	return out
}

// sameSide reports whether two entities, neither of which has a name, are of one sector of one country.
func sameSide(x, y digest.Entity) bool {
	if isCalled(x) || isCalled(y) {
		return false
	}
	return slices.Equal(sectors(x), sectors(y)) && (country(x) == country(y) || country(x) == "" || country(y) == "")
}

func isCalled(e digest.Entity) bool {
	return slices.ContainsFunc(e.Mentions, func(m digest.Mention) bool { return m.Kind == rashomon.MentionName })
}

// sectors returns the codes of an entity that name a side of a conflict.
func sectors(e digest.Entity) []string {
	return slices.DeleteFunc(slices.Clone(e.Codes), func(code string) bool { return !words().classes.Has("side", code) })
}

// country returns the country that stands first among the codes of an entity, or "".
func country(e digest.Entity) string {
	if len(e.Codes) == 0 || words().classes.Has("sector", e.Codes[0]) {
		return ""
	}
	return e.Codes[0]
}

// labelSide returns the clause that a label stands in, or the label alone.
func labelSide(d *digest.Digest, label digest.Label) rashomon.Side {
	extent := label.Extent
	for _, clause := range d.Clauses {
		if clause.Extent.Contains(label.Extent) && clause.Extent.Len() <= longestPassage && (extent == label.Extent || clause.Extent.Len() < extent.Len()) {
			extent = clause.Extent
		}
	}
	return d.Side(extent, rashomon.None)
}
