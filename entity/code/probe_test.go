package code

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestProbe(t *testing.T) {
	b, _ := os.ReadFile("/tmp/r/phrases.txt")
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		phrase, date, _ := strings.Cut(line, "@")
		words := strings.Fields(strings.NewReplacer("'s", " 's", "-", " - ", "’s", " ’s", ",", " ,").Replace(phrase))
		codes, rule := Parse(words, -1).Codes(date)
		fmt.Printf("%-50s %-20s %s\n", line, strings.Join(codes, " "), rule)
	}
}
