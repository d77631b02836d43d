package party

import (
	"fmt"

	"rashomon"
)

// An agreement tells how well two names may be of one party, and by which rule. A score of 0 is none.
type agreement struct {
	score float64
	rule  string
	a, b  string // the names as they are written
}

// sentences tell for people why names agree, by rule.
var sentences = map[string]string{
	"name/same":            "%q and %q are the same name",
	"name/listed":          "%q and %q are known as names of one party",
	"name/place":           "%q and %q are taken for the same place on the map",
	"name/spelling":        "%q and %q are two spellings of one name",
	"name/given":           "the given names of %q and %q are forms of one",
	"name/initial":         "one of %q and %q has the initial of the other's given name",
	"name/middle":          "one of %q and %q leaves out what stands in the middle of the other",
	"name/part":            "%q is a part of %q",
	"name/order":           "%q and %q are the same words in another order",
	"name/adjective":       "one of %q and %q is the adjective of the other",
	"name/family":          "%q is the family name of %q",
	"name/short":           "%q is short for %q",
	"name/acronym":         "the letters of %q stand for %q",
	"name/byname":          "a document says that %q is also called %q",
	"description/source":   "%q is %q, which published the document",
	"description/dateline": "%q is %q, where the document was written",
	"description/function": "%q fits what is said of %q",
	"description/words":    "the words of %q are in %q",
}

func (a agreement) join(p, q *profile) rashomon.Join {
	if compareElements(q.element(), p.element()) < 0 {
		p, q = q, p
	}
	return rashomon.Join{
		A: p.element(), B: q.element(), Rule: a.rule, Reason: fmt.Sprintf(sentences[a.rule], a.a, a.b), Score: a.score,
	}
}
