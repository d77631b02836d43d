package syntax

import (
	"slices"

	"rashomon/network"
)

// attach writes into heads the head of each token, so that together they make the tree of the highest score with one token
// on the root. scores has a row for every token of as many columns and one: column 0 is the root, column h+1 token h. A
// head is the index of a token or -1, the root. Nearly always the best head of each token is the answer; where those make a
// circle, it takes the maximum spanning arborescence (Chu and Liu 1965, Edmonds 1967).
func (g *graph) attach(heads []int, scores []float32) {
	n := len(heads)
	for i := range heads {
		heads[i] = bestHead(scores[i*(n+1):(i+1)*(n+1)], i)
	}
	if g.isTree(heads) {
		return
	}
	g.read(scores, n+1)
	g.contractAll()
	g.expandAll()
	for i := range heads {
		heads[i] = g.head[i+1] - 1
	}
}

// bestHead returns the head that scores highest, but for the token itself; the first of equals.
func bestHead(row []float32, token int) int {
	best := -1
	for head := range len(row) - 1 {
		if head != token && row[head+1] > row[best+1] {
			best = head
		}
	}
	return best
}

// isTree reports whether the heads have one root and no circle.
func (g *graph) isTree(heads []int) bool {
	roots := 0
	best := append(network.Resize(&g.best, 0), 0)
	for _, head := range heads {
		if head < 0 {
			roots++
		}
		best = append(best, head+1)
	}
	g.best = best
	return roots == 1 && g.findCircle() == nil
}

// A graph has a node for the root, 0, and for each token, and edges from every node to every other but the root. It is
// memory that is used anew for every tree. A circle is contracted into one of its nodes, so that the work is quadratic in
// the number of nodes however many circles there are (Tarjan 1977, "Finding optimum branchings", for dense graphs).
type graph struct {
	size         int
	score        []float64 // of the edge from the row's node to the column's
	edge         []edge    // between tokens, that it stands for
	gone         []bool    // contracted into another node
	best         []int     // the node from which the best edge to a node comes
	holds        []int     // of each token, the node that it is contracted into
	contractions []contraction
	within       []bool    // the circle that is being contracted, each node
	into         []float64 // the scores of the edges of that circle

	visited []int // by which walk of findCircle, from 1
	circle  []int
	head    []int // of each token
	entry   []int // of each node, the token at which the tree enters it
}

type edge struct{ head, token int }

// A contraction remembers a circle that became the first of its nodes.
type contraction struct {
	circle []int
	edges  []edge // that led into each of its nodes
	holds  []int  // of each token, the node that held it before
}

// rootPenalty is more than all scores of a tree can make good, so that the best tree has one token on the root and no more.
// float64 keeps nine decimal digits beside it.
const rootPenalty = 1e6

// read fills the graph with the scores of so many nodes.
func (g *graph) read(scores []float32, size int) {
	g.size = size
	g.contractions = g.contractions[:0]
	score, edges := network.Resize(&g.score, size*size), network.Resize(&g.edge, size*size)
	gone, best, holds := network.Resize(&g.gone, size), network.Resize(&g.best, size), network.Resize(&g.holds, size)
	for token := range size {
		gone[token], holds[token] = false, token
		for head := range size {
			edges[head*size+token] = edge{head, token}
			if token > 0 {
				score[head*size+token] = float64(scores[(token-1)*size+head])
			}
		}
		score[token] -= rootPenalty
	}
	for node := range size {
		best[node] = g.bestInto(node)
	}
}

// bestInto returns the node from which the best edge to a node comes; that of the root comes from itself.
func (g *graph) bestInto(node int) int {
	best := node
	for from := range g.size {
		if node == 0 || from == node || g.gone[from] {
			continue
		}
		if best == node || g.score[from*g.size+node] > g.score[best*g.size+node] {
			best = from
		}
	}
	return best
}

// findCircle returns the nodes of a circle of best edges, or nil. Contracted nodes lead nowhere.
func (g *graph) findCircle() []int {
	visited := network.Resize(&g.visited, len(g.best))
	clear(visited)
	for start := range g.best {
		node := start
		for node != 0 && visited[node] == 0 {
			visited[node] = start + 1
			node = g.best[node]
		}
		if node == 0 || visited[node] != start+1 {
			continue
		}
		g.circle = append(g.circle[:0], node)
		for next := g.best[node]; next != node; next = g.best[next] {
			g.circle = append(g.circle, next)
		}
		return g.circle
	}
	return nil
}

func (g *graph) contractAll() {
	for circle := g.findCircle(); circle != nil; circle = g.findCircle() {
		g.contract(circle)
	}
}

// contract makes the nodes of a circle one. An edge into it is worth what it adds to the edge of the circle that it takes
// the place of.
func (g *graph) contract(circle []int) {
	g.remember(circle)
	for node := range g.size {
		if !g.gone[node] && !g.within[node] {
			g.join(node, circle)
			if g.within[g.best[node]] {
				g.best[node] = circle[0]
			}
		}
	}
	for _, node := range circle[1:] {
		g.gone[node] = true
		g.best[node] = 0
	}
	for token, node := range g.holds {
		if g.within[node] {
			g.holds[token] = circle[0]
		}
	}
	g.best[circle[0]] = g.bestInto(circle[0])
}

// remember adds a contraction, in memory that an earlier tree used if there is some.
func (g *graph) remember(circle []int) {
	n := len(g.contractions)
	g.contractions = slices.Grow(g.contractions, 1)[:n+1]
	c := &g.contractions[n]
	c.circle, c.holds, c.edges = append(c.circle[:0], circle...), append(c.holds[:0], g.holds...), c.edges[:0]
	g.into = g.into[:0]
	clear(network.Resize(&g.within, g.size))
	for _, node := range circle {
		at := g.best[node]*g.size + node
		c.edges = append(c.edges, g.edge[at])
		g.into = append(g.into, g.score[at])
		g.within[node] = true
	}
}

// join sets the edges between a node outside and the circle, which from now on is its first node.
func (g *graph) join(node int, circle []int) {
	enter, leave := circle[0], circle[0]
	gain := g.score[node*g.size+enter] - g.into[0]
	for i, member := range circle {
		if better := g.score[node*g.size+member] - g.into[i]; better > gain {
			enter, gain = member, better
		}
		if g.score[member*g.size+node] > g.score[leave*g.size+node] {
			leave = member
		}
	}
	to, from := node*g.size+circle[0], circle[0]*g.size+node
	g.score[to], g.edge[to] = gain, g.edge[node*g.size+enter]
	g.score[from], g.edge[from] = g.score[leave*g.size+node], g.edge[leave*g.size+node]
}

// expandAll sets the heads of all tokens: first of those at which the tree enters a node, then, circle by circle, the last
// contracted first, of those whose edge within the circle stays.
func (g *graph) expandAll() {
	g.head, g.entry = network.Resize(&g.head, g.size), network.Resize(&g.entry, g.size)
	for node := 1; node < g.size; node++ {
		if !g.gone[node] {
			g.enter(node, g.edge[g.best[node]*g.size+node])
		}
	}
	for i := len(g.contractions) - 1; i >= 0; i-- {
		c := g.contractions[i]
		entered := g.entry[c.circle[0]]
		for j, node := range c.circle {
			if node == c.holds[entered] {
				g.entry[node] = entered
			} else {
				g.enter(node, c.edges[j])
			}
		}
	}
}

func (g *graph) enter(node int, e edge) {
	g.head[e.token] = e.head
	g.entry[node] = e.token
}
