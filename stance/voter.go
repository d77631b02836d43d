package stance

// appendVoters appends for every token of a sight whether its vote counts. Words of content outside the target vote, so that
// the evidence is words that say something; names never do. Where there is no such word all vote.
func (r *reading) appendVoters(voters []bool, s sight) []bool {
	first, any := len(voters), false
	for token := s.span.Start; token < s.span.End; token++ {
		votes := r.hasContent(token) && !s.isTarget(token)
		voters, any = append(voters, votes), any || votes
	}
	for i := first; i < len(voters) && !any; i++ {
		voters[i] = true
	}
	return voters
}

func (r *reading) hasContent(token int) bool {
	switch r.doc.Tokens[token].UPOS {
	case "NOUN", "VERB", "ADJ", "ADV", "INTJ":
		return !r.isMasked(token)
	}
	return false
}
