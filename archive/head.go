package archive

import (
	"context"
	"database/sql"
	"encoding/hex"
	"errors"
)

// Head returns the hash of the last entry of the custody log: as long as it is the same, nothing that people brought in, said or
// took out is different.
func (a *Archive) Head(ctx context.Context) (string, error) {
	var hash []byte
	err := a.db.QueryRowContext(ctx, `SELECT hash FROM custody ORDER BY sequence DESC LIMIT 1`).Scan(&hash)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return "", a.failure(ctx, err)
	}
	return hex.EncodeToString(hash), nil
}
