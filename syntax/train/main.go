package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"

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
	teachers := flag.Int("teachers", 0, "")
	teacherEpochs := flag.Int("teacher-epochs", 20, "")
	silverTokens := flag.Int("silver-tokens", 600000, "")
	flag.Float64Var(&p.silver, "silver", 0, "")
	textPaths := flag.String("texts", "", "")
	rate := flag.Float64("rate", 2e-3, "")
	avg := flag.Float64("average", 0.998, "")
	din := flag.Float64("din", 0.2, "")
	dh := flag.Float64("dh", 0.3, "")
	dw := flag.Float64("dw", 0.25, "")
	dv := flag.Float64("dv", 0.05, "")
	buckets := flag.Int("buckets", 1<<14, "")
	out := flag.String("out", "", "")
	flag.Parse()
	p.rate, p.average = *rate, float32(*avg)
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
	var gold []example
	for _, s := range sents {
		gold = append(gold, v.example(s, e))
	}
	var silver []example
	if *teachers > 0 {
		texts, err := readTexts(strings.Split(*textPaths, ","))
		if err != nil {
			panic(err)
		}
		c := make(committee, *teachers)
		members := make([]int, *teachers)
		for i := range members {
			members[i] = i
		}
		inEach(members, func(i int) {
			q := p
			q.shards, q.seed, q.silver, q.epochs = 1, p.seed+uint64(i)+1, 0, *teacherEpochs
			c[i] = newTrainer(q, v, e, vt, gold, nil).train(os.Stdout)
		})
		for i := range c {
			fmt.Println("teacher", i, committee{c[i]}.evaluate(v, dev, e))
		}
		fmt.Println("committee", c.evaluate(v, dev, e))
		silver = c.label(texts, e, *silverTokens, rand.New(rand.NewPCG(p.seed, 3)))
		fmt.Println("silver", len(silver), "sentences")
	}
	n := newTrainer(p, v, e, vt, gold, silver).train(os.Stdout)
	fmt.Println("dev", committee{n}.evaluate(v, dev, e))
	if *out != "" {
		os.WriteFile(*out, export(n, v), 0o644)
	}
}

func vectorTensor(f *model.File) (*tensor, map[string]int32) {
	data, columns := f.Bytes("vectors")
	words := f.Strings("words")
	t := &tensor{rows: len(words) + 1, columns: columns, value: make([]float32, (len(words)+1)*columns)}
	ids := map[string]int32{}
	for i, w := range words {
		ids[w] = int32(i)
	}
	for i, b := range data {
		t.value[columns+i] = float32(int8(b)) / syntax.PerVector
	}
	return t, ids
}
