// Package syntax finds the parts of speech, lemmas and dependency trees of sentences, by the conventions of English
// Universal Dependencies as the GUM treebank has them.
//
//	forms ─ table ─> rows of numbers ─ network ─> scores ─ label, tree ─> tags, lemmas, heads, relations
//
// A small neural network, trained by syntax/train, scores every answer for every token (network.go). The tags and the lemma
// script that score highest are taken; heads together make the tree that scores highest (tree.go). The engine knows no words: what
// it knows lies in the model's files and in data.
package syntax

import (
	"fmt"

	"rashomon"
	"rashomon/syntax/model"
)

// A Parser fills in the tags, lemmas and trees of documents. It is safe for concurrent use.
type Parser struct {
	table   *table
	network *network
	labels  *labels
	works   chan *work // that wait to be used again
}

// New returns a parser with a trained network and the word vectors that it was trained with. The error is that of files that do
// not belong together or miss a part.
func New(networkFile, vectorFile *model.File) (*Parser, error) {
	p := &Parser{}
	var err error
	if p.table, err = readTable(networkFile, vectorFile); err != nil {
		return nil, err
	}
	if p.network, err = readNetwork(networkFile); err != nil {
		return nil, err
	}
	if p.labels, err = readLabels(networkFile); err != nil {
		return nil, err
	}
	if err := p.fit(); err != nil {
		return nil, err
	}
	p.works = make(chan *work, worksKept)
	return p, nil
}

// fit verifies that the parts of the model have the same widths where they meet.
func (p *Parser) fit() error {
	got := []int{p.table.width(), p.labels.count(), len(p.labels.relations)}
	want := []int{p.network.input.weights.Inputs(), p.network.tags.weights.Outputs(), p.network.relations.weights.Outputs()}
	for i := range got {
		if got[i] != want[i] {
			return fmt.Errorf("the tables and labels of the model do not fit its network: %v, want %v", got, want)
		}
	}
	return nil
}

// worksKept is the number of goroutines whose memory is kept for the next document. A sync.Pool would do the same but for
// the garbage collector, which empties it now and then and with it what the works remember of words.
const worksKept = 16

func (p *Parser) take() *work {
	select {
	case w := <-p.works:
		return w
	default:
		return newWork(p.network)
	}
}

func (p *Parser) giveBack(w *work) {
	select {
	case p.works <- w:
	default:
	}
}

// Parse fills in what syntax tells of the tokens of a document. It reads the text, the sentences and the extents of the tokens
// alone.
func (p *Parser) Parse(doc *rashomon.Document) {
	w := p.take()
	defer p.giveBack(w)
	for chunk := range chunks(doc) {
		p.parse(w, doc, chunk)
	}
}

// parse fills in the tokens of the blocks of a chunk.
func (p *Parser) parse(w *work, doc *rashomon.Document, chunk []block) {
	s := p.score(w, doc, chunk)
	p.tag(w, doc, chunk, s)
	for _, b := range chunk {
		p.attach(w, doc, b, s, chunk[0].start)
	}
}

// tag fills in the tags and lemmas of a chunk.
func (p *Parser) tag(w *work, doc *rashomon.Document, chunk []block, s scores) {
	each := p.labels.count()
	for i, form := range w.forms {
		p.labels.tag(w, &doc.Tokens[chunk[0].start+i], form, s.tags[i*each:(i+1)*each])
	}
}

// score runs the network over the tokens of a chunk.
func (p *Parser) score(w *work, doc *rashomon.Document, chunk []block) scores {
	w.forms = w.forms[:0]
	w.sequences = w.sequences[:0]
	first := chunk[0].start
	for _, b := range chunk {
		for _, token := range doc.Tokens[b.start:b.end] {
			w.forms = append(w.forms, doc.Quote(token.Extent))
		}
		w.sequences = append(w.sequences, sequence{b.start - first, b.end - b.start})
	}
	return p.network.run(w, p.inputs(w))
}

// attach fills in the heads and relations of a block. The first token of its chunk is token first of the document.
func (p *Parser) attach(w *work, doc *rashomon.Document, b block, s scores, first int) {
	heads := p.network.heads(w, s, b.start-first, b.end-b.start)
	relations := p.network.relate(w, s, b.start-first, heads)
	each := len(p.labels.relations)
	for i, head := range heads {
		token := &doc.Tokens[b.start+i]
		if head < 0 {
			b.hang(token, b.start+i, &w.root)
			continue
		}
		token.Head = head - i
		token.Relation = p.labels.relations[p.labels.relation(relations[i*each:(i+1)*each])]
	}
}
