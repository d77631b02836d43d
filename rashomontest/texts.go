package rashomontest

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed testdata/article.txt
var article string

// Article returns a news report of our own writing, some 500 words long.
func Article() string { return article }

// LongArticle returns about a megabyte: the article over and over, the numbers in it different every time.
func LongArticle() string {
	var text strings.Builder
	for i := 0; text.Len() < 1<<20; i++ {
		fmt.Fprintf(&text, "Part %d.\n\n%s\n\n", i, strings.NewReplacer("14", fmt.Sprint(i), "Orlo", fmt.Sprintf("Orlo%d", i)).Replace(article))
	}
	return text.String()
}

// NastyArticle returns about a hundred kilobytes of what breaks readers of text: runs of dots, quotes and brackets that
// are never closed, words without end, all scripts, invisible characters, no line breaks.
func NastyArticle() string {
	pieces := []string{
		strings.Repeat(".", 5000), strings.Repeat("\"", 5000), strings.Repeat("(", 5000), strings.Repeat("a", 20000),
		strings.Repeat("don't-", 2000), strings.Repeat("A.B.", 2000), strings.Repeat("1,000.50%$", 1000),
		strings.Repeat("“She said ‘no’”", 500), strings.Repeat("\u200b\u202eabc\u2066", 500), strings.Repeat("e\u0301", 2000),
		strings.Repeat("مرحبا بالعالم. ", 200), strings.Repeat("世界。", 500), strings.Repeat("👩‍👩‍👧‍👦", 200),
		strings.Repeat("http://a.b/c?d=e&", 500), strings.Repeat("\n", 3000), strings.Repeat(" \t", 3000), strings.Repeat("x@y.z ", 500),
		"\x00\x01\x7f", strings.Repeat("Mr. Mrs. Dr. U.S. a.m. p.m. ", 300), strings.Repeat("—–-", 1000),
	}
	return strings.Join(pieces, " ")
}
