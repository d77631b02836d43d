package source

import (
	"fmt"
	"io"

	"rashomon"
)

// expansion is how many times larger than what went in may be what comes out of compressed data. Text shrinks to a
// third or a tenth, tables and logs at times to a fiftieth; DEFLATE can make 1032 bytes of one, and only bombs do.
const expansion = 200

// A ration bounds by counting what comes out of a compressed file. All layers and members of a file share one, so that
// archives within archives and members that overlap cannot multiply.
type ration struct {
	in    int64 // bytes of the outermost compressed file that were read
	out   int64 // bytes that came out, of all its members
	floor int64 // that much may come out in any case
}

// pack returns a reader that counts what goes in.
func (r *ration) pack(packed io.Reader) io.Reader { return &countingReader{r: packed, count: &r.in} }

type countingReader struct {
	r     io.Reader
	count *int64
}

func (c *countingReader) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	*c.count += int64(n)
	return n, err
}

// unpack returns a reader that counts what comes out and fails when it is too much.
func (r *ration) unpack(unpacked io.Reader) io.Reader { return &rationedReader{r: unpacked, ration: r} }

type rationedReader struct {
	r      io.Reader
	ration *ration
}

func (r *rationedReader) Read(p []byte) (int, error) {
	n, err := r.r.Read(p)
	r.ration.out += int64(n)
	if r.ration.out > r.ration.floor+expansion*r.ration.in {
		return 0, &rashomon.Error{
			Kind:   rashomon.ErrorTooLarge,
			Cause:  fmt.Sprintf("it unpacks to more than %d times its size, as no text does", expansion),
			Remedy: "unpack it yourself if you trust it",
		}
	}
	return n, err
}
