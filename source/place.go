package source

import (
	"cmp"
	"context"
	"io/fs"
	"iter"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"rashomon"
)

// Originals opens places (files, folders, globs, zip archives, "-" for the input, addresses) and yields the originals
// in them. Places are sorted and each is opened once, so that any order of them gives the same sequence. An error is
// a *rashomon.Error that stands for one place, member or record, or for a value of records that were handed on without
// it, and does not end the sequence; only the end of the context does, with its cause. Files of a folder or zip archive that are hidden or that no document is expected in
// (pictures, programs) are passed over.
func (o Options) Originals(ctx context.Context, places []string) iter.Seq2[rashomon.Original, error] {
	return func(yield func(rashomon.Original, error) bool) {
		opener := &opener{Options: o, ctx: ctx, yield: yield}
		if err := o.check(); err != nil {
			opener.fail(err)
			return
		}
		for _, place := range expand(places) {
			if !opener.open(place) {
				return
			}
		}
	}
}

// standardInput is the place that stands for Options.Input.
const standardInput = "-"

// A place is one thing to open: a file, an address or the input.
type place struct {
	path  string
	named bool  // by the person, rather than found in a folder
	err   error // instead of what could not be found
}

// expand turns what a person named into places, sorted, each once.
func expand(names []string) []place {
	var places []place
	for _, name := range names {
		places = append(places, expandName(name)...)
	}
	slices.SortFunc(places, func(a, b place) int {
		return cmp.Or(strings.Compare(a.path, b.path), compareBool(b.named, a.named))
	})
	index := map[string]int{}
	distinct := places[:0]
	for _, p := range places {
		if i, seen := index[p.key()]; seen {
			distinct[i].named = distinct[i].named || p.named
			continue
		}
		index[p.key()] = len(distinct)
		distinct = append(distinct, p)
	}
	return distinct
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// key is the same for two spellings of one file.
func (p place) key() string {
	if p.path == standardInput || isAddress(p.path) {
		return p.path
	}
	if absolute, err := filepath.Abs(p.path); err == nil {
		return absolute
	}
	return p.path
}

func expandName(name string) []place {
	switch {
	case name == "":
		return []place{{err: &rashomon.Error{
			Kind: rashomon.ErrorUsage, Cause: "a place without a name", Remedy: "name a file, folder or address"}},
		}
	case name == standardInput || isAddress(name):
		return []place{{path: name, named: true}}
	}
	info, err := os.Stat(name)
	switch {
	case err == nil && info.IsDir():
		return expandFolder(name)
	case err != nil && otherAddress.MatchString(name):
		return []place{{path: name, err: &rashomon.Error{
			Kind: rashomon.ErrorUsage, Place: withoutPassword(name), Cause: "only http and https are fetched",
			Remedy: "download it and name the file"}},
		}
	case err != nil && strings.ContainsAny(name, "*?["):
		return expandGlob(name)
	}
	return []place{{path: filepath.Clean(name), named: true}}
}

func expandGlob(pattern string) []place {
	matches, err := filepath.Glob(pattern)
	if err != nil {
		return []place{{path: pattern, err: &rashomon.Error{
			Kind: rashomon.ErrorUsage, Place: pattern, Cause: "the pattern is not well-formed", Remedy: "quote brackets with a backslash", Err: err}},
		}
	}
	var places []place
	for _, match := range matches {
		if !isHidden(match) || isHidden(pattern) {
			places = append(places, expandName(match)...)
		}
	}
	if len(places) == 0 {
		return []place{{path: pattern, err: &rashomon.Error{
			Kind: rashomon.ErrorNotFound, Place: pattern, Cause: "no file matches", Remedy: "check the pattern"}},
		}
	}
	return places
}

// expandFolder lists the files in a folder and below it. Links to files of the folder are followed; links out of it are
// not, since who hands in a folder must not choose what else of this machine is read, nor are links to folders, since
// they may lead in a circle.
func expandFolder(root string) []place {
	var places []place
	real, _ := filepath.EvalSymlinks(root)
	// With the separator at its end a link to a folder is walked when it is named outright.
	start := root + string(filepath.Separator)
	walkErr := filepath.WalkDir(start, func(path string, entry fs.DirEntry, err error) error {
		hidden := path != start && isHidden(path)
		switch {
		case err != nil:
			places = append(places, place{path: filepath.Clean(path), err: fileError(filepath.Clean(path), err)})
			return fs.SkipDir
		case hidden && entry.IsDir():
			return fs.SkipDir
		case !hidden && !entry.IsDir() && isFile(path) && !leadsOut(real, path, entry):
			places = append(places, place{path: filepath.Clean(path)})
		}
		return nil
	})
	if walkErr != nil || len(places) == 0 {
		places = append(places, place{path: root, err: &rashomon.Error{
			Kind: rashomon.ErrorNotFound, Place: root, Cause: "no files in this folder that could be read", Remedy: "name the files that are to be read", Err: walkErr},
		})
	}
	return places
}

func isHidden(path string) bool { return strings.HasPrefix(filepath.Base(path), ".") }

// isFile reports whether a path leads to a regular file, or to nothing that can be told yet.
func isFile(path string) bool {
	info, err := os.Stat(path)
	return err != nil || info.Mode().IsRegular()
}

// leadsOut reports whether an entry is a link out of a folder, which is named without links.
func leadsOut(folder, path string, entry fs.DirEntry) bool {
	if entry.Type()&fs.ModeSymlink == 0 {
		return false
	}
	target, err := filepath.EvalSymlinks(path)
	if err != nil {
		return false // it leads to nothing, which is told when it is opened
	}
	relative, err := filepath.Rel(folder, target)
	return err != nil || !filepath.IsLocal(relative)
}

// otherAddress matches addresses of any scheme (RFC 3986, section 3.1).
var otherAddress = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]*://`)

// withoutPassword returns an address without the name and password in front of its host. In one that is not well-formed
// they may hold any character.
func withoutPassword(address string) string {
	scheme, rest, _ := strings.Cut(address, "://")
	end := len(rest)
	if _, err := url.Parse(address); err == nil {
		end = strings.IndexAny(rest+"/", "/?#")
	}
	return scheme + "://" + rest[strings.LastIndex(rest[:end], "@")+1:]
}

// isAddress reports whether a place is an address of the web.
func isAddress(place string) bool {
	scheme, _, found := strings.Cut(place, "://")
	return found && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https"))
}
