package web

import (
	"slices"

	"rashomon"
)

// A Page asks for a part of a list.
type Page struct {
	After string `query:"after" maxLength:"64" doc:"the id behind which the page begins: 'next' of the page before"`
	Limit int    `query:"limit" minimum:"1" maximum:"200" default:"50" doc:"how many at most"`
}

// A List is a part of a list.
type List[T any] struct {
	Total int    `json:"total" doc:"how many there are in all"`
	Next  string `json:"next,omitempty" doc:"give it as 'after' for the next page; absent on the last"`
	Items []T    `json:"items"`
}

// listed cuts a page out of a list, by the ids of what stands in it, and shows what is on it.
func listed[T, U any](page Page, all []T, id func(T) string, show func(T) U) (*Body[List[U]], error) {
	out := List[U]{Total: len(all), Items: []U{}}
	from := 0
	if page.After != "" {
		if from = slices.IndexFunc(all, func(t T) bool { return id(t) == page.After }) + 1; from == 0 {
			return nil, &rashomon.Error{
				Kind: rashomon.ErrorUsage, Place: "query.after", Cause: "nothing in this list has the id " + page.After,
				Remedy: "the list may have changed since: begin it again, without 'after'",
			}
		}
	}
	to := min(from+page.Limit, len(all))
	for _, t := range all[from:to] {
		out.Items = append(out.Items, show(t))
	}
	if to < len(all) {
		out.Next = id(all[to-1])
	}
	return body(out), nil
}
