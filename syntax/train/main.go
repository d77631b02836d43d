package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"time"

	"rashomon/syntax"
	"rashomon/syntax/model"
)

func main() {
	if len(os.Args) > 1 && os.Args[1] == "vectors" {
		if err := writeVectors(os.Args[2], os.Args[3], 150_000); err != nil {
			panic(err)
		}
		return
	}
	var p plan
	var trainDir, devDir, vectors string
	flag.StringVar(&trainDir, "treebanks", "../shared/bench/ud/train", "")
	flag.StringVar(&devDir, "dev", "/tmp/dev", "")
	flag.StringVar(&vectors, "vectors", "syntax/model/vectors.bin", "")
	flag.IntVar(&p.word, "word", 64, "")
	flag.IntVar(&p.affix, "affix", 32, "")
	flag.IntVar(&p.sizes.hidden, "hidden", 256, "")
	flag.IntVar(&p.layers, "layers", 2, "")
	flag.IntVar(&p.tagger, "tagger", 160, "")
	flag.IntVar(&p.arc, "arc", 128, "")
	flag.IntVar(&p.relation, "relation", 64, "")
	flag.IntVar(&p.epochs, "epochs", 14, "")
	flag.IntVar(&p.batch, "batch", 1200, "")
	flag.IntVar(&p.shards, "shards", 2, "")
	flag.Uint64Var(&p.seed, "seed", 1, "")
	rate := flag.Float64("rate", 2e-3, "")
	avg := flag.Float64("average", 0.998, "")
	din := flag.Float64("din", 0.2, "")
	dh := flag.Float64("dh", 0.3, "")
	dw := flag.Float64("dw", 0.25, "")
	dv := flag.Float64("dv", 0.05, "")
	buckets := flag.Int("buckets", 1<<14, "")
	out := flag.String("out", "", "")
	flag.Parse()
	p.rate, p.average = float32(*rate), float32(*avg)
	p.input, p.dropouts.hidden, p.dropouts.words, p.dropouts.vectors = float32(*din), float32(*dh), float32(*dw), float32(*dv)
	data, err := os.ReadFile(vectors)
	if err != nil {
		panic(err)
	}
	f, err := model.Read(vectors, data)
	if err != nil {
		panic(err)
	}
	docs, err := readTreebanks(trainDir)
	if err != nil {
		panic(err)
	}
	sents := sentencesOf(docs)
	devdocs, err := readTreebanks(devDir)
	if err != nil {
		panic(err)
	}
	dev := sentencesOf(devdocs)
	v := newVocabulary(sents)
	vt, ids := vectorTensor(f)
	e := &eye{syntax.Words{Buckets: uint32(*buckets), Learned: v.words.ids, Vectors: ids}}
	tr := &trainer{plan: p, vocabulary: v, report: os.Stdout}
	for _, s := range sents {
		tr.examples = append(tr.examples, v.example(s, e))
	}
	n := newNetwork(p.sizes, v, vt, *buckets, rand.New(rand.NewPCG(p.seed, 0)))
	tr.networks = append(tr.networks, n)
	for range p.shards - 1 {
		tr.networks = append(tr.networks, n.shadow(v))
	}
	for range p.shards {
		tr.tapes = append(tr.tapes, &tape{})
	}
	tr.optimizer.parameters = n.parameters
	began := time.Now()
	defer func() {
		if *out != "" {
			tr.swap()
			os.WriteFile(*out, export(n, v), 0o644)
		}
	}()
	tr.train(func(epoch int) {
		if epoch%4 == 3 || epoch == p.epochs-1 {
			fmt.Println("dev", epoch+1, int(time.Since(began).Seconds()), tr.evaluate(dev, e))
		}
	})
}
