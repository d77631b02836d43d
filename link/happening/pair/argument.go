package pair

import "iter"

// same reports whether two arguments are of one party or, where either is no party, under one noun.
func (a *argument) same(b *argument) bool {
	if a.party != none && a.party == b.party {
		return true
	}
	return a.head == b.head && a.head != none
}

// differs reports whether two arguments are different parties by different names.
func (a *argument) differs(b *argument) bool { return a.named && b.named && !a.same(b) }

func (w *Words) compareArguments(f *Features, a, b *Telling) {
	f[SameAgent], f[AgentCosine] = w.compareSlots(a, b, slotAgent)
	f[SamePatient], f[PatientCosine] = w.compareSlots(a, b, slotPatient)
	x, y := a.number, b.number
	f[SameNumber] = verdict(x != 0 && y != 0, x == y)
	f[Crossed] = truth(a.crosses(b) || b.crosses(a))
	var parties, heads int
	for i := range a.arguments {
		for k := range b.arguments {
			if x, y := &a.arguments[i], &b.arguments[k]; x.same(y) {
				heads++
				if x.named && y.named {
					parties++
				}
				break
			}
		}
	}
	f[SharedParties] = float32(min(parties, 4))
	if fewer := min(len(a.arguments), len(b.arguments)); fewer > 0 {
		f[SharedHeads] = min(1, float32(heads)/float32(fewer))
	}
}

// crosses reports whether who does the one event undergoes the other.
func (t *Telling) crosses(other *Telling) bool {
	for i := range t.arguments {
		if x := &t.arguments[i]; x.slot == slotAgent && x.head != none {
			for k := range other.arguments {
				if y := &other.arguments[k]; y.slot == slotPatient && y.head != none && x.same(y) {
					return true
				}
			}
		}
	}
	return false
}

// compareSlots tells whether one argument of a slot of the first is the same as one of that slot of the second (1), or all are
// different parties (-1), and the cosine of the nearest two.
func (w *Words) compareSlots(a, b *Telling, of slot) (same, nearest float32) {
	differ, undecided := false, false
	for x, y := range inSlot(a, b, of) {
		switch {
		case x.same(y):
			return 1, 1
		case x.differs(y):
			differ = true
		default:
			undecided = true
		}
	}
	nearest = -1
	for x, y := range inSlot(a, b, of) {
		nearest = max(nearest, float32(w.similarity(x.head, y.head)))
	}
	return verdict(differ && !undecided, false), nearest
}

// inSlot returns each argument of a slot of one event with each of that slot of another, as far as they have heads.
func inSlot(a, b *Telling, of slot) iter.Seq2[*argument, *argument] {
	return func(yield func(x, y *argument) bool) {
		for i := range a.arguments {
			x := &a.arguments[i]
			if x.slot != of || x.head == none {
				continue
			}
			for k := range b.arguments {
				if y := &b.arguments[k]; y.slot == of && y.head != none && !yield(x, y) {
					return
				}
			}
		}
	}
}

// findVictim returns the index of the one person with a name whom an event is done to, or none.
func (t *Telling) findVictim() int32 {
	found := int32(none)
	for i := range t.arguments {
		if a := &t.arguments[i]; a.slot == slotPatient && a.person {
			if found != none && !t.arguments[found].same(a) {
				return none
			}
			found = int32(i)
		}
	}
	return found
}

// victims returns the one person with a name whom each of two events is done to, if both have one.
func victims(a, b *Telling) (x, y *argument, both bool) {
	if a.victim == none || b.victim == none {
		return nil, nil, false
	}
	return &a.arguments[a.victim], &b.arguments[b.victim], true
}

// findNumber returns 1 where an event is done to one person, 2 where it is done to several people, and 0 where neither is told.
func (t *Telling) findNumber() int8 {
	for _, figure := range t.figures {
		if figure.low >= 2 {
			return 2
		}
	}
	for i := range t.arguments {
		if a := &t.arguments[i]; a.slot == slotPatient && a.single {
			return 1
		}
	}
	return 0
}
