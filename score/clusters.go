package score

import (
	"cmp"
	"slices"
)

// Coreference is how well clusters of mentions were found: the three measures of the shared task CoNLL-2012 (Pradhan et al.,
// CoNLL 2012), each as precision and recall.
type Coreference struct {
	MUC, BCubed, CEAFe Measure
}

// A Measure is a precision and a recall.
type Measure struct{ Precision, Recall float64 }

// F1 returns the harmonic mean of precision and recall.
func (m Measure) F1() float64 {
	if m.Precision+m.Recall == 0 {
		return 0
	}
	return 2 * m.Precision * m.Recall / (m.Precision + m.Recall)
}

// CoNLL returns the mean of the three F1.
func (c Coreference) CoNLL() float64 { return (c.MUC.F1() + c.BCubed.F1() + c.CEAFe.F1()) / 3 }

// Clusters compares clusterings of the same mentions: of each mention, the name of its cluster as wanted and as found.
func Clusters(wanted, found []string) Coreference {
	key, response := numbered(wanted), numbered(found)
	var c Coreference
	c.MUC = Measure{Precision: muc(response, key), Recall: muc(key, response)}
	c.BCubed = Measure{Precision: bCubed(response, key), Recall: bCubed(key, response)}
	if total := ceaf(key, response); len(key.sizes) > 0 {
		c.CEAFe = Measure{Precision: total / float64(len(response.sizes)), Recall: total / float64(len(key.sizes))}
	}
	return c
}

// A clustering has of each mention the number of its cluster, and the sizes of the clusters.
type clustering struct{ of, sizes []int }

func numbered(names []string) clustering {
	numbers := map[string]int{}
	c := clustering{of: make([]int, len(names))}
	for i, name := range names {
		n, known := numbers[name]
		if !known {
			n = len(c.sizes)
			numbers[name] = n
			c.sizes = append(c.sizes, 0)
		}
		c.of[i] = n
		c.sizes[n]++
	}
	return c
}

// overlap is how many mentions a cluster of one clustering and one of another share.
type overlap struct{ a, b, shared int }

// overlaps returns those that share any, sorted.
func overlaps(a, b clustering) []overlap {
	shared := map[[2]int]int{}
	for i := range a.of {
		shared[[2]int{a.of[i], b.of[i]}]++
	}
	out := make([]overlap, 0, len(shared))
	for pair, n := range shared {
		out = append(out, overlap{pair[0], pair[1], n})
	}
	slices.SortFunc(out, func(x, y overlap) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) })
	return out
}

// muc returns the share of the links within clusters that the other clustering has too (Vilain et al., MUC-6, 1995).
func muc(of, by clustering) float64 {
	parts := make([]int, len(of.sizes))
	for _, o := range overlaps(of, by) {
		parts[o.a]++
	}
	var right, all int
	for i, size := range of.sizes {
		right += size - parts[i]
		all += size - 1
	}
	return share(right, all)
}

// bCubed returns the mean over mentions of the share of a mention's cluster that stands with it in the other clustering
// (Bagga and Baldwin, LREC 1998).
func bCubed(of, by clustering) float64 {
	var sum float64
	for _, o := range overlaps(of, by) {
		sum += float64(o.shared*o.shared) / float64(of.sizes[o.a])
	}
	return sum / float64(max(1, len(of.of)))
}

// ceaf returns the largest sum of similarities of clusters that are assigned one to one (Luo, HLT 2005, with his fourth
// similarity). Clusters that share no mention, not even by way of others, are assigned apart.
func ceaf(key, response clustering) float64 {
	var total float64
	for _, group := range connected(overlaps(key, response), len(key.sizes)+len(response.sizes), len(key.sizes)) {
		rows, columns := map[int]int{}, map[int]int{}
		for _, o := range group {
			enter(rows, o.a)
			enter(columns, o.b)
		}
		weights := make([][]float64, len(rows))
		for i := range weights {
			weights[i] = make([]float64, max(len(rows), len(columns)))
		}
		for _, o := range group {
			weights[rows[o.a]][columns[o.b]] = 2 * float64(o.shared) / float64(key.sizes[o.a]+response.sizes[o.b])
		}
		total += assign(weights)
	}
	return total
}

func enter(numbers map[int]int, n int) {
	if _, known := numbers[n]; !known {
		numbers[n] = len(numbers)
	}
}

// connected divides overlaps into groups that share no cluster; b counts from an offset.
func connected(all []overlap, n, offset int) [][]overlap {
	parent := make([]int, n)
	for i := range parent {
		parent[i] = i
	}
	root := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	for _, o := range all {
		parent[root(o.a)] = root(offset + o.b)
	}
	at := map[int]int{}
	var groups [][]overlap
	for _, o := range all {
		r := root(o.a)
		if _, known := at[r]; !known {
			at[r] = len(groups)
			groups = append(groups, nil)
		}
		groups[at[r]] = append(groups[at[r]], o)
	}
	return groups
}
