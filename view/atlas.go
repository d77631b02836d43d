package view

import (
	"cmp"
	"slices"
	"strings"

	"rashomon"
)

// Nowhere stands for the place of what no account sets anywhere.
const Nowhere = "nowhere"

// An Atlas is where accounts set what happened.
type Atlas struct {
	Places  []Site // on the map or not: first what most accounts speak of
	Nowhere Site   // what no account sets anywhere
	Days    []Stop // of the happenings meant, whatever the days to stop at: what there is to choose from
	Undated int    // of them, without a day
	Total   int    // happenings
}

// A Site is a place with what accounts set there.
type Site struct {
	ID       string
	Name     string
	Location *rashomon.Location // nil where the gazetteer does not know it
	Sources  []SourceCount
	Accounts int // documents
	Parted   int // of what is set here, set elsewhere by others
	Placed   []Placed
}

// A Placed is a happening at one of its places.
type Placed struct {
	Scene    *Scene
	Settings []Setting // of the accounts that set it here
	Origin   rashomon.Origin
	IsParted bool // an account that sets it somewhere sets it apart from here alone
}

// Accounts returns the documents that set it here.
func (p Placed) Accounts() []string {
	out := make([]string, len(p.Settings))
	for i := range p.Settings {
		out[i] = p.Settings[i].Document
	}
	return out
}

// A Stop is a day, a month or a year, with how many happenings begin then.
type Stop struct {
	Day   string `json:"day"`
	Count int    `json:"count"`
}

// A SourceCount is how often somebody tells something.
type SourceCount struct {
	Name  string `json:"name"`
	Count int    `json:"count"`
}

// Atlas returns where the accounts meant set what happened: what is asked for, so many of them or more tell of, and meets the
// days to stop at.
func (v *View) Atlas(choice *Choice, told int, at Days) Atlas {
	if choice.filter == (Filter{}) && told <= 1 && at == (Days{}) {
		return v.atlas.get(func() Atlas { return v.drawnAtlas(choice, told, at) })
	}
	return v.drawnAtlas(choice, told, at)
}

func (v *View) drawnAtlas(choice *Choice, told int, at Days) Atlas {
	survey := v.Survey()
	made := atlas{view: v, survey: survey, sites: map[int]*Site{}, out: Atlas{Nowhere: Site{ID: Nowhere}}}
	var meant []*Scene
	for i := range survey.Scenes {
		scene := &survey.Scenes[i]
		settings := choice.settings(scene, told)
		if settings == nil {
			continue
		}
		meant = append(meant, scene)
		if at.Meet(scene.From, scene.To) {
			made.out.Total++
			made.add(scene, settings)
		}
	}
	made.out.Days, made.out.Undated = stops(meant)
	made.finish()
	return made.out
}

// At returns the first of the places that some parties are, or none.
func (a *Atlas) At(parties []rashomon.Party) Site {
	for _, p := range parties {
		if at := slices.IndexFunc(a.Places, func(s Site) bool { return s.ID == p.ID }); at >= 0 {
			return a.Places[at]
		}
	}
	return Site{}
}

// An atlas is one in the making.
type atlas struct {
	view   *View
	survey *Survey
	sites  map[int]*Site // by number of the party
	apart  []bool        // what isSetApart asked last
	out    Atlas
}

func (a *atlas) add(scene *Scene, settings []Setting) {
	places := placesOf(settings)
	if len(places) == 0 {
		a.put(&a.out.Nowhere, Placed{Scene: scene, Settings: settings})
	}
	for _, place := range places {
		site := a.sites[place]
		if site == nil {
			party := a.view.Ground.PartyAt(place)
			site = &Site{ID: party.ID, Name: party.Name, Location: a.survey.Locations[place]}
			a.sites[place] = site
		}
		here := settingsAt(settings, place)
		isParted := len(places) > 1 && anySure(here) && a.isSetApart(scene, place, places, settings)
		a.put(site, Placed{Scene: scene, Settings: here, IsParted: isParted})
	}
}

// settingsAt returns those of settings that are at a place: as they are where all are.
func settingsAt(settings []Setting, place int) []Setting {
	here := 0
	for i := range settings {
		if slices.Contains(settings[i].Places, place) {
			here++
		}
	}
	if here == len(settings) {
		return settings
	}
	out := make([]Setting, 0, here)
	for i := range settings {
		if slices.Contains(settings[i].Places, place) {
			out = append(out, settings[i])
		}
	}
	return out
}

// placesOf returns the places of settings, sorted: most often those of the first are those of all.
func placesOf(settings []Setting) []int {
	first, differ := settings[0].Places, false
	for i := range settings {
		differ = differ || !slices.Equal(settings[i].Places, first)
	}
	if !differ {
		return first
	}
	var out []int
	for i := range settings {
		out = append(out, settings[i].Places...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// isSetApart reports whether an account sets a scene surely at places, all of which lie apart from one. Places are all places of the
// settings, sorted.
func (a *atlas) isSetApart(scene *Scene, place int, places []int, settings []Setting) bool {
	a.apart = a.apart[:0]
	for _, other := range places {
		a.apart = append(a.apart, a.survey.areApart(scene, place, other))
	}
	isNear := func(other int) bool {
		at, _ := slices.BinarySearch(places, other)
		return !a.apart[at]
	}
	for i := range settings {
		if isSure(&settings[i]) && !slices.ContainsFunc(settings[i].Places, isNear) {
			return true
		}
	}
	return false
}

func (a *atlas) put(site *Site, placed Placed) {
	for i := range placed.Settings {
		if origin := placed.Settings[i].Origin; origin != placed.Origin && surer(origin, placed.Origin) > 0 {
			placed.Origin = origin
		}
	}
	if placed.IsParted {
		site.Parted++
	}
	site.Placed = append(site.Placed, placed)
}

// isSure reports whether an account names a place beside what happened. What it is only about there parts it from nobody.
func isSure(s *Setting) bool { return len(s.Places) > 0 && s.Origin != rashomon.OriginFrame }

func anySure(settings []Setting) bool {
	for i := range settings {
		if isSure(&settings[i]) {
			return true
		}
	}
	return false
}

// areApart reports whether neither of two places lies within the other: a town and its country are one place, told less exactly
// and more. Of what the gazetteer does not know that cannot be told, unless a rule tells that the accounts of the scene differ on
// it.
func (s *Survey) areApart(scene *Scene, a, b int) bool {
	one, other := s.Locations[a], s.Locations[b]
	switch {
	case a == b:
		return false
	case one == nil || other == nil:
		return scene.IsDisputed
	case one.Radius < other.Radius:
		one, other = other, one
	}
	if one.Precision == rashomon.PrecisionCountry {
		return one.Country != other.Country
	}
	return one.Distance(other) > one.Radius
}

// finish counts who tells of each place, and sorts.
func (a *atlas) finish() {
	tally := newTally(a.survey)
	for _, site := range a.sites {
		tally.count(site)
		a.out.Places = append(a.out.Places, *site)
	}
	tally.count(&a.out.Nowhere)
	slices.SortFunc(a.out.Places, func(x, y Site) int {
		return cmp.Or(cmp.Compare(y.Accounts, x.Accounts), cmp.Compare(len(y.Placed), len(x.Placed)), strings.Compare(x.Name, y.Name),
			strings.Compare(x.ID, y.ID))
	})
}

// A tally counts documents, and whom they are by, each document once: for thousands of sites, by numbers.
type tally struct {
	survey    *Survey
	round     int32
	seen      []int32 // by document: the last round in which it was counted
	counts    []int   // by source, in this round
	sources   []int32 // those that have been counted in it
	documents int
}

func newTally(s *Survey) *tally {
	return &tally{survey: s, seen: make([]int32, len(s.publishers)), counts: make([]int, len(s.names))}
}

// count counts who tells of a site, and puts first what most of them do.
func (t *tally) count(site *Site) {
	t.round, t.documents, t.sources = t.round+1, 0, t.sources[:0]
	for _, placed := range site.Placed {
		for i := range placed.Settings {
			t.add(placed.Settings[i].at)
		}
	}
	sources := make([]SourceCount, len(t.sources))
	for i, source := range t.sources {
		sources[i] = SourceCount{t.survey.names[source], t.counts[source]}
		t.counts[source] = 0
	}
	site.Accounts, site.Sources = t.documents, largestFirst(sources)
	slices.SortStableFunc(site.Placed, func(x, y Placed) int { return cmp.Compare(len(y.Settings), len(x.Settings)) })
}

func (t *tally) add(document int32) {
	if t.seen[document] == t.round {
		return
	}
	t.seen[document] = t.round
	t.documents++
	source := t.survey.publishers[document]
	if t.counts[source] == 0 {
		t.sources = append(t.sources, source)
	}
	t.counts[source]++
}

// SourcesOf returns of whom some documents are, of how many each.
func (v *View) SourcesOf(documents []string) []SourceCount {
	counts := map[string]int{}
	for _, document := range documents {
		counts[v.Name(document)]++
	}
	return counted(counts)
}

// counted sorts counts, the largest first.
func counted(counts map[string]int) []SourceCount {
	out := make([]SourceCount, 0, len(counts))
	for name, n := range counts {
		out = append(out, SourceCount{name, n})
	}
	return largestFirst(out)
}

func largestFirst(counts []SourceCount) []SourceCount {
	slices.SortFunc(counts, func(a, b SourceCount) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.Name, b.Name))
	})
	return counts
}

// mostStops is how many days there are to choose from: where there are more, there are months, and of more of them years.
const mostStops = 366

// stops returns the days on which scenes began, with how many did, and how many scenes have no day.
func stops(scenes []*Scene) ([]Stop, int) {
	var out []Stop
	undated := 0
	for _, length := range []int{len("2011-07-05"), len("2011-07"), len("2011")} {
		counts := map[string]int{}
		undated = 0
		for _, scene := range scenes {
			if scene.From == "" {
				undated++
				continue
			}
			counts[scene.From[:min(len(scene.From), length)]]++
		}
		out = make([]Stop, 0, len(counts))
		for day, count := range counts {
			out = append(out, Stop{day, count})
		}
		if len(out) <= mostStops {
			break
		}
	}
	slices.SortFunc(out, func(a, b Stop) int { return strings.Compare(a.Day, b.Day) })
	return out, undated
}

// An Other is another place of a scene, with the documents that set it there.
type Other struct {
	ID, Name string
	Accounts []string
	IsParted bool // the two places lie apart
}

// Elsewhere returns the places other than one at which the accounts meant set a scene: first where most do.
func (v *View) Elsewhere(choice *Choice, scene *Scene, place string) []Other {
	others := elsewhere{survey: v.Survey(), scene: scene, own: v.numberOf(scene, place), at: map[int]int{}}
	for i := range scene.Settings {
		if choice.Account(scene.Settings[i].Document) {
			others.add(v, &scene.Settings[i])
		}
	}
	slices.SortFunc(others.found, func(a, b Other) int {
		return cmp.Or(cmp.Compare(len(b.Accounts), len(a.Accounts)), strings.Compare(a.Name, b.Name), strings.Compare(a.ID, b.ID))
	})
	return others.found
}

// numberOf returns the number of a place at which a scene is set, or None.
func (v *View) numberOf(scene *Scene, place string) int {
	for i := range scene.Settings {
		for _, number := range scene.Settings[i].Places {
			if v.Ground.PartyAt(number).ID == place {
				return number
			}
		}
	}
	return rashomon.None
}

// An elsewhere is the places of a scene other than one, in the making.
type elsewhere struct {
	survey *Survey
	scene  *Scene
	own    int         // the one, or None
	at     map[int]int // of each number of a place: which of those found it is
	found  []Other
}

func (e *elsewhere) add(v *View, setting *Setting) {
	for _, number := range setting.Places {
		if number == e.own {
			continue
		}
		at, known := e.at[number]
		if !known {
			party := v.Ground.PartyAt(number)
			isParted := e.own != rashomon.None && isSure(setting) && e.survey.areApart(e.scene, e.own, number)
			at = len(e.found)
			e.at[number] = at
			e.found = append(e.found, Other{ID: party.ID, Name: party.Name, IsParted: isParted})
		}
		e.found[at].Accounts = append(e.found[at].Accounts, setting.Document)
	}
}
