package figure

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rashomon"
	"rashomon/digest"
)

// A scope is how much of what happened a figure counts.
type scope struct {
	whole  bool   // it says that it counts all there is: "in the whole country"
	alone  bool   // it says that it counts a part: "in the capital alone"
	narrow string // why it need not be all there is, though it does not say so; "" for nothing
	group  string // of persons: "children"
	people string // whose they are, as an adjective before them tells: "Osternian" in "two Osternian soldiers"
	place  int    // party, or None
	where  string // the place in the text's words
	period period
	until  int // the day of publication, after which it counts nothing; 0 where not known
	soFar  bool
}

func (r *reader) scopeOf(a *answer) scope {
	d, q := r.d, &r.d.Quantities[a.quantity]
	s := scope{
		place: rashomon.None, period: r.periodOf(q, r.nextOfKind(a.quantity)), until: published(d),
		group: groupOf(a, q, nearest(r.behind(a.quantity))), narrow: r.narrowness(a, q), whole: r.isMarked(a.quantity,
			isWholeAt), alone: r.isMarked(a.quantity, isAloneAt),
		soFar:  anyOf("so far", r.words(q.Sentence)),
		people: peopleIn(d.Text[q.Extent.End:max(q.Extent.End, d.Sentences[q.Sentence].Extent.End)]),
	}
	s.whole = s.whole && !s.alone
	if s.group != "" && known().words.Has("part reason", strings.ReplaceAll(s.narrow, " ", "_")) {
		s.narrow = "" // the group is the part: "thirteen of them civilians"
	}
	for _, i := range r.clausesIn[q.Sentence] {
		for _, role := range d.Clauses[i].Roles {
			if s.place == rashomon.None && known().words.Has("in a place", role.Preposition) && r.isPlace(role.Entity) {
				s.place, s.where = r.g.Party(d.Document, role.Entity), d.Quote(role.Extent)
			}
		}
	}
	return s
}

// isPlace reports whether an entity is a place or building with a name.
func (r *reader) isPlace(entity int) bool {
	if entity == rashomon.None || !r.named[entity] {
		return false
	}
	t := r.d.Entities[entity].Type
	return t == rashomon.EntityPlace || t == rashomon.EntityFacility
}

// isMarked reports whether a sentence has words that speak of a whole, or of a part alone, and a figure is the one of
// the sentence that stands nearest to them.
func (r *reader) isMarked(quantity int, marks func(words []string, i int) bool) bool {
	q := &r.d.Quantities[quantity]
	words := r.words(q.Sentence)
	for i := range words {
		if !marks(words, i) {
			continue
		}
		extent := r.d.Sentences[q.Sentence].Extent
		_, starts := splitAt(r.d.Quote(extent))
		if r.nearestFigure(q.Sentence, extent.Start+starts[i]) == quantity {
			return true
		}
	}
	return false
}

// nearestFigure returns the figure of a sentence that stands nearest to a byte, and counts no places.
func (r *reader) nearestFigure(sentence, at int) int {
	nearest, distance := rashomon.None, 0
	for _, i := range r.figuresIn[sentence] {
		e := r.d.Quantities[i].Extent
		if known().words.Has("area", noun(&r.d.Quantities[i])) {
			continue
		}
		if away := max(e.Start-at, at-e.End); nearest == rashomon.None || away < distance {
			nearest, distance = i, away
		}
	}
	return nearest
}

func isAloneAt(words []string, i int) bool { return known().words.Has("alone", words[i]) }

// isWholeAt reports whether a word speaks of a whole: one for all, with a noun of what is whole soon behind it, or by
// itself as in "in all" and "both hospitals together".
func isWholeAt(words []string, i int) bool {
	word := words[i]
	if !known().words.Has("whole", word) {
		return false
	}
	switch {
	case i == 0:
	case words[i-1] == "in" && (word == "all" || word == "total"),
		words[i-1] == "the" && i+1 < len(words) && words[i+1] == "of": // "in the whole of the north"
		return true
	}
	if word == "together" {
		return slices.Contains(words[max(0, i-3):i], "both")
	}
	next := words[i+1 : min(len(words), i+4)]
	return anyOf("area", next) || anyOf("works", next[:min(1, len(next))])
}

// isWhole reports whether words speak of a whole.
func isWhole(words []string) bool {
	for i := range words {
		if isWholeAt(words, i) {
			return true
		}
	}
	return false
}

// groupOf returns the group of persons that a figure counts apart, or "". Those of a whole that is told, and those who
// strike, are no group.
func groupOf(a *answer, q *digest.Quantity, behind []string) string {
	if a.of > 0 && !a.isPart || a.question != nil && a.question.key == "strikers" {
		return ""
	}
	if len(behind) > 2 && behind[0] == "of" && known().words.Has("own", behind[1]) &&
		known().words.Has("national", behind[2]) {
		return "citizens"
	}
	if len(behind) > 1 && behind[0] == "of" { // "four of them were children"
		behind = behind[min(len(behind), 2):]
	}
	for _, word := range append(counted(q), behind[:min(len(behind), 3)]...) {
		if group := known().groups[word]; group != "" && group != everybody {
			return group
		}
	}
	if words := counted(q); a.question != nil && a.question.persons && slices.ContainsFunc(words, hasName) {
		return strings.Join(words, " ")
	}
	return ""
}

// everybody is the group of nouns that count persons of any kind.
const everybody = "everybody"

// hasName reports whether the words of what is counted name a people or party: "African men".
func hasName(lemma string) bool { return strings.ContainsFunc(lemma, unicode.IsUpper) }

// narrowness tells why a figure need not count all there is.
func (r *reader) narrowness(a *answer, q *digest.Quantity) string {
	rest := r.afterFigure(q)
	switch {
	case len(rest) > 1 && rest[0] == "of" && (known().words.Has("part", rest[1]) && !r.isOfAllThere(a) ||
		rest[1] == "the" && len(rest) > 2 && (isAnswer(rest[2]) || a.of > 0 && a.of <= smallestWhole && a.question != nil && a.question.persons)):
		return "counts a part of a number told before"
	case r.isWherePartLies(q):
		return "is told of one house of several"
	case r.isOfDoers(a, q):
		return "counts those who did one thing"
	case a.isPart:
		return "is told as a part of another number"
	case len(rest) > 0 && known().words.Has("added", rest[0]) || r.isAdded(q):
		return "is added to a number told before"
	case r.isOfTheRest(q):
		return "counts others than those told before"
	case countsOneSide(r.before(q)):
		return oneSide
	case a.question != nil && r.isUpToHour(q):
		return upToHour
	case r.isOwnPlace(q):
		return "is told of one's own place"
	case r.isThere(q):
		return "is told of one place"
	case a.noun == "" && r.isAll(q):
		return "counts all of those told of before"
	case r.isLeft(q):
		return "counts those who are left"
	case strings.Contains(q.Of, "other") && !r.addsToNamed(q):
		return "counts others than those told before"
	case a.question != nil && grows(a) && (r.hasAgent(a.quantity) || slices.Contains(rest[:min(len(rest), 4)], "with")):
		return "counts those of one kind"
	case a.question != nil && known().words.Has("registers", q.Predicate) && !a.borrowed &&
		!isWhole(r.split(q.Clause)):
		return bySomebody
	}
	return ""
}

// Why a figure that tells all that was known then need not count all there is.
const (
	upToHour   = "counts up to an hour"
	bySomebody = "is what somebody counted"
)

// ofThem returns the question that a figure answers of a group of those whom the figures before it count, or nil: "twenty-three are
// dead. Four of them were children".
func (r *reader) ofThem(a *answer) *question {
	words := r.behind(a.quantity)
	if a.noun != "" || len(words) < 2 || words[0] != "of" || !known().words.Has("part", words[1]) {
		return nil
	}
	for _, word := range words[2:min(len(words), 5)] {
		if group := known().groups[word]; group != "" && group != everybody {
			if before := r.lastAsked(a); before != nil && before.question.persons && before.value() >= a.value() {
				return before.question
			}
		}
	}
	return nil
}

// isOfAllThere reports whether "of them" behind a figure speaks of all who were there, whom the text has counted before:
// "seventeen people were underground. Five of them are dead".
func (r *reader) isOfAllThere(a *answer) bool {
	if a.question == nil || known().words.Has("states", a.question.key) {
		return false
	}
	for _, before := range slices.Backward(r.answers) {
		if a.sentence-before.sentence > farthestLoan {
			return false
		}
		if before.state != "" || before.question != nil && known().words.Has("being there", before.question.key) {
			return true
		}
		if before.question != nil {
			return false
		}
	}
	return false
}

// isOfDoers reports whether a figure counts by a noun of those who answer its question, of whom it tells that they did
// something else: "sixty strikers laid down their placards".
func (r *reader) isOfDoers(a *answer, q *digest.Quantity) bool {
	at, found := r.clauses[a.quantity]
	if !found || a.question == nil || r.role[a.quantity].Relation != "nsubj" || a.of > 0 {
		return false
	}
	c := &r.d.Clauses[at]
	if strings.HasPrefix(c.Predicate, "be ") || slices.ContainsFunc(phrases(c, c.Negated), func(phrase string) bool {
		return len(known().readings[roleSubject][phrase]) > 0
	}) {
		return false
	}
	return slices.ContainsFunc(nearest(r.behind(a.quantity)), func(word string) bool {
		readings := known().readings[roleForm][word]
		return len(readings) > 0 && readings[0].question == a.question && strings.HasPrefix(word, a.noun) && a.noun != ""
	})
}

// isLeft reports whether a figure counts those who are left, by a word soon before or behind it.
func (r *reader) isLeft(q *digest.Quantity) bool {
	near := r.before(q)
	near = near[max(0, len(near)-nearLeft):]
	rest := r.afterFigure(q)
	if i := slices.IndexFunc(rest, func(word string) bool { return known().words.Has("sign", word) }); i >= 0 {
		rest = rest[:i]
	}
	return len(rest) > 0 && (anyOf("left", near) || anyOf("left", rest))
}

// nearLeft is how many words before a figure may tell that it counts those who are left: "there are still about forty".
const nearLeft = 3

// isWherePartLies reports whether a figure is told of a house to which the counted are brought, before another figure: "six died
// at the infirmary and three at home".
func (r *reader) isWherePartLies(q *digest.Quantity) bool {
	figures := r.figuresIn[q.Sentence]
	next := slices.IndexFunc(figures, func(i int) bool { return r.d.Quantities[i].Extent.Start > q.Extent.End })
	if next < 0 {
		return false
	}
	between := split(r.d.Text[q.Extent.End:r.d.Quantities[figures[next]].Extent.Start])
	return slices.ContainsFunc(between, func(word string) bool { return known().words.Has("house", word) })
}

// isUpToHour reports whether the sentence of a figure counts up to an hour of the day: "by midnight".
func (r *reader) isUpToHour(q *digest.Quantity) bool {
	return slices.ContainsFunc(r.timesIn[q.Sentence], func(i int) bool {
		t := &r.d.Timexes[i]
		before := strings.ToLower(strings.TrimSpace(r.d.Text[max(0, t.Extent.Start-len(" by ")):t.Extent.Start]))
		return t.Type == rashomon.TimexTime && strings.HasSuffix(before, "by")
	})
}

// isOwnPlace reports whether the sentence of a figure tells of the place of whoever speaks: "in our three villages".
func (r *reader) isOwnPlace(q *digest.Quantity) bool {
	words := r.split(q.Clause)
	for i := 1; i < len(words); i++ {
		if known().words.Has("own", words[i]) && known().words.Has("in a place", words[i-1]) &&
			!anyOf("records", words[i+1:min(len(words), i+3)]) {
			return true
		}
	}
	return false
}

// isThere reports whether the clause of a figure tells of a place that stands before: "four died there".
func (r *reader) isThere(q *digest.Quantity) bool {
	rest := r.afterFigure(q)
	at := slices.Index(rest, "there")
	return at > 0 && !slices.ContainsFunc(rest[:at], func(word string) bool { return known().words.Has("sign", word) })
}

// oneSide tells why a figure of losses says nothing of all.
const oneSide = "counts the losses of one side"

// countsOneSide reports whether the words before a figure tell whose losses it counts: "our losses are", "the enemy
// lost".
func countsOneSide(before []string) bool {
	for i := 1; i < len(before); i++ {
		if known().words.Has("losses", before[i]) && known().words.Has("one side", before[i-1]) {
			return true
		}
	}
	return false
}

// isAdded reports whether the word before a figure adds it to one told before: "another 40".
func (r *reader) isAdded(q *digest.Quantity) bool {
	words := r.untilFigure(q)
	return len(words) > 0 && known().words.Has("added before", words[len(words)-1])
}

// isOfTheRest reports whether a figure counts those that others before it leave: "eight were shot; the other three were killed".
func (r *reader) isOfTheRest(q *digest.Quantity) bool {
	words := r.untilFigure(q)
	n := len(words)
	return n > 1 && words[n-2] == "the" && known().words.Has("rest before", words[n-1])
}

// isOutdated reports whether the words before a figure call it one that was told before: "an earlier figure of 27".
func isOutdated(before []string) bool {
	n := len(before)
	return n > 2 && (before[n-1] == "of" || before[n-1] == "at") && known().words.Has("number of something", before[n-2]) &&
		known().words.Has("outdated", before[n-3])
}

// hasAgent reports whether the clause of a figure tells by what the counted were hit: "killed by rifle bullets".
func (r *reader) hasAgent(i int) bool {
	at, found := r.clauses[i]
	return found && slices.ContainsFunc(r.d.Clauses[at].Roles, func(role digest.Role) bool {
		isAgent := role.Relation == "obl:agent" || r.d.Clauses[at].Passive && role.Preposition == "by"
		return isAgent && role.Timex == rashomon.None
	})
}

// isAnswer reports whether a word tells what a figure counts by itself: "the dead".
func isAnswer(word string) bool {
	_, found := known().readings[roleForm][word]
	return found
}

// peopleIn returns the adjective with a capital that stands before the noun of a figure: "two wounded Osternian soldiers". The text is
// what stands behind the figure.
func peopleIn(text string) string {
	words := strings.Fields(text)
	for i := 0; i+1 < min(len(words), mostBeforeNoun); i++ {
		word := strings.TrimRight(words[i], ",.;:")
		if first, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(first) {
			if word != words[i] || known().words.Has("end of a figure", word) {
				return ""
			}
			continue
		}
		if next, _ := utf8.DecodeRuneInString(words[i+1]); word == words[i] && unicode.IsLower(next) &&
			!known().words.Has("end of a figure", words[i+1]) {
			return word
		}
		return ""
	}
	return ""
}

// mostBeforeNoun is how many words stand behind a figure at most up to its noun.
const mostBeforeNoun = 4
