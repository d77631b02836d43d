package timex

import (
	"fmt"
	"strconv"
	"strings"
)

// A term is what a rule asks of one atom: to be a certain word, or of a class of words or digits.
type term uint16

// A lexeme is one reading of a word: a term that it satisfies, what that says, and on what condition.
type lexeme struct {
	term    term
	setting setting
	capital bool   // only with an initial capital
	tags    string // the letters that its part of speech (of the Penn Treebank) may begin with; "" for any
}

// A digitClass is a class of atoms of digits: so many of them, with such a value.
type digitClass struct {
	slot        slot
	short, long int
	least, most int
}

// A lexicon holds the words that the rules speak of.
type lexicon struct {
	terms   map[string]term // classes by their names, words of the rules in quotes
	classes map[string]bool
	words   map[string][]lexeme
	asked   []condition // by term
}

// A condition is what satisfies a term: a lexeme of it, or else what the condition says.
type condition struct {
	digits *digitClass
	tag    string // any word whose tag begins with this
}

// read takes a file of words. Its lines are, beside comments (#) and empty lines:
//
//	class NAME [slot]             the words below are of this class, and fill this slot
//	value word word ...           with this value; "-" for none
//	digits NAME [slot] 1-2 0..31  a class of one to two digits that stand for 0 to 31
//
// A word with capitals counts only with an initial capital. Behind "/" stand the letters that its tag may begin with,
// where the document has tags: "May/N".
func (l *lexicon) read(text string) error {
	var class term
	var filled string
	for number, line := range strings.Split(text, "\n") {
		fields := strings.Fields(line)
		if len(fields) == 0 || fields[0] == "#" {
			continue
		}
		var err error
		switch {
		case fields[0] == "class" && len(fields) <= 3:
			class, filled = l.class(fields[1]), strings.Join(fields[2:], "")
		case fields[0] == "digits":
			err = l.addDigits(fields[1:])
		default:
			err = l.addWords(class, filled, fields)
		}
		if err != nil {
			return fmt.Errorf("line %d: %w", number+1, err)
		}
	}
	return nil
}

func (l *lexicon) class(name string) term {
	l.classes[name] = true
	return l.term(name)
}

func (l *lexicon) term(name string) term {
	if known, ok := l.terms[name]; ok {
		return known
	}
	added := term(len(l.asked))
	l.terms[name], l.asked = added, append(l.asked, condition{})
	return added
}

func (l *lexicon) addWords(class term, filled string, fields []string) error {
	if len(fields) < 2 {
		return fmt.Errorf("%q: want a value and words", fields[0])
	}
	var said setting
	if filled != "" {
		var err error
		if said, err = newSetting(filled, fields[0]); err != nil {
			return err
		}
	}
	for _, word := range fields[1:] {
		word, tags := cutTags(word)
		lower := strings.ToLower(word)
		l.words[lower] = append(l.words[lower], lexeme{class, said, lower != word, tags})
	}
	return nil
}

func (l *lexicon) addDigits(fields []string) error {
	var c digitClass
	if len(fields) == 4 {
		known := false
		if c.slot, known = slotNames[fields[1]]; !known {
			return fmt.Errorf("there is no slot %q", fields[1])
		}
		fields = []string{fields[0], fields[2], fields[3]}
	}
	numbers := strings.Join(fields[min(1, len(fields)):], " ")
	n, _ := fmt.Sscanf(numbers, "%d-%d %d..%d", &c.short, &c.long, &c.least, &c.most)
	if n < 4 || len(fields) != 3 {
		return fmt.Errorf("want digits, a name, a slot, a length 1-2, and a range 0..31")
	}
	l.asked[l.class(fields[0])].digits = &c
	return nil
}

// literal returns the term of a word that stands in a rule.
func (l *lexicon) literal(word string) term {
	word, tags := cutTags(word)
	name := strconv.Quote(word) + tags
	if known, ok := l.terms[name]; ok {
		return known
	}
	added := l.term(name)
	if word == "*" {
		l.asked[added].tag = tags
		return added
	}
	lower := strings.ToLower(word)
	l.words[lower] = append(l.words[lower], lexeme{term: added, capital: lower != word, tags: tags})
	return added
}

// cutTags takes the letters of the tags off a word; "/" alone is the sign.
func cutTags(word string) (string, string) {
	if slash := strings.IndexByte(word, '/'); slash > 0 {
		return word[:slash], word[slash+1:]
	}
	return word, ""
}
