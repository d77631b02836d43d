package archive

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"rashomon"
)

// termLimit is how many words and phrases a query may have: more than anybody types, and few enough to be found
// quickly.
const termLimit = 64

// prefixLimit is how many letters must stand before a star. Each word that begins so is looked up: with one letter,
// some thousands of them.
const prefixLimit = 3

// A query is what a person searches for: alternatives, of which a document must satisfy one.
type query []alternative

// An alternative is terms that must all stand in a document, and others of which none may.
type alternative struct {
	wanted, unwanted []term
}

// A term is a word or phrase. The words of a phrase stand together in this order.
type term struct {
	text   string
	prefix bool // the last word may go on
}

// parseQuery reads the words of a person:
//
//	ferry harbour       documents with both
//	"warning shots"     with these words together, in this order
//	ferry OR boat       with either; OR binds less than standing side by side
//	ferry -drill        with the first and without the second
//	negotiat*           with a word that begins so, in prefixLimit letters or more
//
// Everything else is a word as it stands; what holds neither letter nor digit is passed over. No text is malformed: the
// only errors, of kind ErrorUsage, are for a query that names nothing to look for and for one that asks for too much.
func parseQuery(text string) (query, error) {
	var found query
	var current alternative
	terms := 0
	for rest := text; rest != ""; {
		var t token
		t, rest = cutToken(rest)
		switch {
		case t.or:
			found, current = append(found, current), alternative{}
		case !strings.ContainsFunc(t.term.text, isWordRune):
			continue
		case t.unwanted:
			current.unwanted = append(current.unwanted, t.term)
		default:
			current.wanted = append(current.wanted, t.term)
		}
		if t.term.prefix && utf8.RuneCountInString(t.term.text) < prefixLimit {
			return nil, queryError(text, fmt.Sprintf("a star needs %d letters or more before it, for words that begin with %q are too many",
				prefixLimit, t.term.text))
		}
		if terms++; terms > termLimit {
			return nil, queryError(text, fmt.Sprintf("more than %d words and phrases", termLimit))
		}
	}
	found = append(found, current).wanting()
	if len(found) == 0 {
		return nil, queryError(text, "nothing to look for")
	}
	return found, nil
}

// wanting returns the alternatives that want something; "everything without x" is no search.
func (q query) wanting() query {
	var kept query
	for _, a := range q {
		if len(a.wanted) > 0 {
			kept = append(kept, a)
		}
	}
	return kept
}

func queryError(text, cause string) error {
	return &rashomon.Error{
		Kind: rashomon.ErrorUsage, Place: fmt.Sprintf("search for %q", shorten(text)), Cause: cause,
		Remedy: `give words, "phrases", begin* or one OR other; a - before a word excludes it`,
	}
}

// shorten cuts a query to what an error message has room for.
func shorten(text string) string {
	const room = 60
	if len(text) <= room {
		return text
	}
	return strings.ToValidUTF8(text[:room], "") + "..."
}

// A token is one piece of a query.
type token struct {
	or, unwanted bool
	term         term
}

// cutToken cuts the first piece off a query that is not empty.
func cutToken(text string) (t token, rest string) {
	text = strings.TrimLeftFunc(text, isSpace)
	if bare, cut := strings.CutPrefix(text, "-"); cut {
		t.unwanted, text = true, bare
	}
	if quoted, cut := strings.CutPrefix(text, `"`); cut {
		t.term.text, rest, _ = strings.Cut(quoted, `"`)
	} else {
		end := strings.IndexFunc(text, func(r rune) bool { return r == '"' || isSpace(r) })
		if end < 0 {
			end = len(text)
		}
		t.term.text, rest = text[:end], text[end:]
		t.or = t.term.text == "OR" && !t.unwanted
		t.term.text, t.term.prefix = strings.CutSuffix(t.term.text, "*")
	}
	if bare, cut := strings.CutPrefix(rest, "*"); cut {
		t.term.prefix, rest = true, bare
	}
	return t, rest
}

// isSpace counts control characters in: FTS5 takes NUL for the end of a query.
func isSpace(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }

// match returns the query in the language of FTS5 (sqlite.org/fts5.html, section 3). All that a person wrote stands in
// double quotes, in which only the double quote means anything, and terms hold none.
func (q query) match() string {
	alternatives := make([]string, len(q))
	for i, a := range q {
		alternatives[i] = "(" + joinTerms(a.wanted, " AND ") + ")"
		if len(a.unwanted) > 0 {
			alternatives[i] = "(" + alternatives[i] + " NOT (" + joinTerms(a.unwanted, " OR ") + "))"
		}
	}
	return strings.Join(alternatives, " OR ")
}

func joinTerms(terms []term, between string) string {
	forms := make([]string, len(terms))
	for i, t := range terms {
		forms[i] = `"` + strings.Map(printable, t.text) + `"`
		if t.prefix {
			forms[i] += "*"
		}
	}
	return strings.Join(forms, between)
}

// printable replaces what could end a query within a phrase.
func printable(r rune) rune {
	if unicode.IsControl(r) {
		return ' '
	}
	return r
}

// isWordRune reports whether the search index keeps a rune: letters and numbers are words, all else stands between them.
func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }
