package source

import (
	"path"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"rashomon"
)

// gzip opens what lies in a gzip file (RFC 1952), of one member or many.
func (o *opener) gzip(s stream) bool {
	s = o.rationed(s)
	unpacked, err := gzip.NewReader(s)
	if err != nil {
		return o.fail(fileError(s.address, err))
	}
	defer unpacked.Close()
	return o.read(o.stream(s.ration.unpack(unpacked), s.inner()))
}

// zstdWindow is the largest window that a decoder must support by RFC 8878, section 3.1.1.1.2; each open file of the
// kind needs as much memory.
const zstdWindow = 8 << 20

// zstdOptions keep a decoder small and without goroutines of its own.
var zstdOptions = []zstd.DOption{
	zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(zstdWindow),
}

// zstd opens what lies in a Zstandard file (RFC 8878).
func (o *opener) zstd(s stream) bool {
	s = o.rationed(s)
	unpacked, err := zstd.NewReader(s, zstdOptions...)
	if err != nil {
		return o.fail(fileError(s.address, err))
	}
	defer unpacked.Close()
	return o.read(o.stream(s.ration.unpack(unpacked), s.inner()))
}

// rationed returns a compressed stream whose bytes are counted, unless it lies in one whose are.
func (o *opener) rationed(s stream) stream {
	if s.ration == nil {
		s.ration = &ration{floor: o.limit()}
		s = o.stream(s.ration.pack(s.Reader), s)
	}
	return s
}

// inner returns what is known of the one file in a compressed one: its name is the outer one's without the suffix.
func (s stream) inner() stream {
	if format := suffixes[suffixOf(s.name)]; isPacking(format) && format != formatZip {
		s.name = strings.TrimSuffix(s.name, path.Ext(s.name))
	}
	s.file = nil
	s.nesting++
	return s
}

func isPacking(format rashomon.Format) bool {
	return format == formatZip || format == formatGzip || format == formatZstd
}
