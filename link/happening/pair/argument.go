package pair

// same reports whether two arguments are of one party or, where either is no party, under one noun.
func (a argument) same(b argument) bool {
	if a.party != "" && a.party == b.party {
		return true
	}
	return a.head == b.head && a.head != none
}

// differs reports whether two arguments are different parties by different names.
func (a argument) differs(b argument) bool { return a.named && b.named && !a.same(b) }

func (w *Words) compareArguments(f *Features, a, b *Telling) {
	f[SameAgent], f[AgentCosine] = w.compareSlots(a, b, slotAgent, slotAgent)
	f[SamePatient], f[PatientCosine] = w.compareSlots(a, b, slotPatient, slotPatient)
	x, y := a.number(), b.number()
	f[SameNumber] = verdict(x != 0 && y != 0, x == y)
	crossed, _ := w.compareSlots(a, b, slotAgent, slotPatient)
	back, _ := w.compareSlots(a, b, slotPatient, slotAgent)
	f[Crossed] = max(crossed, back, 0)
	var parties, heads int
	for _, x := range a.arguments {
		for _, y := range b.arguments {
			if x.same(y) {
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

// compareSlots tells whether one argument of a slot of the first is the same as one of a slot of the second (1), or all are
// different parties (-1), and the cosine of the nearest two.
func (w *Words) compareSlots(a, b *Telling, ofA, ofB slot) (same, nearest float32) {
	nearest = -1
	differ, undecided := false, false
	for _, x := range a.arguments {
		if x.slot != ofA || x.head == none {
			continue
		}
		for _, y := range b.arguments {
			if y.slot != ofB || y.head == none {
				continue
			}
			nearest = max(nearest, float32(w.similarity(x.head, y.head)))
			switch {
			case x.same(y):
				return 1, 1
			case x.differs(y):
				differ = true
			default:
				undecided = true
			}
		}
	}
	return verdict(differ && !undecided, false), nearest
}

// victim returns the one person with a name whom an event is done to, or nil.
func (t *Telling) victim() *argument {
	var found *argument
	for i := range t.arguments {
		if a := &t.arguments[i]; a.slot == slotPatient && a.person {
			if found != nil && !found.same(*a) {
				return nil
			}
			found = a
		}
	}
	return found
}

// number is 1 where an event is done to one person, 2 where it is done to several people, and 0 where neither is told.
func (t *Telling) number() int {
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
