package party

import (
	"encoding/gob"
	"os"
	"testing"
	"rashomon/digest"
)

func TestDebug(t *testing.T) {
	f, _ := os.Open("/tmp/party/cache/" + os.Getenv("CACHE") + ".gob")
	var ds []*digest.Digest
	gob.NewDecoder(f).Decode(&ds)
	var ps []*profile
	for _, d := range ds {
		c := newContext(d)
		for i := range d.Entities {
			if p := newProfile(d, i, c); p != nil && (p.entity.Name == os.Getenv("A") || p.entity.Name == os.Getenv("B")) {
				ps = append(ps, p)
				t.Log(d.Name, i, p.class, p.forms, p.keys(), p.shortKeys(), p.place, p.country, p.gender, p.titles, p.isAnchor())
			}
		}
	}
	for i, p := range ps {
		for _, q := range ps[i+1:] {
			n, m := newNode([]*profile{p}), newNode([]*profile{q})
			t.Log(p.element, q.element, contradict(p, q), compare(n, m), shared(n, m), "need", needed(p, q, agreement{score: .9}), shortFor(p, q), shortFor(q, p))
			t.Log("   may", mayJoin(newCluster(n), newCluster(m)))
		}
	}
}
