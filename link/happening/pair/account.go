package pair

import (
	"cmp"
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// An Account is what is compared of a document: what it is about, and the events that it tells of.
type Account struct {
	Document string
	Tellings []Telling

	words, names           bag // of the whole text, and of names
	wordSquare, nameSquare int64
	heads                  []int32 // of all events, sorted
	kins                   []kinCount
}

// NewAccount returns what is compared of a document. Parties tells the number of the party of each entity, or None.
func (w *Words) NewAccount(d *digest.Digest, parties []int32) *Account {
	a := &Account{Document: d.Document}
	sentences := make([]weighed, len(d.Sentences))
	var words, names []int32
	for i, sentence := range d.Sentences {
		sentences[i] = w.weighed(w.all(sentence.Terms))
		words = append(words, sentences[i].bag...)
	}
	for _, entity := range d.Entities {
		for _, mention := range entity.Mentions {
			if mention.Kind == rashomon.MentionName {
				names = append(names, w.all(slices.DeleteFunc(strings.Fields(strings.ToLower(mention.Text)), isSaint))...)
			}
		}
	}
	a.words, a.names = newBag(words), newBag(names)
	a.wordSquare, a.nameSquare = w.square(a.words), w.square(a.names)
	builder := tellingBuilder{words: w, d: d, parties: parties, sentences: sentences, settings: map[int]*setting{}, cues: cues(d)}
	builder.lead = slices.IndexFunc(d.Sentences, func(s digest.Sentence) bool { return s.Part == "" })
	a.Tellings = make([]Telling, len(d.Events))
	for i := range d.Events {
		a.Tellings[i] = builder.telling(i)
	}
	a.count()
	return a
}

// DropText drops what tells whether a document may speak of one story with another. Its events can still be compared.
func (a *Account) DropText() { a.words, a.names = nil, nil }

// A kinCount is how many events are of some families.
type kinCount struct {
	*kin
	events int
}

// count counts the events of each head, and those of the same families.
func (a *Account) count() {
	a.heads = make([]int32, len(a.Tellings))
	for i := range a.Tellings {
		t := &a.Tellings[i]
		a.heads[i] = t.head
		at := slices.IndexFunc(a.kins, func(k kinCount) bool { return k.kin == t.kin })
		if at < 0 {
			at, a.kins = len(a.kins), append(a.kins, kinCount{kin: t.kin})
		}
		a.kins[at].events++
	}
	slices.Sort(a.heads)
	a.kins = slices.Clone(a.kins)
	for i := range a.Tellings {
		a.Tellings[i].namesakes = int32(a.called(a.Tellings[i].head) - 1)
	}
}

// called returns how many events have a head.
func (a *Account) called(head int32) int {
	at, _ := slices.BinarySearch(a.heads, head)
	end := at
	for end < len(a.heads) && a.heads[end] == head {
		end++
	}
	return end - at
}

func (w *Words) all(forms []string) []int32 {
	numbers := make([]int32, len(forms))
	for i, form := range forms {
		numbers[i] = w.number(form)
	}
	return numbers
}

// cues returns the starts of the cues of statements, sorted.
func cues(d *digest.Digest) []rashomon.Extent {
	var out []rashomon.Extent
	for _, statement := range d.Statements {
		if !statement.Cue.Empty() {
			out = append(out, statement.Cue)
		}
	}
	slices.SortFunc(out, func(a, b rashomon.Extent) int { return cmp.Compare(a.Start, b.Start) })
	return out
}
