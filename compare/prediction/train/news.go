package main

import (
	"rashomon/answerkey"
	"rashomon/compare/ground"
	"rashomon/compare/prediction"
	"rashomon/link"
	"rashomon/logistic"
)

// newsWeight is how much all candidates of the news weigh together: half of what weighs against in the cases.
const newsWeight = 200

// news returns what news articles of one topic tell after something was foretold in them, as examples of what does not tell
// what came of it: they are of the same days, and seldom do. The file is one of ECB+ (Cybulska and Vossen, LREC 2014; CC BY
// 3.0): the weights keep numbers of it and no text.
func news(path string) ([]logistic.Example, error) {
	digests, err := answerkey.News(path)
	if err != nil {
		return nil, err
	}
	g := ground.New(digests, link.Link(digests))
	var examples []logistic.Example
	for _, d := range digests {
		for _, c := range prediction.Candidates(g, d.Document) {
			examples = append(examples, logistic.Example{Signs: c.ToldSigns})
		}
	}
	for i := range examples {
		examples[i].Weight = newsWeight / float64(len(examples))
	}
	return examples, nil
}
