package entity

import (
	"embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"rashomon"
	"rashomon/datafile"
)

//go:embed data
var files embed.FS

// A pronoun is a line of data/pronouns.txt.
type pronoun struct {
	role   string
	person int
	number number
	gender gender
	kind   rashomon.EntityType
}

// roleOrder is that of "the former" and "the latter".
const roleOrder = "order"

// pronouns are those of data/pronouns.txt, by form in lower case.
var pronouns = sync.OnceValue(func() map[string]pronoun {
	list := map[string]pronoun{}
	_ = eachLine("pronouns", 6, func(columns []string) error { // a test loads the file and fails on an error
		return readPronoun(list, columns)
	})
	return list
})

func readPronoun(list map[string]pronoun, columns []string) error {
	person, err := strconv.Atoi(columns[2])
	if err != nil {
		return err
	}
	number, knownNumber := map[string]number{"one": singular, "many": plural, "any": anyNumber}[columns[3]]
	gender, knownGender := map[string]gender{"f": feminine, "m": masculine, "any": anyGender}[columns[4]]
	if !knownNumber || !knownGender {
		return fmt.Errorf("number %q and gender %q", columns[3], columns[4])
	}
	list[strings.ToLower(columns[0])] = pronoun{columns[1], person, number, gender, rashomon.EntityType(columns[5])}
	return nil
}

// eachLine calls read with the columns of every line of a data file.
func eachLine(name string, columns int, read func(columns []string) error) error {
	return datafile.Each(files, "data/"+name+".txt", columns, read)
}

// addPronouns adds the pronouns that stand for somebody or something. Those of the third person that turn out to stand for
// nothing that is mentioned are dropped by the last sieve.
func (r *reading) addPronouns() {
	for i := range r.doc.Tokens {
		p, found := pronouns()[r.lower(i)]
		if !found || r.named[i] || !r.stands(i, p) {
			continue
		}
		span := rashomon.Span{Start: i, End: i + 1}
		if p.role == roleOrder {
			span.Start = i - 1
		}
		r.add(draft{
			Mention: rashomon.Mention{
				Span: span, Head: i, Kind: rashomon.MentionPronoun, Rule: "pronoun/" + p.role,
			},
			kind: p.kind, number: p.number, gender: p.gender, person: p.person, role: p.role,
		})
	}
}

// stands reports whether the pronoun stands for something here: "that" only at the head of a relative clause, "it" not in
// "it rains" and "it is clear that", "there" not in "there are", "US" not where it is a name in capitals.
func (r *reading) stands(i int, p pronoun) bool {
	token := r.doc.Tokens[i]
	if r.tree.Is(i, "expl") || token.Relation == "det" {
		return false
	}
	switch p.role {
	case roleOrder: // "the latter", before no noun
		return i > r.sentence(i).Start && r.lower(i-1) == "the" && !r.tree.Is(i, "amod") && !r.tree.Is(i, "compound")
	case "relative":
		return r.relativeHead(i) != rashomon.None
	case "place":
		return token.UPOS == "ADV" && (r.tree.Is(i, "advmod") || r.tree.Is(i, "root"))
	}
	return token.UPOS == "PRON" || token.UPOS == "DET" || token.UPOS == ""
}

// relativeHead returns the token that the relative clause of a pronoun hangs on, or None. The pronoun stands at most two
// steps below the clause's verb: "who came", "whose brother came", "some of whom came".
func (r *reading) relativeHead(i int) int {
	verb := i
	for range 3 {
		if verb = r.tree.Head(verb); verb == rashomon.None {
			return rashomon.None
		}
		if r.tree.Is(verb, "acl") && r.doc.Tokens[verb].Relation == "acl:relcl" {
			if head := r.tree.Head(verb); head < i {
				return head
			}
			return rashomon.None
		}
	}
	return rashomon.None
}
