-- +goose Up

-- What takes long to make of all readings and corrections together: their comparison, in parts. There is one at most. It can be made
-- again at any time, and the custody log says nothing of it.
CREATE TABLE composite (
    part     BIGINT PRIMARY KEY, -- from 0
    name     BYTEA NOT NULL,  -- a hash of all that it was made of, and of what made it: the same in all parts
    sha256   BYTEA NOT NULL,  -- of the bytes
    size     BIGINT NOT NULL, -- of them
    packed   BYTEA NOT NULL,
    checksum BIGINT NOT NULL  -- CRC-32C of packed
);

ALTER TABLE composite ALTER packed SET STORAGE EXTERNAL;
