package pair

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"rashomon/datafile"
)

// A Tree is a decision tree: a node asks whether a feature is below a threshold and goes to Below or Above; a leaf has a
// value. Nodes stand in one slice, the root first.
type Tree []Node

// A Node is a node of a tree, or a leaf, which has Below 0.
type Node struct {
	Feature      Feature
	Threshold    float32
	Below, Above int32 // indexes of nodes
	Value        float64
}

// A Model is gradient-boosted trees (Friedman 2001): their values sum up to the logarithm of the odds that two events are
// the same.
type Model []Tree

// After the trees of a first glance, two events that are hopelessly unlike are not looked at any closer: in coref/ecb+-dev this
// changes no cluster.
const (
	glance   = 40
	hopeless = -3.2
)

// Odds returns the logarithm of the odds that two events are the same.
func (m Model) Odds(f *Features) float64 {
	var sum float64
	for n, tree := range m {
		if n == glance && sum < hopeless {
			break
		}
		sum += tree.value(f)
	}
	return sum
}

// All returns the logarithm of the odds by all trees.
func (m Model) All(f *Features) float64 {
	var sum float64
	for _, tree := range m {
		sum += tree.value(f)
	}
	return sum
}

func (t Tree) value(f *Features) float64 {
	at := int32(0)
	for t[at].Below != 0 {
		if f[t[at].Feature] < t[at].Threshold {
			at = t[at].Below
		} else {
			at = t[at].Above
		}
	}
	return t[at].Value
}

// Probability returns how likely it is that two events are the same.
func (m Model) Probability(f *Features) float64 { return 1 / (1 + math.Exp(-m.Odds(f))) }

// English returns the model that ships, made by link/happening/train.
var English = sync.OnceValues(func() (Model, error) { return readModel("data/trees.txt") })

// leaf is what stands for the feature of a leaf in the data file.
const leaf, root = "leaf", "*"

// readModel reads the nodes of a data file: the number of the tree, the way to the node as a row of "<" and ">" behind "*",
// the feature, and the threshold or the value. A node stands before those below it.
func readModel(path string) (Model, error) {
	var m Model
	at := map[string]int32{}
	err := datafile.Each(files, path, 4, func(columns []string) error {
		number, err := strconv.Atoi(columns[0])
		if err != nil || number < 0 || number > len(m) {
			return fmt.Errorf("%q is not the number of this tree or the next", columns[0])
		}
		if number == len(m) {
			m = append(m, nil)
			clear(at)
		}
		return m.addNode(at, columns[1:])
	})
	return m, err
}

func (m Model) addNode(at map[string]int32, columns []string) error {
	tree := &m[len(m)-1]
	way, name := columns[0], columns[1]
	if len(way)-len(root) > Depth {
		return fmt.Errorf("%q is deeper than a tree may be", way)
	}
	number, err := strconv.ParseFloat(columns[2], 64)
	if err != nil {
		return err
	}
	node := Node{Value: number}
	if name != leaf {
		feature := slices.Index(Names[:], name)
		if feature < 0 {
			return fmt.Errorf("%q is no feature", name)
		}
		node = Node{Feature: Feature(feature), Threshold: float32(number)}
	}
	self := int32(len(*tree))
	if way != root {
		above, known := at[way[:max(0, len(way)-1)]]
		if !known {
			return fmt.Errorf("%q hangs on no node", way)
		}
		if strings.HasSuffix(way, "<") {
			(*tree)[above].Below = self
		} else {
			(*tree)[above].Above = self
		}
	}
	at[way] = self
	*tree = append(*tree, node)
	return nil
}
