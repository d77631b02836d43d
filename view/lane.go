package view

import (
	"cmp"
	"slices"
	"strings"

	"rashomon"
)

// Lanes are what accounts tell, each by the time that it tells itself.
type Lanes struct {
	Lanes   []Lane `json:"lanes" doc:"by day of publication, undated ones last; where there are too many, of the accounts that tell most"`
	LeftOut int    `json:"left_out" doc:"accounts that tell of this too, and have no lane here"`
	From    string `json:"from" doc:"when the first of what is on the lanes began, or empty"`
	To      string `json:"to" doc:"when the last of it ended"`
}

// A Lane is what one account tells.
type Lane struct {
	Document  string  `json:"document"`
	Name      string  `json:"name"`
	Published string  `json:"published"`
	Dated     []Dated `json:"dated" doc:"by time: what most accounts tell of, where there is too much"`
	Undated   []Dated `json:"undated" doc:"of which this account tells no time"`
	LeftOut   int     `json:"left_out" doc:"how many more it tells of"`
}

// A Dated is a happening by the time at which one account sets it.
type Dated struct {
	ID       string          `json:"id"`
	Title    string          `json:"title"`
	From     string          `json:"from" doc:"as exactly as this account tells it; empty where it does not"`
	To       string          `json:"to"`
	Status   rashomon.Status `json:"status"`
	Accounts int             `json:"accounts" doc:"how many tell of it"`
}

// What is drawn at most: more lanes than fit on two screens, and more marks than can be told apart, are of no use to anybody.
const (
	mostLanes = 30
	mostDated = 120 // on a lane, and as many without a time
)

// Lanes returns what the accounts meant tell by their own times, of what so many of them or more tell of. The days are asked of
// these times, and where an account tells none of what the others do.
func (v *View) Lanes(choice *Choice, told int) Lanes {
	whenever := choice.without(func(c *Choice) { c.filter.Happened = Days{} })
	scenes, lanes := v.Survey().Scenes, map[string]*Lane{}
	for i := range scenes {
		scene := &scenes[i]
		for _, setting := range whenever.settings(scene, told) {
			from, to := setting.From, setting.To
			if from == "" {
				from, to = scene.From, scene.To
			}
			if !choice.filter.Happened.Meet(from, to) {
				continue
			}
			lane := lanes[setting.Document]
			if lane == nil {
				d := v.byID[setting.Document]
				lane = &Lane{Document: d.Document, Name: d.By(), Published: d.Published, Dated: []Dated{}, Undated: []Dated{}}
				lanes[d.Document] = lane
			}
			lane.add(Dated{scene.ID, scene.Title, setting.From, cmp.Or(setting.To, setting.From), setting.Status, len(scene.Accounts)})
		}
	}
	return drawn(lanes)
}

func (l *Lane) add(d Dated) {
	if d.From == "" {
		l.Undated = append(l.Undated, d)
	} else {
		l.Dated = append(l.Dated, d)
	}
}

// drawn keeps of lanes what can be drawn.
func drawn(lanes map[string]*Lane) Lanes {
	out := Lanes{Lanes: []Lane{}}
	for _, lane := range lanes {
		out.Lanes = append(out.Lanes, *lane)
	}
	tells := func(l Lane) int { return len(l.Dated)*1_000_000 + len(l.Undated) }
	slices.SortFunc(out.Lanes, func(a, b Lane) int {
		return cmp.Or(cmp.Compare(tells(b), tells(a)), strings.Compare(a.Document, b.Document))
	})
	if out.LeftOut = max(len(out.Lanes)-mostLanes, 0); out.LeftOut > 0 {
		out.Lanes = out.Lanes[:mostLanes]
	}
	slices.SortFunc(out.Lanes, func(a, b Lane) int { // undated ones last
		return cmp.Or(strings.Compare(cmp.Or(a.Published, "~"), cmp.Or(b.Published, "~")), strings.Compare(a.Name, b.Name),
			strings.Compare(a.Document, b.Document))
	})
	for i := range out.Lanes {
		lane := &out.Lanes[i]
		all := len(lane.Dated) + len(lane.Undated)
		lane.Dated, lane.Undated = foremost(lane.Dated), foremost(lane.Undated)
		lane.LeftOut = all - len(lane.Dated) - len(lane.Undated)
		for _, d := range lane.Dated {
			if out.From == "" || d.From < out.From {
				out.From = d.From
			}
			out.To = max(out.To, d.To)
		}
	}
	return out
}

// foremost returns what most accounts tell of, by time.
func foremost(all []Dated) []Dated {
	slices.SortStableFunc(all, func(a, b Dated) int { return cmp.Compare(b.Accounts, a.Accounts) })
	all = all[:min(len(all), mostDated)]
	slices.SortStableFunc(all, func(a, b Dated) int { return strings.Compare(a.From, b.From) })
	return all
}
