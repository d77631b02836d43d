package syntax

// attachAll writes into heads the head of each token, so that together they make the tree of the highest score with one
// token on the root. scores has a row for every token of as many columns and one: column 0 is the root, column h+1 token h.
// A head is the index of a token or -1, the root. Nearly always the best head of each token is the answer; where they make
// a circle, it takes the maximum spanning arborescence (Chu and Liu 1965, Edmonds 1967).
func attachAll(heads []int, scores []float32) {
	n := len(heads)
	for i := range heads {
		heads[i] = bestHead(scores[i*(n+1):(i+1)*(n+1)], i)
	}
	if isTree(heads) {
		return
	}
	g := newGraph(n + 1)
	for i := range n {
		for head := range n + 1 {
			g.score[head][i+1] = float64(scores[i*(n+1)+head])
		}
		g.score[0][i+1] -= rootPenalty
	}
	for i, head := range g.arborescence()[1:] {
		heads[i] = head - 1
	}
}

// rootPenalty is more than all scores of a tree can make good, so that the best tree has one token on the root and no more.
// float64 keeps nine decimal digits beside it.
const rootPenalty = 1e6

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
func isTree(heads []int) bool {
	roots := 0
	for _, head := range heads {
		if head < 0 {
			roots++
		}
	}
	return roots == 1 && findCircle(heads, -1) == nil
}

// findCircle returns the nodes of a circle, or nil. A node whose head is root is on none.
func findCircle(heads []int, root int) []int {
	visit := make([]int, len(heads)) // by which walk a node was first met; 0 for none
	for start := range heads {
		node := start
		for node != root && visit[node] == 0 {
			visit[node] = start + 1
			node = heads[node]
		}
		if node == root || visit[node] != start+1 {
			continue
		}
		circle := []int{node}
		for next := heads[node]; next != node; next = heads[next] {
			circle = append(circle, next)
		}
		return circle
	}
	return nil
}

// A graph has an edge from every node to every other. Node 0 is the root, into which no edge leads.
type graph struct {
	score [][]float64 // of the edge from head to dependent
}

func newGraph(size int) graph {
	g := graph{make([][]float64, size)}
	for i := range g.score {
		g.score[i] = make([]float64, size)
	}
	return g
}

// arborescence returns the head of every node in the best tree that leads from the root to all; that of the root is -1.
func (g graph) arborescence() []int {
	heads := g.bestHeads()
	circle := findCircle(heads, -1)
	if circle == nil {
		return heads
	}
	c := g.contract(heads, circle)
	for i, head := range c.graph.arborescence() {
		switch {
		case i == 0:
		case i == c.circle: // the edge that enters the circle takes the place of one of its own
			heads[c.enters[head]] = c.nodes[head]
		case head == c.circle:
			heads[c.nodes[i]] = c.leaves[i]
		default:
			heads[c.nodes[i]] = c.nodes[head]
		}
	}
	return heads
}

func (g graph) bestHeads() []int {
	heads := make([]int, len(g.score))
	heads[0] = -1
	for i := 1; i < len(heads); i++ {
		for head := range heads {
			if best := heads[i]; i != head && (best == i || g.score[head][i] > g.score[best][i]) {
				heads[i] = head
			}
		}
	}
	return heads
}

// A contraction is a graph in which the nodes of a circle have become one, the last.
type contraction struct {
	graph  graph
	circle int   // the node that stands for the circle
	nodes  []int // of the nodes outside the circle: their number before
	enters []int // for a node outside: the node of the circle at which its edge to the circle enters
	leaves []int // and that from which the edge to it leaves
}

func (g graph) contract(heads, circle []int) contraction {
	within := make([]bool, len(heads))
	for _, node := range circle {
		within[node] = true
	}
	var c contraction
	for node := range heads {
		if !within[node] {
			c.nodes = append(c.nodes, node)
		}
	}
	c.circle = len(c.nodes)
	c.graph = newGraph(c.circle + 1)
	c.enters, c.leaves = make([]int, c.circle), make([]int, c.circle)
	for i, node := range c.nodes {
		for j, other := range c.nodes {
			c.graph.score[i][j] = g.score[node][other]
		}
		c.join(g, heads, circle, i)
	}
	return c
}

// join sets the best edges between a node outside the circle and the circle.
func (c *contraction) join(g graph, heads, circle []int, i int) {
	node := c.nodes[i]
	gain := func(into int) float64 { return g.score[node][into] - g.score[heads[into]][into] }
	c.enters[i], c.leaves[i] = circle[0], circle[0]
	for _, member := range circle {
		if gain(member) > gain(c.enters[i]) {
			c.enters[i] = member
		}
		if g.score[member][node] > g.score[c.leaves[i]][node] {
			c.leaves[i] = member
		}
	}
	c.graph.score[i][c.circle] = gain(c.enters[i])
	c.graph.score[c.circle][i] = g.score[c.leaves[i]][node]
}
