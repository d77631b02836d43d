package archive

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"iter"
	"slices"
	"strconv"
)

// A Composite is what was made of all that an archive holds together, in parts. The archive keeps the last one, and does not know what
// it is: it is found by a hash of all that it was made of, and by the program that made it, see [Options].
type Composite struct {
	Parts int

	archive *Archive
	name    []byte
}

// Composite returns the composite that this program made of what has a hash; it has no parts where the archive keeps another one, or
// none.
func (a *Archive) Composite(ctx context.Context, of []byte) (Composite, error) {
	c := Composite{archive: a, name: a.nameOf(of)}
	if c.name == nil {
		return c, nil
	}
	err := a.db.QueryRowContext(ctx, `SELECT count(*) FROM composite WHERE name = $1`, c.name).Scan(&c.Parts)
	return c, a.failure(ctx, err)
}

// nameOf returns the name of what this program makes of what has a hash, or nil where nobody says which program it is.
func (a *Archive) nameOf(of []byte) []byte {
	if a.options.Maker == nil {
		return nil
	}
	maker := a.options.Maker()
	if len(maker) == 0 {
		return nil
	}
	name := sha256.Sum256(slices.Concat(maker, of))
	return name[:]
}

// Part returns a part, from 0. It is safe for concurrent use. Where another composite was kept meanwhile it returns no bytes, and no
// error.
func (c Composite) Part(ctx context.Context, number int) ([]byte, error) {
	var kept storedBody
	err := c.archive.db.QueryRowContext(ctx, `SELECT sha256, size, packed, checksum FROM composite WHERE part = $1 AND name = $2`,
		number, c.name).Scan(kept.fields()...)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, c.archive.failure(ctx, err)
	}
	data, err := kept.unpack(c.archive.codec)
	return data, c.archive.placed(partPlace(int64(number)), err)
}

func partPlace(number int64) string {
	return "part " + strconv.FormatInt(number, 10) + " of what is made of all readings"
}

// Compose keeps what this program made of what has a hash, in the place of the one before, unless the archive has another
// [Archive.Head] than it had when the composite was begun: then it is not of what the archive holds, of which something may have been
// removed. It reports whether it is kept.
func (a *Archive) Compose(ctx context.Context, head string, of []byte, parts iter.Seq2[[]byte, error]) (kept bool, err error) {
	name := a.nameOf(of)
	if name == nil {
		return false, nil
	}
	var packed []body
	for part, err := range parts {
		if err != nil {
			return false, err
		}
		p, err := a.codec.pack(a.path, part)
		if err != nil {
			return false, err
		}
		packed = append(packed, p)
	}
	err = a.write(ctx, func(c *change) error {
		if kept = hex.EncodeToString(c.hash) == head; !kept {
			return nil
		}
		if err := c.dropComposite(); err != nil {
			return err
		}
		for i, p := range packed {
			_, err := c.exec(`INSERT INTO composite (part, name, sha256, size, packed, checksum) VALUES ($1, $2, $3, $4, $5, $6)`,
				i, name, p.sha256[:], p.size, blob(p.packed), p.checksum)
			if err != nil {
				return err
			}
		}
		return nil
	})
	return kept && err == nil, err
}

// dropComposite drops what is made of all readings, as when one of them is removed: nothing of it shall be left.
func (c *change) dropComposite() error {
	_, err := c.exec(`DELETE FROM composite`)
	return err
}

// composite checks that the parts of what is made of all readings are the bytes that were kept.
func (v *verification) composite() {
	type row struct {
		part int64
		body storedBody
	}
	const query = `SELECT part, sha256, size, packed, checksum FROM composite ORDER BY part`
	each(v, query, func(r *row) []any { return append([]any{&r.part}, r.body.fields()...) }, func(r row) {
		if _, err := r.body.unpack(v.archive.codec); err != nil {
			v.fail(partPlace(r.part), err)
		}
	})
}
