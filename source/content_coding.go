package source

import (
	"bytes"
	"io"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"
	"github.com/klauspost/compress/zstd"

	"rashomon"
)

// decodeContent undoes a content coding of HTTP (RFC 9110, section 8.4.1; RFC 7932 for br, RFC 8878 for zstd). A body
// that was cut short gives what came; one that is not coded, as some archives keep them, is returned as it is.
func decodeContent(coding string, body []byte, limit int64) ([]byte, error) {
	reader, err := contentReader(coding, body)
	if reader == nil && err == nil {
		return nil, &rashomon.Error{
			Kind: rashomon.ErrorUnsupported, Cause: "the page is compressed by a method that is not known: " + coding,
			Remedy: "fetch it again without compression",
		}
	}
	if err != nil {
		return body, nil
	}
	defer reader.Close()
	decoded, err := io.ReadAll(io.LimitReader(reader, limit+1))
	switch {
	case int64(len(decoded)) > limit:
		return nil, tooLarge("", limit)
	case err != nil && len(decoded) == 0:
		return body, nil
	}
	return decoded, nil
}

// contentReader returns nil for a coding that is not known.
func contentReader(coding string, body []byte) (io.ReadCloser, error) {
	in := bytes.NewReader(body)
	switch coding {
	case "identity":
		return io.NopCloser(in), nil
	case "gzip", "x-gzip":
		return gzip.NewReader(in)
	case "deflate":
		// By the standard it is zlib's format; some servers sent bare DEFLATE.
		if reader, err := zlib.NewReader(in); err == nil {
			return reader, nil
		}
		return flate.NewReader(bytes.NewReader(body)), nil
	case "br":
		return io.NopCloser(brotli.NewReader(in)), nil
	case "zstd":
		decoder, err := zstd.NewReader(in, zstdOptions...)
		if err != nil {
			return nil, err
		}
		return decoder.IOReadCloser(), nil
	}
	return nil, nil
}
