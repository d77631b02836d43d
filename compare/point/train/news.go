package main

import (
	"context"
	"os"

	"rashomon/compare/ground"
	"rashomon/compare/point"
	"rashomon/digest"
	"rashomon/link"
	"rashomon/link/happening/coreference"
	"rashomon/logistic"
	"rashomon/reader"
	"rashomon/source"
)

// newsWeight is how much all pairs of the news weigh together. With more of it fewer contrasts are given that are none, and fewer
// that are: with 60 half as many between five essays, and as many of the keys' differences among the first forty of each case; with
// 300 a twentieth, and one in twelve of those differences is lost.
const newsWeight = 60

// news returns the pairs of clauses that clash in news articles of one topic, which tell of the same and seldom contradict each
// other, as examples of what is no contradiction. The file is one of ECB+ (Cybulska and Vossen, LREC 2014; CC BY 3.0): the weights
// keep numbers of it and no text.
func news(path string) ([]logistic.Example, error) {
	digests, err := readNews(path)
	if err != nil {
		return nil, err
	}
	contrasts := point.Clashing(ground.New(digests, link.Link(digests)))
	examples := make([]logistic.Example, len(contrasts))
	for i, contrast := range contrasts {
		examples[i] = logistic.Example{Signs: contrast.Signs, Weight: newsWeight / float64(len(contrasts))}
	}
	return examples, nil
}

func readNews(path string) ([]*digest.Digest, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var digests []*digest.Digest
	reader := reader.New()
	for line, err := range coreference.Read(path, file) {
		if err != nil {
			return nil, err
		}
		doc, err := source.Parse(line.Original)
		if err == nil {
			err = reader.Read(context.Background(), doc)
		}
		if err != nil {
			return nil, err
		}
		digests = append(digests, digest.Of(doc))
	}
	return digests, nil
}
