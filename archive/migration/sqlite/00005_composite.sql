-- +goose Up

-- What takes long to make of all readings and corrections together: their comparison, in parts. There is one at most. It can be made
-- again at any time, and the custody log says nothing of it.
CREATE TABLE composite (
    part     INTEGER PRIMARY KEY, -- from 0
    name     BLOB NOT NULL,    -- a hash of all that it was made of, and of what made it: the same in all parts
    sha256   BLOB NOT NULL,    -- of the bytes
    size     INTEGER NOT NULL, -- of them
    packed   BLOB NOT NULL,
    checksum INTEGER NOT NULL  -- CRC-32C of packed
) STRICT;
