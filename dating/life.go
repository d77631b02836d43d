package dating

import (
	"fmt"
	"slices"
	"time"

	"rashomon"
	"rashomon/entity/code"
)

// addLife adds that somebody who acts now has not died.
func (r *reading) addLife(m *rashomon.Mention, bearers []*code.Entry) {
	latest := always[0].first
	for _, entry := range bearers {
		if entry.List == "" { // of a term alone
			continue
		}
		_, died, ok := bounds(entry.Died)
		if !ok {
			return
		}
		latest = max(latest, died)
	}
	head := r.tree.HeadOf(m.Span)
	if latest > always[0].first && r.actsNow(head) && (!r.isRemembered(r.tree.Head(head)) || r.standsWithDay(head)) {
		r.add(m.Span, until(latest), "alive", fmt.Sprintf("%s is told of as alive, and died on %s", bearers[0].Name, dateOf(latest).Format(time.DateOnly)))
	}
}

// isRemembered reports whether a verb is one that is told in the present of the dead too: of what they left in writing, and of
// what they are to others.
func (r *reading) isRemembered(verb int) bool {
	return slices.Contains(remembered, r.doc.Tokens[verb].Lemma)
}

var remembered = []string{
	"say", "write", "teach", "argue", "note", "tell", "put", "explain", "describe", "remind", "observe", "mean", "show", "call",
	"remain", "appear", "seem", "deserve", "stand",
}
