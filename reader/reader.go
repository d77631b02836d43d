// Package reader is the chain of steps that fills the layers of a document. The order of the steps stands here and
// nowhere else.
package reader

import (
	"cmp"
	"context"
	"fmt"
	"sync"
	"unicode"

	"rashomon"
	"rashomon/attribution"
	"rashomon/dating"
	"rashomon/entity"
	"rashomon/entity/name"
	"rashomon/event"
	"rashomon/factuality"
	"rashomon/framing"
	"rashomon/gazetteer"
	"rashomon/quantity"
	"rashomon/segment"
	"rashomon/stance"
	"rashomon/syntax"
	"rashomon/timex"
)

// Version names what the reader does to a document. It changes with every change that can change a reading, so that a
// reading in an archive says which reader made it and a better one makes a new reading beside it.
//
//	1: sentences and words
//	2: tags, lemmas and trees
//	3: times, figures, who and what is spoken of, and where places lie
//	4: statements: on whose word; names within names
//	5: events, whether they are so and according to whom, and under what names; lemmas of verbs that are words
//	6: occurrences: events outside the ontology; stances: in what light sentences present those whom they mention
//	7: head lines of papers, names of companies and of places behind prepositions, more triggers
//	8: times of undated accounts, deduced from what they say; more names and triggers
//	9: what is sent back, called out, set alight; what a headline tells of people
//	10: bodies and banks; who a relative pronoun speaks of; days near by in the present; what is not until, or at no time
//	11: what is so no more; who shoots back; hours of days told before; organizations called ... Watch; more mastheads
//	12: hours of the day right behind them, of the paragraph before, and of no day in findings on days long past; asides date nothing more
const Version = "12"

// SizeLimit is how many words and signs one document may have: more words than the longest novel has, and few enough
// that a text made of signs alone does not fill the memory (the token that each becomes takes 128 bytes).
const SizeLimit = 1_000_000

// A Reader reads documents. It is safe for concurrent use.
type Reader struct {
	version string
	places  *gazetteer.Gazetteer // nil for the one that comes with Rashomon
}

// New returns a reader.
func New() *Reader { return &Reader{version: Version} }

// WithPlaces returns a reader that looks places up in a gazetteer of somebody's own. The suffix tells in the version of its
// readings which one that is, for another gazetteer finds other places.
func (r *Reader) WithPlaces(places *gazetteer.Gazetteer, suffix string) *Reader {
	return &Reader{version: r.version + suffix, places: places}
}

// Version returns what this reader's readings are marked with: the constant Version, and the suffix of its gazetteer.
func (r *Reader) Version() string { return r.version }

// models are the steps that need a trained model or tables.
type models struct {
	parser   *syntax.Parser
	entities *entity.Finder
	places   *gazetteer.Gazetteer
	stances  *stance.Finder
}

// load returns the models of the program. They are loaded once, when they are first asked for, so that what needs none
// starts at once. The error is that of a damaged binary.
var load = sync.OnceValues(func() (m models, err error) {
	if m.parser, err = syntax.English(); err != nil {
		return m, err
	}
	names, err := name.English()
	if err != nil {
		return m, err
	}
	m.entities = entity.New(names)
	if m.places, err = gazetteer.Default(); err != nil {
		return m, err
	}
	m.stances, err = stance.English()
	return m, err
})

// Read fills the layers of a document. One that comes with sentences keeps them and their tokens as they are: somebody
// else has segmented it, as in a treebank. One that is not English keeps what it comes with and is not read further.
// The error is that of a context that has ended, of a damaged model, or of kind ErrorTooLarge for a text of more words
// and signs than SizeLimit.
func (r *Reader) Read(ctx context.Context, doc *rashomon.Document) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if !doc.English() {
		doc.Reading = r.version
		return nil
	}
	if size := size(doc); size > SizeLimit {
		return &rashomon.Error{
			Kind: rashomon.ErrorTooLarge, Place: doc.Name,
			Cause:  fmt.Sprintf("%d words and signs, of which one document may have %d", size, SizeLimit),
			Remedy: "split it into the documents that it holds",
		}
	}
	models, err := load()
	if err != nil {
		return err
	}
	if len(doc.Sentences) == 0 {
		doc.Sentences, doc.Tokens = segment.Find(doc)
	}
	models.parser.Parse(doc)
	doc.Timexes = timex.Find(doc)
	doc.Quantities = quantity.Find(doc)
	doc.Entities, doc.Mentions = models.entities.Find(doc)
	cmp.Or(r.places, models.places).Locate(doc)
	doc.Statements = attribution.Find(doc)
	doc.Written, doc.Evidence = dating.Find(doc)
	timex.Deduce(doc)
	doc.Events = event.Find(doc)
	factuality.Judge(doc)
	doc.Labels, doc.LoadedWords = framing.Find(doc)
	framing.SetAgency(doc)
	doc.Stances = models.stances.Find(doc)
	doc.Reading = r.version
	return nil
}

// Why tells why this version finds of a token, given by its index, what it does. It reads the sentence anew, whatever
// the document holds of it. The error is that of a damaged model.
func (r *Reader) Why(doc *rashomon.Document, token int) (syntax.Reason, error) {
	models, err := load()
	if err != nil {
		return syntax.Reason{}, err
	}
	return models.parser.Why(doc, token), nil
}

// size counts the words and signs of a document: its tokens or, where there are none yet, about what segment makes
// tokens of, told before memory is taken for them.
func size(doc *rashomon.Document) int {
	if len(doc.Sentences) > 0 {
		return len(doc.Tokens)
	}
	return textSize(doc.Text)
}

// textSize counts runs of letters and digits, and every other character that is no space.
func textSize(text string) int {
	count := 0
	inWord := false
	for _, r := range text {
		isWord := unicode.IsLetter(r) || unicode.IsDigit(r)
		if isWord && !inWord || !isWord && !unicode.IsSpace(r) {
			count++
		}
		inWord = isWord
	}
	return count
}
