package archive

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"iter"
	"strconv"
	"time"

	"rashomon"
)

// A CustodyKind tells what an entry of the custody log records.
type CustodyKind string

// The kinds of entry.
const (
	CustodyCreated CustodyKind = "created" // the archive; the first entry, and the only one of its kind
	CustodyArrived CustodyKind = "arrived" // an original came in
	CustodyRead    CustodyKind = "read"    // a reading was made of an arrival
	CustodyRemoved CustodyKind = "removed" // a document went, with its arrivals and readings

	CustodyGazetteerAdded   CustodyKind = "gazetteer added"   // the places of a file came in
	CustodyGazetteerRemoved CustodyKind = "gazetteer removed" // they went

	CustodyCorrected CustodyKind = "corrected" // a person corrected what was found
)

// A Custody is an entry of the custody log.
//
// Hash is the SHA-256 of the entry's other fields in the order in which they stand here, each as a netstring (its
// length in bytes as a decimal number, a colon, the bytes, a comma: D. J. Bernstein, "Netstrings", 1997), so that no
// two entries share a form: the sequence in decimal, the time as stored (RFC 3339 in UTC), subject, body and previous
// as 32 bytes or none. Previous is the hash of the entry before, so that an entry that was changed, added or taken away
// in the midst breaks the chain.
type Custody struct {
	Sequence int64           `json:"sequence"` // 1, 2, 3 ...
	Time     time.Time       `json:"time"`
	Program  string          `json:"program,omitempty"` // the version of the program that wrote it
	Kind     CustodyKind     `json:"kind"`
	Subject  string          `json:"subject,omitempty"` // SHA-256 of the document's original, or of the gazetteer's file
	Detail   json.RawMessage `json:"detail"`            // see Describe; of a correction, all of it
	Body     string          `json:"body,omitempty"`    // of the original that arrived or of the encoded reading; see AddGazetteer
	Previous string          `json:"previous,omitempty"`
	Hash     string          `json:"hash"`
}

// The details of the kinds of entry, as JSON.
type (
	arrivedDetail struct {
		Format  rashomon.Format   `json:"format"`
		Name    string            `json:"name"`
		Address string            `json:"address"`
		Charset string            `json:"charset,omitempty"`
		Given   []rashomon.Detail `json:"given,omitempty"`
		Told    []rashomon.Detail `json:"told,omitempty"`
	}
	readDetail struct {
		Arrival int64  `json:"arrival"` // sequence of its entry
		Version string `json:"version"` // of the reader
	}
	removedDetail struct {
		By     string `json:"by"`
		Reason string `json:"reason"`
	}
	gazetteerDetail struct {
		Name   string `json:"name"`
		Places int64  `json:"places"`
		By     string `json:"by,omitempty"` // of a removal, and the reason
		Reason string `json:"reason,omitempty"`
	}
)

// Describe tells the entry in one line of English.
func (c Custody) Describe() string {
	subject := c.Subject
	if len(subject) > rashomon.IDLength {
		subject = subject[:rashomon.IDLength]
	}
	switch c.Kind {
	case CustodyArrived:
		var detail arrivedDetail
		_ = json.Unmarshal(c.Detail, &detail) // what does not fit is left out; Verify tells
		return fmt.Sprintf("%s from %s", subject, detail.Address)
	case CustodyRead:
		var detail readDetail
		_ = json.Unmarshal(c.Detail, &detail)
		return fmt.Sprintf("%s of entry %d by reader %s", subject, detail.Arrival, detail.Version)
	case CustodyRemoved:
		var detail removedDetail
		_ = json.Unmarshal(c.Detail, &detail)
		return fmt.Sprintf("%s by %s: %s", subject, detail.By, detail.Reason)
	case CustodyGazetteerAdded:
		var detail gazetteerDetail
		_ = json.Unmarshal(c.Detail, &detail)
		return fmt.Sprintf("%s %s, %d places", subject, detail.Name, detail.Places)
	case CustodyGazetteerRemoved:
		var detail gazetteerDetail
		_ = json.Unmarshal(c.Detail, &detail)
		return fmt.Sprintf("%s %s by %s: %s", subject, detail.Name, detail.By, detail.Reason)
	case CustodyCorrected:
		var detail rashomon.Correction
		_ = json.Unmarshal(c.Detail, &detail)
		return fmt.Sprintf("%s by %s: %s", detail.Describe(), detail.Author, detail.Reason)
	}
	return "the archive"
}

// Custody yields the entries of the custody log from the first to the last.
func (a *Archive) Custody(ctx context.Context) iter.Seq2[Custody, error] {
	return func(yield func(Custody, error) bool) {
		for link, err := range a.links(ctx, a.db) {
			var entry Custody
			if err == nil {
				entry, err = link.custody(a.path)
			}
			if !yield(entry, err) || err != nil {
				return
			}
		}
	}
}

// A link is an entry as it is stored: a row of the table custody.
type link struct {
	sequence             int64
	time, program        string
	kind                 CustodyKind
	subject              []byte
	detail               string
	body, previous, hash []byte
}

// links yields the stored entries in order. An error ends it.
func (a *Archive) links(ctx context.Context, from querier) iter.Seq2[link, error] {
	const query = `SELECT sequence, time, program, kind, subject, detail, body, previous, hash FROM custody ORDER BY sequence`
	return scanAll(ctx, a, from, query, func(l *link) []any {
		return []any{&l.sequence, &l.time, &l.program, &l.kind, &l.subject, &l.detail, &l.body, &l.previous, &l.hash}
	})
}

// sum returns the hash that the entry must have.
func (l link) sum() []byte {
	var form []byte
	for _, field := range [][]byte{
		strconv.AppendInt(nil, l.sequence, 10), []byte(l.time), []byte(l.program), []byte(l.kind),
		l.subject, []byte(l.detail), l.body, l.previous,
	} {
		form = strconv.AppendInt(form, int64(len(field)), 10)
		form = append(form, ':')
		form = append(form, field...)
		form = append(form, ',')
	}
	sum := sha256.Sum256(form)
	return sum[:]
}

func (l link) custody(path string) (Custody, error) {
	at, err := time.Parse(time.RFC3339Nano, l.time)
	if err != nil || !json.Valid([]byte(l.detail)) {
		return Custody{}, &rashomon.Error{
			Kind: rashomon.ErrorCorrupt, Place: fmt.Sprintf("%s: entry %d of the custody log", path, l.sequence),
			Cause: "its time or its detail is not what was written", Remedy: remedyBroken,
		}
	}
	return Custody{
		Sequence: l.sequence, Time: at, Program: l.program, Kind: l.kind, Subject: hex.EncodeToString(l.subject),
		Detail: json.RawMessage(l.detail), Body: hex.EncodeToString(l.body), Previous: hex.EncodeToString(l.previous),
		Hash: hex.EncodeToString(l.hash),
	}, nil
}
