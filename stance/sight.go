package stance

import (
	"sort"

	"rashomon"
	"rashomon/network"
)

// A View is what the network sees of a block of a document, and of its words from each of some targets. It is what
// the network learns from.
type View struct {
	Forms      []string
	Categories []uint8 // of each word as many as [Categories] has
	Sights     []Sight
}

// A Sight is a target in a block, and the words that vote on it.
type Sight struct {
	Target int     // of those asked for
	Head   int32   // its word that the others hang on
	Voters []int32 // words of the block
	Seen   []uint8 // of each voter as many as [SeenCategories] has
}

// Look returns what the network sees of a document from targets, spans of tokens that are not empty.
func Look(doc *rashomon.Document, targets []rashomon.Span) []View {
	var w work
	w.reading.read(doc)
	for i, target := range targets {
		w.look(target, i)
	}
	var views []View
	for _, s := range w.sequences {
		end := s.First + s.Length
		views = append(views, View{Forms: w.forms[s.First:end], Categories: w.categories[s.First*categories : end*categories]})
	}
	for i, s := range w.sights {
		first := w.sequences[s.sequence].First
		sight := Sight{
			Target: s.mention, Head: int32(w.heads[i] - first), Seen: w.seen[s.voters.Start*seen : s.voters.End*seen],
		}
		for _, row := range w.voters[s.voters.Start:s.voters.End] {
			sight.Voters = append(sight.Voters, int32(row-first))
		}
		views[s.sequence].Sights = append(views[s.sequence].Sights, sight)
	}
	return views
}

// longestSide is how many tokens of the block are seen on either side of a target, so that the cost of a target is
// bounded. Of the sentences of NewsMTSC 16 in 1,000 have more than 64 tokens.
const longestSide = 64

// A sight is a target in a block on its way to a stance.
type sight struct {
	mention  int           // or another number by which the caller knows it
	target   rashomon.Span // the part that lies in the block
	span     rashomon.Span // that is seen
	head     int           // of the target
	entity   int           // that the target speaks of, or None
	sequence int
	offset   int           // what is to be added to a token of the document for its row in the network
	voters   rashomon.Span // of work.voters
}

// isTarget reports whether a token is of the target.
func (s sight) isTarget(token int) bool { return s.target.Start <= token && token < s.target.End }

// look adds a target to what is waiting for the network, and its block where it is the first one there.
func (w *work) look(target rashomon.Span, mention int) {
	r := &w.reading
	at := sort.Search(len(r.blocks), func(i int) bool { return r.blocks[i].End > target.Start })
	block := r.blocks[at]
	target.End = min(target.End, block.End)
	head := headOf(r.doc, target)
	s := sight{
		mention: mention, target: target, head: head, entity: r.entities[head], sequence: w.sequenceOf(at),
		span: rashomon.Span{Start: max(block.Start, target.Start-longestSide), End: min(block.End, target.End+longestSide)},
	}
	s.offset = w.sequences[s.sequence].First - block.Start
	r.climb = appendClimb(r.climb[:0], r.doc, head)
	s.voters.Start = len(w.voters)
	for token := range r.voters(s) {
		w.voters = append(w.voters, s.offset+token)
		w.seen = r.appendSeen(w.seen, token, s)
	}
	s.voters.End = len(w.voters)
	w.heads = append(w.heads, s.offset+head)
	w.sights = append(w.sights, s)
}

// sequenceOf returns the sequence of a block, which it adds where there is none yet.
func (w *work) sequenceOf(at int) int {
	if w.block == at && len(w.sequences) > 0 {
		return len(w.sequences) - 1
	}
	w.block = at
	block := w.reading.blocks[at]
	w.sequences = append(w.sequences, network.Sequence{First: len(w.forms), Length: block.End - block.Start})
	for token := block.Start; token < block.End; token++ {
		w.forms = append(w.forms, w.reading.form(token))
		w.categories = w.reading.appendOwn(w.categories, token)
	}
	return len(w.sequences) - 1
}

// headOf returns the token of a span that the others hang on: the first whose head stands outside.
func headOf(doc *rashomon.Document, span rashomon.Span) int {
	for i := span.Start; i < span.End; i++ {
		head := i + doc.Tokens[i].Head
		if head == i || head < span.Start || head >= span.End {
			return i
		}
	}
	return span.Start
}
