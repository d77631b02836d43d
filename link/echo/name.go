package echo

import (
	"slices"
	"strings"
	"unicode"

	"rashomon"
)

// A name is what somebody is called, in words that can be set beside another name.
type name struct {
	text   string   // for people
	tokens []string // without function words; of a state's title at the end nothing is kept
	head   string   // "ministry" of "Ministry of the Interior", "watch" of "Charter Watch"
	named  bool     // a proper name, not a noun
	person bool
}

// A cited is a name that a text cites.
type cited struct {
	name
	speaker *name    // "the League" of "the League's paper"
	stems   []uint32 // hashes of what its words begin with
	kinds   []string // of outlet that it may be, if it is a noun
}

func newCited(n name) *cited {
	c := &cited{name: n}
	c.speaker = c.withoutPaper()
	c.stems = make([]uint32, 0, len(n.tokens))
	for _, token := range n.tokens {
		c.stems = append(c.stems, stemHash(token))
	}
	if !n.named {
		c.kinds = words().kinds[n.head]
		for _, kind := range c.kinds {
			c.stems = append(c.stems, kindHash(kind))
		}
	}
	return c
}

// kindHash returns a hash of a kind of outlet, which no word has.
func kindHash(kind string) uint32 { return uint32(hashOf("=" + kind)) }

// isPublisher tells how surely a name that a text cites is that of a publisher.
func (c *cited) isPublisher(of *publisher) likeness {
	like := c.speaker.is(of)
	if like == unlike && !of.person && slices.ContainsFunc(c.kinds, of.isOf) {
		return kindred
	}
	return like
}

func (of *publisher) isOf(kind string) bool { return slices.Contains(of.kinds, kind) }

// stemHash returns a hash of what words of one stem begin with.
func stemHash(token string) uint32 { return uint32(hashOf(token[:min(len(token), stem)])) }

// prepositions end the part of a name that holds its head.
var prepositions = []string{"of", "for", "in", "at", "on", "who", "which", "that", "from", "to"}

func newName(text string, named, person bool) name {
	n := name{text: text, named: named, person: person}
	behind := false
	for _, w := range split(text) {
		switch {
		case words().classes.Has("state", w.form) && behind:
			return n
		case slices.Contains(prepositions, w.form):
			behind = behind || n.head != ""
		case !words().classes.Has("function", w.form):
			n.tokens = append(n.tokens, w.form)
			if !behind {
				n.head = w.form
			}
		}
	}
	return n
}

// withoutCompany returns "Orlo Coal" for "Orlo Coal Holding": nobody cites what kind of company it is.
func (n name) withoutCompany() name {
	if last := len(n.tokens) - 1; n.named && last >= 2 && n.head == n.tokens[last] && words().classes.Has("company", n.head) {
		n.tokens, n.head = n.tokens[:last], n.tokens[last-1]
	}
	return n
}

// A likeness tells how surely one name is another.
type likeness int

const (
	unlike  likeness = iota
	kindred          // a noun for what kind of outlet it is, "a foreign wire"
	bare             // the head alone, "the ministry": enough for what agrees in more
	full
)

// withoutPaper returns "the League" for "the League's paper": who has a paper speaks through it.
func (n *name) withoutPaper() *name {
	if len(n.tokens) < 2 || !words().periodicals[n.head] || n.tokens[len(n.tokens)-1] != n.head {
		return n
	}
	speaker := *n
	speaker.tokens = n.tokens[:len(n.tokens)-1]
	speaker.head = speaker.tokens[len(speaker.tokens)-1]
	return &speaker
}

// A publisher is whom a text comes from.
type publisher struct {
	name
	short   name // without what kind of company it is
	acronym string
	kinds   []string // of outlet
}

func newPublisher(full name) publisher {
	short := full.withoutCompany()
	of := publisher{name: full, short: short, acronym: short.acronym()}
	for _, w := range split(full.text) {
		of.kinds = append(of.kinds, words().kindsOfName[w.form]...)
	}
	return of
}

// is tells how surely a name that a text cites, of a paper the name of whose it is, is that of a publisher.
func (cited *name) is(of *publisher) likeness {
	publisher := &of.short
	if len(cited.tokens) == 0 || len(publisher.tokens) == 0 {
		return unlike
	}
	if cited.named && len(cited.tokens) == 1 && cited.tokens[0] == of.acronym {
		return full
	}
	shared, head := 0, false
	for _, token := range publisher.tokens {
		if i := slices.IndexFunc(cited.tokens, func(t string) bool { return derived(t, token) }); i >= 0 {
			shared++
			head = head || token == publisher.head
		}
	}
	switch {
	case head && publisher.person && cited.named && cited.head == publisher.head:
		return full
	case publisher.person:
		return unlike
	case head && shared >= 2, head && shared == len(publisher.tokens) && cited.named && len(cited.tokens) <= 2:
		return full
	case head && shared == len(cited.tokens), cited.isFirstOf(publisher), !cited.named && shared > 0 && publisher.derives(cited.head):
		return bare
	}
	return unlike
}

// isFirstOf reports whether a name is the first of the two words of a publisher's: "Orlo" for "Orlo Coal".
func (n *name) isFirstOf(publisher *name) bool {
	return n.named && len(n.tokens) == 1 && len(publisher.tokens) == 2 && n.tokens[0] == publisher.tokens[0]
}

// derives reports whether a noun is of one stem with a word of the name: the inspectors of an office of inspection.
func (n *name) derives(noun string) bool {
	return slices.ContainsFunc(n.tokens, func(token string) bool { return derived(noun, token) })
}

// stem is how many letters two words must begin with alike to be taken for derived from each other: "inspector" and
// "inspection" share seven.
const stem = 6

func derived(a, b string) bool {
	if a == b {
		return true
	}
	shared := 0
	for shared < min(len(a), len(b)) && a[shared] == b[shared] {
		shared++
	}
	return shared >= stem && 2*shared >= max(len(a), len(b))
}

func (n name) acronym() string {
	if len(n.tokens) < 2 {
		return ""
	}
	var out strings.Builder
	for _, token := range n.tokens {
		for _, r := range token {
			out.WriteRune(r)
			break
		}
	}
	return out.String()
}

// same tells how surely two names in two texts are of one holder.
func (n *name) same(other *name) likeness {
	if n.head != other.head || n.head == "" || words().classes.Has("anybody", n.head) {
		return unlike
	}
	short, long := n, other
	if len(short.tokens) > len(long.tokens) {
		short, long = long, short
	}
	for _, token := range short.tokens {
		if !slices.Contains(long.tokens, token) {
			return unlike
		}
	}
	if len(short.tokens) >= 2 || n.named && other.named && n.person && other.person {
		return full
	}
	return bare
}

// isProper reports whether a text is written like a proper name: a word of it other than the first begins with a
// capital, or all do.
func isProper(text string) bool {
	for i, field := range strings.Fields(text) {
		if first := []rune(field)[0]; unicode.IsUpper(first) && (i > 0 || len(strings.Fields(text)) == 1) {
			return true
		}
	}
	return false
}

func isName(kind rashomon.MentionKind) bool { return kind == rashomon.MentionName }
