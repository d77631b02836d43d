package pair

import (
	"bufio"
	"fmt"
	"io"
)

// Write writes a model as the data file has it, without a heading.
func Write(w io.Writer, m Model) error {
	out := bufio.NewWriter(w)
	for number, tree := range m {
		writeNode(out, number, tree, 0, "")
	}
	return out.Flush()
}

func writeNode(out *bufio.Writer, number int, tree Tree, at int32, way string) {
	node := tree[at]
	if node.Below == 0 {
		fmt.Fprintf(out, "%d | *%s | %s | %.4f\n", number, way, leaf, node.Value)
		return
	}
	fmt.Fprintf(out, "%d | *%s | %s | %.4f\n", number, way, Names[node.Feature], node.Threshold)
	writeNode(out, number, tree, node.Below, way+"<")
	writeNode(out, number, tree, node.Above, way+">")
}
