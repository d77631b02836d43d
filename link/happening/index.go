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
	labels    labels
	documents []*document // in the order in which they came
	numbers   map[string]int32
	byName    postings
	byOther   postings
	dirty     map[int32]bool // documents to be compared anew
	parties   parties
	asked     map[meeting]int32     // how likely events are the same that are no edges, as far as it was asked; nil if no documents will come
	serial    uint32                // of the next event that is described
	united    []union               // what clustering united the last time, in its order
	told      []*rashomon.Happening // as last given, in the order of their first events
	first     []int32               // of each of them: the number of its first event
	number    int                   // of events, the last time
	once      bool                  // no documents will come: what is not needed any more is dropped
}

// postings are the documents that have each key, in the order in which they came.
type postings map[int32][]int32

func (p postings) add(number int32, keys []pair.Key) {
	for _, key := range keys {
		p[key.Word] = append(p[key.Word], number)
	}
}

// A document is one of an index.
type document struct {
	*digest.Digest // as it was given, it may be folded
	events         []sketch
	account        *pair.Account
	names          []pair.Key
	others         []pair.Key
	filed          bool      // it stands in the postings
	parties        []int32   // of each entity: the number of its party, or None
	renamed        bool      // one of its parties has another id than when happenings were given the last time
	related        []related // documents that may tell of one story with it, and itself, by their numbers
	first          int32     // number of its first event
	before         int32     // its number when happenings were given the last time
	serial         uint32    // the serial number of its first event, another one each time it is described
}

// related is a document with what stands between it and another.
type related struct {
	number int32
	*relation
}

// relation returns what stands between a document and another by its number, or nil where they are not related.
func (d *document) relation(number int32) *relation {
	if at, known := d.place(number); known {
		return d.related[at].relation
	}
	return nil
}

func (d *document) place(number int32) (at int, known bool) {
	return slices.BinarySearchFunc(d.related, number, func(r related, number int32) int { return cmp.Compare(r.number, number) })
}

func (d *document) relate(number int32, r *relation) {
	at, _ := d.place(number)
	d.related = slices.Insert(d.related, at, related{number, r})
}

// A relation is what stands between two documents, or one and itself: the edges that may unite two of their events, and those by which
// one event is a part of another, sorted. Most pairs of events have neither, and how likely these are the same is found when it is
// asked.
type relation struct {
	documents pair.Documents
	edges     []local
}

// A meeting is two events, by the serial numbers that their documents have given them.
type meeting uint64

// mostAsked is of how many meetings an index keeps how likely the two are the same, of some 24 bytes each: documents that come one after
// another touch the same large clusters again and again, of a thousand events at 10,000 documents.
const mostAsked = 1 << 22

// edge returns the edge between two events, if there is one.
func (r *relation) edge(l local) (local, bool) {
	at, kept := slices.BinarySearchFunc(r.edges, l, local.compare)
	if kept {
		l = r.edges[at]
	}
	return l, kept
}

// A local edge is one between event a of a document and event b of another or the same. That two events must stay apart is
// no edge: it is asked of those alone that may come together.
type local struct {
	a, b        int32
	probability int32
	part        pair.Part // whether b is a part of a
	partBack    pair.Part // whether a is a part of b
}

func (l local) compare(m local) int { return cmp.Or(cmp.Compare(l.a, m.a), cmp.Compare(l.b, m.b)) }

func (l local) isPart() bool { return l.part != pair.PartNone || l.partBack != pair.PartNone }

// A Grain tells how much is one happening.
type Grain uint8

const (
	// Coarse is the grain of accounts: a happening is one with its outcome, and what two accounts tell in very different
	// words is still one.
	Coarse Grain = iota
	// Fine is the grain of corpora such as ECB+: the shots are one thing and the deaths another.
	Fine
)

// linkages tell what is one happening. That of Fine was set on coref/ecb+-dev, whose CoNLL F1 is 77.05 where the nearest have no share of
// their own and 77.28 with 0.1. That of Coarse, where accounts are known to part in their words, was set on 13 invented cases that may
// be read, of which the trees have learnt from five: with the least likeness from 0.22 to 0.30
// they are joined about as well, and above that less. Many tell a large happening in many words, of which few are alike, so that
// clusters grow likelier to be one with their size: without growth the B-cubed F1 of six of these cases is 61.5, with 0.1 62.8, with
// 0.2 64.7, with 0.3 63.2. And one event that two clusters tell alike says more than many that they tell in other words: the mean F1
// of the 13 is 54.1 where the nearest have no share of their own, 54.6 with a share of 0.2, 55.1 with 0.3 and 54.5 with 0.5.
var linkages = [...]linkage{
	Coarse: {least: 25 * million / 100, growth: 0.2, nearest: 0.25},
	Fine:   {least: 34 * million / 100, nearest: 0.1},
}

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
	return NewIndexOf(grain, words, judge), nil
}

// NewIndexOf returns an index without documents in which a judge of one's own tells how likely two events are the same.
func NewIndexOf(grain Grain, words *pair.Words, judge *pair.Judge) *Index {
	return &Index{
		grain: grain, words: words, judge: judge, numbers: map[string]int32{}, byName: postings{}, byOther: postings{},
		dirty: map[int32]bool{}, asked: map[meeting]int32{}, labels: labels{numbers: map[string]int32{}},
	}
}

// Add puts a document into the index, unless it is there.
func (x *Index) Add(d *digest.Digest) {
	if _, known := x.numbers[d.Document]; known {
		return
	}
	number := int32(len(x.documents))
	x.numbers[d.Document] = number
	x.documents = append(x.documents, &document{Digest: d, before: rashomon.None})
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
	if x.once {
		x.words.Close()
	}
	x.compare(dirty)
	if x.once {
		x.dropKeys()
	}
	return x.assemble()
}

// dropKeys drops what tells which documents are compared.
func (x *Index) dropKeys() {
	x.byName, x.byOther = nil, nil
	for _, d := range x.documents {
		d.names, d.others = nil, nil
		d.account.DropText()
	}
}

func (x *Index) dirtyInOrder() []int32 {
	var numbers []int32
	for number := range x.dirty {
		numbers = append(numbers, number)
	}
	slices.Sort(numbers)
	return numbers
}

// describe draws what is compared of a document, and files it under its keys.
func (x *Index) describe(number int32) {
	d := x.documents[number]
	whole := d.Whole()
	x.sketch(d, whole)
	d.account = x.words.NewAccount(whole, d.parties)
	if !d.filed {
		d.filed = true
		d.names, d.others = x.words.Keys(d.account)
		x.byName.add(number, d.names)
		x.byOther.add(number, d.others)
	}
}

// sketch draws what happenings tell of a document.
func (x *Index) sketch(d *document, whole *digest.Digest) {
	d.haveEntities(len(whole.Entities))
	d.events = x.sketches(whole)
	d.serial, x.serial = x.serial, x.serial+uint32(len(d.events))
}

// forget drops the edges of a document.
func (x *Index) forget(number int32) {
	for _, other := range x.documents[number].related {
		d := x.documents[other.number]
		if at, known := d.place(number); known && other.number != number {
			d.related = slices.Delete(d.related, at, at+1)
		}
	}
	x.documents[number].related = nil
}

// compare compares documents with themselves and with all that share enough keys, several at once, and keeps the edges.
func (x *Index) compare(numbers []int32) {
	found := make([][]comparison, len(numbers))
	concurrent.Each(len(numbers), func() func(int) {
		words := x.words.Share()
		s := &search{index: x, words: words, judge: x.judge.With(words), shared: make([]shared, len(x.documents))}
		return func(i int) { found[i] = s.compare(numbers[i]) }
	})
	for i, number := range numbers {
		for _, c := range found[i] {
			x.keep(number, c)
		}
	}
}

func (x *Index) keep(number int32, c comparison) {
	x.documents[number].relate(c.with, c.relation)
	if c.with != number {
		x.documents[c.with].relate(number, c.relation)
	}
}

func (x *Index) ordered(a, b int32) [2]int32 {
	if x.documents[b].Document < x.documents[a].Document {
		return [2]int32{b, a}
	}
	return [2]int32{a, b}
}
