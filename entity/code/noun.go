package code

import (
	"strings"

	"rashomon"
)

// A Noun is a form of a common noun, of one word or several, that speaks of an actor or a thing.
type Noun struct {
	Form     string
	Singular string // "rebel"; the form itself where there is no singular
	Plural   bool
	Type     rashomon.EntityType
	Sectors  []string
	Weak     bool   // the sectors give way to those of what stands with it: not all officials are of the government
	Title    bool   // it stands before names: "President", "Colonel"
	Of       bool   // it stands for what comes after "of": "a group of soldiers"
	List     string // the file that it stands in
}

// FindNoun finds the longest noun at the end of words, nil if there is none.
func FindNoun(words []string) (*Noun, int) {
	found, length := known().nouns.findAtEnd(words)
	if length == 0 {
		return nil, 0
	}
	return found[0], length
}

// readNouns reads lines of qualities and of the nouns that have them: "GOV title | minister; head of state/heads of
// state". A noun without "/" has a regular plural; "/troops" has no singular, and "gear/" has no plural.
func (k *knowledge) readNouns() error {
	k.nouns = newIndex[*Noun](10000)
	for _, file := range nounFiles {
		err := eachLine(file.name, 2, func(columns []string) error {
			noun := Noun{List: file.name}
			if err := k.readQualities(&noun, columns[0]); err != nil {
				return err
			}
			for _, forms := range list(columns[1]) {
				k.putNoun(noun, forms, file.one, file.several)
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (k *knowledge) putNoun(noun Noun, forms string, one, several rashomon.EntityType) {
	singular, plural, irregular := strings.Cut(forms, "/")
	if !irregular {
		plural = regularPlural(singular)
	}
	noun.Singular = singular
	if singular == "" {
		noun.Singular = plural
	}
	if singular != "" {
		single := noun
		single.Form, single.Type = singular, one
		k.nouns.put(singular, &single)
	}
	if plural != "" && plural != singular { // "barracks" counts as one
		noun.Form, noun.Type, noun.Plural = plural, several, true
		k.nouns.put(plural, &noun)
	}
}

var plurals = []struct{ ending, plural string }{
	{"man", "men"}, {"ay", "ays"}, {"ey", "eys"}, {"oy", "oys"}, {"y", "ies"}, {"s", "ses"}, {"x", "xes"},
	{"ch", "ches"}, {"sh", "shes"},
}

// regularPlural returns the plural of a noun by the rules of English spelling.
func regularPlural(singular string) string {
	for _, rule := range plurals {
		if stem, ends := strings.CutSuffix(singular, rule.ending); ends {
			return stem + rule.plural
		}
	}
	return singular + "s"
}

// readQualities reads sectors in capitals, with "?" after each when they are weak, and "title" and "of".
func (k *knowledge) readQualities(noun *Noun, text string) error {
	for _, word := range strings.Fields(text) {
		switch word {
		case "title":
			noun.Title = true
		case "of":
			noun.Of = true
		case "-":
		default:
			sector, weak := strings.CutSuffix(word, "?")
			noun.Sectors, noun.Weak = append(noun.Sectors, sector), weak
		}
	}
	return k.checkSectors(noun.Sectors)
}
