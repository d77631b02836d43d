package archive

import (
	"strings"
	"unicode/utf8"

	"rashomon"
)

// A Piece is a stretch of a passage that matches or does not.
type Piece struct {
	Text  string `json:"text"`
	Match bool   `json:"match,omitempty"`
}

// A passage has about two lines of a terminal, a third of it before the match.
const (
	passageBefore = 60
	passageAfter  = 120
)

// snippet returns the passage around the first match, or the beginning of the text where there is none, and that match.
func snippet(text string, m *matcher) ([]Piece, rashomon.Extent) {
	var first rashomon.Extent
	for match := range m.matches(text, rashomon.Extent{End: len(text)}) {
		first = match
		break
	}
	start := backToSpace(text, max(0, first.Start-passageBefore), first.Start)
	shown := min(first.End, first.Start+passageAfter) // a match may be a word without end
	end := onToSpace(text, min(len(text), shown+passageAfter), shown)
	var pieces []Piece
	at := start
	if first.End > 0 {
		for match := range m.matches(text, rashomon.Extent{Start: first.Start, End: end}) {
			pieces = addPiece(pieces, text[at:match.Start], false)
			at = min(match.End, end)
			pieces = addPiece(pieces, text[match.Start:at], true)
		}
	}
	return ellipses(addPiece(pieces, text[at:end], false), start > 0, end < len(text)), first
}

// backToSpace returns the first beginning of a word from start on, or a border of runes where no word begins before
// limit.
func backToSpace(text string, start, limit int) int {
	if start == 0 {
		return 0
	}
	if space := strings.IndexAny(text[start:limit], " \n\t"); space >= 0 {
		return start + space + 1
	}
	for start < limit && !utf8.RuneStart(text[start]) {
		start++
	}
	return start
}

// onToSpace returns the last end of a word up to end, or a border of runes where no word ends after limit.
func onToSpace(text string, end, limit int) int {
	if end == len(text) {
		return end
	}
	if space := strings.LastIndexAny(text[limit:end], " \n\t"); space >= 0 {
		return limit + space
	}
	for !utf8.RuneStart(text[end]) {
		end--
	}
	return end
}

func addPiece(pieces []Piece, text string, match bool) []Piece {
	if text == "" {
		return pieces
	}
	return append(pieces, Piece{Text: oneLine(text), Match: match})
}

// oneLine makes one space of every run of white space.
func oneLine(text string) string {
	line := strings.Join(strings.Fields(text), " ")
	if strings.TrimLeft(text, " \n\t") != text {
		line = " " + line
	}
	if line != " " && strings.TrimRight(text, " \n\t") != text {
		line += " "
	}
	return line
}

// ellipses marks that the text goes on before or after the passage.
func ellipses(pieces []Piece, before, after bool) []Piece {
	if before {
		pieces = append([]Piece{{Text: "… "}}, pieces...)
	}
	if after {
		pieces = append(pieces, Piece{Text: " …"})
	}
	return pieces
}
