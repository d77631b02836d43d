package code

import (
	"slices"
	"strings"
)

// An index finds values by the forms of words. A form may stand for several values.
type index[V comparable] struct {
	groups map[string][]group[V]
	reach  map[string]int // by the first word of a key: the words of the longest such key
	most   int            // the words of the longest key
}

// A group is the values of one form.
type group[V comparable] struct {
	form   string // the key with its capitals
	values []V
}

func newIndex[V comparable](forms int) index[V] {
	return index[V]{groups: make(map[string][]group[V], forms), reach: make(map[string]int, forms/2)}
}

// put adds a form of a value, unless it is there.
func (x *index[V]) put(form string, value V) {
	var k key
	k.add(form)
	cased := string(k.cased[:k.length])
	lower := cased
	if string(k.lower[:k.length]) != cased {
		lower = string(k.lower[:k.length])
	}
	groups := x.groups[lower]
	at := slices.IndexFunc(groups, func(g group[V]) bool { return g.form == cased })
	if at < 0 {
		at, groups = len(groups), append(groups, group[V]{form: cased})
		x.groups[lower] = groups
	}
	if !slices.Contains(groups[at].values, value) {
		groups[at].values = append(groups[at].values, value)
	}
	x.extend(k.first(), k.words())
	if owner, _, owns := strings.Cut(form, "'"); owns { // texts are cut there: "People 's Republic"
		var first key
		first.add(owner)
		x.extend(first.first(), k.words())
	}
}

// extend notes that a key of so many words begins with a word.
func (x *index[V]) extend(first []byte, words int) {
	if x.reach[string(first)] < words {
		x.reach[string(first)] = words
	}
	x.most = max(x.most, words)
}

// find returns the values of the longest form at the beginning of the words and how many of them it takes, or 0.
func (x *index[V]) find(words []string) (values []V, length int) {
	var k key
	reach := 0
	for i, word := range words {
		added := k.add(word)
		if i == 0 {
			reach = x.reach[string(k.first())]
		}
		if k.full || k.words() > reach {
			break
		}
		if !added || startsWithApostrophe(word) { // "Libyan's" is not "Libyans"
			continue
		}
		if found := x.get(&k); found != nil {
			values, length = found, i+1
		}
	}
	return values, length
}

// findAtEnd returns the values of the longest form at the end of the words and how many of them it takes, or 0.
func (x *index[V]) findAtEnd(words []string) ([]V, int) {
	window := 2 * x.most // a hyphen between every two words
	for first := max(0, len(words)-window); first < len(words); first++ {
		if values, length := x.find(words[first:]); length > 0 && first+length == len(words) {
			return values, length
		}
	}
	return nil, 0
}

// get returns the values of a key, if the text has a capital wherever the form has one: "US" is not "us", and "turkey"
// is not "Turkey".
func (x *index[V]) get(k *key) []V {
	for _, group := range x.groups[string(k.lower[:k.length])] {
		if hasCapitals(k.cased[:k.length], group.form) {
			return group.values
		}
	}
	return nil
}

func hasCapitals(text []byte, form string) bool {
	for i := range len(form) {
		if 'A' <= form[i] && form[i] <= 'Z' && text[i] != form[i] {
			return false
		}
	}
	return true
}
