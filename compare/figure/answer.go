package figure

import (
	"rashomon"
	"rashomon/digest"
)

// An answer is a figure of a document as an answer to a question.
type answer struct {
	d          *digest.Digest  // folded, it may be: what its document says of itself, and its text
	quantity   int             // index into the digest's, or None for "nobody"
	extent     rashomon.Extent // of the figure
	vague      bool            // it is a word for many: "dozens", "hundreds"
	holder     int             // the entity whose words it is in, or None
	until      int             // where its sentence ends
	per        string          // what the figure itself is per
	written    *float64        // the lower bound, in its own unit
	durations  []digest.Timex  // of a rate, those told near it
	question   *question       // nil where the words do not tell; then the noun does
	told       *question       // what is told, where the answer only follows from it: nobody was harmed, so nobody killed
	noun       string          // lemma of what is counted, or ""
	unit       string
	terms      []string // content lemmas of its clause
	predicate  string
	parties    []int  // named in its clause, sorted
	subject    int    // party that is the subject of its clause, or None
	doer       string // lemma of who did it to the counted, where an active verb tells; "" else
	happenings []int  // of the events that count it, else of those in its sentence
	bounds
	said      string // the figure as written, with its qualifier
	side      rashomon.Side
	sentence  int
	scope     scope
	rate      float64 // days over which it counts; 0 for no rate
	each      bool    // its sentence says that it holds for each of several times
	usual     float64 // what it says is usual in the same time: half of it, where it is called double; 0 for nothing
	of        float64 // the whole that it is a share or a part of; 0 for none
	group     string  // of persons, to which the whole belongs
	body      int     // the organisation whose people it counts, as a party, or None
	isPart    bool    // it is told as a part of another figure: "including six children"
	share     string  // the arithmetic of a share: "a third of 310 is 103"; "" for none
	over      float64 // days that its clause says it was counted over: "in eight days"; 0 for none
	state     string  // where or how the persons were that it counts: "underground"; "" for none
	notOther  float64 // the number that its sentence says it is not: "eight, not thirty"; 0 for none
	withdrawn bool    // its own source takes it back here
	lone      bool    // no other figure of its document counts things of its noun
	borrowed  bool    // what it counts is told by the figure before it
	drawnFrom *answer // the rate that it is the total of, or nil
}

// isNarrow reports whether an answer need not count all there is.
func (a *answer) isNarrow() bool { return a.scope.narrow != "" }

// origin returns the answer as it stands in the text: of a total, the rate that it is drawn from.
func (a *answer) origin() *answer {
	if a.drawnFrom != nil {
		return a.drawnFrom
	}
	return a
}
