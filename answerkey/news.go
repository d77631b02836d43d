package answerkey

import (
	"context"
	"os"

	"rashomon/digest"
	"rashomon/link/happening/coreference"
	"rashomon/reader"
	"rashomon/source"
)

// News returns the digests of the articles of a file of the benches' coref: real news on the same events, to learn from what
// is no difference and no outcome.
func News(path string) ([]*digest.Digest, error) {
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
