package main

import (
	"context"
	"errors"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rashomon"
	"rashomon/conllu"
	"rashomon/source"
)

// isTreebank tells a treebank by its name.
func isTreebank(name string) bool { return strings.EqualFold(filepath.Ext(name), ".conllu") }

// splitTreebanks takes the treebanks out of the places that a person named: sorted, each once. With --as conllu all
// places are treebanks, with any other --as none.
func (in *input) splitTreebanks(places []string) (treebanks, others []string) {
	for _, place := range places {
		files := matching(place)
		switch {
		case in.format == string(conllu.Format) && len(files) == 0:
			treebanks = append(treebanks, place)
		case in.format == string(conllu.Format), in.format == "" && isTreebank(place) && len(files) > 0:
			treebanks = append(treebanks, files...)
		default:
			others = append(others, place)
		}
	}
	slices.Sort(treebanks)
	return slices.Compact(treebanks), others
}

// matching returns the files that a place stands for by itself or as a glob.
func matching(place string) []string {
	paths := []string{filepath.Clean(place)}
	if _, err := os.Stat(place); err != nil {
		paths, _ = filepath.Glob(place) // a pattern that is not well-formed matches nothing; source says what is wrong
	}
	return slices.DeleteFunc(paths, func(path string) bool {
		info, err := os.Stat(path)
		return err != nil || !info.Mode().IsRegular()
	})
}

// annotated opens the places of `annotate`: treebanks, which only it reads, behind all others.
func (in *input) annotated(
	ctx context.Context, p program, places []string,
) (iter.Seq2[rashomon.Original, error], error) {
	treebanks, others := in.splitTreebanks(places)
	rest := *in
	if in.format == string(conllu.Format) {
		rest.format = ""
	}
	originals, err := rest.originals(ctx, p, others)
	if err != nil {
		return nil, err
	}
	given, err := in.details()
	if err != nil {
		return nil, err
	}
	sequences := []iter.Seq2[rashomon.Original, error]{originals}
	for _, path := range treebanks {
		sequences = append(sequences, in.treebank(p, path, given))
	}
	return chain(ctx, sequences), nil
}

// treebank yields the documents of one treebank.
func (in *input) treebank(p program, path string, given []rashomon.Detail) iter.Seq2[rashomon.Original, error] {
	return func(yield func(rashomon.Original, error) bool) {
		treebank := p.stdin
		if path != "-" {
			file, err := os.Open(path)
			if err != nil {
				yield(rashomon.Original{}, unopened(path, err))
				return
			}
			defer file.Close()
			treebank = file
		}
		for original, err := range conllu.Originals(path, treebank, in.limit) {
			original.Given = given
			if !yield(original, err) {
				return
			}
		}
	}
}

func unopened(path string, err error) error {
	known := &rashomon.Error{
		Kind: rashomon.ErrorInvalid, Place: path, Cause: "it cannot be opened", Remedy: "check that it is a file", Err: err,
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		known.Kind, known.Cause, known.Remedy = rashomon.ErrorNotFound, "no such file", "check the name"
	case errors.Is(err, fs.ErrPermission):
		known.Kind, known.Cause, known.Remedy = rashomon.ErrorDenied, "permission denied", "ask its owner to let you read it"
	}
	return known
}

// refuseTreebanks puts an error in the place of treebanks that source took for text, unless the user said what the
// files are.
func (in *input) refuseTreebanks(originals iter.Seq2[rashomon.Original, error]) iter.Seq2[rashomon.Original, error] {
	return func(yield func(rashomon.Original, error) bool) {
		for original, err := range originals {
			if err == nil && in.format == "" && original.Format == rashomon.FormatText && isTreebank(original.Name) {
				err = &rashomon.Error{
					Kind: rashomon.ErrorUnsupported, Place: original.Address, Cause: "a treebank, which is not read as text",
					Remedy: "give it as a file to `rashomon annotate`",
				}
				original = rashomon.Original{}
			}
			if !yield(original, err) {
				return
			}
		}
	}
}

// parse reads an original of a treebank or of any other place.
func parse(original rashomon.Original) (*rashomon.Document, error) {
	if original.Format == conllu.Format {
		return conllu.Parse(original)
	}
	return source.Parse(original)
}

// chain yields one sequence after the other, until the context ends.
func chain(ctx context.Context, sequences []iter.Seq2[rashomon.Original, error]) iter.Seq2[rashomon.Original, error] {
	return func(yield func(rashomon.Original, error) bool) {
		for _, sequence := range sequences {
			for original, err := range sequence {
				if !yield(original, err) || ctx.Err() != nil {
					return
				}
			}
		}
	}
}
