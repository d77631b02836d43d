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
	return titleOf(a.document(best).Quote(a.event(best).title.extent()))
}

// clarity tells how well a title the clause of an event makes.
func clarity(d *digest.Digest, event *digest.Event) int {
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
	if event.Verbal && !hasSubject(event) || isAsked(d, event.Clause) {
		points -= 6
	}
	return points - 4*min(1, pronouns(d, event.Clause))
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

// titleClause returns what of the clause of an event its title is made of: all but what joins it to the clause before it ("and that the
// gates were raised"), as far as its subject tells where that ends.
func titleClause(d *digest.Digest, event *digest.Event) rashomon.Extent {
	clause := event.Clause
	for _, role := range event.Roles {
		isSubject := strings.HasPrefix(role.Relation, "nsubj") && clause.Contains(role.Extent)
		if gap := role.Extent.Start - clause.Start; isSubject && gap > 0 && gap <= longestJoint && isLower(d.Text[clause.Start:]) {
			clause.Start = role.Extent.Start
		}
	}
	return clause
}

// titleOf returns a clause as a title: without the number of its paragraph, with a large letter.
func titleOf(clause string) string {
	text := strings.Join(strings.Fields(clause), " ")
	text = paragraphNumber.ReplaceAllString(text, "")
	first, size := utf8.DecodeRuneInString(text)
	return cut(string(unicode.ToUpper(first)) + text[size:])
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
