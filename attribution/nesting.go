package attribution

import "rashomon"

// nest tells of every statement which one it stands within: of those whose content holds its cue, the one with the
// shortest content. No statement stands within itself, however the contents lie.
func nest(all []rashomon.Statement) {
	for i := range all {
		shortest := 0
		for j := range all {
			content := spans(all[j].Content)
			if i == j || !content.holds(place(all[i])) || within(all, j, i) {
				continue
			}
			if length := content.len(); all[i].Within == rashomon.None || length < shortest {
				all[i].Within, shortest = j, length
			}
		}
	}
}

// place returns the token where a statement stands: its cue, else its source, else its content.
func place(s rashomon.Statement) int {
	switch {
	case !s.Cue.Empty():
		return s.Cue.Start
	case !s.Source.Empty():
		return s.Source.Start
	}
	return s.Content[0].Start
}

// within reports whether statement i stands within statement j already, at whatever depth.
func within(all []rashomon.Statement, i, j int) bool {
	for ; i != rashomon.None; i = all[i].Within {
		if i == j {
			return true
		}
	}
	return false
}
