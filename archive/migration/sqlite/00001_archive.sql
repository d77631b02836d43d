-- +goose Up

-- "Rash" in ASCII marks the file as an archive of Rashomon (PRAGMA application_id of SQLite).
PRAGMA application_id = 1382118248;

-- The custody log. Rows are only ever added. The hash is described in custody.go.
CREATE TABLE custody (
    sequence INTEGER PRIMARY KEY,
    time     TEXT NOT NULL, -- RFC 3339, UTC
    program  TEXT NOT NULL, -- the version of the program that wrote it
    kind     TEXT NOT NULL,
    subject  BLOB NOT NULL, -- SHA-256 of the document's original; empty where it speaks of the archive
    detail   TEXT NOT NULL, -- a JSON object
    body     BLOB NOT NULL, -- SHA-256 of the bytes that it speaks of, or empty
    previous BLOB NOT NULL, -- hash of the entry before, or empty
    hash     BLOB NOT NULL
) STRICT;

-- Originals and encoded readings, under their own SHA-256, packed with zstd.
CREATE TABLE body (
    number   INTEGER PRIMARY KEY,
    sha256   BLOB NOT NULL UNIQUE,
    size     INTEGER NOT NULL, -- unpacked
    packed   BLOB NOT NULL,
    checksum INTEGER NOT NULL  -- CRC-32C of packed
) STRICT;

-- One row for each original; reading is the one that the archive shows. Its being unique gives it an index, by which
-- SQLite finds the document that waits for a new reading: without one it would look through all of them.
CREATE TABLE document (
    number  INTEGER PRIMARY KEY REFERENCES body (number),
    sha256  BLOB NOT NULL UNIQUE,
    reading INTEGER NOT NULL UNIQUE REFERENCES reading (number) DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- One row for each way in which an original came in; what is known of it stands in the custody log.
CREATE TABLE arrival (
    number   INTEGER PRIMARY KEY REFERENCES custody (sequence),
    document INTEGER NOT NULL REFERENCES document (number)
) STRICT;

CREATE INDEX arrival_document ON arrival (document);

-- What one version of the reader made of one arrival, with the columns that lists show.
CREATE TABLE reading (
    number    INTEGER PRIMARY KEY REFERENCES custody (sequence),
    arrival   INTEGER NOT NULL REFERENCES arrival (number),
    version   TEXT NOT NULL,
    body      INTEGER NOT NULL REFERENCES body (number),
    title     TEXT NOT NULL,
    source    TEXT NOT NULL,
    author    TEXT NOT NULL,
    published TEXT NOT NULL,
    moment    TEXT NOT NULL, -- published as it sorts: times with a zone in UTC, empty where the year is unknown
    language  TEXT NOT NULL,
    words     INTEGER NOT NULL,
    sentences INTEGER NOT NULL,
    UNIQUE (arrival, version)
) STRICT;

CREATE INDEX reading_body ON reading (body);
CREATE INDEX reading_moment ON reading (moment);

-- Title and text of the reading that the archive shows; the rowid is the document's number.
CREATE VIRTUAL TABLE search USING fts5 (title, text, tokenize = 'unicode61 remove_diacritics 2');

-- What is removed leaves no word behind in the index.
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);

-- +goose StatementBegin
CREATE TRIGGER custody_update BEFORE UPDATE ON custody
BEGIN SELECT RAISE (ABORT, 'the custody log is only ever added to'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER custody_delete BEFORE DELETE ON custody
BEGIN SELECT RAISE (ABORT, 'the custody log is only ever added to'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER body_update BEFORE UPDATE ON body
BEGIN SELECT RAISE (ABORT, 'originals and readings never change'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER arrival_update BEFORE UPDATE ON arrival
BEGIN SELECT RAISE (ABORT, 'arrivals never change'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER reading_update BEFORE UPDATE ON reading
BEGIN SELECT RAISE (ABORT, 'readings never change'); END;
-- +goose StatementEnd
