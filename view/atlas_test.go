package view_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon"
	"rashomon/digest"
	"rashomon/view"
)

// located is an account of one event: who does it, to whom, and where, each an entity of a name.
func located(id, source, published, actor, recipient, place string, location *rashomon.Location) *digest.Digest {
	text := fmt.Sprintf("%s attacked %s near %s.", actor, recipient, place)
	d := account(id, source, published, text)
	at := 0
	for i, name := range []string{actor, recipient, place} {
		entity := digest.Entity{Name: name, Type: rashomon.EntityOrganization}
		if i == 2 {
			entity.Type, entity.Location = rashomon.EntityPlace, location
		}
		extent := rashomon.Extent{Start: at, End: at + len(name)}
		entity.Mentions = []digest.Mention{{Extent: extent, Kind: rashomon.MentionName, Head: name, Text: name}}
		d.Entities = append(d.Entities, entity)
		at = extent.End
	}
	event := &d.Events[0]
	event.Type, event.Lemma, event.Actors, event.Recipients = "ASSAULT", "attack", []int{0}, []int{1}
	if place != "nowhere" {
		event.Place, event.PlaceFrom = 2, rashomon.OriginTree
	}
	return d
}

var (
	karsova = &rashomon.Location{Latitude: 45, Longitude: 15, Radius: 5, Precision: rashomon.PrecisionTown, Name: "Karsova",
		Country: "XXA"}
	velm = &rashomon.Location{Latitude: 46, Longitude: 17, Radius: 5, Precision: rashomon.PrecisionTown, Name: "Velm",
		Country: "XXA"}
	country = &rashomon.Location{Latitude: 45.5, Longitude: 16, Radius: 200, Precision: rashomon.PrecisionCountry, Name: "Orvenia",
		Country: "XXA"}
)

// places prints the places of an atlas, with the accounts that set something there.
func places(v *view.View, filter view.Filter) []string {
	out := []string{}
	atlas := v.Atlas(v.Choose(filter), 0, view.Days{})
	for _, site := range append(atlas.Places, atlas.Nowhere) {
		for _, placed := range site.Placed {
			out = append(out, fmt.Sprint(site.Name, " ", placed.Accounts(), " parted ", placed.IsParted))
		}
	}
	return out
}

// TestAtlas sets happenings where accounts do: at several places where they part, at none where none tells one.
func TestAtlas(t *testing.T) {
	t.Parallel()
	v := view.New([]*digest.Digest{
		located("a1", "A", "2015-04-02", "Army", "Rebels", "Karsova", karsova),
		located("b2", "B", "2015-04-03", "Unionists", "Strikers", "nowhere", nil),
	}, view.Options{})
	want := []string{"Karsova [a1] parted false", " [b2] parted false"}
	if diff := cmp.Diff(want, places(v, view.Filter{})); diff != "" {
		t.Error(diff)
	}
	of := view.Filter{}
	of.Source = "A"
	if diff := cmp.Diff(want[:1], places(v, of)); diff != "" {
		t.Errorf("of A: %s", diff)
	}
	of.Document = "b2"
	if got := places(v, of); len(got) != 0 {
		t.Errorf("of A in what is by B: %v", got)
	}
}

// TestParted tells places that cannot be one from a place within another.
func TestParted(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		other *rashomon.Location
		want  bool
	}{{velm, true}, {country, false}, {nil, false}} {
		v := view.New([]*digest.Digest{
			located("a1", "A", "2015-04-02", "Army", "Rebels", "Karsova", karsova),
			located("b2", "B", "2015-04-02", "Army", "Rebels", "Elsewhere", test.other),
		}, view.Options{})
		survey := v.Survey()
		if len(survey.Scenes) != 2 {
			t.Fatalf("%d scenes, want one of each account", len(survey.Scenes))
		}
		scene := survey.Scenes[0]
		scene.Settings = append(scene.Settings, survey.Scenes[1].Settings...) // as if the two were one
		survey.Scenes = []view.Scene{scene}
		for _, site := range v.Atlas(v.Choose(view.Filter{}), 0, view.Days{}).Places {
			if len(site.Placed) != 1 || site.Placed[0].IsParted != test.want {
				t.Errorf("%v: %+v", test.other, site)
			}
			if elsewhere := v.Elsewhere(v.Choose(view.Filter{}), &scene, site.ID); len(elsewhere) != 1 ||
				elsewhere[0].IsParted != test.want {
				t.Errorf("%v: elsewhere %+v", test.other, elsewhere)
			}
		}
	}
}

// TestNetwork counts who does what to whom by account and by how it is told, and says what it does not draw.
func TestNetwork(t *testing.T) {
	t.Parallel()
	denied := located("b2", "B", "2015-04-03", "Army", "Rebels", "nowhere", nil)
	denied.Events[0].Status = rashomon.StatusDenied
	unnamed := located("c3", "C", "2015-04-03", "Army", "three men", "nowhere", nil)
	unnamed.Entities[1].Mentions[0].Kind = rashomon.MentionNominal
	v := view.New([]*digest.Digest{located("a1", "A", "2015-04-02", "Army", "Rebels", "nowhere", nil), denied, unnamed},
		view.Options{})
	all := v.Choose(view.Filter{})
	network := v.Network(all, view.Strand{}, 10)
	if len(network.Edges) != 1 || network.Told != 2 || network.Drawn != 2 || network.Unnamed != 1 {
		t.Fatalf("got %+v", network)
	}
	edge := network.Edges[0]
	if edge.Accounts != 2 || edge.AsSo != 1 || edge.Denied != 1 || edge.Open != 0 {
		t.Errorf("got %+v", edge)
	}
	if got := v.Network(all, view.Strand{State: view.TieDenied}, 10); got.Told != 1 || got.Sources[0].Name != "B" {
		t.Errorf("denied: %+v", got)
	}
	if got := v.Network(all, view.Strand{}, 0); got.Drawn != 0 || got.Told != 2 || got.Pairs != 1 {
		t.Errorf("none drawn: %+v", got)
	}
}

// TestLanes sets what an account tells at its own time, and what it does not date apart.
func TestLanes(t *testing.T) {
	t.Parallel()
	dated := located("a1", "A", "2015-04-02", "Army", "Rebels", "nowhere", nil)
	dated.Timexes = []digest.Timex{{Type: rashomon.TimexDate, From: "2015-03-01", To: "2015-03-31"}}
	dated.Events[0].Time, dated.Events[0].TimeFrom = 0, rashomon.OriginTree
	v := view.New([]*digest.Digest{dated, located("b2", "B", "2015-04-03", "Unionists", "Strikers", "nowhere", nil)}, view.Options{})
	survey := v.Survey()
	lanes := v.Lanes(v.Choose(view.Filter{}), 0)
	if len(lanes.Lanes) != 2 || len(lanes.Lanes[0].Dated) != 1 || len(lanes.Lanes[1].Undated) != 1 || lanes.From != "2015-03-01" ||
		lanes.To != "2015-03-31" {
		t.Fatalf("got %+v", lanes)
	}
	later := v.Choose(view.Filter{Happened: view.Days{From: "2015-04"}})
	if lanes := v.Lanes(later, 0); len(lanes.Lanes) != 0 {
		t.Errorf("after March: %+v", lanes)
	}
	survey.Scenes[1].From = "2015-04-01" // as if others told a day
	if lanes := v.Lanes(later, 0); len(lanes.Lanes) != 1 || lanes.Lanes[0].Document != "b2" || len(lanes.Lanes[0].Undated) != 1 {
		t.Errorf("after March, dated by others: %+v", lanes)
	}
}

// TestAtlasCounts counts at each place the documents that set something there, each once, and whom they are by, by the largest
// first.
func TestAtlasCounts(t *testing.T) {
	t.Parallel()
	v := view.New([]*digest.Digest{
		located("a1", "A", "2015-04-02", "Army", "Rebels", "Karsova", karsova),
		located("b2", "B", "2015-04-02", "Army", "Rebels", "Karsova", karsova),
		located("c3", "B", "2015-05-02", "Army", "Rebels", "Karsova", karsova),
		located("d4", "C", "2015-05-02", "Unionists", "Strikers", "nowhere", nil),
	}, view.Options{})
	atlas := v.Atlas(v.Choose(view.Filter{}), 0, view.Days{})
	var got []string
	for _, site := range append(atlas.Places, atlas.Nowhere) {
		got = append(got, fmt.Sprint(site.Name, " ", site.Accounts, " ", site.Sources))
	}
	if diff := cmp.Diff([]string{"Karsova 3 [{B 2} {A 1}]", " 1 [{C 1}]"}, got); diff != "" {
		t.Error(diff)
	}
}
