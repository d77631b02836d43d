-- +goose Up

-- What people corrected; all that a correction says stands in the custody log.
CREATE TABLE correction (
    number BIGINT PRIMARY KEY REFERENCES custody (sequence),
    kind   TEXT COLLATE "C" NOT NULL,
    undoes BIGINT REFERENCES correction (number) -- of an undo: the correction that it takes back
);

CREATE TRIGGER correction_update BEFORE UPDATE ON correction
FOR EACH ROW EXECUTE FUNCTION refuse ('corrections never change');

CREATE TRIGGER correction_delete BEFORE DELETE ON correction
FOR EACH ROW EXECUTE FUNCTION refuse ('corrections are taken back by others, never deleted');

CREATE TRIGGER correction_truncate BEFORE TRUNCATE ON correction
EXECUTE FUNCTION refuse ('corrections are taken back by others, never deleted');
