-- +goose Up

-- Files of places that were added, each with the SHA-256 of the file. Its places have the numbers from first to last.
CREATE TABLE gazetteer (
    number INTEGER PRIMARY KEY REFERENCES custody (sequence),
    name   TEXT NOT NULL,
    sha256 BLOB NOT NULL UNIQUE,
    first  INTEGER NOT NULL,
    last   INTEGER NOT NULL
) STRICT;

CREATE TABLE place (
    number     INTEGER PRIMARY KEY,
    name       TEXT NOT NULL,
    precision  TEXT NOT NULL,
    latitude   REAL NOT NULL,
    longitude  REAL NOT NULL,
    radius     REAL NOT NULL, -- km
    country    TEXT NOT NULL, -- ISO 3166-1 alpha-3, or empty
    province   TEXT NOT NULL, -- GeoNames' code, or empty
    geonames   INTEGER NOT NULL,
    population INTEGER NOT NULL,
    importance INTEGER NOT NULL,
    is_capital INTEGER NOT NULL
) STRICT;

-- What a place is found by: its names as they are compared, and its spelling keys. Without a declared reference to place,
-- which would need an index as large as the table to remove a gazetteer in reasonable time; `verify` checks it.
CREATE TABLE place_form (
    form  TEXT NOT NULL,
    kind  TEXT NOT NULL, -- name or key
    place INTEGER NOT NULL,
    PRIMARY KEY (form, kind, place)
) STRICT, WITHOUT ROWID;

-- +goose StatementBegin
CREATE TRIGGER gazetteer_update BEFORE UPDATE ON gazetteer
BEGIN SELECT RAISE (ABORT, 'gazetteers never change'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER place_update BEFORE UPDATE ON place
BEGIN SELECT RAISE (ABORT, 'places never change'); END;
-- +goose StatementEnd
