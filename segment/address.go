package segment

import "strings"

// longestAddress bounds the search for an address: the 64 bytes of a mailbox, the @ and the 255 of a domain of
// RFC 5321, section 4.5.3.1.
const longestAddress = 64 + 1 + 255

// address returns where the web or mail address that begins with the run from start to end ends, or start.
func (t *tokenizer) address(start, end int) int {
	switch t.byte(end) {
	case ':':
		if t.scheme(start, end) {
			return t.trimAddress(start, t.untilSpace(end))
		}
	case '.', '@', '-', '+', '%':
		if start >= t.plain {
			return t.host(start)
		}
	}
	return start
}

// scheme reports whether the word before the colon at end makes the beginning of an address.
func (t *tokenizer) scheme(start, end int) bool {
	rest := t.text[end:t.end]
	if strings.HasPrefix(rest, "://") {
		return true
	}
	return contains(schemes, t.text[start:end]) && len(rest) > 1 && isAlnum(rest[1])
}

// host returns where the mail address, or the web address without a scheme, that begins at start ends, or start. Where
// there is none, no part of what was looked through is looked through again.
func (t *tokenizer) host(start int) int {
	limit := min(start+longestAddress, t.end)
	end, at := start, -1
	for ; end < limit && isAddressByte(t.text[end]); end++ {
		if t.text[end] == '@' {
			if at >= 0 {
				break
			}
			at = end
		}
	}
	name := strings.TrimRight(t.text[start:end], ".-_+%@")
	dot := strings.LastIndexByte(name, '.')
	switch {
	case at > start && dot > at-start+1:
		return start + len(name)
	case at < 0 && dot > 0 && isHost(name, dot):
		return t.path(start, start+len(name))
	}
	t.plain = end
	return start
}

func isAddressByte(b byte) bool { return isAlnum(b) || strings.IndexByte("._%+-@", b) >= 0 }

// isHost reports whether a name whose last dot is given is one of the web.
func isHost(name string, dot int) bool {
	if strings.ContainsAny(name, "_+%@") || strings.Contains(name, "..") {
		return false
	}
	return domains[name[dot+1:]] || len(name) > 6 && strings.EqualFold(name[:4], "www.")
}

// path returns where the path and query after a host end.
func (t *tokenizer) path(start, end int) int {
	if t.byte(end) != '/' && (t.byte(end) != ':' || !isDigit(t.byte(end+1))) {
		return end
	}
	return t.trimAddress(start, t.untilSpace(end))
}

// untilSpace returns where the next white space, angle bracket or quotation mark after i stands.
func (t *tokenizer) untilSpace(i int) int {
	for i < t.end {
		c, size := t.class(i)
		if c == space || strings.HasPrefix(t.text[i:], "“") || strings.HasPrefix(t.text[i:], "”") ||
			strings.IndexByte(`<>"`, t.text[i]) >= 0 {
			break
		}
		i += size
	}
	return i
}

// trimAddress takes punctuation that belongs to the sentence off the end of an address, with a closing bracket that was
// not opened in it.
func (t *tokenizer) trimAddress(start, end int) int {
	address := strings.TrimRight(t.text[start:end], ".,;:!?'’…*]}")
	if strings.HasSuffix(address, ")") && strings.Count(address, "(") < strings.Count(address, ")") {
		address = strings.TrimRight(address, ").,;:!?'’…*]}")
	}
	return start + len(address)
}
