// Package syntax finds the parts of speech, lemmas and dependency trees of sentences, by the conventions of English
// Universal Dependencies as the GUM treebank has them.
//
//	forms ─ encoder ─> numbers ─ scorer ─> scores ─ label, tree ─> tags, lemmas, heads, relations
//
// A small neural network (package network), trained by syntax/train, scores every answer for every token (scorer.go). The tags and the lemma
// script that score highest are taken; heads together make the tree that scores highest (tree.go). The engine knows no words: what
// it knows lies in the model's files and in data.
package syntax

import (
	"fmt"

	"rashomon"
	"rashomon/network"
)

// A Parser fills in the tags, lemmas and trees of documents. It is safe for concurrent use.
type Parser struct {
	scorer *scorer
	labels *labels
	works  *network.Pool[*work]
}

// New returns a parser with a trained network and the word vectors that it was trained with. The error is that of files that do
// not belong together or miss a part.
func New(file *network.File, vectors *network.Vectors) (*Parser, error) {
	p := &Parser{}
	var err error
	if p.scorer, err = readScorer(file, vectors); err != nil {
		return nil, err
	}
	if p.labels, err = readLabels(file); err != nil {
		return nil, err
	}
	if err := p.fit(); err != nil {
		return nil, err
	}
	p.works = network.NewPool(func() *work { return newWork(p.scorer) })
	return p, nil
}

// fit verifies that the parts of the model have the same widths where they meet, and that forms are all it wants to know.
func (p *Parser) fit() error {
	got, want := [2]int{p.labels.count(), len(p.labels.relations)}, [2]int{p.scorer.tagger.Labels(), p.scorer.relations.Outputs()}
	if got != want {
		return fmt.Errorf("the labels of the model do not fit its network: %v, want %v", got, want)
	}
	if categories := len(p.scorer.encoder.Categories()); categories > 0 {
		return fmt.Errorf("the model wants %d categories of a token, of which a parser knows none", categories)
	}
	return nil
}

// Parse fills in what syntax tells of the tokens of a document. It reads the text, the sentences and the extents of the tokens
// alone.
func (p *Parser) Parse(doc *rashomon.Document) {
	w := p.works.Take()
	defer p.works.GiveBack(w)
	for chunk := range network.Chunks(doc) {
		p.parse(w, doc, chunk)
	}
}

// parse fills in the tokens of the blocks of a chunk.
func (p *Parser) parse(w *work, doc *rashomon.Document, chunk []network.Block) {
	s := p.score(w, doc, chunk)
	p.tag(w, doc, chunk, s)
	for _, b := range chunk {
		p.attach(w, doc, b, s, chunk[0].Start)
	}
}

// tag fills in the tags and lemmas of a chunk.
func (p *Parser) tag(w *work, doc *rashomon.Document, chunk []network.Block, s scores) {
	each := p.labels.count()
	for i, form := range w.forms {
		token := &doc.Tokens[chunk[0].Start+i]
		p.labels.tag(w, token, form, s.tags[i*each:(i+1)*each])
		if token.UPOS == "VERB" {
			token.Lemma = p.scorer.verb(token.Lemma)
		}
	}
}

// plainSign writes a double quotation mark that is typed as two signs as one, as the treebanks have it.
func plainSign(form string) string {
	if form == "``" || form == "''" {
		return `"`
	}
	return form
}

// score runs the network over the tokens of a chunk.
func (p *Parser) score(w *work, doc *rashomon.Document, chunk []network.Block) scores {
	w.forms = w.forms[:0]
	w.sequences = w.sequences[:0]
	first := chunk[0].Start
	for _, b := range chunk {
		for _, token := range doc.Tokens[b.Start:b.End] {
			w.forms = append(w.forms, plainSign(doc.Quote(token.Extent)))
		}
		w.sequences = append(w.sequences, network.Sequence{First: b.Start - first, Length: b.End - b.Start})
	}
	return p.scorer.run(w)
}

// attach fills in the heads and relations of a block. The first token of its chunk is token first of the document.
func (p *Parser) attach(w *work, doc *rashomon.Document, b network.Block, s scores, first int) {
	heads := p.scorer.heads(w, s, b.Start-first, b.End-b.Start)
	relations := p.scorer.relate(w, s, b.Start-first, heads)
	each := len(p.labels.relations)
	for i, head := range heads {
		token := &doc.Tokens[b.Start+i]
		if head < 0 {
			hang(b, token, b.Start+i, &w.root)
			continue
		}
		token.Head = head - i
		token.Relation = p.labels.relations[p.labels.relation(relations[i*each:(i+1)*each])]
	}
}

// rootRelation is the relation of the root of a sentence.
const rootRelation = "root"

// hang puts the root of a block on the root of the sentence or, of a further block, on that of the first: clauses side by side
// are parataxis in Universal Dependencies.
func hang(b network.Block, token *rashomon.Token, index int, root *int) {
	if b.Begins {
		*root = index
		token.Head, token.Relation = 0, rootRelation
		return
	}
	token.Head, token.Relation = *root-index, "parataxis"
}
