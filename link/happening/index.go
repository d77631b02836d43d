package happening

import (
	"cmp"
	"slices"

	"rashomon"
	"rashomon/concurrent"
	"rashomon/digest"
	"rashomon/link/happening/pair"
)

// An Index holds what documents tell, so that one more is linked at the cost of what it touches. It gives the same as
// linking all documents at once, in whatever order they came. It is not safe for concurrent use.
type Index struct {
	grain     Grain
	words     *pair.Words
	judge     *pair.Judge
	documents []*document // in the order in which they came
	numbers   map[string]int32
	byName    postings
	byOther   postings
	edges     map[[2]int32][]local // of each two documents, the earlier by id first: edges of their events
	parties   map[rashomon.Element]string
	dirty     map[int32]bool // documents to be compared anew
	linked    map[rashomon.Element][]rashomon.Happening
}

// postings are the documents that have each key.
type postings map[int32][]int32

func (p postings) add(number int32, keys []pair.Key) {
	for _, key := range keys {
		p[key.Word] = append(p[key.Word], number)
	}
}

// A document is one of an index.
type document struct {
	*digest.Digest
	account *pair.Account
	names   []pair.Key
	others  []pair.Key
	filed   bool    // it stands in the postings
	related []int32 // documents whose events are compared with its own
	first   int32   // number of its first event
}

// A local edge is one between event a of a document and event b of another or the same. That two events must stay apart is
// no edge: it is asked of those alone that may come together.
type local struct {
	a, b        int32
	probability int32
	part        pair.Part // whether b is a part of a
	partBack    pair.Part // whether a is a part of b
}

// A Grain tells how much is one happening.
type Grain uint8

const (
	// Coarse is the grain of accounts: a happening is one with its outcome, and what two accounts tell in very different
	// words is still one.
	Coarse Grain = iota
	// Fine is the grain of corpora such as ECB+: the shots are one thing and the deaths another.
	Fine
)

// least is the mean probability from which two clusters are one happening. That of Fine was set on coref/ecb+-dev, that of
// Coarse, where accounts are known to part in their words, on stories of our own (train/stories): from 15 to 25 in 100 they are
// joined about as well, and below that more wrongly.
var least = [...]int32{Coarse: 20 * million / 100, Fine: 33 * million / 100}

// NewIndex returns an index without documents. The error is that of a damaged binary.
func NewIndex(grain Grain) (*Index, error) {
	words, err := pair.NewWords()
	if err != nil {
		return nil, err
	}
	judge, err := pair.NewJudge(words, grain == Coarse)
	if err != nil {
		return nil, err
	}
	return &Index{
		grain: grain, words: words, judge: judge, numbers: map[string]int32{}, byName: postings{}, byOther: postings{},
		edges:   map[[2]int32][]local{},
		parties: map[rashomon.Element]string{}, dirty: map[int32]bool{}, linked: map[rashomon.Element][]rashomon.Happening{},
	}, nil
}

// Add puts a document into the index, unless it is there.
func (x *Index) Add(d *digest.Digest) {
	if _, known := x.numbers[d.Document]; known {
		return
	}
	number := int32(len(x.documents))
	x.numbers[d.Document] = number
	x.documents = append(x.documents, &document{Digest: d})
	x.dirty[number] = true
}

// Happenings returns the happenings that the documents tell of, sorted by id. Parties are those of all documents of the
// index.
func (x *Index) Happenings(parties []rashomon.Party) []rashomon.Happening {
	x.setParties(parties)
	dirty := x.dirtyInOrder()
	for _, number := range dirty {
		x.forget(number)
		x.describe(number)
	}
	x.compare(dirty)
	return x.assemble()
}

// setParties takes over the parties, and marks the documents whose entities are of a party with another id than before.
// Whoever keeps the id, which is that of the first entity, is one with the same as before, as far as those keep it too.
func (x *Index) setParties(parties []rashomon.Party) {
	next := make(map[rashomon.Element]string, len(x.parties))
	for _, party := range parties {
		for _, entity := range party.Entities {
			next[entity] = party.ID
		}
	}
	for entity, before := range x.parties {
		if number, known := x.numbers[entity.Document]; known && next[entity] != before {
			x.dirty[number] = true
		}
	}
	x.parties = next
}

func (x *Index) dirtyInOrder() []int32 {
	var numbers []int32
	for number := range x.dirty {
		numbers = append(numbers, number)
	}
	slices.SortFunc(numbers, func(a, b int32) int { return cmp.Compare(x.documents[a].Document, x.documents[b].Document) })
	return numbers
}

// describe draws what is compared of a document, and files it under its keys.
func (x *Index) describe(number int32) {
	d := x.documents[number]
	parties := make([]string, len(d.Entities))
	for i := range parties {
		parties[i] = x.parties[rashomon.Element{Document: d.Document, Index: i}]
	}
	d.account = x.words.NewAccount(d.Digest, parties)
	if !d.filed {
		d.filed = true
		d.names, d.others = x.words.Keys(d.account)
		x.byName.add(number, d.names)
		x.byOther.add(number, d.others)
	}
}

// forget drops the edges of a document.
func (x *Index) forget(number int32) {
	for _, other := range x.documents[number].related {
		delete(x.edges, x.ordered(number, other))
		if other != number {
			d := x.documents[other]
			d.related = slices.DeleteFunc(d.related, func(n int32) bool { return n == number })
		}
	}
	x.documents[number].related = nil
}

// compare compares documents with themselves and with all that share enough keys, several at once, and keeps the edges.
func (x *Index) compare(numbers []int32) {
	found := make([][]comparison, len(numbers))
	concurrent.Each(len(numbers), func() func(int) {
		words := x.words.Share()
		s := &search{index: x, words: words, judge: x.judge.With(words), weights: make([]uint8, len(x.documents))}
		return func(i int) { found[i] = s.compare(numbers[i]) }
	})
	for i, number := range numbers {
		for _, c := range found[i] {
			x.keep(number, c)
		}
	}
}

func (x *Index) keep(number int32, c comparison) {
	if len(c.edges) > 0 {
		x.edges[x.ordered(number, c.with)] = c.edges
	}
	x.documents[number].related = append(x.documents[number].related, c.with)
	if c.with != number {
		x.documents[c.with].related = append(x.documents[c.with].related, number)
	}
}

func (x *Index) ordered(a, b int32) [2]int32 {
	if x.documents[b].Document < x.documents[a].Document {
		return [2]int32{b, a}
	}
	return [2]int32{a, b}
}
