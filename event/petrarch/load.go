package petrarch

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rashomon"
)

// A File is a file of a dictionary: its name, by which it is known what it holds, and its bytes.
type File struct {
	Name    string
	Content string
}

// A fileKind is what a file of a dictionary holds.
type fileKind string

const (
	kindVerbs        fileKind = "verbs"
	kindActors       fileKind = "actors"
	kindAgents       fileKind = "agents"
	kindDiscards     fileKind = "discards"
	kindIssues       fileKind = "issues"
	kindPrepositions fileKind = "prepositions" // known from the tree, not from the file
	kindUnknown      fileKind = ""
)

// kindOf tells what a file holds by its name: PETR.Validate.verbs.txt, CAMEO.2.0.txt, Phoenix.IssueCoding.txt. A name
// that says nothing is of no dictionary.
func kindOf(name string) fileKind {
	base := strings.ToLower(filepath.Base(name))
	for _, known := range []struct {
		part string
		kind fileKind
	}{
		{"discard", kindDiscards}, {"issue", kindIssues}, {"agent", kindAgents}, {"actor", kindActors}, {"verb", kindVerbs},
		{"prepositions", kindPrepositions}, {"cameo", kindVerbs},
	} {
		if strings.Contains(base, known.part) {
			return known.kind
		}
	}
	return kindUnknown
}

// New reads the files of a dictionary in their order; of two entries for the same phrase, the later one counts. A
// damaged line is passed over and told as an error that names it; the rest is read.
func New(files []File) (*Dictionary, []error) {
	d := &Dictionary{verbs: map[string][]*verb{}, synsets: map[string]*synset{}}
	var problems []error
	for i, given := range files {
		d.files = append(d.files, given.Name)
		f := &file{name: given.Name, index: i}
		switch kindOf(given.Name) {
		case kindVerbs:
			d.readVerbs(f, given.Content)
		case kindActors:
			d.readActors(f, given.Content)
		case kindAgents:
			d.readAgents(f, given.Content)
		case kindDiscards:
			d.readDiscards(f, given.Content)
		case kindIssues:
			d.readIssues(f, given.Content)
		case kindPrepositions:
		default:
			problems = append(problems, &rashomon.Error{
				Kind: rashomon.ErrorUnsupported, Place: given.Name, Cause: "its name does not say what it holds",
				Remedy: "have verbs, actors, agents, discards or issues in the name",
			})
		}
		problems = append(problems, f.problems()...)
	}
	d.actors.seal()
	d.agents.seal()
	d.discards.seal()
	d.issues.seal()
	return d, problems
}

// Load reads a dictionary from files and folders. Of a folder the files are read whose names say what they hold, in
// the order of their names; those of folders in it are not.
func Load(paths []string) (*Dictionary, []error) {
	var files []File
	var problems []error
	for _, path := range paths {
		found, err := filesAt(path)
		if err != nil {
			problems = append(problems, err)
		}
		for _, name := range found {
			content, err := readLimited(name)
			if err != nil {
				problems = append(problems, err)
				continue
			}
			files = append(files, File{Name: name, Content: content})
		}
	}
	d, damaged := New(files)
	return d, append(problems, damaged...)
}

// filesAt returns the files of a dictionary at a path.
func filesAt(path string) ([]string, error) {
	entries, err := os.ReadDir(path)
	if err != nil {
		if info, other := os.Stat(path); other == nil && !info.IsDir() {
			return []string{path}, nil
		}
		return nil, pathError(path, err)
	}
	var names []string
	for _, entry := range entries {
		if !entry.IsDir() && kindOf(entry.Name()) != kindUnknown {
			names = append(names, filepath.Join(path, entry.Name()))
		}
	}
	if len(names) == 0 {
		return nil, &rashomon.Error{
			Kind: rashomon.ErrorNotFound, Place: path, Cause: "no file of a dictionary",
			Remedy: "have verbs, actors, agents, discards or issues in the names of the files",
		}
	}
	slices.Sort(names)
	return names, nil
}

func readLimited(name string) (string, error) {
	opened, err := os.Open(name)
	if err != nil {
		return "", pathError(name, err)
	}
	defer opened.Close()
	content, err := io.ReadAll(io.LimitReader(opened, fileLimit+1))
	if err != nil {
		return "", pathError(name, err)
	}
	if len(content) > fileLimit {
		return "", &rashomon.Error{
			Kind: rashomon.ErrorTooLarge, Place: name, Cause: fmt.Sprintf("a dictionary of more than %d bytes", fileLimit),
			Remedy: "break it up",
		}
	}
	return string(content), nil
}

func pathError(path string, err error) error {
	known := &rashomon.Error{Kind: rashomon.ErrorInvalid, Place: path, Cause: "cannot be read", Err: err}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		known.Kind, known.Cause = rashomon.ErrorNotFound, "no such file or folder"
		known.Remedy = "name the folder or the files of a dictionary"
	case errors.Is(err, fs.ErrPermission):
		known.Kind, known.Cause = rashomon.ErrorDenied, "may not be read"
	}
	return known
}
