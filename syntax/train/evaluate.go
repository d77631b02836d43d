package main

import (
	"fmt"
	"strings"

	"rashomon/syntax"
)

func (c committee) evaluate(v *vocabulary, dev [][]word, e *eye) string {
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
		said := c.judge(t, b)
		i := 0
		for _, s := range part {
			for _, w := range s {
				for q := range 3 {
					if v.tags[q].names[said.tags[q][i]] == w.tags[q] {
						right[q]++
					}
				}
				if scripts[said.tags[3][i]].Apply(w.form) == w.lemma {
					right[3]++
				}
				if said.heads[i] == b.heads[i] {
					right[4]++
					a, _, _ := strings.Cut(v.relations.names[said.relations[i]], ":")
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
