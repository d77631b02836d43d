package main

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"rashomon"
	"rashomon/archive"
	"rashomon/gazetteer"
	"rashomon/intake"
)

func (p program) gazetteerCommand() *cobra.Command {
	command := &cobra.Command{
		Use:   "gazetteer",
		Short: "Find places, and add places to the archive's gazetteer",
		Long: `The gazetteer tells where places lie. The towns of 5,000 people and more, the
provinces and countries of the world and its waters come with rashomon; an
archive can be given more, from the files of GeoNames
(https://download.geonames.org/export/dump/: allCountries.zip, LY.zip,
cities500.zip ...). Readings that are made then say so.

The places that come with rashomon are made of GeoNames (www.geonames.org),
licensed under CC BY 4.0, by way of datasets/world-cities and
joelacus/world-cities, and of The World Factbook (public domain).`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usage("unknown command \"gazetteer "+args[0]+"\"", "`rashomon gazetteer --help` lists the commands")
			}
			return cmd.Help()
		},
	}
	command.AddCommand(
		p.gazetteerAddCommand(), p.gazetteerListCommand(), p.gazetteerRemoveCommand(), p.gazetteerFindCommand(),
	)
	return command
}

func (p program) gazetteerAddCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "add FILE",
		Short: "Add the places of a GeoNames dump (.txt or .zip) to the archive",
		Long: `Add the places of a file in the dump format of GeoNames, as text or as the zip
file in which it comes, to the archive. Lines that cannot be read are named and
left out. Documents that are read from then on are read with these places.`,
		Example: "  rashomon gazetteer add LY.zip",
		Args:    exactly(1, "one file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.withArchive(cmd, false, func(ctx context.Context, a *archive.Archive) error {
				return p.addGazetteer(ctx, a, args[0])
			})
		},
	}
}

func (p program) addGazetteer(ctx context.Context, a *archive.Archive, path string) error {
	file, err := os.Open(path)
	if err != nil {
		return readError(path, err)
	}
	defer file.Close()
	info, err := file.Stat()
	if err == nil && info.IsDir() {
		err = errors.New("it is a folder")
	}
	if err != nil {
		return readError(path, err)
	}
	sum := sha256.New()
	if _, err := io.Copy(sum, file); err != nil {
		return readError(path, err)
	}
	known, err := gazetteer.Default()
	if err != nil {
		return err
	}
	dump := dump{program: p, context: ctx}
	places := dump.places(known.ReadDump(filepath.Base(path), file, info.Size()))
	if err := a.AddGazetteer(ctx, filepath.Base(path), [sha256.Size]byte(sum.Sum(nil)), places); err != nil {
		return err
	}
	fmt.Fprintf(p.stderr, "%s added", plural(dump.count, "place", "places"))
	if dump.unread.count > 0 {
		fmt.Fprintf(p.stderr, "; %s left out", plural(dump.unread.count, "line was", "lines were"))
	}
	fmt.Fprintln(p.stderr)
	return dump.unread.failure()
}

// A dump is a file of places on its way into the archive.
type dump struct {
	program program
	context context.Context
	count   int
	unread  unread
}

// mostComplaints is how many lines that cannot be read are named: a file of another kind has nothing else.
const mostComplaints = 20

// places yields the places of a dump, and names the lines that cannot be read.
func (d *dump) places(read iter.Seq2[gazetteer.DumpPlace, error]) iter.Seq2[archive.AddedPlace, error] {
	return func(yield func(archive.AddedPlace, error) bool) {
		for place, err := range read {
			if err == nil {
				err = d.context.Err()
			}
			var known *rashomon.Error
			if errors.As(err, &known) && known.Kind == rashomon.ErrorInvalid {
				d.leaveOut(err)
				continue
			}
			d.count++
			added := archive.AddedPlace{Place: archive.Place(place.Place), Folded: place.Folded, Keys: place.Keys}
			if !yield(added, err) || err != nil {
				return
			}
		}
	}
}

func (d *dump) leaveOut(err error) {
	d.unread.add(err)
	switch {
	case d.unread.count <= mostComplaints:
		d.program.complain(err)
	case d.unread.count == mostComplaints+1:
		fmt.Fprintln(d.program.stderr, "rashomon: and more lines that cannot be read")
	}
}

// readError gives an error of the file system, met when a file was to be read, its kind and the place.
func readError(path string, err error) error {
	known := &rashomon.Error{Kind: rashomon.ErrorInvalid, Place: path, Cause: "cannot be read: " + err.Error(), Err: err}
	switch {
	case errors.Is(err, os.ErrNotExist):
		known.Kind, known.Cause, known.Remedy = rashomon.ErrorNotFound, "no such file", "name another"
	case errors.Is(err, os.ErrPermission):
		known.Kind, known.Cause, known.Remedy = rashomon.ErrorDenied, "may not be read", "ask for the permission"
	}
	return known
}

func (p program) gazetteerListCommand() *cobra.Command {
	var asJSON bool
	command := &cobra.Command{
		Use: "list", Short: "List the gazetteers that were added to the archive", Args: exactly(0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.withArchive(cmd, true, func(ctx context.Context, a *archive.Archive) error {
				all, err := a.Gazetteers(ctx)
				if err != nil {
					return err
				}
				for _, g := range all {
					if err := p.printGazetteer(g, asJSON); err != nil {
						return err
					}
				}
				if len(all) == 0 && !asJSON {
					fmt.Fprintln(p.stderr, "rashomon: none was added; `rashomon gazetteer add FILE` adds one")
				}
				return nil
			})
		},
	}
	command.Flags().BoolVar(&asJSON, "json", false, "print one JSON object a gazetteer")
	return command
}

func (p program) printGazetteer(g archive.Gazetteer, asJSON bool) error {
	if asJSON {
		return json.NewEncoder(p.stdout).Encode(g)
	}
	_, err := fmt.Fprintf(p.stdout, "%s  %s  %12s places  %s\n", g.SHA256[:rashomon.IDLength],
		g.Added.Format("2006-01-02"), thousands(int(g.Places)), visible(g.Name))
	return err
}

func (p program) gazetteerRemoveCommand() *cobra.Command {
	var by, reason string
	command := &cobra.Command{
		Use:   "remove ID",
		Short: "Remove a gazetteer that was added to the archive",
		Long: `Remove a gazetteer, given by the name of its file or the beginning of its
SHA-256, with all its places. The custody log keeps who removed it why.`,
		Args: exactly(1, "one gazetteer"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.withArchive(cmd, false, func(ctx context.Context, a *archive.Archive) error {
				return a.RemoveGazetteer(ctx, args[0], by, reason)
			})
		},
	}
	command.Flags().StringVar(&reason, "reason", "", "why (kept in the custody log)")
	command.Flags().StringVar(&by, "by", userName(), "who")
	return command
}

func (p program) gazetteerFindCommand() *cobra.Command {
	var asJSON bool
	command := &cobra.Command{
		Use:   "find NAME...",
		Short: "Find what places a name may mean",
		Long: "Find what places a name may mean, among those that come with rashomon and, where\n" +
			"there is an archive, those that were added to it.",
		Example: "  rashomon gazetteer find Tripoli\n  rashomon gazetteer find Deir ez-Zor",
		Args:    atLeastOne("a name"),
		RunE: func(cmd *cobra.Command, args []string) error {
			name := strings.Join(args, " ")
			isOpen := false
			err := p.withArchive(cmd, true, func(ctx context.Context, a *archive.Archive) error {
				isOpen = true
				places, err := intake.OpenPlaces(ctx, a)
				if err != nil {
					return err
				}
				if err := p.find(places.Gazetteer, name, asJSON); err != nil {
					return err
				}
				return places.Failure()
			})
			var ours *rashomon.Error
			if isOpen || !errors.As(err, &ours) || ours.Kind != rashomon.ErrorNotFound {
				return err
			}
			known, err := gazetteer.Default()
			if err != nil {
				return err
			}
			return p.find(known, name, asJSON)
		},
	}
	command.Flags().BoolVar(&asJSON, "json", false, "print one JSON object a place")
	return command
}

func (p program) find(known *gazetteer.Gazetteer, name string, asJSON bool) error {
	found := known.Lookup(name)
	for _, candidate := range found {
		if err := p.printCandidate(candidate, asJSON); err != nil {
			return err
		}
	}
	if len(found) == 0 {
		return &rashomon.Error{
			Kind: rashomon.ErrorNotFound, Cause: "no place is called " + name,
			Remedy: "add a larger gazetteer, see `rashomon gazetteer --help`",
		}
	}
	return nil
}

func (p program) printCandidate(c gazetteer.Candidate, asJSON bool) error {
	if asJSON {
		return json.NewEncoder(p.stdout).Encode(c)
	}
	_, err := fmt.Fprintf(p.stdout, "%-9s  %-8s  %3s  %9.4f  %9.4f  %s\n", c.Match, c.Precision, orDash(c.Country),
		c.Latitude, c.Longitude, visible(c.Name))
	return err
}
