package syntax

import (
	"fmt"
	"math"
	"slices"

	"rashomon"
	"rashomon/syntax/model"
)

// labels are the answers of the network to each of its questions. Those of a token's tags stand beside each other.
type labels struct {
	upos, xpos, features []string
	scripts              []Script
	relations            []string
	root                 int // among them
}

func readLabels(f *model.File) (*labels, error) {
	l := &labels{
		upos: f.Strings("upos"), xpos: f.Strings("xpos"), features: f.Strings("features"), relations: f.Strings("relations"),
	}
	for _, text := range f.Strings("scripts") {
		script, err := ParseScript(text)
		if err != nil {
			return nil, err
		}
		l.scripts = append(l.scripts, script)
	}
	if len(l.upos) == 0 || len(l.xpos) == 0 || len(l.features) == 0 || len(l.scripts) == 0 || len(l.relations) == 0 {
		return nil, fmt.Errorf("the model misses the labels of a question")
	}
	l.root = slices.Index(l.relations, rootRelation)
	if l.root < 0 {
		return nil, fmt.Errorf("the model has no relation for the root")
	}
	return l, nil
}

// count is the number of answers to all questions about a token's tags.
func (l *labels) count() int { return len(l.upos) + len(l.xpos) + len(l.features) + len(l.scripts) }

// tag fills in the tags and the lemma of a token from the scores of all answers.
func (l *labels) tag(w *work, token *rashomon.Token, form string, scores []float32) {
	choose := func(count int) int {
		part := scores[:count]
		scores = scores[count:]
		return best(part)
	}
	token.UPOS = l.upos[choose(len(l.upos))]
	token.XPOS = l.xpos[choose(len(l.xpos))]
	token.Features = l.features[choose(len(l.features))]
	token.Lemma = w.lemmas.of(form, l.scripts[choose(len(l.scripts))])
}

// relation returns the index of the relation that scores highest. That of the root, which is no relation to a token, scores
// nothing from here on.
func (l *labels) relation(scores []float32) int {
	scores[l.root] = float32(math.Inf(-1))
	return best(scores)
}

// best returns the index of the highest score, the first of equals.
func best(scores []float32) int {
	best := 0
	for i, score := range scores {
		if score > scores[best] {
			best = i
		}
	}
	return best
}
