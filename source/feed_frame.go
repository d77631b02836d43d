package source

import (
	"bufio"
	"slices"
	"strings"
)

// A feedFrame is what of a feed goes around an entry that is to stand for itself: of all that stands before the first
// entry, which changes from hour to hour, only what tells of every entry.
type feedFrame struct {
	root     tag
	opening  string // the root's tag, with its name spaces
	channel  bool   // whether the elements stand in a channel, as in RSS
	elements string
}

// frameElements are the children of a channel or feed that tell of its entries: its title, its language, and the author
// of those that name none (RFC 4287, section 4.2.1).
var frameElements = []string{"title", "language", "author"}

// newFeedFrame reads what stands before the first entry.
func newFeedFrame(head string) *feedFrame {
	markup := markupScanner{in: bufio.NewReader(strings.NewReader(head)), limit: int64(len(head))}
	frame := new(feedFrame)
	var path []string // names of the elements that are open
	keeping := -1     // length of the path outside the element that is kept
	for {
		piece, err := markup.next()
		if err != nil {
			return frame
		}
		t := readTag(piece)
		if t.opens && keeping < 0 && frame.begins(t, string(piece), path) {
			keeping = len(path)
		}
		if keeping >= 0 {
			frame.elements += string(piece)
		}
		if t.opens {
			path = append(path, t.name)
		}
		if t.closes && len(path) > 0 {
			path = path[:len(path)-1]
		}
		if keeping == len(path) {
			keeping = -1
		}
	}
}

// begins takes note of a tag below the elements of a path, and reports whether what begins there belongs to the frame.
func (f *feedFrame) begins(t tag, piece string, path []string) bool {
	prefix, _, prefixed := strings.Cut(f.root.name, ":")
	name := t.name
	if prefixed {
		name = strings.TrimPrefix(name, prefix+":")
	}
	switch {
	case len(path) == 0 && f.opening == "":
		f.root, f.opening = t, piece
	case len(path) == 1 && name == "channel":
		f.channel = true
	case len(path) == 1 && !f.channel, len(path) == 2 && path[1] == "channel":
		return slices.Contains(frameElements, name)
	}
	return false
}

// around returns a feed that holds nothing but an entry. In RSS 0.90 and 1.0, whose root is rdf:RDF, entries stand
// behind the channel and not in it.
func (f *feedFrame) around(entry string) []byte {
	inner := f.elements + entry
	switch {
	case f.root.name == "rss":
		inner = "<channel>" + inner + "</channel>"
	case f.channel:
		inner = "<channel>" + f.elements + "</channel>" + entry
	}
	return []byte(f.opening + inner + "</" + f.root.name + ">")
}
