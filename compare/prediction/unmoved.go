package prediction

import (
	"slices"
	"strings"

	"rashomon"
	"rashomon/network"
)

// further returns the keys of a telling that share no verb with what was foretold.
func (s *scan) further(i int, said gist) []key {
	var keys []key
	if said.negated {
		keys = append(keys, key{byNone, "", i})
	} else if s.isUnmoved(i) {
		keys = append(keys, key{byUnmoved, "", i})
	}
	if when, dated := s.when(i); dated && when != "" {
		keys = append(keys, key{byDay, when, i})
	}
	for _, t := range []thing{said.subject, said.object} {
		if t.head != "" && !inClass("slight", t.head) && !t.isAnybody() {
			keys = append(keys, key{byNoun, t.head, i})
		}
	}
	return keys
}

// isUnmoved reports whether a clause tells that something is still as it was: "the works remains closed".
func (s *scan) isUnmoved(i int) bool {
	c := &s.d.Clauses[i]
	return inClass("unmoved", c.Predicate) || slices.ContainsFunc(c.Adverbs, func(w string) bool { return inClass("unmoved", w) })
}

// unmoved returns what an account says of somebody or something that was to move, to change or to be ready by a day,
// and then was still where or what it was: "still in hostels on Thursday".
func (t *trial) unmoved(a *account) []verdict {
	var out []verdict
	if t.gist.negated || a == t.own || !t.changes() {
		return nil
	}
	for _, clause := range a.of(byUnmoved, "") {
		told := a.telling(clause)
		v := verdict{telling: told, outcome: rashomon.OutcomeFailed, kinship: t.gist.moved().kin(told.gist.actor())}
		if v.kinship >= least && t.isLater(told) && t.isOver(told, "") && t.by.day != "" &&
			!agree(t.marks, told.gist.mark()) {
			out = append(out, v)
		}
	}
	return out
}

// changes reports whether somebody or something alone is foretold to move or to change, and not to do something to
// others.
func (t *trial) changes() bool {
	return t.rule != "prediction/might" && (t.gist.object == nothing || t.gist.subject == nothing) &&
		!t.own.scan().isUnmoved(t.clause)
}

// moved returns what is to change: whom or what something is done to, else who does it.
func (s gist) moved() thing {
	if s.object != nothing {
		return s.object
	}
	return s.subject
}

// agree reports whether two gists stand at the same end of a scale.
func agree(a, b map[string]int) bool {
	for scale, end := range a {
		if end != 0 && b[scale] == end {
			return true
		}
	}
	return false
}

// absent returns what an account says of something of which there was to be one, or none: "no other vessel has been
// attacked".
func (t *trial) absent(a *account) []verdict {
	var out []verdict
	if !t.exists() || a == t.own {
		return nil
	}
	for _, clause := range a.of(byNone, "") {
		told := a.telling(clause)
		who := told.gist.actor()
		if !who.none && !told.gist.object.none {
			continue
		}
		v := verdict{telling: told, outcome: rashomon.OutcomeFailed, kinship: least}
		if t.gist.negated {
			v.outcome = rashomon.OutcomeFulfilled
		}
		like := likeNouns(who.head, t.gist.taking) || likeNouns(told.gist.object.head, t.gist.taking)
		if like && t.isLater(told) && t.isOver(told, "") {
			out = append(out, v)
		}
	}
	return out
}

// exists reports whether all that is foretold is that there will be something, or will not.
func (t *trial) exists() bool {
	return t.gist.taking != "" && isExisting(t.gist.predicate)
}

// onTheDay returns what an account tells of the very day on which something was to take place, and with a noun that
// goes with it: "On 10 May each side released 41 prisoners", of an exchange of prisoners.
func (t *trial) onTheDay(a *account) []verdict {
	var out []verdict
	if t.gist.taking == "" || t.by.day == "" || a == t.own {
		return nil
	}
	for _, clause := range a.of(byDay, t.by.day) {
		told := a.telling(clause)
		with := told.gist.object
		if with.head == "" || inClass("slight", with.head) || !slices.Contains(t.gist.words, with.head) ||
			with.head == t.gist.taking {
			continue
		}
		v := verdict{telling: told, outcome: rashomon.OutcomeFulfilled, kinship: least + 1}
		if (t.gist.negated || t.gist.failing) != told.gist.negated {
			v.outcome = rashomon.OutcomeFailed
		}
		if t.isLater(told) && likeness(told.gist.core(), t.gist.taking) >= akin {
			out = append(out, v)
		}
	}
	return out
}

// Two nouns are of one meaning from alike on, a deed and the noun for another one go together from akin on: cosines of
// the shipped word vectors, in which "ship" and "vessel" have 0.92, "exchange" and "release" 0.40, "bus" and "bridge"
// 0.57.
const (
	alike = 0.75
	akin  = 0.35
)

func likeNouns(a, b string) bool {
	return a != "" && !inClass("slight", a) && (a == b || likeness(a, b) >= alike)
}

func likeness(a, b string) float64 {
	vectors, err := network.EnglishVectors()
	if err != nil {
		return 0 // a damaged binary: whoever reads documents has said so
	}
	return vectors.Similarity(strings.ReplaceAll(a, "_", " "), b)
}

// names reports whether the noun of a thing stands among the words of a gist.
func (s gist) names(t thing) bool {
	return t.head != "" && !inClass("slight", t.head) && slices.Contains(s.words, t.head)
}
