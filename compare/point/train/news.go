package main

import (
	"rashomon/answerkey"
	"rashomon/compare/ground"
	"rashomon/compare/point"
	"rashomon/link"
	"rashomon/logistic"
)

// newsWeight is how much all pairs of the news weigh together: as a twelfth of what weighs against in the cases.
const newsWeight = 200

// newsShare is of how many pairs of the news one is taken: they are many, and much alike.
const newsShare = 8

// news returns pairs of sentences that speak of one thing in news articles of one topic, which tell of the same and seldom contradict
// each other, as examples of what is no contradiction. The file is one of ECB+ (Cybulska and Vossen, LREC 2014; CC BY 3.0): the weights
// keep numbers of it and no text.
func news(path string) ([]logistic.Example, error) {
	digests, err := answerkey.News(path)
	if err != nil {
		return nil, err
	}
	contrasts := point.Clashing(ground.New(digests, link.Link(digests)))
	var examples []logistic.Example
	for i := 0; i < len(contrasts); i += newsShare {
		examples = append(examples, logistic.Example{Signs: contrasts[i].Signs()[:point.ContrastSigns], Weight: newsWeight * newsShare / float64(len(contrasts))})
	}
	return examples, nil
}
