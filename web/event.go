package web

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"rashomon"
	"rashomon/archive"
	"rashomon/intake"
)

// An EventKind is what an event of a job tells.
type EventKind string

// The kinds of events: that of the whole job first and last, and between them those of its documents.
const (
	EventQueued  EventKind = "queued"
	EventRead    EventKind = "read"
	EventKept    EventKind = "kept"
	EventKnown   EventKind = "known"
	EventRefused EventKind = "refused"
	EventDone    EventKind = "done"
)

// An Event is a step of a job.
type Event struct {
	Number    int       `json:"number" doc:"from 1 on, in the order in which they happened"`
	Kind      EventKind `json:"kind" enum:"queued,read,kept,known,refused,done"`
	Name      string    `json:"name,omitempty" doc:"the file, member or address that it is about"`
	Document  string    `json:"document,omitempty" doc:"the id of the document"`
	Title     string    `json:"title,omitempty"`
	Source    string    `json:"source,omitempty"`
	Published string    `json:"published,omitempty"`
	Words     int       `json:"words,omitempty"`
	Unknown   []string  `json:"unknown,omitempty" doc:"source, published: what neither the document nor whoever added it tells"`
	Reason    string    `json:"reason,omitempty" doc:"why it was refused, is not read further, or the job was broken off"`
	Remedy    string    `json:"remedy,omitempty" doc:"what to do about it"`
	Sum       Progress  `json:"sum" doc:"of the whole job so far"`
}

// A Progress counts what became of documents.
type Progress struct {
	Read    int `json:"read"`
	Kept    int `json:"kept"`
	Known   int `json:"known"`
	Refused int `json:"refused"`
}

func (p *Progress) count(kind EventKind) {
	switch kind {
	case EventRead:
		p.Read++
	case EventKept:
		p.Kept++
	case EventKnown:
		p.Known++
	case EventRefused:
		p.Refused++
	}
}

// eventOf tells what became of an original.
func eventOf(o intake.Outcome) Event {
	event := Event{Kind: EventKind(o.Stage), Name: cut(o.Original.Address)}
	if o.Stage == intake.StageKnown {
		event.Document = o.Original.ID()
	}
	if o.Document != nil {
		event.describe(o.Document)
	}
	if o.Err != nil {
		event.refuse(o.Err)
	}
	return event
}

// describe tells of a document what it says of itself, and what it does not.
func (e *Event) describe(doc *rashomon.Document) {
	s := archive.Summarize(doc)
	e.Document, e.Title, e.Source, e.Published, e.Words = s.ID, cut(s.Title), cut(s.Source), cut(s.Published), s.Words
	if s.Source == "" && s.Author == "" {
		e.Unknown = append(e.Unknown, string(rashomon.FieldSource))
	}
	if doc.Published() == "" {
		e.Unknown = append(e.Unknown, string(rashomon.FieldPublished))
	}
	if !doc.English() {
		e.Reason = "it is not in English (" + s.Language + "): it is kept, and not read further"
	}
}

func (e *Event) refuse(err error) {
	var ours *rashomon.Error
	if !errors.As(err, &ours) {
		e.Reason = "something went wrong inside"
		return
	}
	e.Reason, e.Remedy = cut(ours.Cause), ours.Remedy
	if ours.Place != "" {
		e.Name = cut(ours.Place)
	}
	if strings.Contains(e.Remedy, "--") {
		e.Remedy += " (an option of `rashomon read`)"
	}
}

// longestTold is how many characters of a name, title or reason are told: whatever a document says of itself may be of any
// length.
const longestTold = 300

func cut(text string) string {
	if runes := []rune(text); len(runes) > longestTold {
		return string(runes[:longestTold]) + " …"
	}
	return text
}

// JobInput names a job.
type JobInput struct {
	ID    string `path:"id" maxLength:"64"`
	After int    `query:"after" minimum:"0" doc:"tell only events behind this number"`
}

// JobAnswer is what became of a job so far.
type JobAnswer struct {
	ID     string  `json:"id"`
	Done   bool    `json:"done"`
	Events []Event `json:"events"`
}

func (s *Server) job(_ context.Context, in *JobInput) (*Body[JobAnswer], error) {
	found, err := s.jobs.job(in.ID)
	if err != nil {
		return nil, err
	}
	events, done, _ := found.since(in.After)
	return body(JobAnswer{found.id, done, append([]Event{}, events...)}), nil
}

func (s *Server) stopJob(_ context.Context, in *JobInput) (*struct{}, error) {
	found, err := s.jobs.job(in.ID)
	if err != nil {
		return nil, err
	}
	found.cancel()
	return nil, nil
}

// StreamInput names a job whose events are to be told as they happen.
type StreamInput struct {
	JobInput
	Last int `header:"Last-Event-ID" minimum:"0" doc:"the number of the last event that came, as browsers send it when they come again"`
}

func (s *Server) stream(_ context.Context, in *StreamInput) (*huma.StreamResponse, error) {
	found, err := s.jobs.job(in.ID)
	if err != nil {
		return nil, err
	}
	return &huma.StreamResponse{Body: func(c huma.Context) {
		r, w := humago.Unwrap(c)
		w.Header().Set("Content-Type", "text/event-stream")
		w.Header().Set("Cache-Control", "no-store")
		s.tellAll(r.Context(), w, found, max(in.After, in.Last))
	}}, nil
}

// Times of a stream of events.
const (
	tellTimeout = 10 * time.Second // for one who does not listen
	stillThere  = 15 * time.Second // between signs of life, by which proxies and the server learn that nobody hung up
)

// tellAll tells the events of a job behind a number until the last, or until somebody hangs up.
func (s *Server) tellAll(ctx context.Context, w http.ResponseWriter, j *job, number int) {
	out := http.NewResponseController(w)
	for {
		events, done, changed := j.since(number)
		_ = out.SetWriteDeadline(time.Now().Add(tellTimeout)) // the clock of the connection, whatever that of the archive
		for _, event := range events {
			number = event.Number
			if err := tell(w, event); err != nil {
				return
			}
		}
		if err := out.Flush(); err != nil || done {
			return
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return
		case <-s.jobs.context.Done(): // the server stops
			return
		case <-time.After(stillThere):
			_ = out.SetWriteDeadline(time.Now().Add(tellTimeout))
			if _, err := fmt.Fprint(w, ": still there\n\n"); err != nil {
				return
			}
		}
	}
}

// tell writes one event as server-sent events are written.
func tell(w http.ResponseWriter, event Event) error {
	data, err := json.Marshal(event)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "id: %d\ndata: %s\n\n", event.Number, data)
	return err
}
