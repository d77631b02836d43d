package petrarch

import "strings"

// readDiscards reads a file of discards: phrases whose sentence is not coded, or, after "+", the whole document.
func (d *Dictionary) readDiscards(f *file, content string) {
	for text := range f.lines(content) {
		bare, story := strings.CutPrefix(strings.TrimSpace(text), "+")
		p := readPhrase(strings.ReplaceAll(strings.Join(strings.Fields(bare), "_"), "__", "_"))
		if len(p.words) == 0 {
			f.damaged("a discard without a word", "")
			continue
		}
		d.discards.add(p, &story, f.position())
	}
}
