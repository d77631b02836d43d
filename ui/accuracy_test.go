package ui_test

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestAccuracyOfReadme: the page on the method gives the figures between accounts that README gives.
func TestAccuracyOfReadme(t *testing.T) {
	t.Parallel()
	page, err := os.ReadFile("src/lib/accuracy.ts")
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, column := range []string{"near", "far", "own"} {
		var figures []string
		for _, found := range regexp.MustCompile(", "+column+": '([^']*)'").FindAllSubmatch(page, -1) {
			figures = append(figures, strings.TrimSuffix(string(found[1]), " %"))
		}
		if len(figures) != 8 {
			t.Fatalf("%s: %d figures, want 8", column, len(figures))
		}
		row := fmt.Sprintf("| %s %%; %s; %s |", strings.Join(figures[:6], " / "), figures[6], figures[7])
		if !strings.Contains(string(readme), row) {
			t.Errorf("%s: README has no row with %q", column, row)
		}
	}
}
