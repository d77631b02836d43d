package figure

import (
	"slices"
	"strings"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/digest"
)

// A reader draws the answers of one document. What stands in a sentence is found by the sentence, so that a long
// document costs no more a word than a short one.
type reader struct {
	g         *ground.Ground
	d         *digest.Digest
	clauses   map[int]int         // quantity -> the clause in which it is a role
	role      map[int]digest.Role // of a quantity in it
	clausesIn map[int][]int       // by sentence
	timesIn   map[int][]int
	figuresIn map[int][]int
	wordsIn   map[rashomon.Extent][]string // see split
	told      map[int][]int                // happenings of the events of a sentence
	shares    map[int]bool                 // wholes that stand behind a share of them
	named     []bool                       // of each entity: a name stands for it
	byFigure  map[int]*answer
	answers   []*answer
}

func newReader(g *ground.Ground, d *digest.Digest) *reader {
	r := &reader{
		g: g, d: d, clauses: map[int]int{}, role: map[int]digest.Role{}, clausesIn: map[int][]int{}, timesIn: map[int][]int{},
		figuresIn: map[int][]int{},
		wordsIn:   map[rashomon.Extent][]string{},
		told:      map[int][]int{}, shares: map[int]bool{}, byFigure: map[int]*answer{},
	}
	for i, clause := range d.Clauses {
		r.clausesIn[clause.Sentence] = append(r.clausesIn[clause.Sentence], i)
		for _, role := range clause.Roles {
			if _, taken := r.clauses[role.Quantity]; role.Quantity != rashomon.None && !taken {
				r.clauses[role.Quantity], r.role[role.Quantity] = i, role
			}
		}
	}
	for i, timex := range d.Timexes {
		r.timesIn[timex.Sentence] = append(r.timesIn[timex.Sentence], i)
	}
	for i, event := range d.Events {
		r.told[event.Sentence] = append(r.told[event.Sentence], g.Happening(d.Document, i))
	}
	for i := range d.Quantities {
		r.figuresIn[d.Quantities[i].Sentence] = append(r.figuresIn[d.Quantities[i].Sentence], i)
		if q := &d.Quantities[i]; q.PartOf != rashomon.None && isShareOf(d, q, &d.Quantities[q.PartOf]) {
			r.shares[q.PartOf] = true
		}
	}
	for i := range d.Entities {
		r.named = append(r.named, slices.ContainsFunc(d.Entities[i].Mentions, isName))
	}
	return r
}

// words returns the words of a sentence.
func (r *reader) words(sentence int) []string { return r.split(r.d.Sentences[sentence].Extent) }

// split returns the words of a stretch of the text, which must not be changed: a few are asked for again and again.
func (r *reader) split(e rashomon.Extent) []string {
	words, known := r.wordsIn[e]
	if !known {
		words = split(r.d.Quote(e))
		r.wordsIn[e] = words
	}
	return words
}

func isName(m digest.Mention) bool { return m.Kind == rashomon.MentionName }

// answersOf returns the figures of a document as answers, in the order of the text.
func answersOf(g *ground.Ground, document string) []*answer {
	return ground.Draw(g, drawnAnswers, document, func(d *digest.Digest) []*answer {
		countries(g, document) // who asks for one asks for all, and the digest is whole now
		parties(g, document)
		return newReader(g, d).read()
	})
}

func (r *reader) read() []*answer {
	for i := range r.d.Quantities {
		if a := r.answer(i); a != nil {
			r.answers = append(r.answers, a)
			r.byFigure[i] = a
		}
	}
	r.nobody()
	slices.SortStableFunc(r.answers, func(a, b *answer) int { return a.side.Extent.Start - b.side.Extent.Start })
	r.takeBack()
	for _, a := range r.answers {
		if a.rate > 0 {
			a.durations = r.durationsNear(a)
		}
	}
	markLone(r.answers)
	return r.answers
}

// answer returns the answer that a figure is, or nil.
func (r *reader) answer(i int) *answer {
	q := &r.d.Quantities[i]
	if q.Kind == rashomon.QuantityAge || r.shares[i] || r.isHour(i) || r.isNoClaim(i) || isOutdated(r.before(q)) || r.isRejected(q) || r.isAge(q) ||
		r.role[i].Preposition == "of" && r.isOutOf(q) {
		return nil
	}
	a := &answer{
		d: r.g.Head(r.d.Document), quantity: i, bounds: boundsOf(q), said: r.d.Quote(q.Extent), sentence: q.Sentence, terms: q.Terms,
		unit: q.Unit, noun: noun(q), predicate: q.Predicate, extent: q.Extent, until: r.d.Sentences[q.Sentence].Extent.End, vague: isVague(q),
		per: q.Per, written: q.Low, holder: r.holder(q.Statement),
	}
	if q.Qualifier == "over" && r.isNegated(q) {
		a.bounds.low, a.bounds.high = a.bounds.high*-1, a.bounds.low
		a.said = "not " + a.said
	}
	r.inUnit(a)
	a.side = r.side(q)
	a.parties, a.subject = r.partiesOf(q)
	a.happenings = r.happenings(q)
	a.doer = r.doer(i)
	if whole := r.brokenDown(a); whole != nil {
		a.question, a.isPart = whole.question, true
	} else {
		a.question = r.asked(i)
	}
	if a.question == nil {
		a.question = r.ofThem(a)
	}
	a.over, a.notOther = r.over(q), r.notOther(i)
	if a.question == nil {
		a.state = r.stateOf(a)
		a.question = onBoard(a.state)
		r.borrow(a)
	}
	if a.question == nil && a.state == "" {
		a.state = r.disputed(a)
	}
	a.each = anyOf("average", r.words(q.Sentence)) || saysEach(r.words(q.Sentence))
	if a.question == nil || !a.question.persons || a.each {
		a.rate = r.per(q)
	}
	r.measure(a)
	a.body = r.bodyOf(a)
	a.scope = r.scopeOf(a)
	if q.Kind == rashomon.QuantityRatio && a.of == 0 {
		return nil
	}
	return a
}

// holder returns the entity in whose words a statement is, or None.
func (r *reader) holder(statement int) int {
	if statement == rashomon.None {
		return rashomon.None
	}
	return r.d.Statements[statement].Holder
}

// saysEach reports whether words say that something holds for each of several times, not for each of those just named.
func saysEach(words []string) bool {
	for i, word := range words {
		named := i+2 < len(words) && words[i+1] == "of" && known().words.Has("part", words[i+2])
		if known().words.Has("each", word) && !named {
			return true
		}
	}
	return false
}

// brokenDown returns the answer of the same sentence that a figure breaks down, or nil: a smaller one without a noun,
// behind which a preposition stands ("seven died, five on the day and two in hospital").
func (r *reader) brokenDown(a *answer) *answer {
	words := r.behind(a.quantity)
	if a.noun != "" || len(words) == 0 || words[0] == "of" || !known().words.Has("breaks down", words[0]) {
		return nil
	}
	for _, whole := range slices.Backward(r.answers) {
		if whole.sentence != a.sentence {
			return nil
		}
		if whole.question != nil && !whole.isPart && whole.unit == a.unit && a.value() < whole.value() {
			return whole
		}
	}
	return nil
}

// isNegated reports whether the clause of a figure denies it, so that "more than 40" is at most 40.
func (r *reader) isNegated(q *digest.Quantity) bool {
	words := r.split(rashomon.Extent{Start: r.d.Sentences[q.Sentence].Extent.Start, End: q.Extent.Start})
	for i := len(words) - 1; i >= 0 && !known().words.Has("sign", words[i]); i-- {
		if known().words.Has("never", words[i]) || i > 0 && words[i-1] == "no" && known().words.Has("no time", words[i]) {
			return true
		}
	}
	return false
}

// isShareOf reports whether a figure and the whole that it is a part of stand together as a share: "212 of the 310".
func isShareOf(d *digest.Digest, part, whole *digest.Quantity) bool {
	if part.Extent.End > whole.Extent.Start || part.Sentence != whole.Sentence {
		return false
	}
	words := split(d.Text[part.Extent.End:whole.Extent.Start])
	return len(words) > 0 && words[0] == "of" && len(words) <= longestShare
}

// longestShare is how many words may join a part to its whole: "of all the".
const longestShare = 3

// isHour reports whether a figure without a noun is an hour that the time expressions have missed: "at six".
func (r *reader) isHour(i int) bool {
	q := &r.d.Quantities[i]
	p := r.role[i].Preposition
	return q.Kind == rashomon.QuantityCount && noun(q) == "" && q.Low != nil && *q.Low < 25 &&
		!known().words.Has("estimates", q.Predicate) && (p == "at" || p == "by" || p == "past" || p == "to") &&
		r.heading(i) == nil
}

// isAge reports whether a figure without a noun is somebody's age: "a boy of nineteen".
func (r *reader) isAge(q *digest.Quantity) bool {
	words := r.before(q)
	return len(words) > 2 && noun(q) == "" && q.Unit == "" && words[len(words)-1] == "of" && known().is("person", words[len(words)-2]) &&
		known().words.Has("one", words[len(words)-3])
}

// isNoClaim reports whether nobody says here that the figure is so: it is denied, foretold, or said to be possible.
func (r *reader) isNoClaim(i int) bool {
	q := &r.d.Quantities[i]
	if q.Statement != rashomon.None && known().words.Has("no claim", string(r.d.Statements[q.Statement].Act)) {
		return true
	}
	at, found := r.clauses[i]
	if !found {
		return false
	}
	c := &r.d.Clauses[at]
	if c.Relation == "xcomp" && c.Tense == digest.TenseNone &&
		slices.Contains(split(r.d.Text[c.Extent.Start:c.Head.Start]), "to") {
		return true
	}
	return c.Modal != "" || c.Mark == "if" || c.Negated && q.Qualifier == "" && !r.role[i].Negated &&
		!strings.HasPrefix(r.role[i].Relation, "nsubj")
}

// partiesOf returns the parties that have a part in the clause of a figure, sorted, and the one that is its subject or
// None.
func (r *reader) partiesOf(q *digest.Quantity) (parties []int, subject int) {
	subject = rashomon.None
	c := r.clauseOf(q)
	if c == nil {
		return nil, subject
	}
	for _, role := range c.Roles {
		if role.Entity == rashomon.None || !r.named[role.Entity] {
			continue
		}
		party := r.g.Party(r.d.Document, role.Entity)
		if party != rashomon.None {
			parties = append(parties, party)
		}
		if strings.HasPrefix(role.Relation, "nsubj") {
			subject = party
		}
	}
	slices.Sort(parties)
	return slices.Compact(parties), subject
}

// doer returns the lemma of the subject of the verb whose object a figure is, unless that one only counts or tells.
func (r *reader) doer(i int) string {
	at, found := r.clauses[i]
	if !found || r.role[i].Relation != "obj" {
		return ""
	}
	c := &r.d.Clauses[at]
	if known().words.Has("registers", c.Predicate) || known().words.Has("estimates", c.Predicate) {
		return ""
	}
	for _, role := range c.Roles {
		if role.Relation == "nsubj" && !known().words.Has("pronoun", role.Head) {
			return role.Head
		}
	}
	return ""
}

// side returns the words that a figure stands in with whose they are. Where no statement lays them to anybody, the
// subject of a verb that gives figures is their holder: "organisers spoke of 80,000".
func (r *reader) side(q *digest.Quantity) rashomon.Side {
	return r.d.Side(within(r.d, q.Clause, q.Extent), q.Statement)
}

// longestSide is how many bytes of a clause are shown, about three lines.
const longestSide = 360

// within cuts a clause that is too long to the words around its figure.
func within(d *digest.Digest, clause, figure rashomon.Extent) rashomon.Extent {
	if clause.Len() <= longestSide {
		return clause
	}
	cut := rashomon.Extent{
		Start: max(clause.Start, figure.Start-longestSide/2), End: min(clause.End, figure.End+longestSide/2),
	}
	if at := strings.IndexByte(d.Text[cut.Start:figure.Start], ' '); at >= 0 && cut.Start > clause.Start {
		cut.Start += at + 1
	}
	if at := strings.LastIndexByte(d.Text[figure.End:cut.End], ' '); at >= 0 && cut.End < clause.End {
		cut.End = figure.End + at
	}
	return cut
}

// noun returns the lemma of the noun that is counted: the last of the words that tell what, without the predicate.
func noun(q *digest.Quantity) string {
	words := counted(q)
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

// counted returns the lemmas of what is counted, without the predicate and without verbs that say what became of it.
func counted(q *digest.Quantity) []string {
	words := strings.Fields(q.Of)
	predicate, _, _ := strings.Cut(q.Predicate, " ")
	for n := len(words); n > 0 && (words[n-1] == predicate || known().words.Has("no noun", words[n-1])); n = len(words) {
		words = words[:n-1]
	}
	return words
}

// nextOfKind returns where the next figure of the sentence begins that counts the same kind of thing, or its end.
func (r *reader) nextOfKind(i int) int {
	q := &r.d.Quantities[i]
	end := r.d.Sentences[q.Sentence].Extent.End
	for j := i + 1; j < len(r.d.Quantities) && r.d.Quantities[j].Sentence == q.Sentence; j++ {
		if next := &r.d.Quantities[j]; next.Kind == q.Kind && next.PartOf != i && noun(next) != "" {
			return next.Extent.Start
		}
	}
	return end
}
