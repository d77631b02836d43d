package syntax

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"rashomon"
	"rashomon/network"
)

// labels are the answers of the network to each of its questions. Those of a token's tags stand beside each other.
type labels struct {
	upos, xpos, features []string
	tags                 []tags // that go together
	scripts              []Script
	relations            []string
	root                 int // among them
}

// tags are a part of speech, a Penn tag and features that go together: indexes of each. Those that the treebanks hold together
// are all that are ever given, so that no token is a noun by one and a verb by another.
type tags struct{ upos, xpos, features int }

func readLabels(f *network.File) (*labels, error) {
	l := &labels{
		upos: f.Strings("upos"), xpos: f.Strings("xpos"), features: f.Strings("features"), relations: f.Strings("relations"),
	}
	for _, text := range f.Strings("tags") {
		column := strings.Split(text, "\t")
		if len(column) != 3 {
			return nil, fmt.Errorf("%q are no tags", text)
		}
		t := tags{slices.Index(l.upos, column[0]), slices.Index(l.xpos, column[1]), slices.Index(l.features, column[2])}
		if min(t.upos, t.xpos, t.features) < 0 {
			return nil, fmt.Errorf("%q are tags that the network does not know", text)
		}
		l.tags = append(l.tags, t)
	}
	for _, text := range f.Strings("scripts") {
		script, err := ParseScript(text)
		if err != nil {
			return nil, err
		}
		l.scripts = append(l.scripts, script)
	}
	if len(l.tags) == 0 || len(l.scripts) == 0 || len(l.relations) == 0 {
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
	upos, xpos, features, scripts := l.questions(scores)
	t := l.bestTags(upos, xpos, features)
	token.UPOS, token.XPOS, token.Features = l.upos[t.upos], l.xpos[t.xpos], l.features[t.features]
	token.Lemma = w.lemmas.of(form, l.scripts[best(scripts)])
}

// questions parts the scores of a token's tags.
func (l *labels) questions(scores []float32) (upos, xpos, features, scripts []float32) {
	next := func(count int) []float32 {
		part := scores[:count]
		scores = scores[count:]
		return part
	}
	return next(len(l.upos)), next(len(l.xpos)), next(len(l.features)), scores
}

// bestTags returns the tags that go together and whose scores add up to the highest sum.
func (l *labels) bestTags(upos, xpos, features []float32) tags {
	best, highest := l.tags[0], float32(math.Inf(-1))
	for _, t := range l.tags {
		if sum := float32(upos[t.upos]+xpos[t.xpos]) + features[t.features]; sum > highest {
			best, highest = t, sum
		}
	}
	return best
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
