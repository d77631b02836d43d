package web_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"testing"
)

// TestCorrect dismisses a difference and takes that back: both are seen at once.
func TestCorrect(t *testing.T) {
	t.Parallel()
	api := serve(t, config(), embedded(t)...).URL + "/api/v1"
	before := all(t, api+"/differences", 200)
	ids := idsOf(t, api, before[0])
	names, err := json.Marshal(ids)
	if err != nil {
		t.Fatal(err)
	}
	dismiss := fmt.Sprintf(`{"kind": "dismiss", "author": "A. Reader", "reason": "two lists of one ship", "names": %s}`, names)
	response, body := ask(t, posted(t, api+"/corrections", dismiss))
	var made struct{ Numbers []int64 }
	if err := json.Unmarshal([]byte(body), &made); err != nil || response.StatusCode != http.StatusOK ||
		len(made.Numbers) != len(ids) {
		t.Fatalf("%s %s %v", response.Status, body, err)
	}
	for _, contrast := range all(t, api+"/differences", 200) {
		for _, other := range idsOf(t, api, contrast) {
			if slices.Contains(ids, other) {
				t.Errorf("%s was dismissed and is shown", other)
			}
		}
	}
	for _, number := range made.Numbers {
		undo := fmt.Sprintf(`{"kind": "undo", "author": "A. Reader", "reason": "no: one list", "undoes": %d}`, number)
		if response, body := ask(t, posted(t, api+"/corrections", undo)); response.StatusCode != http.StatusOK {
			t.Fatalf("%s %s", response.Status, body)
		}
	}
	if after := all(t, api+"/differences", 200); len(after) != len(before) {
		t.Errorf("%d differences after the undoing, %d before", len(after), len(before))
	}
	if history := all(t, api+"/corrections", 200); len(history) != 2*len(ids) ||
		history[len(history)-1]["undone_by"] != float64(made.Numbers[0]+int64(len(ids))) {
		t.Errorf("history: %v", history)
	}
}

// idsOf returns the ids of all differences of a question.
func idsOf(t *testing.T, api string, contrast map[string]any) []any {
	t.Helper()
	var alone struct{ IDs []any }
	fetch(t, fmt.Sprintf("%s/differences/%s", api, contrast["id"]), &alone)
	if len(alone.IDs) == 0 {
		t.Fatalf("%s: no ids", contrast["id"])
	}
	return alone.IDs
}

// TestCorrectMembers names what stands in texts by the ids that happenings and parties tell of their members.
func TestCorrectMembers(t *testing.T) {
	t.Parallel()
	api := serve(t, config(), embedded(t)...).URL + "/api/v1"
	for list, letter := range map[string]string{"/happenings": "v", "/parties": "e"} {
		var dossier struct {
			Members []struct{ ID, Words string }
		}
		fetch(t, api+list+"/"+all(t, api+list, 200)[0]["id"].(string), &dossier)
		if len(dossier.Members) < 2 {
			t.Fatalf("%s: %+v", list, dossier)
		}
		a, b := dossier.Members[0].ID, dossier.Members[len(dossier.Members)-1].ID
		for given, want := range map[string]int{
			fmt.Sprintf(`{"kind": "split", "author": "A", "reason": "two", "names": [%q, %q]}`, a, b):        http.StatusOK,
			fmt.Sprintf(`{"kind": "recode", "author": "A", "reason": "b", "names": [%q], "type": "<b>"}`, a): http.StatusBadRequest,
			fmt.Sprintf(`{"kind": "recode", "author": "A", "reason": "b", "names": [%q], "type": %q}`, a,
				map[string]string{"v": "ASSAULT", "e": "GROUP"}[letter]): http.StatusOK,
		} {
			if response, body := ask(t, posted(t, api+"/corrections", given)); response.StatusCode != want {
				t.Errorf("%s: %s %s, want %d", given, response.Status, body, want)
			}
		}
	}
	for _, correction := range all(t, api+"/corrections", 200) {
		if correction["unapplied"] != "" && correction["unapplied"] != nil {
			t.Errorf("not applied: %v", correction)
		}
	}
}

// TestDismissals dismisses one of each kind of finding by the name that pages give it.
func TestDismissals(t *testing.T) {
	t.Parallel()
	api := serve(t, config(), embedded(t)...).URL + "/api/v1"
	within := func(field string) func(map[string]any) string {
		return func(found map[string]any) string { return fmt.Sprint(found["document"], "/", found[field]) }
	}
	for list, name := range map[string]func(map[string]any) string{
		"/agreements": func(found map[string]any) string { return fmt.Sprint(found["id"]) },
		"/echoes":     func(found map[string]any) string { return fmt.Sprint(found["id"]) }, "/predictions": within("at"),
		"/positions": func(found map[string]any) string {
			return fmt.Sprint(found["document"], "/", found["party"].(map[string]any)["id"])
		},
	} {
		dismissed := name(all(t, api+list, 200)[0])
		given := fmt.Sprintf(`{"kind": "dismiss", "author": "A", "reason": "it is none", "names": [%q]}`, dismissed)
		if response, body := ask(t, posted(t, api+"/corrections", given)); response.StatusCode != http.StatusOK {
			t.Fatalf("%s: %s %s", list, response.Status, body)
		}
		if slices.ContainsFunc(all(t, api+list, 200), func(found map[string]any) bool { return name(found) == dismissed }) {
			t.Errorf("%s: %s was dismissed and is shown", list, dismissed)
		}
	}
}

// TestFormerIDs merges two: the ids of both lead to what they are now, and the one that is parted again has its own back.
func TestFormerIDs(t *testing.T) {
	t.Parallel()
	api := serve(t, config(), embedded(t)...).URL + "/api/v1"
	for _, list := range []string{"/happenings", "/parties"} {
		found := all(t, api+list, 200)
		a, b := found[0]["id"].(string), found[1]["id"].(string)
		merge := fmt.Sprintf(`{"kind": "merge", "author": "A", "reason": "one", "names": [%q, %q]}`, a, b)
		if response, body := ask(t, posted(t, api+"/corrections", merge)); response.StatusCode != http.StatusOK {
			t.Fatalf("%s %s", response.Status, body)
		}
		var now [2]struct{ ID string }
		fetch(t, api+list+"/"+a, &now[0])
		fetch(t, api+list+"/"+b, &now[1])
		if now[0].ID != now[1].ID || now[0].ID == "" {
			t.Errorf("%s and %s are one, and lead to %q and %q", a, b, now[0].ID, now[1].ID)
		}
	}
}

// TestRefusedCorrections: what says too little, too much or what cannot be changes nothing, nor does another site.
func TestRefusedCorrections(t *testing.T) {
	t.Parallel()
	api := serve(t, config(), tangled()...).URL + "/api/v1"
	for given, want := range map[string]int{
		`{"kind": "dismiss", "author": "A", "names": ["c000000"]}`: http.StatusUnprocessableEntity,
		// no reason
		`{"kind": "dismiss", "author": "A", "reason": " ", "names": ["c000000"]}`:               http.StatusNotFound,
		`{"kind": "dismiss", "author": "A", "reason": "b", "names": ["c000000"]}`:               http.StatusNotFound,
		`{"kind": "undo", "author": "A", "reason": "b", "undoes": 7}`:                           http.StatusNotFound,
		`{"kind": "undo", "author": "A", "reason": "b"}`:                                        http.StatusBadRequest,
		`{"kind": "merge", "author": "A", "reason": "b", "names": ["p0000", "p1", "p2"]}`:       http.StatusNotFound,
		`{"kind": "marry", "author": "A", "reason": "b"}`:                                       http.StatusUnprocessableEntity,
		`{"kind": "dismiss", "author": 7, "reason": "b"}`:                                       http.StatusUnprocessableEntity,
		`{"kind": "dismiss", "author": "A", "reason": "b", "names": ["\u0000", "<b>"], "x": 1}`: http.StatusUnprocessableEntity,
		`not json`: http.StatusBadRequest,
		"{\"kind\": \"dismiss\", \"author\": \"\xff\", \"reason\": \"b\", \"names\": [\"../x\"]}": http.StatusBadRequest,
	} {
		if response, body := ask(t, posted(t, api+"/corrections", given)); response.StatusCode != want {
			t.Errorf("%s: %s %s, want %d", given, response.Status, body, want)
		}
	}
	r := posted(t, api+"/corrections", `{"kind": "undo", "author": "A", "reason": "b", "undoes": 1}`)
	r.Header.Set("Sec-Fetch-Site", "cross-site")
	if response, body := ask(t, r); response.StatusCode != http.StatusForbidden {
		t.Errorf("of another site: %s %s", response.Status, body)
	}
	if history := all(t, api+"/corrections", 200); len(history) != 0 {
		t.Errorf("history: %v", history)
	}
}

func posted(t *testing.T, address, body string) *http.Request {
	t.Helper()
	r := request(t, http.MethodPost, address, body)
	r.Header.Set("Content-Type", "application/json")
	return r
}
