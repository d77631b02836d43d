package main

import (
	"math/rand/v2"
	"slices"
	"strings"

	"rashomon/network/learn"
)

// longestJoined is the number of tokens of the longest sentence that is joined: signatures, greetings and headings are
// short.
const longestJoined = 25

// joined returns pairs of sentences that run into each other without a sign between, of which the first ends with a name
// and the second begins with one: "Thanks, Anna" and "Tom, here is the list". In plain text made of mail and pages,
// sentences often do, and nothing but their words tells where one name ends and the next begins.
func (s *school) joined(count int, random *rand.Rand) []example {
	var ending, beginning []int
	for i, sent := range s.marked {
		if len(sent.names) == 0 || len(sent.forms) > longestJoined {
			continue
		}
		if sent.names[len(sent.names)-1].end == sent.end() {
			ending = append(ending, i)
		}
		if sent.names[0].start == 0 {
			beginning = append(beginning, i)
		}
	}
	var examples []example
	for range count {
		a, b := ending[random.IntN(len(ending))], beginning[random.IntN(len(beginning))]
		examples = append(examples, s.join(a, b, random))
	}
	return examples
}

// join returns the example of two marked sentences, one behind the other.
func (s *school) join(a, b int, random *rand.Rand) example {
	first, second := s.disguised(s.gold[a], s.marked[a], random), s.disguised(s.gold[b], s.marked[b], random)
	n := s.marked[a].end()
	l := labels{
		allowed: slices.Concat(first.Labels.allowed[:n], second.Labels.allowed),
		inner:   slices.Clone(first.Labels.inner),
	}
	for _, in := range second.Labels.inner {
		l.inner = append(l.inner, inner{n + in.start, in.allowed})
	}
	return learn.Example[labels]{Inputs: slices.Concat(first.Inputs[:n], second.Inputs), Labels: l}
}

// end returns where the words of a sentence end, without the signs behind them that are no part of a name.
func (sent sentence) end() int {
	end, least := len(sent.forms), 1
	if len(sent.names) > 0 {
		least = sent.names[len(sent.names)-1].end
	}
	for end > least && strings.Contains(".!?,:;-", sent.forms[end-1]) {
		end--
	}
	return end
}
