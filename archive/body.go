package archive

import (
	"crypto/sha256"
	"fmt"
	"hash/crc32"

	"github.com/klauspost/compress/zstd"

	"rashomon"
)

// bodyLimit is the most bytes that one original or one encoded reading may have: SQLite takes blobs of up to a billion,
// and what unpacks to more has been tampered with.
const bodyLimit = 1_000_000_000

// A body is an original or an encoded reading as it is stored.
type body struct {
	sha256   [sha256.Size]byte
	size     int
	packed   []byte
	checksum uint32
}

// A codec packs bodies. It is safe for concurrent use.
type codec struct {
	encoder *zstd.Encoder
	decoder *zstd.Decoder
}

// castagnoli is the polynomial of CRC-32C (RFC 3720, section 12.1), which processors compute themselves.
var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func newCodec() (*codec, error) {
	encoder, err := zstd.NewWriter(nil, zstd.WithEncoderCRC(false))
	if err != nil {
		return nil, err
	}
	decoder, err := zstd.NewReader(nil, zstd.WithDecoderMaxMemory(bodyLimit))
	if err != nil {
		return nil, err
	}
	return &codec{encoder: encoder, decoder: decoder}, nil
}

func (c *codec) close() { c.decoder.Close() }

// pack makes a body of bytes; what says in an error whose they are.
func (c *codec) pack(what string, data []byte) (body, error) {
	if len(data) > bodyLimit {
		return body{}, &rashomon.Error{
			Kind: rashomon.ErrorTooLarge, Place: what, Remedy: remedySplit,
			Cause: fmt.Sprintf("%d bytes, of which the archive takes %d", len(data), bodyLimit),
		}
	}
	packed := c.encoder.EncodeAll(data, nil)
	return body{
		sha256: sha256.Sum256(data), size: len(data), packed: packed, checksum: crc32.Checksum(packed, castagnoli),
	}, nil
}

// unpack gives the bytes back, or says why they are not the ones that were packed.
func (c *codec) unpack(b body) ([]byte, error) {
	if crc32.Checksum(b.packed, castagnoli) != b.checksum {
		return nil, corrupt("the stored bytes have another checksum than when they were written")
	}
	data, err := c.decoder.DecodeAll(b.packed, nil)
	switch {
	case err != nil:
		return nil, corrupt("the stored bytes cannot be unpacked: " + err.Error())
	case len(data) != b.size:
		return nil, corrupt(fmt.Sprintf("the stored bytes unpack to %d bytes, %d were written", len(data), b.size))
	case sha256.Sum256(data) != b.sha256:
		return nil, corrupt("the SHA-256 of the stored bytes is not the one they are kept under")
	}
	return data, nil
}

// A storedBody is a body with its hash as it is stored, of whatever length.
type storedBody struct {
	sum []byte
	body
}

func (s *storedBody) fields() []any { return []any{&s.sum, &s.size, &s.packed, &s.checksum} }

func (s *storedBody) unpack(c *codec) ([]byte, error) {
	if copy(s.sha256[:], s.sum) != len(s.sha256) || len(s.sum) != len(s.sha256) {
		return nil, corrupt("the SHA-256 has not 32 bytes")
	}
	return c.unpack(s.body)
}

func corrupt(cause string) *rashomon.Error {
	return &rashomon.Error{Kind: rashomon.ErrorCorrupt, Cause: cause, Remedy: remedyBroken}
}
