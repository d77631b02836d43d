package happening_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"rashomon"
	"rashomon/digest"
	"rashomon/link/happening"
	"rashomon/link/party"
	"rashomon/rashomontest"
	"rashomon/reader"
	"rashomon/source"
)

// An account is one text of a story.
type account struct{ name, published, text string }

// accountsOf returns the accounts of a story: each begins with a line "-- name day", and lines before the first are comments.
func accountsOf(t testing.TB, path string) []account {
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var accounts []account
	for _, part := range strings.Split("\n"+string(content), "\n-- ")[1:] {
		head, text, _ := strings.Cut(part, "\n")
		name, published, _ := strings.Cut(head, " ")
		accounts = append(accounts, account{name, published, text})
	}
	return accounts
}

func storyFiles(t testing.TB) []string {
	paths, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("got %v, %v", paths, err)
	}
	return paths
}

func (a account) read(t testing.TB) *digest.Digest {
	original := rashomon.Original{Bytes: []byte(a.text), Format: rashomon.FormatText, Name: a.name, Address: a.name}
	if a.published != "" {
		original.Given = []rashomon.Detail{{Field: rashomon.FieldPublished, Value: a.published, Rule: "user/--published"}}
	}
	doc, err := source.Parse(original)
	if err != nil {
		t.Fatal(err)
	}
	if err := reader.New().Read(context.Background(), doc); err != nil {
		t.Fatal(err)
	}
	return digest.Of(doc)
}

// stories are the digests of all accounts, by the name of the story, read once.
var stories = struct {
	sync.Mutex
	read map[string][]*digest.Digest
}{read: map[string][]*digest.Digest{}}

func story(t testing.TB, path string) []*digest.Digest {
	stories.Lock()
	defer stories.Unlock()
	if stories.read[path] == nil {
		for _, a := range accountsOf(t, path) {
			stories.read[path] = append(stories.read[path], a.read(t))
		}
	}
	return slices.Clone(stories.read[path])
}

func allStories(t testing.TB) []*digest.Digest {
	var all []*digest.Digest
	for _, path := range storyFiles(t) {
		all = append(all, story(t, path)...)
	}
	return all
}

func link(digests []*digest.Digest) []rashomon.Happening {
	return happening.Link(digests, party.Link(inOrder(digests)))
}

func inOrder(digests []*digest.Digest) []*digest.Digest {
	return slices.SortedFunc(slices.Values(digests), func(a, b *digest.Digest) int { return strings.Compare(a.Document, b.Document) })
}

// TestStories keeps what is found in stories of our own.
func TestStories(t *testing.T) {
	t.Parallel()
	for _, path := range storyFiles(t) {
		t.Run(filepath.Base(path), func(t *testing.T) {
			t.Parallel()
			digests := story(t, path)
			rashomontest.Golden(t, strings.TrimSuffix(path, ".txt")+".golden", print(digests, link(digests)))
		})
	}
}

// print lists happenings for people: those told more than once first.
func print(digests []*digest.Digest, happenings []rashomon.Happening) []byte {
	names, of := map[string]string{}, map[rashomon.Element]*digest.Digest{}
	for _, d := range digests {
		for i := range d.Events {
			of[rashomon.Element{Document: d.Document, Index: i}] = d
		}
	}
	var blocks []string
	for _, h := range happenings {
		var b strings.Builder
		first := h.Events[0]
		names[h.ID] = strings.Join(strings.Fields(of[first].Quote(of[first].Events[first.Index].Extent)), " ") + " in " + of[first].Name
		fmt.Fprintf(&b, "%s\n  %s %s..%s\n", h.Title, h.Type, h.From, h.To)
		for _, e := range h.Events {
			fmt.Fprintf(&b, "  %s: %s\n", of[e].Name, of[e].Quote(of[e].Events[e.Index].Extent))
		}
		for _, join := range h.Joins {
			fmt.Fprintf(&b, "  %s %.2f: %s\n", join.Rule, join.Score, join.Reason)
		}
		if h.PartOf != "" {
			fmt.Fprintf(&b, "  part of %s\n", h.PartOf)
		}
		blocks = append(blocks, b.String())
	}
	slices.SortFunc(blocks, func(a, b string) int {
		if n, m := strings.Count(a, "\n"), strings.Count(b, "\n"); n != m {
			return m - n
		}
		return strings.Compare(a, b)
	})
	text := strings.Join(blocks, "\n")
	for id, name := range names {
		text = strings.ReplaceAll(text, id, name)
	}
	return bytes.TrimSpace([]byte(text))
}
