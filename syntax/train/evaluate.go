package main

import (
	"fmt"
	"strings"

	"rashomon/syntax"
)

func (tr *trainer) evaluate(dev [][]word, e *eye) string {
	n := tr.networks[0]
	tr.swap()
	v := tr.vocabulary
	scripts := make([]syntax.Script, len(v.tags[3].names))
	for i, name := range v.tags[3].names {
		scripts[i], _ = syntax.ParseScript(name)
	}
	var right [6]int
	total := 0
	t := &tape{}
	for at := 0; at < len(dev); at += 32 {
		part := dev[at:min(at+32, len(dev))]
		var ex []example
		for _, s := range part {
			ex = append(ex, v.example(s, e))
		}
		b := newBatch(ex)
		t.reset(nil)
		o := n.run(t, b, dropouts{})
		heads := t.heads(o.query, o.key, n.rootKey, b.sentences)
		rel := n.relate(t, o, heads, dropouts{})
		i := 0
		for _, s := range part {
			for _, w := range s {
				for q := range 3 {
					if v.tags[q].names[best(o.tags.row(i)[n.columns[q]:n.columns[q+1]])] == w.tags[q] {
						right[q]++
					}
				}
				if scripts[best(o.tags.row(i)[n.columns[3]:n.columns[4]])].Apply(w.form) == w.lemma {
					right[3]++
				}
				if heads[i] == b.heads[i] {
					right[4]++
					a, _, _ := strings.Cut(v.relations.names[best(rel.row(i))], ":")
					g, _, _ := strings.Cut(w.relation, ":")
					if a == g {
						right[5]++
					}
				}
				total++
				i++
			}
		}
	}
	tr.swap()
	out := ""
	for _, r := range right {
		out += fmt.Sprintf(" %.2f", 100*float64(r)/float64(total))
	}
	return out
}

func best(row []float32) int {
	b := 0
	for i, v := range row {
		if v > row[b] {
			b = i
		}
	}
	return b
}

func (tr *trainer) swap() {
	for _, p := range tr.networks[0].parameters {
		for i := range p.value {
			p.value[i], p.average[i] = p.average[i], p.value[i]
		}
	}
}
