package archive

import (
	_ "embed"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"rashomon"
)

//go:embed data/fold.txt
var foldData string

// A folding cuts texts into words and folds these as the index does; data/fold.txt says how.
type folding struct {
	folds map[rune]rune       // 0 for marks
	words [][2]rune           // the first and the last of each run of letters that are folded to themselves, in order
	ascii [utf8.RuneSelf]byte // what each is folded to, 0 for what is no part of words; none is a mark
}

// newFolding reads data/fold.txt, once.
var newFolding = sync.OnceValues(func() (*folding, error) { return parseFolding(foldData) })

func parseFolding(data string) (*folding, error) {
	f := &folding{folds: map[rune]rune{}}
	for line := range strings.Lines(data) {
		fields := strings.Fields(line)
		if len(fields) == 0 || strings.HasPrefix(line, "#") {
			continue
		}
		if err := f.add(fields[0], fields[1:]); err != nil {
			return nil, fmt.Errorf("data/fold.txt: %q: %w", line, err)
		}
	}
	slices.SortFunc(f.words, func(a, b [2]rune) int { return int(a[0] - b[0]) })
	for c := range f.ascii {
		folded, isWord := f.lookup(rune(c))
		if isWord {
			f.ascii[c] = byte(folded)
		}
	}
	return f, nil
}

func (f *folding) add(kind string, codes []string) error {
	var runes []rune
	for _, code := range codes {
		r, err := strconv.ParseInt(code, 16, 32)
		if err != nil {
			return err
		}
		runes = append(runes, rune(r))
	}
	switch {
	case kind == "mark" && len(runes) == 1:
		f.folds[runes[0]] = 0
	case kind == "fold" && len(runes) > 1:
		for _, r := range runes[1:] {
			f.folds[r] = runes[0]
		}
	case kind == "word" && len(runes) == 2:
		f.words = append(f.words, [2]rune(runes))
	default:
		return fmt.Errorf("neither a mark, a fold nor a word")
	}
	return nil
}

// lookup returns what a rune is folded to, 0 for a mark, and whether it is part of words at all.
func (f *folding) lookup(r rune) (folded rune, isWord bool) {
	if folded, isFolded := f.folds[r]; isFolded {
		return folded, true
	}
	_, isWord = slices.BinarySearchFunc(f.words, r, func(run [2]rune, r rune) int {
		switch {
		case run[1] < r:
			return -1
		case run[0] > r:
			return 1
		}
		return 0
	})
	return r, isWord
}

// rune returns what a text's first rune is folded to, as lookup does, and its size.
func (f *folding) rune(text string) (folded rune, isWord bool, size int) {
	r, size := utf8.DecodeRuneInString(text)
	folded, isWord = f.lookup(r)
	return folded, isWord, size
}

// next returns where the first word from a place on stands, and its folded form, which it appends to form. At the end
// of the text the word is empty.
func (f *folding) next(text string, at int, form []byte) (rashomon.Extent, []byte) {
	start := f.start(text, at)
	end := start
	for end < len(text) {
		if c := text[end]; c < utf8.RuneSelf {
			if c = f.ascii[c]; c == 0 {
				break
			}
			form = append(form, c)
			end++
			continue
		}
		folded, isWord, size := f.rune(text[end:])
		if !isWord {
			break
		}
		if folded != 0 {
			form = utf8.AppendRune(form, folded)
		}
		end += size
	}
	return rashomon.Extent{Start: start, End: end}, form
}

// start returns where the first word from a place on begins, or the end of the text.
func (f *folding) start(text string, at int) int {
	for at < len(text) {
		if c := text[at]; c < utf8.RuneSelf {
			if f.ascii[c] != 0 {
				break
			}
			at++
			continue
		}
		folded, isWord, size := f.rune(text[at:])
		if isWord && folded != 0 {
			break
		}
		at += size
	}
	return at
}

// from yields the words of a text from a place on, with their folded forms, which are good until the next one comes.
func (f *folding) from(text string, at int) iter.Seq2[rashomon.Extent, []byte] {
	return func(yield func(rashomon.Extent, []byte) bool) {
		var form []byte
		for {
			var word rashomon.Extent
			if word, form = f.next(text, at, form[:0]); len(form) == 0 || !yield(word, form) {
				return
			}
			at = word.End
		}
	}
}
