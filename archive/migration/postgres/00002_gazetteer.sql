-- +goose Up

-- Files of places that were added, each with the SHA-256 of the file. Its places have the numbers from first to last.
CREATE TABLE gazetteer (
    number BIGINT PRIMARY KEY REFERENCES custody (sequence),
    name   BYTEA NOT NULL,
    sha256 BYTEA NOT NULL UNIQUE,
    first  BIGINT NOT NULL,
    last   BIGINT NOT NULL
);

CREATE TABLE place (
    number     BIGINT PRIMARY KEY,
    name       BYTEA NOT NULL,
    precision  BYTEA NOT NULL,
    latitude   DOUBLE PRECISION NOT NULL,
    longitude  DOUBLE PRECISION NOT NULL,
    radius     DOUBLE PRECISION NOT NULL, -- km
    country    BYTEA NOT NULL, -- ISO 3166-1 alpha-3, or empty
    province   BYTEA NOT NULL, -- GeoNames' code, or empty
    geonames   BIGINT NOT NULL,
    population BIGINT NOT NULL,
    importance BIGINT NOT NULL,
    is_capital BIGINT NOT NULL
);

-- What a place is found by: its names as they are compared, and its spelling keys. Without a declared reference to place,
-- which would need an index as large as the table to remove a gazetteer in reasonable time; `verify` checks it.
CREATE TABLE place_form (
    form  BYTEA NOT NULL,
    kind  TEXT COLLATE "C" NOT NULL, -- name or key
    place BIGINT NOT NULL,
    PRIMARY KEY (form, kind, place)
);

CREATE TRIGGER gazetteer_update BEFORE UPDATE ON gazetteer
FOR EACH ROW EXECUTE FUNCTION refuse ('gazetteers never change');

CREATE TRIGGER place_update BEFORE UPDATE ON place
FOR EACH ROW EXECUTE FUNCTION refuse ('places never change');
