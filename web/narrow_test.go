package web_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"rashomon"
	"rashomon/rashomontest"
)

// published returns a document that tells when it was published.
func published(text, day string) *rashomon.Document {
	doc, original := rashomontest.Document(text), rashomon.Original{Bytes: []byte(text)}
	doc.ID, doc.SHA256, doc.Name, doc.Reading = original.ID(), original.SHA256(), "a.txt", "test"
	doc.Details = []rashomon.Detail{
		{Field: rashomon.FieldPublished, Value: day, Rule: "test"}, {Field: rashomon.FieldLanguage, Value: "en", Rule: "test"},
	}
	return doc
}

// TestKnownOn asks what was known on days: another board, made beside, of what had been published by then.
func TestKnownOn(t *testing.T) {
	t.Parallel()
	server := serve(t, config(), published("The ferry sank.", "2015-04-02"), published("The ferry did not sink.", "2015-04-09"))
	for day, want := range map[string]int{"": 2, "2015-04-02": 1, "2015-04-08": 1, "2015-04": 2, "2015-03": 0} {
		var matrix struct{ Accounts int }
		fetch(t, server.URL+"/api/v1/matrix?known_on="+day, &matrix)
		if matrix.Accounts != want {
			t.Errorf("%s: got %d accounts, want %d", day, matrix.Accounts, want)
		}
	}
	for _, query := range []string{"matrix?known_on=tomorrow", "timeline?from=x", "differences?status=false",
		"happenings?known_on=2015-4-2", "report?to=2015-"} {
		response, err := http.Get(server.URL + "/api/v1/" + query)
		if err != nil {
			t.Fatal(err)
		}
		_ = response.Body.Close()
		if response.StatusCode != http.StatusUnprocessableEntity {
			t.Errorf("%s: %s", query, response.Status)
		}
	}
}

// TestKnownOnAMap asks the map, the network and the lanes what was known on a day: what they show is compared of that alone.
func TestKnownOnAMap(t *testing.T) {
	t.Parallel()
	api := serve(t, config(), embedded(t)...).URL + "/api/v1"
	for _, path := range []string{"/map?", "/lanes?told=1&", "/network?unnamed=true&"} {
		answers := map[string]string{}
		for _, day := range []string{"", "2017-03-27", "2016"} {
			var answer json.RawMessage
			fetch(t, api+path+"known_on="+day, &answer)
			answers[day] = string(answer)
		}
		if all, early, none := len(answers[""]), len(answers["2017-03-27"]), len(answers["2016"]); all <= early || early <= none {
			t.Errorf("%s: %d bytes of all, %d of what was known early, %d of what was before it happened", path, all, early, none)
		}
	}
}

// TestKnownOnEverywhere asks every page of the embedded case as it was known on a day, before most was written: each tells less.
func TestKnownOnEverywhere(t *testing.T) {
	t.Parallel()
	api := serve(t, config(), embedded(t)...).URL + "/api/v1"
	party, happening := all(t, api+"/parties", 200)[0]["id"].(string), all(t, api+"/happenings", 200)[0]["id"].(string)
	for _, path := range []string{
		"/overview?", "/documents?", "/parties?", "/parties/" + party + "?", "/happenings/" + happening + "?", "/why/" + happening + "?", "/positions?",
		"/echoes?", "/predictions?", "/search?q=dam&",
		"/documents/" + all(t, api+"/documents", 200)[0]["id"].(string) + "?",
	} {
		var whole, early json.RawMessage
		fetch(t, api+path, &whole)
		fetch(t, api+path+"known_on=2017-03-27", &early)
		if len(early) >= len(whole) {
			t.Errorf("%s: %d bytes of what was known early, %d of all", path, len(early), len(whole))
		}
	}
}

// TestKnownOnCorrects names a happening as it is named on a day on which less was known: the correction holds for all.
func TestKnownOnCorrects(t *testing.T) {
	t.Parallel()
	api := serve(t, config(), embedded(t)...).URL + "/api/v1"
	early := all(t, api+"/differences?standing=likely&known_on=2017-03-28", 200)[0]["id"]
	dismiss := fmt.Sprintf(`{"kind": "dismiss", "author": "A", "reason": "b", "names": [%q], "known_on": "2017-03-28"}`, early)
	if response, body := ask(t, posted(t, api+"/corrections", dismiss)); response.StatusCode != http.StatusOK {
		t.Fatalf("%s %s", response.Status, body)
	}
	for _, contrast := range all(t, api+"/differences?standing=likely&known_on=2017-03-28", 200) {
		var alone struct{ IDs []any }
		fetch(t, fmt.Sprintf("%s/differences/%s?known_on=2017-03-28", api, contrast["id"]), &alone)
		if len(alone.IDs) == 0 || slices.Contains(alone.IDs, early) {
			t.Errorf("%s was dismissed and is shown", early)
		}
	}
}

// TestNarrow narrows every list of the embedded case down, and gets less each time.
func TestNarrow(t *testing.T) {
	t.Parallel()
	api := serve(t, config(), embedded(t)...).URL + "/api/v1"
	for _, path := range []string{"/differences?standing=likely", "/agreements?roots=1", "/happenings?told=1", "/timeline?told=1",
		"/timeline?told=1&undated=true"} {
		whole := len(all(t, api+path, 200))
		for _, narrow := range []string{"known_on=2017-03-27", "from=2017-03-26&to=2017-03-26", "source=Meridian", "party=Ministry",
			"place=Osterna", "status=denied"} {
			if got := len(all(t, api+path+"&"+narrow, 200)); got >= whole {
				t.Errorf("%s&%s: %d of %d", path, narrow, got, whole)
			}
		}
		if got := len(all(t, api+path+"&source="+strings.Repeat("x", 20), 200)); got != 0 {
			t.Errorf("%s: %d by nobody", path, got)
		}
	}
}

// TestKnownOnOfLater asks, by the ids of today, for what is known on days: what had another id then is found, and of what was not
// there yet the answer is empty and says so.
func TestKnownOnOfLater(t *testing.T) {
	t.Parallel()
	server := serve(t, config(), embedded(t)...)
	api := server.URL + "/api/v1"
	const early, before = "known_on=2017-03-27", "known_on=2016"
	parties, renamed := all(t, api+"/parties", 200), 0
	then := map[string]bool{}
	for _, p := range all(t, api+"/parties?"+early, 200) {
		then[p["id"].(string)] = true
	}
	for _, p := range parties {
		id := p["id"].(string)
		var network struct{ Unknown []string }
		fetch(t, api+"/network?"+before+"&party="+id, &network)
		if len(network.Unknown) != 1 || network.Unknown[0] != "party" {
			t.Fatalf("%s before anything was known: %v", id, network.Unknown)
		}
		var known struct{ Unknown []string }
		if fetch(t, api+"/lanes?told=1&"+early+"&party="+id, &known); len(known.Unknown) > 0 || then[id] {
			continue
		}
		var portrait struct{ Name string }
		fetch(t, api+"/parties/"+id+"?"+early, &portrait)
		renamed++
	}
	first := parties[0]["id"].(string)
	if renamed == 0 {
		t.Error("no party had another id on an earlier day: this tests nothing")
	}
	for path, want := range map[string]int{
		"/map/" + first + "?" + before: http.StatusOK, "/parties/" + first + "?" + before: http.StatusNotFound,
		"/map/p00000000?" + early: http.StatusNotFound, "/happenings/h00000000?" + early: http.StatusNotFound,
	} {
		response, err := http.Get(api + path)
		if err != nil {
			t.Fatal(err)
		}
		_ = response.Body.Close()
		if response.StatusCode != want {
			t.Errorf("%s: %s", path, response.Status)
		}
	}
}
