package party

// A forest keeps disjoint sets (Galler and Fischer 1964): each element leads to the root of its set.
type forest struct{ up []int }

func newForest(n int) *forest {
	f := &forest{}
	for range n {
		f.add()
	}
	return f
}

// add puts a new element into a set of its own.
func (f *forest) add() { f.up = append(f.up, len(f.up)) }

// find returns the root of an element's set.
func (f *forest) find(i int) int {
	for f.up[i] != i {
		f.up[i] = f.up[f.up[i]]
		i = f.up[i]
	}
	return i
}

// join makes one set of two; its root is the smaller of theirs.
func (f *forest) join(i, j int) {
	i, j = f.find(i), f.find(j)
	f.up[max(i, j)] = min(i, j)
}

// roots returns the roots of all sets that hold an element besides those passed over, in order.
func (f *forest) roots(without []int) []int {
	skipped, seen := map[int]bool{}, map[int]bool{}
	for _, i := range without {
		skipped[i] = true
	}
	var roots []int
	for i := range f.up {
		if root := f.find(i); !skipped[i] && !seen[root] {
			seen[root] = true
			roots = append(roots, root)
		}
	}
	return roots
}
