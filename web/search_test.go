package web_test

import (
	"fmt"
	"net/http"
	"testing"
)

// TestSearchGoesOn searches page by page: the same documents in the same order as at once, each with whom it is by.
func TestSearchGoesOn(t *testing.T) {
	t.Parallel()
	api := serve(t, config(), embedded(t)...).URL + "/api/v1/search?q=dam"
	type found struct {
		Next string
		Hits []struct{ ID, Name string }
	}
	var whole found
	fetch(t, api, &whole)
	if len(whole.Hits) < 3 || whole.Next != "" {
		t.Fatalf("%d hits, and then %q", len(whole.Hits), whole.Next)
	}
	var ids []string
	for after := "0"; after != ""; {
		var page found
		fetch(t, fmt.Sprintf("%s&limit=2&after=%s", api, after), &page)
		for _, hit := range page.Hits {
			ids = append(ids, hit.ID)
		}
		after = page.Next
	}
	for i, hit := range whole.Hits {
		if hit.Name == "" || i >= len(ids) || ids[i] != hit.ID {
			t.Errorf("hit %d is %+v; page by page %v", i, hit, ids)
		}
	}
	for _, query := range []string{"after=-1", "after=x", "after=100000"} {
		response, err := http.Get(api + "&" + query)
		if err != nil {
			t.Fatal(err)
		}
		_ = response.Body.Close()
		if response.StatusCode != http.StatusUnprocessableEntity {
			t.Errorf("%s: %s", query, response.Status)
		}
	}
}
