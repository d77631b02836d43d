package source

import (
	"context"
	"iter"
	"os"

	"rashomon"
)

// Handed opens a file that somebody handed in, rather than a place that he named: its name tells the format, and it is called by
// the name alone, since where it lies meanwhile is the matter of nobody. Errors are as those of [Options.Originals].
func (o Options) Handed(ctx context.Context, file *os.File, name string) iter.Seq2[rashomon.Original, error] {
	return o.opened(ctx, name, func(opener *opener) bool {
		return opener.read(opener.stream(file, stream{address: name, name: name, named: true, file: file}))
	})
}

// Page opens an address of the web, and nothing else: what is no such address is refused, be it the name of a file. Errors are as
// those of [Options.Originals].
func (o Options) Page(ctx context.Context, address string) iter.Seq2[rashomon.Original, error] {
	return o.opened(ctx, address, func(opener *opener) bool { return opener.fetch(address) })
}

// opened yields what one thing holds, or the error that it holds nothing.
func (o Options) opened(ctx context.Context, place string, open func(*opener) bool) iter.Seq2[rashomon.Original, error] {
	return func(yield func(rashomon.Original, error) bool) {
		opener := &opener{Options: o, ctx: ctx, yield: yield}
		if err := o.check(); err != nil {
			opener.fail(err)
			return
		}
		if open(opener) && opener.count == 0 {
			opener.fail(holdsNothing(place))
		}
	}
}

func holdsNothing(place string) error {
	return &rashomon.Error{Kind: rashomon.ErrorInvalid, Place: place, Cause: "it holds no document", Remedy: "leave it out"}
}
