package web

import (
	"context"
	"crypto/rand"
	"errors"
	"iter"
	"log/slog"
	"runtime"
	"slices"
	"sync"

	"rashomon"
	"rashomon/archive"
	"rashomon/intake"
)

// Bounds of what goes on beside the requests.
const (
	mostJobs     = 64   // that are not done: who asks for more is told to come again
	mostFinished = 100  // that are remembered; older ones are forgotten
	mostEvents   = 1000 // that a job remembers one by one; of those behind, every hundredth
	mostFetches  = 4    // pages that are asked for at once, each of which may take as much memory as one document
)

// jobs are what reads documents into the archive, beside the requests that asked for it. They are kept in memory alone: what they
// brought into the archive is there for good, but that they were is forgotten when the server stops.
type jobs struct {
	context  context.Context // of the server: at its end all of them are given up
	archive  *archive.Archive
	shown    func(context.Context) error // waits until pages show what was kept
	log      *slog.Logger
	turns    chan struct{} // one for each document that is being read
	fetching chan struct{}
	group    sync.WaitGroup

	mutex    sync.Mutex
	known    map[string]*job
	finished []string // their ids, the oldest first
	running  int
}

func newJobs(ctx context.Context, a *archive.Archive, shown func(context.Context) error, log *slog.Logger) *jobs {
	readers := max(1, runtime.GOMAXPROCS(0)-1) // one core is left to whoever looks at pages
	return &jobs{
		context: ctx, archive: a, shown: shown, log: log, turns: make(chan struct{}, readers),
		fetching: make(chan struct{}, mostFetches), known: map[string]*job{},
	}
}

// originals are what a job reads, opened when its context is there.
type originals func(context.Context) iter.Seq2[rashomon.Original, error]

var errManyJobs = &rashomon.Error{
	Kind: rashomon.ErrorBusy, Cause: "many documents wait to be read already", Remedy: "try again in a minute",
}

// start has originals read, and calls release when that is done, or at once where it cannot be.
func (j *jobs) start(name string, from originals, release func()) (*job, error) {
	j.mutex.Lock()
	defer j.mutex.Unlock()
	if j.running >= mostJobs || j.context.Err() != nil {
		release()
		return nil, errManyJobs
	}
	ctx, cancel := context.WithCancel(j.context)
	started := &job{id: rand.Text(), cancel: cancel, changed: make(chan struct{})}
	started.tell(Event{Kind: EventQueued, Name: name})
	j.known[started.id] = started
	j.running++
	j.group.Go(func() {
		defer cancel()
		err := j.run(ctx, started, from)
		release()
		started.finish(ctx, err, j.log)
		j.forget(started.id)
	})
	return started, nil
}

// run reads what a job has to read. Documents of all jobs take turns, one after the other, so that a long job keeps no short one
// waiting.
func (j *jobs) run(ctx context.Context, started *job, from originals) error {
	turn := &turn{turns: j.turns}
	defer turn.giveAll()
	in := intake.Intake{Archive: j.archive, Workers: cap(j.turns), Tell: func(o intake.Outcome) error {
		if o.Stage != intake.StageKept {
			turn.give()
		}
		started.tell(eventOf(o))
		return nil
	}}
	sum, err := in.Take(ctx, turn.each(ctx, from(ctx)))
	if sum.Added > 0 {
		if err := j.shown(ctx); err != nil && ctx.Err() == nil {
			j.log.Error("what was added cannot be shown yet", "error", err)
		}
	}
	return err
}

// forget drops the oldest finished jobs when another has finished.
func (j *jobs) forget(id string) {
	j.mutex.Lock()
	defer j.mutex.Unlock()
	j.running--
	j.finished = append(j.finished, id)
	for len(j.finished) > mostFinished {
		delete(j.known, j.finished[0])
		j.finished = slices.Delete(j.finished, 0, 1)
	}
}

// unfinished is how many jobs are not done.
func (j *jobs) unfinished() int {
	j.mutex.Lock()
	defer j.mutex.Unlock()
	return j.running
}

func (j *jobs) job(id string) (*job, error) {
	j.mutex.Lock()
	defer j.mutex.Unlock()
	if found := j.known[id]; found != nil {
		return found, nil
	}
	return nil, &rashomon.Error{
		Kind: rashomon.ErrorNotFound, Place: "path.id", Cause: "no job has the id " + id,
		Remedy: "jobs are kept in memory alone, the last hundred of them; what they kept is in the archive",
	}
}

// A turn is how many documents of a job are being read.
type turn struct {
	turns chan struct{}
	mutex sync.Mutex
	taken int
}

// each waits for a turn for each original.
func (t *turn) each(ctx context.Context, originals iter.Seq2[rashomon.Original, error]) iter.Seq2[rashomon.Original, error] {
	return func(yield func(rashomon.Original, error) bool) {
		for original, err := range originals {
			select {
			case t.turns <- struct{}{}:
			case <-ctx.Done():
				return
			}
			t.count(1)
			if !yield(original, err) {
				return
			}
		}
	}
}

func (t *turn) count(change int) {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	t.taken += change
}

// give hands a turn on.
func (t *turn) give() {
	t.count(-1)
	<-t.turns
}

// giveAll hands on what is left when a job ends early.
func (t *turn) giveAll() {
	for t.taken > 0 {
		t.give()
	}
}

// A job is one request to read documents, and what became of it so far.
type job struct {
	id     string
	cancel context.CancelFunc

	mutex   sync.Mutex
	events  []Event
	sum     Progress
	told    int
	changed chan struct{} // closed when there is more to tell
	done    bool
}

// tell adds an event; of very many, every hundredth alone.
func (j *job) tell(event Event) {
	j.mutex.Lock()
	defer j.mutex.Unlock()
	j.sum.count(event.Kind)
	if j.told++; j.told > mostEvents && j.told%100 != 0 && event.Kind != EventDone {
		return
	}
	event.Number, event.Sum = len(j.events)+1, j.sum
	j.events = append(j.events, event)
	j.done = event.Kind == EventDone
	close(j.changed)
	j.changed = make(chan struct{})
}

// finish tells that a job is over, and of one that failed as a whole why.
func (j *job) finish(ctx context.Context, err error, log *slog.Logger) {
	event := Event{Kind: EventDone}
	var ours *rashomon.Error
	switch {
	case ctx.Err() != nil:
		event.Reason, event.Remedy = "it was stopped; what is told as kept is kept", "add the others again"
	case errors.As(err, &ours) && ours.Kind != "":
		event.Reason, event.Remedy = ours.Cause, ours.Remedy
	case err != nil:
		log.Error("a reading failed", "job", j.id, "error", err)
		event.Reason = "something went wrong inside; it is in the log"
	}
	j.tell(event)
	log.Info("documents were added", "job", j.id, "kept", j.sum.Kept, "known", j.sum.Known, "refused", j.sum.Refused, "reason",
		event.Reason)
}

// since returns the events behind a number, whether they are all that will ever be, and what is closed when there are more.
func (j *job) since(number int) (events []Event, isAll bool, changed <-chan struct{}) {
	j.mutex.Lock()
	defer j.mutex.Unlock()
	return j.events[min(max(number, 0), len(j.events)):], j.done, j.changed
}
