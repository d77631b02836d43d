package pair

// A Feature is something by which two events are compared.
type Feature int

// The features. Those in brackets are -1 where the two differ, 1 where they are the same and 0 where one of them does not tell.
const (
	SameDocument   Feature = iota
	TextCosine             // of all words of the documents, the rarer the heavier
	SameHead               // the lemma of the trigger
	SameTrigger            // cosine of the words of the trigger
	HeadCosine             // of the vectors of the heads
	HeadPrefix             // share of the longer head that both begin with
	SameFamily             // 1, or 0
	SameCoding             // [type of PLOVER]
	SameMode               // [mode]
	Verbs                  // how many of the two are verbs
	Cues                   // how many of the two introduce speech
	HeadRarity             // of the more common head
	Rivals                 // other events of the two documents with either head
	FamilyRivals           // other events of the two documents of the families of either
	SameAgent              // [who does it]
	AgentCosine            // of the nearest two, -1 where one has none
	SamePatient            // [whom it is done to]
	PatientCosine          //
	SameNumber             // [one named person, or several people] of those whom it is done to
	SharedParties          // parties with names that have a part in both
	SharedHeads            // nouns that have a part in both, as a share of the fewer
	Crossed                // who does the one undergoes the other
	SamePlace              // [place]
	SameTime               // [time], times how sure it is
	SameFigure             // [a figure]
	ClauseCosine           // of the other words of the clause
	SentenceCosine         // of the sentence
	SentenceRarest         // rarity of the rarest word that both sentences have
	SentenceShared         // rarer words that both sentences have
	AroundCosine           // of the sentences with those beside them
	Distance               // sentences between the two in one document
	Later                  // the sentence of the later one
	SameStatus             // both are told as facts, or neither

	// Those that the coarse grain looks at besides, 0 in the fine one.

	FineOdds     // that the two are the same in the fine grain: the logarithm, within bounds
	Outcome      // one is what the other can do to people and things: "the shots", "four died"
	Kinship      // they share a family (1), one can be the outcome of the other (2), both (3)
	Days         // between their times, -1 where one is not known
	TimeSureness // of the less sure of two times
	SameHour     // [hour of one day]
	Leads        // how many of the two stand in a headline or in the first sentence below
	ClauseRarest // rarity of the rarest word that both clauses have
	ClauseShared // rarer words that both clauses have
	Deeds        // how many of the two are of no particular kind
	Numbers      // whether they are done to one person or several: 0 to 8
	KnownPlaces  // how many of the two have a place

	// Late ones, see late.

	NearestHeads // cosine of the nearest two nouns that have a part in them, in whatever slots, -1 where one has none
	SharedRarity // rarity of the rarest noun or party that has a part in both
	ClauseNear   // how near the words of the clauses are
	ClauseFigure // a figure that both clauses have (1), of the same things (2)
	SameVictim   // [the one person by name whom it is done to]
	features
)

// Names are the names of the features in data files, in their order.
var Names = [features]string{
	"same document", "text cosine", "same head", "same trigger", "head cosine",
	"head prefix", "same family", "same coding", "same mode", "verbs", "cues", "head rarity", "rivals", "family rivals", "same agent", "agent cosine",
	"same patient", "patient cosine", "same number", "shared parties", "shared heads", "crossed", "same place", "same time", "same figure",
	"clause cosine", "sentence cosine", "sentence rarest", "sentence shared", "around cosine", "distance", "later", "same status",
	"fine odds", "outcome", "kinship", "days", "time sureness", "same hour", "leads", "clause rarest", "clause shared", "deeds", "numbers",
	"known places", "nearest heads", "shared rarity", "clause near", "clause figure", "same victim",
}

// Features are the values of all features of two events.
type Features [features]float32

// Documents are two documents, or one with itself, and what they have in common: the same for all their events.
type Documents struct {
	a, b   *Account
	cosine float32 // of all words, the rarer the heavier
}

// Documents compares two documents.
func (w *Words) Documents(a, b *Account) Documents {
	return Documents{a, b, float32(w.wordCosine(a, b))}
}

// Bare returns two documents without how alike their words are, of which telling events apart asks nothing.
func Bare(a, b *Account) Documents { return Documents{a: a, b: b} }

// Cosine returns how alike the words of two documents are.
func (d Documents) Cosine() float64 { return float64(d.cosine) }

func truth(is bool) float32 {
	if is {
		return 1
	}
	return 0
}

// verdict is 1 for the same, -1 for what differs, 0 where it is not known.
func verdict(known, same bool) float32 {
	switch {
	case !known:
		return 0
	case same:
		return 1
	}
	return -1
}

// Features compares event i of the first document with event j of the second.
func (w *Words) Features(d Documents, i, j int) Features {
	var f Features
	w.compare(&f, d, i, j)
	return f
}

// compare puts down the features of two events, and returns besides what their clauses share.
func (w *Words) compare(f *Features, d Documents, i, j int) overlap {
	*f = Features{SameDocument: truth(d.a == d.b), TextCosine: d.cosine}
	a, b := &d.a.Tellings[i], &d.b.Tellings[j]
	w.compareTriggers(f, a, b)
	f[Rivals] = float32(min(mostRivals, rivals(d, a, b)))
	f[FamilyRivals] = float32(familyRivals(d, a, b))
	w.compareArguments(f, a, b)
	f[SamePlace] = verdict(a.place.head != none && b.place.head != none, a.place.head == b.place.head || a.place.same(&b.place))
	f[SameTime] = verdict(a.time.known(b.time), a.time.meets(b.time)) * float32(min(a.time.sure, b.time.sure))
	f[SameFigure] = sameFigure(a.figures, b.figures)
	clause := w.overlap(a.clause, b.clause)
	f[ClauseCosine] = float32(clause.cosine)
	w.compareSentences(f, d, a, b)
	if d.a == d.b {
		f[Distance] = float32(max(a.at-b.at, b.at-a.at))
	}
	f[Later] = float32(min(12, max(a.at, b.at)))
	f[SameStatus] = truth(a.actual == b.actual)
	return clause
}

func (w *Words) compareTriggers(f *Features, a, b *Telling) {
	f[SameHead] = truth(a.head == b.head)
	f[SameTrigger] = float32(w.overlap(a.trigger, b.trigger).cosine)
	f[HeadCosine] = float32(w.similarity(a.head, b.head))
	f[HeadPrefix] = float32(sharedPrefix(w.forms[a.head], w.forms[b.head]))
	f[SameFamily] = truth(a.families.shares(b.families))
	f[SameCoding] = verdict(a.coding != none && b.coding != none, a.coding == b.coding)
	f[SameMode] = verdict(a.mode != none && b.mode != none, a.mode == b.mode)
	f[Verbs] = truth(a.verbal) + truth(b.verbal)
	f[Cues] = truth(a.cue) + truth(b.cue)
	f[HeadRarity] = float32(min(w.rarity[a.head], w.rarity[b.head]))
}

// sharedPrefix returns how much of the longer of two words both begin with: "acquire", "acquisition".
func sharedPrefix(a, b string) float64 {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return float64(n) / float64(max(len(a), len(b)))
}

// rivals counts the other events of both documents with one of two heads: where "attack" stands five times in a text, the
// word does not tell which one is meant.
func rivals(d Documents, a, b *Telling) int {
	n := int(a.namesakes)
	if a.head != b.head {
		n += d.a.called(b.head)
	}
	if d.a == d.b {
		return n - 1
	}
	n += int(b.namesakes)
	if a.head != b.head {
		n += d.b.called(a.head)
	}
	return n
}

// mostRivals is how many rivals are counted: more tell no more.
const mostRivals = 8

// familyRivals counts the other events of both documents that share a family with either of two.
func familyRivals(d Documents, a, b *Telling) int {
	families := a.families.or(b.families)
	n := d.a.ofFamilies(families)
	if d.a != d.b {
		n += d.b.ofFamilies(families)
	}
	for _, t := range [...]*Telling{a, b} {
		if t.families != (familySet{}) {
			n-- // itself
		}
	}
	return min(n, mostRivals)
}

// ofFamilies returns how many events are of some families.
func (a *Account) ofFamilies(families familySet) int {
	n := 0
	for i := range a.kins {
		if a.kins[i].families.shares(families) {
			n += a.kins[i].events
		}
	}
	return n
}

func sameFigure(a, b []figure) float32 {
	found := float32(0)
	for _, x := range a {
		for _, y := range b {
			switch {
			case x.low == y.low && x.high == y.high:
				return 1
			case x.of == y.of && x.of != none && (x.high < y.low || y.high < x.low):
				found = -1
			}
		}
	}
	return found
}
