// Package stories holds invented events told by several accounts, with what speaks of the same happening marked: what the
// coarse grain is learnt from. All texts are written for it.
//
// A file is one story. Lines before the first account tell what it is about; an account begins with a line "-- name day", or
// "-- name" where it has no date. Words in brackets speak of a happening, whose name follows them: "[went off|blast]".
package stories

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"rashomon"
	"rashomon/source"
)

//go:embed *.txt
var files embed.FS

// An Account is one text of a story.
type Account struct {
	Original rashomon.Original
	Marks    []Mark
}

// A Mark is the words that speak of a happening.
type Mark struct {
	Extent  rashomon.Extent
	Cluster string // the name of the happening, which begins with that of the story
}

// All returns the accounts of all stories, by the names of their files.
func All() ([]Account, error) {
	names, err := fs.Glob(files, "*.txt")
	if err != nil {
		return nil, err
	}
	var all []Account
	for _, name := range names {
		content, err := files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		accounts, err := parse(strings.TrimSuffix(name, path.Ext(name)), string(content))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all = append(all, accounts...)
	}
	return all, nil
}

func parse(story, content string) ([]Account, error) {
	var accounts []Account
	for _, part := range strings.Split("\n"+content, "\n-- ")[1:] {
		head, marked, _ := strings.Cut(part, "\n")
		name, published, _ := strings.Cut(head, " ")
		text, marks, err := unmark(story, marked)
		if err != nil {
			return nil, fmt.Errorf("account %s: %w", name, err)
		}
		name = story + "/" + name
		original := rashomon.Original{Bytes: []byte(text), Format: rashomon.FormatText, Name: name, Address: name}
		if published != "" {
			original.Given = []rashomon.Detail{{Field: rashomon.FieldPublished, Value: published, Rule: "user/--published"}}
		}
		accounts = append(accounts, Account{original, marks})
	}
	return accounts, nil
}

// unmark returns a text without its brackets, and what stood in them.
func unmark(story, marked string) (string, []Mark, error) {
	var text strings.Builder
	var marks []Mark
	for {
		before, rest, found := strings.Cut(marked, "[")
		text.WriteString(before)
		if !found {
			return text.String(), marks, nil
		}
		inside, behind, closed := strings.Cut(rest, "]")
		words, cluster, named := strings.Cut(inside, "|")
		if !closed || !named || words == "" || cluster == "" {
			return "", nil, fmt.Errorf("%.20q is not [words|happening]", "["+rest)
		}
		start := text.Len()
		text.WriteString(words)
		marks = append(marks, Mark{rashomon.Extent{Start: start, End: text.Len()}, story + " " + cluster})
		marked = behind
	}
}

// Parse returns the document of an account, and the marks where its text has them.
func (a Account) Parse() (*rashomon.Document, []Mark, error) {
	doc, err := source.Parse(a.Original)
	if err != nil {
		return nil, nil, err
	}
	at := strings.Index(string(a.Original.Bytes), doc.Text)
	if at < 0 {
		return nil, nil, fmt.Errorf("%s: its text is read as another", a.Original.Name)
	}
	marks := make([]Mark, len(a.Marks))
	for i, m := range a.Marks {
		marks[i] = Mark{rashomon.Extent{Start: m.Extent.Start - at, End: m.Extent.End - at}, m.Cluster}
		if e := marks[i].Extent; e.Start < 0 || e.End > len(doc.Text) {
			return nil, nil, fmt.Errorf("%s: mark %d is not in its text", a.Original.Name, i+1)
		}
	}
	return doc, marks, nil
}
