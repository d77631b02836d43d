package archive

import (
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode"

	"rashomon/rashomontest"
)

// TestFoldingIsThatOfTheIndex asks the tokenizer of the index about every code point, and compares data/fold.txt with
// what it answers.
func TestFoldingIsThatOfTheIndex(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("indexes all of Unicode")
	}
	var words, marks []rune
	folds := map[rune][]rune{}
	for r, folded := range tokenized(t) {
		switch {
		case folded == 0:
			marks = append(marks, r)
		case folded == r:
			words = append(words, r)
		default:
			folds[folded] = append(folds[folded], r)
		}
	}
	var data strings.Builder
	data.WriteString(foldHead)
	for _, r := range slices.Sorted(slices.Values(marks)) {
		fmt.Fprintf(&data, "mark %04X\n", r)
	}
	for _, folded := range slices.Sorted(maps.Keys(folds)) {
		fmt.Fprintf(&data, "fold %04X", folded)
		for _, r := range slices.Sorted(slices.Values(folds[folded])) {
			fmt.Fprintf(&data, " %04X", r)
		}
		data.WriteString("\n")
	}
	for _, run := range runs(slices.Sorted(slices.Values(words))) {
		fmt.Fprintf(&data, "word %04X %04X\n", run[0], run[1])
	}
	rashomontest.Golden(t, "data/fold.txt", []byte(data.String()))
}

const foldHead = `# How the search index takes letters: the tokenizer unicode61 of SQLite's FTS5 (sqlite.org/fts5.html, section 4.3)
# with remove_diacritics 2, as it answered for every code point. Written by
# go test ./archive -run TestFoldingIsThatOfTheIndex -update
#
# mark C        is dropped within a word, and stands between words elsewhere
# fold C D E    D and E are letters of words, and the same as C
# word C D      C to D are letters of words, and each is itself
# What is not named stands between words.
`

// tokenized returns every code point of words with what it is folded to, 0 for one that is dropped.
func tokenized(t *testing.T) map[rune]rune {
	t.Helper()
	db := index(t)
	if _, err := db.Exec(`CREATE VIRTUAL TABLE instances USING fts5vocab (search, 'instance')`); err != nil {
		t.Fatal(err)
	}
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	insert, err := tx.Prepare(`INSERT INTO search (rowid, text) VALUES (?, ?)`)
	if err != nil {
		t.Fatal(err)
	}
	for r := rune(1); r <= unicode.MaxRune; r++ {
		if 0xD800 <= r && r <= 0xDFFF {
			continue // surrogates, which UTF-8 does not have
		}
		if _, err := insert.Exec(int(r), fmt.Sprintf("q%[1]cq %[1]c", r)); err != nil {
			t.Fatal(err)
		}
	}
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
	return answers(t, db)
}

// answers reads what became of "q?q ?": of a letter two words, of a mark "qq" alone, of what stands between words two
// times "q".
func answers(t *testing.T, db *sql.DB) map[rune]rune {
	t.Helper()
	rows, err := db.Query(`SELECT doc, group_concat(term, ' ') FROM
		(SELECT doc, term FROM instances ORDER BY doc, "offset") GROUP BY doc`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	folded := map[rune]rune{}
	for rows.Next() {
		var r rune
		var terms string
		if err := rows.Scan(&r, &terms); err != nil {
			t.Fatal(err)
		}
		letter := []rune(strings.TrimSuffix(strings.TrimPrefix(terms, "q"), "q"))
		switch {
		case terms == "qq":
			folded[r] = 0
		case terms == "q q":
		case len(letter) == 4 && letter[0] == letter[3]:
			folded[r] = letter[0]
		case terms == fmt.Sprintf("q%[1]cq %[1]c", 'q'):
			folded[r] = 'q'
		default:
			t.Errorf("%U: got the words %q", r, terms)
		}
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return folded
}

// index makes an index in memory like that of archives.
func index(t testing.TB) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	t.Cleanup(func() { db.Close() })
	const create = `CREATE VIRTUAL TABLE search USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2')`
	if _, err := db.Exec(create); err != nil {
		t.Fatal(err)
	}
	return db
}

// runs returns the first and the last of each run of code points without a gap.
func runs(sorted []rune) (found [][2]rune) {
	for _, r := range sorted {
		if len(found) > 0 && found[len(found)-1][1]+1 == r {
			found[len(found)-1][1] = r
			continue
		}
		found = append(found, [2]rune{r, r})
	}
	return found
}
