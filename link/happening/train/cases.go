package main

import (
	"fmt"
	"path/filepath"
	"slices"

	"rashomon"
	"rashomon/answerkey"
	"rashomon/digest"
	"rashomon/link/happening/train/stories"
)

// An invented is the accounts of an invented event with the words that its key marks.
type invented struct {
	name  string
	docs  []*rashomon.Document
	marks [][]stories.Mark // of each document, in the order of the text
}

func readCases(folders []string) ([]invented, error) {
	var cases []invented
	for _, folder := range folders {
		c, err := readCase(folder)
		if err != nil {
			return nil, err
		}
		cases = append(cases, c)
	}
	return cases, nil
}

// readCase reads and annotates the accounts of a case.
func readCase(folder string) (invented, error) {
	c := invented{name: filepath.Base(folder)}
	var key struct {
		Happenings []struct {
			ID       string
			Mentions []struct {
				answerkey.Quotation
				Disputed bool
			}
		}
	}
	if err := answerkey.Read(folder, &key); err != nil {
		return c, err
	}
	var err error
	if c.docs, err = answerkey.Documents(folder); err != nil {
		return c, err
	}
	c.marks = make([][]stories.Mark, len(c.docs))
	for _, h := range key.Happenings {
		for _, m := range h.Mentions {
			if m.Disputed {
				continue
			}
			at := slices.IndexFunc(c.docs, func(d *rashomon.Document) bool { return d.ID == m.Document })
			if at < 0 {
				return c, fmt.Errorf("%s: happening %s: no account %q", folder, h.ID, m.Document)
			}
			extent, stands := m.In(c.docs[at].Text)
			if !stands {
				return c, fmt.Errorf("%s: happening %s: %q does not stand in %s", folder, h.ID, m.Quote, m.Document)
			}
			c.marks[at] = append(c.marks[at], stories.Mark{Extent: extent, Cluster: c.name + " " + h.ID})
		}
	}
	for _, marks := range c.marks {
		slices.SortFunc(marks, func(a, b stories.Mark) int { return a.Extent.Start - b.Extent.Start })
	}
	return c, nil
}

// told returns the accounts of a case with all events found in them or, to learn from, marked.
func (c invented) told() []marked {
	var told []marked
	for i, doc := range c.docs {
		extents, clusters := withMarks(doc, c.marks[i])
		told = append(told, marked{Digest: digest.OfGiven(doc, extents), name: c.name + "/" + doc.ID, clusters: clusters})
	}
	return told
}
