package echo

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rashomon"
	"rashomon/digest"
)

// An account is a document as the search for echoes sees it. Words and what sentences hold are numbers of a vocabulary.
type account struct {
	*digest.Digest
	words      []int32
	length     int     // of the text, in words
	distinct   []int32 // the same words, sorted, each once
	plain      []bool  // of each word: it stands in lower case and is no function word
	starts     []int32 // of each sentence: its first word; and behind the last
	tellings   []telling
	quotes     []quote
	phrases    []quote     // shorter ones too
	publishers []publisher // whom it comes from: its source, its agency where that is its own, its authors, a party in its head
	credits    []credit
	citing     []stemmed // the words of the names of its credits, sorted
	cited      []uint32  // hashes of what the words of its publishers' names begin with, sorted
	said       []saying  // sorted
	written    []int32   // sentences that give a figure or time from something written
	asSo       []int32   // sentences that give a figure or time on nobody's word
	all        telling   // what its sentences tell together
	owned      bool      // it is an agency's own text
	moment     string    // when it was published, to the day at most
	heard      []int32   // sentences that tell something by hearsay
}

// A credit is a place where a text names somebody.
type credit struct {
	*cited
	sentence int
	who      int32 // the last word of the name
	held     bool  // it is the holder of a statement
	says     bool  // something is laid to who is named
	own      bool  // it is the text's own publisher, of whose earlier texts it speaks
}

// newAccount makes the account of a digest.
func newAccount(d *digest.Digest, v *vocabulary) *account {
	d = d.Whole()
	a := &account{Digest: d, moment: momentOf(d.Published)}
	a.owned = d.Agency != "" && (d.Source == "" || fold(d.Source) == fold(d.Agency))
	a.readWords(v)
	a.readTellings(v)
	a.all = a.summary()
	a.readQuotes(v)
	a.readPublishers()
	a.readCredits(v)
	a.readSubjects(v)
	a.readOwn(v)
	a.readKinds(v)
	a.readCiting()
	a.readSaid()
	a.readHearsay()
	a.readExact()
	a.credits, a.citing = slices.Clone(a.credits), slices.Clone(a.citing) // as long as they are, as all that is kept of many documents
	a.Digest = kept(d)
	return a
}

// kept returns of a digest what accounts are compared by besides what was read from it.
func kept(d *digest.Digest) *digest.Digest {
	sentences := slices.Clone(d.Sentences)
	for i := range sentences {
		sentences[i].Terms = nil
	}
	return &digest.Digest{
		Document: d.Document, Agency: d.Agency, Published: d.Published, Text: d.Text, Sentences: sentences,
	}
}

func (a *account) readWords(v *vocabulary) {
	sentence, all := 0, split(a.Text)
	a.words, a.plain, a.starts = make([]int32, 0, len(all)), make([]bool, 0, len(all)), make([]int32, 0, len(a.Sentences)+1)
	for _, w := range all {
		for sentence < len(a.Sentences) && a.Sentences[sentence].Extent.Start <= w.extent.Start {
			a.starts = append(a.starts, int32(len(a.words)))
			sentence++
		}
		first, _ := utf8.DecodeRuneInString(a.Text[w.extent.Start:])
		a.words = append(a.words, v.number(w.form))
		a.plain = append(a.plain, unicode.IsLower(first) && !words().classes.Has("function", w.form))
	}
	a.length = len(a.words)
	a.distinct = slices.Clone(a.words)
	slices.Sort(a.distinct)
	a.distinct = slices.Clone(slices.Compact(a.distinct))
	for len(a.starts) <= len(a.Sentences) {
		a.starts = append(a.starts, int32(len(a.words)))
	}
}

// sentenceAt returns the sentence that a byte of the text is in, or the last one before it.
func (a *account) sentenceAt(offset int) int {
	i, found := slices.BinarySearchFunc(a.Sentences, offset, func(s digest.Sentence, offset int) int {
		return s.Extent.Start - offset
	})
	if found {
		return i
	}
	return max(0, i-1)
}

// sentenceOf returns the sentence that a word is in.
func (a *account) sentenceOf(word int) int {
	i, found := slices.BinarySearch(a.starts, int32(word))
	if !found {
		return max(0, i-1)
	}
	for i+1 < len(a.Sentences) && a.starts[i+1] == int32(word) { // sentences without words
		i++
	}
	return i
}

// tells reports whether a sentence is of the text itself, not of its head or foot.
func (a *account) tells(sentence int) bool {
	switch a.Sentences[sentence].Part {
	case rashomon.PartByline, rashomon.PartDateline, rashomon.PartBoilerplate, rashomon.PartHeadline, rashomon.PartHeading:
		return false
	}
	return true
}

// readPublishers finds whom a text comes from.
func (a *account) readPublishers() {
	a.addPublisher(a.Source, false)
	if a.Source == "" && a.Title == strings.ToUpper(a.Title) { // a letterhead, or a cry that nobody is called by
		a.addPublisher(a.Title, false)
	}
	if a.owned {
		a.addPublisher(a.Agency, false)
	}
	for _, author := range a.Authors {
		a.addPublisher(author, true)
	}
	for i, sentence := range a.Sentences {
		if sentence.Part == rashomon.PartBody {
			break
		}
		kind, owner, found := strings.Cut(a.Quote(a.Sentences[i].Extent), " of ")
		if fields := strings.Fields(fold(kind)); found && len(fields) > 0 && words().periodicals[fields[len(fields)-1]] {
			a.addPublisher(owner, false)
		}
	}
	a.readLetterhead()
}

// readLetterhead adds an organization whose name is a line of its own before the text.
func (a *account) readLetterhead() {
	for _, entity := range a.Entities {
		for _, m := range entity.Mentions {
			at := a.sentenceAt(m.Extent.Start)
			line := a.Sentences[at]
			ofHead := !a.tells(at) && line.Part != rashomon.PartDateline && 3*m.Extent.Len() >= 2*line.Extent.Len()
			if entity.Type == rashomon.EntityOrganization && isName(m.Kind) && ofHead {
				a.addPublisher(m.Text, false)
			}
		}
	}
}

func (a *account) addPublisher(text string, person bool) {
	if n := newName(text, true, person); len(n.tokens) > 0 {
		a.publishers = append(a.publishers, newPublisher(n))
	}
}

// readCredits finds whom a text names: the holders of its statements and the offices and persons in its sentences.
func (a *account) readCredits(v *vocabulary) {
	for _, s := range a.Statements {
		if s.Source.Len() > 0 {
			a.addHolder(s, v)
		}
	}
	for _, entity := range a.Entities {
		if entity.Type == rashomon.EntityPlace || entity.Type == rashomon.EntityWeapon {
			continue
		}
		for _, mention := range entity.Mentions {
			nominal := mention.Kind == rashomon.MentionNominal && entity.Type == rashomon.EntityOrganization
			if isName(mention.Kind) || nominal {
				n := v.name(mention.Text, isName(mention.Kind), entity.Type == rashomon.EntityPerson)
				a.credits = append(a.credits, credit{cited: n, sentence: a.sentenceAt(mention.Extent.Start), who: v.number(n.head)})
			}
		}
	}
}

// addHolder adds the holder of a statement under every name and noun that the text has for him: another text may have
// only one of them.
func (a *account) addHolder(s digest.Statement, v *vocabulary) {
	texts := []string{s.HolderName, a.Quote(s.Source)}
	if a.isPerson(s.Holder) {
		for _, m := range a.Entities[s.Holder].Mentions {
			if m.Kind == rashomon.MentionNominal {
				texts = append(texts, m.Text)
			}
		}
	}
	var heads []string
	for _, text := range texts {
		n := v.name(text, isProper(text), a.isPerson(s.Holder))
		if n.head != "" && !slices.Contains(heads, n.head) {
			heads = append(heads, n.head)
			a.credits = append(a.credits, credit{cited: n, sentence: a.sentenceAt(s.Source.Start), who: v.number(n.head), held: true, says: true})
		}
	}
}

// readSubjects finds who says something where no statement was read, as within the words of others: "'The auditors told
// me that ...,' she said".
func (a *account) readSubjects(v *vocabulary) {
	cues := map[rashomon.Extent]bool{}
	for _, s := range a.Statements {
		cues[s.Cue] = true
	}
	for _, clause := range a.Clauses {
		if !words().classes.Has("saying", clause.Predicate) || cues[clause.Head] {
			continue
		}
		for _, role := range clause.Roles {
			if text := a.Quote(role.Extent); role.Relation == "nsubj" && role.Entity != rashomon.None {
				n := v.name(text, isProper(text), a.isPerson(role.Entity))
				a.credits = append(a.credits, credit{cited: n, sentence: clause.Sentence, who: v.number(n.head), says: true})
			}
		}
	}
}

// readKinds finds where a text speaks of an outlet without its name: "calls a foreign wire".
func (a *account) readKinds(v *vocabulary) {
	named := map[[2]int]bool{} // by sentence and head
	for _, c := range a.credits {
		named[[2]int{c.sentence, int(c.who)}] = true
	}
	for i := range a.Sentences {
		for _, term := range a.Sentences[i].Terms {
			if words().kinds[term] != nil && !named[[2]int{i, int(v.number(term))}] {
				a.credits = append(a.credits, credit{cited: v.name(term, false, false), sentence: i, who: v.number(term)})
			}
		}
	}
}

func (a *account) isPerson(entity int) bool {
	return entity != rashomon.None && a.Entities[entity].Type == rashomon.EntityPerson
}

// passage returns a sentence as a passage.
func (a *account) passage(sentence int) rashomon.Passage {
	return rashomon.Passage{Document: a.Document, Extent: a.Sentences[sentence].Extent}
}

func (a *account) whole() rashomon.Passage {
	return rashomon.Passage{Document: a.Document, Extent: rashomon.Extent{End: len(a.Text)}}
}
