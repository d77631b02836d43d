// Package stance finds how sentences present those whom they mention: in a good light, in a bad one, or in neither.
//
//	a sentence, seen from a target ─ encoder, tagger ─> votes of its words ─ weighing ─> stance
//
// A target is a name or a noun for somebody who can act. What the network sees of each word (sight.go) is its form, with
// names masked (mask.go), and how it stands to the target: how far off (place.go), by which path of the tree (path.go), in
// whose words (voice.go); besides its part of speech, its valence (valence.go), and whether it takes sides. It knows no
// name: exchange the names of a text, and the stances are the same with the names exchanged. Every word of content then
// votes for negative, neutral and positive, with a weight of its own (voter.go, vote.go), and those that weighed most are
// the evidence (evidence.go). Where the text itself labels the target in that sentence, the label decides (label.go).
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

// labelProbability is how probable a stance is that a label tells: it is right for 46 of the 58 targets of NewsMTSC that have one.
const labelProbability = 0.79

// A Finder finds stances. It is safe for concurrent use.
type Finder struct {
	encoder *network.Encoder
	tagger  *network.Tagger
	works   *network.Pool[*work]
}

// A work is the memory that one goroutine needs to find stances, used anew for every document.
type work struct {
	network    *network.Work
	reading    reading
	sights     []sight
	forms      []string
	categories []uint8
	voters     []bool
	sequences  []network.Sequence
	scores     []float32
	weights    []float32
}

// New returns a finder with a trained network and the word vectors that it was trained with. The error is that of files
// that do not belong together or miss a part.
func New(file *network.File, vectors *network.Vectors) (*Finder, error) {
	layers := &network.LayerReader{File: file}
	f := &Finder{encoder: layers.Encoder(vectors)}
	f.tagger = layers.Tagger(f.encoder)
	if layers.Err != nil {
		return nil, layers.Err
	}
	if got, want := f.tagger.Labels(), Scores; got != want {
		return nil, fmt.Errorf("the network gives each word %d scores, want %d", got, want)
	}
	if got, want := f.encoder.Categories(), Categories(); !slices.Equal(got, want) {
		return nil, fmt.Errorf("the network knows categories of %v values, want %v", got, want)
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
		if len(w.forms) >= chunkSize {
			stances = f.flush(w, stances)
		}
	}
	return f.flush(w, stances)
}

// chunkSize is about how many tokens go through the network together, as in package network.
const chunkSize = 512

// flush runs the network over the sights that are waiting, and appends what is not neutral.
func (f *Finder) flush(w *work, stances []rashomon.Stance) []rashomon.Stance {
	f.run(w)
	for i := range w.sights {
		if found := w.stance(i); found.Value != 0 {
			stances = append(stances, found)
		}
	}
	w.clear()
	return stances
}

// stance returns the stance towards the target of a sight. Its value may be 0.
func (w *work) stance(i int) rashomon.Stance {
	s := w.sights[i]
	found := rashomon.Stance{Mention: s.mention, Statement: w.reading.statements[s.head], Rule: labelRule, Probability: labelProbability}
	if found.Value, found.Evidence = w.reading.ofLabels(s); found.Value != 0 {
		return found
	}
	found.Value, found.Probability = w.verdict(i)
	found.Evidence, found.Rule = w.evidence(i, found.Value), networkRule
	return found
}

// Judge returns how the sentence that a span of tokens begins in presents whom the span speaks of: -1 in a bad light, 1 in a
// good one, 0 in neither, and how probable that is. The document is one for Find; that the span is a mention is not asked.
// Each call reads the layers of the whole document.
func (f *Finder) Judge(doc *rashomon.Document, span rashomon.Span) (value int, probability float64) {
	if span.Empty() {
		return 0, 0
	}
	w := f.works.Take()
	defer f.works.GiveBack(w)
	w.reading.read(doc)
	w.look(span, rashomon.None)
	f.run(w)
	found := w.stance(0)
	w.clear()
	return found.Value, found.Probability
}

// run gives every word of the sights that are waiting its scores.
func (f *Finder) run(w *work) {
	if len(w.sights) == 0 {
		return
	}
	encoding := f.encoder.Encode(w.network, w.forms, w.categories, w.sequences)
	f.tagger.Score(w.network, network.Resize(&w.scores, len(w.forms)*Scores), encoding)
}

func (w *work) clear() {
	w.sights, w.sequences = w.sights[:0], w.sequences[:0]
	w.forms, w.categories, w.voters = w.forms[:0], w.categories[:0], w.voters[:0]
}
