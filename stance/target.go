package stance

import (
	"rashomon"
	"rashomon/network"
)

// isTarget reports whether a mention is asked for: a name or a noun for a person, an organization, a group, or a
// place that does or says something. A name within another name is not: "Bergen" in "University of Bergen".
func (r *reading) isTarget(mention int) bool {
	m := r.doc.Mentions[mention]
	if m.Kind == rashomon.MentionPronoun || r.isWithinName(mention) {
		return false
	}
	switch r.doc.Entities[m.Entity].Type {
	case rashomon.EntityPerson, rashomon.EntityOrganization, rashomon.EntityGroup:
		return true
	case rashomon.EntityPlace:
		return r.acting[m.Entity]
	}
	return false
}

func (r *reading) isWithinName(mention int) bool {
	m := r.doc.Mentions[mention]
	name := r.names[m.Head]
	return name != rashomon.None && name != mention && r.doc.Mentions[name].Span.Len() > m.Span.Len()
}

// markActing fills acting.
func (r *reading) markActing() {
	clear(network.Resize(&r.acting, len(r.doc.Entities)))
	for _, event := range r.doc.Events {
		for _, actor := range event.Actors {
			r.acting[actor] = true
		}
	}
	for _, statement := range r.doc.Statements {
		if statement.Holder != rashomon.None {
			r.acting[statement.Holder] = true
		}
	}
}
