package happening

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rashomon"
	"rashomon/digest"
)

// titleLength is how long a title is at most, in bytes: one line of a terminal.
const titleLength = 80

// central is how many points it is worth to a title that its event is like the others of its happening more than any other is.
const central = 6

// title returns the words of the account that tells it most clearly and most like the others: in a clause that begins a sentence, with
// a verb, with the most parties and figures, each named by more than a pronoun, in few words, as early as can be. What is asked tells nothing. The edges are those
// between the events.
func (a *assembly) title(members []int32, edges []edge) string {
	likeness := map[int32]int{}
	for _, e := range edges {
		likeness[e.a] += int(e.probability)
		likeness[e.b] += int(e.probability)
	}
	most := 1
	for _, sum := range likeness {
		most = max(most, sum)
	}
	worth := func(i int32) int { return int(a.event(i).clarity) + central*likeness[i]/most }
	best := slices.MinFunc(members, func(x, y int32) int {
		return cmp.Or(cmp.Compare(worth(y), worth(x)), cmp.Compare(a.event(x).sentence, a.event(y).sentence), cmp.Compare(x, y))
	})
	return a.event(best).title.of(a.document(best).Text)
}

// clarity tells how well a title the clause of an event makes, of which the title is made.
func clarity(d *digest.Digest, event *digest.Event, title heading) int {
	points := 2*min(1, len(event.Actors)) + 2*min(1, len(event.Recipients)) + min(1, len(event.Quantities))
	if event.Verbal {
		points += 2
	}
	if event.Clause.Len() <= titleLength {
		points++
	}
	if event.Status == rashomon.StatusActual {
		points += 2
	}
	if first, _ := utf8.DecodeRuneInString(d.Quote(event.Clause)); unicode.IsUpper(first) { // it begins a sentence
		points += 3
	}
	words := d.Quote(title.clause.extent())
	isNamed := title.who != span{}
	if event.Verbal && !hasSubject(event) && !isNamed || isAsked(d, event.Clause) {
		points -= 6
	}
	if !isNamed && isLower(words) && question.MatchString(words) {
		points -= 2
	}
	if deictic.MatchString(words) {
		points--
	}
	if isNamed {
		points -= 2
	}
	return points - 4*min(1, pronouns(d, title.clause.extent()))
}

// hasSubject reports whether a clause says of whom or what it tells, as "and went in" does not.
func hasSubject(event *digest.Event) bool {
	return slices.ContainsFunc(event.Roles, func(r digest.Role) bool {
		return strings.HasPrefix(r.Relation, "nsubj") && event.Clause.Contains(r.Extent)
	})
}

// isAsked reports whether a clause ends in a question mark.
func isAsked(d *digest.Digest, clause rashomon.Extent) bool {
	return strings.HasSuffix(d.Quote(clause), "?") || strings.HasPrefix(d.Text[clause.End:], "?")
}

// pronouns counts those within a clause: of whom it tells is seen only by who reads what stands before it.
func pronouns(d *digest.Digest, clause rashomon.Extent) int {
	n := 0
	for _, e := range d.Entities {
		for _, m := range e.Mentions {
			if m.Kind == rashomon.MentionPronoun && clause.Contains(m.Extent) {
				n++
			}
		}
	}
	return n
}

// A heading is the stretches of a text that a title is made of: a clause and, where that says by a pronoun or not at all of whom it tells,
// whoever it tells of, in brackets: "[Two soldiers] sealed off the road".
type heading struct{ who, clause span }

// heading returns what the title of an event is made of: its clause but for what joins it to the one before ("and that the gates were
// raised"), as far as its subject tells where that ends.
func headingOf(d *digest.Digest, event *digest.Event) heading {
	clause, who, isRelative := event.Clause, rashomon.Extent{}, false
	for _, role := range event.Roles {
		if !strings.HasPrefix(role.Relation, "nsubj") {
			continue
		}
		name, isPronoun := named(d, role)
		if !isPronoun {
			name = role.Extent
		}
		joint := len(conjunction.FindString(d.Quote(clause)))
		switch gap := role.Extent.Start - clause.Start; {
		case !clause.Contains(role.Extent):
			isTold := event.Verbal && event.Status == rashomon.StatusActual // what denies it, or bids it, stands before the clause
			if isTold && gap < 0 && joint > 0 && name.Len() <= longestWho && who.Len() == 0 {
				who, clause.Start = name, clause.Start+joint
			}
		case gap > 0 && gap <= longestJoint && isLower(d.Text[clause.Start:]), gap == 0:
			clause.Start = role.Extent.Start
			if isPronoun {
				who, clause.Start = name, role.Extent.End
				isRelative = relative.MatchString(d.Quote(role.Extent))
			}
		}
	}
	if who.Len() == 0 && isLower(d.Text[clause.Start:]) {
		clause.Start += len(conjunction.FindString(d.Quote(clause)))
	}
	if clause.Start < clause.End && (who.Len() > 0 || hasSubject(event)) && !isRelative {
		clause.End = ended(d.Text, clause)
	}
	return heading{who: spanOf(who), clause: spanOf(clause)}
}

// named returns the first name, or else the first noun, by which a text speaks of whom a role of an event speaks of by a pronoun, and
// reports whether there is one.
func named(d *digest.Digest, role digest.Role) (rashomon.Extent, bool) {
	if role.Entity == rashomon.None {
		return role.Extent, false
	}
	var name, noun rashomon.Extent
	isPronoun := false
	for _, m := range d.Entities[role.Entity].Mentions {
		isPronoun = isPronoun || m.Kind == rashomon.MentionPronoun && m.Extent == role.Extent
		switch {
		case m.Extent.Len() > longestWho:
		case m.Kind == rashomon.MentionName && name.Len() == 0:
			name = m.Extent
		case m.Kind == rashomon.MentionNominal && noun.Len() == 0:
			noun = m.Extent
		}
	}
	if name.Len() == 0 {
		name = noun
	}
	return name, isPronoun && name.Len() > 0
}

// longestWho is how many bytes of a title may tell of whom it tells: half of it.
const longestWho = titleLength / 2

// relative is a pronoun of a relative clause, behind which the clause around it goes on.
var relative = regexp.MustCompile(`^(?i:who|which|that|whom|whose)$`)

// question is how a clause begins that asks, or tells what others ask.
var question = regexp.MustCompile(`^(?i:who|what|why|how|whether|which|when|where)\b`)

// deictic are words that tell a day only to who knows when they were written.
var deictic = regexp.MustCompile(`\b(?i:yesterday|today|tonight|tomorrow|this (?:morning|afternoon|evening|week)|last (?:night|week))\b`)

// conjunction is what joins a clause without a subject to the one before.
var conjunction = regexp.MustCompile(`^(?i:and|but|or|then|,|\s)+`)

// ended returns where a title ends that begins with a clause: with the clause, but where that is short, or goes on with "that", with what
// stands behind it up to a sign ("The city promised to inspect the mills"), and before the first words of a further clause whose verb
// stands behind it ("27 were killed and dozens" of "27 were killed and dozens wounded").
func ended(text string, clause rashomon.Extent) int {
	words, rest := text[clause.Start:clause.End], text[clause.End:]
	switch last := strings.LastIndex(words, " and "); {
	case !goesOn.MatchString(rest):
	case len(words) <= shortClause || strings.HasPrefix(rest, " that "):
		return clause.End + len(toSign.FindString(rest))
	case last > 0 && len(words)-last <= longestStub:
		return clause.Start + last
	}
	return clause.End
}

const (
	shortClause = 32 // bytes of a clause that tells too little by itself
	longestStub = 24 // bytes of the beginning of a further clause, with its "and"
)

// goesOn is how a text goes on where a clause ends though its sentence does not, toSign what stands up to the next sign.
var (
	goesOn = regexp.MustCompile(`^ [a-z0-9]`)
	toSign = regexp.MustCompile(`^[^.,;:!?"()“”\n]{0,160}`)
)

func spanOf(e rashomon.Extent) span { return span{int32(e.Start), int32(e.End)} }

// of returns the title that a heading is of a text.
func (h heading) of(text string) string {
	clause := h.clause.extent()
	who := h.who.extent()
	if who.Len() == 0 {
		return titleOf(text[clause.Start:clause.End])
	}
	return titleOf("[" + strings.Join(strings.Fields(text[who.Start:who.End]), " ") + "] " + text[clause.Start:clause.End])
}

// titleOf returns a clause as a title: without the number of its paragraph, with a large letter.
func titleOf(clause string) string {
	text := strings.Join(strings.Fields(clause), " ")
	text = paragraphNumber.ReplaceAllString(text, "")
	start := 0
	if strings.HasPrefix(text, "[") {
		start = 1
	}
	first, size := utf8.DecodeRuneInString(text[start:])
	return cut(text[:start] + string(unicode.ToUpper(first)) + text[start+size:])
}

// longestJoint is how many bytes stand at most before the subject of a clause that do no more than join it to another: "and that ".
const longestJoint = 12

// paragraphNumber is what reports begin their paragraphs with: "12. ".
var paragraphNumber = regexp.MustCompile(`^\(?\d{1,3}[.)] `)

func isLower(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(first)
}

// cut shortens a text at a word.
func cut(text string) string {
	if len(text) <= titleLength {
		return text
	}
	end := strings.LastIndexByte(text[:titleLength-len("…")+1], ' ')
	if end <= 0 {
		return text[:strings.IndexByte(text+" ", ' ')]
	}
	return strings.TrimRight(text[:end], ",;:-") + "…"
}
