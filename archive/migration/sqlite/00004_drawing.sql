-- +goose Up

-- What takes time to draw from a reading and is drawn from it alone: digests. It can be drawn again at any time, and the
-- custody log says nothing of it.
CREATE TABLE drawing (
    reading  INTEGER PRIMARY KEY REFERENCES reading (number),
    version  TEXT NOT NULL, -- of what drew it
    sha256   BLOB NOT NULL, -- of the bytes
    size     INTEGER NOT NULL, -- of them; 0 where there is nothing to draw
    packed   BLOB NOT NULL,
    checksum INTEGER NOT NULL  -- CRC-32C of packed
) STRICT;
