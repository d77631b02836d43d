package archive

import (
	"context"
	"strings"

	"rashomon"
)

// Remove removes a document with all its arrivals, readings and words in the index, for good. The custody log keeps
// that it was there, where it came from, and who removed it why; both must be said.
func (a *Archive) Remove(ctx context.Context, id, by, reason string) error {
	if strings.TrimSpace(by) == "" || strings.TrimSpace(reason) == "" {
		return &rashomon.Error{
			Kind: rashomon.ErrorUsage, Place: a.path, Cause: "a document is removed only with a name and a reason",
			Remedy: "say who removes it, and why",
		}
	}
	number, err := a.find(ctx, id)
	if err != nil {
		return err
	}
	return a.write(ctx, func(c *change) error {
		return c.remove(number, removedDetail{By: by, Reason: reason})
	})
}

func (c *change) remove(document int64, detail removedDetail) error {
	var sum []byte
	if err := c.row(`SELECT sha256 FROM document WHERE number = $1`, document).Scan(&sum); err != nil {
		return err
	}
	if _, err := c.log(CustodyRemoved, sum, detail, nil); err != nil {
		return err
	}
	if err := c.dropComposite(); err != nil {
		return err
	}
	// A body goes with the last that refers to it: readings first, then the document.
	bodies, err := c.bodies(document)
	if err != nil {
		return err
	}
	for _, statement := range []string{
		`DELETE FROM search WHERE rowid = $1`,
		`DELETE FROM drawing WHERE reading IN
			(SELECT reading.number FROM reading JOIN arrival ON arrival.number = reading.arrival WHERE arrival.document = $1)`,
		`DELETE FROM reading WHERE arrival IN (SELECT number FROM arrival WHERE document = $1)`,
		`DELETE FROM arrival WHERE document = $1`,
		`DELETE FROM document WHERE number = $1`,
	} {
		if _, err := c.exec(statement, document); err != nil {
			return err
		}
	}
	for _, body := range bodies {
		_, err := c.exec(`DELETE FROM body WHERE number = $1 AND NOT EXISTS (SELECT 1 FROM reading WHERE body = $1)
			AND NOT EXISTS (SELECT 1 FROM document WHERE number = $1)`, body)
		if err != nil {
			return err
		}
	}
	return nil
}

// bodies returns the numbers of a document's original and readings.
func (c *change) bodies(document int64) ([]int64, error) {
	const query = `SELECT number FROM document WHERE number = $1
		UNION SELECT body FROM reading WHERE arrival IN (SELECT number FROM arrival WHERE document = $1)`
	return collect(scanAll(c.context, c.archive, c.tx, query, number, document))
}
