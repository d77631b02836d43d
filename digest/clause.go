package digest

import (
	"slices"
	"strings"

	"rashomon"
)

// A Clause is a predicate with what hangs on it: the smallest stretch of text that says something. A subordinate clause
// is one of its own.
type Clause struct {
	Extent    rashomon.Extent // from the first to the last word that is no part of a clause below it
	Sentence  int
	Statement int             // whose words it is in, or None
	Predicate string          // lemma, with its particle or copula: "switch off", "be calm"
	Head      rashomon.Extent // the words of the predicate itself
	Relation  string          // by which it hangs on another: "root", "advcl", "ccomp"
	Above     int             // index of the clause that it hangs on, or None
	Negated   bool
	Passive   bool
	Modal     string   // lemma of the modal verb, or ""
	Tense     Tense    // of its finite verb, which may be an auxiliary
	Perfect   bool     // "has altered", "would have altered"
	Ongoing   bool     // in the progressive: "is altering"
	Adverbs   []string // lemmas of the adverbs that stand with the predicate: "never", "yet"
	Mark      string   // of a subordinate clause: "because", "if"; or ""
	Event     int      // whose trigger holds the predicate, or None
	Roles     []Role
	Terms     []string // content lemmas of the clause, in order, without those of clauses below it
}

// A Tense is the tense of a finite verb.
type Tense string

// The tenses. A clause without a finite verb, or with a modal one, has none.
const (
	TenseNone    Tense = ""
	TensePast    Tense = "past"
	TensePresent Tense = "present"
)

// A Role is what hangs on a predicate.
type Role struct {
	Relation    string // of Universal Dependencies: nsubj, nsubj:pass, obj, iobj, obl ...; cop for what follows a copula
	Preposition string // lemma, or ""
	Head        string // lemma in lower case
	Extent      rashomon.Extent
	Entity      int  // index into Entities, or None
	Owner       int  // whose it is ("his skull", "the skull of the sergeant"), index into Entities, or None
	Quantity    int  // index into Quantities, or None
	Timex       int  // index into Timexes, or None
	Negated     bool // "no", "nobody", "none of"
	Shared      bool // it stands in another clause: the subject that two clauses have in common
}

// opens are the relations by which a clause hangs on another; a word that hangs by "conj" opens one where it is a
// predicate itself.
var opens = []string{"root", "ccomp", "xcomp", "advcl", "acl", "parataxis", "csubj"}

// clauses draws the clauses in the order of their predicates, and sets clauseOf.
func (b *builder) clauses() []Clause {
	b.clauseOf = make([]int, len(b.doc.Tokens))
	for i := range b.clauseOf {
		b.clauseOf[i] = rashomon.None
	}
	var heads []int
	for i := range b.doc.Tokens {
		if b.opensClause(i) {
			b.clauseOf[i] = len(heads)
			heads = append(heads, i)
		}
	}
	b.stray = b.strays(heads)
	for i := range b.doc.Tokens {
		b.clauseOf[i] = b.clauseAbove(i)
	}
	b.drawn = make([]Clause, len(heads))
	spans := b.clauseSpans(len(heads))
	for n, head := range heads {
		b.drawn[n] = b.clause(n, head, spans[n])
	}
	b.lend(heads)
	return b.drawn
}

func (b *builder) opensClause(i int) bool {
	if b.tree.Is(i, "conj") {
		return b.isPredicate(i)
	}
	for _, relation := range opens {
		if b.tree.Is(i, relation) {
			return b.isPredicate(i) || relation == "root"
		}
	}
	return false
}

func (b *builder) isPredicate(i int) bool {
	return b.doc.Tokens[i].UPOS == "VERB" || b.tree.Dependent(i, "cop") != rashomon.None
}

// clauseAbove returns the clause of the nearest head above a token, itself included.
func (b *builder) clauseAbove(i int) int {
	for at := i; at != rashomon.None; at = b.tree.Head(at) {
		if b.clauseOf[at] != rashomon.None {
			return b.clauseOf[at]
		}
		if own, strays := b.stray[at]; strays {
			return own.clause
		}
	}
	return rashomon.None
}

// clauseSpans returns, of each clause, the span from its first to its last own word, without signs at its borders.
func (b *builder) clauseSpans(n int) []rashomon.Span {
	spans := make([]rashomon.Span, n)
	for i, clause := range b.clauseOf {
		if clause == rashomon.None || b.doc.Tokens[i].UPOS == "PUNCT" {
			continue
		}
		if spans[clause].Empty() {
			spans[clause].Start = i
		}
		spans[clause].End = i + 1
	}
	return spans
}

func (b *builder) clause(n, head int, span rashomon.Span) Clause {
	token := b.doc.Tokens[head]
	c := Clause{
		Extent: b.doc.Extent(span), Sentence: b.doc.SentenceOf(head), Predicate: b.predicate(head), Head: token.Extent,
		Relation: token.Relation, Above: rashomon.None, Event: find(b.triggers, head), Statement: b.voices[head],
	}
	if up := b.tree.Head(head); up != rashomon.None {
		c.Above = b.clauseOf[up]
	}
	for i := span.Start; i < span.End; i++ {
		if term := b.term(i); term != "" && b.clauseOf[i] == n {
			c.Terms = append(c.Terms, term)
		}
	}
	c.Tense = tense(token)
	for i := span.Start; i < span.End; i++ {
		if own, strays := b.stray[i]; strays && own.clause == n {
			c.Roles = append(c.Roles, b.strayRole(i, head))
		}
	}
	for i := range b.tree.Dependents(head) {
		if !b.strayed(i) {
			b.fill(&c, i)
		}
	}
	if b.tree.Dependent(head, "cop") != rashomon.None {
		complement := b.role(head)
		complement.Relation, complement.Extent = "cop", token.Extent
		c.Roles = append(c.Roles, complement)
	}
	return c
}

// tense returns the tense of a finite verb, and none of other words.
func tense(token rashomon.Token) Tense {
	switch features := token.Features; {
	case !strings.Contains(features, "VerbForm=Fin"):
		return TenseNone
	case strings.Contains(features, "Tense=Past"):
		return TensePast
	case strings.Contains(features, "Tense=Pres"):
		return TensePresent
	}
	return TenseNone
}

// fill adds to a clause what one dependent of its predicate tells.
func (b *builder) fill(c *Clause, i int) {
	token := b.doc.Tokens[i]
	switch {
	case strings.Contains(token.Features, "Polarity=Neg"), token.Lemma == "never", token.Lemma == "neither", token.Lemma == "nor":
		c.Negated = true
		c.addAdverb(token)
	case b.tree.Is(i, "det") && strings.Contains(token.Features, "PronType=Neg"): // "they were no miners"
		c.Negated = true
	case token.XPOS == "MD":
		c.Modal, c.Tense = strings.ToLower(token.Lemma), TenseNone
	case b.tree.Is(i, "aux"), token.Relation == "cop":
		b.auxiliary(c, i)
	case token.Relation == "advmod":
		c.Negated = c.Negated || b.isNoMore(i)
		c.addAdverb(token)
	case token.Relation == "mark":
		c.Mark = strings.ToLower(token.Lemma)
	case b.isRole(i):
		role := b.role(i)
		c.Negated = c.Negated || role.Negated
		c.Roles = append(c.Roles, role)
	}
}

// auxiliary adds what an auxiliary of the predicate tells.
func (b *builder) auxiliary(c *Clause, i int) {
	token := b.doc.Tokens[i]
	if own := tense(token); own != TenseNone && c.Modal == "" {
		c.Tense = own
	}
	predicate := b.doc.Tokens[i+token.Head]
	switch {
	case token.Relation == "aux:pass":
		c.Passive = true
	case token.Relation == "aux" && token.Lemma == "have":
		c.Perfect = true
	case token.Relation == "aux" && token.Lemma == "be":
		c.Ongoing = predicate.XPOS == "VBG"
	}
}

func (c *Clause) addAdverb(token rashomon.Token) {
	if token.UPOS == "ADV" || token.UPOS == "PART" {
		c.Adverbs = append(c.Adverbs, strings.ToLower(token.Lemma))
	}
}

func (b *builder) isRole(i int) bool {
	for _, relation := range []string{"nsubj", "obj", "iobj", "obl"} {
		if b.tree.Is(i, relation) {
			return true
		}
	}
	return false
}

func (b *builder) role(i int) Role {
	stands := b.antecedent(i)
	role := Role{
		Relation: b.doc.Tokens[i].Relation, Head: strings.ToLower(b.doc.Tokens[stands].Lemma), Extent: b.doc.Extent(b.tree.Span(i)),
		Entity: b.entityAt(stands), Owner: b.ownerOf(i), Quantity: find(b.quantities, i), Timex: find(b.timexes, i), Negated: b.isNegative(i),
	}
	if preposition := b.tree.Dependent(i, "case"); preposition != rashomon.None {
		role.Preposition = strings.ToLower(b.doc.Tokens[preposition].Lemma)
	}
	return role
}

// antecedent returns the noun that a relative pronoun stands for, or the word itself.
func (b *builder) antecedent(i int) int {
	if !strings.Contains(b.doc.Tokens[i].Features, "PronType=Rel") {
		return i
	}
	for at := b.tree.Head(i); at != rashomon.None; at = b.tree.Head(at) {
		if b.tree.Is(at, "acl:relcl") {
			return b.tree.Head(at)
		}
	}
	return i
}

// ownerOf returns the entity that a word is said to belong to, or None.
func (b *builder) ownerOf(i int) int {
	for child := range b.tree.Dependents(i) {
		if relation := b.doc.Tokens[child].Relation; relation == "nmod:poss" || relation == "compound" && find(b.mentions, child) != rashomon.None {
			return b.entityAt(b.antecedent(child))
		}
		if of := b.tree.Dependent(child, "case"); b.tree.Is(child, "nmod") && of != rashomon.None && b.doc.Tokens[of].Lemma == "of" {
			return b.entityAt(child)
		}
	}
	return rashomon.None
}

// entityAt returns the entity of the mention that a word is the head of or, of a title before a name ("Ms Sorrel"), that of
// the name; or None.
func (b *builder) entityAt(i int) int {
	if mention := find(b.mentions, i); mention != rashomon.None {
		return b.doc.Mentions[mention].Entity
	}
	for child := range b.tree.Dependents(i) {
		if mention := find(b.mentions, child); mention != rashomon.None && (b.tree.Is(child, "flat") || b.tree.Is(child, "appos")) {
			return b.doc.Mentions[mention].Entity
		}
	}
	return rashomon.None
}

// isNegative reports whether a word is "nobody", or "no", "neither" or "not a" stands with it, or it is the "one" of "not one".
func (b *builder) isNegative(i int) bool {
	if strings.Contains(b.doc.Tokens[i].Features, "PronType=Neg") {
		return true
	}
	for child := range b.tree.Dependents(i) {
		token := b.doc.Tokens[child]
		if b.tree.Is(child, "det") && strings.Contains(token.Features, "PronType=Neg") || strings.EqualFold(token.Lemma, "neither") {
			return true
		}
		if strings.EqualFold(token.Lemma, "not") && child+1 <= i && slices.Contains(notOne, strings.ToLower(b.doc.Tokens[child+1].Lemma)) {
			return true
		}
	}
	return false
}

// isNoMore reports whether an adverb is denied by itself: "no longer", "no more".
func (b *builder) isNoMore(i int) bool {
	for child := range b.tree.Dependents(i) {
		if strings.EqualFold(b.doc.Tokens[child].Lemma, "no") {
			return true
		}
	}
	return false
}

// notOne are the words that make with "not" in front of them what "no" does.
var notOne = []string{"one", "a", "an"}

// predicate returns the lemma of a predicate, with its particle, or with its copula.
func (b *builder) predicate(head int) string {
	lemma := strings.ToLower(b.doc.Tokens[head].Lemma)
	if particle := b.tree.Dependent(head, "compound:prt"); particle != rashomon.None {
		return lemma + " " + strings.ToLower(b.doc.Tokens[particle].Lemma)
	}
	if b.tree.Dependent(head, "cop") != rashomon.None {
		return "be " + lemma
	}
	return lemma
}
