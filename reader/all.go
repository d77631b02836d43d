package reader

import (
	"context"
	"fmt"
	"iter"
	"sync"

	"rashomon"
)

// A Result is an original and the document that was read from it, or the error that stands in its place.
type Result struct {
	Original rashomon.Original // without bytes where they could not be had
	Document *rashomon.Document
	Err      error
}

// All parses and reads originals on as many cores as workers says, and yields the results in the order of the originals,
// so that the same input gives the same output on any number of cores. One original a worker and three more are held in
// memory at most. An error concerns one original; only the end of the context ends the sequence early, as its last result.
func (r *Reader) All(
	ctx context.Context, originals iter.Seq2[rashomon.Original, error], parse func(rashomon.Original) (*rashomon.Document, error), workers int,
) iter.Seq[Result] {
	return func(yield func(Result) bool) {
		ctx, cancel := context.WithCancel(ctx)
		var group sync.WaitGroup
		defer group.Wait()
		defer cancel()
		jobs := make(chan job)
		queue := make(chan job, workers)
		group.Go(func() { feed(ctx, originals, jobs, queue) })
		for range workers {
			group.Go(func() {
				for job := range jobs {
					job.done <- r.one(ctx, job.result, parse)
				}
			})
		}
		for job := range queue {
			if !yield(<-job.done) {
				return
			}
		}
		if err := context.Cause(ctx); err != nil {
			yield(Result{Err: err})
		}
	}
}

// A job is an original on its way through a worker.
type job struct {
	result Result
	done   chan Result // holds one
}

// feed hands every original to the workers and, in order, to the queue. What it hands to the workers they always finish,
// so that nobody waits for a result that never comes.
func feed(ctx context.Context, originals iter.Seq2[rashomon.Original, error], jobs, queue chan<- job) {
	defer close(jobs)
	defer close(queue)
	for original, err := range originals {
		job := job{Result{Original: original, Err: err}, make(chan Result, 1)}
		select {
		case jobs <- job:
		case <-ctx.Done():
			return
		}
		select {
		case queue <- job:
		case <-ctx.Done():
			return
		}
	}
}

// one reads one original. A panic is a bug of ours, and one that must not take down a night's work: it becomes the error
// of that one document.
func (r *Reader) one(ctx context.Context, result Result, parse func(rashomon.Original) (*rashomon.Document, error)) (done Result) {
	if result.Err != nil {
		return result
	}
	defer func() {
		if bug := recover(); bug != nil {
			done = Result{Original: result.Original, Err: &rashomon.Error{
				Place: result.Original.Address, Cause: fmt.Sprintf("rashomon itself failed on this document: %v", bug),
				Remedy: "please report it with the document",
			}}
		}
	}()
	result.Document, result.Err = parse(result.Original)
	if result.Err == nil {
		result.Err = r.Read(ctx, result.Document)
	}
	if result.Err != nil {
		result.Document = nil
	}
	return result
}
