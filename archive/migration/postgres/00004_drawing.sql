-- +goose Up

-- What takes time to draw from a reading and is drawn from it alone: digests. It can be drawn again at any time, and the
-- custody log says nothing of it.
CREATE TABLE drawing (
    reading  BIGINT PRIMARY KEY REFERENCES reading (number),
    version  TEXT COLLATE "C" NOT NULL, -- of what drew it
    sha256   BYTEA NOT NULL, -- of the bytes
    size     BIGINT NOT NULL, -- of them; 0 where there is nothing to draw
    packed   BYTEA NOT NULL,
    checksum BIGINT NOT NULL  -- CRC-32C of packed
);

ALTER TABLE drawing ALTER packed SET STORAGE EXTERNAL;
