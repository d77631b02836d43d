package score

import "math"

// assign returns the largest sum of weights of an assignment of every row to a column of its own, where there are as many
// columns as rows at least: the Hungarian method (Kuhn 1955) by shortest augmenting paths (Jonker and Volgenant 1987).
func assign(weights [][]float64) float64 {
	a := newAssignment(weights)
	for row := range weights {
		a.add(row + 1)
	}
	var sum float64
	for column := 1; column < len(a.rowOf); column++ {
		if row := a.rowOf[column]; row > 0 {
			sum += weights[row-1][column-1]
		}
	}
	return sum
}

// An assignment counts rows and columns from 1; column 0 is where a row stands that looks for one.
type assignment struct {
	weights          [][]float64
	ofRows, ofColumn []float64 // potentials
	rowOf            []int     // of each column
}

func newAssignment(weights [][]float64) *assignment {
	columns := len(weights[0])
	return &assignment{
		weights: weights, ofRows: make([]float64, len(weights)+1), ofColumn: make([]float64, columns+1), rowOf: make([]int, columns+1),
	}
}

// add finds a column for one more row.
func (a *assignment) add(row int) {
	a.rowOf[0] = row
	before := make([]int, len(a.rowOf))
	least := make([]float64, len(a.rowOf))
	for i := range least {
		least[i] = math.Inf(1)
	}
	seen := make([]bool, len(a.rowOf))
	column := 0
	for {
		seen[column] = true
		next := a.nearest(column, seen, before, least)
		a.shift(least[next], seen, least)
		if column = next; a.rowOf[column] == 0 {
			break
		}
	}
	for column != 0 {
		a.rowOf[column] = a.rowOf[before[column]]
		column = before[column]
	}
}

// nearest brings the least costs up to date with the row of a column and returns the column that costs least.
func (a *assignment) nearest(column int, seen []bool, before []int, least []float64) int {
	row, next := a.rowOf[column], 0
	for c := 1; c < len(a.rowOf); c++ {
		if seen[c] {
			continue
		}
		if cost := -a.weights[row-1][c-1] - a.ofRows[row] - a.ofColumn[c]; cost < least[c] {
			least[c], before[c] = cost, column
		}
		if next == 0 || least[c] < least[next] {
			next = c
		}
	}
	return next
}

func (a *assignment) shift(by float64, seen []bool, least []float64) {
	for c := range a.rowOf {
		if seen[c] {
			a.ofRows[a.rowOf[c]] += by
			a.ofColumn[c] -= by
		} else {
			least[c] -= by
		}
	}
}
