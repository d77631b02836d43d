// Package stance finds how sentences present those whom they mention: in a good light, in a bad one, or in neither.
//
//	sentence ─ encoder ─> words where they stand ─ head ─> votes of words on a target ─ weighing ─> stance
//
// A target is a name or a noun for somebody who can act (target.go). The network reads a sentence once, the words
// with their valence (valence.go), what takes sides (loaded.go), and with names masked (mask.go). Then its head
// (head.go) looks at the words from each target (sight.go): how far off they stand (place.go), by which path of the
// tree (path.go), in whose words (voice.go). Every word of content votes for negative, neutral and positive, with a
// weight of its own (voter.go, vote.go), and those that weighed most are the evidence (evidence.go). Where the text
// itself labels the target in that sentence, the label decides (label.go).
//
// The network knows no name: exchange the names of a text, and the stances are the same with the names exchanged.
//
// The network is trained by stance/train.
package stance

import (
	"fmt"
	"slices"

	"rashomon"
	"rashomon/network"
)

// What finds stances.
const (
	networkRule = "stance/network"
	labelRule   = "stance/label"
)

// labelProbability is how probable a stance is that a label tells: it is right for 56 of the 66 targets of NewsMTSC
// that have one.
const labelProbability = 0.85

// A Finder finds stances. It is safe for concurrent use.
type Finder struct {
	encoder *network.Encoder
	head    head
	works   *network.Pool[*work]
}

// A work is the memory that one goroutine needs to find stances, used anew for every document.
type work struct {
	network *network.Work
	reading reading

	// What is waiting for the network.

	forms      []string
	categories []uint8
	sequences  []network.Sequence
	block      int // that of the last sequence
	sights     []sight
	heads      []int   // of each sight: the row of its target's head
	voters     []int   // rows
	seen       []uint8 // of each voter: its categories

	// What comes out of its layers.

	words, inputs, sums []float32
	targets, squeezed   []int16
	scores              []float32 // of each voter
	weights             []float32 // of the voters of one sight
}

// New returns a finder with a trained network and the word vectors that it was trained with. The error is that of files
// that do not belong together or miss a part.
func New(file *network.File, vectors *network.Vectors) (*Finder, error) {
	layers := &network.LayerReader{File: file}
	f := &Finder{encoder: layers.Encoder(vectors)}
	if layers.Err != nil {
		return nil, layers.Err
	}
	if got, want := f.encoder.Categories(), Categories(); !slices.Equal(got, want) {
		return nil, fmt.Errorf("the network knows categories of %v values, want %v", got, want)
	}
	var err error
	if f.head, err = readHead(layers, f.encoder); err != nil {
		return nil, err
	}
	f.works = network.NewPool(func() *work { return &work{network: f.encoder.NewWork()} })
	return f, nil
}

// Find returns how the sentences of a document that has trees, entities, statements, events, labels and loaded words
// present those whom they mention, in the order of the mentions.
func (f *Finder) Find(doc *rashomon.Document) []rashomon.Stance {
	w := f.works.Take()
	defer f.works.GiveBack(w)
	w.reading.read(doc)
	var stances []rashomon.Stance
	for i := range doc.Mentions {
		if !w.reading.isTarget(i) {
			continue
		}
		w.look(doc.Mentions[i].Span, i)
		if len(w.forms) >= chunkSize || len(w.voters) >= mostVoters {
			stances = f.flush(w, stances)
		}
	}
	return f.flush(w, stances)
}

// chunkSize is about how many tokens go through the network together, as in package network, and mostVoters how many
// words vote before their votes are counted: both bound the memory.
const (
	chunkSize  = 512
	mostVoters = 8 * chunkSize
)

// flush runs the network over the sights that are waiting, and appends what is not neutral.
func (f *Finder) flush(w *work, stances []rashomon.Stance) []rashomon.Stance {
	f.run(w)
	for _, s := range w.sights {
		if found := w.stance(s); found.Value != 0 {
			stances = append(stances, found)
		}
	}
	w.clear()
	return stances
}

// stance returns the stance towards the target of a sight. Its value may be 0.
func (w *work) stance(s sight) rashomon.Stance {
	found := rashomon.Stance{
		Mention: s.mention, Statement: w.reading.statements[s.head], Rule: labelRule, Probability: labelProbability,
	}
	if found.Value, found.Evidence = w.reading.ofLabels(s); found.Value != 0 {
		return found
	}
	found.Value, found.Probability = w.verdict(s)
	found.Evidence, found.Rule = w.evidence(s, found.Value), networkRule
	return found
}

// Judge returns how the sentence that a span of tokens begins in presents whom the span speaks of: -1 in a bad light,
// 1 in a good one, 0 in neither, and how probable that is; 0 and 0 of a span that holds no token. The document is one
// for Find; that the span is a mention is not asked. Each call reads the layers of the whole document.
func (f *Finder) Judge(doc *rashomon.Document, span rashomon.Span) (value int, probability float64) {
	if span.Empty() || span.Start < 0 || span.End > len(doc.Tokens) {
		return 0, 0
	}
	w := f.works.Take()
	defer f.works.GiveBack(w)
	w.reading.read(doc)
	w.look(span, rashomon.None)
	f.run(w)
	found := w.stance(w.sights[0])
	w.clear()
	return found.Value, found.Probability
}

func (w *work) clear() {
	w.forms, w.categories, w.sequences = w.forms[:0], w.categories[:0], w.sequences[:0]
	w.sights, w.heads, w.voters, w.seen = w.sights[:0], w.heads[:0], w.voters[:0], w.seen[:0]
}
