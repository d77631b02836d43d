package main

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"time"

	"rashomon/syntax/model"
)

// A plan is how the network is trained.
type plan struct {
	sizes
	dropouts
	epochs  int
	batch   int // tokens
	rate    float32
	average float32
	seed    uint64
	shards  int
}

type trainer struct {
	plan
	vocabulary *vocabulary
	networks   []*network // the first is trained, the others are its shadows
	tapes      []*tape
	optimizer  adam
	examples   []example
	report     io.Writer
}

func vectorTensor(f *model.File) (*tensor, map[string]int32) {
	data, columns := f.Bytes("vectors")
	words := f.Strings("words")
	t := &tensor{rows: len(words) + 1, columns: columns, value: make([]float32, (len(words)+1)*columns), gradient: nil}
	ids := map[string]int32{}
	for i, w := range words {
		ids[w] = int32(i)
	}
	for i, b := range data {
		t.value[columns+i] = float32(int8(b)) / perDeviation
	}
	return t, ids
}

func (tr *trainer) rateAt(progress float64, step int) float32 {
	warm := math.Min(1, float64(step)/200)
	return tr.rate * float32(warm*(0.49*(1+math.Cos(math.Pi*progress))+0.02))
}

func (tr *trainer) train(evaluate func(epoch int)) {
	began := time.Now()
	step := 0
	random := rand.New(rand.NewPCG(tr.seed, 1))
	for epoch := range tr.epochs {
		order := random.Perm(len(tr.examples))
		bs := batches(tr.examples, order, tr.batch)
		random.Shuffle(len(bs), func(i, j int) { bs[i], bs[j] = bs[j], bs[i] })
		var losses [questions + 2]float64
		tokens := 0
		for k, b := range bs {
			step++
			parts := make([][]example, tr.shards)
			for j, i := range b {
				parts[j%tr.shards] = append(parts[j%tr.shards], tr.perturb(tr.examples[i], random))
			}
			results := make([][questions + 2]float64, tr.shards)
			indexes := make([]int, tr.shards)
			total := 0
			for s := range indexes {
				indexes[s] = s
				for _, e := range parts[s] {
					total += len(e.looks)
				}
			}
			seeds := make([]uint64, tr.shards)
			for s := range seeds {
				seeds[s] = random.Uint64()
			}
			inEach(indexes, func(s int) {
				t := tr.tapes[s]
				t.reset(rand.New(rand.NewPCG(seeds[s], 2)))
				results[s] = tr.networks[s].learn(t, newBatch(parts[s]), 1/float32(total), tr.dropouts)
			})
			for _, shadow := range tr.networks[1:] {
				for i, p := range shadow.parameters {
					add(tr.networks[0].parameters[i].gradient, p.gradient)
					clear(p.gradient)
				}
			}
			for _, r := range results {
				for q, l := range r {
					losses[q] += l
				}
			}
			tokens += total
			progress := (float64(epoch) + float64(k)/float64(len(bs))) / float64(tr.epochs)
			tr.optimizer.update(tr.rateAt(progress, step), tr.average)
		}
		fmt.Fprintf(tr.report, "epoch %d %.0fs", epoch+1, time.Since(began).Seconds())
		for _, l := range losses {
			fmt.Fprintf(tr.report, " %.3f", l/float64(tokens))
		}
		fmt.Fprintln(tr.report)
		evaluate(epoch)
	}
}

// perturb
func (tr *trainer) perturb(e example, random *rand.Rand) example {
	looks := make([]look, len(e.looks))
	for i, l := range e.looks {
		if random.Float32() < tr.words {
			l.word = 0
		}
		if random.Float32() < tr.vectors {
			l.vector = 0
		}
		looks[i] = l
	}
	e.looks = looks
	return e
}
