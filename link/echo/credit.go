package echo

import (
	"cmp"
	"fmt"
	"slices"

	"rashomon"
)

// citing tells how a sentence of one account names the publisher of another.
type citing struct {
	likeness
	says bool // something is laid to the publisher
	name string
}

// A stemmed is a word of the name of a credit.
type stemmed struct {
	stem   uint32
	credit int32
}

func compareStemmed(x, y stemmed) int {
	return cmp.Or(cmp.Compare(x.stem, y.stem), cmp.Compare(x.credit, y.credit))
}

// readCiting finds the words of the names that a text cites and of its publishers', up to where derived words part.
func (a *account) readCiting() {
	for i, c := range a.credits {
		for _, stem := range c.stems {
			a.citing = append(a.citing, stemmed{stem, int32(i)})
		}
	}
	slices.SortFunc(a.citing, compareStemmed)
	for _, publisher := range a.publishers {
		for _, token := range append(slices.Clone(publisher.tokens), publisher.name.acronym(), publisher.acronym) {
			if token != "" {
				a.cited = append(a.cited, stemHash(token))
			}
		}
		for _, kind := range publisher.kinds {
			a.cited = append(a.cited, kindHash(kind))
		}
	}
	slices.Sort(a.cited)
	a.cited = slices.Compact(a.cited)
}

// mayCite returns the credits of an account whose names share a word with a publisher of another, in order.
func (a *account) mayCite(origin *account) []int32 {
	var out []int32
	rest, words := a.citing, origin.cited
	for len(rest) > 0 && len(words) > 0 {
		switch stem := rest[0].stem; {
		case stem < words[0]:
			rest = rest[1:]
		case words[0] < stem:
			words = words[1:]
		default:
			out, rest = append(out, rest[0].credit), rest[1:]
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// citings returns, by sentence, how an account names the publishers of another.
func (a *account) citings(origin *account) map[int]citing {
	var out map[int]citing
	for _, i := range a.mayCite(origin) {
		credit := &a.credits[i]
		if credit.own && a.day(origin) <= origin.day(a) {
			continue // it speaks of what it published before
		}
		for j := range origin.publishers {
			like := credit.isPublisher(&origin.publishers[j])
			if like == unlike {
				continue
			}
			if out == nil {
				out = map[int]citing{}
			}
			old := out[credit.sentence]
			if like > old.likeness || like == old.likeness && !old.says {
				out[credit.sentence] = citing{like, credit.says, credit.text}
			}
		}
	}
	return out
}

// credited returns links for the sentences of an account that lay to another one's publisher what that one tells.
func credited(a, origin *account) []link {
	var links []link
	citings := a.citings(origin)
	if len(citings) == 0 {
		return nil
	}
	rests := false
	for sentence := range a.tellings {
		how, cited := citings[sentence]
		if cited && how.isStatement() {
			rests = true
		}
		if !cited {
			how, cited = a.published(sentence, citings)
		}
		if !cited || !a.tells(sentence) {
			continue
		}
		nearest := origin.nearestSaid(&a.tellings[sentence])
		for at := range origin.tellings {
			s := origin.tellings[at].share(&a.tellings[sentence])
			if how.gives(a, sentence, origin, at, nearest, s) {
				links = append(links, link{
					a: origin.passage(at), b: a.passage(sentence), kind: rashomon.EchoSharedSource, rule: how.rule(),
					reason: fmt.Sprintf("The one names the other's publisher, %q, and tells what it tells.", how.name),
					score:  min(0.9, 0.5+float64(s.weight())/10), weak: true, origin: origin.Document,
				})
			}
		}
	}
	if rests && a.day(origin) >= origin.day(a) {
		links = append(links, restsOn(a, origin)...)
	}
	if knows(citings) && (a.day(origin) >= origin.day(a) || a.moment == "") {
		links = append(links, figuresOf(a, origin)...)
	}
	return links
}

// gives reports whether a citing sentence gives what a sentence of the publisher's text tells, which shares so much
// with it: the one that shares most, one beside it, or one that has rare words or a run of words with it.
func (c citing) gives(a *account, sentence int, origin *account, at, nearest int, s shared) bool {
	if at == nearest && c.carries(s) {
		return true
	}
	if !origin.tells(at) || c.likeness < bare {
		return false
	}
	beside := at+1 == nearest || at-1 == nearest
	return origin.hasRun(at, a, sentence) ||
		c.says && (beside && s.terms >= 2 || shareRare(&a.tellings[sentence], a, &origin.tellings[at], origin))
}

// published returns how the two sentences before one name a publisher, if the sentence or they speak of publishing.
func (a *account) published(sentence int, citings map[int]citing) (citing, bool) {
	for before := sentence - 1; before >= max(0, sentence-2); before-- {
		how, cited := citings[before]
		if !cited || how.likeness != full || how.says {
			continue
		}
		for at := before; at <= sentence; at++ {
			if a.tellings[at].publishing {
				return how, true
			}
		}
	}
	return citing{}, false
}

// isStatement reports whether it is sure that something is laid to the publisher.
func (c citing) isStatement() bool { return c.likeness == full && c.says }

// ruleStatement is the rule of what is laid to a publisher in words of saying.
const ruleStatement = "credit/statement"

func (c citing) rule() string {
	if c.says {
		return ruleStatement
	}
	return "credit/mention"
}

// leastRare is how many words a sentence that lays something to a publisher and one of the publisher's must share that
// are rare in both texts, and mostSentences in how many sentences of a text a rare word may stand.
const leastRare, mostSentences = 2, 2

// shareRare reports whether two sentences share words that are rare in their accounts.
func shareRare(t *telling, a *account, u *telling, b *account) bool {
	n := 0
	for _, term := range t.terms {
		if contains(u.terms, term) {
			n += oneIf(a.isRare(term)) + oneIf(b.isRare(term))
		}
	}
	return n >= 2*leastRare
}

// isRare reports whether a word stands in few sentences of an account.
func (a *account) isRare(term int32) bool {
	sentences := 0
	for i := range a.tellings {
		sentences += oneIf(contains(a.tellings[i].terms, term))
	}
	return sentences <= mostSentences
}

func oneIf(is bool) int {
	if is {
		return 1
	}
	return 0
}

// carries reports whether what a citing sentence shares with one of the publisher's text is enough. The less surely the
// publisher is cited, the more must be shared.
func (c citing) carries(s shared) bool {
	switch {
	case c.isStatement():
		return s.exact() > 0 || s.weight() >= 3 && s.terms > 0
	case c.likeness == full:
		return s.exact() > 0 || s.weight() >= 4 && s.terms > 1
	case c.says:
		return s.exact() > 0 || s.terms > 1
	}
	return s.exact() > 0 && s.weight() >= 3
}

// nearest returns the sentence of an account that shares most with a telling, and what it shares; -1 where none shares
// anything.
func (a *account) nearest(t *telling) (int, shared) {
	at, most := -1, shared{}
	for i := range a.tellings {
		if s := a.tellings[i].share(t); a.tells(i) && s.weight() > most.weight() {
			at, most = i, s
		}
	}
	return at, most
}

// nearestSaid returns the sentence of an account that shares most with a telling that names its publisher, -1 where
// none shares anything. Names count half, for the publisher's own stands in many sentences.
func (a *account) nearestSaid(t *telling) int {
	at, most := -1, 0
	for i := range a.tellings {
		s := a.tellings[i].share(t)
		if weight := 2*s.weight() - min(2, s.names); a.tells(i) && s.terms+s.exact() > 0 && weight > most {
			at, most = i, weight
		}
	}
	return at
}

// closeness is how much two sentences share, at the least, of which one is taken to rest on the other in an account
// that lays other things to the other's publisher.
const closeness = 4

// restsOn returns links between sentences of an account and of one whose publisher it cites elsewhere: what it takes
// from there it need not credit each time. What it lays to somebody else does not come from there.
func restsOn(a, origin *account) []link {
	var links []link
	for i := range a.tellings {
		if !a.tells(i) || a.Sentences[i].Statement != rashomon.None {
			continue
		}
		t := &a.tellings[i]
		if !t.exact() || len(t.terms) < 2 {
			continue
		}
		at, s := origin.nearest(t)
		if at < 0 || s.weight() < closeness || s.names+s.exact() == 0 || s.terms < 2 {
			continue
		}
		if back, _ := a.nearest(&origin.tellings[at]); back != i {
			continue
		}
		links = append(links, link{
			a: origin.passage(at), b: a.passage(i), kind: rashomon.EchoSharedSource, rule: "credit/elsewhere",
			reason: "The one tells what the other tells, and cites the other's publisher elsewhere.",
			score:  min(0.8, 0.4+float64(s.weight())/20), weak: true, origin: origin.Document,
		})
	}
	return links
}
