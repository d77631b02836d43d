package pair

import (
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// A Telling is what is compared of one event of a document.
type Telling struct {
	head      int32 // lemma of the trigger's head, with its particle
	namesakes int32 // other events of the document with this head
	coding    int32 // type of PLOVER, as a label
	mode      int32 // as a label
	at        int32 // its sentence
	victim    int32 // index of the one person with a name whom it is done to, or none
	number    int8  // 1 where it is done to one person, 2 where to several people, 0 where neither is told
	deed      bool  // it is of no particular kind
	verbal    bool
	cue       bool // it is what a statement is told by
	actual    bool
	lead      bool // it stands in a headline or in the first sentence below
	time      interval
	place     argument // party and head none where none is told
	*kin
	trigger weighed // words of the trigger
	clause  weighed // its clause without the trigger
	*setting
	arguments []argument
	figures   []figure
	said      []figure // of its clause
}

// A setting is the words of a sentence, which several events may stand in.
type setting struct {
	sentence weighed
	around   weighed // with the sentences before and behind
}

// A slot is what an argument has to do with its event.
type slot uint8

const (
	slotOther   slot = iota
	slotAgent        // who does it
	slotPatient      // whom it is done to, or who does what has no object
)

// An argument is somebody or something that has a part in an event.
type argument struct {
	head   int32 // last word of the name or, of what has no name, the noun
	party  int32 // as a label, none where it is no entity
	named  bool
	person bool // with a name
	single bool // a person, with or without a name
	slot   slot
}

// A figure is a number with what it counts.
type figure struct {
	low, high float64
	of        int32
}

// A tellingBuilder reads the events of one digest.
type tellingBuilder struct {
	words     *Words
	d         *digest.Digest
	parties   []int32
	sentences []weighed
	settings  map[int]*setting // of sentences that events stand in
	cues      []rashomon.Extent
	lead      int // the first sentence that is of no part, as the headline is
}

func (b *tellingBuilder) telling(i int) Telling {
	event := &b.d.Events[i]
	lemma := strings.TrimPrefix(event.Lemma, "be ")
	head := b.words.number(lemma)
	t := Telling{
		head: head, trigger: b.words.weighed(b.words.all(strings.Fields(strings.ToLower(b.d.Quote(event.Extent))))),
		kin: b.words.kin(b.families(lemma, event)), coding: b.words.label(event.Type), mode: b.words.label(event.Mode), verbal: event.Verbal, cue: b.isCue(event.Extent),
		actual: event.Status == rashomon.StatusActual, at: int32(event.Sentence), setting: b.setting(event.Sentence),
		place: argument{head: none, party: none}, time: b.time(event), figures: b.figures(event),
	}
	if event.Mode == modeDeed { // which tells nothing of what it is
		t.deed, t.coding, t.mode = true, none, none
	}
	t.clause = b.words.weighed(slices.DeleteFunc(b.words.all(event.Terms), func(word int32) bool { return word == head }))
	t.lead = b.d.Sentences[event.Sentence].Part == rashomon.PartHeadline || event.Sentence == b.lead
	t.said = b.figuresIn(event.Clause)
	b.addArguments(&t, event)
	t.victim, t.number = t.findVictim(), t.findNumber()
	return t
}

// families returns the families of an event: those of its words, of which only the ones that its mode has are meant, where it has
// any of them. Else the kind of an occurrence, which tells what happens, goes before its words; a mode of PLOVER, which tells how, goes
// beside them.
func (b *tellingBuilder) families(lemma string, event *digest.Event) familySet {
	words, mode := b.wordFamilies(lemma, event), lexicon().modes[event.Mode]
	if meant := words.and(mode); meant != (familySet{}) {
		return meant
	}
	if event.Type == rashomon.TypeOccurrence && mode != (familySet{}) {
		return mode
	}
	return words.or(mode)
}

// wordFamilies returns the families of a trigger: of all its words together, without those that stand in any such phrase ("lost
// their lives"), or with what it is done to or stands behind it ("opened fire", "came under fire"), or else of its head.
func (b *tellingBuilder) wordFamilies(lemma string, event *digest.Event) familySet {
	phrase := lemma
	for _, word := range strings.Fields(strings.ToLower(b.d.Quote(event.Extent)))[1:] {
		if !isFiller(word) {
			phrase += " " + word
		}
	}
	if found, known := lexicon().families[phrase]; known {
		return found
	}
	for _, role := range event.Roles {
		if phrase := phraseOf(lemma, role); phrase != "" {
			if found, known := lexicon().families[phrase]; known {
				return found
			}
		}
	}
	return families(lemma)
}

// phraseOf returns a verb with its object, or with a preposition and what stands behind that; "" for other roles.
func phraseOf(lemma string, role digest.Role) string {
	switch {
	case role.Shared:
		return ""
	case role.Relation == "obj", role.Relation == "nsubj:pass":
		return lemma + " " + role.Head
	case role.Relation == "obl" && role.Preposition != "":
		return lemma + " " + role.Preposition + " " + role.Head
	}
	return ""
}

func (b *tellingBuilder) isCue(trigger rashomon.Extent) bool {
	at, _ := slices.BinarySearchFunc(b.cues, trigger.Start, func(cue rashomon.Extent, start int) int {
		if cue.End > start {
			return 1
		}
		return -1
	})
	return at < len(b.cues) && b.cues[at].Start < trigger.End
}

// setting returns the words of a sentence and of those beside it.
func (b *tellingBuilder) setting(sentence int) *setting {
	if known, found := b.settings[sentence]; found {
		return known
	}
	var words []int32
	for i := max(0, sentence-1); i <= min(sentence+1, len(b.sentences)-1); i++ {
		words = append(words, b.sentences[i].bag...)
	}
	b.settings[sentence] = &setting{b.sentences[sentence], b.words.weighed(words)}
	return b.settings[sentence]
}

func (b *tellingBuilder) addArguments(t *Telling, event *digest.Event) {
	for _, role := range event.Roles {
		if role.Timex != rashomon.None {
			continue
		}
		a := b.argument(role.Entity, role.Head)
		a.slot = slotOf(role)
		t.arguments = append(t.arguments, a)
		if t.place.head == none && role.Entity != rashomon.None && b.isPlace(role.Entity) && role.Relation != "nsubj" {
			t.place = a
		}
	}
	for _, entity := range event.Actors {
		b.add(t, entity, slotAgent)
	}
	for _, entity := range event.Recipients {
		b.add(t, entity, slotPatient)
	}
	if event.Place != rashomon.None {
		t.place = b.argument(event.Place, "")
	}
}

func (b *tellingBuilder) isPlace(entity int) bool {
	return b.d.Entities[entity].Type == rashomon.EntityPlace
}

// add adds an entity, unless it stands in that slot already.
func (b *tellingBuilder) add(t *Telling, entity int, s slot) {
	a := b.argument(entity, "")
	a.slot = s
	if !slices.Contains(t.arguments, a) {
		t.arguments = append(t.arguments, a)
	}
}

func (b *tellingBuilder) argument(entity int, head string) argument {
	if entity == rashomon.None {
		return argument{head: b.words.number(head), party: none}
	}
	e := &b.d.Entities[entity]
	a := argument{party: b.parties[entity], named: isNamed(e)}
	a.single = e.Type == rashomon.EntityPerson
	a.person = a.named && a.single
	if fields := strings.Fields(strings.ToLower(e.Name)); len(fields) > 0 {
		head = fields[len(fields)-1]
	}
	a.head = b.words.number(head)
	return a
}

func isNamed(e *digest.Entity) bool {
	return slices.ContainsFunc(e.Mentions, func(m digest.Mention) bool { return m.Kind == rashomon.MentionName })
}

func slotOf(role digest.Role) slot {
	switch {
	case role.Shared && !strings.HasPrefix(role.Relation, "nsubj"):
		return slotOther
	case role.Relation == "nsubj", role.Preposition == "by":
		return slotAgent
	case role.Relation == "nsubj:pass", role.Relation == "obj", role.Relation == "nmod" && role.Preposition == "of":
		return slotPatient
	}
	return slotOther
}

func (b *tellingBuilder) figures(event *digest.Event) []figure {
	var out []figure
	for _, i := range event.Quantities {
		out = b.appendFigure(out, i)
	}
	for _, role := range event.Roles {
		if role.Quantity != rashomon.None && !slices.Contains(event.Quantities, role.Quantity) {
			out = b.appendFigure(out, role.Quantity)
		}
	}
	return out
}

func (b *tellingBuilder) appendFigure(figures []figure, i int) []figure {
	q := &b.d.Quantities[i]
	if q.Low == nil || q.High == nil {
		return figures
	}
	return append(figures, figure{low: *q.Low, high: *q.High, of: b.words.number(strings.ToLower(q.Of))})
}

// figuresIn returns the figures of a clause.
func (b *tellingBuilder) figuresIn(clause rashomon.Extent) []figure {
	var out []figure
	for i, q := range b.d.Quantities {
		if clause.Start <= q.Extent.Start && q.Extent.End <= clause.End {
			out = b.appendFigure(out, i)
		}
	}
	return out
}
