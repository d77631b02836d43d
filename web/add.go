package web

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"net/http"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"rashomon"
	"rashomon/intake"
	"rashomon/source"
)

// Details are what a person states of a document. It goes before what the document says of itself.
type Details struct {
	Title     string `json:"title,omitempty" maxLength:"2000"`
	Source    string `json:"source,omitempty" maxLength:"2000" doc:"the outlet, office or person that published it"`
	Author    string `json:"author,omitempty" maxLength:"2000"`
	Place     string `json:"place,omitempty" maxLength:"2000" doc:"where it was written"`
	Published string `json:"published,omitempty" maxLength:"40" doc:"2011, 2011-07, 2011-07-05, 2011-07-05T14:30 or RFC 3339"`
	URL       string `json:"url,omitempty" maxLength:"2000" doc:"the address it was published at"`
	Language  string `json:"language,omitempty" maxLength:"2" doc:"as ISO 639-1"`
}

func (d Details) byField() map[rashomon.Field]string {
	return map[rashomon.Field]string{
		rashomon.FieldTitle: d.Title, rashomon.FieldSource: d.Source, rashomon.FieldAuthor: d.Author, rashomon.FieldPlace: d.Place,
		rashomon.FieldPublished: d.Published, rashomon.FieldURL: d.URL, rashomon.FieldLanguage: d.Language,
	}
}

// stated returns what a person states as details of a document.
func stated(values map[rashomon.Field]string) (details []rashomon.Detail, err error) {
	for _, known := range intake.Stated {
		value := strings.TrimSpace(values[known.Field])
		if value == "" {
			continue
		}
		detail, err := intake.State(known.Field, value, string(known.Field))
		var wrong *rashomon.Error
		if errors.As(err, &wrong) {
			wrong.Place = "body." + string(known.Field)
			return nil, wrong
		}
		details = append(details, detail)
	}
	return details, nil
}

func statedNames() []string {
	var names []string
	for _, known := range intake.Stated {
		names = append(names, string(known.Field))
	}
	return names
}

func isStated(name string) bool { return slices.Contains(statedNames(), name) }

// Started is a job that has begun.
type Started struct {
	Status   int
	Location string `header:"Location"`
	Body     struct {
		ID     string `json:"id"`
		Events string `json:"events" doc:"the address under which its progress is told as server-sent events"`
	}
}

// begin has originals read beside the requests.
func (s *Server) begin(name string, from originals, release func()) (*Started, error) {
	job, err := s.jobs.start(name, from, release)
	if err != nil {
		return nil, err
	}
	out := &Started{Status: http.StatusAccepted, Location: "/api/v1/jobs/" + job.id}
	out.Body.ID, out.Body.Events = job.id, "/api/v1/jobs/"+job.id+"/events"
	return out, nil
}

func (s *Server) addDocuments(_ context.Context, in *Handing) (*Started, error) {
	up, err := s.receive(in)
	if err != nil {
		return nil, err
	}
	given, err := stated(up.given)
	if err != nil {
		up.release()
		return nil, err
	}
	return s.begin(up.name(), up.originals(given), up.release)
}

// Fetching asks for a page of the web.
type Fetching struct {
	Body struct {
		Address string `json:"address" minLength:"1" maxLength:"2000" doc:"of a page, PDF or feed: https://example.org/report"`
		Details
	}
}

func (s *Server) fetch(_ context.Context, in *Fetching) (*Started, error) {
	address := strings.TrimSpace(in.Body.Address)
	if scheme, _, found := strings.Cut(address, "://"); !found ||
		!strings.EqualFold(scheme, "http") && !strings.EqualFold(scheme, "https") {
		return nil, &rashomon.Error{
			Kind: rashomon.ErrorUsage, Place: "body.address", Cause: fmt.Sprintf("%q is no address of the web", cut(address)),
			Remedy: "write it as https://example.org/page",
		}
	}
	given, err := stated(in.Body.byField())
	if err != nil {
		return nil, err
	}
	options := source.Options{Given: given, Fetch: s.config.Fetch}
	return s.begin(cut(address), s.jobs.fetched(options, address), func() {})
}

// fetched asks for a page, of which few are asked for at once.
func (j *jobs) fetched(options source.Options, address string) originals {
	return func(ctx context.Context) iter.Seq2[rashomon.Original, error] {
		return func(yield func(rashomon.Original, error) bool) {
			select {
			case j.fetching <- struct{}{}:
				defer func() { <-j.fetching }()
			case <-ctx.Done():
				return
			}
			for original, err := range options.Page(ctx, address) {
				if !yield(original, err) {
					return
				}
			}
		}
	}
}

// Restating states details of a document that is in the archive.
type Restating struct {
	ID
	Body Details
}

// restate reads a document again, with what is now stated of it. What was stated of other fields before holds.
func (s *Server) restate(ctx context.Context, in *Restating) (*Started, error) {
	given, err := stated(in.Body.byField())
	if err != nil {
		return nil, err
	}
	if len(given) == 0 {
		return nil, &rashomon.Error{Kind: rashomon.ErrorUsage, Place: "body", Cause: "nothing is stated",
			Remedy: strings.Join(statedNames(), ", ")}
	}
	original, err := s.archive.Original(ctx, in.ID.ID)
	var missing *rashomon.Error
	if errors.As(err, &missing) && missing.Kind == rashomon.ErrorNotFound {
		return nil, unknown("path.id", in.ID.ID)
	}
	if err != nil {
		return nil, err
	}
	for _, before := range original.Given {
		isSaidAnew := slices.ContainsFunc(given, func(now rashomon.Detail) bool { return now.Field == before.Field })
		if !isSaidAnew {
			given = append(given, before)
		}
	}
	names := statedNames()
	slices.SortStableFunc(given, func(a, b rashomon.Detail) int {
		return slices.Index(names, string(a.Field)) - slices.Index(names, string(b.Field))
	})
	original.Given = given
	one := func(context.Context) iter.Seq2[rashomon.Original, error] {
		return func(yield func(rashomon.Original, error) bool) { yield(original, nil) }
	}
	return s.begin(cut(original.Address), one, func() {})
}

// handingBody describes the form in which documents are handed in.
func handingBody() *huma.RequestBody {
	properties := map[string]*huma.Schema{
		fileField: {Type: huma.TypeArray, Items: &huma.Schema{Type: huma.TypeString, Format: "binary"},
			Description: "files: text, Markdown, HTML, PDF, mail, feeds, WARC, JSON Lines, JSON, CSV, zip, gzip"},
		pastedField: {Type: huma.TypeString, Description: "a text that is pasted"},
	}
	for _, known := range intake.Stated {
		properties[string(known.Field)] = &huma.Schema{Type: huma.TypeString, Description: known.Help}
	}
	return &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{
		"multipart/form-data": {Schema: &huma.Schema{Type: huma.TypeObject, Properties: properties}},
	}}
}

// adding are the operations that bring documents in.
func (s *Server) adding(api described) {
	errs := []int{
		http.StatusBadRequest, http.StatusRequestTimeout, http.StatusRequestEntityTooLarge, http.StatusUnsupportedMediaType,
		http.StatusServiceUnavailable,
	}
	handing := huma.Operation{
		OperationID: "add-documents", Method: http.MethodPost, Path: "/api/v1/documents", DefaultStatus: http.StatusAccepted,
		Errors: errs, Summary: "Hand documents in, as files or as a text: they are read beside this, and a job tells how far that is",
	}
	huma.Register(api, handing, problems(api, s.addDocuments))
	api.OpenAPI().Paths[handing.Path].Post.RequestBody = handingBody() // told afterwards: huma takes no body that it does not know of
	accept(api, "fetch", "/fetch", "Have a page fetched from the web and read: never one within a private network", s.fetch)
	accept(api, "restate", "/documents/{id}/details", "State what a document does not tell of itself: it is read again with that",
		s.restate)
	huma.Register(api, huma.Operation{
		OperationID: "read-job", Method: http.MethodGet, Path: "/api/v1/jobs/{id}", Errors: []int{http.StatusNotFound},
		Summary: "What became of documents that were handed in: kept in memory while the server runs, of the last hundred jobs",
	}, problems(api, s.job))
	huma.Register(api, huma.Operation{
		OperationID: "stop-job", Method: http.MethodDelete, Path: "/api/v1/jobs/{id}", Summary: "Stop reading: what was kept stays",
		Errors: []int{http.StatusNotFound},
	}, problems(api, s.stopJob))
	huma.Register(api, huma.Operation{
		OperationID: "follow-job", Method: http.MethodGet, Path: "/api/v1/jobs/{id}/events", Errors: []int{http.StatusNotFound},
		Summary: "The same as it happens: server-sent events, each an Event with its number as its id",
		Responses: map[string]*huma.Response{"200": {
			Description: "server-sent events", Content: map[string]*huma.MediaType{"text/event-stream": {Schema: &huma.Schema{Type: huma.TypeString}}},
		}},
	}, problems(api, s.stream))
}

// accept adds an operation that begins a job.
func accept[In any](api described, id, path, summary string, answer func(context.Context, *In) (*Started, error)) {
	huma.Register(api, huma.Operation{
		OperationID: id, Method: http.MethodPost, Path: "/api/v1" + path, Summary: summary, MaxBodyBytes: longestCorrection,
		DefaultStatus: http.StatusAccepted, Errors: []int{http.StatusBadRequest, http.StatusNotFound, http.StatusRequestEntityTooLarge,
			http.StatusServiceUnavailable},
	}, problems(api, answer))
}

// problems makes the errors of an answer such as are told over HTTP.
func problems[In, Out any](
	api described, answer func(context.Context, *In) (*Out, error),
) func(context.Context, *In) (*Out, error) {
	return func(ctx context.Context, in *In) (*Out, error) {
		out, err := answer(ctx, in)
		return out, api.server.problem(ctx, err)
	}
}
