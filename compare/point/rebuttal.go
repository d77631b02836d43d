package point

import (
	"fmt"
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// rebuttals finds, in one document, clauses that say of what was told just before that it is not so: "The radio says that
// she sent them to the bridges. She did nothing of the kind." Each gives a finding between the two, where somebody else
// holds what is rebutted, and the telling that is rebutted, to be looked for in other documents.
func rebuttals(tellings []telling) (found []finding, rebutted []rebuttalOf) {
	for i := range tellings {
		t := &tellings[i]
		if f, differs := misnamed(t); differs {
			found = append(found, f)
		}
		if t.open || !t.isRebuttal() {
			continue
		}
		before := lastBefore(tellings[:i], t)
		if before == nil {
			continue
		}
		rebutted = append(rebutted, newRebuttalOf(before, t))
		if before.clause.Statement == t.clause.Statement && !before.claimed {
			continue
		}
		found = append(found, finding{
			kind: rashomon.PointWhether, a: before.side(), b: t.side(), rule: "whether/rebutted", strength: 0.75,
			why: fmt.Sprintf("%s (%q) is said not to be so", said(before), before.matter()),
		})
	}
	return found, rebutted
}

// misnamed finds that a clause says of a noun that something is none ("it was not a mistake"), by which others called it just
// before: in their words, or in quotation marks.
func misnamed(t *telling) (finding, bool) {
	if !t.clause.Negated || t.open || !strings.HasPrefix(t.clause.Predicate, "be ") || t.coreWord.weight < rareWord {
		return finding{}, false
	}
	for i := t.index - 1; i >= 0 && t.clause.Sentence-t.digest.Clauses[i].Sentence <= nearSentences; i-- {
		c := &t.digest.Clauses[i]
		at := slices.IndexFunc(c.Roles, func(role digest.Role) bool {
			return role.Head == t.core && !role.Negated && (c.Statement != t.clause.Statement || t.isQuoted(role.Extent))
		})
		if at < 0 || c.Negated {
			continue
		}
		return finding{
			kind: rashomon.PointWhether, a: t.digest.Side(c.Extent, t.calledBy(c, c.Roles[at].Extent)), b: t.side(), rule: "whether/rebutted", strength: 0.65,
			why: t.isNone(),
		}, true
	}
	return finding{}, false
}

// isNone tells people of what a clause says that it is not what some call it.
func (t *telling) isNone() string {
	why := fmt.Sprintf("what some call %q is said to be none", t.core)
	if t.subject == nil || words().classes.Has("pronoun", t.subject.role.Head) {
		return why
	}
	return fmt.Sprintf("%s: %q", why, t.quote(*t.subject))
}

// calledBy returns in whose words a noun of a clause is: where its own predicate is what brings in what somebody says, in his.
func (t *telling) calledBy(c *digest.Clause, noun rashomon.Extent) int {
	if c.Statement != rashomon.None {
		return c.Statement
	}
	return quotedIn(t.digest, noun, false)
}

// nearSentences is how many sentences may lie between what is said and what is said against it.
const nearSentences = 2

// isQuoted reports whether a noun phrase ends in quotation marks, by which a writer holds a word at a distance.
func (t *telling) isQuoted(extent rashomon.Extent) bool {
	text := t.digest.Text[extent.Start:min(extent.End+len("”"), len(t.digest.Text))]
	opens := strings.IndexAny(text, `"'“‘`)
	return opens >= 0 && strings.ContainsAny(text[opens+1:], `"'”’`)
}

// said names what a telling tells by whose word it is.
func said(t *telling) string {
	if holders := t.side().Holders; len(holders) > 0 {
		return "what " + strings.Join(holders, ", after ") + " says"
	}
	return "what is told just before"
}

// A rebuttalOf is a telling and the one that rebuts it.
type rebuttalOf struct {
	told, by *telling
	sentence []*word // of what is told
}

func newRebuttalOf(told, by *telling) rebuttalOf {
	var sentence []*word
	for _, term := range told.digest.Sentences[told.clause.Sentence].Terms {
		sentence = append(sentence, words().word(term))
	}
	return rebuttalOf{told, by, sortedWords(sentence)}
}

// isRebuttal reports whether a clause is one of the lexicon's.
func (t *telling) isRebuttal() bool {
	if t.prepared {
		return t.traits.rebuttal
	}
	for _, r := range words().rebuttals {
		if r.predicate == t.clause.Predicate && r.negated == t.clause.Negated && t.fits(r) {
			return true
		}
	}
	return false
}

// isExclamation reports whether a clause is one of the lexicon's that is no more than a word: "Nonsense."
func (t *telling) isExclamation() bool {
	return len(t.clause.Roles) == 0 && t.clause.Tense == digest.TenseNone && t.isRebuttal()
}

func (t *telling) fits(r rebuttal) bool {
	if r.bare {
		return len(t.others) == 0 && t.clause.Relation == "root" && !slices.ContainsFunc(t.clause.Terms, func(s string) bool { return s != r.predicate })
	}
	if len(r.words) == 0 {
		return true
	}
	return slices.ContainsFunc(t.others, func(other term) bool { return slices.Contains(r.words, other.word) })
}

// side returns the words of who rebuts: with what he rebuts, where he says no more than "nonsense".
func (r rebuttalOf) side() rashomon.Side {
	if !r.by.isExclamation() {
		return r.by.side()
	}
	sentence := r.told.digest.Sentences[r.told.clause.Sentence].Extent
	return r.by.digest.Side(rashomon.Extent{Start: sentence.Start, End: max(sentence.End, r.by.clause.Extent.End)}, r.by.clause.Statement)
}

// lastBefore returns the last telling before another that says something: in the sentence before it, or earlier in its own.
func lastBefore(before []telling, t *telling) *telling {
	for i := len(before) - 1; i >= 0; i-- {
		b := &before[i]
		if t.clause.Sentence-b.clause.Sentence > 1 {
			return nil
		}
		if b.digest.Is(t.digest) && len(b.clause.Terms) >= 2 && !b.repeats() && (b.clause.Sentence < t.clause.Sentence || b.clause.Relation != "root") {
			return b
		}
	}
	return nil
}

// repeats reports whether a clause says only that what was told before was told: "they have reported this for days".
func (t *telling) repeats() bool {
	return words().classes.Has("report", first(t.clause.Predicate)) && slices.ContainsFunc(t.clause.Roles, func(role digest.Role) bool {
		return role.Relation == "obj" && slices.Contains(takingUp, role.Head)
	})
}

// takingUp are the pronouns that take up what was told before.
var takingUp = []string{"this", "that", "it"}

// reached finds that what one document rebuts is told by another as so. What is rebutted is looked for in the whole
// sentence: a clause of it may say no more than "that they were taken that night".
func reached(r rebuttalOf, other *telling) (finding, bool) {
	if other.denied || other.open {
		return finding{}, false
	}
	l := share(other, &telling{keys: r.sentence})
	if l.content < 0.6 || wordWeight(l.named()) < 2 {
		return finding{}, false
	}
	return finding{
		kind: rashomon.PointWhether, a: other.side(), b: r.side(), rule: "whether/rebutted", strength: 0.4 + 0.4*l.content,
		why: "it is told here, and elsewhere it is said not to be so: " + r.by.text(),
	}, true
}
