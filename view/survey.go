package view

import (
	"slices"

	"rashomon"
	"rashomon/digest"
)

// A Survey is where and when accounts set what happened, and who they tell did what to whom: all their events at once, for the pages
// that ask it over and over.
type Survey struct {
	Scenes []Scene // of each happening of the comparison, in its order
	Ties   []Tie   // by document and event

	Sources []SourceCount // who tells, of how many happenings

	Locations map[int]*rashomon.Location // of the places that the gazetteer knows, by number of the party
}

// A Scene is a happening as its accounts set it.
type Scene struct {
	rashomon.Happening
	Parties    []int     // numbers of those that take part, sorted
	Settings   []Setting // one of each account, by document
	IsDisputed bool      // accounts tell places that cannot all be
}

// A Setting is where and when one account sets a happening.
type Setting struct {
	Document  string
	Published string
	Places    []int           // numbers of parties, sorted; as surely told as any
	Origin    rashomon.Origin // of the places
	From, To  string          // "" where it tells no time
	Timed     rashomon.Origin // of the time
	Status    rashomon.Status // of the event that it tells first
}

// A Tie is one party that is told to do something to another.
type Tie struct {
	rashomon.Element        // the event
	Happening        int    // its place among those of the comparison, or None
	Actor, Recipient int    // numbers of parties
	Kind             string // its type, or of an occurrence the kind
	Status           rashomon.Status
	IsDenied         bool // somebody in the document says that it is not so, whoever else says that it is
}

// Survey goes through all events once.
func (v *View) Survey() *Survey {
	s := surveyor{View: v, survey: &Survey{Locations: map[int]*rashomon.Location{}}, places: map[string]int{}}
	disputed := v.disputedPlaces()
	for i, h := range v.Comparison.Happenings {
		s.places[h.ID] = i
		s.survey.Scenes = append(s.survey.Scenes, Scene{Happening: h, IsDisputed: disputed[h.ID]})
	}
	for _, d := range v.Digests {
		whole := v.Digest(d.Document)
		s.locate(whole)
		for i := range whole.Events {
			s.add(whole, i)
		}
	}
	s.survey.Sources = v.tellers(s.survey.Scenes)
	return s.survey
}

// locate keeps where the places of a document lie, as the first document that knows it has it.
func (s *surveyor) locate(d *digest.Digest) {
	for i := range d.Entities {
		number := s.Ground.Party(d.Document, i)
		if location := d.Entities[i].Location; location != nil && number != rashomon.None && s.survey.Locations[number] == nil {
			s.survey.Locations[number] = location
		}
	}
}

// tellers returns who tells of scenes, of how many each.
func (v *View) tellers(scenes []Scene) []SourceCount {
	counts := map[string]int{}
	for _, scene := range scenes {
		names := map[string]bool{}
		for _, setting := range scene.Settings {
			names[v.Name(setting.Document)] = true
		}
		for name := range names {
			counts[name]++
		}
	}
	return counted(counts)
}

// disputedPlaces returns the happenings of which accounts tell places that cannot all be.
func (v *View) disputedPlaces() map[string]bool {
	out := map[string]bool{}
	for _, d := range v.Comparison.Differences {
		if d.Kind == rashomon.PointWhere && StandingOf(d) != StandingScope {
			out[d.Happening] = true
		}
	}
	return out
}

// A surveyor goes through events.
type surveyor struct {
	*View
	survey *Survey
	places map[string]int // of happenings among those of the comparison, by id
}

func (s *surveyor) add(d *digest.Digest, index int) {
	event := &d.Events[index]
	actors, recipients := s.numbers(d.Document, event.Actors), s.numbers(d.Document, event.Recipients)
	at := rashomon.None
	if number := s.Ground.Happening(d.Document, index); number != rashomon.None {
		if place, isKept := s.places[s.Ground.HappeningAt(number).ID]; isKept {
			at = place
			scene := &s.survey.Scenes[at]
			scene.set(s.setting(d, event))
			scene.Parties = union(scene.Parties, actors, recipients, s.numbers(d.Document, []int{event.Place}))
		}
	}
	for _, actor := range actors {
		for _, recipient := range recipients {
			if actor != recipient {
				s.survey.Ties = append(s.survey.Ties, Tie{
					Element: rashomon.Element{Document: d.Document, Index: index}, Happening: at, Actor: actor,
					Recipient: recipient, Kind: kindOf(event), Status: event.Status, IsDenied: isDenied(event),
				})
			}
		}
	}
}

// kindOf returns the type of an event, or the kind of one outside the types: "death".
func kindOf(event *digest.Event) string {
	if event.Type == rashomon.TypeOccurrence && event.Mode != "" {
		return event.Mode
	}
	return event.Type
}

func isDenied(event *digest.Event) bool {
	return event.Status == rashomon.StatusDenied ||
		slices.ContainsFunc(event.Views, func(v rashomon.View) bool { return v.Status == rashomon.StatusDenied })
}

// numbers returns the parties of entities of a document, each once, sorted.
func (s *surveyor) numbers(document string, entities []int) []int {
	var out []int
	for _, entity := range entities {
		if number := s.Ground.Party(document, entity); number != rashomon.None {
			out = append(out, number)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func union(lists ...[]int) []int {
	out := slices.Concat(lists...)
	slices.Sort(out)
	return slices.Compact(out)
}

// setting returns where and when one event is set.
func (s *surveyor) setting(d *digest.Digest, event *digest.Event) Setting {
	out := Setting{Document: d.Document, Published: d.Published, Status: event.Status, Places: s.numbers(d.Document, []int{event.Place})}
	if len(out.Places) > 0 {
		out.Origin = event.PlaceFrom
	}
	if event.Time != rashomon.None {
		if timex := d.Timexes[event.Time]; timex.Type == rashomon.TimexDate || timex.Type == rashomon.TimexTime {
			out.From, out.To, out.Timed = timex.From, timex.To, event.TimeFrom
		}
	}
	return out
}

// set adds where and when one event of an account sets a scene. What is told more surely takes the place of what is told less so, and
// a time that is told more exactly that of one as sure.
func (s *Scene) set(next Setting) {
	if len(s.Settings) == 0 || s.Settings[len(s.Settings)-1].Document != next.Document {
		s.Settings = append(s.Settings, next)
		return
	}
	known := &s.Settings[len(s.Settings)-1]
	switch by := surer(next.Origin, known.Origin); {
	case len(next.Places) > 0 && by > 0:
		known.Places, known.Origin = next.Places, next.Origin
	case len(next.Places) > 0 && by == 0:
		known.Places = union(known.Places, next.Places)
	}
	if by := surer(next.Timed, known.Timed); next.From != "" && (known.From == "" || by > 0 || by == 0 && lasts(next) < lasts(*known)) {
		known.From, known.To, known.Timed = next.From, next.To, next.Timed
	}
}

// surer compares origins: more than 0 where the first is surer.
func surer(a, b rashomon.Origin) int {
	order := []rashomon.Origin{"", rashomon.OriginFrame, rashomon.OriginSentence, rashomon.OriginTree}
	return slices.Index(order, a) - slices.Index(order, b)
}

// lasts tells how exact a time is, the smaller the more: 0 a time of day, 1 a day, 2 more than that.
func lasts(s Setting) int {
	const day = len("2011-07-05")
	switch {
	case s.To != "" && s.From[:min(len(s.From), day)] != s.To[:min(len(s.To), day)]:
		return 2
	case len(s.From) > day:
		return 0
	}
	return 1
}
