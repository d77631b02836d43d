package pair

import "testing"

func telling(lemma string, t interval) *Telling {
	told := Telling{kin: &kin{families: families(lemma)}, time: t}
	told.outcomes, told.wholes = lexicon().outcomes(told.families)
	return &told
}

func TestFeaturesOfTheCoarseGrain(t *testing.T) {
	t.Parallel()
	words, err := NewWords()
	if err != nil {
		t.Fatal(err)
	}
	at := func(day string, clock int16) interval {
		found := newInterval(day, day, surest)
		found.clock = clock
		return found
	}
	first := at("2003-04-01", 9*60)
	for _, c := range []struct {
		name string
		a, b *Telling
		want map[Feature]float32
	}{
		{"two words for one", telling("volley", first), telling("gunfire", first), map[Feature]float32{Outcome: 0, Kinship: 1, Days: 0, SameHour: 1}},
		{"deed and outcome", telling("bombing", first), telling("die", interval{}), map[Feature]float32{Outcome: 1, Days: -1, SameHour: 0}},
		{"days later", telling("shoot", first), telling("injure", at("2003-04-04", 0)), map[Feature]float32{Outcome: 1, Days: 3, TimeSureness: surest}},
		{"the same day, at another hour", telling("marry", first), telling("wedding", at("2003-04-01", 15*60)), map[Feature]float32{Days: 0, SameHour: -1}},
		{"two hours that clocks may differ by", telling("marry", first), telling("wedding", at("2003-04-01", 9*60+20)), map[Feature]float32{SameHour: 1}},
		{"the same hour of other days", telling("marry", first), telling("wedding", at("2003-04-02", 9*60)), map[Feature]float32{Days: 1, SameHour: 0}},
	} {
		for _, both := range [...][2]*Telling{{c.a, c.b}, {c.b, c.a}} {
			var f Features
			f[SameFamily] = truth(c.a.families.shares(c.b.families))
			words.addCoarse(&f, 0, overlap{}, both[0], both[1])
			for feature, want := range c.want {
				if f[feature] != want {
					t.Errorf("%s: %s: got %v, want %v", c.name, Names[feature], f[feature], want)
				}
			}
		}
	}
}

func TestClock(t *testing.T) {
	t.Parallel()
	for value, want := range map[string]int16{"2003-04-01T00:00": 1, "2003-04-01T03:40": 221, "2003-04-01": 0, "2003-04-01TNI": 0, "": 0, "T25:00": 0} {
		if got := clock(value); got != want {
			t.Errorf("%q: got %d, want %d", value, got, want)
		}
	}
}

func TestSharedFigure(t *testing.T) {
	t.Parallel()
	of := func(number float64, what int32) []figure { return []figure{{low: number, high: number, of: what}} }
	for name, c := range map[string]struct {
		a, b []figure
		want float32
	}{
		"the same of the same": {of(12, 5), of(12, 5), 2},
		"of something else":    {of(12, 5), of(12, 6), 1},
		"another number":       {of(12, 5), of(13, 5), 0},
		"two of the same":      {of(2, 5), of(2, 5), 0},
		"no figure":            {nil, of(12, 5), 0},
	} {
		if got := sharedFigure(c.a, c.b); got != c.want {
			t.Errorf("%s: got %v, want %v", name, got, c.want)
		}
	}
}

// TestHarm: what harm comes to one person by name is one happening, whatever words tell it, unless both times are sure.
func TestHarm(t *testing.T) {
	t.Parallel()
	of := func(name int32, lemma string, when interval) *Telling {
		told := telling(lemma, when)
		told.arguments = []argument{{slot: slotPatient, head: none, party: name, named: true, person: true, single: true}}
		told.victim = told.findVictim()
		return told
	}
	spring, autumn := newInterval("2003-04-01", "2003-04-01", surest), newInterval("2003-10-01", "2003-10-01", 1)
	for name, c := range map[string]struct {
		a, b *Telling
		want bool
	}{
		"one person":              {of(1, "die", spring), of(1, "shoot dead", spring), true},
		"a time hardly sure":      {of(1, "die", spring), of(1, "shoot dead", autumn), true},
		"two times that are sure": {of(1, "die", spring), of(1, "die", newInterval("2003-10-01", "2003-10-01", surest)), false},
		"two persons":             {of(1, "die", spring), of(2, "die", spring), false},
		"no harm":                 {of(1, "appoint", spring), of(1, "die", spring), false},
	} {
		if got := c.a.sameHarm(c.b); got != c.want {
			t.Errorf("%s: got %v, want %v", name, got, c.want)
		}
	}
}
