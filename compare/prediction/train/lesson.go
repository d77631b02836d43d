package main

import (
	"path/filepath"
	"slices"

	"rashomon"
	"rashomon/answerkey"
	"rashomon/compare/ground"
	"rashomon/compare/prediction"
	"rashomon/digest"
	"rashomon/link"
	"rashomon/logistic"
)

// A lesson is a case with the clauses that may tell what came of its predictions.
type lesson struct {
	name    string
	digests map[string]*digest.Digest
	trials  []trial
	others  []*prediction.Candidate // of what the key does not know
}

// A trial is a prediction of the key with all that may tell what came of it.
type trial struct {
	answerkey.Prediction
	candidates []*prediction.Candidate
	told       []bool // of each candidate: the key has it
}

func read(folder string) (*lesson, error) {
	var key struct{ Predictions []answerkey.Prediction }
	if err := answerkey.Read(folder, &key); err != nil {
		return nil, err
	}
	digests, err := answerkey.Digests(folder)
	if err != nil {
		return nil, err
	}
	l := &lesson{name: filepath.Base(folder), digests: map[string]*digest.Digest{}}
	for _, p := range key.Predictions {
		l.trials = append(l.trials, trial{Prediction: p})
	}
	for _, d := range digests {
		l.digests[d.Document] = d
	}
	g := ground.New(digests, link.Link(digests))
	for _, d := range digests {
		for _, c := range prediction.Candidates(g, d.Document) {
			l.add(c)
		}
	}
	return l, nil
}

// add puts a candidate to each prediction of the key that it is one for.
func (l *lesson) add(c *prediction.Candidate) {
	known := false
	for i := range l.trials {
		t := &l.trials[i]
		if l.touches(c.Foretold, append([]answerkey.Quotation{t.Quotation}, t.Also...)) {
			known = true
			t.candidates, t.told = append(t.candidates, c), append(t.told, l.touches(c.Told, t.ToldBy))
		}
	}
	if !known {
		l.others = append(l.others, c)
	}
}

func (l *lesson) touches(p rashomon.Passage, quotations []answerkey.Quotation) bool {
	return slices.ContainsFunc(quotations, func(q answerkey.Quotation) bool { return q.Touches(l.digests[p.Document], p.Extent) })
}

// unlike is how much all candidates of a case that no key knows weigh together, for each prediction of its key that is told of.
const unlike = 5

// fulfilledWeight is how much more each prediction that came weighs than one that did not: in our cases twice as many did not,
// and nobody knows how many do elsewhere.
const fulfilledWeight = 2

// examples returns the candidates as examples of what tells what came, and those that do as examples of what failed. Each
// prediction weighs as much as any other, however many candidates tell what came of it.
func (l *lesson) examples() (told, failed []logistic.Example) {
	known, others := 0, 0
	for _, t := range l.trials {
		n := count(t.told)
		others += len(t.told) - n
		if n > 0 {
			known++
		}
	}
	for _, t := range l.trials {
		weight := 1 / float64(max(1, count(t.told)))
		for i, c := range t.candidates {
			if !t.told[i] {
				told = append(told, logistic.Example{Signs: c.ToldSigns, Weight: unlike * float64(known) / float64(others)})
				continue
			}
			told = append(told, logistic.Example{Signs: c.ToldSigns, Is: true, Weight: weight})
			switch t.Outcome {
			case rashomon.OutcomeFailed:
				failed = append(failed, logistic.Example{Signs: c.FailedSigns, Is: true, Weight: weight})
			case rashomon.OutcomeFulfilled:
				failed = append(failed, logistic.Example{Signs: c.FailedSigns, Weight: fulfilledWeight * weight})
			}
		}
	}
	return told, failed
}

func count(all []bool) int {
	n := 0
	for _, is := range all {
		if is {
			n++
		}
	}
	return n
}
