package learn_test

import (
	"bytes"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"rashomon/network"
	"rashomon/network/learn"
)

// The task of these tests cannot be done without any part of a network: the label of a token is a category of the token
// before it, but of "harbour", whose label is a category of the token after it.
const (
	categoryValues = 3
	noNeighbour    = categoryValues // the label where there is no such token
	harbourLabels  = categoryValues + 1
)

var words = network.Words{
	Buckets: 64, Learned: map[string]int32{"harbour": 0, "ferry": 1}, Vectors: map[string]int32{"harbour": 0, "bridge": 1},
}

var vectors = &network.Vectors{Rows: words.Vectors, Width: 2, Numbers: []byte{10, 20, 250, 240}}

type example = learn.Example[[]int32]

func sentence(random *rand.Rand) (forms []string, e example) {
	forms = make([]string, 1+random.IntN(7))
	values := make([]uint8, len(forms))
	for i := range forms {
		forms[i] = []string{"harbour", "ferry", "bridge", "quay"}[random.IntN(4)]
		values[i] = uint8(random.IntN(categoryValues))
		e.Inputs = append(e.Inputs, learn.NewInput(words, forms[i], values[i], uint8(i%2)))
	}
	for i, form := range forms {
		neighbour, base := i-1, int32(0)
		if form == "harbour" {
			neighbour, base = i+1, harbourLabels
		}
		label := int32(noNeighbour)
		if neighbour >= 0 && neighbour < len(forms) {
			label = int32(values[neighbour])
		}
		e.Labels = append(e.Labels, base+label)
	}
	return forms, e
}

var sizes = learn.Sizes{
	Learned: 4, Hashed: 2, Buckets: 64, Categories: []learn.Category{{Values: categoryValues, Width: 3}, {Values: 2, Width: 2}},
	Width: 12, Hidden: 16, Layers: 1, Tagger: 16,
}

// A tagging is a network with no layers of its own.
type tagging struct {
	weights *learn.Weights
	encoder *learn.Encoder
	tagger  *learn.Tagger
}

func newTagging(w *learn.Weights) *tagging {
	return &tagging{w, w.Encoder(sizes, len(words.Learned), learn.VectorTable(vectors)), w.Tagger(sizes, 2*harbourLabels)}
}

func (n *tagging) learn(t *learn.Tape, examples []example, weight float32) []float64 {
	scores := n.tagger.Score(t, n.encoder.Encode(t, learn.NewBatch(examples), learn.Dropouts{}), learn.Dropouts{})
	var labels []int32
	for _, e := range examples {
		labels = append(labels, e.Labels...)
	}
	loss := learn.Classify(scores, 0, scores.Columns, labels, weight)
	t.Backward()
	return []float64{loss}
}

// train returns the file of a network trained for the task, and the loss after each epoch.
func train(epochs int) (file []byte, losses []float64) {
	trainer := learn.Trainer[*tagging, []int32]{
		Plan: learn.Plan{
			Dropouts: learn.Dropouts{Words: 0.02, Vectors: 0.02},
			Epochs:   epochs, Batch: 60, Shards: 2, Rate: 1e-2, Average: 0.9, Seed: 1,
		},
		Build: newTagging,
		Learn: (*tagging).learn,
		Draw: func(random *rand.Rand) (examples []example) {
			for range 300 {
				_, e := sentence(random)
				examples = append(examples, e)
			}
			return examples
		},
		Report: func(_ int, l []float64) { losses = append(losses, l[0]) },
	}
	var w network.Writer
	w.Strings("words", []string{"harbour", "ferry"})
	trainer.Train().weights.Export(&w)
	return w.File(), losses
}

// TestTrainGivesTheSameBytes trains on one core and on several.
func TestTrainGivesTheSameBytes(t *testing.T) {
	var files [][]byte
	for _, cores := range []int{1, 4} {
		before := runtime.GOMAXPROCS(cores)
		file, _ := train(3)
		files = append(files, file)
		runtime.GOMAXPROCS(before)
	}
	if !bytes.Equal(files[0], files[1]) {
		t.Error("two trainings gave different networks")
	}
}

// TestTrainLearns runs what was learned as package network does, on sentences that it was not learned from.
func TestTrainLearns(t *testing.T) {
	t.Parallel()
	data, losses := train(50)
	if first, last := losses[0], losses[len(losses)-1]; !(last < first/10) {
		t.Errorf("the losses of the epochs are %.3f", losses)
	}
	file, err := network.Read("test", data)
	if err != nil {
		t.Fatal(err)
	}
	r := &network.LayerReader{File: file}
	encoder := r.Encoder(vectors)
	tagger := r.Tagger(encoder)
	if r.Err != nil {
		t.Fatal(r.Err)
	}
	random := rand.New(rand.NewPCG(5, 6))
	right, total := 0, 0
	for range 200 {
		forms, e := sentence(random)
		for i, label := range answer(encoder, tagger, forms, e) {
			total++
			if label == e.Labels[i] {
				right++
			}
		}
	}
	if right < total*98/100 {
		t.Errorf("%d of %d labels are right", right, total)
	}
}

// answer returns the labels that score highest. The categories are those of the example.
func answer(encoder *network.Encoder, tagger *network.Tagger, forms []string, e example) (labels []int32) {
	w := encoder.NewWork()
	var categories []uint8
	for _, in := range e.Inputs {
		categories = append(categories, in.Categories...)
	}
	scores := make([]float32, len(forms)*tagger.Labels())
	tagger.Score(w, scores, encoder.Encode(w, forms, categories, []network.Sequence{{Length: len(forms)}}))
	for row := range slices.Chunk(scores, tagger.Labels()) {
		labels = append(labels, int32(slices.Index(row, slices.Max(row))))
	}
	return labels
}

// TestGradients compares the gradients of tables, categories and layers with the difference quotient of the loss.
func TestGradients(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 2))
	n := newTagging(learn.NewWeights(random))
	var examples []example
	for range 5 {
		_, e := sentence(random)
		examples = append(examples, e)
	}
	tape := &learn.Tape{}
	loss := func() float64 {
		tape.Reset(nil)
		return n.learn(tape, examples, 1)[0]
	}
	loss()
	var gradients [][]float32
	for _, x := range n.weights.Tensors() {
		gradients = append(gradients, slices.Clone(x.Gradient))
	}
	for number, x := range n.weights.Tensors() {
		for range 20 {
			i := random.IntN(len(x.Value))
			const step = 4e-3
			at := x.Value[i]
			x.Value[i] = at + step
			above := loss()
			x.Value[i] = at - step
			below := loss()
			x.Value[i] = at
			got, want := float64(gradients[number][i]), (above-below)/(2*step)
			if diff := got - want; diff*diff > 1e-5+4e-4*want*want {
				t.Errorf("tensor %d, element %d: gradient %g, difference quotient %g", number, i, got, want)
			}
		}
	}
}

// TestDisguise draws all disguises; most sentences get none.
func TestDisguise(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 2))
	counts := map[string]int{}
	for range 10_000 {
		if set := learn.Disguise(random); set != nil {
			counts[strings.Join([]string{set("ferry"), set("UN"), set("éa")}, " ")]++
		}
	}
	for disguise, share := range map[string]int{"FERRY UN ÉA": 500, "ferry un éa": 200, "Ferry UN Éa": 200} {
		if got := counts[disguise]; got < share*3/4 || got > share*5/4 {
			t.Errorf("%q: got %d times, want about %d", disguise, got, share)
		}
	}
	if len(counts) != 3 {
		t.Errorf("got %v", counts)
	}
}
