package main

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"rashomon/archive"
	"rashomon/examples"
	"rashomon/view"
)

func (p program) demoCommand() *cobra.Command {
	var keep string
	command := &cobra.Command{
		Use:   "demo",
		Short: "Read the embedded case and show what was found",
		Long: `Read the embedded case, eight accounts of one invented event, into an archive of
its own and show what was found. Nothing is left behind unless --keep names a
folder for the files and the archive.`,
		Example: "  rashomon demo\n  rashomon demo --keep case && rashomon --archive case/rashomon.db list",
		Args:    exactly(0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.demo(cmd.Context(), keep)
		},
	}
	command.Flags().StringVar(&keep, "keep", "", "write the accounts and the archive to this `FOLDER` and leave them there")
	return command
}

func (p program) demo(ctx context.Context, keep string) (err error) {
	folder := keep
	if keep == "" {
		if folder, err = os.MkdirTemp("", "rashomon-demo-"); err != nil {
			return fileError("the folder for temporary files", err)
		}
		defer os.RemoveAll(folder)
	}
	if err := unpack(examples.Case(), filepath.Join(folder, "accounts")); err != nil {
		return err
	}
	options := archive.Options{Now: p.now, Version: version(), Drawing: view.Drawing()}
	a, err := archive.Open(ctx, filepath.Join(folder, defaultArchive), options)
	if err != nil {
		return err
	}
	defer a.Close()
	return p.tour(ctx, a, folder, keep != "")
}

// unpack writes the files of a case into a folder.
func unpack(files fs.FS, folder string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return fileError(folder, err)
	}
	return fs.WalkDir(files, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(files, path)
		if err != nil {
			return err
		}
		target := filepath.Join(folder, filepath.Base(path))
		if err := os.WriteFile(target, data, 0o644); err != nil {
			return fileError(target, err)
		}
		return nil
	})
}
