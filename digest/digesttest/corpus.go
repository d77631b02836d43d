package digesttest

import (
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unsafe"

	"rashomon"
	"rashomon/digest"
	"rashomon/network"
)

// Corpus returns n digests as of so many news articles: the accounts of the embedded case over and over, in stories of as
// many accounts as it has, each story with names, days, figures and content words of its own. Extents stay as they are, and so
// do frequent predicates. In every tenth story half of the names are those of the story before it.
//
// What two stories have in common is no less than in reality. Of two articles of ECB+ on different topics, 18 in 100 share
// enough names and rare words for package link/happening to look at them, and 2 in 100 have their events compared. Of two
// accounts of different stories these are 23 and 4 in 100, and half of their events, as in ECB+, are alike at first sight.
func Corpus(t testing.TB, n int) []*digest.Digest {
	t.Helper()
	accounts := Case(t)
	m := newMint(t, accounts)
	out := make([]*digest.Digest, 0, n)
	var before *story
	for number := 0; len(out) < n; number++ {
		before = m.story(number, before)
		for _, account := range accounts[:min(len(accounts), n-len(out))] {
			out = append(out, kept(t, before.varied(account)))
		}
	}
	return out
}

// kept returns a digest as an archive that keeps it gives it back.
func kept(t testing.TB, d *digest.Digest) *digest.Digest {
	t.Helper()
	again, err := digest.Decode(digest.Encode(d))
	if err != nil {
		t.Fatal(err)
	}
	again.Fold()
	return again
}

// relatedStories is of how many stories one has names of the story before it.
const relatedStories = 10

// A mint makes the words of stories.
type mint struct {
	names   []string            // words that stand in names of the accounts, in lower case, sorted
	told    map[string]bool     // words by which accounts tell what happened
	others  []string            // all other words that are exchanged, in lower case, sorted
	english map[int]*vocabulary // words of English, by their number of letters
	ranks   map[string]int32    // of each: its place among all words by how often it is used
}

// A vocabulary is words with their places among the words of English, the most frequent first.
type vocabulary struct {
	words []string
	ranks []int
}

// functionWords is up to which place the words of English are no content.
const functionWords = 60

// frequentTold is up to which place a word that tells what happened stays in all stories. Of the others, one in rareTold stays.
const (
	frequentTold = 800
	rareTold     = 6
)

var (
	wordPattern   = regexp.MustCompile(`[A-Za-z]{3,}`)
	figurePattern = regexp.MustCompile(`[0-9]{2,}`)
)

func newMint(t testing.TB, accounts []*digest.Digest) *mint {
	t.Helper()
	vectors, err := network.EnglishVectors()
	if err != nil {
		t.Fatal(err)
	}
	m := &mint{told: map[string]bool{}, english: map[int]*vocabulary{}, ranks: vectors.Rows}
	for _, word := range slices.SortedFunc(maps.Keys(vectors.Rows), func(a, b string) int { return int(m.ranks[a] - m.ranks[b]) }) {
		if wordPattern.FindString(word) == word {
			if m.english[len(word)] == nil {
				m.english[len(word)] = &vocabulary{}
			}
			of := m.english[len(word)]
			of.words, of.ranks = append(of.words, word), append(of.ranks, int(m.ranks[word]))
		}
	}
	names, others := map[string]bool{}, map[string]bool{}
	for _, d := range accounts {
		m.sortOut(d, names, others)
	}
	maps.DeleteFunc(others, func(word string, _ bool) bool {
		rank, known := m.ranks[word]
		return names[word] || known && (rank < functionWords || m.told[word] && rank < frequentTold)
	})
	m.names, m.others = slices.Sorted(maps.Keys(names)), slices.Sorted(maps.Keys(others))
	return m
}

// sortOut adds the words of an account that are exchanged: those of names, and all others that are neither frequent ones nor
// tell what happened.
func (m *mint) sortOut(d *digest.Digest, names, others map[string]bool) {
	told := m.told
	for _, event := range d.Events {
		addWords(told, event.Lemma+" "+d.Quote(event.Extent))
	}
	for _, clause := range d.Clauses {
		addWords(told, clause.Predicate+" "+d.Quote(clause.Head))
	}
	for _, entity := range d.Entities {
		for _, mention := range entity.Mentions {
			if mention.Kind == rashomon.MentionName {
				addWords(names, strings.Join(wordPattern.FindAllString(mention.Text, -1), " "))
			}
		}
	}
	addWords(others, d.Text)
	for _, sentence := range d.Sentences {
		addWords(others, strings.Join(sentence.Terms, " "))
	}
}

func addWords(set map[string]bool, text string) {
	for _, word := range wordPattern.FindAllString(strings.ToLower(text), -1) {
		set[word] = true
	}
}

// A story is what its accounts have in place of the words, figures and days of the embedded case.
type story struct {
	number   int
	random   *rand.Rand
	exchange map[string]string // words and figures, in lower case
	lists    map[list]reflect.Value
	days     int     // by which it is later
	more     float64 // by which its figures are larger
}

func (m *mint) story(number int, before *story) *story {
	s := &story{number: number, random: rand.New(rand.NewPCG(uint64(number), 0)), exchange: map[string]string{}}
	s.days, s.more = s.random.IntN(corpusDays), float64(s.random.IntN(50))
	for i, word := range m.names {
		s.exchange[word] = m.english[len(word)].nearest(nameRank(s.random.Float64()))
		if number%relatedStories == 1 && i%2 == 0 {
			s.exchange[word] = before.exchange[word]
		}
	}
	for _, word := range m.others {
		if m.told[word] && s.random.IntN(rareTold) == 0 {
			continue
		}
		rank, known := m.ranks[word]
		if !known {
			rank = int32(len(m.ranks)) / 2
		}
		s.exchange[word] = m.english[len(word)].nearest(int(float64(rank) * math.Pow(nearRank, 2*s.random.Float64()-1)))
	}
	return s
}

const (
	// corpusDays is over how many days the stories are spread.
	corpusDays = 1000
	// nearRank is how many times as frequent, or as rare, a word may be that takes the place of another.
	nearRank = 2
)

// nameRank returns a place of a word in a name among the words of English. Of those in 770 articles of ECB+ one in four stands
// before the 955th word, half before the 3,834th, three in four before the 12,844th, one in ten behind the 36,253rd: their
// logarithms are spread evenly between these bounds.
func nameRank(part float64) int { return int(150 * math.Pow(70_000/150, part)) }

// nearest returns the word whose place is the nearest behind a rank.
func (v *vocabulary) nearest(rank int) string {
	at, _ := slices.BinarySearch(v.ranks, rank)
	return v.words[min(at, len(v.words)-1)]
}

// A list is a slice of an account. Where two are one, so they are in the story.
type list struct {
	first  unsafe.Pointer
	length int
	of     reflect.Type
}

// varied returns an account as it is in a story, under an id of its own.
func (s *story) varied(d *digest.Digest) *digest.Digest {
	s.lists = map[list]reflect.Value{}
	out := s.value(reflect.ValueOf(d)).Interface().(*digest.Digest)
	out.Document = fmt.Sprintf("%s-%05d", d.Document, s.number)
	for i := range out.Quantities {
		for _, bound := range []*float64{out.Quantities[i].Low, out.Quantities[i].High} {
			if bound != nil && *bound > 2 {
				*bound += s.more
			}
		}
	}
	return out
}

// fixed are the fields of a digest whose strings are no words of its text.
var fixed = map[string]bool{
	"Type": true, "Mode": true, "Contexts": true, "Codes": true, "Listed": true, "Mod": true, "Unit": true, "Qualifier": true,
	"Relation": true, "Preposition": true, "Predicate": true, "Modal": true, "Mark": true, "Adverbs": true,
}

// value returns a copy of a value with words exchanged.
func (s *story) value(v reflect.Value) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	switch {
	case v.Type() == reflect.TypeFor[string]():
		out.SetString(s.text(v.String()))
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			out.Field(i).Set(v.Field(i))
			if !fixed[v.Type().Field(i).Name] {
				out.Field(i).Set(s.value(v.Field(i)))
			}
		}
	case v.Kind() == reflect.Slice && !v.IsNil():
		key := list{v.UnsafePointer(), v.Len(), v.Type()}
		if made, known := s.lists[key]; known {
			return made
		}
		out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		for i := range v.Len() {
			out.Index(i).Set(s.value(v.Index(i)))
		}
		s.lists[key] = out
	case v.Kind() == reflect.Pointer && !v.IsNil():
		out.Set(reflect.New(v.Type().Elem()))
		out.Elem().Set(s.value(v.Elem()))
	default:
		out.Set(v)
	}
	return out
}

// text returns a text as it is in the story. A day, which begins it, is another day.
func (s *story) text(text string) string {
	if len(text) >= len(time.DateOnly) {
		if day, err := time.Parse(time.DateOnly, text[:len(time.DateOnly)]); err == nil {
			return day.AddDate(0, 0, s.days).Format(time.DateOnly) + text[len(time.DateOnly):]
		}
	}
	return figurePattern.ReplaceAllStringFunc(wordPattern.ReplaceAllStringFunc(text, s.word), s.figure)
}

// word returns what is said in the place of a word, in its case.
func (s *story) word(word string) string {
	other, exchanged := s.exchange[strings.ToLower(word)]
	if !exchanged {
		return word
	}
	out := []byte(other)
	for i := range out {
		out[i] -= 'a' - 'A'
		out[i] |= word[i] & ('a' - 'A')
	}
	return string(out)
}

// figure returns what is said in the place of a figure: years stay.
func (s *story) figure(digits string) string {
	if len(digits) == len("2017") && (digits[0] == '1' || digits[0] == '2') {
		digits = fmt.Sprint(2010 + s.random.IntN(10))
	}
	if _, known := s.exchange[digits]; !known {
		out := []byte(digits)
		for i := range out {
			out[i] = byte('1' + s.random.IntN(9))
		}
		s.exchange[digits] = string(out)
	}
	return s.exchange[digits]
}
