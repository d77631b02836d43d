package name

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed data/organizations.txt
var organizationFile string

//go:embed data/brands.txt
var brandFile string

//go:embed data/towns.txt
var townFile string

//go:embed data/personal_names.txt
var personalNameFile string

var (
	organizations = sync.OnceValue(func() *list { return readList(organizationFile) })
	brands        = sync.OnceValue(func() *list { return readList(brandFile) })
	towns         = sync.OnceValue(func() *list { return readList(townFile) })
	personalNames = sync.OnceValue(func() *list { return readList(personalNameFile) })
)

// A list is names of one kind, without regard to case.
type list struct {
	names map[string]bool // those, and, marked false, their beginnings
}

// readList reads a file of a name a line; a line that begins with # is a comment. The words of a name stand as
// tokens do, with spaces between.
func readList(file string) *list {
	l := &list{map[string]bool{}}
	for line := range strings.Lines(file) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		l.add(strings.Fields(line))
	}
	return l
}

func (l *list) add(words []string) {
	var k key
	for i, word := range words {
		k.add(word)
		name := string(k.letters())
		l.names[name] = l.names[name] || i == len(words)-1
	}
}

// find returns the number of words of the longest name at the beginning of words.
func (l *list) find(words []string) (length int) {
	var k key
	for i, word := range words {
		k.add(word)
		isName, found := l.names[string(k.letters())]
		if !found {
			break
		}
		if isName {
			length = i + 1
		}
	}
	return length
}

// A key is words as a list is asked for them: in small letters, each with a space behind it. What does not fit is left
// out: no name listed is as long.
type key struct {
	bytes  [96]byte
	length int
}

func (k *key) letters() []byte { return k.bytes[:k.length] }

func (k *key) add(word string) {
	for _, r := range word {
		if k.length+utf8.UTFMax >= len(k.bytes) {
			break
		}
		if r == '’' {
			r = '\''
		}
		k.length = len(utf8.AppendRune(k.bytes[:k.length], unicode.ToLower(r)))
	}
	if k.length < len(k.bytes) {
		k.bytes[k.length] = ' '
		k.length++
	}
}
