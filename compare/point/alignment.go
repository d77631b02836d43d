package point

import "slices"

// An alignment tells which lines of one shelf may speak of the same as which of another: how much of what each holds the other
// holds too, in the same words or in words that mean nearly the same.
type alignment struct {
	matching *matching
	a, b     *shelf
	held     [2][]float64 // how well each line of b holds each word of a, a row for each word; and each of a those of b
	shared   [2][]float64 // the weight of what each line of a has in common with each of b; and each of b with each of a
	near     []float64    // of each line of a and each of b: the mean of both
	most     [2][]float64 // how near any line of the other shelf comes to each line of a; and to each of b
}

// set makes the alignment one of two shelves that were matched.
func (n *alignment) set(a, b *shelf, m *matching) {
	n.a, n.b, n.matching = a, b, m
	for i, side := range [...]struct{ of, with *shelf }{{a, b}, {b, a}} {
		n.held[i] = heldBy(n.held[i], side.with, m.fits[i], len(side.of.words.words))
		n.shared[i] = sharedBy(n.shared[i], side.of, n.held[i], len(side.with.lines))
	}
	n.near = cleared(n.near, len(a.lines)*len(b.lines))
	n.most[0], n.most[1] = cleared(n.most[0], len(a.lines)), cleared(n.most[1], len(b.lines))
	for i := range a.lines {
		for j := range b.lines {
			near := (n.shared[0][i*len(b.lines)+j] + n.shared[1][j*len(a.lines)+i]) / 2
			n.near[i*len(b.lines)+j] = near
			n.most[0][i], n.most[1][j] = max(n.most[0][i], near), max(n.most[1][j], near)
		}
	}
}

func cleared(values []float64, size int) []float64 {
	values = slices.Grow(values[:0], size)[:size]
	clear(values)
	return values
}

// heldBy tells how well each line of a shelf holds so many words, by how well each of its tellings does.
func heldBy(held []float64, by *shelf, fits []float64, words int) []float64 {
	held = cleared(held, words*len(by.lines))
	for word := range words {
		fit := fits[word*by.words.tellings:]
		row := held[word*len(by.lines):]
		for j := range by.lines {
			l := &by.lines[j]
			for _, x := range fit[l.first : l.first+len(l.tellings)] {
				row[j] = max(row[j], x)
			}
		}
	}
	return held
}

// sharedBy tells the weight of what each line of a shelf has in common with each of so many that hold its words so well.
func sharedBy(shared []float64, of *shelf, held []float64, lines int) []float64 {
	shared = cleared(shared, len(of.lines)*lines)
	for i := range of.lines {
		l, row := &of.lines[i], shared[i*lines:][:lines]
		for k, number := range l.numbers {
			weight := l.weights[k]
			for j, fit := range held[int(number)*lines:][:lines] {
				row[j] += weight * fit
			}
		}
	}
	return shared
}

// nearAround returns how near the lines next to one or both of two come to each other, or to the other of the two.
func (n *alignment) nearAround(i, j int) float64 {
	most, width := 0.0, len(n.b.lines)
	for x := max(0, i-1); x <= min(i+1, len(n.a.lines)-1); x++ {
		for y := max(0, j-1); y <= min(j+1, width-1); y++ {
			if x != i || y != j {
				most = max(most, n.near[x*width+y])
			}
		}
	}
	return most
}
