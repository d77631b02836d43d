// Package rashomontest holds what the tests of all packages share: case files, golden files, documents built by hand, and
// the three texts that every benchmark reads. Only tests import it.
package rashomontest

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A Section tells what a case demands.
type Section string

// The sections of a case file.
const (
	Must    Section = "must"     // gives exactly the value, over the whole phrase
	MustNot Section = "must not" // gives nothing
	NotYet  Section = "not yet"  // fails so far; one that passes fails the test, so that it is moved up
)

// A Case is one phrasing and what it must give.
type Case struct {
	File    string
	Line    int
	Given   map[string]string // the circumstances that the lines "given key=value" above it set
	Section Section
	Value   string // what the phrase must give; empty in the section "must not"
	Phrase  string
}

// A Finding is what the code under test gave for a phrase: bytes Start to End of it, and a value in the case's terms.
type Finding struct {
	Start, End int
	Value      string
}

// RunCases runs every case of a file. find returns all findings in a phrase. A phrase of "must" passes when there is
// exactly one finding, it covers the whole phrase, and its value is the case's.
//
// The form of the file, one case a line:
//
//	# a comment
//	given published=2011-07-05
//	must
//	= 2011-07-04
//	yesterday
//	the day before
//	must not
//	a yesterday's man
//	not yet
//	= 2011-06
//	last month
//
// In values and phrases \n stands for a line break, \t for a tab, \s for a space at a border, \\ for a backslash.
func RunCases(t *testing.T, path string, find func(Case) []Finding) {
	t.Helper()
	for _, c := range LoadCases(t, path) {
		t.Run(fmt.Sprintf("%s:%d", filepath.Base(c.File), c.Line), func(t *testing.T) {
			t.Parallel()
			err := c.check(find(c))
			switch {
			case c.Section == NotYet && err == nil:
				t.Errorf("%s:%d: %q passes now: move it up to the section %q", c.File, c.Line, c.Phrase, Must)
			case c.Section != NotYet && err != nil:
				t.Errorf("%s:%d: %v", c.File, c.Line, err)
			}
		})
	}
}

// RunCarriers sets every phrase of the section "must" into each carrier sentence, in which %s stands for it, and demands
// the same finding at the right place. What the carrier itself may give must not be of the kind under test.
func RunCarriers(t *testing.T, path string, carriers []string, find func(Case) []Finding) {
	t.Helper()
	for _, c := range LoadCases(t, path) {
		if c.Section != Must {
			continue
		}
		for _, carrier := range carriers {
			before, after, _ := strings.Cut(carrier, "%s")
			set := c
			set.Phrase = before + c.Phrase + after
			want := Finding{len(before), len(before) + len(c.Phrase), c.Value}
			if got := find(set); len(got) != 1 || got[0] != want {
				t.Errorf("%s:%d: in %q: got %v, want %v", c.File, c.Line, set.Phrase, got, want)
			}
		}
	}
}

func (c Case) check(found []Finding) error {
	if c.Section == MustNot {
		if len(found) > 0 {
			return fmt.Errorf("%q: got %v, want nothing", c.Phrase, found)
		}
		return nil
	}
	want := Finding{0, len(c.Phrase), c.Value}
	if len(found) != 1 {
		return fmt.Errorf("%q: got %d findings %v, want %v", c.Phrase, len(found), found, want)
	}
	if found[0] != want {
		return fmt.Errorf("%q:\n got %q at %d-%d\nwant %q at %d-%d", c.Phrase,
			found[0].Value, found[0].Start, found[0].End, want.Value, want.Start, want.End)
	}
	return nil
}

// LoadCases reads a case file and fails the test when it is not well-formed.
func LoadCases(t testing.TB, path string) []Case {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	cases, err := ParseCases(path, file)
	if err != nil {
		t.Fatal(err)
	}
	return cases
}

// Phrases returns all phrases of the case files that match a glob, as seeds of a fuzz target.
func Phrases(t testing.TB, glob string) []string {
	t.Helper()
	paths, err := filepath.Glob(glob)
	if err != nil || len(paths) == 0 {
		t.Fatalf("no case files match %s (%v)", glob, err)
	}
	var phrases []string
	for _, path := range paths {
		for _, c := range LoadCases(t, path) {
			phrases = append(phrases, c.Phrase)
		}
	}
	return phrases
}

// ParseCases reads cases; name is what errors call the file.
func ParseCases(name string, r io.Reader) ([]Case, error) {
	var cases []Case
	current := Case{File: name, Given: map[string]string{}}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		current.Line++
		line := strings.TrimSpace(lines.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		isCase, err := current.read(line)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, current.Line, err)
		}
		if isCase {
			cases = append(cases, current)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s:%d: %w", name, current.Line+1, err)
	}
	return cases, nil
}

// read takes one line that is neither empty nor a comment, and reports whether it was a phrase.
func (c *Case) read(line string) (bool, error) {
	if setting, ok := strings.CutPrefix(line, "given "); ok {
		return false, c.set(setting)
	}
	switch Section(line) {
	case Must, MustNot, NotYet:
		c.Section, c.Value = Section(line), ""
		return false, nil
	}
	if value, ok := strings.CutPrefix(line, "="); ok {
		if c.Section == MustNot {
			return false, fmt.Errorf("a value in the section %q", MustNot)
		}
		c.Value = unescape(strings.TrimSpace(value))
		return false, nil
	}
	if c.Section == "" {
		return false, fmt.Errorf("%q stands before the first section", line)
	}
	if c.Section != MustNot && c.Value == "" {
		return false, fmt.Errorf("%q has no value above it", line)
	}
	c.Phrase = unescape(line)
	return true, nil
}

func (c *Case) set(setting string) error {
	key, value, found := strings.Cut(setting, "=")
	if !found {
		return fmt.Errorf("given %q: want key=value", setting)
	}
	given := map[string]string{strings.TrimSpace(key): strings.TrimSpace(value)}
	for k, v := range c.Given {
		if _, changed := given[k]; !changed {
			given[k] = v
		}
	}
	c.Given = given
	return nil
}

var escapes = strings.NewReplacer(`\n`, "\n", `\t`, "\t", `\s`, " ", `\\`, `\`)

func unescape(s string) string { return escapes.Replace(s) }
