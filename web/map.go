package web

import (
	"context"
	"slices"

	"rashomon"
	"rashomon/view"
)

// Placing tells what of the map is meant.
type Placing struct {
	Accounts
	Told int    `query:"told" minimum:"1" default:"1" doc:"by how many of the documents meant, at least"`
	At   string `query:"at" pattern:"^\\d{4}(-\\d{2}(-\\d{2})?)?$" doc:"a day, month or year to stop at: only what may have happened then"`
	By   bool   `query:"by" doc:"and what may have happened before 'at'"`
}

// at returns the days to stop at.
func (in Placing) at() view.Days {
	if in.By {
		return view.Days{To: in.At}
	}
	return view.Days{From: in.At, To: in.At}
}

// MapInput asks for the map.
type MapInput struct {
	Placing
	Page
}

// A Map is where accounts set what happened.
type Map struct {
	Unknown
	Places  List[Place]        `json:"places" doc:"those that most accounts speak of first; those that the gazetteer does not know have no location"`
	Nowhere Place              `json:"nowhere" doc:"what no account sets anywhere"`
	Total   int                `json:"total" doc:"happenings"`
	Days    []view.Stop        `json:"days" doc:"what 'at' can be: days on which something began, or months or years where there are many"`
	Undated int                `json:"undated" doc:"happenings without a day, which no 'at' shows"`
	Sources []view.SourceCount `json:"sources" doc:"all who publish, whoever is asked for, with of how many happenings they tell"`
}

// A Place is a place with what is set there.
type Place struct {
	ID         string             `json:"id"`
	Name       string             `json:"name"`
	Location   *rashomon.Location `json:"location,omitempty"`
	Guessed    bool               `json:"guessed" doc:"no account names it beside what happened: it is what they are about there"`
	Accounts   int                `json:"accounts" doc:"documents"`
	Sources    []view.SourceCount `json:"sources" doc:"of whom these are: the first of them"`
	By         int                `json:"by" doc:"sources in all"`
	Parted     int                `json:"parted" doc:"how many of the happenings other accounts set elsewhere"`
	Total      int                `json:"total" doc:"happenings"`
	Happenings []Placed           `json:"happenings" doc:"the first of them, told by most: /map/{place} has all"`
}

// A Placed is a happening at one of its places.
type Placed struct {
	ID        string             `json:"id"`
	Title     string             `json:"title"`
	Type      string             `json:"type"`
	From      string             `json:"from" doc:"as exactly as told; empty where no account tells a day"`
	To        string             `json:"to"`
	Accounts  int                `json:"accounts" doc:"documents that set it here"`
	Sources   []view.SourceCount `json:"sources" doc:"of whom these are: the first of them"`
	By        int                `json:"by" doc:"sources in all"`
	Origin    rashomon.Origin    `json:"origin" enum:",tree,sentence,frame" doc:"how surely: named with it, in its sentence, or only what the text is about there"`
	Parted    bool               `json:"parted" doc:"another account sets it at a place that lies apart from this one"`
	Disputed  bool               `json:"disputed" doc:"accounts set it at places that cannot all be"`
	Elsewhere []Elsewhere        `json:"elsewhere" doc:"where accounts set it besides: first where it lies apart, then what most tell"`

	ElsewhereTotal int `json:"elsewhere_total" doc:"how many such places there are"`
}

// Elsewhere is another place of a happening.
type Elsewhere struct {
	ID       string             `json:"id"`
	Name     string             `json:"name"`
	Accounts int                `json:"accounts" doc:"documents that set it there"`
	Sources  []view.SourceCount `json:"sources" doc:"the first of them"`
	By       int                `json:"by" doc:"sources in all"`
	Parted   bool               `json:"parted" doc:"other accounts set it there, and the two places lie apart"`
}

// placedShown is how many happenings a place on the map brings along.
const placedShown = 6

// sourcesShown is how many of those who tell something the map names: as many as have a badge of their own.
const sourcesShown = 24

// elsewhereShown is how many of the other places of a happening the map names: of what hundreds tell there may be a hundred.
const elsewhereShown = 8

func foremost(sources []view.SourceCount) []view.SourceCount {
	return sources[:min(len(sources), sourcesShown)]
}

func (s *Server) worldMap(ctx context.Context, in *MapInput) (*Body[Map], error) {
	b, choice, err := s.chosen(ctx, in.Accounts)
	if err != nil {
		return nil, err
	}
	atlas := b.Atlas(choice, in.Told, in.at())
	show := func(site view.Site) Place { return b.place(site, choice) }
	places, err := listed(in.Page, atlas.Places, func(site view.Site) string { return site.ID }, show)
	if err != nil {
		return nil, err
	}
	return body(Map{
		Unknown{choice.Unknown}, places.Body, show(atlas.Nowhere), atlas.Total, atlas.Days, atlas.Undated, b.Survey().Sources,
	}), nil
}

func (b *board) place(site view.Site, choice *view.Choice) Place {
	isNamed := func(p view.Placed) bool { return p.Origin != rashomon.OriginFrame }
	out := Place{
		ID: site.ID, Name: site.Name, Location: site.Location, Accounts: site.Accounts, Sources: foremost(site.Sources), By: len(site.Sources), Parted: site.Parted,
		Total: len(site.Placed), Happenings: []Placed{}, Guessed: len(site.Placed) > 0 && !slices.ContainsFunc(site.Placed, isNamed),
	}
	for _, placed := range site.Placed[:min(len(site.Placed), placedShown)] {
		out.Happenings = append(out.Happenings, b.placed(placed, site.ID, choice))
	}
	return out
}

func (b *board) placed(p view.Placed, place string, choice *view.Choice) Placed {
	accounts, here := p.Accounts(), map[string]bool{}
	sources := b.SourcesOf(accounts)
	for _, document := range accounts {
		here[document] = true
	}
	out := Placed{
		ID: p.Scene.ID, Title: p.Scene.Title, Type: p.Scene.Type, From: p.Scene.From, To: p.Scene.To,
		Accounts: len(accounts), Sources: foremost(sources), By: len(sources),
		Origin: p.Origin, Parted: p.IsParted, Disputed: p.Scene.IsDisputed, Elsewhere: []Elsewhere{},
	}
	others := b.Elsewhere(choice, p.Scene, place)
	isParted := func(other view.Other) bool {
		isOther := func(document string) bool { return !here[document] }
		return p.IsParted && other.IsParted && slices.ContainsFunc(other.Accounts, isOther)
	}
	parted := map[string]bool{}
	for _, other := range others {
		parted[other.ID] = isParted(other)
	}
	slices.SortStableFunc(others, func(x, y view.Other) int { // those that lie apart first
		switch {
		case parted[x.ID] == parted[y.ID]:
			return 0
		case parted[x.ID]:
			return -1
		}
		return 1
	})
	out.ElsewhereTotal = len(others)
	for _, other := range others[:min(len(others), elsewhereShown)] {
		by := b.SourcesOf(other.Accounts)
		out.Elsewhere = append(out.Elsewhere, Elsewhere{other.ID, other.Name, len(other.Accounts), foremost(by), len(by), parted[other.ID]})
	}
	return out
}

// PlaceInput asks for what is set at a place.
type PlaceInput struct {
	ID string `path:"id" maxLength:"64" doc:"the id of a place, or 'nowhere' for what no account sets anywhere"`
	Placing
	Page
}

func (s *Server) placedAt(ctx context.Context, in *PlaceInput) (*Body[List[Placed]], error) {
	b, choice, err := s.chosen(ctx, in.Accounts)
	if err != nil {
		return nil, err
	}
	if in.ID != view.Nowhere && !b.HasParty(in.ID) {
		return nil, unknown("path.id", in.ID)
	}
	atlas := b.Atlas(choice, in.Told, in.at())
	site := atlas.Nowhere
	if in.ID != view.Nowhere {
		site = atlas.At(b.Parties(in.ID))
	}
	show := func(p view.Placed) Placed { return b.placed(p, site.ID, choice) }
	return listed(in.Page, site.Placed, func(p view.Placed) string { return p.Scene.ID }, show)
}

// LanesInput asks for what accounts tell by their own times.
type LanesInput struct {
	Accounts
	Told int `query:"told" minimum:"1" default:"2" doc:"by how many of the documents meant, at least"`
}

// Lanes are what accounts tell by their own times.
type Lanes struct {
	Unknown
	view.Lanes
}

func (s *Server) lanes(ctx context.Context, in *LanesInput) (*Body[Lanes], error) {
	b, choice, err := s.chosen(ctx, in.Accounts)
	if err != nil {
		return nil, err
	}
	return body(Lanes{Unknown{choice.Unknown}, b.Lanes(choice, in.Told)}), nil
}
