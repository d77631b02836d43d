package spelling

import "strings"

// Alike returns how alike two folded names are without their articles, from 0 to 1: one less the edit distance
// (Levenshtein 1966) as a share of the longer's length.
func Alike(a, b string) float64 {
	a, b = withoutArticles(a), withoutArticles(b)
	if longest := max(len(a), len(b)); longest > 0 {
		return 1 - float64(distance(a, b))/float64(longest)
	}
	return 1
}

func withoutArticles(folded string) string {
	var bare strings.Builder
	for word := range strings.FieldsSeq(folded) {
		if !rules.articles[word] {
			bare.WriteString(word)
		}
	}
	return bare.String()
}

// distance returns how many bytes must be put in, taken out or changed to make b of a.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
