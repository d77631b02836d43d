package archive

import (
	"context"
	"embed"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"

	"rashomon"
)

// The schema is the sum of the migrations, which never change once they have been released. Those of SQLite and of
// PostgreSQL go by the same numbers and make the same tables.
//
//go:embed migration/sqlite/*.sql migration/postgres/*.sql
var migrations embed.FS

func (a *Archive) migrator() (*goose.Provider, error) {
	dialect, folder := a.engine.migrations()
	files, err := fs.Sub(migrations, folder)
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(dialect, a.db, files,
		goose.WithDisableGlobalRegistry(true), goose.WithLogger(goose.NopLogger()))
}

// migrate brings the schema up to date. Another process may be doing the same at the same time: each migration is a
// transaction, and who comes second fails at it and finds it done when it looks again.
func (a *Archive) migrate(ctx context.Context) error {
	migrator, err := a.migrator()
	if err != nil {
		return err
	}
	if a.options.ReadOnly {
		return a.checkVersion(ctx, migrator)
	}
	for range len(migrator.ListSources()) + 1 {
		if err = a.checkVersion(ctx, migrator); err == nil {
			return nil
		}
		if kindOf(err) == rashomon.ErrorNewer || ctx.Err() != nil {
			return err
		}
		_, err = migrator.Up(ctx)
	}
	if err != nil {
		return err
	}
	return a.checkVersion(ctx, migrator)
}

// checkVersion returns nil when the schema is the one that this program knows.
func (a *Archive) checkVersion(ctx context.Context, migrator *goose.Provider) error {
	sources := migrator.ListSources()
	known := sources[len(sources)-1].Version
	var version int64
	row := a.db.QueryRowContext(ctx, `SELECT coalesce(max(version_id), 0) FROM goose_db_version`)
	if err := row.Scan(&version); err != nil {
		return err
	}
	switch {
	case version > known:
		return &rashomon.Error{
			Kind: rashomon.ErrorNewer, Place: a.path, Remedy: "use a newer rashomon",
			Cause: fmt.Sprintf("the archive has version %d, this program knows versions up to %d", version, known),
		}
	case version < known:
		return &rashomon.Error{
			Kind: rashomon.ErrorUnsupported, Place: a.path, Remedy: "open it once for writing, which brings it up to date",
			Cause: fmt.Sprintf("the archive has version %d, this program reads version %d", version, known),
		}
	}
	return nil
}
