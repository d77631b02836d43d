-- +goose Up

-- What people corrected; all that a correction says stands in the custody log.
CREATE TABLE correction (
    number INTEGER PRIMARY KEY REFERENCES custody (sequence),
    kind   TEXT NOT NULL,
    undoes INTEGER REFERENCES correction (number) -- of an undo: the correction that it takes back
) STRICT;

-- +goose StatementBegin
CREATE TRIGGER correction_update BEFORE UPDATE ON correction
BEGIN SELECT RAISE (ABORT, 'corrections never change'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER correction_delete BEFORE DELETE ON correction
BEGIN SELECT RAISE (ABORT, 'corrections are taken back by others, never deleted'); END;
-- +goose StatementEnd
