package view

import (
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// A Survey is what all events tell: where and when accounts set what happened, who they tell did what to whom, and on whose word.
// For it all digests are gone through once, for the pages that ask over and over.
type Survey struct {
	Scenes []Scene // of each happening of the comparison, in its order
	Ties   []Tie   // by document and event

	Sources []SourceCount // who tells, of how many happenings

	Locations map[int]*rashomon.Location // of the places that the gazetteer knows, by number of the party

	record     record
	mentions   map[string][]mention // of each document
	publishers []int32              // whom each document of the view is by: a place among the names
	names      []string
}

// A Scene is a happening as its accounts set it.
type Scene struct {
	*rashomon.Happening
	Parties    []int     // numbers of those that take part, and of its places, sorted
	Settings   []Setting // one of each account, by document
	IsDisputed bool      // accounts tell places that cannot all be
}

// A Setting is where and when one account sets a happening.
type Setting struct {
	Document string
	Places   []int           // numbers of parties, sorted; as surely told as any
	Origin   rashomon.Origin // of the places
	From, To string          // "" where it tells no time
	Timed    rashomon.Origin // of the time
	Status   rashomon.Status // of the event that it tells first
	statuses statuses        // of all
	at       int32           // the place of the document in the view
}

// statuses are those that one account gives a happening, a bit each.
type statuses uint8

func statusesOf(s rashomon.Status) statuses {
	all := []rashomon.Status{
		rashomon.StatusActual, rashomon.StatusDenied, rashomon.StatusPossible, rashomon.StatusFuture, rashomon.StatusHypothetical,
	}
	return 1 << (slices.Index(all, s) + 1)
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

// A mention is where a document speaks of a party.
type mention struct{ start, end, party int32 }

// Survey goes through all events, the first time that it is asked.
func (v *View) Survey() *Survey { return v.survey.get(v.surveyed) }

func (v *View) surveyed() *Survey {
	s := surveyor{View: v, survey: &Survey{Locations: map[int]*rashomon.Location{}, mentions: map[string][]mention{}}}
	s.survey.record.numbers = map[string]uint32{}
	disputed := v.disputedPlaces()
	for i := range v.Comparison.Happenings {
		h := &v.Comparison.Happenings[i]
		s.survey.Scenes = append(s.survey.Scenes, Scene{Happening: h, IsDisputed: disputed[h.ID]})
	}
	s.survey.publishers, s.survey.names = v.publishers()
	for at, d := range v.Digests {
		s.at = int32(at)
		whole := d.Whole() // once: to be kept whole, as who asks again needs it, a hundred megabytes would fill with what nobody asked for
		s.locate(whole)
		for i := range whole.Events {
			s.add(whole, i)
			s.survey.record.add(at, whole, i, s.numbers)
		}
	}
	s.survey.Sources = v.tellers(s.survey.Scenes)
	return s.survey
}

// publishers returns whom each document is by, as a place among the names of all who publish.
func (v *View) publishers() ([]int32, []string) {
	of, names, known := make([]int32, len(v.Digests)), []string{}, map[string]int32{}
	for i, d := range v.Digests {
		name := v.Name(d.Document)
		number, found := known[name]
		if !found {
			number = int32(len(names))
			names, known[name] = append(names, name), number
		}
		of[i] = number
	}
	return of, names
}

// locate keeps where a document speaks of parties, and where its places lie, as the first document that knows it has it.
func (s *surveyor) locate(d *digest.Digest) {
	var mentions []mention
	for i := range d.Entities {
		number := s.Ground.Party(d.Document, i)
		if number == rashomon.None {
			continue
		}
		if location := d.Entities[i].Location; location != nil && s.survey.Locations[number] == nil {
			s.survey.Locations[number] = location
		}
		for _, m := range d.Entities[i].Mentions {
			mentions = append(mentions, mention{int32(m.Extent.Start), int32(m.Extent.End), int32(number)})
		}
	}
	s.survey.mentions[d.Document] = slices.Clip(mentions)
}

// tellers returns who tells of scenes, of how many each.
func (v *View) tellers(scenes []Scene) []SourceCount {
	counts := map[string]int{}
	var names []string
	for _, scene := range scenes {
		names = names[:0]
		for _, setting := range scene.Settings {
			if name := v.Name(setting.Document); !slices.Contains(names, name) {
				names = append(names, name)
				counts[name]++
			}
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

// scene returns the place of a happening among those of the comparison, which are sorted by id, or None.
func (v *View) scene(happening string) int {
	at, found := slices.BinarySearchFunc(v.Comparison.Happenings, happening, func(h rashomon.Happening, id string) int {
		return strings.Compare(h.ID, id)
	})
	if !found {
		return rashomon.None
	}
	return at
}

// A surveyor goes through events.
type surveyor struct {
	*View
	survey *Survey
	at     int32 // the place of the document in the view
}

func (s *surveyor) add(d *digest.Digest, index int) {
	event := &d.Events[index]
	actors, recipients := s.numbers(d.Document, event.Actors), s.numbers(d.Document, event.Recipients)
	at := s.scene(s.happeningOf(d.Document, index))
	if at != rashomon.None {
		scene := &s.survey.Scenes[at]
		scene.set(s.setting(d, event))
		scene.Parties = union(scene.Parties, actors, recipients, s.numbers(d.Document, []int{event.Place}))
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
func (v *View) numbers(document string, entities []int) []int {
	var out []int
	for _, entity := range entities {
		if number := v.Ground.Party(document, entity); number != rashomon.None {
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
	out := Setting{
		Document: d.Document, Status: event.Status, statuses: statusesOf(event.Status), at: s.at,
		Places: s.numbers(d.Document, []int{event.Place}),
	}
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

// set adds where and when one event of an account sets a scene. What is told more surely takes the place of what is told less so,
// and a time that is told more exactly that of one as sure.
func (s *Scene) set(next Setting) {
	if len(s.Settings) == 0 || s.Settings[len(s.Settings)-1].Document != next.Document {
		s.Settings = append(s.Settings, next)
		return
	}
	known := &s.Settings[len(s.Settings)-1]
	known.statuses |= next.statuses
	switch by := surer(next.Origin, known.Origin); {
	case len(next.Places) > 0 && by > 0:
		known.Places, known.Origin = next.Places, next.Origin
	case len(next.Places) > 0 && by == 0:
		known.Places = union(known.Places, next.Places)
	}
	by := surer(next.Timed, known.Timed)
	if next.From != "" && (known.From == "" || by > 0 || by == 0 && lasts(next) < lasts(*known)) {
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
