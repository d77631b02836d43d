package prediction

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"rashomon"
	"rashomon/digest"
	"rashomon/network"
)

// A matter is what something foretold is about: words and parties, each once.
type matter struct {
	keys    []string  // stems of words, and parties
	weights []float64 // how much each says, from 0 to 1
	names   []string  // of the keys: those that are of the name of a party, and parties
}

// matter returns what something foretold is about: what stands in its clauses and, where a pronoun stands for it, in the
// sentence before.
func (t *trial) matter() matter {
	var m matter
	s := t.own.scan()
	sentence := t.d.Clauses[t.clause].Sentence
	for i := s.first[sentence]; i < s.first[sentence+1]; i++ {
		if c := &t.d.Clauses[i]; i == t.clause || t.extent.Contains(c.Head) {
			m.addWords(c.Terms)
			for _, role := range c.Roles {
				m.addRole(t, role)
			}
		}
	}
	m.addWords(strings.Fields(t.core()))
	m.addWords(t.gist.around)
	return m
}

func (m *matter) addWords(words []string) {
	for _, word := range words {
		m.add(stem(word), says(word))
	}
}

func (m *matter) addRole(t *trial, role digest.Role) {
	if role.Entity == rashomon.None {
		return
	}
	if noun := t.own.scan().nounOf(role); noun != "" {
		m.add(stem(noun), says(noun))
	}
	if party := t.own.g.Party(t.d.Document, role.Entity); party != rashomon.None {
		m.add(partyKey(party), 1)
		m.names = append(m.names, partyKey(party))
		for word := range strings.FieldsSeq(strings.ToLower(nameOf(t.d.Entities[role.Entity]))) {
			m.names = append(m.names, stem(word))
		}
	}
}

func (m *matter) add(key string, weight float64) {
	if weight > 0 && !slices.Contains(m.keys, key) {
		m.keys, m.weights = append(m.keys, key), append(m.weights, weight)
	}
}

func partyKey(party int) string { return "@" + strconv.Itoa(party) }

// says tells how much it says that a word is there, from 0 to 1: the rarer in English, the more.
func says(word string) float64 {
	vectors, err := network.EnglishVectors()
	if err != nil || inClass("slight", word) || inClass("being", word) {
		return 0 // or a damaged binary: whoever reads documents has said so
	}
	return vectors.Rarity(word)
}

// A mention of a key of a matter stands in a sentence.
type mention struct {
	key      string
	sentence int
}

func compareMentions(a, b mention) int {
	return cmp.Or(strings.Compare(a.key, b.key), cmp.Compare(a.sentence, b.sentence))
}

// mentions returns what the sentences of an account hold, sorted: stems of words and parties, each once in a sentence.
func (a *account) mentions() []mention {
	s := a.scan()
	if s.mentions == nil {
		s.mentions = make([]mention, 0, 16*len(s.d.Sentences))
		for i := range s.d.Sentences {
			for _, term := range s.d.Sentences[i].Terms {
				s.mentions = append(s.mentions, mention{stem(term), i})
			}
		}
		for i, entity := range s.d.Entities {
			if party := a.g.Party(s.d.Document, i); party != rashomon.None {
				for _, m := range entity.Mentions {
					if at := s.sentenceAt(m.Extent.Start); at < len(s.d.Sentences) {
						s.mentions = append(s.mentions, mention{partyKey(party), at})
					}
				}
			}
		}
		slices.SortFunc(s.mentions, compareMentions)
		s.mentions = slices.Compact(s.mentions)
	}
	return s.mentions
}

// A hearing is how much the sentences of an account have to do with a matter.
type hearing struct {
	matter matter
	scarce []float64 // of each key: how much it says in this account, the less the more sentences hold it
	whole  float64   // the sum of it
	held   [][]int   // of each sentence: the keys that it holds
	sums   []float64 // of each sentence: the sum of what they say
}

// hear returns how much the sentences of an account have to do with a matter, and false where none has anything.
func (m matter) hear(a *account) (h hearing, has bool) {
	d := a.scan().d
	h = hearing{
		matter: m, scarce: make([]float64, len(m.keys)), held: make([][]int, len(d.Sentences)), sums: make([]float64, len(d.Sentences)),
	}
	mentions := a.mentions()
	for i, key := range m.keys {
		from, _ := slices.BinarySearchFunc(mentions, mention{key, 0}, compareMentions)
		to, _ := slices.BinarySearchFunc(mentions, mention{key, len(d.Sentences)}, compareMentions)
		h.scarce[i] = m.weights[i] / math.Sqrt(float64(max(1, to-from)))
		h.whole += h.scarce[i]
		for _, mention := range mentions[from:to] {
			h.held[mention.sentence] = append(h.held[mention.sentence], i)
			h.sums[mention.sentence] += h.scarce[i]
			has = true
		}
	}
	return h, has
}

// isBare reports whether nothing is common to a sentence and the matter but parties.
func (h hearing) isBare(sentence int) bool {
	return !slices.ContainsFunc(h.held[sentence], func(key int) bool { return !h.matter.isName(key) })
}

func (m matter) isName(key int) bool { return slices.Contains(m.names, m.keys[key]) }
