package event

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"rashomon"
)

// An occurrence is what happens outside the ontology: a gate is opened, a siren fails, people drown. It is looked for where
// a word speaks of no event of the ontology, and only where it is told as something that happened once: a verb in the past
// or what depends on one, a noun that is one particular happening, anything in a headline. Habits, states and general
// statements are none.

// occurrence returns the sense of an occurrence that a token has in its place, or nil.
func (r *reading) occurrence(i int) *sense {
	for _, s := range r.occurrences(i) {
		if r.fits(i, s) {
			return s.orNil()
		}
	}
	return nil
}

// orNil returns nil for a sense that is none.
func (s *sense) orNil() *sense {
	if s.coding.typ == "" {
		return nil
	}
	return s
}

// occurrences returns the senses of occurrences of a token that is told as one.
func (r *reading) occurrences(i int) []*sense {
	words := &known().occurrences
	if r.inName[i] || r.timed[i] || r.isSupposed(i) {
		return nil
	}
	switch upos := r.doc.Tokens[i].UPOS; {
	case upos == "VERB" || r.isCountedVerb(i):
		if r.tree.Is(i, "amod") || !r.isTold(i) {
			return nil
		}
		return words.verbSenses(r, i)
	case upos == "NOUN" || upos == "PROPN" || r.isNounByPlace(i):
		if !r.isParticular(i) || r.isModifier(i) {
			return nil
		}
		return words.nouns[headword{lemma: r.lemma(i)}]
	case upos == "ADJ" || upos == "ADV":
		if r.tree.Dependent(i, "cop") != rashomon.None && r.tense(i) != tenseOther || r.isCountedState(i) {
			return words.adjectives[headword{lemma: r.lemma(i)}]
		}
	}
	return nil
}

// isCountedVerb reports whether a token of a headline is a verb that the parser took for the noun of a figure: "Eleven drown
// in flood".
func (r *reading) isCountedVerb(i int) bool {
	return r.doc.Tokens[i].XPOS == "NN" && r.tree.Dependent(i, "nummod") != rashomon.None && r.inHeadline(i) &&
		len(known().occurrences.verbs[headword{lemma: r.lemma(i)}]) > 0
}

// isCountedState reports whether an adjective tells a state of so many in a headline: "17 dead".
func (r *reading) isCountedState(i int) bool {
	return r.tree.Dependent(i, "nummod", "nsubj") != rashomon.None && r.inHeadline(i)
}

// isModifier reports whether a noun only tells of which kind another is: "riot police".
func (r *reading) isModifier(i int) bool {
	if !r.tree.Is(i, "compound") {
		return false
	}
	switch r.doc.Tokens[r.tree.Head(i)].UPOS {
	case "NOUN", "PROPN":
		return true
	}
	return false // a slip of the parser: "declared the strike unlawful"
}

// dropLenders leaves out occurrences of verbs that only lend their subject to the noun of another event: "imposed a curfew".
func (r *reading) dropLenders() {
	lending := map[int]bool{}
	for _, d := range r.drafts {
		if verb := r.lightVerb(d.head); verb != rashomon.None && verb != d.head {
			lending[verb] = true
		}
	}
	r.drafts = slices.DeleteFunc(r.drafts, func(d draft) bool { return d.typ == rashomon.TypeOccurrence && lending[d.head] })
}

// isTold reports whether a verb is told as what happened, or, reported by others, what will: "said that the border would
// be opened".
func (r *reading) isTold(i int) bool {
	if r.isPast(i) {
		return true
	}
	return r.tense(i) == tenseFuture && !r.isCondition(i)
}

// isCondition reports whether a verb says what would be if something else were.
func (r *reading) isCondition(i int) bool {
	for child := range r.tree.Dependents(i) {
		if r.tree.Is(child, "advcl") && inClass("supposition", r.marker(child)) {
			return true
		}
	}
	return false
}

// isPast reports whether a predicate is told in the past, by its own form or its auxiliaries, or, where it has no tense of
// its own, by that of what it hangs on: "opened", "was opened", "did not open", "left, killing two". A headline tells the
// past in the present: "Eleven die as gates open".
func (r *reading) isPast(i int) bool {
	for range longestChain {
		switch tense := r.tense(i); {
		case tense == tensePast || r.isParticipleBehind(i) || tense != tenseOther && tense != tenseFuture && r.inHeadline(i):
			return true
		case tense != tenseNone:
			return false
		}
		head := r.tree.Head(i)
		if head == rashomon.None {
			return r.inHeadline(i)
		}
		i = head
	}
	return false
}

// isParticipleBehind reports whether a verb is a passive participle behind a noun, which tells what was done whatever the
// tense around it: "pictures published in Velm show the ship".
func (r *reading) isParticipleBehind(i int) bool {
	return r.doc.Tokens[i].XPOS == "VBN" && r.tree.Is(i, "acl") && !r.tree.Is(i, "acl:relcl")
}

// A tense is what the form of a predicate tells of its time.
type tense int

const (
	tenseNone    tense = iota // a participle, or a noun
	tensePast                 // also the perfect
	tensePresent              // the past of headlines
	tenseFuture               // behind "will" or "would"
	tenseOther                // behind another modal, an infinitive, a command
)

// tense returns the tense of a predicate by its auxiliaries, else its copula, else itself.
func (r *reading) tense(i int) tense {
	found := tenseNone
	for child := range r.tree.Dependents(i) {
		if !r.tree.Is(child, "aux") && !r.tree.Is(child, "cop") {
			continue
		}
		switch r.doc.Tokens[child].XPOS {
		case "MD":
			if inClass("future", r.lemma(child)) {
				return tenseFuture
			}
			return tenseOther
		case "VBD":
			found = tensePast
		case "VBZ", "VBP":
			if found == tenseNone {
				found = tensePresent
			}
			if r.lemma(child) == "have" {
				found = tensePast
			}
		}
	}
	if found != tenseNone {
		return found
	}
	switch r.doc.Tokens[i].XPOS {
	case "VBD":
		return tensePast
	case "VBP":
		if inClass("unchanged_in_past", r.lemma(i)) {
			return tensePast
		}
		return tensePresent
	case "VBZ":
		return tensePresent
	case "VB":
		return r.tenseOfBase(i)
	}
	return tenseNone
}

// tenseOfBase returns the tense of a verb in its base form: none of its own behind a verb that says that it was done ("had to
// turn back") or where it is a past that looks the same ("entered and read the order").
func (r *reading) tenseOfBase(i int) tense {
	infinitive := r.isInfinitive(i)
	switch head := r.tree.Head(i); {
	case head == rashomon.None:
	case infinitive && r.tree.Is(i, "xcomp") && inClass("implicative", r.lemma(head)),
		!infinitive && r.tree.Is(i, "conj") && inClass("unchanged_in_past", r.lemma(i)):
		return tenseNone
	}
	return tenseOther
}

// inHeadline reports whether a token stands in a headline.
func (r *reading) inHeadline(i int) bool {
	at := r.doc.Tokens[i].Extent.Start
	for _, part := range r.doc.Parts {
		if part.Kind == rashomon.PartHeadline && part.Extent.Start <= at && at < part.Extent.End {
			return true
		}
	}
	return false
}

// isParticular reports whether a noun speaks of one thing, or of so many: "the flood", "a fire", "two explosions", "Monday's
// vote", not "floods", "any fire".
func (r *reading) isParticular(i int) bool {
	for child := range r.tree.Dependents(i) {
		switch {
		case r.tree.Is(child, "det"):
			return !inClass("general_determiner", r.words[child])
		case r.tree.Is(child, "nmod:poss"), r.tree.Is(child, "nummod"):
			return true
		}
	}
	return r.inHeadline(i) || r.existed(i) || i > 0 && r.doc.Tokens[i-1].UPOS == "DET" && !inClass("general_determiner", r.words[i-1])
}

// existed reports whether a text says of a noun that there was such a thing: "there were shots".
func (r *reading) existed(i int) bool {
	head := r.tree.Head(i)
	return head != rashomon.None && r.tree.Is(i, "nsubj") && r.tree.Dependent(head, "expl") != rashomon.None && r.tense(head) == tensePast
}

// isSupposed reports whether a token stands in a clause that supposes: "if the dam breaks".
func (r *reading) isSupposed(i int) bool {
	for range longestChain {
		for child := range r.tree.Dependents(i) {
			if r.tree.Is(child, "mark") && inClass("supposition", r.words[child]) {
				return true
			}
		}
		if i = r.tree.Head(i); i == rashomon.None {
			return false
		}
	}
	return false
}

// hasVerb reports whether a verb with its particle has a line.
func (l *lexicon) hasVerb(word headword) bool {
	return len(l.verbs[word])+len(l.occurrences.verbs[word]) > 0
}

// readOccurrences reads the kinds of occurrences and the words that speak of them.
func (l *lexicon) readOccurrences(files fs.FS) error {
	return errors.Join(
		eachLine(files, "kinds", 2, func(columns []string) error {
			l.kinds[columns[0]] = true
			return nil
		}),
		eachLine(files, "occurrences/verbs", 4, func(columns []string) error {
			return l.addOccurrences(l.occurrences.verbs, "verbs", columns, rolesOfVerbs)
		}),
		eachLine(files, "occurrences/nouns", 4, func(columns []string) error {
			return l.addOccurrences(l.occurrences.nouns, "nouns", columns, rolesOfNouns)
		}),
		eachLine(files, "occurrences/adjectives", 4, func(columns []string) error {
			return l.addOccurrences(l.occurrences.adjectives, "adjectives", columns, rolesOfAdjectives)
		}),
	)
}

// addOccurrences reads the columns: headwords, conditions, kind, roles. A line without a kind is of what is none.
func (l *lexicon) addOccurrences(words map[headword][]*sense, file string, columns []string, usual roles) error {
	if kind := columns[2]; !l.kinds[kind] && kind != "none" {
		return fmt.Errorf("%q is no kind of occurrence", kind)
	}
	for name := range strings.SplitSeq(columns[0], ",") {
		name = strings.TrimSpace(name)
		s := &sense{rule: ruleOf("occurrences/"+file, name, columns[1]), roles: usual}
		if columns[2] != "none" {
			s.coding = coding{typ: rashomon.TypeOccurrence, mode: columns[2]}
		}
		if err := l.readFrame(s, columns[1], columns[3]); err != nil {
			return err
		}
		word := readHeadword(name)
		words[word] = append(words[word], s)
	}
	return nil
}
