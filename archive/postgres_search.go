package archive

import (
	"context"
	"database/sql"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// What a document is found by in PostgreSQL: the words of its title and of its text, folded as FTS5 does.
//
// The column words holds them in order, each between two spaces of its own and with a line break after the title: " the
// ferry \n it  left ". There a phrase stands as a whole, and can be looked for and counted. The column lexemes holds each
// word once, for the index that finds candidates quickly. It is no tsvector with positions: these end at 16,383, and at
// 256 of a word.
type foldedWords struct {
	words   string
	length  int
	lexemes []string // in order
}

const (
	// lexemeLength is how many bytes of a word the index keeps: more than any word has, and less than PostgreSQL's 2,046.
	lexemeLength = 255
	// lexemesLimit is how many bytes of lexemes a document has at most: PostgreSQL takes 1,048,575.
	lexemesLimit = 1_000_000
	// everyQuery is the lexeme of a document with more, instead of all others. It is no word, and each query looks for it.
	everyQuery = "-"
)

func fold(title, text string) (foldedWords, error) {
	folding, err := newFolding()
	if err != nil {
		return foldedWords{}, err
	}
	var f foldedWords
	var words strings.Builder
	seen := map[string]bool{}
	for i, column := range []string{title, text} {
		if i > 0 {
			words.WriteByte('\n')
		}
		for _, form := range folding.from(column, 0) {
			words.WriteString(" " + string(form) + " ")
			seen[lexeme(string(form))] = true
			f.length++
		}
	}
	f.words = words.String()
	size := 0
	for word := range seen {
		f.lexemes = append(f.lexemes, word)
		size += len(word)
	}
	if size > lexemesLimit {
		f.lexemes = []string{everyQuery}
	}
	slices.Sort(f.lexemes)
	return f, nil
}

// lexeme returns what the index keeps of a word.
func lexeme(word string) string {
	if len(word) <= lexemeLength {
		return word
	}
	end := lexemeLength
	for !utf8.RuneStart(word[end]) {
		end--
	}
	return word[:end]
}

// quoted returns a lexeme as tsvector and tsquery read it. Words are letters and digits, so that nothing in them means
// anything.
func quoted(lexeme string) string { return "'" + lexeme + "'" }

// vector returns the lexemes as tsvector reads them.
func (f foldedWords) vector() string {
	quotes := make([]string, len(f.lexemes))
	for i, l := range f.lexemes {
		quotes[i] = quoted(l)
	}
	return strings.Join(quotes, " ")
}

func (p *postgres) index(c *change, row indexRow) error {
	folded, err := fold(row.title, row.text)
	if err != nil {
		return err
	}
	_, err = c.exec(`INSERT INTO search (rowid, title, text, words, length, lexemes) VALUES ($1, $2, $3, $4, $5, $6)`,
		row.document, []byte(row.title), []byte(row.text), folded.words, folded.length, folded.vector())
	return err
}

// foldedTerm returns a term as words hold it, its last word open to go on where it may, and as tsquery asks for it.
// isExact says that to have the lexemes is to have the term. A term without a word has no form.
func foldedTerm(f *folding, t term) (form, lexemes string, isExact bool) {
	var words []string
	for _, word := range f.from(t.text, 0) {
		words = append(words, string(word))
	}
	if len(words) == 0 {
		return "", "", false
	}
	asked := make([]string, len(words))
	for i, word := range words {
		form += " " + word + " "
		asked[i] = quoted(lexeme(word))
	}
	last := words[len(words)-1]
	if t.prefix {
		form = strings.TrimSuffix(form, " ")
		if len(last) <= lexemeLength {
			asked[len(asked)-1] += ":*"
		}
	}
	return form, strings.Join(asked, " & "), len(words) == 1 && len(last) < lexemeLength
}

// match asks the index for the words of a query, and what it finds for the query itself where the index cannot tell:
// where words must stand together, and of documents with too many words for it.
func (p *postgres) match(s *statement, q query) error {
	folding, err := newFolding()
	if err != nil {
		return err
	}
	candidates, isExact := asked(folding, q)
	s.sql("lexemes @@ CAST(").value(candidates).sql(" AS tsquery) AND (")
	if isExact {
		s.sql("octet_length(words) <= ").value(lexemesLimit).sql(" OR ")
	}
	s.sql("FALSE")
	for _, a := range q {
		s.sql(" OR (TRUE")
		for _, t := range a.wanted {
			standsIn(s.sql(" AND "), folding, t)
		}
		for _, t := range a.unwanted {
			standsIn(s.sql(" AND NOT "), folding, t)
		}
		s.sql(")")
	}
	s.sql(")")
	return nil
}

// asked returns a query as tsquery has it, which all that it finds satisfies, and whether all else does not.
func asked(f *folding, q query) (candidates string, isExact bool) {
	alternatives, isExact := []string{quoted(everyQuery)}, true
	for _, a := range q {
		var all []string
		isPossible := true
		for _, t := range a.wanted {
			_, lexemes, exact := foldedTerm(f, t)
			isPossible = isPossible && lexemes != ""
			isExact = isExact && exact
			all = append(all, lexemes)
		}
		for _, t := range a.unwanted {
			_, lexemes, exact := foldedTerm(f, t)
			if exact {
				all = append(all, "!"+lexemes)
			}
			isExact = isExact && exact
		}
		if isPossible {
			alternatives = append(alternatives, strings.Join(all, " & "))
		}
	}
	return strings.Join(alternatives, " | "), isExact
}

// standsIn writes the condition that a term stands in words.
func standsIn(s *statement, f *folding, t term) {
	form, _, _ := foldedTerm(f, t)
	if form == "" {
		s.sql("FALSE")
		return
	}
	s.sql("strpos(words, ").value(form).sql(") > 0")
}

// The constants of BM25, as FTS5 has them (sqlite.org/fts5.html, section 5.1.1).
const (
	bm25K = 1.2
	bm25B = 0.75
	// leastIDF is what a term weighs that stands in half of all documents or more.
	leastIDF = 1e-6
)

// score is BM25 over the terms that are wanted. Where a phrase overlaps itself ("so so" in "so so so") it counts once,
// with FTS5 as often as it begins.
func (p *postgres) score(ctx context.Context, db *sql.DB, s *statement, q query) error {
	folding, err := newFolding()
	if err != nil {
		return err
	}
	var wanted []term
	for _, a := range q {
		wanted = append(wanted, a.wanted...)
	}
	documents, words, having, err := p.statistics(ctx, db, wanted)
	if err != nil {
		return err
	}
	s.sql("-(0::float8")
	for i, t := range wanted {
		if form, _, _ := foldedTerm(folding, t); form != "" {
			idf := max(leastIDF, math.Log((documents-having[i]+0.5)/(having[i]+0.5)))
			weigh(s, form, idf, words/documents)
		}
	}
	s.sql(")")
	return nil
}

// statistics returns how many documents and words there are, and in how many documents each of some terms stands.
func (p *postgres) statistics(ctx context.Context, db *sql.DB, terms []term) (documents, words float64, having []float64, err error) {
	having = make([]float64, len(terms))
	fields := []any{&documents, &words}
	s := new(statement).sql("SELECT count(*), coalesce(sum(length), 0)::float8")
	for i, t := range terms {
		s.sql(", (SELECT count(*) FROM search WHERE ")
		if err := p.match(s, query{{wanted: []term{t}}}); err != nil {
			return 0, 0, nil, err
		}
		s.sql(")")
		fields = append(fields, &having[i])
	}
	err = db.QueryRowContext(ctx, s.sql(" FROM search").text.String(), s.args...).Scan(fields...)
	return documents, words, having, err
}

// weigh adds what a term adds to the score of a document: its frequency, the less the longer the document is.
func weigh(s *statement, form string, idf, averageLength float64) {
	frequency := func() {
		s.sql("((octet_length(words) - octet_length(replace(words, ").value(form).sql(", ''))) / ").value(len(form)).sql("::float8)")
	}
	s.sql(" + ").value(idf).sql("::float8 * (")
	frequency()
	s.sql(" * ").value(bm25K + 1).sql("::float8 / (")
	frequency()
	s.sql(" + ").value(bm25K).sql("::float8 * (").value(1 - bm25B).sql("::float8 + ").value(bm25B).sql("::float8 * length / ")
	s.value(averageLength).sql("::float8)))")
}
