package party

import (
	"errors"
	"fmt"
	"strings"

	"rashomon/gazetteer/spelling"
)

// sounds are the units of data/sounds.txt: letters that stand for one sound, and which are written for which.
type sounds struct {
	letters map[string]string
	reader  *strings.Replacer // of letters that stand for two
	classes map[string]uint32 // unit -> the classes that it is in, a bit each
	vowels  map[string]bool
	keys    map[string]string // unit -> its letter in a key
	number  int               // of classes
}

func newSounds() sounds {
	return sounds{
		letters: map[string]string{}, classes: map[string]uint32{}, vowels: map[string]bool{}, keys: map[string]string{},
	}
}

// add takes the columns of a line: what, spellings.
func (s *sounds) add(columns []string) error {
	what, units := columns[0], strings.Fields(columns[1])
	letter, isKey := strings.CutPrefix(what, "key ")
	switch {
	case isKey:
		for _, unit := range units {
			s.keys[unit] = letter
		}
	case what == "letter" && len(units) == 2:
		s.letters[units[0]] = units[1]
	case what == "like" || what == "vowel":
		return s.addClass(units, what == "vowel")
	default:
		return fmt.Errorf("%q is no kind of line", what)
	}
	return nil
}

func (s *sounds) addClass(units []string, isVowel bool) error {
	if s.number == 32 {
		return errors.New("more classes than bits")
	}
	for _, unit := range units {
		s.classes[unit] |= 1 << s.number
		if isVowel {
			s.vowels[unit] = true
		}
	}
	s.number++
	return nil
}

func (s *sounds) prepare() {
	var pairs []string
	for from, to := range s.letters {
		pairs = append(pairs, from, to, strings.ToUpper(from), to)
	}
	s.reader = strings.NewReplacer(pairs...) // no letter begins another, so that their order does not matter
}

// fold returns the form in which names are compared: as package spelling has it, with letters that stand for two
// written as two, so that "Želan" is "zhelan".
func fold(name string) string { return spelling.Fold(known().sounds.reader.Replace(name)) }

// longestUnit is the longest spelling of a sound.
const longestUnit = 4

// units divides a folded word into its sounds; a doubled one counts once.
func (s *sounds) units(word string) []string { return s.appendUnits(nil, word) }

func (s *sounds) appendUnits(units []string, word string) []string {
	for at := 0; at < len(word); {
		size := 1
		for length := min(longestUnit, len(word)-at); length > 1; length-- {
			if s.classes[word[at:at+length]] != 0 {
				size = length
				break
			}
		}
		if unit := word[at : at+size]; len(units) == 0 || units[len(units)-1] != unit {
			units = append(units, unit)
		}
		at += size
	}
	return units
}

// key returns what the spellings of a word have in common: its consonants, those that are written for one another as
// one; a vowel at the start alone, and no h behind it.
func (s *sounds) key(word string) string {
	var key strings.Builder
	for i, unit := range s.units(word) {
		letter, known := s.keys[unit]
		switch {
		case unit == "h" && i > 0:
			continue
		case unit == "h":
			letter = "k"
		case s.vowels[unit] && i > 0:
			continue
		case s.vowels[unit]:
			letter = "a"
		case !known:
			letter = unit
		}
		if text := key.String(); !strings.HasSuffix(text, letter) {
			key.WriteString(letter)
		}
	}
	return key.String()
}

// What it costs to write one sound for another, to leave one out, or both. A letter that is another one costs 1.
const (
	costLike  = 0.15 // of those that are written for one another
	costVowel = 0.6  // of vowels that are not
	costMuted = 0.3  // to leave out a vowel, or h
)

// usualLength is of how many sounds words mostly are at most: they are compared without asking for memory.
const usualLength = 24

// alike returns how alike two folded words sound, from 0 to 1: one less what it costs to write the second for the
// first, as a share of the longer's sounds. It is the edit distance of Wagner and Fischer (1974) with costs.
func alike(a, b string) float64 {
	if a == b {
		return 1
	}
	s := &known().sounds
	var xs, ys [usualLength]string
	var cells [usualLength + 1]float64
	x, y := s.appendUnits(xs[:0], a), s.appendUnits(ys[:0], b)
	row := append(cells[:0], 0)
	for j := range y {
		row = append(row, row[j]+s.omitted(y[j]))
	}
	for i := range x {
		diagonal := row[0]
		row[0] += s.omitted(x[i])
		for j := range y {
			best := min(diagonal+s.exchanged(x[i], y[j]), row[j]+s.omitted(y[j]), row[j+1]+s.omitted(x[i]))
			diagonal, row[j+1] = row[j+1], best
		}
	}
	return 1 - row[len(y)]/float64(max(len(x), len(y), 1))
}

func (s *sounds) omitted(unit string) float64 {
	if unit == "h" || s.vowels[unit] {
		return costMuted
	}
	return 1
}

func (s *sounds) exchanged(a, b string) float64 {
	switch {
	case a == b:
		return 0
	case s.classes[a]&s.classes[b] != 0:
		return costLike
	case s.vowels[a] && s.vowels[b]:
		return costVowel
	}
	return 1
}
